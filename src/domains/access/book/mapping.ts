import { err, ok, type Result } from '#kernel/result.ts';
import { instantOf, timeOf } from '../session-plan.ts';

/** What an entry of a book may be; all but the last three count to the limit. */
export const bookStates = ['booked', 'done', 'did_not_attend', 'free', 'blocked', 'cancelled'] as const;
export type BookState = (typeof bookStates)[number];

/** What a column of an export may be. Nothing else of a row is read, so no patient comes in. */
export const bookFields = {
  key: 'Its own number or code',
  clinician: 'Who is seen (session holder)',
  date: 'Date, or date and time',
  time: 'Start time',
  minutes: 'Minutes',
  end: 'End time',
  state: 'State of the slot',
  type: 'Type of slot',
  session: 'Name of the session',
  mode: 'How (face to face, telephone)',
} as const;
export type BookField = keyof typeof bookFields;

/** How an export is read: which column is what, and what the words in it mean. Saved from an example. */
export interface BookMapping {
  readonly columns: Readonly<Partial<Record<BookField, string>>>;
  readonly dates: 'dmy' | 'ymd' | 'mdy';
  /** What each word of the state column means, in lower case. */
  readonly states: Readonly<Record<string, BookState>>;
  /** Types of slot, in lower case, that are no contact with a patient. */
  readonly noContact: readonly string[];
}

/** One place of a book as it was read. */
export interface BookRow {
  /** Its own number; undefined where the export has none, and it is known by who and when. */
  readonly key: string | undefined;
  readonly clinician: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly state: BookState;
  readonly session: string;
  readonly mode: string;
  readonly contact: boolean;
}

/** Why a row was not read: the column and the reason, never what stood in it. */
export interface RowFault {
  readonly column: string;
  readonly reason: string;
}

const guesses: Readonly<Record<BookField, RegExp>> = {
  key: /^(slot|appointment|appt)?[ _]?(id|number|no|guid|ref(erence)?)$/i,
  clinician: /clinician|session holder|seen by|provider|staff|doctor|held by/i,
  date: /date/i,
  time: /start|^time|slot time|from/i,
  minutes: /duration|minutes|length|mins/i,
  end: /^end|finish|until|^to$/i,
  state: /status|state|availab/i,
  type: /type|category/i,
  session: /session( name)?$|rota|clinic name/i,
  mode: /mode|delivery|channel|how/i,
};

/** Words of states as clinical systems have them; a person settles every other. */
const knownStates: readonly (readonly [RegExp, BookState])[] = [
  [/cancel/i, 'cancelled'],
  [/dna|did not attend|not attend/i, 'did_not_attend'],
  [/arrived|left|seen|in (room|progress)|complete|finish|attended|sent in/i, 'done'],
  [/block|embargo|unavailable|reserved|no longer/i, 'blocked'],
  [/free|available|empty|vacant|^open/i, 'free'],
  [/book|taken|busy|patient/i, 'booked'],
];

/** What the state column's word most likely means; undefined where nothing says. */
export function guessState(word: string): BookState | undefined {
  return knownStates.find(([pattern]) => pattern.test(word))?.[1];
}

/** A first guess of what the columns of an example are; every guess is shown to a person before it is saved. */
export function guessMapping(heading: readonly string[], rows: readonly (readonly string[])[]): BookMapping {
  const columns: Partial<Record<BookField, string>> = {};
  const taken = new Set<string>();
  for (const field of Object.keys(guesses) as BookField[]) {
    const found = heading.find((name) => !taken.has(name) && guesses[field].test(name.trim()));
    if (found !== undefined) {
      columns[field] = found;
      taken.add(found);
    }
  }
  const cells = (name: string | undefined): string[] => {
    const at = name === undefined ? -1 : heading.indexOf(name);
    return at < 0 ? [] : rows.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== '');
  };
  const states: Record<string, BookState> = {};
  for (const word of new Set(cells(columns.state))) {
    const state = guessState(word);
    if (state) states[word.toLowerCase()] = state;
  }
  return { columns, dates: datesIn(cells(columns.date)), states, noContact: [] };
}

function datesIn(dates: readonly string[]): BookMapping['dates'] {
  if (dates.some((date) => /^\d{4}-/.test(date))) return 'ymd';
  // Only a second number past 12 tells that months come first; in England days do.
  return dates.some((date) => Number(/^\d{1,2}[/.-](\d{1,2})/.exec(date)?.[1]) > 12) ? 'mdy' : 'dmy';
}

