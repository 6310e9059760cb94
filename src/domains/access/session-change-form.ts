import { err, ok, type Result } from '#kernel/result.ts';
import { instantOf, timeOf, type SessionFault } from './session-plan.ts';
import type { Span } from './session-change.ts';

/** A change of sessions as it was typed; days are texts like 19/12/2026 read before, times like 08:30. */
export interface ChangeFields {
  readonly what?: string | undefined;
  readonly session?: string | undefined;
  readonly clinician?: string | undefined;
  readonly practice?: string | undefined;
  readonly from?: Temporal.PlainDate | undefined;
  readonly until?: Temporal.PlainDate | undefined;
  readonly fromTime?: string | undefined;
  readonly untilTime?: string | undefined;
  readonly cancel?: boolean;
}

/** A change as it was meant. */
export type ChangeRead =
  | { readonly kind: 'session'; readonly sessionId: string; readonly to: Span | null }
  | { readonly kind: 'absence'; readonly clinicianId: string; readonly away: Span }
  | { readonly kind: 'closure'; readonly practiceId: string; readonly away: Span };

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const longest = { days: 366 } as const;

/** Reads the form for a change of sessions; every field that is wrong is named. Without times an absence is of whole London days. */
export function readChange(fields: ChangeFields, today: Temporal.PlainDate): Result<ChangeRead, SessionFault[]> {
  const faults: SessionFault[] = [];
  const say: Say = (field, text) => {
    faults.push({ field, text });
    return null;
  };
  const { what, session = '', clinician = '', practice = '' } = fields;
  if (what === 'session') {
    if (!uuid.test(session)) return err([{ field: 'session', text: 'Choose the session' }]);
    if (fields.cancel) return ok({ kind: 'session', sessionId: session, to: null });
    const to = newTimes(fields, today, say);
    return to ? ok({ kind: 'session', sessionId: session, to }) : err(faults);
  }
  if (what === 'absence' && !uuid.test(clinician)) say('clinician', 'Choose who is away');
  if (what === 'closure' && practice === '') say('practice', 'Choose the practice that closes');
  if (what !== 'absence' && what !== 'closure') say('what', 'Choose what happens');
  const away = awayOf(fields, today, say);
  if (!away || faults.length > 0) return err(faults);
  return what === 'absence'
    ? ok({ kind: 'absence', clinicianId: clinician, away })
    : ok({ kind: 'closure', practiceId: practice, away });
}

type Say = (field: string, text: string) => null;

function newTimes(fields: ChangeFields, today: Temporal.PlainDate, say: Say): Span | null {
  const [from, to] = [timeOf(fields.fromTime), timeOf(fields.untilTime)];
  if (fields.from === undefined) say('from', 'Enter the day, like 19/12/2026');
  else if (Temporal.PlainDate.compare(fields.from, today) < 0) say('from', 'That day has passed');
  if (from === null) say('fromTime', 'Enter when it begins, like 08:30');
  if (to === null) say('untilTime', 'Enter when it ends, like 12:40');
  if (fields.from === undefined || from === null || to === null) return null;
  if (Temporal.PlainTime.compare(to, from) <= 0)
    return say('untilTime', 'It must end after it begins, on the same day');
  const [startsAt, endsAt] = [instantOf(fields.from, from), instantOf(fields.from, to)];
  if (startsAt === null || endsAt === null)
    return say('fromTime', 'The clocks change in that hour: choose another time');
  return { startsAt, endsAt };
}

function awayOf(fields: ChangeFields, today: Temporal.PlainDate, say: Say): Span | null {
  const { from, until = from } = fields;
  const [fromTime, untilTime] = [optionalTime(fields.fromTime), optionalTime(fields.untilTime)];
  if (from === undefined) return say('from', 'Enter the first day, like 19/12/2026');
  if (until === undefined) return say('until', 'Enter the last day, like 19/12/2026');
  if (fromTime === null) return say('fromTime', 'Enter a time like 08:30, or leave it empty for the whole day');
  if (untilTime === null) return say('untilTime', 'Enter a time like 12:40, or leave it empty for the whole day');
  if (Temporal.PlainDate.compare(until, today) < 0) return say('until', 'That day has passed');
  if (Temporal.PlainDate.compare(until, from) < 0) return say('until', 'The last day is before the first');
  if (Temporal.PlainDate.compare(until, from.add(longest)) > 0)
    return say('until', 'That is more than a year: make it shorter');
  const startsAt = fromTime ? instantOf(from, fromTime) : from.toZonedDateTime('Europe/London').toInstant();
  const endsAt = untilTime
    ? instantOf(until, untilTime)
    : until.add({ days: 1 }).toZonedDateTime('Europe/London').toInstant();
  if (startsAt === null) return say('fromTime', 'The clocks change in that hour: choose another time');
  if (endsAt === null) return say('untilTime', 'The clocks change in that hour: choose another time');
  if (Temporal.Instant.compare(endsAt, startsAt) <= 0) return say('untilTime', 'It must end after it begins');
  return { startsAt, endsAt };
}

/** A time of day; undefined where nothing was typed, null where it is none. */
function optionalTime(text: string | undefined): Temporal.PlainTime | undefined | null {
  return (text ?? '').trim() === '' ? undefined : timeOf(text);
}
