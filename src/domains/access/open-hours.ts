import { england, isWorkingDay } from '#kernel/working-day.ts';
import { patientTime, weekdayDate } from '#platform/ui/when.ts';

/** When a practice is open, by weekday (1 is Monday): from and to as clock times. */
export type OpenHours = Readonly<Record<string, readonly [string, string]>>;

/** The longest closing that is looked past, in days: over a week even where Christmas and weekends meet. */
const daysAhead = 10;
const alike = 'We ask the same, and offer the same times.';

/** From when to when a practice is open on a London day; undefined where it is closed, bank holidays among them. */
export function openOn(
  hours: OpenHours,
  day: Temporal.PlainDate,
): { readonly from: Temporal.Instant; readonly to: Temporal.Instant } | undefined {
  const times = hours[String(day.dayOfWeek)];
  if (times === undefined || (day.dayOfWeek <= 5 && !isWorkingDay(england, day))) return undefined;
  const at = (plainTime: string): Temporal.Instant =>
    day.toZonedDateTime({ timeZone: 'Europe/London', plainTime }).toInstant();
  return { from: at(times[0]), to: at(times[1]) };
}

/** Whether somebody can ring or come in now, until or from when; without hours nothing is said of them. */
export function ringWords(hours: OpenHours | null, now: Temporal.Instant): string {
  if (hours === null) return `Ring us or come in when we are open. ${alike}`;
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
  const before = (one: Temporal.Instant, other: Temporal.Instant): boolean => Temporal.Instant.compare(one, other) < 0;
  for (let ahead = 0; ahead < daysAhead; ahead += 1) {
    const open = openOn(hours, today.add({ days: ahead }));
    if (open === undefined || !before(now, open.to)) continue;
    if (!before(now, open.from)) return `Ring us or come in: we are open until ${patientTime(open.to)} today. ${alike}`;
    const when = ahead === 0 ? 'today' : weekdayDate(open.from, now);
    return `We are closed now and open again ${when}, ${patientTime(open.from)}. You can ask here at any time. For help before then, ring 111.`;
  }
  return 'We are closed now. You can ask here at any time. For help now, ring 111.';
}
