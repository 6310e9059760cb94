import { bankHolidaysInEngland, type BankHoliday } from './bank-holidays.ts';
import { err, ok, type Result } from './result.ts';

/** The calendar knows no bank holidays for that year, so its working days cannot be counted. */
export interface YearNotInCalendar {
  readonly kind: 'year-not-in-calendar';
  readonly year: number;
}

/** Working days of one country: Monday to Friday less its bank holidays, for the years it has data for. */
export interface WorkingCalendar {
  readonly source: string;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly holidays: ReadonlySet<string>;
}

/** Makes a calendar of the bank holidays given; the years they span are the years it can answer for. */
function workingCalendar(source: string, days: readonly BankHoliday[]): WorkingCalendar {
  const years = days.map((day) => Number(day.date.slice(0, 4)));
  return {
    source,
    firstYear: Math.min(...years),
    lastYear: Math.max(...years),
    holidays: new Set(days.map((day) => day.date)),
  };
}

/** England's working days, 2017 to 2028. */
export const england: WorkingCalendar = workingCalendar(bankHolidaysInEngland.source, bankHolidaysInEngland.days);

/** Whether people work that day: a weekday and no bank holiday. */
export function isWorkingDay(calendar: WorkingCalendar, day: Temporal.PlainDate): boolean {
  return day.dayOfWeek <= 5 && !calendar.holidays.has(day.toString());
}

/** Working days from `from` up to but not including `to`; refused where the calendar lacks a year between them. */
export function workingDaysBetween(
  calendar: WorkingCalendar,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Result<number, YearNotInCalendar> {
  let count = 0;
  for (let day = from; Temporal.PlainDate.compare(day, to) < 0; day = day.add({ days: 1 })) {
    if (day.year < calendar.firstYear || day.year > calendar.lastYear)
      return err({ kind: 'year-not-in-calendar', year: day.year });
    if (isWorkingDay(calendar, day)) count += 1;
  }
  return ok(count);
}

/** Working days of the civil month that `day` lies in. */
export function workingDaysInMonth(
  calendar: WorkingCalendar,
  day: Temporal.PlainDate,
): Result<number, YearNotInCalendar> {
  const first = day.with({ day: 1 });
  return workingDaysBetween(calendar, first, first.add({ months: 1 }));
}

/** Working days of a calendar year. */
export function workingDaysInYear(calendar: WorkingCalendar, year: number): Result<number, YearNotInCalendar> {
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  return workingDaysBetween(calendar, first, first.add({ years: 1 }));
}
