import type { Rise } from './limit-rise.ts';

/** What is wrong with one field of a form, in words for whoever typed it. */
export interface FieldFault {
  readonly field: string;
  readonly text: string;
}

/** Why a clinician cannot be added or ended so. */
export type ClinicianRefused =
  | { readonly kind: 'faults'; readonly faults: readonly FieldFault[] }
  | { readonly kind: 'not-your-practice' }
  | { readonly kind: 'no-such-practice' }
  | { readonly kind: 'already-there'; readonly name: string }
  | { readonly kind: 'no-such-clinician' }
  | { readonly kind: 'no-date' }
  | { readonly kind: 'date-passed' }
  | { readonly kind: 'before-beginning'; readonly from: Temporal.PlainDate }
  | { readonly kind: 'ended-already'; readonly on: Temporal.PlainDate };

/** Why a safe limit cannot be set or taken back so. */
export type LimitRefused =
  | { readonly kind: 'faults'; readonly faults: readonly FieldFault[] }
  | { readonly kind: 'no-such-clinician' }
  | { readonly kind: 'no-own-limit' }
  | { readonly kind: 'rises'; readonly rise: Rise; readonly meant: string }
  | { readonly kind: 'in-force' };

const dated = (day: Temporal.PlainDate): string =>
  day.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** Says why a clinician was refused, field by field. */
export function sayClinicianRefused(reason: ClinicianRefused): readonly FieldFault[] {
  const one = (field: string, text: string) => [{ field, text }];
  switch (reason.kind) {
    case 'faults':
      return reason.faults;
    case 'not-your-practice':
      return one('practice', 'You add and end the clinicians of your own practice');
    case 'no-such-practice':
      return one('practice', 'That practice is not in this group on that day');
    case 'already-there':
      return one('name', `${reason.name} is at that practice in that role already: two entries would have two limits`);
    case 'no-such-clinician':
      return one('end', 'That clinician is not in this group');
    case 'no-date':
      return one('end', 'Enter a real date, like 19/12/2026');
    case 'date-passed':
      return one('end', 'That day has passed: choose today or a later day');
    case 'before-beginning':
      return one('end', `They begin on ${dated(reason.from)}: choose a later day`);
    case 'ended-already':
      return one('end', `They leave on ${dated(reason.on)} already`);
  }
}

/** Says why a limit was refused, field by field. */
export function sayLimitRefused(reason: LimitRefused): readonly FieldFault[] {
  switch (reason.kind) {
    case 'faults':
      return reason.faults;
    case 'no-such-clinician':
      return [{ field: 'clinician', text: 'Choose a clinician of this group' }];
    case 'no-own-limit':
      return [{ field: 'from', text: 'That clinician has no limit of their own on that day: there is nothing to end' }];
    case 'rises':
      return [
        {
          field: 'sure',
          text: `${reason.rise.to} a day from ${dated(reason.rise.day)} is more than the ${reason.rise.from} that hold without this. Check it, and say that it is meant`,
        },
      ];
    case 'in-force':
      return [
        { field: 'from', text: 'That step is in force, or is gone already: add a step from today or later instead' },
      ];
  }
}
