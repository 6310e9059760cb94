import type { Schedule } from '@medplum/fhirtypes';
import { err, ok } from '#kernel/result.ts';
import { transaction } from '#platform/db/transaction.ts';
import { invalidParameter } from '#platform/fhir/fault.ts';
import type { FhirKind } from '#platform/fhir/kind.ts';
import { boundsOf, followed } from '#platform/fhir/search.ts';
import { bookableSessions, sessionsNamed, type BookableSession } from '../queries/slots.ts';
import { actorsWanted, windowOf } from './window.ts';

const timeOf = (at: number): string => Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'second' });

/** Where a session is: its site, else its practice. */
const placeOf = ({ siteId, practiceId }: Pick<BookableSession, 'siteId' | 'practiceId'>): string =>
  `Location/${siteId ?? practiceId}`;

/** A session as a Schedule: who, where and from when until when. */
function scheduleOf(session: BookableSession): Schedule {
  const { id, open, roleName, clinicianId, clinicianName, practiceId, startsAt, endsAt } = session;
  return {
    ...{ resourceType: 'Schedule', id, active: open },
    serviceType: [{ text: roleName }],
    actor: [
      { reference: `PractitionerRole/${clinicianId}`, display: clinicianName },
      { reference: placeOf(session) },
      { reference: `HealthcareService/${practiceId}` },
    ],
    planningHorizon: { start: timeOf(startsAt), end: timeOf(endsAt) },
  };
}

const actorOf =
  (type?: string) =>
  (from: object): Schedule['actor'] =>
    (from as Schedule).actor.filter(({ reference }) => type === undefined || reference?.startsWith(`${type}/`));

/** Sessions that may be booked into. */
export const scheduleKind: FhirKind = {
  type: 'Schedule',
  readScopes: ['system/Schedule.read', 'system/Slot.read'],
  documentation: 'Sessions that programs may book into: a clinician at work, where and from when until when.',
  params: [
    { name: 'date', type: 'date', documentation: 'Required: from (ge) and until (le), two weeks at most' },
    { name: 'actor', type: 'reference', documentation: 'PractitionerRole, Location or HealthcareService' },
  ],
  includes: {
    'Schedule:actor': actorOf(),
    'Schedule:actor:PractitionerRole': actorOf('PractitionerRole'),
    'Schedule:actor:Location': actorOf('Location'),
    'Schedule:actor:HealthcareService': actorOf('HealthcareService'),
  },
  read: async ({ context }, ids) => (await transaction(context, (tx) => sessionsNamed(tx, ids))).map(scheduleOf),
  search: async ({ context, now }, params) => {
    const bounds = boundsOf(params.getAll('date'), 'date');
    if (!bounds.ok) return bounds;
    const window = windowOf(bounds.value, now);
    if (!window.ok) return err(invalidParameter(`date ${window.error}`));
    const wanted = { ...window.value, ...actorsWanted(params, 'actor') };
    const found = await transaction(context, (tx) => bookableSessions(tx, wanted));
    const names = [...params.keys()].filter((name) => name === 'date' || name.startsWith('actor'));
    return ok({ matches: found.map(scheduleOf), total: found.length, followed: followed(params, names) });
  },
};
