import { relativeWords } from './js/words.js';

const LONDON = 'Europe/London';
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** Whatever a view may be given for a moment or a day: Temporal values, a driver's Date, or ISO text. */
export type WhenInput = Temporal.Instant | Temporal.ZonedDateTime | Temporal.PlainDate | Date | string;

/** A civil day in London, with the moment when there is one. */
interface Civil {
  day: Temporal.PlainDate;
  moment: Temporal.ZonedDateTime | null;
}

/** Reads any accepted form as London civil time; text of ten characters is a day, longer text an instant. */
export function civil(value: WhenInput): Civil {
  if (value instanceof Temporal.PlainDate) return { day: value, moment: null };
  if (typeof value === 'string' && value.length === 10) return { day: Temporal.PlainDate.from(value), moment: null };
  const instant =
    value instanceof Date
      ? Temporal.Instant.fromEpochMilliseconds(value.getTime())
      : value instanceof Temporal.ZonedDateTime
        ? value.toInstant()
        : Temporal.Instant.from(value);
  const moment = instant.toZonedDateTimeISO(LONDON);
  return { day: moment.toPlainDate(), moment };
}

const hhmm = (m: Temporal.ZonedDateTime): string =>
  `${String(m.hour).padStart(2, '0')}:${String(m.minute).padStart(2, '0')}`;
const weekdayOf = (day: Temporal.PlainDate): string => WEEKDAYS[day.dayOfWeek - 1] ?? '';
const monthOf = (day: Temporal.PlainDate): string => MONTHS[day.month - 1] ?? '';
const withTime = (words: string, c: Civil): string => (c.moment ? `${words} ${hhmm(c.moment)}` : words);

/** "21 November 2026". */
export function dateWords(value: WhenInput): string {
  const { day } = civil(value);
  return `${String(day.day)} ${monthOf(day)} ${String(day.year)}`;
}

/** "21 Nov 2026", for tables. */
export function shortDate(value: WhenInput): string {
  const { day } = civil(value);
  return `${String(day.day)} ${monthOf(day).slice(0, 3)} ${String(day.year)}`;
}

/** "April 2025": the month of a published figure. */
export function monthWords(value: WhenInput): string {
  const { day } = civil(value);
  return `${monthOf(day)} ${String(day.year)}`;
}

/** "14:40" in London; a day without a time gives its date. */
export function timeWords(value: WhenInput): string {
  const { moment } = civil(value);
  return moment ? hhmm(moment) : dateWords(value);
}

/** "2:40pm", "midday", "midnight": times as NHS pages write them for patients. */
export function patientTime(value: WhenInput): string {
  const { moment } = civil(value);
  if (!moment) return dateWords(value);
  if (moment.minute === 0 && moment.hour === 12) return 'midday';
  if (moment.minute === 0 && moment.hour === 0) return 'midnight';
  const minutes = moment.minute === 0 ? '' : `:${String(moment.minute).padStart(2, '0')}`;
  return `${String(moment.hour % 12 || 12)}${minutes}${moment.hour < 12 ? 'am' : 'pm'}`;
}

/** "Thursday 23 July", with the year when it is not this one. */
export function weekdayDate(value: WhenInput, now: Temporal.Instant): string {
  const { day } = civil(value);
  const year = day.year === now.toZonedDateTimeISO(LONDON).year ? '' : ` ${String(day.year)}`;
  return `${weekdayOf(day)} ${String(day.day)} ${monthOf(day)}${year}`;
}

/** "today", "tomorrow", "yesterday", a weekday within six days, else "Thursday 23 July". */
export function dayWords(value: WhenInput, now: Temporal.Instant): string {
  const { day } = civil(value);
  const today = now.toZonedDateTimeISO(LONDON).toPlainDate();
  const away = today.until(day, { largestUnit: 'days' }).days;
  if (away === 0) return 'today';
  if (away === 1) return 'tomorrow';
  if (away === -1) return 'yesterday';
  return Math.abs(away) <= 6 ? weekdayOf(day) : weekdayDate(value, now);
}

/** "today 14:40", "Thursday 10:20", "Thursday 23 July 10:20". */
export function whenWords(value: WhenInput, now: Temporal.Instant): string {
  return withTime(dayWords(value, now), civil(value));
}

/** "since 08:12" today, else "since yesterday 08:12". */
export function sinceWords(value: WhenInput, now: Temporal.Instant): string {
  const c = civil(value);
  const day = dayWords(value, now);
  return day === 'today' && c.moment ? `since ${hhmm(c.moment)}` : `since ${withTime(day, c)}`;
}

/** "in 25 min", "in 5½ hours", "22 min ago"; a day without a time gives its day. */
export function relative(value: WhenInput, now: Temporal.Instant): string {
  const { moment } = civil(value);
  if (!moment) return dayWords(value, now);
  return relativeWords((moment.epochMilliseconds - now.epochMilliseconds) / 1000, now.epochMilliseconds);
}

/** The last day of a time that stops at London's midnight; null where it stops at another. */
function lastDay(value: WhenInput): Temporal.PlainDate | null {
  const { day, moment } = civil(value);
  return moment && moment.hour === 0 && moment.minute === 0 ? day.subtract({ days: 1 }) : null;
}

/** When a time is up: "the end of today" where it stops at midnight, else "today 14:40". */
export function dueWords(value: WhenInput, now: Temporal.Instant): string {
  const last = lastDay(value);
  return last ? `the end of ${dayWords(last, now)}` : whenWords(value, now);
}

/** How far off the end of a time is: "by the end of today" where it stops at midnight, else "in 25 min". */
export function dueBriefly(value: WhenInput, now: Temporal.Instant): string {
  return lastDay(value) ? `by ${dueWords(value, now)}` : relative(value, now);
}

/** "Thursday 23 July 2026, 10:20": the exact moment, for hover and print. */
export function exactWords(value: WhenInput): string {
  const { day, moment } = civil(value);
  return `${weekdayOf(day)} ${dateWords(day)}${moment ? `, ${hhmm(moment)}` : ''}`;
}

/** Age in whole years on the London day of `now`. */
export function ageYears(born: WhenInput, now: Temporal.Instant): number {
  return civil(born).day.until(now.toZonedDateTimeISO(LONDON).toPlainDate(), { largestUnit: 'years' }).years;
}
