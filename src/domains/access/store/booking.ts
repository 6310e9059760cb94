import type { Queryable } from '#platform/db/database.ts';
import { sql, type Sql } from '#platform/db/sql.ts';
import { actorJson, type Context } from '#platform/db/transaction.ts';

/** One slot for one patient. `key` makes a repeated call the same booking. */
export interface SlotWanted {
  readonly key: string;
  readonly id: string;
  readonly requestId: string | null;
  readonly patientId: string;
  readonly sessionId: string;
  readonly startsAt: Temporal.Instant;
  readonly minutes: number;
}

/** A place past the limit and outside the slots, with the reason and the name of who decided. */
export interface OverflowWanted {
  readonly key: string;
  readonly id: string;
  readonly requestId: string | null;
  readonly patientId: string;
  readonly clinicianId: string;
  readonly hostPracticeId: string;
  readonly startsAt: Temporal.Instant;
  readonly minutes: number;
  readonly mode: string;
  readonly reason: string;
  readonly decidedBy: string;
  /** Which clinician of the group that is; undefined for somebody not listed, and for a clinician who decides themself. */
  readonly deciderId?: string | undefined;
  /** The start of the clinician's ordinary visit at that time, where it was shown and meant. */
  readonly beside?: readonly Temporal.Instant[] | undefined;
}

/** What a booking function answers. */
export interface Answer {
  readonly outcome: 'booked' | 'repeated' | 'cancelled';
  readonly booking_id: string;
}

type Acting = Pick<Context, 'actor' | 'act'>;

function enter({ actor, act }: Acting): Sql {
  return sql`${actorJson(actor)}::jsonb, ${act.action}`;
}

/** Books in one statement, which is its own transaction. */
export async function callBook(db: Queryable, acting: Acting, want: SlotWanted): Promise<Answer> {
  const call = sql`select outcome, booking_id from access.book(${enter(acting)}, ${want.key}, ${want.id}, ${want.requestId},
    ${want.patientId}, ${want.sessionId}, ${want.startsAt}, ${want.minutes})`;
  return db.one<Answer>(call);
}

/** One visit with all it takes: a second clinician of another session, and a room where its session needs one. */
export interface JointWanted extends SlotWanted {
  readonly secondSessionId: string | null;
}

/** Books one visit with all it takes, or nothing, in one statement. */
export async function callJoint(db: Queryable, acting: Acting, want: JointWanted): Promise<Answer> {
  return db.one<Answer>(sql`select outcome, booking_id from access.book_joint(${enter(acting)}, ${want.key}, ${want.id}, ${want.requestId},
    ${want.patientId}, ${want.sessionId}, ${want.startsAt}, ${want.minutes}, ${want.secondSessionId})`);
}

/** Books past the limit in one statement. */
export async function callOverflow(db: Queryable, acting: Acting, want: OverflowWanted): Promise<Answer> {
  return db.one<Answer>(sql`select outcome, booking_id from access.book_overflow(${enter(acting)}, ${want.key}, ${want.id}, ${want.requestId},
    ${want.patientId}, ${want.clinicianId}, ${want.hostPracticeId}, ${want.startsAt}, ${want.minutes}, ${want.mode}, ${want.reason},
    ${want.decidedBy}, ${want.beside?.map(String) ?? null}::timestamptz[],
    ${want.deciderId ?? null})`);
}

/** Another slot for a booking that stands. */
export interface MoveWanted extends Omit<SlotWanted, 'requestId' | 'patientId'> {
  readonly bookingId: string;
}

/** Moves in one statement, which is its own transaction. */
export async function callMove(db: Queryable, acting: Acting, want: MoveWanted): Promise<Answer> {
  return db.one<Answer>(sql`select outcome, booking_id from access.move(${enter(acting)}, ${want.key}, ${want.id}, ${want.bookingId},
    ${want.sessionId}, ${want.startsAt}, ${want.minutes})`);
}

/** Cancels in one statement. */
export async function callCancel(
  db: Queryable,
  acting: Acting,
  { id, reason }: { id: string; reason: string },
): Promise<Answer> {
  return db.one<Answer>(sql`select outcome, booking_id from access.cancel(${enter(acting)}, ${id}, ${reason})`);
}

/** A step of a visit on its day; `back` takes the last one back. */
export type Step = 'arrived' | 'started' | 'finished' | 'did-not-attend' | 'back';

/** Records a step of a visit in one statement; repeating it changes nothing. */
export async function callProgress(
  db: Queryable,
  acting: Acting,
  { id, step }: { id: string; step: Step },
): Promise<void> {
  await db.rows(sql`select access.progress(${enter(acting)}, ${id}, ${step})`);
}

/** Confirms, as the clinician said to have decided it, an urgent overflow. */
export async function callConfirmOverflow(db: Queryable, acting: Acting, id: string): Promise<void> {
  await db.rows(sql`select access.confirm_overflow(${enter(acting)}, ${id})`);
}

/** Stops further routine bookings of the actor's own day, or lets them in again. */
export async function callStopRoutine(db: Queryable, acting: Acting, stop: boolean): Promise<void> {
  await db.rows(sql`select access.stop_routine(${enter(acting)}, ${stop})`);
}
