import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { arrange, as, id, smallWorld, standing, type World } from '../../../../test/support/world.ts';
import { readGpConnect, type Answered } from '../commands/gp-connect.ts';
import { namesIn, unverifiedLimits } from '../queries/book.ts';
import { readSlots } from './answer.ts';
import { searchSlots, type GpConnectRequest, type GpConnectSource } from './request.ts';

const now = Temporal.Now.instant();
const day = now.toZonedDateTimeISO('Europe/London').toPlainDate().add({ days: 3 }).toString();
const source: GpConnectSource = {
  ...{
    address: 'https://proxy.example.invalid/https://provider.example.invalid/A00001/STU3/1',
    from: '200000000001',
    to: '200000000002',
  },
  organisation: { ods: 'XA001', name: 'Practice 1' },
};

// Answers written after the specification (GP Connect Appointment Management, STU3), not recorded from any provider.
const slot = (n: number, time: string) => ({
  resource: {
    ...{ resourceType: 'Slot', id: String(n), status: 'free', schedule: { reference: 'Schedule/14' } },
    extension: [
      {
        url: 'https://fhir.nhs.uk/STU3/StructureDefinition/Extension-GPConnect-DeliveryChannel-2',
        valueCode: 'In-person',
      },
    ],
    ...{ start: `${day}T${time}:00.000+00:00`, end: `${day}T${time.slice(0, 4)}9:59.000+00:00` },
  },
});
const around = [
  {
    resource: {
      resourceType: 'Schedule',
      id: '14',
      comment: 'Morning',
      actor: [{ reference: 'Location/17' }, { reference: 'Practitioner/2' }],
    },
  },
  {
    resource: {
      ...{ resourceType: 'Practitioner', id: '2', name: [{ family: 'Gilbert', given: ['Nichole'] }] },
      identifier: [{ system: 'https://fhir.nhs.uk/Id/sds-user-id', value: 'G13579135' }],
    },
  },
  { resource: { resourceType: 'Location', id: '17', name: 'The surgery' } },
];
const bundle = (...slots: object[]): Answered => ({
  status: 200,
  body: JSON.stringify({
    resourceType: 'Bundle',
    type: 'searchset',
    entry: slots.length > 0 ? [...slots, ...around] : [],
  }),
});
const refusal: Answered = {
  status: 422,
  body: JSON.stringify({
    resourceType: 'OperationOutcome',
    issue: [
      {
        severity: 'error',
        code: 'invalid',
        details: { coding: [{ code: 'INVALID_PARAMETER', display: 'Invalid parameter' }] },
      },
    ],
  }),
};

