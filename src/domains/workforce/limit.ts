import { parseDay } from '#kernel/date.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { FieldFault } from './refused.ts';

/** A step of a path of safe limits: contacts a day from a day on. */
export interface LimitStep {
  readonly id: string;
  readonly validFrom: Temporal.PlainDate;
  readonly contacts: number;
  readonly source: string;
}

/** Where a step stands on a day. */
export type StepState = 'past' | 'today' | 'to come';

/** Steps of one path in their order, each with where it stands on a day; at most one is today's. */
export function stepStates<S extends LimitStep>(
  steps: readonly S[],
  today: Temporal.PlainDate,
): (S & { state: StepState })[] {
  const ordered = [...steps].sort((a, b) => Temporal.PlainDate.compare(a.validFrom, b.validFrom));
  const begun = ordered.filter((step) => Temporal.PlainDate.compare(step.validFrom, today) <= 0);
  return ordered.map((step, at) => ({
    ...step,
    state: at >= begun.length ? 'to come' : at === begun.length - 1 ? 'today' : 'past',
  }));
}

/** A limit to be set: for the whole group where `clinicianId` is null. */
export interface NewLimit {
  readonly clinicianId: string | null;
  readonly contacts: number;
  readonly from: Temporal.PlainDate;
  readonly source: string;
}

/** A limit's fields as they were typed. */
export interface LimitFields {
  readonly clinician?: string | undefined;
  readonly contacts?: string | undefined;
  readonly from?: string | undefined;
  readonly source?: string | undefined;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads the form that sets a limit from today on; every field that is wrong is named. */
export function readLimit(fields: LimitFields, today: Temporal.PlainDate): Result<NewLimit, readonly FieldFault[]> {
  const faults: FieldFault[] = [];
  const fault = (field: string, text: string): void => void faults.push({ field, text });
  const who = (fields.clinician ?? '').trim();
  if (who !== '' && !uuid.test(who)) fault('clinician', 'Choose the whole group, or a clinician of it');
  const typed = (fields.contacts ?? '').trim();
  const contacts = /^\d{1,2}$/.test(typed) ? Number(typed) : null;
  if (contacts === null) fault('contacts', 'Contacts a day must be a whole number from 0 to 99');
  const from = parseDay(fields.from ?? '');
  if (from === null) fault('from', 'Enter the first day, like 19/12/2026');
  else if (Temporal.PlainDate.compare(from, today) < 0)
    fault('from', 'That day has passed: a limit is set from today or a later day');
  else if (Temporal.PlainDate.compare(from, today.add({ years: 10 })) > 0)
    fault('from', 'Choose a day within the next ten years');
  const source = (fields.source ?? '').trim();
  if (source === '') fault('source', 'Say where the limit comes from, such as a decision and its date');
  else if (source.length > 300 || /\p{Cc}/u.test(source))
    fault('source', 'Keep the source under 300 characters, on one line');
  if (faults.length > 0 || contacts === null || from === null) return err(faults);
  return ok({ clinicianId: who === '' ? null : who, contacts, from, source });
}
