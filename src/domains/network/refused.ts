import type { AgreementRefused } from './agreement.ts';
import type { RoleRefused } from './role.ts';

/** Why a group cannot be created. */
export type GroupRefused =
  | { readonly kind: 'name-missing' }
  | { readonly kind: 'name-taken'; readonly name: string }
  | { readonly kind: 'no-such-shape'; readonly shape: string }
  | { readonly kind: 'no-codes' }
  | { readonly kind: 'unknown-codes'; readonly codes: readonly string[] }
  | {
      readonly kind: 'empty-area';
      readonly area: string;
      readonly seen: string | null;
      readonly seenTo: string | null;
    };

/** Why a step of a practice in or out of a service was refused. */
export type StepRefused =
  | AgreementRefused
  | { readonly kind: 'no-such-service'; readonly service: string }
  | { readonly kind: 'not-in-group'; readonly practiceId: string };

/** Why a person cannot be added, or a role given or ended. */
export type PeopleRefused =
  | RoleRefused
  | { readonly kind: 'name-missing' }
  | { readonly kind: 'not-an-email'; readonly email: string }
  | { readonly kind: 'person-known'; readonly name: string; readonly personId: string }
  | { readonly kind: 'no-such-person' }
  | { readonly kind: 'no-such-role'; readonly role: string }
  | { readonly kind: 'no-such-practice'; readonly practiceId: string }
  | { readonly kind: 'no-such-hub'; readonly hub: string }
  | { readonly kind: 'date-passed'; readonly date: Temporal.PlainDate }
  | { readonly kind: 'ends-before-it-begins' }
  | { readonly kind: 'role-held-already' }
  | { readonly kind: 'role-not-held' }
  | { readonly kind: 'last-administrator' };

/** What is wrong with one field of a form, in words for whoever typed it. */
export interface FieldFault {
  readonly field: string;
  readonly text: string;
}

/** Why a hub, contract or site cannot be arranged so. */
export type ArrangeRefused =
  | { readonly kind: 'no-such-hub'; readonly hub: string }
  | { readonly kind: 'no-such-practice'; readonly practiceId: string }
  | { readonly kind: 'date-passed'; readonly date: Temporal.PlainDate }
  | { readonly kind: 'no-such-contract'; readonly given: string; readonly kinds: readonly string[] }
  | { readonly kind: 'in-hub-already'; readonly hub: string }
  | { readonly kind: 'no-date' }
  | { readonly kind: 'no-such-site' }
  | { readonly kind: 'cannot-end'; readonly from: Temporal.PlainDate }
  | { readonly kind: 'site-known'; readonly name: string }
  | { readonly kind: 'site-faults'; readonly faults: readonly FieldFault[] }
  | { readonly kind: 'party-missing'; readonly party: 'holders' | 'beneficiary' | 'cqcProvider' | 'payee' };

const dated = (day: Temporal.PlainDate): string =>
  day.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** Says why a group cannot be created, and what to do. */
export function sayGroupRefused(reason: GroupRefused): string {
  switch (reason.kind) {
    case 'name-missing':
      return 'Give the group a name';
    case 'name-taken':
      return `There is a group called ${reason.name} already: choose another name`;
    case 'no-such-shape':
      return `There is no legal shape "${reason.shape}": choose merger, super-partnership, federation or network`;
    case 'no-codes':
      return 'Name at least one practice';
    case 'unknown-codes':
      return `No published file knows ${reason.codes.join(', ')}: check the codes, or import a file that has them`;
    case 'empty-area':
      return emptyArea(reason);
  }
}

function emptyArea({ area, seen, seenTo }: Extract<GroupRefused, { kind: 'empty-area' }>): string {
  if (seen === null)
    return `No practice of ${area} is in the list files imported: check the code, or import "Patients Registered at a GP Practice"`;
  return `No practice of ${area} (${seen}) is in the list files imported; other files know the area until ${seenTo ?? ''}`;
}

