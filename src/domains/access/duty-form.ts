import { parseDay } from '#kernel/date.ts';
import { parsePhone } from '#kernel/phone.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { DutyLevel } from './duty.ts';
import { instantOf, timeOf, type SessionFault } from './session-plan.ts';

/** Putting somebody on duty, as it was typed. */
export interface DutyFields {
  /** `group`, `hub:` with a hub's id, or `practice:` with a code. */
  readonly place?: string | undefined;
  readonly clinician?: string | undefined;
  readonly day?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly phone?: string | undefined;
  readonly weeks?: string | undefined;
}

/** Where somebody is on duty. */
export interface DutyAt {
  readonly level: DutyLevel;
  readonly practiceId: string | null;
  readonly hubId: string | null;
}

/** Instants of one duty; `day` is the London day it begins on. */
export interface DutyTime {
  readonly day: Temporal.PlainDate;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
}

/** A duty, or a weekly run of it. */
export interface DutyPlan extends DutyAt {
  readonly clinicianId: string;
  readonly phone: string;
  readonly times: readonly DutyTime[];
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const dated = (day: Temporal.PlainDate): string =>
  day.toLocaleString('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });

/** The place of a duty from the value of the form's choice; null where it is none. */
export function dutyAt(place: string): DutyAt | null {
  const level = place.split(':', 1)[0];
  const id = place.slice(place.indexOf(':') + 1);
  if (place === 'group') return { level: 'group', practiceId: null, hubId: null };
  if (level === 'hub' && uuid.test(id)) return { level, practiceId: null, hubId: id };
  if (level === 'practice' && id !== '' && place !== level) return { level, practiceId: id, hubId: null };
  return null;
}

/**
 * Reads the form; every field that is wrong is named. A duty that ends before it begins ends on the next day, since duty goes
 * through the night; bank holidays are kept in a run, since somebody must answer then too.
 */
export function readDuty(fields: DutyFields, now: Temporal.Instant): Result<DutyPlan, readonly SessionFault[]> {
  const faults: SessionFault[] = [];
  const say = (field: string, text: string): null => {
    faults.push({ field, text });
    return null;
  };
  const at = dutyAt(fields.place ?? '') ?? say('place', 'Choose for whom they are on duty');
  const clinicianId = (fields.clinician ?? '').trim();
  if (!uuid.test(clinicianId)) say('clinician', 'Choose the clinician');
  const phone =
    parsePhone(fields.phone ?? '') ??
    say('phone', 'Enter a telephone number they answer while on duty, like 01632 960117');
  const weeks = Number((fields.weeks ?? '').trim() || '1');
  if (!Number.isInteger(weeks) || weeks < 1 || weeks > 26) say('weeks', 'Weeks must be a whole number from 1 to 26');
  const day = parseDay(fields.day ?? '') ?? say('day', 'Enter the day, like 19/12/2026');
  const from = timeOf(fields.from) ?? say('from', 'Enter when it begins, like 08:00');
  const to = timeOf(fields.to) ?? say('to', 'Enter when it ends, like 18:30');
  if (!at || !phone || !day || !from || !to || faults.length > 0) return err(faults);
  if (Temporal.PlainDate.compare(day, now.toZonedDateTimeISO('Europe/London').toPlainDate().add({ days: 400 })) > 0)
    return err([{ field: 'day', text: 'Duty is planned 400 days ahead at most' }]);
  const times: DutyTime[] = [];
  for (let week = 0; week < weeks; week += 1) {
    const first = day.add({ weeks: week });
    const last = Temporal.PlainTime.compare(to, from) <= 0 ? first.add({ days: 1 }) : first;
    const [startsAt, endsAt] = [instantOf(first, from), instantOf(last, to)];
    if (startsAt === null || endsAt === null)
      say('from', `The clocks change in that hour on ${dated(first)}: choose another time`);
    else if (Temporal.Instant.compare(endsAt, now) <= 0)
      say('day', 'That duty would be over already: choose today or a later day');
    else times.push({ day: first, startsAt, endsAt });
  }
  return faults.length > 0 ? err(faults) : ok({ ...at, clinicianId, phone, times });
}

/** A stretch of time. */
export interface Stretch {
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
}

/** The parts of a stretch that none of the others covers, in order. */
export function uncovered(whole: Stretch, covers: readonly Stretch[]): Stretch[] {
  const compare = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other);
  const gaps: Stretch[] = [];
  let upTo = whole.startsAt;
  for (const { startsAt, endsAt } of covers.toSorted((a, b) => compare(a.startsAt, b.startsAt))) {
    if (compare(endsAt, upTo) <= 0) continue;
    if (compare(startsAt, whole.endsAt) >= 0) break;
    if (compare(startsAt, upTo) > 0) gaps.push({ startsAt: upTo, endsAt: startsAt });
    upTo = endsAt;
  }
  return compare(upTo, whole.endsAt) < 0 ? [...gaps, { startsAt: upTo, endsAt: whole.endsAt }] : gaps;
}
