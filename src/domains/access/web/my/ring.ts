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
  const dayOf = (at: Temporal.Instant): Temporal.PlainDate => at.toZonedDateTimeISO('Europe/London').toPlainDate();
  const when = dayOf(open.from).equals(dayOf(now)) ? 'today' : weekdayDate(open.from, now);
  return `We are closed now and open again ${when}, ${patientTime(open.from)}. You can ask here at any time. For help before then, ring 111.`;
}
