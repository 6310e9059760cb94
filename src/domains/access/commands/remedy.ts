import { randomUUIDv7 } from 'node:crypto';
import { parsePhone } from '#kernel/phone.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import { uncovered } from '../duty-form.ts';
import { dutiesIn, dutyPractices } from '../queries/duty-rota.ts';
import { joinedPractices } from '../queries/orphan.ts';
import { ableThen, askById, sessionsToOpen, standingAsk } from '../queries/remedy.ts';
import { holdSession } from '../queries/session.ts';
import { gapsOf } from '../remedy/duty-gap.ts';
import { placesIn, planOpened, stillKept } from '../remedy/places.ts';
import type { Ask, DutyWhat, PlacesWhat, RemedyKind, Risk } from '../remedy/remedy.ts';
import { answerAsk, finishAsk, insertAsk, phoneOf } from '../store/remedy.ts';
import { insertDuty } from '../store/duty.ts';
import { announce } from '../store/request.ts';
import { writePlan } from '../store/session.ts';
import { acceptPlaces, orphansAtRisk } from './orphan.ts';
import { asProgram, risksNow } from './remedy-risks.ts';
import { placeFreedJob } from './waiting-list.ts';

/** Does what was agreed, where whoever agreed did not stay until it was done. */
export const carryOutJob = 'access.carry-out-remedy';

/** Why nothing was asked for: its ground is gone, or there is nobody to ask. */
export type NotAsked = 'gone' | 'nobody';

/**
 * Asks for a remedy, or does it where nobody's consent is needed, as it is worked out now and not as a page showed it. Asked
 * twice it is one ask. Answers its id.
 */
export async function askRemedy(
  context: Context,
  { kind, subject }: { kind: RemedyKind; subject: string },
  now: Temporal.Instant,
): Promise<Result<string, NotAsked>> {
  const standing = await transaction(context, (tx) => standingAsk(tx, { kind, subject }));
  if (standing === undefined) {
    const { risks } = await risksNow(context, now);
    const risk = risks.find((one) => one.what.kind === kind && one.subject === subject);
    if (risk === undefined) return err('gone');
    if (risk.what.kind === 'duty' && risk.what.taker === null) return err('nobody');
    return ok(await asked(context, risk, now));
  }
  await carryOut(context, standing, now);
  return ok(standing);
}

async function asked(context: Context, risk: Risk, now: Temporal.Instant): Promise<string> {
  const id = await transaction(context, async (tx) => {
    const fresh = randomUUIDv7();
    if (await insertAsk(tx, { id: fresh, risk, by: context.actor.personId, at: now })) return fresh;
    // Somebody else pressed at the same moment.
    return (await standingAsk(tx, { kind: risk.what.kind, subject: risk.subject })) ?? fresh;
  });
  if (risk.consent === null) await carryOut(context, id, now);
  await told(context);
  return id;
}

/** Why an answer is not taken: a reason or a number is missing, or there is nothing that waits for it. */
export type NotAnswered = 'reason' | 'phone' | 'not-there';

/** Agrees to what was asked, declines it with a reason, or takes one's own ask back. What is agreed is done at once. */
export async function answerRemedy(
  context: Context,
  id: string,
  answer: { state: 'agreed' | 'declined' | 'withdrawn'; note: string; phone: string; now: Temporal.Instant },
): Promise<Result<Ask, NotAnswered>> {
  const { state, now } = answer;
  const [note, phone] = [answer.note.trim(), parsePhone(answer.phone)];
  if (state === 'declined' && note === '') return err('reason');
  const taken = await transaction(context, async (tx): Promise<Result<undefined, NotAnswered>> => {
    const ask = await askById(tx, id);
    if (ask === undefined) return err('not-there');
    // Dangers are put to whoever is on duty by telephone.
    if (state === 'agreed' && ask.what.kind === 'duty' && phone === null) return err('phone');
    const by = context.actor.personId;
    if (!(await answerAsk(tx, { id, state, by, note, phone, at: now }))) return err('not-there');
    if (state === 'agreed') await tx.addJob(carryOutJob, { askId: id, groupId: context.actor.groupId });
    return ok(undefined);
  });
  if (!taken.ok) return taken;
  if (state === 'agreed') await carryOut(context, id, now);
  await told(context);
  const ask = await transaction(context, (tx) => askById(tx, id));
  return ask === undefined ? err('not-there') : ok(ask);
}

