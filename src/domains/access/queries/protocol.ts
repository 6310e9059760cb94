import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/transaction.ts';
import type { Impact } from '../protocol/impact.ts';

/** A version of a protocol without what it says. */
export interface Version {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly source: string;
  readonly clinicalOwner: string;
  readonly status: 'shipped' | 'draft' | 'approved' | 'withdrawn';
  readonly basedOn: string;
  readonly draftedBy: string | null;
  readonly draftedByName: string | null;
  readonly draftedAt: Temporal.Instant;
  /** Everybody who changed it, by name. */
  readonly changedBy: readonly string[];
  readonly changedByNames: readonly string[];
  readonly changedAt: Temporal.Instant;
  readonly approvedByName: string | null;
  readonly approvedAt: Temporal.Instant | null;
  readonly shippedFrom: Temporal.Instant | null;
}

/** A version with what it says, and that as one short text. */
export interface FullVersion extends Version {
  readonly content: unknown;
  readonly digest: string;
}

const columns = sql`p.id, p.version, p.title, p.source, p.clinical_owner as "clinicalOwner", p.status, p.based_on as "basedOn",
  p.drafted_by as "draftedBy", d.name as "draftedByName", p.drafted_at as "draftedAt", p.changed_by as "changedBy",
  coalesce((select array_agg(c.name order by c.name) from network.person c where c.id = any (p.changed_by)), '{}') as "changedByNames",
  p.changed_at as "changedAt", a.name as "approvedByName", p.approved_at as "approvedAt", p.in_force_from as "shippedFrom"`;
const tables = sql`access.protocol p left join network.person d on d.id = p.drafted_by left join network.person a on a.id = p.approved_by`;

/** Every version the acting group has, its own newest first, then those shipped. */
export async function versions(db: Queryable): Promise<Version[]> {
  return db.rows<Version>(sql`select ${columns} from ${tables} order by p.group_id is null, p.version desc`);
}

/** One version with what it says; with `lock`, a draft is held against others until the transaction ends. */
export async function versionById(
  db: Queryable,
  { id, version }: { id: string; version: number },
  { lock = false } = {},
): Promise<FullVersion | undefined> {
  return db.maybe<FullVersion>(sql`select ${columns}, p.content, access.digest(p.content) as digest from ${tables}
    where p.id = ${id} and p.version = ${version} ${lock ? sql`for update of p` : sql``}`);
}

/** A decision on which version is in force, and from when. */
export interface Start {
  readonly id: string;
  readonly protocolId: string;
  readonly version: number;
  readonly title: string;
  readonly status: Version['status'];
  readonly startsAt: Temporal.Instant;
  readonly kind: 'begun' | 'rolled_back';
  readonly reason: string;
  readonly decidedByName: string | null;
  readonly decidedAt: Temporal.Instant;
  readonly calledOffAt: Temporal.Instant | null;
  readonly calledOffByName: string | null;
}

/** Every decision of the group on what is in force, newest start first. */
export async function starts(db: Queryable): Promise<Start[]> {
  return db.rows<Start>(sql`
    select f.id, f.protocol_id as "protocolId", f.version, p.title, p.status, f.starts_at as "startsAt", f.kind, f.reason, d.name as "decidedByName",
      f.decided_at as "decidedAt", f.called_off_at as "calledOffAt", o.name as "calledOffByName"
    from access.protocol_in_force f join access.protocol p on p.id = f.protocol_id and p.version = f.version
    left join network.person d on d.id = f.decided_by left join network.person o on o.id = f.called_off_by
    where f.group_id = (select platform.current_group()) order by f.starts_at desc, f.decided_at desc`);
}

/** A run of a draft over past requests. */
export interface Preview {
  readonly id: string;
  readonly groupId: string;
  readonly protocolId: string;
  readonly version: number;
  readonly digest: string;
  readonly againstId: string;
  readonly againstVersion: number;
  readonly weeks: number;
  readonly practices: readonly string[];
  readonly askedBy: string | null;
  readonly askedByName: string | null;
  readonly askedAt: Temporal.Instant;
  readonly ofRequests: number | null;
  readonly doneRequests: number;
  readonly result: Impact | null;
  readonly finishedAt: Temporal.Instant | null;
}

