import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bankHolidaysInEngland } from './bank-holidays.ts';
import { england, isWorkingDay, workingDaysBetween, workingDaysInMonth, workingDaysInYear } from './working-day.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

/** Anonymous Gregorian algorithm (Meeus, Jones, Butcher): the date of Easter Sunday. */
function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(n / 31), day: (n % 31) + 1 });
}

test('April 2025 has 20 working days in England: Good Friday the 18th and Easter Monday the 21st are off', () => {
  assert.deepEqual(workingDaysInMonth(england, day('2025-04-17')), { ok: true, value: 20 });
  assert.equal(isWorkingDay(england, day('2025-04-18')), false);
  assert.equal(isWorkingDay(england, day('2025-04-21')), false);
  assert.equal(isWorkingDay(england, day('2025-04-22')), true);
});

test('years have the working days their weekdays and proclaimed days leave', () => {
  const expected: [number, number][] = [
    [2018, 253],
    [2020, 254],
    [2022, 250],
    [2023, 251],
    [2025, 253],
    [2026, 253],
  ];
  for (const [year, days] of expected)
    assert.deepEqual(workingDaysInYear(england, year), { ok: true, value: days }, String(year));
});

test('Good Friday and Easter Monday stand where the computus puts them in every year', () => {
  for (let year = england.firstYear; year <= england.lastYear; year += 1) {
    const sunday = easterSunday(year);
    assert.equal(england.holidays.has(sunday.subtract({ days: 2 }).toString()), true, `Good Friday ${year}`);
    assert.equal(england.holidays.has(sunday.add({ days: 1 }).toString()), true, `Easter Monday ${year}`);
  }
});

test('every bank holiday is a weekday, none is listed twice and each year has eight plus the proclaimed ones', () => {
  const extra = new Map([
    [2022, 2],
    [2023, 1],
  ]);
  for (const holiday of bankHolidaysInEngland.days) assert.ok(day(holiday.date).dayOfWeek <= 5, holiday.date);
  assert.equal(england.holidays.size, bankHolidaysInEngland.days.length);
  for (let year = england.firstYear; year <= england.lastYear; year += 1) {
    const count = bankHolidaysInEngland.days.filter((holiday) => holiday.date.startsWith(String(year))).length;
    assert.equal(count, 8 + (extra.get(year) ?? 0), String(year));
  }
});

test('a year without bank holiday data is refused, not guessed', () => {
  assert.deepEqual(workingDaysInYear(england, 2016), {
    ok: false,
    error: { kind: 'year-not-in-calendar', year: 2016 },
  });
  assert.deepEqual(workingDaysBetween(england, day('2028-12-30'), day('2029-01-02')), {
    ok: false,
    error: { kind: 'year-not-in-calendar', year: 2029 },
  });
});