describe('A GP Connect appointment source', async () => {
  const database = await testDatabase();
  const { db, owner } = database;
  const book = id(41, 1);
  let world: World;
  let asked: GpConnectRequest | undefined;

  before(async () => {
    world = await smallWorld(database);
    await arrange(owner, async (run) => {
      await run(sql`insert into access.book (id, group_id, practice_id, name, kind, bookable, source)
        values (${book}, ${world.groupId}, 'XA001', 'GP Connect', 'gp_connect', true, ${JSON.stringify(source)}::jsonb)`);
    });
  });

  const read = (answer: Answered | Error) =>
    readGpConnect(as(db, world.actors.operations), book, {
      now: Temporal.Now.instant(),
      get: (request) => {
        asked = request;
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
      },
    });

  test('is asked for free slots of two weeks at most, with who asks and why', async () => {
    const done = await read(bundle(slot(1, '09:00'), slot(2, '09:10')));
    assert.ok(done.ok, JSON.stringify(done));
    assert.deepEqual([done.value.added, done.value.slots], [2, 2]);
    const url = new URL(asked?.url ?? '');
    assert.ok(url.href.startsWith(`${source.address}/Slot?start=ge`));
    assert.deepEqual([url.searchParams.get('status'), url.searchParams.get('_include')], ['free', 'Slot:schedule']);
    const days = Temporal.PlainDate.from((url.searchParams.get('start') ?? '').slice(2)).until(
      (url.searchParams.get('end') ?? '').slice(2),
    ).days;
    assert.equal(days, 13);
    const headers = asked?.headers ?? {};
    assert.deepEqual([headers['Ssp-From'], headers['Ssp-To']], ['200000000001', '200000000002']);
    assert.equal(headers['Ssp-InteractionID'], 'urn:nhs:names:services:gpconnect:fhir:rest:search:slot-1');
    const [head = '', claims = '', signature] = (headers['authorization'] ?? '').replace('Bearer ', '').split('.');
    const open = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
    assert.deepEqual(open(head), { alg: 'none', typ: 'JWT' });
    assert.deepEqual([signature, open(claims)['reason_for_request']], ['', 'directcare']);
    assert.equal(Number(open(claims)['exp']) - Number(open(claims)['iat']), 300);
  });

  test('is reconciled as an export is, and its practitioners are matched by a person', async () => {
    const again = await read(bundle(slot(2, '09:10'), slot(3, '09:20')));
    assert.ok(again.ok);
    assert.deepEqual([again.value.added, again.value.gone, again.value.same], [1, 1, 1]);
    const names = await transaction(as(db, world.actors.operations), (tx) => namesIn(tx, book));
    assert.deepEqual(
      names.map(({ sourceName }) => sourceName),
      ['Gilbert, Nichole (G13579135)'],
    );
    const [length] = await standing<{ minutes: number }>(
      owner,
      sql`select (extract(epoch from ends_at - starts_at) / 60)::integer as minutes from access.book_entry limit 1`,
    );
    assert.equal(length?.minutes, 10);
  });

  test('that refuses, is not sound or is not reached changes nothing', async () => {
    const kept = await standing(owner, sql`select * from access.book_entry order by id`);
    const kind = async (answer: Answered | Error) => {
      const done = await read(answer);
      return done.ok ? 'read' : done.error;
    };
    assert.deepEqual(await kind(refusal), { kind: 'refused', status: 422, says: 'Invalid parameter' });
    assert.deepEqual(await kind({ status: 502, body: '<html>' }), { kind: 'refused', status: 502, says: '' });
    assert.deepEqual(await kind({ status: 200, body: '<html>' }), { kind: 'not-fhir' });
    assert.deepEqual(await kind(bundle({ resource: { resourceType: 'Slot', id: '9', status: 'busy' } })), {
      kind: 'not-sound',
      what: 'Slot/9',
    });
    assert.deepEqual(await kind(new Error('no route')), { kind: 'unreachable' });
    assert.deepEqual(await standing(owner, sql`select * from access.book_entry order by id`), kept);
  });

  test('with nothing free takes its places away, and verifies no limit: it does not tell what is taken', async () => {
    const none = await read(bundle());
    assert.ok(none.ok && none.value.gone === 2, JSON.stringify(none));
    const [name] = await transaction(as(db, world.actors.operations), (tx) => namesIn(tx, book));
    await transaction(as(db, world.actors.operations), (tx) =>
      tx.rows(sql`select access.match_clinician(${name?.id ?? ''}, ${world.clinicians[0] ?? ''}, false)`),
    );
    const unverified = await transaction(as(db, world.actors.operations), (tx) => unverifiedLimits(tx));
    assert.deepEqual([...unverified.keys()], [world.clinicians[0]]);
  });

  test('keeps its answers apart from its query: a slot is named by its own id, in London or any other time', () => {
    const summer = readSlots(
      200,
      bundle({
        resource: {
          ...slot(7, '09:00').resource,
          start: '2026-07-01T09:00:00+01:00',
          end: '2026-07-01T09:09:59+01:00',
        },
      }).body,
    );
    assert.ok(summer.ok && String(summer.value[0]?.startsAt) === '2026-07-01T08:00:00Z');
    assert.equal(summer.value[0]?.key, 'Slot/7');
    const days = { from: Temporal.PlainDate.from('2026-07-01'), to: Temporal.PlainDate.from('2026-07-14') };
    const call = { trace: 'x', now, program: 'superpractice' };
    assert.ok(searchSlots({ ...source, address: `${source.address}/` }, days, call).url.includes('/STU3/1/Slot?'));
  });
});
