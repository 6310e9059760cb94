import { parseDay } from '#kernel/date.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { isUuid } from '#kernel/uuid.ts';
import { england, isWorkingDay } from '#kernel/working-day.ts';
import { firstAsked, type OnDuty } from './duty.ts';

/** How long a hand-back waits for whom, in working minutes, and when an owner counts as away; with the source of the rule. */
export interface HandBackRule {
  readonly practiceMinutes: number;
  readonly dutyMinutes: number;
  readonly notBefore: Temporal.PlainTime;
  readonly notAfter: Temporal.PlainTime;
  readonly awayDays: number;
  readonly source: string;
}

/** With whom an unacknowledged hand-back waits: the home practice, its duty clinician, then the group's board. */
export type HandBackLevel = 'practice' | 'duty' | 'group';

/** Roles at the home practice of which something may be asked, with the words for them. */
export const askedRoles = {
  gp: 'GPs',
  nurse: 'nurses',
  pharmacist: 'pharmacists',
  navigator: 'care navigators',
  manager: 'practice manager',
} as const;

/** Of whom something is asked. */
export type AskedOf =
  | { readonly kind: 'role'; readonly role: keyof typeof askedRoles }
  | { readonly kind: 'clinician'; readonly clinicianId: string }
  | { readonly kind: 'host' };

/** One thing that is asked: what, of whom, by when. */
export interface Ask {
  readonly what: string;
  readonly of: AskedOf;
  readonly dueOn: Temporal.PlainDate;
}

/** A result that is still to come: of which test, whose to look at, and when it is expected. */
export interface Owed {
  readonly test: string;
  readonly ownerId: string;
  readonly expectedOn: Temporal.PlainDate;
}

/** A hand-back as it was written. */
export interface HandBackDraft {
  readonly nothingAsked: boolean;
  readonly done: string;
  readonly asks: readonly Ask[];
  readonly owed: readonly Owed[];
}

/** A field that must be mended, with the words for it. */
export interface Fault {
  readonly field: string;
  readonly text: string;
}

/** Asks and results that fit on the form; more can be added by a correction. */
export const rowsOnForm = 3;

type Fields = Readonly<Record<string, unknown>>;

const textOf = (fields: Fields, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value.trim() : '';
};

/** Reads of whom something is asked from a form's choice: `role:gp`, `host` or `clinician:` and an id; undefined where it is none. */
export function readAskedOf(text: string): AskedOf | undefined {
  if (text === 'host') return { kind: 'host' };
  const [kind, of = ''] = text.split(':');
  if (kind === 'role' && Object.hasOwn(askedRoles, of)) return { kind, role: of as keyof typeof askedRoles };
  return kind === 'clinician' && isUuid(of) ? { kind, clinicianId: of } : undefined;
}

/** Reads a hand-back from its form: every fault with its field, or what was written. Rows left empty are none. */
export function readHandBack(fields: Fields, today: Temporal.PlainDate): Result<HandBackDraft, Fault[]> {
  const faults: Fault[] = [];
  const done = textOf(fields, 'done');
  const nothingAsked = fields['outcome'] === 'nothing';
  const dayOf = (field: string): Temporal.PlainDate | undefined => {
    const day = parseDay(textOf(fields, field));
    if (day !== null && Temporal.PlainDate.compare(day, today) >= 0) return day;
    faults.push({ field, text: 'Give a day, today or later, like 27/11/2026' });
    return undefined;
  };
  const rows = Array.from({ length: rowsOnForm }, (_, n) => n + 1);
  const asks = rows.flatMap((n) => readAsk(fields, n, { faults, dayOf }) ?? []);
  const owed = rows.flatMap((n) => readOwed(fields, n, { faults, dayOf }) ?? []);
  if (nothingAsked && (asks.length > 0 || owed.length > 0))
    faults.push({
      field: asks.length > 0 ? 'ask-1-what' : 'result-1-test',
      text: 'Something is asked or owed here: hand it back, or empty the rows',
    });
  if (!nothingAsked && done === '') faults.unshift({ field: 'done', text: 'Say what was done' });
  return faults.length > 0 ? err(faults) : ok({ nothingAsked, done, asks, owed });
}

interface Reading {
  readonly faults: Fault[];
  readonly dayOf: (field: string) => Temporal.PlainDate | undefined;
}

