import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Appointment, CapabilityStatement, MessageDefinition, MessageHeader } from '@medplum/fhirtypes';
import { slotName } from '#domains/access/slot-name.ts';
import { scopes } from '#domains/network/client.ts';
import { sql } from '#platform/db/sql.ts';
import { testApp } from './support/app.ts';
import { newClient, tokenFor } from './support/client.ts';
import { testDatabase } from './support/database.ts';
import { ask, refusalIn, resources } from './support/fhir.ts';
import { openSessionFor, smallWorld, standing } from './support/world.ts';

const root = '/fhir/R4';
const tomorrow = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 1 }).withPlainTime('08:00');
const at = (minutes: number): Temporal.Instant => tomorrow.add({ minutes }).toInstant();
const second = (when: Temporal.Instant): string => when.toString({ smallestUnit: 'second' });
const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64');

void describe('Bookings by message (BaRS 1.0.0)', async () => {
  const base = await testDatabase();
  const { groupId, clinicians, patients } = await smallWorld(base, { patients: 30 });
  const made = await testApp(base);
  const { app } = made;
  const token = await tokenFor(
    made,
    await newClient(base.db, { groupId, name: 'NHS 111', scopes: Object.keys(scopes) }),
  );
  const session = await openSessionFor(base, { n: 1, clinician: clinicians[0] ?? '', startsAt: at(0), minutes: 600 });
  const people = await standing<{ id: string; nhs: string; born: Temporal.PlainDate }>(
    base.owner,
    sql`select p.id, p.nhs_number as nhs, p.birth_date as born from patients.patient p where p.practice_id = 'XA001' order by p.id`,
  );
  assert.equal(people[0]?.id, patients[0]);

  let minute = -10;
  const free = (): number => (minute += 10);
  const headers = (more: Record<string, string> = {}): Record<string, string> => ({
    'nhsd-target-identifier': encoded({ system: 'https://fhir.nhs.uk/Id/dos-service-id', value: 'XA001' }),
    'nhsd-end-user-organisation': encoded({ resourceType: 'Organization', identifier: [{ value: 'YDD01' }] }),
    'nhsd-requesting-software': encoded({ resourceType: 'Device', deviceName: [{ name: 'test' }] }),
    'x-request-id': crypto.randomUUID(),
    'x-correlation-id': crypto.randomUUID(),
    ...more,
  });
  const person = (n: number) => people[n] ?? { id: '', nhs: '', born: Temporal.PlainDate.from('2000-01-01') };
  const message = (n: number, appointment: object, { reason = 'new', event = 'booking-request', born = '' } = {}) => ({
    resourceType: 'Bundle',
    id: crypto.randomUUID(),
    type: 'message',
    timestamp: second(at(0)),
    entry: [
      {
        fullUrl: 'urn:uuid:c5957fdd-097b-409d-a406-49c52ceef2cd',
        resource: {
          resourceType: 'MessageHeader',
          eventCoding: { system: 'https://fhir.nhs.uk/CodeSystem/message-events-bars', code: event },
          // As the standard's own examples have it.
          destination: [{ receiver: { reference: ':uuid:43a42f7a-a6f2-42a5-a8f0-fc85abf8c3fa' }, endpoint: 'X' }],
          source: { endpoint: 'https://example.org' },
          reason: { coding: [{ system: 'https://fhir.nhs.uk/CodeSystem/message-reason-bars', code: reason }] },
          focus: [{ reference: 'urn:uuid:aca94bdb-2e38-4399-9ece-2ba083ce65b5', type: 'Appointment' }],
        },
      },
      {
        fullUrl: 'urn:uuid:aca94bdb-2e38-4399-9ece-2ba083ce65b5',
        resource: {
          ...{
            resourceType: 'Appointment',
            status: 'booked',
            participant: [{ actor: { reference: `Patient/${person(n).nhs}` } }],
          },
          ...appointment,
        },
      },
      {
        fullUrl: 'urn:uuid:788660eb-d2c9-4773-abd4-318484673fb2',
        resource: {
          resourceType: 'Patient',
          identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: person(n).nhs }],
          birthDate: born || person(n).born.toString(),
        },
      },
    ],
  });
  const place = (from: number): object => ({
    ...{ start: second(at(from)), end: second(at(from + 10)) },
    slot: [{ reference: `Slot/${slotName({ sessionId: session, startsAt: at(from) })}` }],
  });
  const send = (payload: object, more: Record<string, string> = {}) =>
    ask({ app, token }, { method: 'POST', url: `${root}/$process-message`, payload, headers: headers(more) });
  const appointmentIn = (reply: Awaited<ReturnType<typeof send>>): Appointment => {
    const [found] = resources<Appointment>(reply.resource, 'Appointment');
    assert.ok(found, JSON.stringify(reply.resource));
    return found;
  };

  void test('is booked, and answered with a message about it', async () => {
    const payload = message(0, { ...place(free()), description: 'Reason for calling' });
    const sent = headers();
    const reply = await ask(
      { app, token },
      { method: 'POST', url: `${root}/$process-message`, payload, headers: sent },
    );
    assert.equal(reply.status, 200);
    assert.equal(reply.headers['x-correlation-id'], sent['x-correlation-id']);
    const [header] = resources<MessageHeader>(reply.resource, 'MessageHeader');
    assert.deepEqual(
      [header?.eventCoding?.code, header?.response?.code, header?.response?.identifier],
      ['booking-response', 'ok', payload.id],
    );
    const one = appointmentIn(reply);
    assert.deepEqual(
      [one.status, one.description, one.participant[0]?.actor?.reference],
      ['booked', 'Reason for calling', `Patient/${patients[0] ?? ''}`],
    );
    const again = appointmentIn(await send(payload));
    assert.equal(again.id, one.id, 'the same message again is the same booking');
  });

  void test('is changed and cancelled by its id', async () => {
    const one = appointmentIn(await send(message(1, { ...place(free()), description: 'Cough' })));
    const { start, end, slot, id } = one;
    const same = { start, end, slot, id };
    const amended = appointmentIn(
      await send(message(1, { ...same, description: 'Cough, worse' }, { reason: 'update' })),
    );
    assert.deepEqual([amended.id, amended.description], [id, 'Cough, worse']);
    const stale = { ...same, meta: { versionId: one.meta?.versionId }, status: 'cancelled' };
    assert.equal(refusalIn(await send(message(1, stale, { reason: 'update' }))), '412 VERSION_CONFLICT');
    const gone = appointmentIn(await send(message(1, { ...same, status: 'cancelled' }, { reason: 'update' })));
    assert.deepEqual(
      [gone.status, gone.cancelationReason?.text, gone.description],
      ['cancelled', 'Cancelled by the service that booked it', 'Cough, worse'],
    );
    assert.equal(
      refusalIn(await send(message(1, { ...same, id: undefined }, { reason: 'update' }))),
      '422 INVALID_RESOURCE',
    );
    assert.equal(
      refusalIn(await send(message(2, { ...same, status: 'cancelled' }, { reason: 'update' }))),
      '422 INVALID_RESOURCE',
      'another’s',
    );
  });

  void test('a slot that is taken is a conflict in both standards’ words', async () => {
    const from = free();
    appointmentIn(await send(message(3, place(from))));
    const refused = await send(message(4, place(from)));
    assert.equal(refusalIn(refused), '409 DUPLICATE_REJECTED');
    assert.match(JSON.stringify(refused.resource), /REC_CONFLICT/);
  });

  void test('what is not the patient, the service or a booking is refused', async () => {
    const from = free();
    assert.equal(refusalIn(await send(message(5, place(from), { born: '1901-01-01' }))), '422 INVALID_RESOURCE');
    assert.equal(refusalIn(await send(message(99, place(from)))), '422 INVALID_NHS_NUMBER');
    const target = (value: string) => ({ 'nhsd-target-identifier': encoded({ system: 'x', value }) });
    assert.equal(refusalIn(await send(message(5, place(from)), target('XA003'))), '404 NO_RECORD_FOUND');
    assert.equal(refusalIn(await send(message(5, place(from)), target('XA002'))), '422 INVALID_RESOURCE');
    assert.equal(
      refusalIn(await send(message(5, place(from), { event: 'servicerequest-request' }))),
      '501 NOT_IMPLEMENTED',
    );
    assert.equal(refusalIn(await send(message(5, place(from), { reason: 'delete' }))), '422 INVALID_RESOURCE');
    assert.equal(refusalIn(await send({ resourceType: 'Bundle', type: 'transaction', entry: [] })), '400 BAD_REQUEST');
    assert.equal(refusalIn(await send({})), '400 BAD_REQUEST');
  });

  void test('every header of the standard is needed', async () => {
    const payload = message(6, place(free()));
    for (const name of Object.keys(headers()))
      for (const wrong of ['', 'not base64 {}'])
        assert.equal(refusalIn(await send(payload, { [name]: wrong })), '400 BAD_REQUEST', name);
    assert.equal((await send(payload)).status, 200);
  });

  void test('which messages are taken is said to anybody', async () => {
    const context = encodeURIComponent('https://fhir.nhs.uk/Id/dos-service-id|XA001');
    const { resource } = await ask({ app }, { method: 'GET', url: `${root}/MessageDefinition?context=${context}` });
    const [definition] = resources<MessageDefinition>(resource);
    assert.equal(definition?.eventCoding?.code, 'booking-request');
    const { resource: told } = await ask({ app }, { method: 'GET', url: `${root}/metadata` });
    assert.equal((told as CapabilityStatement).messaging?.[0]?.supportedMessage?.[0]?.definition, definition.url);
    assert.equal((await ask({ app }, { method: 'POST', url: `${root}/$process-message`, payload: {} })).status, 401);
  });
});
