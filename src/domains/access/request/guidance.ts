import { clockOf, mustBeInTime, navigate, type Asking, type Direction, type Promised } from '../navigation.ts';
import { holdsFor, overridden, type Override } from '../navigation-override.ts';
import type { VisitNeed } from '../offer/opening.ts';
import { anythingElse, type Outcome, type Protocol, type Reason, type Rule } from '../protocol/protocol.ts';
import type { RedFlagCategoryId, RedFlagLevel } from '../red-flag/red-flag.ts';
import { contradictions, type Contradiction } from './contradiction.ts';
import { aboutThem } from './person.ts';
import { askedAs, directQuestion, directQuestionId, type Question, type Speaking } from './question.ts';
import { asks, stops, type FlagStanding, type Typed } from './request.ts';

/** A question already answered. */
export interface Asked {
  readonly id: string;
  readonly say: string;
  readonly said: string;
  readonly at: string;
}

/** Where a request leads as far as it is known. */
export interface Guidance {
  /** The one question to ask now, and its place among those of the reason. */
  readonly question: Question | undefined;
  readonly place: { readonly at: number; readonly of: number } | undefined;
  readonly asked: readonly Asked[];
  /** Where their words and an answer say different things. */
  readonly against: readonly (Contradiction & { readonly say: string })[];
  readonly reason: Pick<Reason, 'id' | 'name' | 'ownVisits'> | undefined;
  /** What else it could be about. */
  readonly reasons: Protocol['reasons'];
  /** Its urgencies, gravest first. */
  readonly bands: Protocol['bands'];
  readonly protocolId: string | null;
  readonly protocolVersion: number | null;
  readonly ruleId: string | null;
  /** The rule that decided, or would after a no to every question still open. */
  readonly ruleAhead: string | null;
  /** Whether somebody decided otherwise than the rule. */
  readonly isOverridden: boolean;
  readonly urgency: string | null;
  readonly urgencyName: string | null;
  readonly dueAt: Temporal.Instant | null;
  /** By when the person is told what happens, and from when that is near. */
  readonly answerBy: Temporal.Instant | null;
  readonly warnAt: Temporal.Instant | null;
  /** What the rule decided, or (while a question is open) would decide after a no. */
  readonly outcome: Outcome | undefined;
  readonly need: VisitNeed | undefined;
}

/** A flag as guidance sees it. */
export interface GuidedFlag extends FlagStanding {
  readonly category: RedFlagCategoryId;
  readonly level: RedFlagLevel;
  readonly questionId: string | null;
  /** The words it was found in. */
  readonly matched?: string;
}

/** What a request that has waited already was promised; a further contact never makes it later. */
interface Told extends Promised {
  readonly answerBy: Temporal.Instant | null;
  readonly warnAt: Temporal.Instant | null;
}

/** Everything guidance is decided from. */
export interface Guided {
  readonly protocol: Protocol;
  readonly typed: Typed;
  /** The reason somebody chose against the words. */
  readonly reason: string | null;
  readonly flags: readonly GuidedFlag[];
  readonly forOther: boolean;
  /** What somebody decided against a rule. */
  readonly override?: Override | null;
  readonly ageYears: number | undefined;
  readonly sex: string | undefined;
  /** The patient by name, where the words are shown and somebody else rings. */
  readonly called?: Speaking['called'];
  readonly receivedAt: Temporal.Instant;
  /** Since when an answer is owed anew, where its visit lost its place. */
  readonly answerFrom?: Temporal.Instant | null;
  readonly promised: Told | undefined;
  readonly now: Temporal.Instant;
}

const nothing: Guidance = {
  question: undefined,
  place: undefined,
  asked: [],
  against: [],
  reason: undefined,
  reasons: [],
  bands: [],
  protocolId: null,
  protocolVersion: null,
  ruleId: null,
  ruleAhead: null,
  isOverridden: false,
  urgency: null,
  urgencyName: null,
  dueAt: null,
  answerBy: null,
  warnAt: null,
  outcome: undefined,
  need: undefined,
};

