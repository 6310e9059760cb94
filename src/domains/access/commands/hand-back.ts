import { randomUUIDv7 } from 'node:crypto';
import { err, ok, type Result } from '#kernel/result.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import { askedRoles, goesOnAt, writtenIn, type AskedOf, type HandBackDraft, type HandBackLevel } from '../hand-back.ts';
import {
  asksOf,
  handBackOfVisit,
  handBackRule,
  holdHandBackOf,
  resultsOf,
  visitToHandBack,
  type StandingAsk,
} from '../queries/hand-back.ts';
import { refusalOf, type Refusal } from '../refusal.ts';
import { callProgress } from '../store/booking.ts';
import {
  acknowledgeRow,
  closePart,
  correctRow,
  handOverRow,
  insertAsk,
  insertHandBack,
  insertOwed,
  passAsk,
  type Line,
  type Whole,
} from '../store/hand-back.ts';
import { announce } from '../store/request.ts';
import { hearHandBack } from './hand-back-heard.ts';

/** The job that puts a hand-back nobody has acknowledged to the next. */
export const escalateHandBackJob = 'access.escalate-hand-back';

/** Why something was not done with a hand-back. */
export type HandBackRefused = Refusal | 'note' | 'choice' | 'closed-already';

/** When something is done, from which every wait is counted. */
export interface At {
  readonly now: Temporal.Instant;
}

/**
 * Ends a visit outside the home practice: the hand-back (or that nothing is asked) is written, the visit is finished and the
 * wait for its acknowledgement begins, in one transaction. Written twice it stands as it was first.
 */
export async function finishWithHandBack(
  context: Context,
  bookingId: string,
  { draft, now }: At & { readonly draft: HandBackDraft },
): Promise<Result<undefined, HandBackRefused>> {
  if ((await transaction(context, (tx) => visitToHandBack(tx, bookingId))) === undefined) return err('not-there');
  await hearHandBack(context, { bookingId, texts: writtenIn(draft), now });
  return tried(context, async (tx) => {
    const visit = await visitToHandBack(tx, bookingId);
    if (visit === undefined) return err('not-there');
    const whole = { ...visit, id: randomUUIDv7() };
    const { nothingAsked, done } = draft;
    if (await insertHandBack(tx, { id: whole.id, visit, nothingAsked, done, by: context.actor.personId })) {
      await addParts(tx, whole, draft);
      if (!nothingAsked) await awaitAcknowledgement(tx, whole, { level: 'practice', now });
    }
    await callProgress(tx, context, { id: bookingId, step: 'finished' });
    await announce(tx, 'requests', visit);
    return ok(undefined);
  });
}

async function addParts(tx: Tx, whole: Whole, { asks, owed }: Pick<HandBackDraft, 'asks' | 'owed'>): Promise<void> {
  for (const ask of asks) await insertAsk(tx, whole, { id: randomUUIDv7(), ask });
  for (const one of owed) await insertOwed(tx, whole, { id: randomUUIDv7(), owed: one });
}

/** Adds the job that looks again when the wait is over; a hand-back has one such job at a time. */
export async function awaitAcknowledgement(
  tx: Tx,
  { id, groupId }: Pick<Whole, 'id' | 'groupId'>,
  { level, now }: At & { readonly level: HandBackLevel },
): Promise<void> {
  const runAt = goesOnAt(await handBackRule(tx, groupId), level, now);
  if (runAt) await tx.addJob(escalateHandBackJob, { handBackId: id, groupId }, { runAt, key: `hand-back:${id}` });
}

/** The home practice has seen it. Whoever is first keeps the name; pressing it after them changes nothing. */
export async function acknowledgeHandBack(
  context: Context,
  bookingId: string,
): Promise<Result<undefined, HandBackRefused>> {
  const { personId } = context.actor;
  return tried(context, async (tx) => {
    const standing = await holdHandBackOf(tx, bookingId);
    if (standing === undefined || personId === null) return err('not-there');
    if (standing.acknowledgedAt === null) await acknowledgeRow(tx, standing.id, personId);
    await announce(tx, 'requests', standing);
    return ok(undefined);
  });
}

/** What is changed by a correction, and why. */
export interface Correction extends At {
  readonly draft: HandBackDraft;
  readonly reason: string;
}

/** Who wrote a hand-back corrects or adds to it, with why; what stood is kept, and the home practice is asked again. */
export async function correctHandBack(
  context: Context,
  bookingId: string,
  { draft, reason, now }: Correction,
): Promise<Result<undefined, HandBackRefused>> {
  if (reason.trim() === '') return err('note');
  await hearHandBack(context, { bookingId, texts: [...writtenIn(draft), reason], now });
  return tried(context, async (tx) => {
    const visit = await visitToHandBack(tx, bookingId);
    const standing = visit && (await holdHandBackOf(tx, bookingId));
    if (standing === undefined) return err('not-there');
    const what = standing.done === draft.done ? 'added to' : 'corrected';
    const line = lineOf(context, { what, note: reason, before: standing.done, now });
    await correctRow(tx, standing.id, { done: draft.done, line });
    await addParts(tx, standing, draft);
    await awaitAcknowledgement(tx, standing, { level: 'practice', now });
    await announce(tx, 'requests', standing);
    return ok(undefined);
  });
}

