import type { Queryable } from '#platform/db/database.ts';
import { sql, type Sql } from '#platform/db/sql.ts';
import { actorJson, type Context } from '#platform/db/transaction.ts';
import type { ChangeReason } from '../session-change.ts';
import type { Answer } from './booking.ts';

type Acting = Pick<Context, 'actor' | 'act'>;

const enter = ({ actor, act }: Acting): Sql => sql`${actorJson(actor)}::jsonb, ${act.action}`;

/** Changes sessions in one statement; answers how many visits lost their place. A change made before is not made again. Their requests are answered by `answerBy`, or when the need is due where that is sooner. */
export async function callChangeSessions(
  db: Queryable,
  acting: Acting,
  change: { id: string; why: ChangeReason; changes: string; shown: readonly string[]; answerBy: Temporal.Instant },
): Promise<number> {
  const { lost } = await db.one<{ lost: number }>(sql`
    select access.change_sessions(${enter(acting)}, ${change.id}, ${change.why}, ${change.changes}::jsonb, ${change.shown}::uuid[],
      ${change.answerBy}) as lost`);
  return lost;
}

/** Undoes a change in one statement; answers how many visits have their place again, and how many could not. */
export async function callUndoChange(
  db: Queryable,
  acting: Acting,
  changeId: string,
): Promise<{ putBack: number; leftOver: number }> {
  return db.one(
    sql`select u.put_back as "putBack", u.left_over as "leftOver" from access.undo_change(${enter(acting)}, ${changeId}) u`,
  );
}

/** Books another place for a visit that lost its own, in one statement. */
export async function callPlaceOrphan(
  db: Queryable,
  acting: Acting,
  want: { key: string; id: string; orphanId: string; sessionId: string; startsAt: Temporal.Instant; minutes: number },
): Promise<Answer> {
  return db.one<Answer>(sql`select outcome, booking_id from access.place_orphan(${enter(acting)}, ${want.key}, ${want.id}, ${want.orphanId},
    ${want.sessionId}, ${want.startsAt}, ${want.minutes})`);
}

/** A step of a visit that lost its place: its patient knows; it waits again; settled otherwise; nobody was reached. */
export type OrphanStep = 'told' | 'again' | 'settled' | 'not-reached';

/** Records a step of a visit that lost its place, in one statement. */
export async function callSettleOrphan(
  db: Queryable,
  acting: Acting,
  { orphanId, step, note }: { orphanId: string; step: OrphanStep; note: string },
): Promise<void> {
  await db.rows(sql`select access.settle_orphan(${enter(acting)}, ${orphanId}, ${step}, ${note})`);
}
