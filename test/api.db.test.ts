import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import type { LightMyRequestResponse } from 'fastify';
import { sql } from '#platform/db/sql.ts';
import { testApp } from './support/app.ts';
import { newClient, tokenFor } from './support/client.ts';
import { testDatabase } from './support/database.ts';
import { smallWorld } from './support/world.ts';

interface Answer {
  readonly id: string;
  readonly status: string;
  readonly identified: boolean;
  readonly answerBy: string | null;
  readonly redFlag: { readonly advice: string } | null;
}

describe('Programs speak JSON of what FHIR has no word for', async () => {
  const base = await testDatabase();
  const { app, url } = await testApp(base);
  const world = await smallWorld(base, { patients: 4 });
  const { groupId } = world;
  let token = '';
  let other = '';
  let dayOnly = '';
  let number = '';

  const send = (
    body: object,
    { key, as = token }: { key?: string; as?: string } = {},
  ): Promise<LightMyRequestResponse> =>
    app.inject({
      method: 'POST',
      url: '/api/v1/requests',
      headers: { authorization: `Bearer ${as}`, 'idempotency-key': key ?? crypto.randomUUID() },
      payload: body,
    });
  const get = (path: string, as = token): Promise<LightMyRequestResponse> =>
    app.inject({ method: 'GET', url: `/api/v1${path}`, headers: { authorization: `Bearer ${as}` } });
  const request = (more: object = {}): object => ({
    practice: 'XA001',
    channel: 'online',
    words: 'My verruca is back',
    ...more,
  });

  before(async () => {
    const program = (name: string, scopes: string[]) => newClient(base.db, { groupId, name, scopes });
    token = await tokenFor({ app, url }, await program('Online form', ['requests.write']));
    other = await tokenFor({ app, url }, await program('Another form', ['requests.read', 'requests.write']));
    dayOnly = await tokenFor({ app, url }, await program('Dashboard', ['day.read']));
    const [patient] = await base.owner.rows<{ number: string }>(
      sql`select nhs_number as number from patients.patient where id = ${world.patients[0] ?? ''}`,
    );
    number = patient?.number ?? '';
    await base.owner.rows(
      sql`update patients.patient set birth_date = '1980-02-03' where id = ${world.patients[0] ?? ''}`,
    );
  });

  test('the description is valid OpenAPI and names each route with its scope', async () => {
    const description = (await app.inject({ method: 'GET', url: '/api/v1/openapi.json' })).json<
      Record<string, unknown>
    >();
    const valid = await new Validator().validate(description);
    assert.ok(valid.valid, JSON.stringify(valid.errors));
    const paths = description['paths'] as Record<string, { post?: { security: unknown; responses: object } }>;
    assert.deepEqual(Object.keys(paths).sort(), [
      '/api/v1/day',
      '/api/v1/openapi.json',
      '/api/v1/requests',
      '/api/v1/requests/{id}',
    ]);
    const sending = new Map(Object.entries(paths)).get('/api/v1/requests')?.post;
    assert.deepEqual(sending?.security, [{ client: ['requests.write'] }]);
    assert.deepEqual(Object.keys(sending.responses), ['200', '201', '404', '409', '422']);
  });

  test('a request goes into the queue with its clock; sent again, the same key answers with the same request', async () => {
    const [first, again] = await Promise.all([send(request(), { key: 'one' }), send(request(), { key: 'one' })]);
    assert.deepEqual([first.statusCode, again.statusCode].sort(), [200, 201]);
    const made = first.json<Answer>();
    assert.equal(again.json<Answer>().id, made.id);
    assert.deepEqual([made.status, made.identified, made.redFlag], ['waiting', false, null]);
    assert.ok(made.answerBy);
    const used = await send(request({ words: 'Something else' }), { key: 'one' });
    assert.equal(used.statusCode, 409);
    assert.equal(used.headers['content-type'], 'application/problem+json; charset=utf-8');
    // Another program's keys are its own.
    assert.equal((await send(request(), { key: 'one', as: other })).statusCode, 201);
  });

  test('a danger in its words is raised at once and answered with what to say', async () => {
    const sent = await send(request({ words: 'crushing chest pain and my arm is numb' }));
    assert.equal(sent.statusCode, 201);
    const answer = sent.json<Answer>();
    assert.deepEqual([answer.status, answer.redFlag?.advice], ['red-flag', 'ambulance']);
    const flags = await base.owner.rows(
      sql`select 1 from access.red_flag where request_id = ${answer.id} and closed_at is null`,
    );
    assert.ok(flags.length > 0);
  });

  test('the patient is known where number and birth date agree, and nobody is guessed', async () => {
    const of = async (birthDate: string) =>
      (await send(request({ patient: { nhsNumber: number, birthDate } }))).json<Answer>();
    assert.equal((await of('1980-02-03')).identified, true);
    assert.equal((await of('1980-03-02')).identified, false);
    const wrong = await send(request({ patient: { nhsNumber: '9990000000', birthDate: '1980-02-03' } }));
    assert.equal(wrong.statusCode, 422);
    assert.doesNotMatch(wrong.body, /9990000000/);
  });

  test('what cannot be read is refused whole, and nothing is kept of it', async () => {
    const count = async () =>
      (await base.owner.one<{ n: number }>(sql`select count(*)::integer as n from access.request`)).n;
    const before = await count();
    for (const [body, status] of [
      [{}, 400],
      [request({ words: '' }), 422],
      [request({ words: 'x'.repeat(10_001) }), 400],
      [request({ words: ['a'] }), 400],
      [request({ channel: 'pigeon' }), 400],
      [request({ practice: 'XA003' }), 404],
      [request({ practice: 'ZZ999' }), 404],
      [request({ phone: 'not one' }), 422],
      [request({ surprise: true }), 400],
    ] as const)
      assert.equal((await send(body)).statusCode, status, JSON.stringify(body).slice(0, 60));
    const bare = await app.inject({
      method: 'POST',
      url: '/api/v1/requests',
      headers: { authorization: `Bearer ${token}` },
      payload: request(),
    });
    assert.equal(bare.statusCode, 400);
    assert.equal(await count(), before);
  });

  test('a program reads its own requests and nobody else’s', async () => {
    const { id } = (await send(request())).json<Answer>();
    assert.equal((await get(`/requests/${id}`)).json<Answer>().id, id);
    assert.equal((await get(`/requests/${id}`, other)).statusCode, 404);
    assert.equal((await get(`/requests/${id}`, dayOnly)).statusCode, 403);
    const nobody = await app.inject({ method: 'GET', url: `/api/v1/requests/${id}` });
    assert.equal(nobody.statusCode, 401);
    assert.match(String(nobody.headers['www-authenticate']), /^Bearer /);
  });

  test('the day is told in counts, of practices that have joined alone', async () => {
    const { practices } = (await get('/day', dayOnly)).json<{ practices: { practice: string; waiting: number }[] }>();
    assert.deepEqual(practices.map(({ practice }) => practice).sort(), ['XA001', 'XA002']);
    assert.ok((practices.find(({ practice }) => practice === 'XA001')?.waiting ?? 0) > 0);
    assert.equal((await get('/day')).statusCode, 403);
  });
});
