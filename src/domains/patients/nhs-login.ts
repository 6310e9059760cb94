import { parseNhsNumber } from '#kernel/nhs-number.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { nameKey } from './name-key.ts';

/** What NHS login asks for so that an NHS number is proved: identity to level P9, by any of its ways. */
export const provedIdentity = ['P9.Cp.Cd', 'P9.Cp.Ck', 'P9.Cm'];

/** Somebody whose identity NHS login has checked against a document (P9). */
export interface Proved {
  readonly nhsNumber: string;
  readonly birthDate: Temporal.PlainDate;
  readonly familyKey: string;
}

/** Why claims name nobody: the identity is not proved to P9, or something of it is missing. */
export type NotProved = 'level' | 'incomplete';

/** Reads the claims of NHS login (its interface specification: nhs_number, birthdate, family_name, identity_proofing_level). */
export function readClaims(claims: Readonly<Record<string, unknown>>): Result<Proved, NotProved> {
  const text = (name: string): string => (typeof claims[name] === 'string' ? claims[name].trim() : '');
  if (text('identity_proofing_level') !== 'P9') return err('level');
  const number = parseNhsNumber(text('nhs_number'));
  const familyKey = nameKey(text('family_name'));
  const birthDate = dayOf(text('birthdate'));
  if (!number.ok || familyKey === '' || birthDate === undefined) return err('incomplete');
  return ok({ nhsNumber: number.value, birthDate, familyKey });
}

function dayOf(text: string): Temporal.PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}
