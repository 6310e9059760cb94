import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Bundle, CapabilityStatement, Location, Patient, Slot } from '@medplum/fhirtypes';
import { book, bookOverflow } from '#domains/access/commands/book.ts';
import { scopes } from '#domains/network/client.ts';
import { revokeClient } from '#domains/network/commands/clients.ts';
import { systemActor } from '#platform/auth/actor.ts';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import { testApp } from './support/app.ts';
import { newClient, tokenFor } from './support/client.ts';
import { testDatabase } from './support/database.ts';
import { ask, faultsOf, refusalIn, resources } from './support/fhir.ts';
import { arrange, as, openSessionFor, smallWorld, standing } from './support/world.ts';

const root = '/fhir/R4';
const tomorrow = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 1 }).withPlainTime('09:00');
const at = (minutes: number, days = 0): Temporal.Instant => tomorrow.add({ minutes, days }).toInstant();
const day = (days: number): string => tomorrow.toPlainDate().add({ days }).toString();

void describe('Programs read', async () => {
  const base = await testDatabase();
  const { db } = base;
  const world = await smallWorld(base);
  const { groupId, clinicians, patients } = world;
  const made = await testApp(base);
  const { app } = made;
  const client = await newClient(db, { groupId, name: 'NHS 111', scopes: Object.keys(scopes) });
  const token = await tokenFor(made, client);
  const all = { app, token };
  const get = (url: string, headers: Record<string, string> = {}) =>
    ask(all, { method: 'GET', url: `${root}${url}`, headers });

  const [inA, inB, inC] = await Promise.all(
    [
      { n: 1, clinician: clinicians[0] ?? '', practice: 'XA001', startsAt: at(0), minutes: 60 },
      {
        n: 2,
        clinician: clinicians[2] ?? '',
        practice: 'XA002',
        startsAt: at(0),
        minutes: 60,
        slotMinutes: 15,
        mode: 'telephone',
      },
      { n: 3, clinician: clinicians[4] ?? '', practice: 'XA003', startsAt: at(0), minutes: 60 },
    ].map((one) => openSessionFor(base, one)),
  );
  const slotsOf = async (query: string): Promise<Slot[]> =>
    resources<Slot>((await get(`/Slot?status=free&_include=Slot:schedule&${query}`)).resource, 'Slot');
  const window = `start=ge${day(0)}&start=le${day(0)}`;

  void test('what the server does, without a token; and where tokens are', async () => {
    const { status, resource } = await ask({ app }, { method: 'GET', url: `${root}/metadata` });
    assert.equal(status, 200);
    const { rest, fhirVersion } = resource as CapabilityStatement;
    assert.equal(fhirVersion, '4.0.1');
    const types = rest?.[0]?.resource?.map(({ type }) => type) ?? [];
    for (const type of [
      'Slot',
      'Schedule',
      'HealthcareService',
      'Location',
      'Organization',
      'PractitionerRole',
      'Patient',
    ])
      assert.ok((types as string[]).includes(type), type);
    const smart = await app.inject(`${root}/.well-known/smart-configuration`);
    assert.equal(smart.json<{ token_endpoint: string }>().token_endpoint, `${made.url}/oauth2/token`);
  });

  void test('the practices that have joined hub booking, and no others', async () => {
    const ids = resources((await get('/Organization')).resource).map(({ id }) => id);
    assert.deepEqual(ids, [groupId, 'XA001', 'XA002']);
    assert.equal((await get('/Organization/XA002')).status, 200);
    assert.equal(refusalIn(await get('/Organization/XA003')), '404 NO_RECORD_FOUND');
    const one = await get('/Organization?identifier=https://fhir.nhs.uk/Id/ods-organization-code|XA002');
    assert.deepEqual(
      resources(one.resource).map(({ id }) => id),
      ['XA002'],
    );
    assert.deepEqual(
      resources((await get('/HealthcareService')).resource).map(({ id }) => id),
      ['XA001', 'XA002'],
    );
    assert.deepEqual(
      resources((await get('/Location?organization=XA001')).resource).map(({ id }) => id),
      ['XA001'],
    );
    assert.equal((await get('/HealthcareService/XA001')).status, 200);
    assert.equal((await get('/Location/XA001')).status, 200);
  });

  void test('who works there and as what', async () => {
    const found = resources((await get('/PractitionerRole?organization=Organization/XA002')).resource);
    assert.deepEqual(
      found.map(({ id }) => id),
      [clinicians[2], clinicians[3]],
    );
    assert.equal((await get(`/PractitionerRole/${clinicians[0] ?? ''}`)).status, 200);
    assert.equal((await get(`/PractitionerRole/${clinicians[4] ?? ''}`)).status, 404);
  });

  void test('free slots of two weeks at most, with their schedules', async () => {
    const { resource } = await get(`/Slot?status=free&_include=Slot:schedule&${window}`);
    const slots = resources<Slot>(resource, 'Slot');
    assert.equal(slots.length, 6 + 4);
    assert.equal((resource as Bundle).total, 10);
    assert.deepEqual(
      new Set(resources(resource, 'Schedule').map(({ id }) => id)),
      new Set([inA, inB]),
      `never ${inC ?? ''}`,
    );
    assert.deepEqual(slots[0]?.start, at(0).toString({ smallestUnit: 'second' }));
    const channels = new Set(slots.map(({ extension }) => extension?.at(0)?.valueCode));
    assert.deepEqual(channels, new Set(['In-person', 'Telephone']));
    const again = await get(`/Slot/${slots[0].id ?? ''}`);
    assert.deepEqual(again.resource, slots.at(0));
  });

  void test('GP Connect’s rules on what a search must say', async () => {
    for (const query of [
      `_include=Slot:schedule&${window}`,
      `status=busy&_include=Slot:schedule&${window}`,
      `status=free&${window}`,
      'status=free&_include=Slot:schedule',
      `status=free&_include=Slot:schedule&start=ge${day(0)}`,
      `status=free&_include=Slot:schedule&start=${day(0)}`,
      `status=free&_include=Slot:schedule&start=ge${day(0)}&start=le${day(15)}`,
      `status=free&_include=Slot:schedule&start=ge${day(3)}&start=le${day(1)}`,
      'status=free&_include=Slot:schedule&start=ge2026-02-30&start=le2026-03-01',
      `status=free&_include=Slot:schedule&start=ge${day(0)}&start=ge${day(1)}`,
    ])
      assert.equal(refusalIn(await get(`/Slot?${query}`)), '422 INVALID_PARAMETER', query);
    assert.equal(
      (await get(`/Slot?status=free&_include=Slot:schedule&start=ge${day(0)}&start=le${day(14)}`)).status,
      200,
    );
    assert.equal((await slotsOf(`start=ge${day(0)}&end=le${day(0)}`)).length, 10);
    const time = (minutes: number) => encodeURIComponent(at(minutes).toString());
    assert.equal((await slotsOf(`start=ge${time(0)}&start=le${time(20)}`)).length, 3 + 2);
    assert.equal((await slotsOf(`start=ge${time(0)}&end=le${time(20)}`)).length, 2 + 1);
    assert.equal(
      (await slotsOf(`start=ge${at(0).toString().replace('Z', '+00:00')}&start=le${time(5)}`)).length,
      2,
      'a plus unescaped',
    );
  });

  void test('unknown filters are ignored, and left out of the answer’s own address', async () => {
    const { resource } = await get(
      `/Slot?status=free&_include=Slot:schedule&_include=Nothing:at-all&${window}&searchFilter=https://fhir.nhs.uk/Id/ods-organization-code|A20047&colour=blue`,
    );
    const { link, total } = resource as Bundle;
    assert.equal(total, 10);
    assert.doesNotMatch(link?.[0]?.url ?? '', /colour|searchFilter|Nothing/);
    assert.match(link?.[0]?.url ?? '', /_include=Slot/);
  });

  void test('slots of one service, place or clinician, and other things along', async () => {
    assert.equal((await slotsOf(`${window}&schedule.actor:HealthcareService=XA002`)).length, 4);
    assert.equal((await slotsOf(`${window}&Schedule.actor:HealthcareService=XA001`)).length, 6);
    assert.equal((await slotsOf(`${window}&schedule.actor=PractitionerRole/${clinicians[0] ?? ''}`)).length, 6);
    assert.equal((await slotsOf(`${window}&schedule=Schedule/${inB ?? ''}`)).length, 4);
    const { resource } = await get(
      `/Slot?status=free&_include=Slot:schedule&_include:iterate=Schedule:actor&_include=HealthcareService:providedBy&${window}`,
    );
    const kinds = new Set(resources(resource).map(({ resourceType }) => resourceType));
    for (const kind of ['PractitionerRole', 'Location', 'HealthcareService', 'Organization'])
      assert.ok((kinds as Set<string>).has(kind), kind);
  });

  void test('a long answer in parts, by its links', async () => {
    let url: string | undefined = `/Slot?status=free&_include=Slot:schedule&${window}&_count=4`;
    const seen: (string | undefined)[] = [];
    while (url !== undefined) {
      const { resource } = await get(url);
      seen.push(...resources(resource, 'Slot').map(({ id }) => id));
      url = (resource as Bundle).link?.find(({ relation }) => relation === 'next')?.url.split(root)[1];
    }
    assert.equal(seen.length, 10);
    assert.equal(new Set(seen).size, 10);
  });

  void test('what is booked is no longer free', async () => {
    const booked = await book(as(db, world.actors.navigator), {
      ...{ key: 'fhir-read', requestId: null, patientId: patients[0] ?? '', sessionId: inA ?? '' },
      ...{ startsAt: at(10), minutes: 20 },
    });
    assert.ok(booked.ok);
    const free = await slotsOf(`${window}&schedule=${inA ?? ''}`);
    assert.deepEqual(
      free.map(({ start }) => start),
      [0, 30, 40, 50].map((m) => at(m).toString({ smallestUnit: 'second' })),
    );
    const name = (minutes: number) =>
      free[0]?.id?.replace(/.{4}$/, at(minutes).toString().slice(11, 16).replace(':', '')) ?? '';
    assert.equal(((await get(`/Slot/${name(20)}`)).resource as Slot).status, 'busy');
    assert.equal((await get(`/Slot/${name(5)}`)).status, 404);
    assert.equal((await get('/Slot/nothing')).status, 404);
  });

  void test('what is booked in another system, or for urgent overflow, is no longer free', async () => {
    await arrange(base.owner, async (run) => {
      await run(sql`select set_config('sp.group', ${groupId}, true)`);
      const [bookId, entry] = [crypto.randomUUID(), crypto.randomUUID()];
      await run(sql`insert into access.book (id, group_id, practice_id, name, system, kind)
        values (${bookId}, ${groupId}, 'XA001', 'Elsewhere', 'Test', 'csv')`);
      await run(sql`insert into access.book_entry (group_id, practice_id, book_id, source_key, source_name, clinician_id, day, starts_at, ends_at, state,
          first_import, last_import)
        values (${groupId}, 'XA001', ${bookId}, '1', 'Able', ${clinicians[0]}, access.london_day(${at(30)}), ${at(30)}, ${at(40)}, 'booked', ${entry}, ${entry})`);
      await run(
        sql`select access.count_elsewhere(jsonb_build_array(jsonb_build_object('clinician_id', ${clinicians[0]}::uuid, 'day', access.london_day(${at(30)}))))`,
      );
    });
    const overflow = await bookOverflow(as(db, world.actors.clinician), {
      ...{ key: 'fhir-urgent', requestId: null, patientId: patients[1] ?? '', clinicianId: clinicians[0] ?? '' },
      ...{ hostPracticeId: 'XA001', startsAt: at(50), minutes: 10, mode: 'telephone' },
      ...{ reason: 'Cannot wait', decidedBy: 'Dr Able' },
    });
    assert.ok(overflow.ok);
    const free = await slotsOf(`${window}&schedule=${inA ?? ''}`);
    assert.deepEqual(
      free.map(({ start }) => start),
      [0, 40].map((m) => at(m).toString({ smallestUnit: 'second' })),
    );
    const name = (minutes: number) =>
      free[0]?.id?.replace(/.{4}$/, at(minutes).toString().slice(11, 16).replace(':', '')) ?? '';
    for (const minutes of [30, 50])
      assert.equal(((await get(`/Slot/${name(minutes)}`)).resource as Slot).status, 'busy');
  });

  void test('a clinician at the safe limit has no free slots', async () => {
    const id = await openSessionFor(base, { n: 9, clinician: clinicians[1] ?? '', startsAt: at(0, 5), minutes: 30 });
    const free = () => slotsOf(`start=ge${day(5)}&start=le${day(5)}&schedule=${id}`);
    const [slot, ...others] = await free();
    assert.equal(others.length, 2);
    const context = { db, actor: systemActor('test', groupId), act: { action: 'test-limit' } };
    await transaction(context, (tx) =>
      tx.rows(
        sql`insert into workforce.daily_limit values (${crypto.randomUUID()}, ${groupId}, ${clinicians[1]}, platform.today(), 0, 'test')`,
      ),
    );
    assert.deepEqual(await free(), []);
    assert.equal(((await get(`/Slot/${slot?.id ?? ''}`)).resource as Slot).status, 'busy-unavailable');
  });

  void test('sessions as schedules', async () => {
    const found = await get(
      `/Schedule?date=ge${day(0)}&date=le${day(0)}&actor=Location/XA001&_include=Schedule:actor:Location`,
    );
    assert.deepEqual(
      resources(found.resource, 'Schedule').map(({ id }) => id),
      [inA],
    );
    assert.deepEqual(
      resources<Location>(found.resource, 'Location').map(({ id }) => id),
      ['XA001'],
    );
    assert.equal((await get(`/Schedule/${inB ?? ''}`)).status, 200);
    assert.equal((await get(`/Schedule/${inC ?? ''}`)).status, 404);
    assert.equal(refusalIn(await get('/Schedule')), '422 INVALID_PARAMETER');
  });

  void test('one patient by NHS number, exactly; never how to reach them', async () => {
    const [{ nhs } = { nhs: '' }] = await standing<{ nhs: string }>(
      base.owner,
      sql`select p.nhs_number as nhs from patients.patient p where p.id = ${patients[0]}`,
    );
    const { resource } = await get(`/Patient?identifier=https://fhir.nhs.uk/Id/nhs-number|${nhs}`);
    const [patient] = resources<Patient>(resource);
    assert.equal(patient?.id, patients[0]);
    assert.deepEqual([patient?.telecom, patient?.address], [undefined, undefined]);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const payload = new URLSearchParams({ identifier: `https://fhir.nhs.uk/Id/nhs-number|${nhs}` }).toString();
    const posted = await ask(all, { method: 'POST', url: `${root}/Patient/_search`, headers: form, payload });
    assert.deepEqual(
      resources(posted.resource).map(({ id }) => id),
      [patients[0]],
    );
    assert.equal((await get(`/Patient/${patients[0] ?? ''}`)).status, 200);
    assert.equal((await get(`/Patient/${world.patientOfC}`)).status, 404);
    assert.equal(
      refusalIn(await get('/Patient?identifier=https://fhir.nhs.uk/Id/nhs-number|9990000000')),
      '422 INVALID_NHS_NUMBER',
    );
    assert.equal(refusalIn(await get(`/Patient?identifier=${nhs}`)), '422 INVALID_IDENTIFIER_SYSTEM');
    assert.equal(refusalIn(await get('/Patient?family=Family')), '422 INVALID_PARAMETER');
    const who = await standing<{ who: string }>(
      base.owner,
      sql`select distinct e.person_name || ' ' || e.role as who from audit.event e
        where e.action like 'fhir-%' and e.kind = 'read' and e.class = 'patient'`,
    );
    assert.deepEqual(who, [{ who: 'NHS 111 client' }]);
  });

  void test('nothing without a token that is good for it', async () => {
    const url = `${root}/Organization`;
    assert.equal(refusalIn(await ask({ app }, { method: 'GET', url })), '401 ACCESS_DENIED');
    assert.equal(refusalIn(await ask({ app, token: 'made-up' }, { method: 'GET', url })), '401 ACCESS_DENIED');
    const narrow = await tokenFor(made, client, 'system/Slot.read');
    const refused = await ask({ app, token: narrow }, { method: 'GET', url });
    assert.equal(refusalIn(refused), '403 ACCESS_DENIED');
    assert.match(String(refused.headers['www-authenticate']), /insufficient_scope/);
    const { resource } = await ask(
      { app, token: narrow },
      {
        method: 'GET',
        url: `${root}/Slot?status=free&_include=Slot:schedule&_include:iterate=Schedule:actor&${window}`,
      },
    );
    assert.deepEqual(
      new Set(resources(resource).map(({ resourceType }) => resourceType)),
      new Set(['Slot', 'Schedule']),
    );
    const gone = await newClient(db, { groupId, name: 'Gone', scopes: ['system/Organization.read'] });
    const held = await tokenFor(made, gone);
    assert.equal((await ask({ app, token: held }, { method: 'GET', url })).status, 200);
    await revokeClient({ db, actor: systemActor('test', groupId), act: { action: 'revoke-client' } }, gone.id);
    assert.equal(refusalIn(await ask({ app, token: held }, { method: 'GET', url })), '401 ACCESS_DENIED');
    await base.owner.rows(
      sql`update platform.client_token set expires_at = now() where client_id = ${client.id} and scopes = '{system/Slot.read}'`,
    );
    assert.equal((await ask({ app, token: narrow }, { method: 'GET', url: `${root}/Slot` })).status, 401);
  });

  void test('every route for programs is shut to everybody else', async () => {
    const shut = app.declaredRoutes.filter(({ permission }) => 'scopes' in permission);
    assert.ok(shut.length > 20, `${shut.length} routes`);
    const nothing = await tokenFor(
      made,
      await newClient(db, { groupId, name: 'Nearly nothing', scopes: ['system/Organization.read'] }),
    );
    for (const { method, url, permission } of shut) {
      const options = {
        method: method as 'GET',
        url: url.replace(':id', 'x'),
        ...(method === 'GET' ? {} : { payload: {} }),
      };
      // What is not FHIR refuses in words of its own.
      const status = async (token?: string): Promise<number> => {
        if (url.startsWith(root)) return (await ask(token === undefined ? { app } : { app, token }, options)).status;
        const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
        return (await app.inject({ ...options, headers })).statusCode;
      };
      assert.equal(await status(), 401, `${method} ${url}`);
      const opened = 'scopes' in permission && permission.scopes.includes('system/Organization.read');
      if (!opened) assert.equal(await status(nothing), 403, `${method} ${url}`);
    }
  });

  void test('whatever is wrong with a request is said as an OperationOutcome', async () => {
    assert.equal(refusalIn(await get('/Observation')), '404 NO_RECORD_FOUND');
    assert.equal(refusalIn(await ask(all, { method: 'DELETE', url: `${root}/Slot/x` })), '405 BAD_REQUEST');
    assert.equal(refusalIn(await get('/Organization', { accept: 'application/fhir+xml' })), '406 BAD_REQUEST');
    assert.equal(refusalIn(await get('/Organization?_format=xml')), '406 BAD_REQUEST');
    assert.equal((await get('/Organization?_format=application/fhir%2Bjson')).status, 200);
    const search = (payload: string, type: string) =>
      ask(all, { method: 'POST', url: `${root}/Patient/_search`, headers: { 'content-type': type }, payload });
    assert.equal(refusalIn(await search('<xml/>', 'application/fhir+xml')), '415 BAD_REQUEST');
    assert.equal(refusalIn(await search('{"a":1}', 'application/fhir+json')), '415 BAD_REQUEST');
    assert.equal(refusalIn(await search('{"a":', 'application/fhir+json')), '400 BAD_REQUEST');
    assert.equal(
      refusalIn(await search(`${'['.repeat(50_000)}${']'.repeat(50_000)}`, 'application/fhir+json')),
      '400 BAD_REQUEST',
    );
    assert.equal(refusalIn(await search(`"${'a'.repeat(300_000)}"`, 'application/fhir+json')), '413 BAD_REQUEST');
  });

  void test('the names a program gives its requests are sent back', async () => {
    const { headers } = await get('/Organization', { 'x-request-id': 'c1ab3fba', 'x-correlation-id': 'not fit: é' });
    assert.equal(headers['x-request-id'], 'c1ab3fba');
    assert.equal(headers['x-correlation-id'], undefined);
  });

  void test('too many requests are told to wait, in FHIR too', async () => {
    const hurried = await testApp(base, { requestsPerMinute: 2 });
    const once = () => ask({ app: hurried.app }, { method: 'GET', url: `${root}/metadata` });
    await once();
    await once();
    const late = await once();
    assert.equal(refusalIn(late), '429 TOO_MANY_REQUESTS');
    assert.ok(Number(late.headers['retry-after']) > 0);
  });

  void test('the validators see a fault that the other misses', () => {
    assert.ok(faultsOf({ resourceType: 'Slot', start: '2026-01-01T09:00:00Z' } as unknown as Slot).length > 0);
    assert.ok(faultsOf({ resourceType: 'Patient', birthDate: 'yesterday' }).length > 0);
  });
});
