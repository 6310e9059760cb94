import { byGroup, sees, type Row, type Rule, type Sight } from './reference.ts';
import type { Table } from './tables.ts';
import type { TrueRow } from './look.ts';
import type { Actor, World } from './world.ts';

/** Everything there is, as the reference looks at it. */
export interface Standing {
  readonly world: World;
  readonly sights: readonly Sight[];
  readonly today: Temporal.PlainDate;
  readonly rows: (table: string) => readonly TrueRow[];
}

/** What a patient may write: requests, what follows from them, and what is written to them. */
export const patientWrites: ReadonlySet<string> = new Set([
  'access.request',
  'access.red_flag',
  'access.duty_question',
  'access.message',
]);

/** Of the group's own rows, and of those of sessions, those that no request of a patient needs. */
const onlyStaff: ReadonlySet<string> = new Set([
  'network.contract',
  'network.client',
  'network.agreement',
  'access.protocol_preview',
  'access.fullness_policy',
  'access.rule_proposal',
  'access.session_change',
  'access.book',
  'access.book_clinician',
  'access.book_entry',
  'access.book_import',
]);

/** The patient and those they act for today, in their own group. */
function ownPatients(actor: Actor, { rows, world, today }: Standing): Set<unknown> {
  const homes = new Map(rows('patients.patient').map(({ row }) => [row['id'], row['practice_id']]));
  const inGroup = (patient: unknown): boolean => {
    const span = world.practices.find(({ id }) => id === homes.get(patient))?.groups[actor.group];
    return span !== undefined && span[0] <= 0 && (span[1] === null || span[1] > 0);
  };
  const actsFor = rows('patients.proxy')
    .map(({ row }) => row)
    .filter((row) => row['proxy_id'] === actor.patientId && String(row['valid_from']) <= today.toString())
    .filter(({ valid_to: end }) => typeof end !== 'string' || end > today.toString())
    .map((row) => row['patient_id'])
    .filter(inGroup);
  return new Set([actor.patientId, ...actsFor]);
}

/** What a patient sees of a table: their own rows and those of people they act for; free places; what a request needs of the group. */
export function patientRule(table: Table, actor: Actor, standing: Standing): Rule {
  const own = ownPatients(actor, standing);
  const isOwn = (row: Row, column = 'patient_id'): boolean => own.has(row[column]);
  const request = (row: Row): boolean =>
    isOwn(row) && (row['patient_id'] === actor.patientId || row['caller_is'] !== 'patient');
  const ofRequest = (row: Row): boolean =>
    standing.rows('access.request').some((one) => one.row['id'] === row['request_id'] && request(one.row));
  const rules: Readonly<Record<string, Rule>> = {
    'patients.patient': (row) => isOwn(row, 'id'),
    'patients.proxy': (row) => isOwn(row) || isOwn(row, 'proxy_id'),
    'access.request': request,
    'access.red_flag': (row) => isOwn(row) && ofRequest(row),
    'access.booking': (row) => isOwn(row),
    'access.hold': (row) => isOwn(row),
    'access.duty_question': (row) => row['kind'] === 'review' && ofRequest(row),
    'access.message': (row) => isOwn(row) && (row['state'] !== 'withheld' || row['patient_id'] === actor.patientId),
    'access.protocol': (row, may) => row['group_id'] === null || byGroup(row, may, actor),
  };
  const rule = rules[table.name];
  if (rule) return rule;
  if (onlyStaff.has(table.name)) return () => false;
  if (table.comment.endsWith('class session')) {
    const homes = standing.rows('patients.patient').filter(({ row }) => own.has(row['id']));
    return (row) =>
      homes.some(({ row: home }) => {
        const there = { ...actor, practice: String(home['practice_id']) };
        return sees(standing, there, { of: 'session', practiceId: row['practice_id'] });
      });
  }
  if (table.comment.startsWith('group rows')) return byGroup;
  return () => false;
}
