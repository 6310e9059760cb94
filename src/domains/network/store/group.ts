import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { PracticeEntry } from '../group-plan.ts';

/** Writes what published data says of practices; one that says nothing new changes nothing. */
export async function upsertPractices(tx: Queryable, practices: readonly PracticeEntry[]): Promise<void> {
  await tx.rows(sql`
    insert into network.practice as p (id, name, postcode, latitude, longitude, status, source)
    select r.id, r.name, r.postcode, r.latitude, r.longitude, r.status, r.source
    from jsonb_to_recordset(${JSON.stringify(practices)}::jsonb)
      as r(id text, name text, postcode text, latitude double precision, longitude double precision, status text, source text)
    on conflict (id) do update set name = excluded.name, postcode = coalesce(excluded.postcode, p.postcode),
      latitude = coalesce(excluded.latitude, p.latitude), longitude = coalesce(excluded.longitude, p.longitude),
      status = excluded.status, source = excluded.source
    where (p.name, p.postcode, p.latitude, p.longitude, p.status, p.source) is distinct from
      (excluded.name, coalesce(excluded.postcode, p.postcode), coalesce(excluded.latitude, p.latitude),
        coalesce(excluded.longitude, p.longitude), excluded.status, excluded.source)`);
}

/** Writes a new group. */
export async function insertGroup(
  tx: Queryable,
  group: { id: string; name: string; legalShape: string; fictional: boolean },
): Promise<void> {
  await tx.rows(sql`insert into network.group (id, name, legal_shape, fictional)
    values (${group.id}, ${group.name}, ${group.legalShape}, ${group.fictional})`);
}

/** Takes practices into a group from a day. */
export async function insertMembers(
  tx: Queryable,
  { groupId, practiceIds, from }: { groupId: string; practiceIds: readonly string[]; from: Temporal.PlainDate },
): Promise<void> {
  await tx.rows(sql`insert into network.group_practice (group_id, practice_id, valid_from)
    select ${groupId}, u.id, ${from}::date from unnest(${practiceIds}::text[]) as u(id)`);
}

/** A site of a practice: its main one or a branch, which has no ODS code of its own. */
export interface NewSite {
  readonly id: string;
  readonly practiceId: string;
  readonly name: string;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly stepFree: boolean | null;
  readonly main: boolean;
  readonly from: Temporal.PlainDate;
}

/** Writes a site of a practice. */
export async function insertSite(tx: Queryable, site: NewSite): Promise<void> {
  await tx.rows(sql`insert into network.branch_site (id, practice_id, name, address, postcode, latitude, longitude, step_free, main, valid_from)
    values (${site.id}, ${site.practiceId}, ${site.name}, ${site.address}, ${site.postcode}, ${site.latitude}, ${site.longitude},
      ${site.stepFree}, ${site.main}, ${site.from})`);
}

/** Writes a hub. */
export async function insertHub(
  tx: Queryable,
  hub: { id: string; groupId: string; code: string; name: string },
): Promise<void> {
  await tx.rows(
    sql`insert into network.hub (id, group_id, code, name) values (${hub.id}, ${hub.groupId}, ${hub.code}, ${hub.name})`,
  );
}

/** Takes practices into a hub from a day. */
export async function insertHubMembers(
  tx: Queryable,
  hub: { hubId: string; groupId: string; practiceIds: readonly string[]; from: Temporal.PlainDate },
): Promise<void> {
  await tx.rows(sql`insert into network.hub_member (hub_id, group_id, practice_id, valid_from)
    select ${hub.hubId}, ${hub.groupId}, u.id, ${hub.from}::date from unnest(${hub.practiceIds}::text[]) as u(id)`);
}

/** Ends a practice's membership of whatever hub it is in, from a day; one that began that day or later goes altogether. */
export async function endHubMembership(
  tx: Queryable,
  { groupId, practiceId, from }: { groupId: string; practiceId: string; from: Temporal.PlainDate },
): Promise<void> {
  await tx.rows(sql`delete from network.hub_member m
    where m.group_id = ${groupId} and m.practice_id = ${practiceId} and m.valid_from >= ${from}::date`);
  await tx.rows(sql`update network.hub_member m set valid_to = ${from}::date
    where m.group_id = ${groupId} and m.practice_id = ${practiceId} and (m.valid_to is null or m.valid_to > ${from}::date)`);
}

/** A contract to record; who holds it, who benefits, who is registered, where, and who is paid are five answers. */
export interface NewContract {
  readonly id: string;
  readonly groupId: string;
  readonly practiceId: string;
  readonly kind: string;
  readonly holders: readonly string[];
  readonly beneficiary: string;
  readonly cqcProvider: string;
  readonly siteId: string | null;
  readonly payee: string;
  readonly from: Temporal.PlainDate;
}

/** Writes a contract. */
export async function insertContract(tx: Queryable, contract: NewContract): Promise<void> {
  await tx.rows(sql`insert into network.contract (id, group_id, practice_id, kind, holders, beneficiary, cqc_provider, site_id, payee, valid_from)
    values (${contract.id}, ${contract.groupId}, ${contract.practiceId}, ${contract.kind}, ${contract.holders}, ${contract.beneficiary},
      ${contract.cqcProvider}, ${contract.siteId}, ${contract.payee}, ${contract.from})`);
}

/** Ends contracts from a day. */
export async function endContracts(
  tx: Queryable,
  { ids, from }: { ids: readonly string[]; from: Temporal.PlainDate },
): Promise<void> {
  await tx.rows(sql`update network.contract set valid_to = ${from}::date where id = any (${ids}::uuid[])`);
}
