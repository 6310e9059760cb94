import { parseDay } from '#kernel/date.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { FieldFault } from './refused.ts';

/** A clinician to be added: somebody who sees patients, whether or not they sign in. */
export interface NewClinician {
  readonly name: string;
  readonly role: string;
  readonly practiceId: string;
  /** The register and the number on it; null for a role without a register of its own. */
  readonly registration: string | null;
  /** Part of full time, three decimals. */
  readonly fte: number;
  readonly from: Temporal.PlainDate;
}

/** A clinician's fields as they were typed. */
export interface ClinicianFields {
  readonly name?: string | undefined;
  readonly role?: string | undefined;
  readonly practice?: string | undefined;
  readonly registration?: string | undefined;
  readonly fte?: string | undefined;
  readonly from?: string | undefined;
}

/** A role clinicians may have, as a choice, with the register whoever has it is on. */
export interface RoleChoice {
  readonly value: string;
  readonly text: string;
  readonly register: string | null;
}

/** The professional registers, with what a number on them looks like. */
const registers: Readonly<Record<string, { form: RegExp; like: string }>> = {
  GMC: { form: /^\d{7}$/, like: '7 digits, like 1234567' },
  NMC: { form: /^\d{2}[A-Z]\d{4}[A-Z]$/, like: 'like 12A3456E' },
  HCPC: { form: /^[A-Z]{2,3}\d{4,6}$/, like: 'like PA12345' },
  GPhC: { form: /^\d{7}$/, like: '7 digits, like 1234567' },
};

/**
 * Reads a registration number, with or without its register before it: “gmc 123 4567” of a GP is GMC 1234567. Where the role has
 * no register of its own it may be left empty, and the register is said with it.
 */
export function readRegistration(typed: string, register: string | null): Result<string | null, string> {
  const plain = typed.toUpperCase().replaceAll(/[\s.-]/g, '');
  if (plain === '')
    return register === null ? ok(null) : err(`Enter their ${register} number: it tells two people of one name apart`);
  const of = Object.keys(registers).find((name) => plain.startsWith(name.toUpperCase())) ?? register;
  const known = of === null ? undefined : registers[of];
  if (of === null || !known) return err('Say the register with the number, like NMC 12A3456E');
  if (register !== null && of !== register) return err(`Enter a ${register} number, which their role has`);
  const number = plain.startsWith(of.toUpperCase()) ? plain.slice(of.length) : plain;
  return known.form.test(number) ? ok(`${of} ${number}`) : err(`Enter a ${of} number, ${known.like}`);
}

/** The least and most of full time somebody may be entered with; the database holds to the most. */
const fteBounds = { least: 0.01, most: 1.5 } as const;

/** Reads a part of full time such as 0.8 or 0,8; null where it is none that somebody can work. */
function readFte(text: string): number | null {
  const typed = text.trim().replace(',', '.');
  if (!/^\d(?:\.\d{1,3})?$/.test(typed)) return null;
  const value = Number(typed);
  return value >= fteBounds.least && value <= fteBounds.most ? value : null;
}

/** Reads the form that adds a clinician; every field that is wrong is named. An empty day is today. */
export function readClinician(
  fields: ClinicianFields,
  { today, roles }: { today: Temporal.PlainDate; roles: readonly RoleChoice[] },
): Result<NewClinician, readonly FieldFault[]> {
  const faults: FieldFault[] = [];
  const fault = (field: string, text: string): void => void faults.push({ field, text });
  const name = (fields.name ?? '').trim().replaceAll(/\s+/g, ' ');
  if (name === '') fault('name', 'Enter the clinician’s name');
  else if (name.length > 200 || /\p{Cc}/u.test(name)) fault('name', 'Enter a name of at most 200 characters');
  const role = (fields.role ?? '').trim();
  const known = roles.find(({ value }) => value === role);
  if (!known) fault('role', 'Choose a role');
  const registration = readRegistration(fields.registration ?? '', known?.register ?? null);
  if (known && !registration.ok) fault('registration', registration.error);
  const practiceId = (fields.practice ?? '').trim().toUpperCase();
  if (practiceId === '') fault('practice', 'Choose the practice');
  const fte = readFte(fields.fte ?? '');
  if (fte === null) fault('fte', 'Part of full time must be a number from 0.01 to 1.5, like 0.8');
  const from = (fields.from ?? '').trim() === '' ? today : parseDay(fields.from ?? '');
  if (from === null || from.year < 1950 || from.year > today.year + 2)
    fault('from', 'Enter a real date, like 19/12/2026, at most two years ahead');
  if (faults.length > 0 || !registration.ok || fte === null || from === null) return err(faults);
  return ok({ name, role, practiceId, registration: registration.value, fte, from });
}
