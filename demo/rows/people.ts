import { chanceOf } from '../chance.ts';
import { lines, type Load } from '../copy.ts';
import { limitPath } from '../parameters.ts';
import type { Foundation } from '../story.ts';

const SINCE = '2024-01-08';

/** The people of the group, the roles they hold, those of them who see patients, and the path of the safe limit. */
export function peopleLoads({ groupId, people, clinicians, calendar, seed }: Foundation): Load[] {
  const chance = chanceOf(seed, 'limits');
  const roles = people.flatMap((person) => person.roles.map((held) => ({ person, held })));
  const ownLimits = clinicians.flatMap((one) => (one.ownLimit === undefined ? [] : [{ one, contacts: one.ownLimit }]));
  const since = calendar.day(limitPath[0].from);
  const limits = [
    ...limitPath.map(({ from, contacts }) => ({
      clinician: null,
      from: calendar.day(from),
      contacts,
      source: 'group decision (fictional)',
    })),
    ...ownLimits.map(({ one, contacts }) => ({
      clinician: one.id,
      from: since,
      contacts,
      source: one.kind === 'trainee' ? 'training plan (fictional)' : 'phased return (fictional)',
    })),
  ];
  return [
    {
      table: 'network.person',
      columns: ['id', 'group_id', 'name', 'email', 'fictional'],
      lines: lines(people, (person) => [person.id, groupId, person.name, person.email, true]),
    },
    {
      table: 'network.role_held',
      columns: ['id', 'person_id', 'group_id', 'practice_id', 'hub_id', 'role', 'valid_from'],
      lines: lines(roles, ({ person, held }) => [
        held.id, person.id, groupId, held.practice?.code ?? null, held.hubId ?? null, held.role, SINCE,
      ]), // prettier-ignore
    },
    {
      table: 'workforce.clinician',
      columns: ['id', 'group_id', 'practice_id', 'person_id', 'name', 'role', 'fte', 'valid_from'],
      lines: lines(clinicians, (one) => [
        one.id, groupId, one.practice.code, one.person?.id ?? null, one.name, one.role, one.fte, SINCE,
      ]), // prettier-ignore
    },
    {
      table: 'workforce.daily_limit',
      columns: ['id', 'group_id', 'clinician_id', 'valid_from', 'contacts', 'source'],
      lines: lines(limits, ({ clinician, from, contacts, source }) => [
        chance.uuid(from.at(0)), groupId, clinician, from.date, contacts, source,
      ]), // prettier-ignore
    },
  ];
}