/**
 * Guides one request: the direct question of a denied danger comes first, then the protocol's, one at a time; then its
 * rule says who, when and how. Nothing is guided before there are words, or past a red flag that stops everything.
 */
export function guide(guided: Guided): Guidance {
  const { protocol, typed, flags } = guided;
  const asked = askedOf(guided);
  const waiting = flags.find(asks);
  const denied = waiting && directQuestion(waiting, guided);
  if (typed.words.trim() === '' && typed.notes.trim() === '') return { ...nothing, asked, question: denied };
  const asking = askingOf(guided);
  const direction = navigate(protocol, asking);
  const reason = protocol.reasons.find(({ id }) => id === direction.reason);
  const { reasons, bands } = protocol;
  const against = contradictions(protocol, typed).map((one) => ({
    ...one,
    say: asked.find(({ id }) => id === one.questionId)?.say ?? '',
  }));
  const base = {
    ...nothing,
    asked,
    against,
    reason,
    reasons,
    bands,
    protocolId: protocol.id,
    protocolVersion: protocol.version,
  };
  if (direction.kind === 'red-flag' || flags.some(stops)) return { ...base, ...promisedOf(guided) };
  const rule = ruleAhead(protocol, asking, direction);
  const ruleId = direction.kind === 'decided' ? rule.id : null;
  const ahead = { ...base, ...destination(guided, rule), ruleId, ruleAhead: rule.id };
  if (denied) return { ...ahead, question: denied };
  if (direction.kind === 'decided') return ahead;
  return { ...ahead, ...questionOf(direction, guided) };
}

/** What a flag's clinician has dealt with counts as a no: the question is not asked again, and the request can go on. */
function askingOf({ typed, flags, reason, ageYears, sex }: Guided): Asking {
  const closed = new Set(flags.filter(({ closedAt }) => closedAt !== null).map(({ questionId }) => questionId));
  const answers = Object.entries(typed.answers).map(([id, { said }]) => [id, closed.has(id) ? 'no' : said]);
  const words = `${typed.words} ${typed.notes}`;
  return {
    words,
    answers: Object.fromEntries(answers) as Record<string, string>,
    reason: reason ?? undefined,
    ageYears,
    sex,
  };
}

/** The rule there is, or would be if every question still open were answered no. */
function ruleAhead(protocol: Protocol, asking: Asking, direction: Direction): Rule {
  let [next, answers] = [direction, asking.answers];
  while (next.kind === 'ask') {
    answers = { ...answers, [next.question.id]: 'no' };
    next = navigate(protocol, { ...asking, answers });
  }
  if (next.kind === 'decided') return next.rule;
  const last = protocol.rules.find(({ reason }) => reason === anythingElse);
  if (!last) throw new Error('a parsed protocol has a rule for everybody');
  return last;
}

function questionOf(
  direction: Extract<Direction, { kind: 'ask' }>,
  speaking: Guided,
): Pick<Guidance, 'question' | 'place'> {
  const { id, say, redFlag } = direction.question;
  const yesMeans = redFlag && { category: redFlag.category as RedFlagCategoryId, level: redFlag.level };
  const yesDoes =
    yesMeans === undefined ? 'look again' : yesMeans.level === '999' ? 'stop, get 999' : 'stop, tell the duty doctor';
  return {
    question: { id, say: askedAs(say, speaking), yesMeans, yesDoes, noDoes: 'offer a time' },
    place: { at: direction.place, of: direction.of },
  };
}

