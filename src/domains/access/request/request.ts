import type { RedFlagCategoryId, RedFlagLevel } from '../red-flag/category.ts';
import { screen, type RedFlagFinding } from '../red-flag/red-flag.ts';

/** What of a patient screening takes into account. */
type ScreenedPatient = NonNullable<Parameters<typeof screen>[1]>;

/** From where requests come, with the words for it. */
export const channels = {
  telephone: 'by telephone',
  desk: 'at the desk',
  online: 'online',
  '111': 'from 111',
  referral: 'from another practice',
} as const;
export type Channel = keyof typeof channels;

/** What was said to a question, and when (ISO instant); `said` is yes, no, or the caller's own words. */
export interface Answer {
  readonly said: string;
  readonly at: string;
  /** Said to be right although the words say something else. */
  readonly sure?: boolean;
}

/** The answers of a request by question. */
export type Answers = Readonly<Record<string, Answer>>;

/** What screening found of one kind of danger in everything that was written. */
export interface Screened {
  readonly category: RedFlagCategoryId;
  readonly level: RedFlagLevel;
  /** Their exact words, the places where they stand joined by an ellipsis. */
  readonly matched: string;
  readonly origin: 'words' | 'answer';
  /** The question whose answer it is; null for words. */
  readonly questionId: string | null;
  readonly softened: boolean;
  /** Whether a wording of the danger stands there, or the words only resemble such: which danger it is, is then a guess. */
  readonly basis: RedFlagFinding['basis'];
}

/** The parts of a request that somebody types. */
export interface Typed {
  readonly words: string;
  readonly notes: string;
  readonly answers: Answers;
  /** Everything else that was written: what was asked of the duty clinician, who rings, words kept apart. */
  readonly asked?: readonly string[];
  /** What staff wrote of something a clinician has already decided: read for plain wordings, not for likeness. */
  readonly decided?: readonly string[];
}

/** Every piece of free text of a request: their words, the notes, answers that are more than yes or no, and questions. */
function freeTexts({ words, notes, answers, asked = [] }: Typed): string[] {
  const told = Object.values(answers)
    .map(({ said }) => said)
    .filter((said) => said !== 'yes' && said !== 'no');
  return [words, notes, ...told, ...asked].filter((text) => text.trim() !== '');
}

/**
 * Screens all free text of a request: one finding for each kind of danger, the graver level holding, softened only where
 * every mention in every text is denied.
 */
export function screenRequest(typed: Typed, patient: ScreenedPatient): Screened[] {
  const found = new Map<RedFlagCategoryId, Screened>();
  const { decided = [] } = typed;
  const findings = [
    ...freeTexts(typed).flatMap((text) => screen(text, patient)),
    ...decided.flatMap((text) => screen(text, patient)).filter(({ basis }) => basis === 'wording'),
  ];
  for (const finding of findings) {
    const before = found.get(finding.category);
    found.set(finding.category, {
      category: finding.category,
      level: before?.level === '999' ? '999' : finding.level,
      matched: alsoSaid(before?.matched, finding.words),
      origin: 'words',
      questionId: null,
      softened: finding.softened && (before?.softened ?? true),
      basis: before?.basis === 'wording' ? 'wording' : finding.basis,
    });
  }
  return [...found.values()];
}

/** Words of one danger, each said once: the same text may stand in several boxes. */
function alsoSaid(before: string | undefined, words: string): string {
  if (before === undefined) return words;
  return before.split(' … ').includes(words) ? before : `${before} … ${words}`;
}

/** What of a flag decides whether its request may go on. */
export interface FlagStanding {
  readonly softened: boolean;
  readonly closedAt: Temporal.Instant | null;
  readonly withdrawnAt: Temporal.Instant | null;
  readonly answeredNoAt: Temporal.Instant | null;
}

/** Whether a flag stops everything: open, plain, and not a mistaken answer taken back. */
export function stops(flag: FlagStanding): boolean {
  return flag.closedAt === null && flag.withdrawnAt === null && !flag.softened;
}

/** Whether a softened flag still waits for its direct question to be answered. */
export function asks(flag: FlagStanding): boolean {
  return flag.closedAt === null && flag.withdrawnAt === null && flag.softened && flag.answeredNoAt === null;
}

/** Why a request cannot be booked yet; each has its remedy on the screen. */
export type NotYet = 'nobody' | 'not-confirmed' | 'red-flag' | 'question' | 'not-open' | 'apart';

