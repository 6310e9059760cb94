import { lastlyHeld, rolesOf } from '#domains/network/index.ts';
import { systemActor, type Actor } from '#platform/auth/actor.ts';
import { actorOf } from '#platform/auth/identity.ts';
import type { Danger, Hearing, KeptWords } from '#platform/auth/kept-form.ts';
import type { Database } from '#platform/db/database.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import { isHeard, ownPageOf, placeOf, saidIn, type Place } from '../kept-words.ts';
import { orphansWaiting } from '../queries/orphan.ts';
import { ageOfVisitor } from '../queries/patient-story.ts';
import { requestById, type Request } from '../queries/request.ts';
import { seriesById } from '../queries/series.ts';
import { openOffer } from '../queries/waiting-list.ts';
import { newRequest, requestOfVisit } from './heard.ts';
import { requestBefore } from './kept-before.ts';
import { hearOwn } from './kept-own.ts';
import { adviceFor, firmIn, hearIn, type Heard, type ToHear } from './kept-raise.ts';

/** Whose words are about patients: those who take calls. */
const takers = ['navigator', 'clinician'];

/**
 * Hears the forms that could not be sent, at the moment they are kept, and those that were refused: a danger in them is
 * raised in the request they belong to, or in a new one, in the name of whoever wrote them.
 */
export function keptHearing(db: Database, now: () => Temporal.Instant): Hearing {
  const hear = async (kept: KeptWords, dangerAlone: boolean): Promise<(Danger & { stopped: boolean }) | undefined> => {
    const said = saidIn(kept.url, kept.fields);
    if (said.words.length + said.decided.length === 0 && said.yesTo === undefined) return undefined;
    const writer = kept.patient ? undefined : await writerOf(db, kept);
    const toHear = { kept, now: now(), dangerAlone };
    const heard = kept.patient
      ? await hearOwn(db, toHear)
      : writer && (await hearKept({ db, actor: writer, act: { action: 'hear-kept-form' } }, toHear));
    if (heard) return heard.advice && { advice: heard.advice, page: pageOf(heard, kept), stopped: heard.stopped };
    // Nobody may raise it: whoever sits there is told all the same.
    const advice = writer?.role === 'clinician' ? undefined : adviceFor(firmIn(said));
    return advice && { advice, page: null, stopped: true };
  };
  const told = ({ advice, page }: Danger): Danger => ({ advice, page });
  return {
    unknown: (url, fields) => adviceFor(firmIn(saidIn(url, fields))),
    hears: isHeard,
    ownPageOf,
    async kept(words) {
      const danger = await hear(words, false);
      return danger && told(danger);
    },
    async sent(words) {
      const danger = await hear(words, true);
      return danger?.stopped ? told(danger) : undefined;
    },
  };
}

/** Where a flag is seen to: a patient is led to their own request, where they may see it. */
function pageOf({ requestId, own }: Heard, { patient }: KeptWords): string {
  return patient && own ? `/my/ask/${requestId}` : `/calls/${requestId}`;
}

/**
 * Who acts: the writer, in the role of the session where it takes calls, else in another of theirs that does; where the last
 * such role ended since yesterday, the program itself for that group.
 */
async function writerOf(db: Database, { personId, roleHeldId }: KeptWords): Promise<Actor | undefined> {
  const roles = (await rolesOf(db, personId)).filter(({ role }) => takers.includes(role));
  const role = roles.find(({ id }) => id === roleHeldId) ?? roles[0];
  if (role) return actorOf(role);
  const last = await lastlyHeld(db, personId, takers);
  return last && { ...systemActor('kept forms', last.groupId), practiceId: last.practiceId };
}

async function hearKept(context: Context, hear: ToHear): Promise<Heard | undefined> {
  return transaction(context, async (tx) => {
    const request = await belongsTo(tx, context, hear);
    return request && hearIn(tx, request, hear);
  });
}

/** The request that kept words belong to; for words of danger that belong to none, the one raised before or a new one. */
async function belongsTo(tx: Tx, context: Context, { kept, now }: ToHear): Promise<Request | undefined> {
  const place = await leadsTo(tx, placeOf(kept.url));
  if (place.kind === 'request') {
    const request = await requestById(tx, place.id, { lock: true });
    if (request) return request;
  }
  const ageYears = place.kind === 'visit' ? await ageOfVisitor(tx, place.id, now) : undefined;
  const firm = firmIn(saidIn(kept.url, kept.fields), ageYears === undefined ? {} : { ageYears });
  if (firm.length === 0 || (place.kind === 'elsewhere' && context.actor.role === 'clinician')) return undefined;
  const before = await requestBefore(tx, kept);
  if (before) return before;
  // In nobody's hands: its writer is not at a screen that could go on with it.
  const untaken = { ...context, actor: { ...context.actor, personId: null } };
  if (place.kind === 'visit') {
    const request = await requestOfVisit(tx, untaken, place.id);
    if (request) return request;
  }
  const id = await newRequest(tx, untaken);
  return id === undefined ? undefined : requestById(tx, id, { lock: true });
}

/** The request or visit behind an address: a series and a place that was lost are of a visit, an offer of a request. */
async function leadsTo(tx: Tx, place: Place): Promise<Place> {
  switch (place.kind) {
    case 'series': {
      const series = await seriesById(tx, place.id);
      const visit = series?.visits.find(({ bookingId }) => bookingId !== null)?.bookingId;
      return visit ? { kind: 'visit', id: visit } : { kind: 'elsewhere' };
    }
    case 'lost-place': {
      const [orphan] = await orphansWaiting(tx, { id: place.id });
      return orphan ? { kind: 'visit', id: orphan.bookingId } : { kind: 'elsewhere' };
    }
    case 'waiting-offer': {
      const offer = await openOffer(tx, place.id);
      return offer ? { kind: 'request', id: offer.requestId } : { kind: 'elsewhere' };
    }
    default:
      return place;
  }
}