/** What was promised before holds where it is sooner than what the rule says now. */
function destination(guided: Guided, rule: Rule): Partial<Guidance> {
  const { protocol, now, override = null, answerFrom = null } = guided;
  const decided = holdsFor(override, protocol, rule) ? override : undefined;
  const outcome = decided ? overridden(rule.outcome, decided) : rule.outcome;
  // Only what a clinician decided makes something less urgent than was promised.
  const promised = decided?.byClinician ? undefined : guided.promised;
  const receivedAt = decided?.since === undefined ? guided.receivedAt : Temporal.Instant.from(decided.since);
  // What somebody made more urgent stays so where another rule decides by now.
  const raised = override?.byClinician === false ? override.urgency : null;
  const least = higherUrgency(protocol, raised, outcome.urgency);
  const urgency = higherUrgency(protocol, promised?.urgency ?? null, least);
  const clock = clockOf(protocol, urgency, { receivedAt, answerFrom, promised, now });
  if (!clock.ok) throw new Error('a parsed protocol knows its own urgencies');
  const urgencyName = protocol.bands.find(({ id }) => id === urgency)?.name ?? null;
  return {
    isOverridden: decided !== undefined,
    urgency,
    urgencyName,
    ...clock.value,
    outcome: saidAs(outcome, guided),
    need: needOf(guided, outcome, { dueAt: clock.value.dueAt, urgency }),
  };
}

/** An outcome in the words for whoever rings. */
function saidAs(outcome: Outcome, { forOther, called }: Guided): Outcome {
  if (!forOther) return outcome;
  const { say, safetyNet, sayOther = say, safetyNetOther = safetyNet } = outcome;
  return { ...outcome, say: aboutThem(sayOther, called), safetyNet: aboutThem(safetyNetOther, called) };
}

/** The graver of two urgencies: bands stand in that order in a protocol; one it does not know gives way. */
export function higherUrgency(protocol: Protocol, before: string | null, now: string): string {
  const place = (urgency: string): number => protocol.bands.findIndex(({ id }) => id === urgency);
  return before !== null && place(before) !== -1 && place(before) < place(now) ? before : now;
}

function promisedOf({ promised, protocol }: Guided): Partial<Guidance> {
  const urgency = promised?.urgency ?? null;
  const urgencyName = protocol.bands.find(({ id }) => id === urgency)?.name ?? null;
  const { dueAt = null, answerBy = null, warnAt = null } = promised ?? {};
  return { urgency, urgencyName, dueAt, answerBy, warnAt };
}

function needOf(
  { protocol, now }: Guided,
  outcome: Outcome,
  { dueAt, urgency }: { dueAt: Temporal.Instant; urgency: string },
): VisitNeed | undefined {
  if (outcome.destination !== 'visit') return undefined;
  const endOfToday = now.toZonedDateTimeISO('Europe/London').add({ days: 1 }).startOfDay().toInstant();
  // What is past its time is seen today, rather than not at all.
  const overdue = Temporal.Instant.compare(dueAt, now) <= 0;
  const by = overdue ? endOfToday : dueAt;
  return {
    roles: outcome.roles,
    modes: outcome.modes,
    minutes: outcome.minutes,
    dueBy: by.epochMilliseconds,
    ...(overdue && { overdue }),
    mustBeInTime: mustBeInTime(protocol, { ...outcome, urgency }),
    continuity: outcome.continuity,
  };
}

/** The questions answered so far in the order they were, in the words they were asked in. */
function askedOf(guided: Guided): Asked[] {
  const { protocol, typed, flags } = guided;
  const inProtocol = protocol.questions.map(({ id, say }) => [id, askedAs(say, guided)] as const);
  // The words in which it was denied decide what was asked, also once a yes has raised it.
  const deniedLast = flags.toSorted((one, other) => Number(one.softened) - Number(other.softened));
  const direct = deniedLast.map((flag) => [directQuestionId(flag.category), directQuestion(flag, guided).say] as const);
  const say = new Map([...inProtocol, ...direct]);
  return Object.entries(typed.answers)
    .map(([id, { said, at }]) => ({ id, say: say.get(id) ?? '', said, at }))
    .filter((one) => one.say !== '')
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}
