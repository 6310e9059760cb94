import { patientTime, weekdayDate } from '#platform/ui/when.ts';
import { openNext, type OpenHours } from '../../open-hours.ts';

const alike = 'We ask the same, and offer the same times.';

/** Whether somebody can ring or come in now, until or from when; without hours nothing is said of them. */
export function ringWords(hours: OpenHours | null, now: Temporal.Instant): string {
  if (hours === null) return `Ring us or come in when we are open. ${alike}`;
  const open = openNext(hours, now);
  if (open === undefined) return 'We are closed now. You can ask here at any time. For help now, ring 111.';
  if (Temporal.Instant.compare(open.from, now) <= 0)
    return `Ring us or come in: we are open until ${patientTime(open.to)} today. ${alike}`;
  return `We are closed now and open again ${opens(open.from, now)}. You can ask here at any time. For help before then, ring 111.`;
}

/** Since a practice is closed now, when somebody can ring: "from Monday 23 November, 8am"; undefined where it is open or nobody has said. */
export function closedUntil(hours: OpenHours | null, now: Temporal.Instant): string | undefined {
  if (hours === null) return undefined;
  const open = openNext(hours, now);
  if (open === undefined) return 'when we are open';
  return Temporal.Instant.compare(open.from, now) <= 0 ? undefined : `from ${opens(open.from, now)}`;
}

/** "today, 8am", "Monday 23 November, 8am". */
function opens(at: Temporal.Instant, now: Temporal.Instant): string {
  const dayOf = (one: Temporal.Instant): Temporal.PlainDate => one.toZonedDateTimeISO('Europe/London').toPlainDate();
  return `${dayOf(at).equals(dayOf(now)) ? 'today' : weekdayDate(at, now)}, ${patientTime(at)}`;
}