/** What a booking depends on besides the place itself. */
export interface Bookable {
  readonly status: string;
  readonly patientId: string | null;
  readonly identityConfirmed: boolean;
  readonly flags: readonly FlagStanding[];
  /** Whether a question still waits for its answer. */
  readonly questionOpen: boolean;
  /** Words that wait to be put together with those that stand. */
  readonly apart?: readonly unknown[];
}

/** Why a request may not be booked, the gravest first; undefined where it may. */
export function notYetBookable(request: Bookable): NotYet | undefined {
  if (request.flags.some(stops)) return 'red-flag';
  if (request.status !== 'draft' && request.status !== 'waiting') return 'not-open';
  if (request.patientId === null) return 'nobody';
  if (!request.identityConfirmed) return 'not-confirmed';
  if (request.questionOpen || request.flags.some(asks)) return 'question';
  if (request.apart !== undefined && request.apart.length > 0) return 'apart';
  return undefined;
}

/** Minutes for which an opened request counts as in somebody's hands; a call that was left is free for others after it. */
const heldMinutes = 20;

/** Whether somebody else has a request in their hands at `now`. */
export function heldByOther(
  request: { readonly takenBy: string | null; readonly takenAt: Temporal.Instant | null },
  { me, now }: { me: string | null; now: Temporal.Instant },
): boolean {
  if (request.takenBy === null || request.takenAt === null || request.takenBy === me) return false;
  return now.since(request.takenAt).total('minutes') < heldMinutes;
}

/** How a request may end without a visit, with the words for it. */
export const endings = {
  admin: 'Dealt with as administration',
  'self-care': 'Self-care advice given',
  'pharmacy-first': 'Sent to a pharmacy (Pharmacy First)',
  pharmacy: 'Sent to a community pharmacy',
  optician: 'Sent to an optician',
  dentist: 'Sent to a dentist',
  'self-referral': 'Referring themselves to a service',
  'other-service': 'Sent to another service',
  'not-needed': 'No longer needed',
} as const;

/** Minutes after a booking or an end in which it is still part of the call and taken back by one press. A local choice, awaiting an owner. */
export const undoMinutes = 30;

/** Whether an end without a visit may still be taken back: by whoever ended it, while it is part of the call. */
export function mayUndoEnd(
  request: {
    readonly status: string;
    readonly outcome: string | null;
    readonly endedAt: Temporal.Instant | null;
    readonly endedBy: string | null;
  },
  { me, now }: { me: string | null; now: Temporal.Instant },
): boolean {
  const { status, outcome, endedAt, endedBy } = request;
  if (status !== 'ended' || outcome === null || !isEnding(outcome) || endedAt === null) return false;
  return me !== null && endedBy === me && endedAt.until(now).total('minutes') < undoMinutes;
}

/** How a request may end besides, by an act of its own. */
const otherEnds: Readonly<Record<string, string>> = {
  joined: 'Joined to the earlier request',
  'not-reached': 'Could not be reached, and written to',
  'sent-to-111': 'Sent to 111, as a recorded exception',
};

/** The words for how a request ended without a visit; null where a clinician dealt with it. */
export function endedWords(outcome: string | null): string | null {
  if (outcome === null) return null;
  return isEnding(outcome) ? endings[outcome] : (otherEnds[outcome] ?? null);
}

/** A way to end without a visit. */
export type Ending = keyof typeof endings;

/** Whether a text from a form is one of the endings. */
export function isEnding(text: string): text is Ending {
  return Object.hasOwn(endings, text);
}

/** Endings that send somebody elsewhere for what they came for. */
const elsewhere: ReadonlySet<string> = new Set<Ending>(['self-care', 'pharmacy-first', 'other-service']);

/** Whether an ending sends somebody elsewhere. */
export function isElsewhere(outcome: Ending): boolean {
  return elsewhere.has(outcome);
}

/** Why nothing that could be offered would do. */
export const unmetReasons = {
  'no-place-in-time': 'No place in time',
  'wrong-time': 'None at a time they can come',
  'too-far': 'None near enough',
  'wrong-person': 'They want somebody who has no place',
  access: 'No place with the access they need',
} as const;

/** Whether a text from a form is one of the reasons. */
export function isUnmetReason(text: string): boolean {
  return Object.values<string>(unmetReasons).includes(text);
}
