import { err, ok, type Result } from '#kernel/result.ts';
import { systemActor } from '#platform/auth/actor.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import {
  changeById,
  mostSessions,
  sessionsTouched,
  visitsLosing,
  type LosingVisit,
  type TouchedSession,
  type Touching,
} from '../queries/session-change.ts';
import { refusalOf, type Refusal } from '../refusal.ts';
import {
  changesAsJson,
  changesByAbsence,
  type ChangeReason,
  type SessionChange,
  type Span,
} from '../session-change.ts';
import { answeredAgainBy } from '../navigation.ts';
import { protocolAt } from '../queries/guidance.ts';
import { announce } from '../store/request.ts';
import { callChangeSessions, callUndoChange } from '../store/session-change.ts';
import { orphansPlaceable } from './orphan.ts';

/** A change as somebody asks for it. */
export type ChangeWanted =
  | { readonly kind: 'session'; readonly sessionId: string; readonly to: Span | null }
  | { readonly kind: 'absence'; readonly clinicianId: string; readonly away: Span }
  | { readonly kind: 'closure'; readonly practiceId: string; readonly away: Span };

/** What a change would do, as it is shown before anything is saved. */
export interface ChangePreview {
  readonly why: ChangeReason;
  readonly changes: readonly (SessionChange & { readonly session: TouchedSession })[];
  readonly losing: readonly LosingVisit[];
  /** How many of them could be put elsewhere as things stand; null where none is lost. */
  readonly placeable: number | null;
}

/** Why a change cannot be shown or made. */
export type ChangeRefused =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'too-many'; readonly most: number }
  | { readonly kind: 'changed' }
  | { readonly kind: 'others-lose' }
  | { readonly kind: 'overlap' }
  | { readonly kind: 'booking'; readonly refusal: Refusal };

interface Worked {
  readonly why: ChangeReason;
  readonly changes: ChangePreview['changes'];
  readonly json: string;
}

function touching(want: ChangeWanted): Touching {
  if (want.kind === 'session') return { sessionId: want.sessionId };
  const span = { from: want.away.startsAt, until: want.away.endsAt };
  return want.kind === 'absence'
    ? { clinicianId: want.clinicianId, ...span }
    : { practiceId: want.practiceId, ...span };
}

async function workOut(tx: Tx, want: ChangeWanted, now: Temporal.Instant): Promise<Result<Worked, ChangeRefused>> {
  const sessions = await sessionsTouched(tx, touching(want), now);
  if (sessions.length > mostSessions) return err({ kind: 'too-many', most: mostSessions });
  const byId = new Map(sessions.map((session) => [session.id, session]));
  const plain =
    want.kind === 'session'
      ? sessions.map((session) => ({ session, left: want.to }))
      : changesByAbsence(sessions, want.away, now);
  const changes = plain.flatMap(({ session: { id }, left }) => {
    const session = byId.get(id);
    return session ? [{ session, left }] : [];
  });
  if (changes.length === 0 && want.kind !== 'absence') return err({ kind: 'nothing' });
  const away = want.kind === 'absence' ? [{ clinicianId: want.clinicianId, ...want.away }] : [];
  const why: ChangeReason = want.kind === 'session' ? (want.to === null ? 'not-needed' : 'times') : want.kind;
  return ok({ why, changes, json: changesAsJson(changes, away) });
}

/** Shows what a change would do: sessions and visits that lose their place, and how many of those could go elsewhere. Saves nothing. */
export async function previewChange(
  context: Context,
  want: ChangeWanted,
  now: Temporal.Instant,
): Promise<Result<ChangePreview, ChangeRefused>> {
  const shown = await transaction(context, async (tx) => {
    const worked = await workOut(tx, want, now);
    if (!worked.ok) return worked;
    const { why, changes, json } = worked.value;
    const losing = await visitsLosing(tx, json);
    return changes.length === 0 && losing.length === 0
      ? err<ChangeRefused>({ kind: 'nothing' })
      : ok({ why, changes, losing });
  });
  if (!shown.ok) return shown;
  const { losing, changes } = shown.value;
  if (losing.length === 0) return ok({ ...shown.value, placeable: null });
  // The program counts for itself: whoever changes sessions need not see the patients.
  const counting = {
    ...context,
    actor: systemActor('preview of a session change', context.actor.groupId),
    act: { action: 'preview-session-change' },
  };
  const placeable = await transaction(counting, (tx) =>
    orphansPlaceable(tx, {
      bookings: losing.map(({ bookingId }) => bookingId),
      gone: changes.map(({ session, left }) => ({ sessionId: session.id, left })),
      now,
    }),
  );
  return ok({ ...shown.value, placeable });
}

/**
 * Makes a change as it was shown: `shown` are the visits that were said to lose their place. Where others would, or a session
 * is not as it was, nothing is changed. `id` makes a form sent twice the same change.
 */
export async function makeChange(
  context: Context,
  want: ChangeWanted,
  { id, shown, now }: { id: string; shown: readonly string[]; now: Temporal.Instant },
): Promise<Result<{ lost: number }, ChangeRefused>> {
  const { before, worked, answerBy } = await transaction(context, async (tx) => ({
    before: await changeById(tx, id),
    answerBy: answeredAgainBy(await protocolAt(tx, now), now),
    worked: await workOut(tx, want, now),
  }));
  // A form sent twice finds the sessions changed already.
  if (before) return ok({ lost: before.visits.all });
  if (!worked.ok) return worked;
  const { why, changes, json } = worked.value;
  if (changes.length === 0 && shown.length === 0) return err({ kind: 'nothing' });
  const lost = await answered(() =>
    callChangeSessions(context.db, context, { id, why, changes: json, shown, answerBy }),
  );
  if (!lost.ok) return lost;
  await announceChange(context);
  return ok({ lost: lost.value });
}

/** Undoes a change: sessions as before, and the visits that still wait put back into their places where they can be. */
export async function undoChange(
  context: Context,
  changeId: string,
): Promise<Result<{ putBack: number; leftOver: number }, ChangeRefused>> {
  const undone = await answered(() => callUndoChange(context.db, context, changeId));
  if (undone.ok) await announceChange(context);
  return undone;
}

async function announceChange({ db, actor }: Context): Promise<void> {
  if (actor.groupId !== null)
    await announce(db, 'requests', { groupId: actor.groupId, practiceId: actor.practiceId ?? '' });
}

const refused: Readonly<Record<string, ChangeRefused>> = {
  SP091: { kind: 'changed' },
  SP092: { kind: 'others-lose' },
  // Undone after its clinician left: the session is not theirs to have again.
  SP133: { kind: 'changed' },
  '23P01': { kind: 'overlap' },
};

async function answered<T>(call: () => Promise<T>): Promise<Result<T, ChangeRefused>> {
  for (let tries = 1; ; tries += 1) {
    try {
      return ok(await call());
    } catch (error) {
      const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
      const refusal = refusalOf(error);
      if (refused[code]) return err(refused[code]);
      if (refusal !== undefined) return err({ kind: 'booking', refusal });
      // Whoever was stopped because two wanted each other's rows has done nothing: once more.
      if (code !== '40P01' || tries === 3) throw error;
    }
  }
}
