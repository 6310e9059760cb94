import { err, ok, type Result } from './result.ts';

/** Why a text is no practice code; `value` is what was read, trimmed. */
export interface NotAPracticeCode {
  readonly kind: 'not-a-practice-code';
  readonly value: string;
}

const practice = /^[A-Z]\d{5}$/;
const area = /^[A-Z0-9]{3,9}$/;

/**
 * Reads a GP practice's ODS code: one letter and five digits, as NHS England's statistics print it (A81001, Y06499).
 * Small letters and spaces around it are forgiven.
 */
export function parsePracticeCode(text: string): Result<string, NotAPracticeCode> {
  const value = text.trim().toUpperCase();
  return practice.test(value) ? ok(value) : err({ kind: 'not-a-practice-code', value });
}

/** Whether a text can be the code of a CCG, sub-ICB, ICB or region: 06L, X2C4Y, QJG, Y61, E54000023. */
export function isAreaCode(text: string): boolean {
  return area.test(text);
}