const preview = sql`select v.id, v.group_id as "groupId", v.protocol_id as "protocolId", v.version, v.digest, v.against_id as "againstId",
    v.against_version as "againstVersion", v.weeks, v.practices, v.asked_by as "askedBy", k.name as "askedByName", v.asked_at as "askedAt",
    v.of_requests as "ofRequests", v.done_requests as "doneRequests", v.result, v.finished_at as "finishedAt"
  from access.protocol_preview v left join network.person k on k.id = v.asked_by`;

/** One run. */
export async function previewById(db: Queryable, id: string): Promise<Preview | undefined> {
  return db.maybe<Preview>(sql`${preview} where v.id = ${id}`);
}

/** The runs of one version, newest first. */
export async function previewsOf(db: Queryable, of: { id: string; version: number }): Promise<Preview[]> {
  return db.rows<Preview>(
    sql`${preview} where v.protocol_id = ${of.id} and v.version = ${of.version} order by v.asked_at desc limit 20`,
  );
}

/** The practices whose requests the actor sees. */
export async function practicesSeen(db: Queryable): Promise<string[]> {
  const { seen } = await db.one<{ seen: string[] }>(sql`select platform.sees('visit') as seen`);
  return seen;
}

/** A past request as a version is asked about it. */
export interface PastRow {
  readonly id: string;
  readonly practiceId: string;
  readonly words: string;
  readonly notes: string;
  readonly reason: string | null;
  readonly answers: Readonly<Record<string, { readonly said: string }>>;
  readonly ageYears: number | null;
  readonly sex: string | null;
}

/** Which requests are looked at: of some practices, that came since, with something said. */
export interface PastSearch {
  readonly practices: readonly string[];
  readonly since: Temporal.Instant;
  readonly until: Temporal.Instant;
}

const past = ({ practices, since, until }: PastSearch) =>
  sql`r.practice_id = any (${practices}::text[]) and r.received_at >= ${since} and r.received_at < ${until}
    and (r.words <> '' or r.notes <> '' or r.reason is not null)`;

/** How many there are. */
export async function countPast(db: Queryable, search: PastSearch): Promise<number> {
  const { n } = await db.one<{ n: number }>(sql`select count(*) as n from access.request r where ${past(search)}`);
  return n;
}

/** The next of them, newest first, after the one named. */
export async function pastRequests(
  db: Queryable,
  search: PastSearch,
  { after, most }: { after: { at: Temporal.Instant; id: string } | undefined; most: number },
): Promise<(PastRow & { receivedAt: Temporal.Instant })[]> {
  return db.rows<PastRow & { receivedAt: Temporal.Instant }>(sql`
    select r.id, r.practice_id as "practiceId", r.words, r.notes, r.reason, r.answers, r.received_at as "receivedAt", p.sex,
      extract(year from age(access.london_day(r.received_at), p.birth_date))::integer as "ageYears"
    from access.request r left join patients.patient p on p.id = r.patient_id
    where ${past(search)} ${after ? sql`and (r.received_at, r.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
    order by r.received_at desc, r.id desc limit ${most}`);
}

/** A changed request as it is listed for whoever sees it. */
export interface ListedRequest {
  readonly id: string;
  readonly practiceId: string;
  readonly practiceName: string;
  readonly words: string;
  readonly receivedAt: Temporal.Instant;
}

/** Those of some requests that the actor may see; each is an audited read. */
export async function listedRequests(tx: Tx, ids: readonly string[]): Promise<ListedRequest[]> {
  const found = await tx.rows<ListedRequest>(sql`
    select r.id, r.practice_id as "practiceId", t.name as "practiceName", left(r.words, 200) as words, r.received_at as "receivedAt"
    from access.request r join network.practice t on t.id = r.practice_id where r.id = any (${ids}::uuid[]) order by r.received_at desc`);
  for (const { id, practiceId } of found) tx.read({ class: 'visit', practiceId, subjectId: id });
  return found;
}

/** Names of roles that see patients, and of practices, by code. */
export async function namesFor(db: Queryable): Promise<{ roles: Map<string, string>; practices: Map<string, string> }> {
  const roles = await db.rows<{ code: string; name: string }>(
    sql`select k.code, k.name from workforce.clinician_role k order by k.scarcity desc, k.name`,
  );
  const practices = await db.rows<{ id: string; name: string }>(
    sql`select t.id, t.name from network.group_practice g join network.practice t on t.id = g.practice_id`,
  );
  return {
    roles: new Map(roles.map(({ code, name }) => [code, name])),
    practices: new Map(practices.map(({ id, name }) => [id, name])),
  };
}
