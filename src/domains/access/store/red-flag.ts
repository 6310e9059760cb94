import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/transaction.ts';
import type { Asked } from '../duty.ts';
import type { Clock } from '../navigation.ts';
import type { Danger } from '../red-flag/judged.ts';

/** A red flag as it is raised. */
export interface NewFlag {
  readonly id: string;
  readonly groupId: string;
  readonly practiceId: string;
  readonly requestId: string;
  readonly patientId: string | null;
  readonly category: string;
  readonly level: string;
  readonly matched: string;
  readonly origin: 'words' | 'answer';
  /** The question whose answer raised it. */
  readonly questionId: string | null;
  readonly softened: boolean;
  readonly basis: 'wording' | 'likeness';
  readonly raisedBy: string | null;
  readonly asked: Asked;
}

/** What became of raising a flag; `alert` where a clinician must be asked, because it is new or graver than before. */
export interface Raised {
  readonly id: string;
  readonly alert: boolean;
}

/**
 * Raises a flag once while it is open, apart for words and for answers; words a clinician has closed are not raised again.
 * One that stands already is never made milder. Undefined where nothing changed.
 */
export async function raiseFlag(tx: Tx, flag: NewFlag): Promise<Raised | undefined> {
  return tx.maybe(sql`
    with stood as (
      select f.id, f.softened, f.withdrawn_at from access.red_flag f
      where f.request_id = ${flag.requestId} and f.category = ${flag.category} and f.origin = ${flag.origin} and f.closed_at is null
    )
    insert into access.red_flag as f (id, group_id, practice_id, request_id, patient_id, category, level, matched, origin, question_id, softened, basis,
      raised_by, asked_level, asked_clinician_id)
    select ${flag.id}, ${flag.groupId}, ${flag.practiceId}, ${flag.requestId}, ${flag.patientId}, ${flag.category}, ${flag.level}, ${flag.matched},
      ${flag.origin}, ${flag.questionId}, ${flag.softened}, ${flag.basis}, ${flag.raisedBy}, ${flag.asked.level}, ${flag.asked.clinicianId}
    where not exists (select from access.red_flag c where c.request_id = ${flag.requestId} and c.category = ${flag.category}
      and c.origin = ${flag.origin} and c.closed_at is not null and c.matched = ${flag.matched})
    on conflict (request_id, category, origin) where closed_at is null do update set
      matched = excluded.matched,
      level = case when '999' in (f.level, excluded.level) then '999' else f.level end,
      softened = f.softened and excluded.softened,
      basis = case when 'wording' in (f.basis, excluded.basis) then 'wording' else 'likeness' end,
      answered_no_at = case when f.softened and excluded.softened then f.answered_no_at end,
      acknowledged_at = case when f.softened and not excluded.softened then null else f.acknowledged_at end,
      acknowledged_by = case when f.softened and not excluded.softened then null else f.acknowledged_by end,
      withdrawn_at = null
    where f.withdrawn_at is not null or f.matched <> excluded.matched or f.softened and not excluded.softened
    returning f.id, not exists (select from stood) or exists (select from stood s where s.softened and not f.softened or s.withdrawn_at is not null) as alert`);
}

/** Puts a flag to somebody else, keeping whom it was with before. */
export async function moveFlag(tx: Tx, id: string, asked: Asked): Promise<void> {
  await tx.rows(sql`update access.red_flag set asked_before = asked_before ||
      jsonb_build_object('level', asked_level, 'clinicianId', asked_clinician_id, 'at', asked_at),
      asked_level = ${asked.level}, asked_clinician_id = ${asked.clinicianId}, asked_at = now()
    where id = ${id}`);
}

/** Records that the direct question behind a softened flag was answered no, or (false) takes that back. */
export async function answerSoftened(tx: Tx, id: string, saidNo: boolean): Promise<void> {
  await tx.rows(
    sql`update access.red_flag set answered_no_at = case when ${saidNo} then now() end where id = ${id} and softened and closed_at is null`,
  );
}

/** Takes back an answer that was pressed by mistake: the alert it raised stands, the request may go on. */
export async function withdrawAnswer(tx: Tx, requestId: string, questionId: string): Promise<void> {
  await tx.rows(sql`update access.red_flag set withdrawn_at = now()
    where request_id = ${requestId} and question_id = ${questionId} and closed_at is null and withdrawn_at is null`);
}

/** A clinician has seen it; the first keeps the name. */
export async function acknowledgeFlag(tx: Tx, id: string, personId: string): Promise<void> {
  await tx.rows(
    sql`update access.red_flag set acknowledged_at = now(), acknowledged_by = ${personId} where id = ${id} and acknowledged_at is null`,
  );
}

/** Who had it has it no more: whoever is asked is asked again. */
export async function giveBackFlag(tx: Tx, id: string): Promise<void> {
  await tx.rows(
    sql`update access.red_flag set acknowledged_at = null, acknowledged_by = null where id = ${id} and closed_at is null`,
  );
}

/** How a clinician closes a flag: what was done, what becomes of the request, and whether it was a danger. */
export interface Closing {
  readonly note: string;
  readonly next: 'ended' | 'waiting';
  readonly danger: Danger;
  /** The urgency and the times of a request that goes back. */
  readonly clock?: (Clock & { readonly urgency: string }) | undefined;
}

/** Closes a flag with a note and says what becomes of its request; repeated calls change nothing. */
export async function closeFlag(
  tx: Tx,
  id: string,
  { note, next, danger, clock }: Closing,
): Promise<'closed' | 'repeated'> {
  const row = await tx.one<{ said: 'closed' | 'repeated' }>(
    sql`select access.close_flag(${id}, ${note}, ${next}, ${danger}, ${clock ? JSON.stringify(clock) : null}::jsonb) as said`,
  );
  return row.said;
}
