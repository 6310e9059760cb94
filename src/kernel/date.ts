const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

interface Parts {
  year: string | undefined;
  month: string | undefined;
  day?: string | undefined;
}

function monthNumber(text: string | undefined): number {
  const named = months.indexOf((text ?? '').slice(0, 3).toUpperCase()) + 1;
  return named > 0 ? named : Number(text);
}

/** The years that a day of care, a birth or a published figure may lie in; a slip or an attack may name any other. */
const years = { first: 1870, last: 2199 };

function dateOf({ year, month, day }: Parts): Temporal.PlainDate | null {
  const full = (year ?? '').length === 2 ? 2000 + Number(year) : Number(year);
  if (full < years.first || full > years.last) return null;
  try {
    return Temporal.PlainDate.from(
      { year: full, month: monthNumber(month), day: Number(day ?? 1) },
      { overflow: 'reject' },
    );
  } catch {
    return null;
  }
}

const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00)?)?$/;
const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const sas = /^(\d{1,2})[- ]?([A-Za-z]{3})[- ]?(\d{4}|\d{2})$/;

/**
 * Reads a day as NHS statistics have printed it over the years: 2025-05-01, 01/05/2025 (day first), 01MAY2025 or 1-May-25.
 * Null where it is none of these or no such day exists.
 */
export function parseDay(text: string): Temporal.PlainDate | null {
  const value = text.trim();
  const asIso = iso.exec(value);
  if (asIso) return dateOf({ year: asIso[1], month: asIso[2], day: asIso[3] });
  const asBritish = british.exec(value);
  if (asBritish) return dateOf({ year: asBritish[3], month: asBritish[2], day: asBritish[1] });
  const asSas = sas.exec(value);
  if (asSas) return dateOf({ year: asSas[3], month: asSas[2], day: asSas[1] });
  return null;
}

const named = /^([A-Za-z]{3,9})[- ]?(\d{4}|\d{2})$/;
const numbered = /^(\d{4})-(\d{2})$/;

/**
 * Reads a civil month (its first day is returned) from APR2020, Apr-25, April 2025, 2025-04, or any form of `parseDay`.
 * Null where it is none of these.
 */
export function parseMonth(text: string): Temporal.PlainDate | null {
  const value = text.trim();
  const asNamed = named.exec(value);
  if (asNamed)
    return months.includes((asNamed[1] ?? '').slice(0, 3).toUpperCase())
      ? dateOf({ year: asNamed[2], month: asNamed[1] })
      : null;
  const asNumbered = numbered.exec(value);
  if (asNumbered) return dateOf({ year: asNumbered[1], month: asNumbered[2] });
  return parseDay(value)?.with({ day: 1 }) ?? null;
}

/** How far apart two days are, in whole months, the earlier one subtracted from the later. */
export function monthsBetween(earlier: Temporal.PlainDate, later: Temporal.PlainDate): number {
  return earlier.until(later, { largestUnit: 'month' }).months;
}
