import { err, ok, type Result } from './result.ts';

/** Why a text is no NHS number. */
export interface NotAnNhsNumber {
  readonly kind: 'length' | 'check-digit';
}

/** Ten digits whose last is the modulus 11 check of the first nine (NHS Data Dictionary, NHS NUMBER); spaces and dashes are allowed. */
export function parseNhsNumber(text: string): Result<string, NotAnNhsNumber> {
  const digits = text.replaceAll(/[\s-]/g, '');
  if (!/^\d{10}$/.test(digits)) return err({ kind: 'length' });
  let sum = 0;
  for (let place = 0; place < 9; place += 1) sum += (10 - place) * Number(digits[place]);
  const check = (11 - (sum % 11)) % 11;
  // A remainder of 1 would want the digit 10: such numbers are never issued.
  return check === Number(digits[9]) ? ok(digits) : err({ kind: 'check-digit' });
}

/** As people read it: 999 041 2782. */
export function showNhsNumber(number: string): string {
  return `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`;
}
