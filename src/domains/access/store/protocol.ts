import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { Impact } from '../protocol/impact.ts';
import type { Protocol } from '../protocol/protocol.ts';

/** The number the acting group's next version has; held until the transaction ends. */
export async function nextVersion(tx: Queryable): Promise<{ id: string; version: number }> {
  await tx.rows(sql`select pg_advisory_xact_lock(hashtextextended(platform.current_group()::text, 11))`);
  return tx.one<{ id: string; version: number }>(sql`
    select platform.current_group()::text as id, coalesce(max(p.version), 0) + 1 as version from access.protocol p
    where p.group_id = platform.current_group()`);
}

/** Adds a draft of the acting group, by whoever acts. */
export async function insertDraft(tx: Queryable, content: Protocol, basedOn: string): Promise<void> {
  await tx.rows(sql`
    insert into access.protocol (id, version, group_id, title, content, source, clinical_owner, based_on, drafted_by)
    values (${content.id}, ${content.version}, platform.current_group(), ${content.title}, ${JSON.stringify(content)}::jsonb, ${content.source},
      'awaiting clinical owner', ${basedOn}, platform.current_person())`);
}

/** Saves what a draft says; who changed it is written by the database. */
export async function saveDraft(tx: Queryable, content: Protocol): Promise<void> {
  await tx.rows(sql`update access.protocol set content = ${JSON.stringify(content)}::jsonb, title = ${content.title}, source = ${content.source}
    where id = ${content.id} and version = ${content.version}`);
}

/** Withdraws a draft; its row stays. */
export async function withdraw(tx: Queryable, { id, version }: { id: string; version: number }): Promise<void> {
  await tx.rows(sql`update access.protocol set status = 'withdrawn' where id = ${id} and version = ${version}`);
}

/** Approves a draft of exactly this content; the database refuses whoever may not. */
export async function approve(
  tx: Queryable,
  { id, version, digest }: { id: string; version: number; digest: string },
): Promise<void> {
  await tx.rows(sql`select access.approve_protocol(${id}, ${version}, ${digest})`);
}

/** Puts a version in force from an instant, or back in force from now. */
export async function begin(
  tx: Queryable,
  one: {
    decision: string;
    id: string;
    version: number;
    from: Temporal.Instant;
    kind: 'begun' | 'rolled_back';
    reason: string;
  },
): Promise<void> {
  await tx.rows(
    sql`select access.begin_protocol(${one.decision}, ${one.id}, ${one.version}, ${one.from}, ${one.kind}, ${one.reason})`,
  );
}

/** Calls off a start that is still to come. */
export async function callOff(tx: Queryable, decision: string): Promise<void> {
  await tx.rows(sql`select access.call_off_protocol(${decision})`);
}

/** What a run of a draft begins with. */
export interface NewPreview {
  readonly id: string;
  readonly of: { readonly id: string; readonly version: number; readonly digest: string };
  readonly against: { readonly id: string; readonly version: number };
  readonly weeks: number;
  readonly practices: readonly string[];
}

/** Begins a run over past requests. */
export async function insertPreview(tx: Queryable, { id, of, against, weeks, practices }: NewPreview): Promise<void> {
  await tx.rows(sql`
    insert into access.protocol_preview (id, group_id, protocol_id, version, digest, against_id, against_version, weeks, practices, asked_by)
    values (${id}, platform.current_group(), ${of.id}, ${of.version}, ${of.digest}, ${against.id}, ${against.version}, ${weeks},
      ${practices}::text[], platform.current_person())`);
}

/** Says how far a run has come. */
export async function savePreview(
  tx: Queryable,
  id: string,
  { of, done, result, finished }: { of: number; done: number; result: Impact; finished: boolean },
): Promise<void> {
  await tx.rows(sql`update access.protocol_preview set of_requests = ${of}, done_requests = ${done}, result = ${JSON.stringify(result)}::jsonb,
    finished_at = case when ${finished} then now() end where id = ${id}`);
}
