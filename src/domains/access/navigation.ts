import { err, ok, type Result } from '#kernel/result.ts';
import { england, isWorkingDay } from '#kernel/working-day.ts';
import { isSaid, mentionsOf } from './protocol/said.ts';
import { anythingElse, type Outcome, type Protocol, type ProtocolQuestion, type Rule } from './protocol/protocol.ts';

/** What navigation knows of a request. Answers are yes or no by question; age in whole years. */
export interface Asking {
  readonly words: string;
  /** The reason somebody chose, where the one the words suggest is not right. */
  readonly reason?: string | undefined;
  readonly answers: Readonly<Record<string, string>>;
  readonly ageYears?: number | undefined;
  readonly sex?: string | undefined;
}

/** Where a request stands: one question at a time, then a rule's outcome; a yes that means danger ends it. */
export type Direction =
  | { readonly kind: 'red-flag'; readonly reason: string; readonly question: ProtocolQuestion }
  | {
      readonly kind: 'ask';
      readonly reason: string;
      readonly question: ProtocolQuestion;
      readonly place: number;
      readonly of: number;
    }
  | { readonly kind: 'decided'; readonly reason: string; readonly rule: Rule };

const plain = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()} `;

/** The words of a protocol's reasons as they are looked for, worked out once for each protocol. */
const wordsOf = new WeakMap<Protocol['reasons'], readonly PlainReason[]>();

interface PlainReason {
  readonly id: string;
  readonly symptom: boolean;
  readonly yields: boolean;
  readonly words: readonly { readonly text: string; readonly weight: number }[];
}

function plainReasons({ reasons }: Protocol): readonly PlainReason[] {
  const known = wordsOf.get(reasons);
  if (known) return known;
  const found = reasons.map(({ id, symptom = false, yields = false, words }) => ({
    ...{ id, symptom, yields },
    words: words.map((word) => ({ text: plain(word), weight: word.split(' ').length })),
  }));
  wordsOf.set(reasons, found);
  return found;
}

/**
 * The reason whose words stand in the text most, denied symptoms apart, counting longer phrases for more; the earlier in the
 * protocol where equal. One that yields is taken only where no other is named, and nothing that has no reason of its own.
 */
function reasonOf(protocol: Protocol, words: string): string {
  const text = plain(words);
  let best = { id: anythingElse, score: 0, yields: true };
  for (const { id, symptom, yields, words: known } of plainReasons(protocol)) {
    if (id === anythingElse) continue;
    const counts = ({ text: word }: { text: string }): boolean =>
      text.includes(word) && !(symptom && mentionsOf(words, word).every(({ denied }) => denied));
    const score = known.reduce((sum, word) => (counts(word) ? sum + word.weight : sum), 0);
    if (score > 0 && (yields === best.yields ? score > best.score : best.yields)) best = { id, score, yields };
  }
  const besides = plainReasons(protocol).find(({ id }) => id === anythingElse)?.words ?? [];
  return best.yields && besides.some(({ text: word }) => text.includes(word)) ? anythingElse : best.id;
}

function holds({ when }: Rule, { answers, ageYears, sex }: Asking): boolean {
  if (when.minAge !== undefined && !(ageYears !== undefined && ageYears >= when.minAge)) return false;
  if (when.maxAge !== undefined && !(ageYears !== undefined && ageYears <= when.maxAge)) return false;
  if (when.sex !== undefined && sex !== when.sex) return false;
  return Object.entries(when.answers ?? {}).every(([question, answer]) => answers[question] === answer);
}

/** Whether a question is asked of somebody: an unknown age and words that name nothing never take one away. */
function fits({ minAge = 0, maxAge = Infinity, fits: on }: ProtocolQuestion, { ageYears, words }: Asking): boolean {
  if (ageYears !== undefined && (ageYears < minAge || ageYears > maxAge)) return false;
  if (on === undefined || isSaid(words, on.said)) return true;
  return on.elsewhere !== undefined && !isSaid(words, on.elsewhere);
}

/**
 * Follows a protocol: a yes that means danger comes before everything, then the first question of the reason without an
 * answer, then the first rule that holds. The same input always gives the same direction.
 */
export function navigate(protocol: Protocol, asking: Asking): Direction {
  const chosen = protocol.reasons.find((reason) => reason.id === asking.reason);
  const reason = chosen?.id ?? reasonOf(protocol, asking.words);
  const danger = protocol.questions.find(({ id, redFlag }) => redFlag && asking.answers[id] === 'yes');
  if (danger) return { kind: 'red-flag', reason, question: danger };
  const questions = protocol.questions.filter(
    (question) => question.reasons.includes(reason) && fits(question, asking),
  );
  const next = questions.findIndex(({ id }) => asking.answers[id] !== 'yes' && asking.answers[id] !== 'no');
  const question = questions[next];
  if (question) return { kind: 'ask', reason, question, place: next + 1, of: questions.length };
  const rule = protocol.rules.find((candidate) => candidate.reason === reason && holds(candidate, asking));
  if (!rule) throw new Error('a parsed protocol has a rule for everybody');
  return { kind: 'decided', reason, rule };
}

/** By when an outcome is due, from when the request came: hours on, or the end (midnight) of a London day. */
export function dueBy(
  protocol: Protocol,
  urgency: string,
  receivedAt: Temporal.Instant,
): Result<Temporal.Instant, 'unknown-band'> {
  const band = protocol.bands.find(({ id }) => id === urgency);
  if (!band) return err('unknown-band');
  if (band.hours !== undefined) return ok(receivedAt.add({ hours: band.hours }));
  if (band.days === undefined && band.workingDays === undefined) return ok(receivedAt);
  return ok(endOfDay(receivedAt, { days: band.days ?? 0, workingDays: band.workingDays ?? 0 }));
}

/** Midnight (London) at the end of the day so many days, and then working days, after an instant. */
function endOfDay(from: Temporal.Instant, { days = 0, workingDays = 0 }): Temporal.Instant {
  let day = from.toZonedDateTimeISO('Europe/London').toPlainDate().add({ days });
  for (let left = workingDays; left > 0;) {
    day = day.add({ days: 1 });
    if (isWorkingDay(england, day)) left -= 1;
  }
  return day.add({ days: 1 }).toZonedDateTime('Europe/London').toInstant();
}

/** The times of one request: until when its need is met, by when the person is told what happens, from when that is near. */
export interface Clock {
  readonly dueAt: Temporal.Instant;
  readonly answerBy: Temporal.Instant;
  readonly warnAt: Temporal.Instant;
}

/** What a request was promised before: its urgency's time, and when it would be told. */
export interface Promised {
  readonly urgency: string | null;
  readonly dueAt: Temporal.Instant | null;
}

/** What the clock of a request is worked out from. */
interface Waited {
  readonly receivedAt: Temporal.Instant;
  /** Since when an answer is owed anew, where its visit lost its place. */
  readonly answerFrom?: Temporal.Instant | null;
  readonly promised: Promised | undefined;
  readonly now: Temporal.Instant;
}

/**
 * The clock of an urgency, from when the request came; one that is found graver later counts from then. What was promised
 * before holds where it is sooner.
 */
export function clockOf(
  protocol: Protocol,
  urgency: string,
  { receivedAt, answerFrom = null, promised, now }: Waited,
): Result<Clock, 'unknown-band'> {
  const due = dueBy(protocol, urgency, promised?.urgency ? now : receivedAt);
  if (!due.ok) return due;
  const dueAt = promised?.dueAt ? sooner(promised.dueAt, due.value) : due.value;
  const again = answerFrom !== null && Temporal.Instant.compare(answerFrom, receivedAt) > 0;
  const from = again ? answerFrom : receivedAt;
  const answer = endOfDay(from, protocol.answer);
  // What fell away after its need was due is owed an answer all the same, and is not late with it before it could be given.
  const answerBy = again && Temporal.Instant.compare(dueAt, answerFrom) <= 0 ? answer : sooner(dueAt, answer);
  const { warnMinutes = protocol.answer.warnMinutes } = protocol.bands.find(({ id }) => id === urgency) ?? {};
  const warnAt = answerBy.subtract({ minutes: warnMinutes });
  return ok({ dueAt, answerBy, warnAt: Temporal.Instant.compare(warnAt, from) < 0 ? from : warnAt });
}

/** By when somebody is told what happens now, whose visit lost its place at an instant: they were answered once, and are again as anybody is. */
export function answeredAgainBy(protocol: Protocol, lostAt: Temporal.Instant): Temporal.Instant {
  return endOfDay(lostAt, protocol.answer);
}

function sooner(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? one : other;
}

/** Whether a later time is no answer to an outcome: urgent and same-day need is dealt with in time, never put off. */
export function mustBeInTime(protocol: Protocol, { urgency }: Outcome): boolean {
  const band = protocol.bands.find(({ id }) => id === urgency);
  return band?.hours !== undefined || band?.days === 0;
}
