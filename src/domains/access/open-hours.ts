import { england, isWorkingDay } from '#kernel/working-day.ts';

/** When a practice is open, by weekday (1 is Monday): from and to as clock times. */
export type OpenHours = Readonly<Record<string, readonly [string, string]>>;

/** The longest closing that is looked past, in days: over a week even where Christmas and weekends meet. */
const daysAhead = 10;

/** A stretch in which a practice is open. */
export interface Open {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

/** From when to when a practice is open on a London day; undefined where it is closed, bank holidays among them. */
function openOn(hours: OpenHours, day: Temporal.PlainDate): Open | undefined {
  const times = hours[String(day.dayOfWeek)];
  if (times === undefined || (day.dayOfWeek <= 5 && !isWorkingDay(england, day))) return undefined;
  const at = (plainTime: string): Temporal.Instant =>
    day.toZonedDateTime({ timeZone: 'Europe/London', plainTime }).toInstant();
  return { from: at(times[0]), to: at(times[1]) };
}

/** How long until somebody can be there whose visit is only now arranged. */
const toArrange = { minutes: 20 };

/** The next time today at which somebody may be put, to five minutes; undefined where the practice has closed for the day. */
export function nextToday(hours: OpenHours | null, now: Temporal.Instant): Temporal.PlainTime | undefined {
  const here = now.toZonedDateTimeISO('Europe/London');
  const soon = here.add(toArrange).round({ smallestUnit: 'minute', roundingIncrement: 5 });
  const open = hours === null ? undefined : openNext(hours, soon.toInstant());
  if (hours !== null && open === undefined) return undefined;
  const opens = open && Temporal.Instant.compare(open.from, soon.toInstant()) > 0;
  const next = opens ? open.from.toZonedDateTimeISO('Europe/London') : soon;
  return next.toPlainDate().equals(here.toPlainDate()) ? next.toPlainTime() : undefined;
}

/** The stretch in which a practice is open now, else the next; undefined where none is near. */
export function openNext(hours: OpenHours, now: Temporal.Instant): Open | undefined {
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
  for (let ahead = 0; ahead < daysAhead; ahead += 1) {
    const open = openOn(hours, today.add({ days: ahead }));
    if (open !== undefined && Temporal.Instant.compare(now, open.to) < 0) return open;
  }
  return undefined;
}
