import type { Tx } from '#platform/db/transaction.ts';
import { sql, type Sql } from '#platform/db/sql.ts';

/** Weeks that are drawn from, the last whole one in front. */
const weeks = 4;

/** A request drawn to be read, with nothing that tells who asked. */
export interface Drawn {
  readonly requestId: string;
  readonly practiceId: string;
  readonly practiceName: string;
  readonly channel: string;
  readonly receivedAt: Temporal.Instant;
  readonly ageYears: number | null;
  readonly words: string;
}

const drawn: Sql = sql`
  from (select date_trunc('week', platform.today()::timestamp)::date as this_week) w
  cross join lateral access.screening_sample(platform.current_group(), w.this_week - 7 * ${weeks}::integer, w.this_week) s
  where not exists (select from access.danger_review v where v.request_id = s.request_id and v.origin = 'sample')`;

/** Requests without a red flag drawn for the actor's practices and not read yet, the latest week first; each shown is an audited read. */
export async function drawnToRead(
  tx: Tx,
  limit: number,
): Promise<{ readonly left: number; readonly requests: Drawn[] }> {
  const { left } = await tx.one<{ left: number }>(sql`select count(*) as left ${drawn}`);
  const requests = await tx.rows<Drawn>(sql`
    select r.id as "requestId", r.practice_id as "practiceId", t.name as "practiceName", r.channel, r.received_at as "receivedAt", r.words,
      extract(year from age(access.london_day(r.received_at), p.birth_date))::integer as "ageYears"
    from (select s.request_id, s.week ${drawn} order by s.week desc, md5(s.request_id::text) limit ${limit}) d
    join access.request r on r.id = d.request_id join network.practice t on t.id = r.practice_id left join patients.patient p on p.id = r.patient_id
    order by d.week desc, md5(r.id::text)`);
  for (const { requestId, practiceId } of requests) tx.read({ class: 'visit', practiceId, subjectId: requestId });
  return { left, requests };
}

/** Whether a request was drawn and waits to be read, with where it belongs; undefined where it is not, or the actor does not see it. */
export async function isDrawn(tx: Tx, requestId: string): Promise<{ groupId: string; practiceId: string } | undefined> {
  return tx.maybe(sql`
    select platform.current_group() as "groupId", s.practice_id as "practiceId" ${drawn} and s.request_id = ${requestId}`);
}

/** Whether a clinician has said at the visit that the request's words were a danger. */
export async function saidAtVisit(tx: Tx, requestId: string): Promise<boolean> {
  return (
    (await tx.maybe(
      sql`select from access.danger_review v where v.request_id = ${requestId} and v.origin = 'visit'`,
    )) !== undefined
  );
}
