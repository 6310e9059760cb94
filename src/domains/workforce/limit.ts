import { parseDay } from '#kernel/date.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { FieldFault } from './refused.ts';

/** A step of a path of safe limits: contacts a day from a day on. */
export interface LimitStep {
  readonly id: string;
  readonly validFrom: Temporal.PlainDate;
  /** Null where the step ends a clinician's own limit: the group's holds for them from then on. */
  readonly contacts: number | null;
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
  /** What was asked and is meant (`meantBy`): without it, or with that of another rise, a limit that would go up is refused. */
  readonly sure?: string | undefined;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads the form that sets a limit from today on; every field that is wrong is named. */
export function readLimit(fields: LimitFields, today: Temporal.PlainDate): Result<NewLimit, readonly FieldFault[]> {
  const faults: FieldFault[] = [];
  const fault: Fault = (field, text) => void faults.push({ field, text });
  const who = (fields.clinician ?? '').trim();
  if (who !== '' && !uuid.test(who)) fault('clinician', 'Choose the whole group, or a clinician of it');
  const typed = (fields.contacts ?? '').trim();
  const contacts = /^\d{1,2}$/.test(typed) ? Number(typed) : null;
  if (contacts === null) fault('contacts', 'Contacts a day must be a whole number from 0 to 99');
  const from = parseDay(fields.from ?? '');
  checkFrom(from, today, fault);
  const source = readSource(fields.source, fault);
  if (faults.length > 0 || contacts === null || from === null) return err(faults);
  return ok({ clinicianId: who === '' ? null : who, contacts, from, source });
}

type Fault = (field: string, text: string) => void;

function checkFrom(from: Temporal.PlainDate | null, today: Temporal.PlainDate, fault: Fault): void {
  if (from === null) fault('from', 'Enter the first day, like 19/12/2026');
  else if (Temporal.PlainDate.compare(from, today) < 0)
    fault('from', 'That day has passed: a limit is set from today or a later day');
  else if (Temporal.PlainDate.compare(from, today.add({ years: 10 })) > 0)
    fault('from', 'Choose a day within the next ten years');
}

function readSource(typed: string | undefined, fault: Fault): string {
  const source = (typed ?? '').trim();
  if (source === '') fault('source', 'Say where the limit comes from, such as a decision and its date');
  else if (source.length > 300 || /\p{Cc}/u.test(source))
    fault('source', 'Keep the source under 300 characters, on one line');
  return source;
}

/** The end of a clinician's own limit: from that day the group's holds for them. */
export interface LimitEnd {
  readonly from: Temporal.PlainDate;
  readonly source: string;
}

/** Reads the form that ends a clinician's own limit from today on; every field that is wrong is named. */
export function readLimitEnd(fields: LimitFields, today: Temporal.PlainDate): Result<LimitEnd, readonly FieldFault[]> {
  const faults: FieldFault[] = [];
  const fault: Fault = (field, text) => void faults.push({ field, text });
  const from = parseDay(fields.from ?? '');
  checkFrom(from, today, fault);
  const source = readSource(fields.source, fault);
  return faults.length > 0 || from === null ? err(faults) : ok({ from, source });
}

/** Whether a clinician has a limit of their own on a day, by the steps of their path. */
export function hasOwnLimit(steps: readonly LimitStep[], on: Temporal.PlainDate): boolean {
  const begun = steps.filter(({ validFrom }) => Temporal.PlainDate.compare(validFrom, on) <= 0);
  const last = begun.sort((a, b) => Temporal.PlainDate.compare(a.validFrom, b.validFrom)).at(-1);
  return last !== undefined && last.contacts !== null;
}
