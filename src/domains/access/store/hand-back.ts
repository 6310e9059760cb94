import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/transaction.ts';
import type { Ask, AskedOf, HandBackLevel, Owed } from '../hand-back.ts';
import type { HandBackStanding, VisitToHandBack } from '../queries/hand-back.ts';

/** A hand-back as it is written for a visit. */
export interface NewHandBack {
  readonly id: string;
  readonly visit: VisitToHandBack;
  readonly nothingAsked: boolean;
  readonly done: string;
  readonly by: string | null;
}

/** Writes the hand-back of a visit, once; false where it stands already. */
export async function insertHandBack(tx: Tx, { id, visit, nothingAsked, done, by }: NewHandBack): Promise<boolean> {
  const { groupId, practiceId, hostPracticeId, bookingId, patientId, clinicianId } = visit;
  const made =
    await tx.maybe(sql`insert into access.hand_back (id, group_id, practice_id, host_practice_id, booking_id, patient_id, clinician_id,
      nothing_asked, done, written_by)
    values (${id}, ${groupId}, ${practiceId}, ${hostPracticeId}, ${bookingId}, ${patientId}, ${clinicianId}, ${nothingAsked}, ${done}, ${by})
    on conflict (booking_id) do nothing returning id`);
  return made !== undefined;
}

/** To what hand-back a part belongs. */
export type Whole = Pick<
  HandBackStanding,
  'id' | 'groupId' | 'practiceId' | 'hostPracticeId' | 'clinicianId' | 'bookingId'
>;

const ofColumns = (of: AskedOf) =>
  ({
    kind: of.kind,
    role: of.kind === 'role' ? of.role : null,
    clinicianId: of.kind === 'clinician' ? of.clinicianId : null,
  }) as const;

/** Adds one thing that is asked. */
export async function insertAsk(tx: Tx, whole: Whole, { id, ask }: { id: string; ask: Ask }): Promise<void> {
  const of = ofColumns(ask.of);
  await tx.rows(sql`insert into access.hand_back_ask (id, group_id, practice_id, host_practice_id, hand_back_id, booking_id, clinician_id, what,
      of_kind, of_role, of_clinician_id, due_on)
    values (${id}, ${whole.groupId}, ${whole.practiceId}, ${whole.hostPracticeId}, ${whole.id}, ${whole.bookingId}, ${whole.clinicianId},
      ${ask.what}, ${of.kind}, ${of.role}, ${of.clinicianId}, ${ask.dueOn})`);
}

/** Adds a result that is owed. */
export async function insertOwed(tx: Tx, whole: Whole, { id, owed }: { id: string; owed: Owed }): Promise<void> {
  await tx.rows(sql`insert into access.owed_result (id, group_id, practice_id, host_practice_id, hand_back_id, booking_id, clinician_id, test,
      owner_clinician_id, expected_on)
    values (${id}, ${whole.groupId}, ${whole.practiceId}, ${whole.hostPracticeId}, ${whole.id}, ${whole.bookingId}, ${whole.clinicianId},
      ${owed.test}, ${owed.ownerId}, ${owed.expectedOn})`);
}

/** A line of history: who did what, why, and what stood before. */
export interface Line {
  readonly at: Temporal.Instant;
  readonly by: string | null;
  readonly name: string;
  readonly what: 'corrected' | 'added to' | 'passed on' | 'handed over';
  readonly note: string;
  readonly before: string;
}

const grown = (line: Line) => sql`history || jsonb_build_array(${JSON.stringify(line)}::jsonb)`;

/** The home practice has seen it; the first keeps the name. False where somebody was first. */
export async function acknowledgeRow(tx: Tx, id: string, by: string): Promise<boolean> {
  const seen = await tx.maybe(sql`update access.hand_back set acknowledged_at = now(), acknowledged_by = ${by}
    where id = ${id} and acknowledged_at is null returning id`);
  return seen !== undefined;
}

/** Corrects what was done, keeping what stood: the home practice is asked again. */
export async function correctRow(tx: Tx, id: string, { done, line }: { done: string; line: Line }): Promise<void> {
  await tx.rows(sql`update access.hand_back set done = ${done}, nothing_asked = false, acknowledged_at = null, acknowledged_by = null,
      asked_before = asked_before || jsonb_build_object('level', asked_level, 'clinicianId', duty_clinician_id, 'at', asked_at),
      asked_level = 'practice', duty_clinician_id = null, asked_at = now(), history = ${grown(line)}
    where id = ${id}`);
}

/** Holds the parts of a hand-back: before the whole, as whoever closes one does, because two orders would be a deadlock. */
export async function holdParts(tx: Tx, id: string): Promise<void> {
  await tx.rows(sql`select a.id from access.hand_back_ask a where a.hand_back_id = ${id} order by a.id for update`);
  await tx.rows(sql`select r.id from access.owed_result r where r.hand_back_id = ${id} order by r.id for update`);
}

/** Puts a hand-back and its parts to somebody else, keeping with whom it was before. */
export async function moveHandBack(
  tx: Tx,
  id: string,
  { level, clinicianId }: { level: HandBackLevel; clinicianId: string | null },
): Promise<void> {
  await tx.rows(sql`update access.hand_back set
      asked_before = asked_before || jsonb_build_object('level', asked_level, 'clinicianId', duty_clinician_id, 'at', asked_at),
      asked_level = ${level}, duty_clinician_id = ${clinicianId}, asked_at = now() where id = ${id}`);
  await tx.rows(sql`update access.hand_back_ask set duty_clinician_id = ${clinicianId} where hand_back_id = ${id}`);
  await tx.rows(sql`update access.owed_result set duty_clinician_id = ${clinicianId} where hand_back_id = ${id}`);
}

type Part = 'hand_back_ask' | 'owed_result';

/** Closes an ask or a result with what was done; false where it is closed or not there. */
export async function closePart(
  tx: Tx,
  part: Part,
  { id, note, by }: { id: string; note: string; by: string | null },
): Promise<boolean> {
  const table = part === 'owed_result' ? sql`access.owed_result` : sql`access.hand_back_ask`;
  const closed = await tx.maybe(sql`update ${table} set closed_at = now(), closed_by = ${by}, closing_note = ${note}
    where id = ${id} and closed_at is null returning id`);
  return closed !== undefined;
}

/** Puts an ask to somebody else, with the line that keeps who had it. */
export async function passAsk(tx: Tx, id: string, { of, line }: { of: AskedOf; line: Line }): Promise<void> {
  const next = ofColumns(of);
  await tx.rows(sql`update access.hand_back_ask set of_kind = ${next.kind}, of_role = ${next.role}, of_clinician_id = ${next.clinicianId},
      history = ${grown(line)} where id = ${id} and closed_at is null`);
}

/** Gives a result another owner, with the line that keeps who had it. */
export async function handOverRow(
  tx: Tx,
  id: string,
  { ownerId, line }: { ownerId: string; line: Line },
): Promise<void> {
  await tx.rows(sql`update access.owed_result set owner_clinician_id = ${ownerId}, history = ${grown(line)}
    where id = ${id} and closed_at is null`);
}
