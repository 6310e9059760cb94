import { randomUUIDv7 } from 'node:crypto';
import { groups } from '#domains/network/index.ts';
import { systemActor } from '#platform/auth/actor.ts';
import type { Database } from '#platform/db/database.ts';
import { transaction, type Tx } from '#platform/db/transaction.ts';
import type { OfferContext } from '../offer/opening.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { candidates } from '../queries/candidates.ts';
import { offerTerms } from '../queries/offers.ts';
import { policyInForce } from '../queries/fullness.ts';
import { guidanceFor, protocolAt } from '../queries/guidance.ts';
import { flagsOf } from '../queries/red-flag.ts';
import { requestById } from '../queries/request.ts';
import { mayBeOffered, offeredNow, sessionsOfClinician, type MayBeOffered } from '../queries/waiting-list.ts';
import { announce } from '../store/request.ts';
import { holdList, insertOffer, tidyList } from '../store/waiting-list.ts';
import { fairOrder, offeredUntil, placeFor, type NotFitting, type Offered } from '../waiting-list.ts';

/** What freed a place, and where; without a session or a clinician everything that is free is looked at. */
export interface PlaceFreed {
  readonly groupId: string;
  readonly why: string;
  readonly sessionId?: string;
  readonly sessionIds?: readonly string[];
  readonly clinicianId?: string;
}

/** Days ahead, and practices at most, that are looked through for somebody on the list. */
const [daysAhead, mostPractices] = [14, 14];
/** For how long a place is offered where no policy says so. */
const usualMinutes = 60;

/**
 * Offers what is free to those on the waiting list, in fair order: each to the first whose need it fits, with who stood before
 * them and why it did not fit. One group's list is worked on by one at a time. Answers how many offers were made.
 */
export async function offerFreed(db: Database, freed: PlaceFreed, now: Temporal.Instant): Promise<number> {
  const context = {
    db,
    actor: systemActor('waiting list', freed.groupId),
    act: { action: 'offer-freed-place', purpose: freed.why },
  };
  const told = await transaction(context, async (tx) => {
    await holdList(tx);
    await tidyList(tx, now);
    return offerInOrder(tx, freed, now);
  });
  for (const practiceId of new Set(told)) await announce(db, 'requests', { groupId: freed.groupId, practiceId });
  return told.length;
}

/** Looks through every group's list: offers nobody acted on go on, and what was freed without news is found. */
export async function sweepLists(db: Database, now: Temporal.Instant): Promise<number> {
  let made = 0;
  for (const { id: groupId } of await groups(db)) made += await offerFreed(db, { groupId, why: 'looked-through' }, now);
  return made;
}

async function offerInOrder(tx: Tx, freed: PlaceFreed, now: Temporal.Instant): Promise<string[]> {
  const waiting = await mayBeOffered(tx);
  if (waiting.length === 0) return [];
  const day = now.toZonedDateTimeISO('Europe/London').toPlainDate();
  const protocol: Protocol = await protocolAt(tx, now);
  const bands = protocol.bands.map(({ id }) => id);
  const minutes = (await policyInForce(tx, day))?.offerMinutes ?? usualMinutes;
  const sessions = await sessionsFreed(tx, freed, day);
  const offered: Offered[] = await offeredNow(tx);
  const passedOver: { requestId: string; why: NotFitting }[] = [];
  const told: string[] = [];
  for (const one of fairOrder(waiting, bands)) {
    const found = await placeOf(tx, one, { sessions, offered, now });
    if (found === undefined) continue;
    if ('why' in found) {
      passedOver.push({ requestId: one.requestId, why: found.why });
      continue;
    }
    const { session, startsAt: at, minutes: long } = found.opening;
    const startsAt = Temporal.Instant.fromEpochMilliseconds(at);
    await insertOffer(tx, {
      id: randomUUIDv7(),
      groupId: freed.groupId,
      ...{ practiceId: one.practiceId, requestId: one.requestId, waitingId: one.waitingId },
      ...{ sessionId: session.id, clinicianId: session.clinicianId, startsAt, minutes: long },
      freedBy: freed.why,
      passedOver: [...passedOver],
      until: offeredUntil({ now, minutes, startsAt }),
    });
    offered.push({
      sessionId: session.id,
      clinicianId: session.clinicianId,
      day: session.day,
      startsAt: at,
      minutes: long,
    });
    told.push(one.practiceId);
  }
  return told;
}

/** The sessions that were freed; undefined for all of them. */
async function sessionsFreed(tx: Tx, freed: PlaceFreed, day: Temporal.PlainDate): Promise<string[] | undefined> {
  if (freed.sessionIds) return [...freed.sessionIds];
  if (freed.sessionId !== undefined) return [freed.sessionId];
  return freed.clinicianId === undefined ? undefined : sessionsOfClinician(tx, freed.clinicianId, day);
}

/** A place for one on the list, why none fits, or undefined where there is nothing to look for. */
async function placeOf(
  tx: Tx,
  one: MayBeOffered,
  { sessions, offered, now }: { sessions: string[] | undefined; offered: readonly Offered[]; now: Temporal.Instant },
): Promise<ReturnType<typeof placeFor> | undefined> {
  const request = await requestById(tx, one.requestId, { again: true });
  if (request === undefined) return undefined;
  const { need } = await guidanceFor(tx, request, { flags: await flagsOf(tx, one.requestId), now });
  if (need === undefined) return undefined;
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
  const context: OfferContext = {
    ...{ need, patient: one.patient, now: now.epochMilliseconds },
    ...(await offerTerms(tx, today)),
  };
  const found = await candidates(tx, {
    practiceId: one.practiceId,
    patientId: request.patientId,
    usualGpId: one.patient.usualGpId,
    roles: need.roles,
    modes: need.modes,
    now,
    until: today.add({ days: daysAhead }),
    duty: false,
    practices: mostPractices,
    sessions,
    within: one.within,
  });
  return placeFor(found, context, { offered, declined: new Set(one.declined) });
}
