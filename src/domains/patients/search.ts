import { parseNhsNumber } from '#kernel/nhs-number.ts';
import { parsePhone } from '#kernel/phone.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { nameKey } from './name-key.ts';

/** The three ways to find a patient that stay quick among hundreds of thousands. */
export type PatientSearch =
  | { readonly kind: 'nhs-number'; readonly number: string }
  | { readonly kind: 'birth-date'; readonly date: Temporal.PlainDate; readonly familyKey: string }
  | { readonly kind: 'phone'; readonly number: string };

/** Why a search cannot be made, each mendable by whoever typed it. */
export interface NotASearch {
  readonly kind: 'empty' | 'check-digit' | 'no-such-date' | 'unreadable';
}

/** Two-digit years are read as the latest that is not in the future of `today`. */
function yearOf(text: string, today: Temporal.PlainDate): number {
  if (text.length === 4) return Number(text);
  const year = Math.floor(today.year / 100) * 100 + Number(text);
  return year > today.year ? year - 100 : year;
}

/**
 * Reads what somebody typed: an NHS number, a telephone number, or a birth date with the start of a surname in either
 * order (14/3/1948 ellis, ellis 14 03 48).
 */
export function parsePatientSearch(text: string, today: Temporal.PlainDate): Result<PatientSearch, NotASearch> {
  const typed = text.trim();
  if (typed === '') return err({ kind: 'empty' });
  const number = parseNhsNumber(typed);
  if (number.ok) return ok({ kind: 'nhs-number', number: number.value });
  const phone = parsePhone(typed);
  if (phone) return ok({ kind: 'phone', number: phone });
  if (number.error.kind === 'check-digit') return err({ kind: 'check-digit' });
  const found = /(\d{1,2})[\s/.-](\d{1,2})[\s/.-](\d{4}|\d{2})(?!\d)/.exec(typed);
  if (!found) return err({ kind: 'unreadable' });
  const [whole, day = '', month = '', year = ''] = found;
  try {
    const date = Temporal.PlainDate.from(
      { year: yearOf(year, today), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    );
    return ok({ kind: 'birth-date', date, familyKey: nameKey(typed.replace(whole, '')) });
  } catch {
    return err({ kind: 'no-such-date' });
  }
}
