import { parseDay } from '#kernel/date.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { FieldFault } from './refused.ts';

/** A clinician to be added: somebody who sees patients, whether or not they sign in. */
export interface NewClinician {
  readonly name: string;
  readonly role: string;
  readonly practiceId: string;
  /** Part of full time, three decimals. */
  readonly fte: number;
  readonly from: Temporal.PlainDate;
}

/** A clinician's fields as they were typed. */
export interface ClinicianFields {
  readonly name?: string | undefined;
  readonly role?: string | undefined;
  readonly practice?: string | undefined;
  readonly fte?: string | undefined;
  readonly from?: string | undefined;
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
  { today, roles }: { today: Temporal.PlainDate; roles: readonly string[] },
): Result<NewClinician, readonly FieldFault[]> {
  const faults: FieldFault[] = [];
  const fault = (field: string, text: string): void => void faults.push({ field, text });
  const name = (fields.name ?? '').trim().replaceAll(/\s+/g, ' ');
  if (name === '') fault('name', 'Enter the clinician’s name');
  else if (name.length > 200 || /\p{Cc}/u.test(name)) fault('name', 'Enter a name of at most 200 characters');
  const role = (fields.role ?? '').trim();
  if (!roles.includes(role)) fault('role', 'Choose a role');
  const practiceId = (fields.practice ?? '').trim().toUpperCase();
  if (practiceId === '') fault('practice', 'Choose the practice');
  const fte = readFte(fields.fte ?? '');
  if (fte === null) fault('fte', 'Part of full time must be a number from 0.01 to 1.5, like 0.8');
  const from = (fields.from ?? '').trim() === '' ? today : parseDay(fields.from ?? '');
  if (from === null || from.year < 1950 || from.year > today.year + 2)
    fault('from', 'Enter a real date, like 19/12/2026, at most two years ahead');
  if (faults.length > 0 || fte === null || from === null) return err(faults);
  return ok({ name, role, practiceId, fte, from });
}
