import { randomUUIDv7 } from 'node:crypto';
import { findPatients, type Patient } from '#domains/patients/index.ts';
import { showNhsNumber } from '#kernel/nhs-number.ts';
import { showPhone } from '#kernel/phone.ts';
import type { Tx } from '#platform/db/transaction.ts';
import { dateWords, timeWords } from '#platform/ui/when.ts';
import { calledBy, milesWords, reasonsFor, sentenceFor, comesStepFree } from '../offer/words.ts';
import type { Offer } from '../offer/offer.ts';
import type { Opening } from '../offer/opening.ts';
import { lastVisitsWords } from '../my-day.ts';
import { decidedWords } from '../overflow.ts';
import { questionOpen, type Call } from '../queries/call.ts';
import type { Flag } from '../queries/red-flag.ts';
import { seriesOf } from '../queries/series.ts';
import { redFlagCategories } from '../red-flag/categories/all.ts';
import { spokenOf } from '../red-flag/red-flag.ts';
import type { Guidance } from '../request/guidance.ts';
import { overriddenShown, overridingShown } from './call-override.ts';
import {
  apartOf,
  callerOf,
  firstField,
  joinable,
  helpShown,
  presentedShown,
  reachShown,
  ringBackOf,
  senderOf,
} from './call-parts.ts';
import { selfReferralShown } from './service-shown.ts';
import { awayOf } from '../request/away.ts';
import {
  asks,
  endedWords,
  heldByOther,
  mayUndoEnd,
  notYetBookable,
  stops,
  undoMinutes,
  type Ending,
  type NotYet,
} from '../request/request.ts';
import { windowed } from '../offer/call-window.ts';
import { whenTold, windowTold } from './told.ts';
import { seenOf, stateOf as shownState } from '../request/apart.ts';
import { consentAdvice, pronounsFor, thatCount, type Pronouns } from '../request/person.ts';
import { unscreened, unscreenedWords } from '../unscreened.ts';
import { grownYears, stopWords } from '../request/stop.ts';
import { languageWords, matchedWords, modeWords } from '../request/words.ts';

/** Who looks at a call, when, and a time they chose elsewhere. */
export interface Looking {
  readonly me: string | null;
  readonly role: string;
  readonly now: Temporal.Instant;
  readonly choice: string | undefined;
  readonly finding?: boolean | undefined;
}

/** A place as it travels through a form: session, start and minutes. */
export interface Choice {
  readonly sessionId: string;
  readonly startsAt: Temporal.Instant;
  readonly minutes: number;
}

/** Writes a place for a form. */
export function writeChoice({ session, startsAt, minutes }: Pick<Opening, 'session' | 'startsAt' | 'minutes'>): string {
  return `${session.id}_${startsAt}_${minutes}`;
}

/** Reads a place from a form; undefined where it is none. */
export function readChoice(text: string | undefined): Choice | undefined {
  const [, sessionId, start, minutes] = /^([0-9a-f-]{36})_(\d{10,14})_(\d{1,3})$/.exec(text ?? '') ?? [];
  if (sessionId === undefined) return undefined;
  return { sessionId, startsAt: Temporal.Instant.fromEpochMilliseconds(Number(start)), minutes: Number(minutes) };
}