/** What is wrong with a mapping for a heading, in words; none where it can be used. */
export function mappingFaults({ columns }: BookMapping, heading: readonly string[]): string[] {
  const missing = (field: BookField): boolean => (columns[field] ?? '') === '';
  const faults: string[] = [];
  if (missing('clinician')) faults.push('Say which column tells who is seen');
  if (missing('date')) faults.push('Say which column tells the date');
  if (missing('minutes') && missing('end')) faults.push('Say which column tells the minutes, or the end time');
  if (missing('state')) faults.push('Say which column tells whether a slot is taken');
  const gone = Object.values(columns).filter((name) => name !== '' && !heading.includes(name));
  if (gone.length > 0) faults.push(`The file has no column called ${gone.join(', ')}`);
  const twice = Object.values(columns).filter((name, at, all) => name !== '' && all.indexOf(name) !== at);
  if (twice.length > 0) faults.push(`${twice.join(', ')} cannot be two things`);
  return faults;
}

/** Reads one row; nothing of it but the columns named. */
export function readBookRow(
  mapping: BookMapping,
  cell: (column: string) => string | undefined,
): Result<BookRow, RowFault> {
  const { columns, states, noContact, dates } = mapping;
  const said = (field: BookField): string => {
    const name = columns[field];
    return name === undefined || name === '' ? '' : (cell(name) ?? '').trim();
  };
  const fault = (field: BookField, reason: string) => err({ column: columns[field] ?? bookFields[field], reason });
  const tooLong = (Object.keys(columns) as BookField[]).find((field) => said(field).length > 200);
  if (tooLong) return fault(tooLong, 'is longer than 200 characters');
  const control = (Object.keys(columns) as BookField[]).find((field) => /\p{Cc}/u.test(said(field)));
  if (control) return fault(control, 'has characters that are no text');
  if (said('clinician') === '') return fault('clinician', 'is empty');
  const [dateText = '', timeInDate = ''] = said('date').split(/[ T]+/);
  const day = dayOf(dateText, dates);
  if (day === undefined) return fault('date', 'is no date of the kind chosen');
  const time = timeOf((said('time') || timeInDate).replace(/^(\d{1,2}:\d{2}):\d{2}(\.\d+)?$/, '$1'));
  if (time === null) return fault(said('time') === '' ? 'date' : 'time', 'has no time like 09:30');
  const startsAt = instantOf(day, time);
  if (startsAt === null) return fault('time', 'is in the hour in which the clocks change');
  const endsAt = endOf({ minutes: said('minutes'), end: said('end'), day, startsAt });
  if (endsAt === undefined)
    return fault(said('minutes') === '' ? 'end' : 'minutes', 'gives no length from 1 minute to 12 hours');
  const state = states[said('state').toLowerCase()];
  if (state === undefined) return fault('state', 'has a word nobody has said the meaning of');
  return ok({
    ...{ startsAt, endsAt, state, clinician: said('clinician'), session: said('session'), mode: said('mode') },
    key: said('key') === '' ? undefined : said('key'),
    contact: !noContact.includes(said('type').toLowerCase()),
  });
}

function dayOf(text: string, order: BookMapping['dates']): Temporal.PlainDate | undefined {
  const parts = /^(\d{1,4})[/.-](\d{1,2}|[A-Za-z]{3})[/.-](\d{1,4})$/.exec(text)?.slice(1) ?? [];
  const [a, b, c] = parts.map((part) => (/^[A-Za-z]/.test(part) ? monthOf(part) : Number(part)));
  if (a === undefined || b === undefined || c === undefined) return undefined;
  const [year, month, day] = { dmy: [c, b, a], ymd: [a, b, c], mdy: [c, a, b] }[order];
  try {
    if (year === undefined || year < 2000 || year > 2100) return undefined;
    return Temporal.PlainDate.from({ year, month: month ?? 0, day: day ?? 0 }, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthOf = (name: string): number => months.indexOf(name.toLowerCase()) + 1;

function endOf(of: {
  minutes: string;
  end: string;
  day: Temporal.PlainDate;
  startsAt: Temporal.Instant;
}): Temporal.Instant | undefined {
  const { minutes, end, day, startsAt } = of;
  if (minutes !== '') {
    const long = /^\d{1,3}$/.test(minutes) ? Number(minutes) : 0;
    return long >= 1 && long <= 720 ? startsAt.add({ minutes: long }) : undefined;
  }
  const time = timeOf(end.replace(/^(?:.*[ T])?(\d{1,2}:\d{2})(?::\d{2})?$/, '$1'));
  const endsAt = time === null ? null : instantOf(day, time);
  if (endsAt === null) return undefined;
  const long = startsAt.until(endsAt).total('minutes');
  return long >= 1 && long <= 720 ? endsAt : undefined;
}
