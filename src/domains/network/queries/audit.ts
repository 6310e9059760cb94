import type { Queryable } from '#platform/db/database.ts';
import { sql, type Sql } from '#platform/db/sql.ts';
import { doings } from '../audit-done.ts';

/** What to show of the audit; empty texts leave a filter out. Dates are London days, both included. */
export interface AuditFilter {
  /** A name, or part of one, or of the role they acted in. */
  readonly person: string;
  readonly practice: string;
  /** One of the values of what was done. */
  readonly done: string;
  /** The record it was about, by its id. */
  readonly about: string;
  readonly from: string;
  readonly to: string;
}

/** A filter with every record it is about, where it is about one: a patient's requests and visits are theirs. */
export interface FoundBy extends AuditFilter {
  readonly records: readonly string[];
}

/** One audited event, as a list shows it. */
export interface AuditEvent {
  readonly id: number;
  /** The transaction it was written in: what one look read has the same. */
  readonly tx: number;
  readonly at: Temporal.Instant;
  readonly kind: 'change' | 'read' | 'act';
  readonly action: string;
  readonly purpose: string;
  readonly personName: string;
  readonly roleName: string;
  readonly practiceId: string | null;
  readonly practiceName: string | null;
  readonly class: string | null;
  readonly subject: string;
  readonly subjectId: string | null;
  readonly detail: Readonly<Record<string, unknown>> | null;
}

function matches(filter: FoundBy): Sql {
  const { person, practice, from, to } = filter;
  const done = doings.find(({ value }) => value === filter.done);
  return sql`(${done?.kind ?? ''} = '' or e.kind = ${done?.kind ?? ''}) and (${done?.subject ?? ''} = '' or e.subject ~ ${done?.subject ?? ''})
    and (${filter.about} = '' or e.subject_id = any (${filter.records}::text[]))
    and (${practice} = '' or e.practice_id = ${practice})
    and (${person} = '' or strpos(lower(e.person_name), lower(${person})) > 0
      or e.role in (select w.code from network.role w where strpos(lower(w.name), lower(${person})) > 0))
    and (${from} = '' or e.at >= (nullif(${from}, '')::date::timestamp at time zone 'Europe/London'))
    and (${to} = '' or e.at < ((nullif(${to}, '')::date + 1)::timestamp at time zone 'Europe/London'))`;
}

const columns = sql`e.id, e.tx, e.at, e.kind, e.action, e.purpose, e.person_name as "personName", coalesce(k.name, e.role) as "roleName",
  e.practice_id as "practiceId", p.name as "practiceName", e.class, e.subject, e.subject_id as "subjectId", e.detail`;

/** Events the actor may see, newest first, from before an event on; one more than asked tells that there are older ones. */
export async function auditEvents(
  tx: Queryable,
  filter: FoundBy,
  page: { before: number | null; count: number },
): Promise<AuditEvent[]> {
  return tx.rows<AuditEvent>(sql`
    select ${columns} from audit.event e left join network.role k on k.code = e.role left join network.practice p on p.id = e.practice_id
    where (${page.before}::bigint is null or e.id < ${page.before}::bigint) and ${matches(filter)}
    order by e.id desc limit ${page.count + 1}`);
}

/** How many events a filter finds, counted no further than a limit. */
export async function countEvents(tx: Queryable, filter: FoundBy, limit: number): Promise<number> {
  const row = await tx.one<{ count: number }>(sql`
    select count(*)::int as count from (select from audit.event e where ${matches(filter)} limit ${limit}) counted`);
  return row.count;
}

/** When the audit was last sealed, and in how many batches; undefined while nothing is sealed. */
export async function lastSeal(tx: Queryable): Promise<{ batches: number; sealedAt: Temporal.Instant } | undefined> {
  return tx.maybe(
    sql`select s.batch::int as batches, s.sealed_at as "sealedAt" from audit.seal s order by s.batch desc limit 1`,
  );
}
