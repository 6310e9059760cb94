import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { Risk } from '../remedy/remedy.ts';

/** Writes down that something is asked for, or done without asking; false where the same stands already. */
export async function insertAsk(
  tx: Queryable,
  { id, risk, by, at }: { id: string; risk: Risk; by: string | null; at: Temporal.Instant },
): Promise<boolean> {
  const { what, subject, affected, promised, consent } = risk;
  const rows = await tx.rows(sql`
    insert into access.remedy_ask (id, group_id, kind, subject, what, affected, promised, consent_practice_id, state, asked_at, asked_by, answered_at, answered_by)
    values (${id}, platform.current_group(), ${what.kind}, ${subject}, ${JSON.stringify(what)}::jsonb, ${affected}, ${promised}, ${consent?.practiceId ?? null},
      ${consent === null ? 'agreed' : 'asked'}, ${at}, ${by}, ${consent === null ? at : null}, ${consent === null ? by : null})
    on conflict do nothing returning id`);
  return rows.length > 0;
}

/** Answers an ask that waits; false where it does not wait any more, or is another's to answer. */
export async function answerAsk(
  tx: Queryable,
  answer: {
    id: string;
    state: 'agreed' | 'declined' | 'withdrawn';
    by: string | null;
    note: string;
    phone: string | null;
    at: Temporal.Instant;
  },
): Promise<boolean> {
  const { id, state, by, note, phone, at } = answer;
  const rows = await tx.rows(sql`
    update access.remedy_ask set state = ${state}, answered_at = ${at}, answered_by = ${by}, note = ${note}, phone = ${phone}
    where id = ${id} and state = 'asked' returning id`);
  return rows.length > 0;
}

/** Writes down what came of an ask that was agreed. */
export async function finishAsk(
  tx: Queryable,
  { id, state, achieved, at }: { id: string; state: 'done' | 'gone'; achieved: number; at: Temporal.Instant },
): Promise<void> {
  await tx.rows(sql`
    update access.remedy_ask set state = ${state}, achieved = ${achieved}, done_at = ${at} where id = ${id} and state = 'agreed'`);
}

/** The number given with an agreement, on which whoever takes a duty is reached. */
export async function phoneOf(tx: Queryable, id: string): Promise<string | null> {
  const found = await tx.maybe<{ phone: string | null }>(
    sql`select a.phone from access.remedy_ask a where a.id = ${id}`,
  );
  return found?.phone ?? null;
}
