import { err, ok, type Result } from '#kernel/result.ts';
import type { AppointmentKind, PlanPart } from './plan.ts';
import { sessionModes, type SessionFault } from './session-plan.ts';

/** One row of the form as it was typed. */
export interface PlanRow {
  readonly kind?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly minutes?: string | undefined;
  readonly mode?: string | undefined;
  readonly places?: string | undefined;
  /** Days before the session's day, and a time of that day, before which it cannot be booked. */
  readonly opensDays?: string | undefined;
  readonly opensAt?: string | undefined;
  /** What it becomes when it is not booked, and from when. */
  readonly releasesAs?: string | undefined;
  readonly releasesDays?: string | undefined;
  readonly releasesAt?: string | undefined;
}

/** The session a plan is made for. */
export interface PlannedSession {
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
}

/** Rows of the form. */
export const planRows = 10;
const london = 'Europe/London';
const clockOf = /^(\d{1,2})[:.]?(\d{2})(?::00)?$/;

function timeOf(typed: string | undefined): Temporal.PlainTime | null {
  const [, hour, minute] = clockOf.exec((typed ?? '').trim()) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return null;
  return Temporal.PlainTime.from({ hour: Number(hour), minute: Number(minute) });
}

function numberOf(typed: string | undefined, least: number, most: number): number | null {
  const value = /^\d{1,3}$/.test((typed ?? '').trim()) ? Number(typed) : Number.NaN;
  return value >= least && value <= most ? value : null;
}

const isEmpty = (row: PlanRow): boolean => (row.kind ?? '') === '';

/** A moment some days before a session's day, at a time of day in London. */
function before(session: PlannedSession, days: number, time: Temporal.PlainTime): string {
  const day = session.startsAt.toZonedDateTimeISO(london).toPlainDate().subtract({ days });
  return day.toZonedDateTime({ timeZone: london, plainTime: time }).toInstant().toString();
}

type Say = (field: string, text: string) => null;

/** An embargo or a release: both of its fields, or neither. */
function moment(
  session: PlannedSession,
  [days, time]: readonly [string | undefined, string | undefined],
  say: (text: string) => null,
): string | undefined | null {
  if ((days ?? '').trim() === '' && (time ?? '').trim() === '') return undefined;
  const [away, at] = [(days ?? '').trim() === '' ? 0 : numberOf(days, 0, 90), timeOf(time)];
  if (away === null) return say('Days before must be a whole number from 0 to 90');
  if (at === null) return say('Enter the time of that day, like 07:30');
  return before(session, away, at);
}

function readRow(
  row: PlanRow,
  session: PlannedSession,
  { say, kinds }: { say: Say; kinds: readonly AppointmentKind[] },
): PlanPart | null {
  const kind = kinds.find(({ code }) => code === row.kind);
  if (kind === undefined) return say('kind', 'Choose what the time is for');
  const start = session.startsAt.toZonedDateTimeISO(london);
  const minuteOf = (time: Temporal.PlainTime): number => start.toPlainTime().until(time).total('minutes');
  const [fromTime, toTime] = [timeOf(row.from), timeOf(row.to)];
  if (fromTime === null) return say('from', 'Enter when it begins, like 08:30');
  if (toTime === null) return say('to', 'Enter when it ends, like 10:00');
  const [from, to] = [minuteOf(fromTime), minuteOf(toTime)];
  const length = session.startsAt.until(session.endsAt).total('minutes');
  if (from < 0) return say('from', 'It begins before the session');
  if (to > length) return say('to', 'It ends after the session');
  if (to <= from) return say('to', 'It must end after it begins');
  const minutes = (row.minutes ?? '').trim() === '' && !kind.takesPatients ? to - from : numberOf(row.minutes, 5, 240);
  if (minutes === null) return say('minutes', 'An appointment lasts from 5 to 240 minutes');
  if (minutes > to - from) return say('minutes', `No appointment of ${minutes} minutes fits in`);
  const places = (row.places ?? '').trim() === '' ? 1 : numberOf(row.places, 1, 30);
  if (places === null) return say('places', 'Places at one time are a whole number from 1 to 30');
  if (places > 1 && kind.code !== 'group_consultation')
    return say('places', 'Only a group consultation has more than one place at a time');
  const mode = (row.mode ?? '') === '' ? undefined : sessionModes.find(({ value }) => value === row.mode)?.value;
  const opensAt = moment(session, [row.opensDays, row.opensAt], (text) => say('opensAt', text));
  const asTyped = (row.releasesAs ?? '').trim();
  const releasesAs =
    asTyped === '' ? undefined : kinds.find(({ code, takesPatients }) => code === asTyped && takesPatients)?.code;
  if (asTyped !== '' && releasesAs === undefined) return say('releasesAs', 'Choose what it becomes');
  const releasesAt =
    releasesAs === undefined
      ? undefined
      : moment(session, [row.releasesDays, row.releasesAt], (text) => say('releasesAt', text));
  if (opensAt === null || releasesAt === null) return null;
  if (releasesAs !== undefined && releasesAt === undefined) return say('releasesAt', 'Say from when it becomes that');
  return {
    ...{ kind: kind.code, from, to, minutes, places },
    ...(mode === undefined ? {} : { mode }),
    ...(opensAt === undefined ? {} : { opensAt }),
    ...(releasesAt === undefined ? {} : { releasesAt, releasesAs }),
  };
}

