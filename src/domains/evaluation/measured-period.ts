/** Days measured: from the first of a month to before `to`, which is today, since today is not over. */
export interface MeasuredPeriod {
  readonly months: number;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

/** How many months may be asked for. */
export const monthChoices = [1, 3, 6, 12] as const;

/** The month of yesterday so far, and the whole months before it. */
export function periodOf(today: Temporal.PlainDate, months: number): MeasuredPeriod {
  const last = today.subtract({ days: 1 });
  return { months, from: last.with({ day: 1 }).subtract({ months: months - 1 }), to: today };
}

const long = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const utc = (day: Temporal.PlainDate) => new Date(day.toString());

/** "1 September to 21 November 2026". */
export function measuredWords({ from, to }: MeasuredPeriod): string {
  return long.formatRange(utc(from), utc(to.subtract({ days: 1 }))).replace(/\s*–\s*/, ' to ');
}

/** "November 2026", and that it is not over where the period ends within it. */
export function measuredMonthWords(first: string, { to }: MeasuredPeriod): string {
  const day = Temporal.PlainDate.from(first);
  const over = Temporal.PlainDate.compare(day.add({ months: 1 }), to) <= 0;
  return `${month.format(utc(day))}${over ? '' : ' so far'}`;
}
