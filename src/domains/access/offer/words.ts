import type { CallWindow } from './call-window.ts';
import type { CandidateSession, OfferContext, Opening } from './opening.ts';
import { aboutThem } from '../request/person.ts';

/** An opening with what its words depend on. */
interface Told {
  readonly opening: Opening;
  readonly isSoonest: boolean;
  readonly context: OfferContext;
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = 'January February March April May June July August September October November December'.split(' ');

function london(at: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Europe/London');
}

/** "today", "tomorrow", "on Thursday", "on Thursday 3 December": the day as it is said aloud. */
function spokenDay(at: number, now: number): string {
  const day = london(at).toPlainDate();
  const away = london(now).toPlainDate().until(day, { largestUnit: 'days' }).days;
  if (away === 0) return 'today';
  if (away === 1) return 'tomorrow';
  const weekday = weekdays[day.dayOfWeek - 1] ?? '';
  return away > 1 && away <= 6 ? `on ${weekday}` : `on ${weekday} ${day.day} ${months[day.month - 1] ?? ''}`;
}

/** "10:20am", "2pm", "midday": the time as it is said to a patient. */
function spokenTime(at: number): string {
  const { hour, minute } = london(at);
  if (minute === 0 && hour === 12) return 'midday';
  return `${hour % 12 || 12}${minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`}${hour < 12 ? 'am' : 'pm'}`;
}

/** "between 10am and 11:30am"; once it has begun "by 11:30am". */
export function windowWords({ from, until }: CallWindow, now: number): string {
  return from <= now ? `by ${spokenTime(until)}` : `between ${spokenTime(from)} and ${spokenTime(until)}`;
}

const doctors = new Set(['gp']);

/** "Dr Rahman", "Nurse practitioner Okafor": a title where the name has none. */
export function calledBy({
  clinicianName,
  role,
  roleName,
}: Pick<Opening['session'], 'clinicianName' | 'role' | 'roleName'>): string {
  const titled = /^(dr|mr|mrs|ms|miss|mx|prof|nurse|sister)\b/i.test(clinicianName);
  return titled || doctors.has(role) ? clinicianName : `${roleName} ${clinicianName}`;
}

/** One sentence that can be said aloud as it stands: who, when, how and where. */
export function sentenceFor(told: Told): string {
  const { forOther, called } = told.context.patient;
  return forOther ? aboutThem(plainSentence(told), called) : plainSentence(told);
}

function plainSentence({ opening, isSoonest, context }: Told): string {
  const { session, startsAt, ownGp, ownPractice, miles } = opening;
  const [you, your] = context.patient.forOther ? ['them', 'their'] : ['you', 'your'];
  const name = calledBy(session);
  const who = ownGp ? `${your} own GP, ${name},` : name;
  const when = `${spokenDay(startsAt, context.now)} ${timeSaid(opening, context.now)}`;
  if (session.mode === 'telephone' || session.mode === 'video') {
    if (session.mode === 'video') return `${capital(who)} can see ${you} by video ${when}.`;
    return `${capital(who)} can ring you ${context.patient.forOther ? 'about them ' : ''}${when}.`;
  }
  if (session.mode === 'home_visit') return `${capital(who)} can visit ${you} at home ${when}.`;
  const far = miles !== null && !ownPractice ? `, ${milesWords(miles)} away` : '';
  const where = `at ${session.placeName}${far}`;
  if (isSoonest && !ownGp) return `The soonest is ${when} with ${name}, ${where}.`;
  return `${capital(who)} can see ${you} ${when} ${where}.`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "1.4 miles", "1 mile", "under half a mile". */
export function milesWords(miles: number): string {
  if (miles < 0.5) return 'under half a mile';
  const tenths = Math.round(miles * 10) / 10;
  return tenths === 1 ? '1 mile' : `${tenths} miles`;
}

/**
 * What continuity costs, of the very places that are offered: "Your usual GP: Thursday. Anyone: today." Undefined where the patient has no usual GP among those whose
 * sessions were looked through, or nobody is free at all.
 */
export function priceFor(
  offered: readonly Opening[],
  sessions: readonly CandidateSession[],
  { patient, need, now }: OfferContext,
): string | undefined {
  const first = soonestOf(offered);
  if (first === undefined || patient.usualGpId === null || !need.roles.includes('gp')) return undefined;
  const theirs = soonestOf(offered.filter(({ ownGp }) => ownGp));
  const your = patient.forOther ? 'Their' : 'Your';
  if (theirs === undefined) {
    const works = sessions.some(({ clinicianId }) => clinicianId === patient.usualGpId);
    return `${your} usual GP: ${works ? 'no time left' : 'not there'}${need.mustBeInTime ? ' in time' : ''}. Anyone: ${dayAlone(first.startsAt, now)}.`;
  }
  if (theirs.startsAt === first.startsAt)
    return `${your} usual GP: ${dayAlone(theirs.startsAt, now)}. Nobody is sooner.`;
  const [one, other] = [dayAlone(theirs.startsAt, now), dayAlone(first.startsAt, now)];
  if (one !== other) return `${your} usual GP: ${one}. Anyone: ${other}.`;
  return `${your} usual GP: ${one} ${timeSaid(theirs, now)}. Anyone: ${timeSaid(first, now).replace(/^at /, '')}.`;
}

// Of a telephone list a window is said, never a time within it.
function timeSaid({ window, startsAt }: Opening, now: number): string {
  return window ? windowWords(window, now) : `at ${spokenTime(startsAt)}`;
}

function soonestOf(list: readonly Opening[]): Opening | undefined {
  return list.reduce<Opening | undefined>(
    (so, opening) => (so === undefined || opening.startsAt < so.startsAt ? opening : so),
    undefined,
  );
}

const dayAlone = (at: number, now: number): string => spokenDay(at, now).replace(/^on /, '');

/** Whether somebody comes to the place without a step: of a call or a visit at home it says nothing. */
export function comesStepFree({ stepFree, mode }: CandidateSession): boolean {
  return stepFree === true && mode === 'face_to_face';
}

/** The reasons behind an offer's place, most weighty first, each a few words. */
export function reasonsFor({ opening, isSoonest, context }: Told): string[] {
  const { session, inTime, ownGp, ownPractice, miles, minutes } = opening;
  const { patient, need } = context;
  const reasons = [inTime ? (need.overdue ? 'today, though past its time' : 'in time') : 'later than it should be'];
  if (ownGp) reasons.push('own GP');
  else if (session.known === 'team') reasons.push('of the own GP’s team');
  else if (session.known === 'seen') reasons.push('seen before');
  if (session.supervisorName) reasons.push(`supervised by ${session.supervisorName}`);
  if (isSoonest) reasons.push('the soonest');
  if (need.roles.length > 1)
    reasons.push(opening.rolePlace === 0 ? 'first role for this' : `${session.roleName} will do`);
  if (patient.needs.includes('step_free') && comesStepFree(session)) reasons.push('step-free');
  if (patient.needs.includes('longer')) reasons.push(`${minutes} minutes, twice the usual length`);
  if (opening.needsUnmet > 0) reasons.push(need.modes[0] === session.mode ? 'harder to hear' : 'not the first way');
  if (context.unverified?.has(session.clinicianId)) reasons.push('may be fuller than we know');
  if (ownPractice) reasons.push('own practice');
  else if (miles !== null) reasons.push(`${milesWords(miles)} away`);
  return reasons;
}