/** Everything the page of one call shows. */
export async function viewOfCall(tx: Tx, call: Call, looking: Looking): Promise<object> {
  const { request, patient, flags, guidance } = call;
  const { me, now } = looking;
  const who = pronounsFor(patient?.sex);
  const stopping = flags.filter(stops);
  const notYet = notYetBookable({ ...request, flags, questionOpen: questionOpen(call) });
  return {
    ...call,
    now,
    who,
    key: randomUUIDv7(),
    page: randomUUIDv7(),
    seen: seenOf(request),
    shown: shownState(request),
    apart: apartOf(call, me),
    caller: callerOf(call),
    consent: consentAdvice({ forOther: request.forOther, called: call.called }),
    unscreened: unscreenedOf(call),
    ringBack: ringBackOf(call),
    first: firstField(call, { stopped: stopping.length > 0, finding: looking.finding }),
    sayLabel: request.forOther
      ? 'What the caller says, in their words'
      : patient && who.they !== 'they'
        ? `What ${who.they} says, in ${who.their} words`
        : 'What they say, in their words',
    held: heldByOther(request, { me, now }) && request.takenByName,
    callers: await callersFor(tx, call),
    gives: givesWords(request.matched),
    enough: 2 - thatCount(request.matched).length,
    matchedSays: matchedWords(request.matched),
    toCheck: patient ? toCheck(patient, call) : [],
    usual: usualWords(call, who),
    state: stateOf(call, stopping.length > 0),
    stop: stopOf(call, who),
    helpSteps: helpShown(call),
    safeHow: request.safeContact || call.safe.how,
    alerts: alertsOf(call),
    closings: closingsOf(call),
    softened: flags.filter(asks).map(({ matched }) => matched),
    aboutItems: aboutItems(guidance),
    overriding: overridingShown(call, looking.role),
    overriddenShown: overriddenShown(call),
    signpost: signpostOf(guidance),
    service: await selfReferralShown(tx, call),
    asked: guidance.asked,
    question: guidance.question,
    reach: reachShown(call),
    presented: presentedShown(call),
    joinable: joinable(call, stopping.length > 0),
    sender: await senderOf(tx, call),
    notYet,
    notYetWords: notYet && notYetWords(notYet, { who, forOther: request.forOther }),
    offered: offersShown(call, looking),
    series: call.booking && (await seriesOf(tx, call.booking.id)),
    bookedWhen: call.booking && whenTold(call.booking, now),
    bookedWindow: call.booking && windowTold(call.booking, now),
    endedAs: endedWords(request.outcome),
    canUndoEnd: mayUndoEnd(request, { me, now }),
    canUndo: call.booking !== undefined && call.booking.bookedAt.until(now).total('minutes') < undoMinutes,
    decided: decidedWords,
    modeOf: modeWords,
    phoneOf: showPhone,
    languageOf: languageWords,
  };
}

/** What of these words the screening may not hear. */
function unscreenedOf({ request, patient }: Call): string | undefined {
  const why = unscreened({ texts: [request.words, request.notes], patient });
  return why && unscreenedWords(why, languageWords);
}

/** What a request may be about, for choosing another than its words say. */
function aboutItems({ reason, reasons }: Guidance): { value: string; text: string }[] {
  return [
    { value: '', text: `As the words say (${reason?.name ?? 'nothing yet'})` },
    ...reasons.map(({ id, name }) => ({ value: id, text: name })),
  ];
}

function stateOf({ request, offers, guidance, patient }: Call, stopped: boolean): string {
  if (stopped) return 'stop';
  if (request.status === 'booked' || request.status === 'ended') return request.status;
  if (guidance.outcome === undefined || patient === undefined) return 'listening';
  return offers === undefined ? 'signposting' : 'offering';
}

const signposts: Readonly<Partial<Record<string, { heading: string; ending: Ending; does: string }>>> = {
  'pharmacy-first': { heading: 'A pharmacist can help', ending: 'pharmacy-first', does: 'They go to a pharmacy' },
  pharmacy: { heading: 'A pharmacist can help', ending: 'pharmacy', does: 'They go to a pharmacy' },
  optician: { heading: 'An optician can help', ending: 'optician', does: 'They go to an optician' },
  dentist: { heading: 'A dentist can help', ending: 'dentist', does: 'They go to a dentist' },
  'self-referral': { heading: 'They can refer themselves', ending: 'self-referral', does: 'They refer themselves' },
  admin: { heading: 'No visit is needed', ending: 'admin', does: 'Pass it on and end' },
  'self-care': { heading: 'They can look after this themselves', ending: 'self-care', does: 'Advice given, end' },
  // Chosen by a clinician alone; it ends as any other service does.
  'urgent-care': { heading: 'A clinician sends them to A&E or urgent care', ending: 'other-service', does: 'They go' },
  'other-service': { heading: 'Another service can help', ending: 'other-service', does: 'They go there' },
};

