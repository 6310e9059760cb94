import type { Rise } from './limit-rise.ts';

/** An entry that may be the same person as somebody who is to be entered. */
export interface Alike {
  readonly id: string;
  readonly name: string;
  readonly roleName: string;
  readonly practiceId: string;
  readonly practiceName: string;
  readonly registration: string | null;
  /** Whether the name, as names are compared, or the number is the same; else the name is only like it. */
  readonly exact: boolean;
}

/** What is wrong with one field of a form, in words for whoever typed it. */
export interface FieldFault {
  readonly field: string;
  readonly text: string;
}

/** What stands on an entry from today on, as counts. */
export type Standing = Readonly<Partial<Record<'sessions' | 'contacts' | 'duties' | 'supervised', number>>>;

/** Why a clinician cannot be added or ended so. */
export type ClinicianRefused =
  | { readonly kind: 'faults'; readonly faults: readonly FieldFault[] }
  | { readonly kind: 'not-your-practice' }
  | { readonly kind: 'no-such-practice' }
  | { readonly kind: 'already-there'; readonly name: string }
  | { readonly kind: 'same-person'; readonly alike: readonly Alike[] }
  | { readonly kind: 'number-taken'; readonly by: string }
  | { readonly kind: 'number-differs'; readonly name: string; readonly recorded: string }
  | { readonly kind: 'still-standing'; readonly field: string; readonly standing: Standing }
  | { readonly kind: 'not-one-person' }
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

function sayStanding({ sessions = 0, contacts = 0, duties = 0, supervised = 0 }: Standing): string {
  const many = (count: number, what: string) => (count === 0 ? [] : [`${count} ${what}${count === 1 ? '' : 's'}`]);
  const parts = [
    ...many(sessions, 'session'),
    ...many(contacts, 'visit'),
    ...many(duties, 'time').map((text) => `${text} on duty`),
    ...(supervised === 0 ? [] : [`${supervised} they supervise`]),
  ];
  return `That entry still has ${parts.join(', ')} from then on, which would be a second limit: cancel those or put them elsewhere first`;
}

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
      return one('same', `${reason.name} works at that practice already: nothing needs to be added`);
    case 'same-person':
      return one('same', 'Say whether this is the same person: one person has one safe limit, wherever they work');
    case 'number-taken':
      return one('registration', `That number is ${reason.by}’s: it is the same person`);
    case 'number-differs':
      return one(
        'registration',
        `${reason.name} has the number ${reason.recorded}: check it, or say that it is a different person`,
      );
    case 'still-standing':
      return one(reason.field, sayStanding(reason.standing));
    case 'not-one-person':
      return one('kept', 'Those two have different registration numbers or accounts: they are not one person');
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
