import { bankHolidaysInEngland } from '#kernel/bank-holidays.ts';
import { parseDay } from '#kernel/date.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { england } from '#kernel/working-day.ts';

/** What is wrong with one field of the form, in words for whoever typed it. */
export interface SessionFault {
  readonly field: string;
  readonly text: string;
}

/** A session or a weekly run of it, as it was typed. */
export interface SessionFields {
  readonly practice?: string | undefined;
  readonly clinician?: string | undefined;
  readonly site?: string | undefined;
  readonly mode?: string | undefined;
  readonly kind?: string | undefined;
  readonly day?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly slot?: string | undefined;
  readonly weeks?: string | undefined;
}

/** One session's day and instants; the clocks may change between two of a run. */
export interface SessionTime {
  readonly day: Temporal.PlainDate;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
}

/** A day of a run that is left out, and the bank holiday it is. */
export interface SkippedDay {
  readonly day: Temporal.PlainDate;
  readonly holiday: string;
}

/** What is to be opened: one session a week, bank holidays left out of a run. */
export interface SessionPlan {
  readonly practiceId: string;
  readonly clinicianId: string;
  readonly siteId: string | null;
  readonly mode: string;
  readonly kind: string;
  readonly slotMinutes: number;
  readonly times: readonly SessionTime[];
  readonly skipped: readonly SkippedDay[];
}

/** How patients are seen in a session, as the form offers it. */
export const sessionModes = [
  { value: 'face_to_face', text: 'Face to face' },
  { value: 'telephone', text: 'Telephone' },
  { value: 'video', text: 'Video' },
  { value: 'home_visit', text: 'Home visits' },
] as const;

/** What a session is for, as the form offers it. */
export const sessionKinds = [
  { value: 'ordinary', text: 'Ordinary', hint: 'The group may book it where the practice has joined hub booking' },
  { value: 'hub', text: 'Hub', hint: 'Every practice of the hub may book it' },
  { value: 'duty', text: 'Duty', hint: 'Kept for what is urgent' },
] as const;