/** Where a request goes that needs no visit: what to say, and how it then ends. */
function signpostOf({ outcome, reason }: Guidance): object | undefined {
  const signpost = outcome && signposts[outcome.destination];
  const does = reason?.ownVisits ? { does: 'It is done: end' } : {};
  return signpost && { ...signpost, ...does, service: outcome.service, say: outcome.say };
}

/** People whose number it is, offered before anyone is searched for. */
async function callersFor(tx: Tx, { request, patient }: Call): Promise<readonly Patient[]> {
  if (patient || request.callerPhone === null || request.status === 'ended') return [];
  return (await findPatients(tx, { kind: 'phone', number: request.callerPhone })).slice(0, 5);
}

function givesWords(matched: readonly string[]): boolean {
  return thatCount(matched).length >= 2;
}

/** What may still be asked to show who it is, with what the record says. */
function toCheck(
  patient: Patient,
  { request: { matched }, safe }: Call,
): { code: string; key: string; says: string; ask: string }[] {
  const { nhsNumber, birthDate, address, postcode, phone } = patient;
  const all = [
    { code: 'birth_date', key: 'b', ask: 'Birth date', says: dateWords(birthDate) },
    { code: 'address', key: 'a', ask: 'Address', says: [address, postcode].filter(Boolean).join(', ') },
    {
      code: 'phone',
      key: 'p',
      ask: 'Telephone',
      says: phone ? showPhone(phone) + (safe.asks ? ', do not ring it' : '') : '',
    },
    { code: 'nhs_number', key: 'h', ask: 'NHS number', says: nhsNumber ? showNhsNumber(nhsNumber) : '' },
  ];
  return all.filter(({ code, says }) => says !== '' && !matched.includes(code));
}