/** A part of a hand-back: an ask or a result, by its id. */
export interface Part extends At {
  readonly part: string;
}

/** Closes an ask or a result with what was done. */
export async function closePartOf(
  context: Context,
  bookingId: string,
  { kind, part, note, now }: Part & { readonly kind: 'ask' | 'result'; readonly note: string },
): Promise<Result<undefined, HandBackRefused>> {
  if (note.trim() === '') return err('note');
  await hearHandBack(context, { bookingId, texts: [note], now });
  return tried(context, async (tx) => {
    const card = await partOf(tx, bookingId, { kind, part });
    if (card === undefined) return err('not-there');
    const closed = { id: part, note: note.trim(), by: context.actor.personId };
    if (!(await closePart(tx, kind === 'ask' ? 'hand_back_ask' : 'owed_result', closed))) return err('closed-already');
    await announce(tx, 'requests', card);
    return ok(undefined);
  });
}

/** Passes an ask on to somebody else, with why; who had it is kept. */
export async function passAskOn(
  context: Context,
  bookingId: string,
  { part, to, reason, now }: Part & { readonly to: AskedOf | undefined; readonly reason: string },
): Promise<Result<undefined, HandBackRefused>> {
  if (reason.trim() === '') return err('note');
  if (to === undefined) return err('choice');
  await hearHandBack(context, { bookingId, texts: [reason], now });
  return tried(context, async (tx) => {
    const card = await partOf(tx, bookingId, { kind: 'ask', part });
    const ask = card && (await asksOf(tx, [card.id])).find(({ id }) => id === part);
    if (card === undefined || ask === undefined) return err('not-there');
    if (ask.closedAt !== null) return err('closed-already');
    const line = lineOf(context, { what: 'passed on', note: reason, before: askedOfWords(ask, card.hostName), now });
    await passAsk(tx, part, { of: to, line });
    await announce(tx, 'requests', card);
    return ok(undefined);
  });
}

/** Hands a result over to another clinician, with why; whose it was is kept. */
export async function handOverResult(
  context: Context,
  bookingId: string,
  { part, ownerId, reason, now }: Part & { readonly ownerId: string; readonly reason: string },
): Promise<Result<undefined, HandBackRefused>> {
  if (reason.trim() === '') return err('note');
  await hearHandBack(context, { bookingId, texts: [reason], now });
  return tried(context, async (tx) => {
    const card = await partOf(tx, bookingId, { kind: 'result', part });
    const rule = card && (await handBackRule(tx, card.groupId));
    const result = card && rule && (await resultsOf(tx, [card.id], rule)).find(({ id }) => id === part);
    if (card === undefined || result === undefined) return err('not-there');
    if (result.closedAt !== null) return err('closed-already');
    if (result.ownerId === ownerId) return err('choice');
    const line = lineOf(context, { what: 'handed over', note: reason, before: result.ownerName, now });
    await handOverRow(tx, part, { ownerId, line });
    await announce(tx, 'requests', card);
    return ok(undefined);
  });
}

/** The hand-back of a visit, if the actor sees that part of it. */
async function partOf(tx: Tx, bookingId: string, { kind, part }: { kind: 'ask' | 'result'; part: string }) {
  const card = await handBackOfVisit(tx, bookingId);
  if (card === undefined) return undefined;
  const parts = kind === 'ask' ? await asksOf(tx, [card.id]) : await resultsOf(tx, [card.id], { awayDays: 1 });
  return parts.some(({ id }) => id === part) ? card : undefined;
}

/** Of whom something is asked, in words. */
export function askedOfWords(
  { ofKind, ofRole, ofName }: Pick<StandingAsk, 'ofKind' | 'ofRole' | 'ofName'>,
  hostName: string,
): string {
  if (ofKind === 'host') return hostName;
  return ofKind === 'clinician' ? (ofName ?? '') : `the ${askedRoles[ofRole as keyof typeof askedRoles]}`;
}

function lineOf({ actor }: Context, { what, note, before, now }: At & Pick<Line, 'what' | 'note' | 'before'>): Line {
  return { at: now, by: actor.personId, name: actor.name, what, note: note.trim(), before };
}

/** Runs an act; what the database refuses is undone and answered in words. */
async function tried(
  context: Context,
  act: (tx: Tx) => Promise<Result<undefined, HandBackRefused>>,
): Promise<Result<undefined, HandBackRefused>> {
  try {
    return await transaction(context, act);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === undefined) throw error;
    return err(refusal);
  }
}