/** Says why a practice cannot join, leave or take back, and what to do. */
export function sayStepRefused(reason: StepRefused): string {
  switch (reason.kind) {
    case 'already-joined':
      return `The practice has joined already, from ${dated(reason.from)}`;
    case 'overlapping':
      return 'Somebody has just changed this agreement: look again before you change it';
    case 'not-joined':
      return 'The practice has not joined this service';
    case 'already-leaving':
      return `The practice leaves on ${dated(reason.from)} already: undo that first`;
    case 'date-passed':
      return `${dated(reason.date)} has passed: choose today or a later day`;
    case 'short-notice':
      return `Notice is ${reason.noticeDays} days: choose ${dated(reason.earliest)} or later, or say who agreed to an earlier day`;
    case 'before-joining':
      return `The practice joins on ${dated(reason.joinedFrom)}: choose a later day, or undo the joining`;
    case 'nothing-to-undo':
      return 'There is nothing to undo: the change has taken effect or was taken back';
    case 'no-such-service':
      return `There is no service "${reason.service}"`;
    case 'not-in-group':
      return `${reason.practiceId} is not a practice of this group`;
  }
}

/** Says why a person or role was refused, and what to do. */
export function sayPeopleRefused(reason: PeopleRefused): string {
  switch (reason.kind) {
    case 'name-missing':
      return 'Enter the person’s name';
    case 'not-an-email':
      return 'Enter an email address, like name@example.nhs.uk';
    case 'person-known':
      return `${reason.name} has that address already: give them the role instead`;
    case 'no-such-person':
      return 'That person is not known in this group';
    case 'no-such-role':
      return `There is no role "${reason.role}"`;
    case 'no-such-practice':
      return `${reason.practiceId} is not a practice of this group today`;
    case 'no-such-hub':
      return `This group has no hub ${reason.hub}`;
    case 'date-passed':
      return `${dated(reason.date)} has passed: choose today or a later day`;
    case 'ends-before-it-begins':
      return 'The end must be after the beginning';
    case 'role-held-already':
      return 'The person holds that role there already in that time';
    case 'role-not-held':
      return 'That role has ended already, or ends sooner';
    case 'last-administrator':
      return 'A group keeps an administrator: give somebody else the role first';
    case 'role-needs-practice':
      return 'Choose the practice: this role is held at one practice';
    case 'role-is-the-groups':
      return 'Leave practice and hub empty: this role is held for the whole group';
    case 'role-not-for-hub':
      return 'Only navigators and clinicians are held for a hub';
    case 'one-place-only':
      return 'Choose a practice or a hub, not both';
  }
}

const parties = {
  holders: 'who holds it',
  beneficiary: 'who benefits',
  cqcProvider: 'who is registered with the CQC',
  payee: 'who is paid',
};

const fieldOfArrange: Partial<Record<ArrangeRefused['kind'], string>> = {
  'no-such-hub': 'to',
  'in-hub-already': 'to',
  'no-such-practice': 'practice',
  'no-such-contract': 'kind',
  'no-such-site': 'site',
  'site-known': 'name',
};

/** Says why a hub, contract or site was refused, field by field. */
export function sayArrangeFaults(reason: ArrangeRefused): readonly FieldFault[] {
  if (reason.kind === 'site-faults') return reason.faults;
  const field = reason.kind === 'party-missing' ? reason.party : (fieldOfArrange[reason.kind] ?? 'from');
  return [{ field, text: sayArrangeRefused(reason) }];
}

/** Says why a hub, contract or site was refused, and what to do. */
export function sayArrangeRefused(reason: ArrangeRefused): string {
  switch (reason.kind) {
    case 'no-such-contract':
      return `There is no contract "${reason.given}": there are ${reason.kinds.join(', ')}`;
    case 'in-hub-already':
      return `The practice is in ${reason.hub} on that day already`;
    case 'no-date':
      return 'Enter a real date, like 19 12 2026';
    case 'no-such-site':
      return 'Choose a site of that practice';
    case 'cannot-end':
      return `A contract that begins on ${dated(reason.from)} or later cannot end before it: choose a later day`;
    case 'site-known':
      return `The practice has a site called ${reason.name} already`;
    case 'site-faults':
      return reason.faults.map(({ text }) => text).join('; ');
    case 'party-missing':
      return `Say ${parties[reason.party]}: the five parties of a contract are kept apart`;
    default:
      return sayPeopleRefused(reason);
  }
}
