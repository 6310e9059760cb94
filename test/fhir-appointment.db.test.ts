import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Appointment } from '@medplum/fhirtypes';
import { book, bookJoint, moveBooking } from '#domains/access/commands/book.ts';
import { slotName } from '#domains/access/slot-name.ts';
import { scopes } from '#domains/network/client.ts';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import { testApp } from './support/app.ts';
import { newClient, tokenFor } from './support/client.ts';
import { testDatabase } from './support/database.ts';
import { ask, refusalIn, resources, type FhirReply } from './support/fhir.ts';
import { signIn } from './support/signed-in.ts';
import { arrange, as, id, openSessionFor, smallWorld, standing } from './support/world.ts';

const url = '/fhir/R4/Appointment';
const tomorrow = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 1 }).withPlainTime('08:00');
const at = (minutes: number, days = 0): Temporal.Instant => tomorrow.add({ minutes, days }).toInstant();
const second = (when: Temporal.Instant): string => when.toString({ smallestUnit: 'second' });

void describe('Programs book', async () => {
  const base = await testDatabase();
  const { db } = base;
  const world = await smallWorld(base, { patients: 60 });
  const { groupId, clinicians, patients, actors } = world;
  const made = await testApp(base);
  const { app } = made;
  const token = await tokenFor(made, await newClient(db, { groupId, name: 'NHS 111', scopes: Object.keys(scopes) }));
  const open = (n: number, clinician: number, more: object = {}) =>
    openSessionFor(base, { n, clinician: clinicians[clinician] ?? '', startsAt: at(0), minutes: 600, ...more });
  const session = await open(1, 0);
  const other = await open(2, 2, { practice: 'XA002' });
  const ofC = await open(3, 4, { practice: 'XA003' });

  let next = 0;
  const fresh = (): string => patients[(next += 1)] ?? '';
  let minute = -10;
  const free = (): number => (minute += 10);
  /** An appointment of ten minutes or more at a minute of the day, for a patient nobody else uses. */
  const wanted = (from = free(), more: object = {}, { of = session, slots = 1 } = {}) => ({
    resourceType: 'Appointment',
    status: 'booked',
    start: second(at(from)),
    end: second(at(from + 10 * slots)),
    slot: Array.from({ length: slots }, (_, n) => ({
      reference: `Slot/${slotName({ sessionId: of, startsAt: at(from + 10 * n) })}`,
    })),
    participant: [{ actor: { reference: `Patient/${fresh()}` }, status: 'accepted' }],
    ...more,
  });
  const post = (payload: object, headers: Record<string, string> = {}) =>
    ask({ app, token }, { method: 'POST', url, payload, headers });
  const put = (one: Appointment, payload: object, headers: Record<string, string> = {}) =>
    ask(
      { app, token },
      {
        method: 'PUT',
        url: `${url}/${one.id ?? ''}`,
        payload,
        headers: { 'if-match': `W/"${one.meta?.versionId ?? ''}"`, ...headers },
      },
    );
  const get = (path: string) => ask({ app, token }, { method: 'GET', url: `${url}${path}` });
  const appointmentIn = ({ resource }: FhirReply): Appointment => resource as Appointment;
  const booked = async (payload: object): Promise<Appointment> => {
    const reply = await post(payload);
    assert.equal(reply.status, 201, JSON.stringify(reply.resource));
    return appointmentIn(reply);
  };
  const stands = async (one: Appointment): Promise<Appointment> => appointmentIn(await get(`/${one.id ?? ''}`));

  void test('one slot, or neighbours of one schedule, and what was said of it is kept whole', async () => {
    const comment = `${'Überlang '.repeat(55)}end.`.padEnd(500, '.');
    const description = 'Sore throat, three days'.padEnd(100, '.');
    const contained = [
      {
        resourceType: 'Organization',
        id: 'us',
        identifier: [{ system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'YDD01' }],
        name: 'NHS 111 East',
        telecom: [{ system: 'phone', value: '01632 960000' }],
      },
    ];
    const participant = [
      { actor: { reference: `Patient/${fresh()}` }, status: 'accepted' },
      { actor: { reference: '#us' }, status: 'accepted' },
    ];
    const reply = await post(wanted(free(), { description, comment, contained, participant }));
    assert.equal(reply.status, 201);
    const one = appointmentIn(reply);
    assert.equal(reply.headers.location, `${made.url}${url}/${one.id ?? ''}`);
    assert.equal(reply.headers.etag, `W/"${one.meta?.versionId ?? ''}"`);
    assert.deepEqual([one.description, one.comment, one.status], [description, comment, 'booked']);
    assert.equal(one.contained?.length, 1);
    assert.deepEqual(await stands(one), one);
    const two = await booked(wanted((free(), free()), {}, { slots: 2 }));
    free();
    assert.equal(two.minutesDuration, 20);
    assert.equal(two.slot?.length, 2);
    const kept = await standing<{ who: string }>(
      base.owner,
      sql`select distinct e.person_name || ', ' || e.role as who from audit.event e where e.action = 'fhir-create-appointment'`,
    );
    assert.deepEqual(kept, [{ who: 'NHS 111, client' }]);
  });

  void test('the practice’s people see what a program said, also after they have moved the visit', async () => {
    const one = await booked(wanted(free(), { description: 'Sore throat', comment: 'Prefers mornings' }));
    const person = await signIn(app, db, actors.navigator);
    const page = await person.get(`/visits/${one.id ?? ''}`);
    assert.match(page.body, /Sore throat/);
    assert.match(page.body, /Prefers mornings/);
    assert.match(page.body, /by NHS 111/);
    const moved = await moveBooking(as(db, actors.navigator), {
      ...{ key: 'moved', bookingId: one.id ?? '', sessionId: session, startsAt: at(free()), minutes: 10 },
    });
    assert.ok(moved.ok);
    assert.match((await person.get(`/visits/${moved.value.bookingId}`)).body, /Prefers mornings/);
    assert.equal((await stands(one)).status, 'cancelled');
    assert.equal(appointmentIn(await get(`/${moved.value.bookingId}`)).comment, 'Prefers mornings');
  });

  void test('a slot that is taken, by however many at once', async () => {
    const from = free();
    const replies = await Promise.all(Array.from({ length: 5 }, () => post(wanted(from))));
    assert.equal(replies.filter(({ status }) => status === 201).length, 1);
    const refused = replies.filter(({ status }) => status !== 201);
    assert.deepEqual(new Set(refused.map(refusalIn)), new Set(['409 DUPLICATE_REJECTED']));
  });

  void test('never past the safe limit, and no patient twice', async () => {
    const last = await openSessionFor(base, { n: 5, clinician: clinicians[1] ?? '', startsAt: at(0, 3), minutes: 60 });
    await arrange(base.owner, (run) =>
      run(
        sql`insert into workforce.daily_limit values (${id(7, 9)}, ${groupId}, ${clinicians[1]}, '2020-01-01', 1, 'test')`,
      ).then(() => undefined),
    );
    const on = (from: number) => ({
      ...{ start: second(at(from, 3)), end: second(at(from + 10, 3)) },
      slot: [{ reference: `Slot/${slotName({ sessionId: last, startsAt: at(from, 3) })}` }],
    });
    const one = await booked(wanted(0, on(0)));
    assert.equal(refusalIn(await post(wanted(0, on(10)))), '409 SAFE_LIMIT_REACHED');
    const from = free();
    const first = await booked(wanted(from));
    const twice = wanted(from, { participant: first.participant.slice(0, 1) }, { of: other });
    assert.equal(refusalIn(await post(twice)), '409 PATIENT_BUSY');
    assert.equal((await put(one, { ...one, status: 'cancelled', cancelationReason: { text: 'Better' } })).status, 200);
    await booked(wanted(0, on(10)));
  });

  void test('the same call sent again is the same appointment; the same name for another is refused', async () => {
    const payload = wanted();
    const first = await post(payload, { 'x-request-id': 'once' });
    const again = await post(payload, { 'x-request-id': 'once' });
    assert.deepEqual([first.status, again.status], [201, 200]);
    assert.deepEqual(again.resource, first.resource);
    assert.equal(refusalIn(await post(wanted(), { 'x-request-id': 'once' })), '409 IDENTIFIER_USED');
    const identifier = [{ system: 'https://example.org/bookings', value: 'B-1' }];
    const named = { ...wanted(), identifier };
    const both = await Promise.all([post(named), post(named)]);
    assert.deepEqual(new Set(both.map(({ resource }) => resource.id)).size, 1);
    assert.deepEqual(appointmentIn(both[0]).identifier, identifier);
    const stranger = await newClient(db, { groupId, name: 'Another', scopes: ['system/Appointment.write'] });
    const theirs = await ask(
      { app, token: await tokenFor(made, stranger) },
      { method: 'POST', url, payload: { ...wanted(), identifier } },
    );
    assert.equal(theirs.status, 201, 'another program’s names are its own');
  });

  void test('text that is too long is refused and never cut, and nothing is saved', async () => {
    for (const more of [{ description: 'd'.repeat(101) }, { comment: 'c'.repeat(501) }]) {
      const payload = wanted(free(), more);
      const reply = await post(payload);
      assert.equal(refusalIn(reply), '422 INVALID_RESOURCE');
      assert.equal((await post({ ...payload, description: 'short', comment: 'short' })).status, 201);
    }
  });

  void test('what cannot be booked as it was sent', async () => {
    const from = 300;
    const slot = (minutes: number, of = session) => ({
      reference: `Slot/${slotName({ sessionId: of, startsAt: at(minutes) })}`,
    });
    const before = Temporal.Now.instant().subtract({ hours: 1 }).round('minute');
    const wrong: [string, object][] = [
      ['another resource', { resourceType: 'Patient' }],
      ['another status', { status: 'proposed' }],
      ['no slot', { slot: [] }],
      ['slots of two schedules', { end: second(at(from + 20)), slot: [slot(from), slot(from + 10, other)] }],
      ['slots apart', { end: second(at(from + 20)), slot: [slot(from), slot(from + 20)] }],
      ['times that are not the slots’', { end: second(at(from + 15)) }],
      ['a start between places', { start: second(at(from + 5)), end: second(at(from + 15)), slot: [slot(from + 5)] }],
      [
        'a time that has passed',
        {
          start: second(before),
          end: second(before.add({ minutes: 10 })),
          slot: [{ reference: `Slot/${slotName({ sessionId: session, startsAt: before })}` }],
        },
      ],
      ['no date', { start: 'tomorrow' }],
      ['no patient', { participant: [{ actor: { reference: 'Location/XA001' }, status: 'accepted' }] }],
      ['a reason code', { reasonCode: [{ text: 'x' }] }],
      ['an empty description', { description: '' }],
      ['a comment that is no text', { comment: 5 }],
      ['a participant that is no list', { participant: {} }],
    ];
    for (const [what, more] of wrong)
      assert.equal(refusalIn(await post(wanted(from, more))), '422 INVALID_RESOURCE', what);
    const lost: [string, object][] = [
      ['an unknown slot', { slot: [{ reference: 'Slot/nothing' }] }],
      ['a session of a practice that has not joined', { slot: [slot(from, ofC)] }],
      [
        'a patient of a practice that has not joined',
        { participant: [{ actor: { reference: `Patient/${world.patientOfC}` } }] },
      ],
      ['a patient there is not', { participant: [{ actor: { reference: `Patient/${crypto.randomUUID()}` } }] }],
      [
        'a number that is none',
        { participant: [{ actor: { identifier: { system: 'https://fhir.nhs.uk/Id/nhs-number', value: '123' } } }] },
      ],
    ];
    for (const [what, more] of lost)
      assert.equal(refusalIn(await post(wanted(from, more))), '422 REFERENCE_NOT_FOUND', what);
    for (const payload of ['[]', 'null', '5', '{}'])
      assert.equal(
        (
          await ask(
            { app, token },
            { method: 'POST', url, payload, headers: { 'content-type': 'application/fhir+json' } },
          )
        ).status >= 400,
        true,
      );
  });

  void test('a patient by NHS number, and their appointments by date', async () => {
    const patient = fresh();
    const [{ nhs } = { nhs: '' }] = await standing<{ nhs: string }>(
      base.owner,
      sql`select p.nhs_number as nhs from patients.patient p where p.id = ${patient}`,
    );
    const identifier = { system: 'https://fhir.nhs.uk/Id/nhs-number', value: nhs };
    const one = await booked(wanted(free(), { participant: [{ actor: { identifier }, status: 'accepted' }] }));
    assert.equal(one.participant[0]?.actor?.reference, `Patient/${patient}`);
    const found = async (query: string) => resources((await get(query)).resource).map(({ id: each }) => each);
    const day = tomorrow.toPlainDate();
    assert.deepEqual(await found(`?patient=Patient/${patient}&start=ge${day.toString()}&start=le${day.toString()}`), [
      one.id,
    ]);
    assert.deepEqual(await found(`?patient:identifier=${identifier.system}|${nhs}`), [one.id]);
    assert.deepEqual(await found(`?patient=${patient}&date=ge${day.add({ days: 1 }).toString()}`), []);
    assert.deepEqual(await found(`?patient=${world.patientOfC}`), []);
    assert.equal(refusalIn(await get('')), '422 INVALID_PARAMETER');
    assert.equal((await get('/nothing')).status, 404);
  });

  void test('is amended by whoever has seen how it stands', async () => {
    const one = await booked(wanted(free(), { description: 'Cough' }));
    const amended = await put(one, { ...one, description: 'Cough, better', comment: 'Bring the inhaler' });
    assert.equal(amended.status, 200);
    const two = appointmentIn(amended);
    assert.deepEqual([two.description, two.comment], ['Cough, better', 'Bring the inhaler']);
    assert.notEqual(two.meta?.versionId, one.meta?.versionId);
    assert.equal(refusalIn(await put(one, { ...one, comment: 'Late' })), '412 VERSION_CONFLICT');
    assert.equal((await put(two, two, { 'if-match': '' })).status, 412);
    const both = await Promise.all([put(two, { ...two, comment: 'A' }), put(two, { ...two, comment: 'B' })]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 412]);
    const three = await stands(two);
    for (const [what, more] of [
      ['its time', { start: second(at(0)), end: second(at(10)) }],
      ['its patient', { participant: [{ actor: { reference: `Patient/${patients[50] ?? ''}` } }] }],
      ['its end', { status: 'fulfilled' }],
      ['its id', { id: crypto.randomUUID() }],
      ['too long', { comment: 'c'.repeat(501) }],
    ] as const)
      assert.equal(refusalIn(await put(three, { ...three, ...more })), '422 INVALID_RESOURCE', what);
    assert.deepEqual(await stands(three), three);
  });

  void test('is cancelled with its reason, once, and its place is free', async () => {
    const from = free();
    const one = await booked(wanted(from, { description: 'Cough' }));
    const cancel = { ...one, status: 'cancelled', cancelationReason: { text: 'Feels better' } };
    assert.equal(refusalIn(await put(one, { ...cancel, cancelationReason: undefined })), '422 INVALID_RESOURCE');
    assert.equal(refusalIn(await put(one, { ...cancel, description: 'Something else' })), '422 INVALID_RESOURCE');
    const both = await Promise.all([put(one, cancel), put(one, cancel)]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 412]);
    const gone = await stands(one);
    assert.deepEqual(
      [gone.status, gone.cancelationReason?.text, gone.description],
      ['cancelled', 'Feels better', 'Cough'],
    );
    assert.equal(refusalIn(await put(gone, { ...gone, description: 'Amended' })), '422 INVALID_RESOURCE');
    await booked(wanted(from));
  });

  void test('what somebody else booked is read and cancelled alike', async () => {
    const theirs = await book(as(db, actors.navigator), {
      ...{ key: 'theirs', requestId: null, patientId: fresh(), sessionId: session, startsAt: at(free()), minutes: 10 },
    });
    assert.ok(theirs.ok);
    const one = appointmentIn(await get(`/${theirs.value.bookingId}`));
    const amended = await put(one, { ...one, comment: 'Rang us' });
    assert.equal(appointmentIn(amended).comment, 'Rang us');
    const two = appointmentIn(amended);
    assert.equal((await put(two, { ...two, status: 'cancelled', cancelationReason: { text: 'Rang' } })).status, 200);
  });

  void test('words of danger are put to the duty clinician, once, and nothing is booked until one has closed them', async () => {
    const identifier = [{ system: 'https://example.org/bookings', value: 'RED' }];
    const payload = wanted(free(), { description: 'Crushing chest pain since this morning', identifier });
    const flags = () =>
      standing<{ id: string; matched: string; status: string }>(
        base.owner,
        sql`select f.id, f.matched, r.status from access.red_flag f join access.request r on r.id = f.request_id where r.words like 'Crushing%'`,
      );
    assert.equal(refusalIn(await post(payload)), '409 RED_FLAG');
    assert.equal(refusalIn(await post(payload)), '409 RED_FLAG');
    const [flag, ...more] = await flags();
    assert.equal(more.length, 0);
    assert.match(flag?.matched ?? '', /chest pain/);
    assert.equal(flag?.status, 'red_flag');
    await transaction(as(db, actors.clinician, 'close-flag'), (tx) =>
      tx.rows(sql`select access.close_flag(${flag.id}, 'Spoken to; see today', 'waiting', 'yes')`),
    );
    assert.equal((await post(payload)).status, 201);
    assert.equal((await flags())[0]?.status, 'booked');
  });

  void test('a danger that is denied is booked, and its question waits for a navigator', async () => {
    const one = await booked(wanted(free(), { comment: 'Cough, no chest pain' }));
    const asked = await standing<{ status: string; softened: boolean }>(
      base.owner,
      sql`select r.status, f.softened from access.red_flag f join access.request r on r.id = f.request_id where r.words like 'Cough, no chest%'`,
    );
    assert.deepEqual(asked, [{ status: 'waiting', softened: true }]);
    assert.equal(one.status, 'booked');
  });

  void test('danger in an amendment, or in why it is cancelled, is raised too', async () => {
    const raised = async (like: string) =>
      (
        await standing(
          base.owner,
          sql`select from access.red_flag f join access.request r on r.id = f.request_id where r.notes like ${`%${like}%`} or r.words like ${`%${like}%`}`,
        )
      ).length;
    const one = await booked(wanted(free(), { description: 'Rash' }));
    const two = appointmentIn(await put(one, { ...one, comment: 'Now cannot breathe' }));
    assert.equal(two.comment, 'Now cannot breathe');
    assert.equal(await raised('cannot breathe'), 1);
    await put(two, { ...two, status: 'cancelled', cancelationReason: { text: 'Took an overdose' } });
    assert.equal((await stands(two)).status, 'cancelled');
    assert.ok((await raised('overdose')) >= 1);
  });

  void test('neither without the scope to write', async () => {
    const reader = await newClient(db, { groupId, name: 'Reader', scopes: ['system/Appointment.read'] });
    const readOnly = { app, token: await tokenFor(made, reader) };
    assert.equal((await ask(readOnly, { method: 'POST', url, payload: wanted() })).status, 403);
    assert.equal((await ask(readOnly, { method: 'PUT', url: `${url}/x`, payload: wanted() })).status, 403);
  });

  void test('who else is there, the room and the window of a call, as the patient was told; and it is put back as it is read', async () => {
    const [first, second] = [await open(41, 1, { startsAt: at(0, 9) }), await open(42, 0, { startsAt: at(0, 9) })];
    await arrange(base.owner, async (run) => {
      const plan = [{ kind: 'telephone_list', from: 0, to: 600, minutes: 10, places: 1, mode: 'telephone' }];
      await run(
        sql`update access.session set plan = ${JSON.stringify(plan)}::jsonb, needs_room = true where id = ${first}`,
      );
      await run(
        sql`insert into access.room (id, group_id, practice_id, name, valid_from) values (${id(12, 41)}, ${groupId}, 'XA001', 'Room 4', '2020-01-01')`,
      );
    });
    const booked = await bookJoint(as(db, actors.navigator), {
      ...{ key: 'joint by fhir', requestId: null, patientId: fresh(), sessionId: first, secondSessionId: second },
      ...{ startsAt: at(0, 9), minutes: 10 },
    });
    assert.ok(booked.ok, JSON.stringify(booked));
    const { status, resource } = await ask({ app, token }, { method: 'GET', url: `${url}/${booked.value.bookingId}` });
    assert.equal(status, 200);
    const one = resource as Appointment;
    assert.deepEqual(
      one.participant.map(({ actor }) => actor?.reference?.split('/')[0] ?? actor?.display),
      ['Patient', 'PractitionerRole', 'PractitionerRole', 'Location', 'Room 4'],
    );
    assert.equal(one.patientInstruction, 'Told as between 08:00 and 09:30, London time');
    const { status: put200 } = await put(one, { ...one, comment: 'Bring the letter' });
    assert.equal(put200, 200);
  });
});
