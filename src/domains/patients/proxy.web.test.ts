import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { testApp } from '../../../test/support/app.ts';
import { page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn, signInPatient } from '../../../test/support/signed-in.ts';
import { smallWorld, standing } from '../../../test/support/world.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 3 });
const { app, url, listen } = await testApp(base);
const navigator = await signIn(app, base.db, world.actors.navigator);
const [patient = '', carer = ''] = world.patients;
const [{ number } = { number: '' }] = await standing<{ number: string }>(
  base.owner,
  sql`select nhs_number as number from patients.patient where id = ${carer}`,
);

describe('Recorded consent', () => {
  const given = { nhs_number: number, relation: 'carer', consent: 'own', note: 'She said so at the desk' };

  test('opens the patient to whoever acts, by the practice alone, and ends the day it is ended', async () => {
    const acts = await signInPatient(app, base.db, carer);
    assert.doesNotMatch(await page(acts, '/my'), /Given 1 Family/);
    assert.equal((await navigator.post(`/patients/${patient}/acting`, given)).statusCode, 303);
    assert.match(await page(acts, '/my'), /Given 1 Family/);
    const list = await page(navigator, `/patients/${patient}/acting`);
    assert.match(list, /She said so at the desk/);
    const id = /name="id" value="([^"]+)"/.exec(list)?.[1] ?? '';
    assert.equal((await navigator.post(`/patients/${patient}/acting/end`, { id })).statusCode, 303);
    assert.doesNotMatch(await page(acts, '/my'), /Given 1 Family/);
    const hub = await signIn(app, base.db, world.actors.hubNavigator);
    assert.equal((await hub.post(`/patients/${patient}/acting`, given)).statusCode, 422);
  });

  test('is refused without what shows it, for themself, for nobody, and where it does not fit who they are', async () => {
    const [{ own } = { own: '' }] = await standing<{ own: string }>(
      base.owner,
      sql`select nhs_number as own from patients.patient where id = ${patient}`,
    );
    for (const wrong of [
      { note: ' ' },
      { nhs_number: own },
      { nhs_number: '9000000009' },
      { nhs_number: 'x' },
      { consent: 'parental' },
      { consent: 'attorney' },
      { relation: '' },
    ])
      assert.equal(
        (await navigator.post(`/patients/${patient}/acting`, { ...given, ...wrong })).statusCode,
        422,
        JSON.stringify(wrong),
      );
  });
});

describe('Signing in with NHS login', () => {
  /** Walks through the demonstration's provider as a browser without scripts does. */
  async function walk(account: string): Promise<{ status: number; body: string; address: string }> {
    const jar = new Map<string, string>();
    let at = `${url}/my/sign-in/start?return=%2Fmy`;
    let body: URLSearchParams | undefined;
    for (let step = 0; step < 12; step += 1) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(at, {
        redirect: 'manual',
        headers: { cookie, accept: 'text/html' },
        ...(body ? { method: 'POST', body } : {}),
      });
      for (const set of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        if (value === '') jar.delete(name);
        else jar.set(name, value);
      }
      const to = answer.headers.get('location');
      const text = await answer.text();
      body = undefined;
      if (to !== null) at = new URL(to, at).href;
      else if (text.includes('name="person"')) body = new URLSearchParams({ person: account });
      else return { status: answer.status, body: text, address: new URL(at).pathname };
    }
    return assert.fail('the sign-in went round in circles');
  }

  test('lets in whose identity is proved and agrees with the list; others are told what to do', async () => {
    await listen();
    await base.owner.rows(
      sql`insert into platform.setting (key, value) values ('patient cast', ${JSON.stringify(world.patients.map((id, n) => ({ id, says: String(n) })))}::jsonb)`,
    );
    const home = await walk(patient);
    assert.deepEqual([home.status, home.address], [200, '/my']);
    assert.match(home.body, /Given 1 Family/);
    const low = await walk(`${patient} P5`);
    assert.equal(low.status, 403);
    assert.match(low.body, /Prove who you are/);
    const [found] = await base.db.rows<{ agrees: boolean }>(
      sql`select agrees from patients.recognised(${number}, '1900-01-01', 'family')`,
    );
    assert.equal(found?.agrees, false, 'another birth date is another person');
  });
});