function usualWords({ patient, usualGp, continuity }: Call, who: Pronouns): object | null {
  if (!patient) return null;
  if (!usualGp) return { term: `${capital(who.their)} GP`, says: 'No usual GP', more: null };
  const { visits, withUsual } = continuity;
  const more = lastVisitsWords({ visits, withUsual }, who.their);
  return { term: `${capital(who.their)} GP`, says: usualGp.name, more };
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function notYetWords(notYet: NotYet, { who, forOther }: { who: Pronouns; forOther: boolean }): string {
  const answers = forOther ? 'the caller answers' : who.they === 'they' ? 'they answer' : `${who.they} answers`;
  return {
    nobody: 'Booking opens when we know who it is.',
    'not-confirmed': `Booking opens when you have checked that it is ${who.them}.`,
    'red-flag': 'A clinician must close the red flag first.',
    question: `Booking opens when ${answers}.`,
    'not-open': 'This request is closed.',
    apart: 'Booking opens when both people’s words are put together.',
  }[notYet];
}

function categoryOf(id: string): (typeof redFlagCategories)[number] | undefined {
  return redFlagCategories.find((category) => category.id === id);
}

function stopOf({ flags, request, patient, called, safe, desk }: Call, recorded: Pronouns): object | undefined {
  const stopping = flags.filter(stops).flatMap((flag) => {
    const category = categoryOf(flag.category);
    return category ? [{ ...flag, category }] : [];
  });
  const young = spokenOf(`${request.words} ${request.notes}`);
  // A parent may ring on their own record, or speak of their child and be ill themself: 999 must not be told the wrong one.
  const perhapsAnother = young !== undefined && called !== undefined && called.ageYears >= grownYears;
  const who = perhapsAnother ? pronounsFor(undefined) : recorded;
  const words = stopWords(stopping, {
    ...{ forOther: request.forOther, who, called, byParent: request.callerIs === 'parent' },
    ...{ spokenOf: young, atDesk: desk.length > 0 },
  });
  const [first] = stopping;
  if (words === undefined || first === undefined) return undefined;
  return {
    ...words,
    who,
    perhapsAnother: perhapsAnother ? { infant: 'a baby', child: 'a child' }[young] : undefined,
    safeContactFirst: words.safeContactFirst || safe.asks,
    building: desk.map(({ name, address, postcode }) => [name, address, postcode].filter(Boolean).join(', ')),
    why: stopping.map(({ matched, origin }) => (origin === 'answer' ? matched : `“${matched}”`)),
    at: first.raisedAt,
    source: [...new Set(stopping.map(({ category }) => sourceWords(category.source)))].join(' '),
    alerted: toldOf(stopping),
    away: awayOf(request, first.raisedAt),
    ring: safe.asks ? null : (request.callerPhone ?? patient?.phone ?? null),
    byAnswer: stopping.find(({ origin }) => origin === 'answer')?.questionId ?? null,
  };
}

/** Where a red flag comes from: the pages that name it, and that its wordings await a clinical owner. */
function sourceWords(source: string): string {
  const pages = source.split('; ').filter((part) => !part.includes('general knowledge'));
  return pages.length === 0
    ? 'This red flag and its wordings are general knowledge, and await a clinical owner.'
    : `This red flag is named by ${pages.join(' and ')}. Its wordings are general knowledge, and await a clinical owner.`;
}

/** Who has been told of flags, and who has seen them: one line where it is the same of several. */
function toldOf<F extends Omit<Flag, 'category'>>(flags: readonly F[]): F[] {
  const line = ({ acknowledgedByName, acknowledgedAt, askedClinicianName, askedLevel, askedAt, askedBefore }: F) =>
    acknowledgedAt === null
      ? [askedClinicianName, askedLevel, timeWords(askedAt), askedBefore.length].join()
      : [acknowledgedByName, timeWords(acknowledgedAt)].join();
  return [...new Map(flags.map((flag) => [line(flag), flag])).values()];
}

/** Each open flag and with whom it is, for the line that says whether the duty clinician has seen it. */
function alertsOf({ flags }: Call): object[] {
  return flags
    .filter(({ closedAt }) => closedAt === null)
    .map((flag) => ({
      ...flag,
      name: categoryOf(flag.category)?.name ?? flag.category,
      moved: flag.askedBefore.length > 0,
    }));
}

/** What clinicians wrote when they closed the red flags of this request: one note, however many it closed. */
function closingsOf({ flags }: Call): object[] {
  const closed = flags.filter(({ closedAt, closingNote }) => closedAt !== null && closingNote !== null);
  return [...new Map(closed.map((flag) => [`${String(flag.closedAt)} ${flag.closingNote ?? ''}`, flag])).values()];
}

/** The offers, with a time chosen from the longer list put in their company and marked. */
function offersShown({ offers, places }: Call, { choice, now }: Looking): OfferRow[] {
  if (!offers || !places) return [];
  const shown = offers.offers.map((offer) => rowOf(offer, now));
  const wanted = readChoice(choice) && choice;
  const chosen = places.openings.find((opening) => writeChoice(opening) === wanted);
  if (chosen === undefined) return shown;
  const others = shown.filter(({ value }) => value !== wanted);
  const told = { opening: chosen, isSoonest: false, context: places.context };
  const extra =
    shown.find(({ value }) => value === wanted) ??
    rowOf({ ...chosen, say: sentenceFor(told), why: reasonsFor(told) }, now);
  return [...others, { ...extra, checked: true }];
}

interface OfferRow {
  readonly value: string;
  readonly at: Temporal.Instant;
  readonly when: string;
  readonly who: string;
  readonly ownGp: boolean;
  readonly where: string;
  readonly say: string;
  readonly why: string;
  readonly inTime: boolean;
  readonly checked: boolean;
}

function rowOf(offer: Offer, now: Temporal.Instant): OfferRow {
  const { session, ownPractice, ownGp, miles, minutes } = offer;
  const far = miles !== null && !ownPractice ? milesWords(miles) : null;
  const at = Temporal.Instant.fromEpochMilliseconds(offer.startsAt);
  return {
    value: writeChoice(offer),
    at,
    when: whenTold({ ...windowed(offer.window), startsAt: at }, now),
    who: calledBy(session),
    ownGp,
    where: [
      session.placeName,
      modeWords(session.mode),
      `${minutes} min`,
      far,
      comesStepFree(session) && !ownPractice ? 'step-free' : null,
    ]
      .filter((part) => part !== null)
      .join(', '),
    say: offer.say,
    why: offer.why.join(', '),
    inTime: offer.inTime,
    checked: false,
  };
}
