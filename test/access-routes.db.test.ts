import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { openSession } from '#platform/auth/session-store.ts';
import { sql } from '#platform/db/sql.ts';
import type { DeclaredRoute } from '#platform/http/routes.ts';
import { buildApp } from '../src/app.ts';
import { testDatabase } from './support/database.ts';
import { agreedPermissions } from './support/permissions.ts';
import { arrange } from './support/world.ts';

const group = '01900001-0000-7000-8000-000000000001';
const practice = 'Z10000';
const atPractice = ['practice_manager', 'partner'];
const refusal = 'You cannot open this';

/** Somebody signed in under one role, or with a role that ended yesterday. */
interface SignedIn {
  readonly role: string;
  readonly cookie: string;
  readonly csrf: string;
}

describe('Every route is for the roles it names', async () => {
  const { db, owner } = await testDatabase();
  const people: SignedIn[] = [];
  let app: FastifyInstance;
  let routes: DeclaredRoute[] = [];

  before(async () => {
    await owner.rows(sql`insert into network.practice (id, name, source) values (${practice}, 'Elm Street', 'test')`);
    await owner.rows(
      sql`insert into network.group (id, name, legal_shape, fictional) values (${group}, 'Group', 'network', true)`,
    );
    const roles = await db.rows<{ code: string }>(
      sql`select r.code from network.role r where r.code not in ('client', 'patient') order by r.code`,
    );
    for (const { code } of roles) people.push(await signIn(code, { ended: false }));
    people.push(await signInPatient());
    app = await buildApp({
      db,
      events: { subscribe: () => () => false, close: async () => undefined },
      publicUrl: 'http://localhost:3000',
      demonstration: false,
      provider: {
        issuer: 'http://localhost:9',
        clientId: 'test',
        clientSecret: 'test',
        redirectUri: 'http://localhost:3000/sign-in/callback',
      },
      idleMinutes: 15,
      sessionHours: 10,
      requestsPerMinute: 1_000_000,
      logLevel: 'silent',
    });
    await app.ready();
    routes = app.declaredRoutes.filter(({ permission }) => 'roles' in permission);
  });
  after(() => app.close());

  async function signIn(role: string, { ended }: { ended: boolean }): Promise<SignedIn> {
    const personId = crypto.randomUUID();
    await owner.rows(sql`insert into network.person (id, group_id, name) values (${personId}, ${group}, ${role})`);
    await owner.rows(sql`insert into network.role_held (id, person_id, group_id, practice_id, role, valid_from, valid_to)
      values (${crypto.randomUUID()}, ${personId}, ${group}, ${atPractice.includes(role) ? practice : null}, ${role},
        platform.today() - 30, ${ended ? sql`platform.today()` : null})`);
    const token = await openSession(db, { personId, roleHeldId: null, hours: 1 });
    const { csrf } = await owner.one<{ csrf: string }>(
      sql`select s.csrf from platform.session s where s.person_id = ${personId}`,
    );
    return { role, cookie: `superpractice=${token}`, csrf };
  }

  async function signInPatient(): Promise<SignedIn> {
    const personId = crypto.randomUUID();
    await arrange(owner, async (run) => {
      await run(sql`insert into network.group_practice values (${group}, ${practice}, '2020-01-01')`);
      await run(sql`insert into patients.patient (id, practice_id, given_name, family_name, family_key, birth_date, sex, registered_from)
        values (${personId}, ${practice}, 'Ada', 'Lowe', 'lowe', '1980-01-01', 'female', '2020-01-01')`);
    });
    const token = await openSession(db, { personId, roleHeldId: null, hours: 1, patient: true });
    const { csrf } = await owner.one<{ csrf: string }>(
      sql`select s.csrf from platform.session s where s.person_id = ${personId}`,
    );
    return { role: 'patient', cookie: `superpractice=${token}`, csrf };
  }

  const addressOf = ({ url }: DeclaredRoute): string =>
    url
      .replaceAll(/:practice\w*/g, practice)
      .replaceAll(/:service\w*/g, 'hub_booking')
      .replaceAll(/:\w+/g, '01900009-0000-7000-8000-000000000009')
      .replaceAll('*', 'x');

  /** A status and a title. A live screen goes on sending: having begun, it has let the caller in. */
  async function ask(
    asked: DeclaredRoute,
    headers: Record<string, string>,
  ): Promise<{ status: number; title: string }> {
    const method = asked.method as 'GET' | 'POST';
    const body = method === 'POST' ? { payload: {} } : {};
    const reply = await app.inject({ method, url: addressOf(asked), headers, payloadAsStream: true, ...body });
    const type = reply.headers['content-type'] ?? '';
    const stream = reply.stream();
    if (!type.startsWith('application/problem+json')) {
      stream.destroy();
      return { status: reply.statusCode, title: '' };
    }
    const parts = await Array.fromAsync(stream as AsyncIterable<Buffer>);
    const { title } = JSON.parse(Buffer.concat(parts).toString()) as { title: string };
    return { status: reply.statusCode, title };
  }

  const allowed = (asked: DeclaredRoute, role: string): boolean =>
    'roles' in asked.permission && asked.permission.roles.includes(role);
  const says = ({ method, url }: DeclaredRoute): string => `${method} ${url}`;

  test('there are routes, and every role of them is one there is', () => {
    assert.ok(routes.length > 5, `${routes.length} routes`);
    const known = new Set(people.map(({ role }) => role));
    for (const asked of routes) {
      const unknown = 'roles' in asked.permission ? asked.permission.roles.filter((role) => !known.has(role)) : [];
      assert.deepEqual(unknown, [], says(asked));
    }
  });

  test('each permission is held by the roles agreed for it, and by no other', () => {
    const held = new Map(
      routes.flatMap(({ permission }) =>
        'roles' in permission ? [[permission.name, permission.roles.toSorted()]] : [],
      ),
    );
    assert.deepEqual(
      Object.fromEntries(held),
      Object.fromEntries(Object.entries(agreedPermissions).map(([name, roles]) => [name, roles.toSorted()])),
    );
  });

  test('each role is let in by the routes that name it, and refused by all others', async (t) => {
    const faults: string[] = [];
    for (const asked of routes) {
      for (const { role, cookie, csrf } of people) {
        const { status, title } = await ask(asked, { cookie, 'x-csrf-token': csrf });
        const refused = status === 403 && title === refusal;
        if (refused === allowed(asked, role)) faults.push(`${says(asked)} answers ${role} with ${status} ${title}`);
        else if (status >= 500) faults.push(`${says(asked)} fails for ${role} with ${status}`);
      }
    }
    t.diagnostic(`${routes.length} routes × ${people.length} roles`);
    assert.deepEqual(faults, []);
  });

  test('nobody is let in without signing in', async () => {
    for (const asked of routes) {
      assert.equal((await ask(asked, {})).status, 401, says(asked));
      assert.equal((await ask(asked, { accept: 'text/html' })).status, 303, says(asked));
    }
  });

  test('nobody is let in with a role that has ended today', async () => {
    for (const role of ['administrator', 'practice_manager', 'clinician']) {
      const { cookie, csrf } = await signIn(role, { ended: true });
      for (const asked of routes) {
        const { status, title } = await ask(asked, { cookie, 'x-csrf-token': csrf });
        assert.deepEqual([status, title], [403, refusal], says(asked));
      }
    }
  });

  test('nobody is let in while their screen is locked', async () => {
    const { cookie, csrf } = await signIn('auditor', { ended: false });
    await owner.rows(sql`update platform.session set locked_at = now() where csrf = ${csrf}`);
    for (const asked of routes.filter(({ method }) => method === 'GET'))
      assert.equal((await ask(asked, { cookie })).status, 401, says(asked));
  });

  test('a form is taken only with the token of its session, and from our own pages', async () => {
    for (const asked of routes.filter(({ method }) => method !== 'GET')) {
      const person = people.find(({ role }) => allowed(asked, role));
      const other = people.find((each) => each !== person);
      assert.ok(person && other);
      const { cookie, csrf } = person;
      for (const headers of [
        { cookie },
        { cookie, 'x-csrf-token': other.csrf },
        { cookie, 'x-csrf-token': csrf, origin: 'https://example.org' },
      ]) {
        const { status, title } = await ask(asked, headers);
        assert.deepEqual([status, title], [403, 'This form is out of date'], says(asked));
      }
    }
  });
});