/** Does what was agreed and was not done yet; where its ground is gone, says so and does nothing. Safe to call twice. */
export async function carryOut(context: Context, id: string, now: Temporal.Instant): Promise<void> {
  const program = asProgram(context, 'carry-out-remedy');
  if (await transaction(program, async (tx) => (await askById(tx, id))?.what.kind === 'lost')) {
    await placeLost(program, id, now);
    return;
  }
  await transaction(program, async (tx) => {
    const ask = await askById(tx, id, { lock: true });
    if (ask?.state !== 'agreed') return;
    const { what } = ask;
    if (what.kind === 'lost') return;
    const achieved =
      what.kind === 'places'
        ? await openPlaces(tx, { what, now, groupId: program.actor.groupId })
        : await takeDuty(tx, { ask, what, now });
    await finishAsk(tx, { id, state: achieved > 0 ? 'done' : 'gone', achieved, at: now });
  });
}

/** Opens the parts that are still under embargo; answers how many places there are in them now. */
async function openPlaces(
  tx: Tx,
  { what: { parts }, now, groupId }: { what: PlacesWhat; now: Temporal.Instant; groupId: string | null },
): Promise<number> {
  const ids = [...new Set(parts.map(({ sessionId }) => sessionId))].sort();
  // As any booking does, so that nothing is taken while it is counted.
  for (const id of ids) await holdSession(tx, id);
  const sessions = await sessionsToOpen(tx, ids);
  const kept = stillKept(parts, sessions, now.epochMilliseconds);
  const places = placesIn(kept, now.epochMilliseconds);
  if (places === 0) return 0;
  for (const [session, of] of Map.groupBy(kept, (one) => one.session)) {
    const plan = planOpened(session.plan ?? [], new Set(of.map(({ part }) => part.from)));
    await writePlan(tx, { id: session.id, plan, step: session.slotMinutes });
  }
  await tx.addJob(placeFreedJob, { groupId, sessionIds: ids, why: 'plan' });
  return places;
}

/** Puts the clinician on duty where nobody is yet and they still work then; answers 1 where it did. */
async function takeDuty(
  tx: Tx,
  { ask, what, now }: { ask: Ask; what: DutyWhat; now: Temporal.Instant },
): Promise<number> {
  const { taker, practiceId } = what;
  const phone = await phoneOf(tx, ask.id);
  if (taker === null || phone === null) return 0;
  const endsAt = Temporal.Instant.from(taker.to);
  const from = Temporal.Instant.from(taker.from);
  const startsAt = Temporal.Instant.compare(from, now) > 0 ? from : now;
  if (Temporal.Instant.compare(startsAt, endsAt) >= 0) return 0;
  const day = startsAt.toZonedDateTimeISO('Europe/London').toPlainDate();
  const practice = (await dutyPractices(tx, day)).find(({ id }) => id === practiceId);
  if (practice === undefined) return 0;
  const gaps = gapsOf(practice, { startsAt, endsAt }, await dutiesIn(tx, { startsAt, endsAt }));
  const works = (await ableThen(tx, { practices: await joinedPractices(tx), startsAt, endsAt })).filter(
    ({ clinicianId }) => clinicianId === taker.clinicianId,
  );
  // All of it as it was agreed, or none: half a duty would look like a whole one.
  const whole = gaps.length === 1 && gaps[0]?.startsAt.equals(startsAt) && gaps[0].endsAt.equals(endsAt);
  if (!whole || uncovered({ startsAt, endsAt }, works).length > 0) return 0;
  await insertDuty(tx, {
    ...{ id: randomUUIDv7(), level: 'practice', practiceId, hubId: null },
    ...{ clinicianId: taker.clinicianId, phone, startsAt, endsAt },
  });
  return 1;
}

/** Gives each visit that lost its place its best other as a whole; each booking keeps every promise, and a key of this ask. */
async function placeLost(program: Context, id: string, now: Temporal.Instant): Promise<void> {
  const places = await transaction(program, async (tx) => {
    if ((await askById(tx, id))?.state !== 'agreed') return undefined;
    const found = await orphansAtRisk(tx, { practices: await joinedPractices(tx), now });
    return found.orphans.flatMap(({ id: orphanId, bookingId }) => {
      const place = found.places.get(bookingId);
      if (place === undefined) return [];
      const startsAt = Temporal.Instant.fromEpochMilliseconds(place.startsAt);
      return [
        { orphanId, key: `remedy-${id}-${orphanId}`, sessionId: place.session.id, startsAt, minutes: place.minutes },
      ];
    });
  });
  if (places === undefined) return;
  const { booked } = await acceptPlaces(program, places);
  await transaction(program, (tx) =>
    finishAsk(tx, { id, state: booked > 0 ? 'done' : 'gone', achieved: booked, at: now }),
  );
}

async function told({ db, actor }: Context): Promise<void> {
  if (actor.groupId !== null) await announce(db, 'requests', { groupId: actor.groupId, practiceId: '' });
}
