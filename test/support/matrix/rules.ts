import { byGroup, byPractice, type Rule, type Row } from './reference.ts';
import type { Table } from './tables.ts';
import { ids, type Actor } from './world.ts';

/** A table whose policies are its own: which they are, and in words of the domain what they let through. */
interface OwnRule {
  readonly policies: readonly string[];
  readonly sees: Rule;
  /** Why rows of it may be added by anybody, if so. */
  readonly open?: string;
}

/** Who a clinician is, and of which group. */
export interface KnownClinician {
  readonly person_id: string | null;
  readonly group_id: string;
}

const isAsked = (clinician: KnownClinician | undefined, actor: Actor): boolean =>
  clinician?.person_id === actor.personId && clinician.group_id === ids[actor.group];

const told = (row: Row, column: string): string => String(row[column]);

/** Whether the actor, as a clinician, is one of those a row names. */
const amongOf =
  (clinicians: ReadonlyMap<string, KnownClinician>) =>
  (row: Row, actor: Actor, columns: readonly string[]): boolean =>
    actor.role === 'clinician' && columns.some((column) => isAsked(clinicians.get(told(row, column)), actor));

/** The rules that are neither "the class of its practice" nor "the group": a new policy must be described here. */
const ownRules = (
  clinicians: ReadonlyMap<string, KnownClinician>,
  today: Temporal.PlainDate,
): Readonly<Record<string, OwnRule>> => {
  const isAmong = amongOf(clinicians);
  const partRule = (whose: readonly string[]): OwnRule => ({
    policies: ['by_host', 'by_practice', 'guard', 'to_settle'],
    sees: (row, may, actor) => {
      const open = row['closed_at'] === null || row['closed_by'] === actor.personId;
      return (
        may('visit', row['practice_id']) ||
        (may('visit', row['host_practice_id']) && (open || may('session', row['practice_id']))) ||
        (open && (may('open_visit', row['practice_id']) || isAmong(row, actor, whose)))
      );
    },
  });
  return {
    'audit.event': {
      policies: ['app_reads', 'app_writes', 'guard'],
      open: 'whoever does something leaves a trace',
      sees: (row, may, actor: Actor) =>
        row['practice_id'] === null
          ? byGroup(row, may, actor) && ['auditor', 'administrator'].includes(actor.role) && actor.practice === null
          : may('audit', row['practice_id']),
    },
    // The patient's practice and the host see a booking; while it is still to come, at another practice, so do those who must settle it.
    'access.booking': {
      policies: ['by_practice', 'guard'],
      sees: (row, may) =>
        may('visit', row['practice_id']) ||
        may('visit', row['host_practice_id']) ||
        (row['status'] === 'booked' &&
          row['host_practice_id'] !== row['practice_id'] &&
          told(row, 'day') >= today.toString() &&
          may('open_visit', row['practice_id'])),
    },
    // What a program said of a visit is seen by the patient's practice and by the host.
    'access.appointment_note': {
      policies: ['by_host', 'by_practice', 'guard'],
      sees: (row, may) => may('visit', row['practice_id']) || may('visit', row['host_practice_id']),
    },
    // The host sees a hand-back until it is settled, and after that while both have agreed; who must settle it until then.
    'access.hand_back': {
      policies: ['by_host', 'by_practice', 'guard', 'to_settle'],
      sees: (row, may, actor) =>
        may('visit', row['practice_id']) ||
        (may('visit', row['host_practice_id']) && (row['settled_at'] === null || may('session', row['practice_id']))) ||
        ((row['settled_at'] === null || row['acknowledged_by'] === actor.personId) &&
          (may('open_visit', row['practice_id']) || isAmong(row, actor, ['clinician_id', 'duty_clinician_id']))),
    },
    'access.hand_back_ask': partRule(['clinician_id', 'duty_clinician_id', 'of_clinician_id']),
    'access.owed_result': partRule(['clinician_id', 'duty_clinician_id', 'owner_clinician_id']),
    // A group's own, and those shipped for everybody; a draft is changed by those who write protocols.
    'access.protocol': {
      policies: ['changed', 'drafted', 'guard', 'readable'],
      sees: (row, may, actor) => row['group_id'] === null || byGroup(row, may, actor),
    },
    // A flag that has gone on is seen by those who answer there and by whoever is asked, and by who closed it.
    'access.red_flag': {
      policies: ['by_practice', 'escalated', 'guard'],
      sees: (row, may, actor) =>
        may('visit', row['practice_id']) ||
        ((row['asked_level'] !== 'practice' || told(row, 'asked_before') !== '') &&
          (row['closed_at'] === null || row['closed_by'] === actor.personId) &&
          (may('open_visit', row['practice_id']) || isAsked(clinicians.get(told(row, 'asked_clinician_id')), actor))),
    },
  };
};

const practicePolicy = /^\(practice_id = ANY \(+ ?SELECT platform\.sees\('(\w+)'::text\) AS sees\)+(?:::text\[\])?\)+$/;
const groupPolicy = /^\(group_id = \( SELECT platform\.current_group\(\) AS current_group\)\)$/;
/** Restrictive policies narrow who writes; they never let a row through. */
const narrowing = /^(?:guard|arranged_[iud]|decided_[iud]|kept_from_patients(?:_[iud])?)$/;
/** What it lets through stands in patients.ts, for patients; nobody else has anything of their own. */
const forPatients = 'own';

/** What decides who sees a table's rows, and whether anybody may add to it; fails for a table nobody has described. */
export function ruleOf(
  table: Table,
  { clinicians, today }: { clinicians: ReadonlyMap<string, KnownClinician>; today: Temporal.PlainDate },
): { sees: Rule; open: boolean } {
  const own = ownRules(clinicians, today)[table.name];
  const names = table.policies
    .map(({ name }) => name)
    .filter((name) => name !== forPatients && !name.startsWith('kept_from_patients'));
  if (own) {
    if (names.join() !== own.policies.join())
      throw new Error(
        `the policies of ${table.name} are ${names.join()}: say in test/support/matrix/rules.ts what they let through`,
      );
    return { sees: own.sees, open: own.open !== undefined };
  }
  const deciding = table.policies.filter(({ name }) => name !== forPatients && !narrowing.test(name));
  const [only] = deciding;
  const of = practicePolicy.exec(only?.lets ?? '')?.[1];
  if (deciding.length === 1 && of !== undefined) return { sees: byPractice(of), open: false };
  if (deciding.length === 1 && groupPolicy.test(only?.lets ?? '')) return { sees: byGroup, open: false };
  throw new Error(
    `${table.name} has policies of its own (${deciding.map(({ name, lets }) => `${name}: ${lets}`).join('; ')}): say in test/support/matrix/rules.ts what they let through`,
  );
}
