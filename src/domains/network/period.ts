const months = 'January February March April May June July August September October November December'.split(' ');

/** A period as people say it: "1 January 2026", "April 2025", "2024/25" (a financial year), "May to July 2025". `to` is the first day after. */
export function periodWords(from: Temporal.PlainDate, to: Temporal.PlainDate): string {
  const last = to.subtract({ days: 1 });
  if (from.equals(last)) return `${from.day} ${monthYear(from)}`;
  if (from.day !== 1 || to.day !== 1) return `${from.day} ${monthYear(from)} to ${last.day} ${monthYear(last)}`;
  const length = from.until(to, { largestUnit: 'month' }).months;
  if (length === 1) return monthYear(from);
  if (length === 12 && from.month === 4) return `${from.year}/${String(to.year % 100).padStart(2, '0')}`;
  const start = from.year === last.year ? (months[from.month - 1] ?? '') : monthYear(from);
  return `${start} to ${monthYear(last)}`;
}

function monthYear(day: Temporal.PlainDate): string {
  return `${months[day.month - 1] ?? ''} ${day.year}`;
}