const london = 'Europe/London';
const furthest = { days: 400 } as const;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const dated = (day: Temporal.PlainDate): string =>
  day.toLocaleString('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });

/** A time of day such as 08:30, 8.30 or 0830; null where it is none. */
export function timeOf(text: string | undefined): Temporal.PlainTime | null {
  const [, hour, minute] = /^(\d{1,2})[:.]?(\d{2})(?::00)?$/.exec((text ?? '').trim()) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return null;
  return Temporal.PlainTime.from({ hour: Number(hour), minute: Number(minute) });
}

/** The instant of a London clock time; null in the hour that is skipped or comes twice when the clocks change. */
export function instantOf(day: Temporal.PlainDate, time: Temporal.PlainTime): Temporal.Instant | null {
  try {
    return day.toPlainDateTime(time).toZonedDateTime(london, { disambiguation: 'reject' }).toInstant();
  } catch {
    return null;
  }
}

function wholeNumber(text: string | undefined, [least, most]: readonly [number, number]): number | null {
  const typed = (text ?? '').trim();
  const value = /^\d{1,3}$/.test(typed) ? Number(typed) : Number.NaN;
  return value >= least && value <= most ? value : null;
}

type Say = (field: string, text: string) => null;

/** The days of a run, a week apart; a bank holiday is left out of a run, never of a single session that was asked for. */
function daysOf(first: Temporal.PlainDate, weeks: number): { days: Temporal.PlainDate[]; skipped: SkippedDay[] } {
  const all = Array.from({ length: weeks }, (_, week) => first.add({ weeks: week }));
  if (weeks === 1) return { days: all, skipped: [] };
  const holidays = new Map(bankHolidaysInEngland.days.map(({ date, name }) => [date, name]));
  const skipped = all.flatMap((day) => {
    const holiday = holidays.get(day.toString());
    return holiday === undefined ? [] : [{ day, holiday }];
  });
  return { days: all.filter((day) => !holidays.has(day.toString())), skipped };
}

function readRun(fields: SessionFields, today: Temporal.PlainDate, say: Say) {
  const day = parseDay(fields.day ?? '');
  if (day === null) return say('day', 'Enter the day, like 19/12/2026');
  if (Temporal.PlainDate.compare(day, today) < 0) return say('day', 'That day has passed: choose today or a later day');
  const weeks = (fields.weeks ?? '').trim() === '' ? 1 : wholeNumber(fields.weeks, [1, 52]);
  if (weeks === null) return say('weeks', 'Weeks must be a whole number from 1 to 52');
  const last = day.add({ weeks: weeks - 1 });
  if (Temporal.PlainDate.compare(last, today.add(furthest)) > 0)
    return say(
      weeks === 1 ? 'day' : 'weeks',
      `The last day would be ${dated(last)}: sessions are opened 400 days ahead at most`,
    );
  if (weeks > 1 && last.year > england.lastYear)
    return say('weeks', `The bank holidays of ${last.year} are not known yet: end the run in ${england.lastYear}`);
  const run = daysOf(day, weeks);
  if (run.days.length === 0)
    return say('day', 'Each of these days is a bank holiday: open a single session if one is meant');
  return run;
}

function readTimes(fields: SessionFields, days: readonly Temporal.PlainDate[], say: Say): SessionTime[] {
  const [from, to] = [timeOf(fields.from), timeOf(fields.to)];
  const slot = wholeNumber(fields.slot, [5, 120]);
  if (from === null) say('from', 'Enter when it begins, like 08:30');
  if (to === null) say('to', 'Enter when it ends, like 12:40');
  if (slot === null) say('slot', 'An appointment lasts from 5 to 120 minutes');
  if (from === null || to === null || slot === null) return [];
  if (Temporal.PlainTime.compare(to, from) <= 0) {
    say('to', 'It must end after it begins, on the same day');
    return [];
  }
  const times: SessionTime[] = [];
  for (const day of days) {
    const [startsAt, endsAt] = [instantOf(day, from), instantOf(day, to)];
    if (startsAt === null || endsAt === null)
      say('from', `The clocks change in that hour on ${dated(day)}: choose another time`);
    else if (endsAt.since(startsAt).total('minutes') < slot)
      say('slot', `On ${dated(day)} no appointment of ${slot} minutes fits between those times`);
    else times.push({ day, startsAt, endsAt });
  }
  return times;
}

/** Reads the form that opens a session or a weekly run of it; every field that is wrong is named. */
export function readSessionPlan(
  fields: SessionFields,
  today: Temporal.PlainDate,
): Result<SessionPlan, readonly SessionFault[]> {
  const faults: SessionFault[] = [];
  const say: Say = (field, text) => {
    faults.push({ field, text });
    return null;
  };
  const typed = (value: string | undefined) => (value ?? '').trim();
  const [practiceId, clinicianId, siteId] = [typed(fields.practice), typed(fields.clinician), typed(fields.site)];
  if (practiceId === '') say('practice', 'Choose the practice');
  if (!uuid.test(clinicianId)) say('clinician', 'Choose the clinician');
  if (siteId !== '' && !uuid.test(siteId)) say('site', 'Choose one of the practice’s sites');
  const mode = sessionModes.find(({ value }) => value === fields.mode)?.value;
  if (!mode) say('mode', 'Choose how patients are seen');
  const kind = sessionKinds.find(({ value }) => value === (fields.kind ?? 'ordinary'))?.value;
  if (!kind) say('kind', 'Choose what the session is for');
  const run = readRun(fields, today, say);
  const times = readTimes(fields, run?.days ?? [], say);
  if (faults.length > 0 || !run || !mode || !kind) return err(faults);
  const slotMinutes = Number(fields.slot);
  return ok({ practiceId, clinicianId, siteId: siteId || null, mode, kind, slotMinutes, times, skipped: run.skipped });
}