/**
 * Reads the form of a session's plan: its parts in order of time, none over another. Empty rows are left out; a form without
 * any takes the plan away (null).
 */
export function readPlan(
  rows: readonly PlanRow[],
  session: PlannedSession,
  kinds: readonly AppointmentKind[],
): Result<PlanPart[] | null, readonly SessionFault[]> {
  const faults: SessionFault[] = [];
  const read = rows.flatMap((row, at) => {
    if (isEmpty(row)) return [];
    const say: Say = (field, text) => {
      faults.push({ field: `${field}-${at}`, text: `Row ${at + 1}: ${text}` });
      return null;
    };
    const part = readRow(row, session, { say, kinds });
    return part === null ? [] : [{ part, at }];
  });
  const inOrder = read.toSorted((a, b) => a.part.from - b.part.from);
  inOrder.forEach(({ part, at }, place) => {
    const last = inOrder[place - 1];
    if (last && last.part.to > part.from)
      faults.push({ field: `from-${at}`, text: `Row ${at + 1}: It overlaps row ${last.at + 1}` });
  });
  if (faults.length > 0) return err(faults);
  return ok(inOrder.length === 0 ? null : inOrder.map(({ part }) => part));
}

/** The longest step in whole minutes on which every part and appointment of a plan stands; what the session is booked on. */
export function stepOf(plan: readonly PlanPart[]): number {
  const common = (a: number, b: number): number => (b === 0 ? a : common(b, a % b));
  return plan.reduce((so, { from, minutes }) => common(common(so, from), minutes), 0);
}

/** A plan as rows of the form. */
export function rowsOf(plan: readonly PlanPart[], session: PlannedSession): PlanRow[] {
  const start = session.startsAt.toZonedDateTimeISO(london);
  const clock = (minutes: number): string => start.add({ minutes }).toPlainTime().toString({ smallestUnit: 'minute' });
  const away = (at: string | undefined): { days: string; time: string } => {
    if (at === undefined) return { days: '', time: '' };
    const then = Temporal.Instant.from(at).toZonedDateTimeISO(london);
    const days = then.toPlainDate().until(start.toPlainDate(), { largestUnit: 'days' }).days;
    return { days: String(days), time: then.toPlainTime().toString({ smallestUnit: 'minute' }) };
  };
  return plan.map((part) => ({
    ...{ kind: part.kind, from: clock(part.from), to: clock(part.to), minutes: String(part.minutes) },
    ...{ mode: part.mode ?? '', places: part.places === 1 ? '' : String(part.places) },
    ...{ opensDays: away(part.opensAt).days, opensAt: away(part.opensAt).time },
    ...{
      releasesAs: part.releasesAs ?? '',
      releasesDays: away(part.releasesAt).days,
      releasesAt: away(part.releasesAt).time,
    },
  }));
}
