import { randomUUIDv7 } from 'node:crypto';
import { err, ok, type Result } from '#kernel/result.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import type { CandidateSession, Opening } from '../offer/opening.ts';
import { candidates } from '../queries/candidates.ts';
import { offerTerms, type OfferTerms } from '../queries/offers.ts';
import {
  joinedPractices,
  mostOrphans,
  orphansWaiting,
  reOfferWeights,
  visitsAsLost,
  type Orphan,
} from '../queries/orphan.ts';
import { openOrphans } from '../queries/remedy.ts';
import { modesFor, reOffer, type LostVisit, type ReOfferWeights } from '../re-offer.ts';
import { refusalOf, type Refusal } from '../refusal.ts';
import type { Span } from '../session-change.ts';
import { announce } from '../store/request.ts';
import { callPlaceOrphan, callSettleOrphan, type OrphanStep } from '../store/session-change.ts';
import { hearInOrphan } from './heard.ts';

/** Days ahead of now, or of the last visit lost, that are looked through; practices at most; and visits weighed together. */
const [daysAhead, mostPractices] = [14, 10];

/** The worklist of visits that lost their place: those without one with the best place for each as a whole, and those to be told. */
export interface Worklist {
  readonly open: readonly { readonly orphan: Orphan; readonly place: Opening | undefined }[];
  readonly placed: readonly Orphan[];
  /** Whether there are more than one page works on. */
  readonly more: boolean;
  readonly points: number;
}

/** Reads the worklist and works out the best places for all of it together; nothing is held or saved. */
export async function worklist(
  tx: Tx,
  { now, practice }: { now: Temporal.Instant; practice?: string | undefined },
): Promise<Worklist> {
  const all = await orphansWaiting(tx, { practice });
  const rows = all.slice(0, mostOrphans);
  const open = rows.filter(({ state }) => state === 'open');
  // Whom a red flag stops is answered by a clinician before anything is offered.
  const lost = open.filter(({ stopped }) => !stopped).flatMap((orphan) => lostVisit(orphan) ?? []);
  const { places, points } = await bestPlaces(tx, lost, now);
  return {
    open: open.map((orphan) => ({ orphan, place: places.get(orphan.id) })),
    placed: rows.filter(({ state }) => state === 'placed'),
    more: all.length > mostOrphans,
    points,
  };
}

function lostVisit({
  id,
  person,
  clinicianId,
  role,
  mode,
  startsAt,
  minutes,
  dueAt,
  urgent,
}: Orphan): LostVisit | undefined {
  if (person === null) return undefined;
  return {
    ...{ id, clinicianId, role, mode, minutes, urgent, patient: person.visit },
    ...{ startsAt: startsAt.epochMilliseconds, dueBy: dueAt?.epochMilliseconds ?? null },
  };
}

type Ground = { readonly now: Temporal.Instant; readonly weights: ReOfferWeights; readonly terms: OfferTerms };
const londonDay = (at: Temporal.Instant) => at.toZonedDateTimeISO('Europe/London').toPlainDate();

type SessionsOf = (visit: LostVisit) => readonly CandidateSession[];

async function bestPlaces(tx: Tx, lost: readonly LostVisit[], now: Temporal.Instant) {
  const ground = { now, weights: await reOfferWeights(tx), terms: await offerTerms(tx, londonDay(now)) };
  return place(lost, await sessionsFor(tx, lost, { now }), ground);
}

function place(lost: readonly LostVisit[], sessionsOf: SessionsOf, { now, weights, terms }: Ground) {
  return reOffer(lost, { sessionsOf, weights, terms, now: now.epochMilliseconds });
}

/** The sessions each visit may go to: one search for each practice whose patients lost a place. */
async function sessionsFor(
  tx: Tx,
  lost: readonly LostVisit[],
  { now, joined }: { now: Temporal.Instant; joined?: readonly string[] },
): Promise<SessionsOf> {
  const latest = lost.reduce((so, { startsAt }) => Math.max(so, startsAt), now.epochMilliseconds);
  const until = londonDay(Temporal.Instant.fromEpochMilliseconds(latest)).add({ days: daysAhead });
  const found = new Map<string, CandidateSession[]>();
  for (const practiceId of new Set(lost.map(({ patient }) => patient.practiceId))) {
    const here = lost.filter(({ patient }) => patient.practiceId === practiceId);
    found.set(
      practiceId,
      await candidates(tx, {
        ...{ practiceId, patientId: null, usualGpId: null, now, until, duty: false, practices: mostPractices },
        roles: [...new Set(here.map(({ role }) => role))],
        modes: [...new Set(here.flatMap(({ mode }) => modesFor(mode)))],
        within: joined && (joined.includes(practiceId) ? joined : [practiceId]),
      }),
    );
  }
  return ({ patient }) => found.get(patient.practiceId) ?? [];
}

