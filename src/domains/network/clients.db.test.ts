import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { exportJWK, generateKeyPair } from 'jose';
import { systemActor } from '#platform/auth/actor.ts';
import { clientActor } from '#platform/auth/clients.ts';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import { testApp } from '../../../test/support/app.ts';
import { assertion, askToken, newClient, tokenFields, type TestClient } from '../../../test/support/client.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { smallWorld } from '../../../test/support/world.ts';
import { createClient, revokeClient } from './commands/clients.ts';
import { clientKnown } from './queries/clients.ts';

const scopes = ['system/Slot.read', 'system/Appointment.read'];

void describe('Connected programs', async () => {
  const base = await testDatabase();
  const { db } = base;
  const { groupId, actors } = await smallWorld(base);
  const { app, url } = await testApp(base);
  const system = { db, actor: systemActor('test', groupId), act: { action: 'test-clients' } };
  const audience = `${url}/oauth2/token`;
  let n = 0;
  const fresh = (): Promise<TestClient> => newClient(db, { groupId, name: `Program ${(n += 1)}`, scopes });
  const refusal = async (fields: Record<string, string>): Promise<string> => {
    const reply = await askToken(app, fields);
    const { error } = reply.json<{ error: string }>();
    return `${reply.statusCode} ${error}`;
  };

  void test('a program that signs with its own key is given a token for what it asks', async () => {
    const client = await fresh();
    const reply = await askToken(app, tokenFields(await assertion(client, audience), 'system/Slot.read'));
    assert.equal(reply.statusCode, 200);
    const answer = reply.json<{ access_token: string; token_type: string; expires_in: number; scope: string }>();
    assert.deepEqual([answer.token_type, answer.expires_in, answer.scope], ['Bearer', 600, 'system/Slot.read']);
    assert.equal(reply.headers['cache-control'], 'no-store');
    const kept = await db.rows(
      sql`select from platform.client_token t where encode(t.token_hash, 'escape') = ${answer.access_token}`,
    );
    assert.equal(kept.length, 0, 'the token itself is not kept');
  });

  void test('an assertion is taken once, also by callers at the same instant', async () => {
    const client = await fresh();
    const fields = tokenFields(await assertion(client, audience));
    const replies = await Promise.all(Array.from({ length: 6 }, () => askToken(app, fields)));
    assert.equal(replies.filter(({ statusCode }) => statusCode === 200).length, 1);
  });

  void test('what is signed for others, for too long, by nobody known or with another key is refused', async () => {
    const client = await fresh();
    const other = await fresh();
    const now = Math.floor(Temporal.Now.instant().epochMilliseconds / 1000);
    const signed = [
      await assertion(client, 'https://elsewhere.example/token'),
      await assertion(client, audience, { exp: now + 3600 }),
      await assertion(client, audience, { exp: now - 60 }),
      await assertion(client, audience, { jti: undefined }),
      await assertion(client, audience, { sub: other.id }),
      await assertion({ ...client, id: crypto.randomUUID() }, audience),
      await assertion({ ...client, id: 'nobody' }, audience),
      await assertion({ ...other, id: client.id }, audience),
      'not.a.token',
      '',
    ];
    for (const one of signed) assert.equal(await refusal(tokenFields(one)), '401 invalid_client');
  });

  void test('no other grant, proof or scope is taken', async () => {
    const client = await fresh();
    const fields = async () => tokenFields(await assertion(client, audience));
    assert.equal(await refusal({ ...(await fields()), grant_type: 'password' }), '400 unsupported_grant_type');
    assert.equal(await refusal({ ...(await fields()), client_assertion_type: 'secret' }), '400 invalid_request');
    assert.equal(await refusal({ ...(await fields()), client_id: crypto.randomUUID() }), '401 invalid_client');
    const beyond = { ...(await fields()), scope: 'system/Slot.read system/Patient.read' };
    assert.equal(await refusal(beyond), '400 invalid_scope');
    assert.equal(await refusal({ grant_type: 'client_credentials' }), '400 invalid_request');
  });

  void test('a revoked program is refused, and the database itself no longer lets it act', async () => {
    const client = await fresh();
    const known = await clientKnown(db, client.id);
    assert.ok(known);
    const acting = { db, actor: clientActor(known), act: { action: 'test-acting' } };
    await transaction(acting, async () => Promise.resolve());
    assert.ok(await revokeClient(system, client.id));
    assert.equal(await revokeClient(system, client.id), false);
    assert.equal(await refusal(tokenFields(await assertion(client, audience))), '401 invalid_client');
    await assert.rejects(
      transaction(acting, async () => Promise.resolve()),
      /the client is revoked/,
    );
  });

  void test('the database knows a program’s name, role and group whatever the app says', async () => {
    const client = await fresh();
    const actor = { ...systemActor('an administrator', crypto.randomUUID()), clientId: client.id };
    const seen = await transaction({ db, actor, act: { action: 'test-acting' } }, (tx) =>
      tx.one<{ role: string; name: string; group: string; patients: string[] }>(sql`
        select platform.current_role_name() as role, current_setting('sp.name') as name, platform.current_group() as group,
          platform.sees('patient') as patients`),
    );
    assert.deepEqual([seen.role, seen.group], ['client', groupId]);
    assert.match(seen.name, /^Program /);
    assert.deepEqual([...seen.patients].sort(), ['XA001', 'XA002'], 'what has joined hub booking, and nothing else');
  });

  void test('only administrators and the system let programs in, and nobody acts as one', async () => {
    const [first] = await db.rows<{ id: string }>(sql`select gen_random_uuid() as id`);
    const navigator = { db, actor: actors.navigator, act: { action: 'test-clients' } };
    await assert.rejects(createClient(navigator, { name: 'Smuggled', scopes }), /row-level security/);
    await assert.rejects(
      base.owner.rows(
        sql`insert into network.role_held values (${first?.id}, ${actors.navigator.personId}, ${groupId}, null, null, 'client', '2020-01-01')`,
      ),
      /held_by_people/,
    );
  });

  void test('a program brings its own public key, and never a private or a weak one', async () => {
    const create = (jwk: unknown) => createClient(system, { name: `Own key ${(n += 1)}`, scopes, jwk });
    const pair = await generateKeyPair('ES384', { extractable: true });
    const own = await create(await exportJWK(pair.publicKey));
    assert.ok(own.ok);
    assert.equal(own.value.privateKey, null);
    for (const wrong of [
      await exportJWK(pair.privateKey),
      { kty: 'oct', k: 'c2VjcmV0' },
      {},
      null,
      { keys: [] },
      { kty: 'RSA', n: 'AQAB', e: 'AQAB' },
    ])
      assert.equal((await create(wrong)).ok, false, JSON.stringify(wrong));
  });

  void test('a name is used once, and scopes are those there are', async () => {
    const wanted = { name: 'Once', scopes };
    assert.ok((await createClient(system, wanted)).ok);
    assert.deepEqual(await createClient(system, wanted), { ok: false, error: { kind: 'name-taken', name: 'Once' } });
    const beyond = await createClient(system, { name: 'Beyond', scopes: ['system/*.*'] });
    assert.deepEqual(beyond, { ok: false, error: { kind: 'no-such-scope', scope: 'system/*.*' } });
    assert.equal((await createClient(system, { name: 'None', scopes: [] })).ok, false);
  });
});
