import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { DeclaredRoute } from '#platform/http/routes.ts';
import { testApp } from './support/app.ts';
import { callAbout } from './support/calls.ts';
import { testDatabase } from './support/database.ts';
import { somebody } from './support/more-people.ts';
import { signIn, signInPatient, type SignedIn } from './support/signed-in.ts';
import { openSessionFor, smallWorld } from './support/world.ts';

const nobody = '01900009-0000-7000-8000-000000000009';
/** What nobody types and programs send: each was once answered by a fault of ours. */
const odd = ['\u0000', '1e309', '9999-12-31', '0000-01-01', '2026-02-30', '"', '%', '-1', nobody];

describe('Whatever stands in an address or a form, the answer is never a fault of ours', async () => {
  const base = await testDatabase();
  const world = await smallWorld(base, { patients: 2 });
  const { app } = await testApp(base);
  const tomorrow = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 1 }).withPlainTime('09:00');
  const clinician = world.clinicians[0] ?? '';
  const session = await openSessionFor(base, { n: 1, clinician, startsAt: tomorrow.toInstant(), minutes: 180 });
  const people = new Map<string, SignedIn>();
  const roles = ['workforce', 'finance', 'governance', 'practice_manager', 'partner', 'auditor', 'administrator'];
  for (const [at, role] of roles.entries()) {
    const practiceId = role === 'practice_manager' || role === 'partner' ? 'XA001' : null;
    people.set(role, await signIn(app, base.db, await somebody(base, world, { n: 50 + at, role, practiceId })));
  }
  for (const role of ['navigator', 'clinician', 'operations'] as const)
    people.set(role, await signIn(app, base.db, world.actors[role]));
  people.set('patient', await signInPatient(app, base.db, world.patients[0] ?? ''));
  const navigator = people.get('navigator');
  assert.ok(navigator);
  const call = (await callAbout(navigator, world.patients[0], { words: 'I need a sick note' })).split('/').at(-1) ?? '';

  const addressOf = ({ url }: DeclaredRoute): string =>
    url
      .replaceAll(/:practice\w*/g, 'XA001')
      .replaceAll(/:service\w*/g, 'hub_booking')
      .replace(/^\/calls\/:id/, `/calls/${call}`)
      .replaceAll(/:session\w*/g, session)
      .replaceAll(/:version\w*/g, '1')
      .replaceAll(/:\w+/g, nobody)
      .replaceAll('*', 'x');
  const asking = ({ permission }: DeclaredRoute): SignedIn | undefined =>
    'roles' in permission ? permission.roles.map((role) => people.get(role)).find(Boolean) : undefined;
  const namesOf = (part: { properties?: object } | undefined): string[] => Object.keys(part?.properties ?? {});
  const ends = /\/(?:live|events|stream)$|^\/(?:lock|sign-out)/;
  const routes = app.declaredRoutes.filter((route) => asking(route) && !ends.test(route.url));

  test('in no part of an address', async (t) => {
    const faults: string[] = [];
    let asked = 0;
    for (const one of routes.filter(({ method }) => method === 'GET'))
      for (const name of namesOf(one.schema.querystring))
        for (const value of odd) {
          const url = `${addressOf(one)}?${new URLSearchParams({ [name]: value }).toString()}`;
          const reply = await asking(one)?.get(url);
          asked += 1;
          if (reply && reply.statusCode >= 500)
            faults.push(`${one.url} with ${name}=${JSON.stringify(value)}: ${reply.statusCode}`);
        }
    t.diagnostic(`${asked} addresses`);
    assert.ok(asked > 300);
    assert.deepEqual(faults, []);
  });

  test('in no field of a form, nor in all of them', async (t) => {
    const faults: string[] = [];
    let sent = 0;
    for (const one of routes.filter(({ method }) => method === 'POST')) {
      const names = namesOf(one.schema.body);
      for (const value of odd) {
        const fields = Object.fromEntries(names.map((name) => [name, value]));
        const reply = await asking(one)?.post(addressOf(one), fields);
        sent += 1;
        if (reply && reply.statusCode >= 500)
          faults.push(`${one.url} with ${JSON.stringify(value)}: ${reply.statusCode}`);
      }
    }
    t.diagnostic(`${sent} forms`);
    assert.ok(sent > 500);
    assert.deepEqual(faults, []);
  });
});