/** How many of bookings could be put elsewhere if those sessions were changed so; the program counts it for itself. */
export async function orphansPlaceable(
  tx: Tx,
  {
    bookings,
    gone,
    now,
  }: {
    bookings: readonly string[];
    gone: readonly { sessionId: string; left: Span | null }[];
    now: Temporal.Instant;
  },
): Promise<number> {
  const lost = (await visitsAsLost(tx, bookings)).slice(0, mostOrphans);
  // The program itself sees more than an agreement opens.
  const sessionsOf = await sessionsFor(tx, lost, { now, joined: await joinedPractices(tx) });
  const left = new Map(gone.map((one) => [one.sessionId, one.left]));
  const weights = await reOfferWeights(tx);
  const { places } = place(lost, (visit) => sessionsOf(visit).flatMap((session) => leftOf(session, left)), {
    now,
    weights,
    terms: await offerTerms(tx, londonDay(now)),
  });
  return places.size;
}

/** A session as the change leaves it, with nothing booked in it but what keeps its place. */
function leftOf(session: CandidateSession, left: ReadonlyMap<string, Span | null>): CandidateSession[] {
  const span = left.get(session.id);
  if (span === undefined) return [session];
  if (span === null) return [];
  const [startsAt, endsAt] = [span.startsAt.epochMilliseconds, span.endsAt.epochMilliseconds];
  const booked = session.booked.filter(([from, to]) => from >= startsAt && to <= endsAt);
  const day = span.startsAt.toZonedDateTimeISO('Europe/London').toPlainDate().toString();
  return [{ ...session, startsAt, endsAt, booked, day }];
}

/** Visits of practices that lost their place and no red flag stops, by the place they lost, with the best other for each as a whole. */
export async function orphansAtRisk(
  tx: Tx,
  { practices, now }: { practices: readonly string[]; now: Temporal.Instant },
): Promise<{ orphans: Awaited<ReturnType<typeof openOrphans>>; places: ReadonlyMap<string, Opening> }> {
  const orphans = await openOrphans(tx, { practices, most: mostOrphans });
  if (orphans.length === 0) return { orphans, places: new Map() };
  const lost = await visitsAsLost(
    tx,
    orphans.map(({ bookingId }) => bookingId),
  );
  const ground = { now, weights: await reOfferWeights(tx), terms: await offerTerms(tx, londonDay(now)) };
  return { orphans, places: place(lost, await sessionsFor(tx, lost, { now, joined: practices }), ground).places };
}

/** A place for a visit that lost its own, as it was shown; `key` makes a form sent twice the same booking. */
export interface PlaceAccepted {
  readonly orphanId: string;
  readonly key: string;
  readonly sessionId: string;
  readonly startsAt: Temporal.Instant;
  readonly minutes: number;
}

/** What came of taking places: how many were booked, and why each other was not. */
export interface Accepted {
  readonly booked: number;
  readonly refused: readonly { readonly orphanId: string; readonly why: Refusal }[];
}

/** Books the places shown, each in a transaction of its own with every promise of a booking: one refused leaves the others. */
export async function acceptPlaces(context: Context, places: readonly PlaceAccepted[]): Promise<Accepted> {
  let booked = 0;
  const refused: { orphanId: string; why: Refusal }[] = [];
  for (const place of places) {
    const done = await guarded(() => callPlaceOrphan(context.db, context, { ...place, id: randomUUIDv7() }));
    if (done.ok) booked += 1;
    else refused.push({ orphanId: place.orphanId, why: done.error });
  }
  await told(context);
  return { booked, refused };
}

/** Why a step is refused. */
export type StepRefused = Refusal | 'note';

/** Records a step of a visit that lost its place. What is typed is screened; settling otherwise needs its note. */
export async function stepOrphan(
  context: Context,
  orphanId: string,
  { step, note, now }: { step: OrphanStep; note: string; now: Temporal.Instant },
): Promise<Result<{ flaggedIn: string | undefined }, StepRefused>> {
  if (step === 'settled' && note.trim() === '') return err('note');
  const [orphan] = await transaction(context, (tx) => orphansWaiting(tx, { id: orphanId }));
  const flaggedIn = await hearInOrphan(context, { words: note, bookingId: orphan?.bookingId, now });
  const done = await guarded(() => callSettleOrphan(context.db, context, { orphanId, step, note: note.trim() }));
  if (!done.ok) return done;
  await told(context);
  return ok({ flaggedIn });
}

async function told({ db, actor }: Context): Promise<void> {
  // After the bookings, not in them: announcing queues every commit of the server behind it.
  if (actor.groupId !== null)
    await announce(db, 'requests', { groupId: actor.groupId, practiceId: actor.practiceId ?? '' });
}

async function guarded<T>(call: () => Promise<T>): Promise<Result<T, Refusal>> {
  for (let tries = 1; ; tries += 1) {
    try {
      return ok(await call());
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal !== undefined) return err(refusal);
      const crossed = typeof error === 'object' && error !== null && 'code' in error && error.code === '40P01';
      if (!crossed || tries === 3) throw error;
    }
  }
}