function readAsk(fields: Fields, n: number, { faults, dayOf }: Reading): Ask | undefined {
  const what = textOf(fields, `ask-${n}-what`);
  const chosen = textOf(fields, `ask-${n}-of`);
  const by = textOf(fields, `ask-${n}-by`);
  if (what === '' && chosen === '' && by === '') return undefined;
  const of = readAskedOf(chosen);
  if (what === '') faults.push({ field: `ask-${n}-what`, text: 'Say what is asked' });
  if (of === undefined) faults.push({ field: `ask-${n}-of`, text: 'Choose of whom it is asked' });
  const dueOn = dayOf(`ask-${n}-by`);
  return what !== '' && of && dueOn ? { what, of, dueOn } : undefined;
}

function readOwed(fields: Fields, n: number, { faults, dayOf }: Reading): Owed | undefined {
  const test = textOf(fields, `result-${n}-test`);
  const ownerId = textOf(fields, `result-${n}-owner`);
  const by = textOf(fields, `result-${n}-by`);
  // The owner is filled in with the writer, so that an owner alone is no row.
  if (test === '' && by === '') return undefined;
  if (test === '') faults.push({ field: `result-${n}-test`, text: 'Name the test' });
  if (!isUuid(ownerId)) faults.push({ field: `result-${n}-owner`, text: 'Choose who looks at the result' });
  const expectedOn = dayOf(`result-${n}-by`);
  return test !== '' && isUuid(ownerId) && expectedOn ? { test, ownerId, expectedOn } : undefined;
}

/** Every text of a hand-back that somebody wrote, for screening. */
export function writtenIn({ done, asks, owed }: HandBackDraft): string[] {
  return [done, ...asks.map(({ what }) => what), ...owed.map(({ test }) => test)].filter((text) => text !== '');
}

/** How pressing a day is, in words: "1 day late", "today", "by tomorrow", "by Friday", "by 4 December". */
export function dueBy(
  day: Temporal.PlainDate,
  today: Temporal.PlainDate,
): { readonly words: string; readonly state: 'now' | 'soon' | 'plain' } {
  const away = today.until(day, { largestUnit: 'days' }).days;
  if (away < 0) return { words: away === -1 ? '1 day late' : `${-away} days late`, state: 'now' };
  if (away === 0) return { words: 'today', state: 'soon' };
  if (away === 1) return { words: 'by tomorrow', state: 'plain' };
  const named = away <= 6 ? ({ weekday: 'long' } as const) : ({ day: 'numeric', month: 'long' } as const);
  const year = away > 6 && day.year !== today.year ? ` ${day.year}` : '';
  return { words: `by ${day.toLocaleString('en-GB', named)}${year}`, state: 'plain' };
}

/** When so many working minutes are over: those within the rule's London hours of working days. */
export function afterWorkingMinutes(
  { notBefore, notAfter }: Pick<HandBackRule, 'notBefore' | 'notAfter'>,
  from: Temporal.Instant,
  minutes: number,
): Temporal.Instant {
  let at = from.toZonedDateTimeISO('Europe/London');
  let left = minutes;
  for (;;) {
    const opens = at.withPlainTime(notBefore);
    const closes = at.withPlainTime(notAfter);
    if (isWorkingDay(england, at.toPlainDate()) && Temporal.ZonedDateTime.compare(at, closes) < 0) {
      const begins = Temporal.ZonedDateTime.compare(at, opens) < 0 ? opens : at;
      const here = begins.until(closes).total('minutes');
      if (left <= here) return begins.add({ seconds: Math.round(left * 60) }).toInstant();
      left -= here;
    }
    at = at.add({ days: 1 }).startOfDay();
  }
}

/** When a hand-back that waits with somebody since `from` goes on; never from the group's board, where it stays. */
export function goesOnAt(
  rule: HandBackRule,
  level: HandBackLevel,
  from: Temporal.Instant,
): Temporal.Instant | undefined {
  if (level === 'group') return undefined;
  return afterWorkingMinutes(rule, from, level === 'practice' ? rule.practiceMinutes : rule.dutyMinutes);
}

/**
 * With whom an unacknowledged hand-back is next: the duty clinician nearest to the home practice, then the group's board.
 * Where nobody is on duty the board has it at once; undefined where it stays.
 */
export function nextHolder(
  level: HandBackLevel,
  onDuty: readonly OnDuty[],
): { readonly level: HandBackLevel; readonly clinicianId: string | null } | undefined {
  if (level === 'group') return undefined;
  const { clinicianId } = firstAsked(onDuty);
  return level === 'practice' && clinicianId !== null
    ? { level: 'duty', clinicianId }
    : { level: 'group', clinicianId: null };
}
