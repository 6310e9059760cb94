import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Actor } from '#platform/auth/actor.ts';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import { ok } from '#kernel/result.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { somebody } from '../../../test/support/more-people.ts';
import { firstProtocolData } from '../../../test/support/protocol.ts';
import { as, smallWorld, type World } from '../../../test/support/world.ts';
import { askPreview, runPreview } from './commands/preview.ts';
import {
  approveDraft,
  beginVersion,
  callOffStart,
  changeDraft,
  rollBack,
  startDraft,
  uploadDraft,
  withdrawDraft,
  type VersionKey,
} from './commands/protocol.ts';
import { withCase, withoutCase } from './protocol/edit.ts';
import type { Protocol } from './protocol/protocol.ts';
import { protocolAt, versionAt } from './queries/guidance.ts';
import { previewById, starts, versionById } from './queries/protocol.ts';

const shipped: VersionKey = { id: 'first', version: 1 };
const now = Temporal.Now.instant();

describe('A protocol of the group', async () => {
  const database = await testDatabase();
  const { db } = database;
  let world: World;
  let governance: Actor;
  let other: Actor;

  before(async () => {
    world = await smallWorld(database);
    governance = await somebody(database, world, { n: 31, role: 'governance' });
    other = await somebody(database, world, { n: 32, role: 'clinician' });
  });

  const gp = (): Actor => world.actors.groupClinician;
  const kindOf = <T>(result: { ok: true; value: T } | { ok: false; error: { kind: string } }): string =>
    result.ok ? 'done' : result.error.kind;
  const read = (key: VersionKey) =>
    transaction(as(db, governance), async (tx) => {
      const found = await versionById(tx, key);
      assert.ok(found);
      return found;
    });
  const draft = async (who = governance): Promise<VersionKey & { digest: string }> => {
    const started = await startDraft(as(db, who), shipped);
    assert.ok(started.ok);
    return { ...started.value, digest: (await read(started.value)).digest };
  };
  const change = async (key: VersionKey, who: Actor, change: (protocol: Protocol) => Protocol) =>
    changeDraft(as(db, who), { ...key, digest: (await read(key)).digest }, (protocol) => ok(change(protocol)));
  const approved = async (): Promise<VersionKey> => {
    const key = await draft();
    assert.equal(kindOf(await approveDraft(as(db, gp()), key)), 'done');
    return key;
  };
  const sooner = (protocol: Protocol): Protocol => ({
    ...protocol,
    rules: protocol.rules.map((rule) =>
      rule.id === 'ear-other' ? { ...rule, outcome: { ...rule.outcome, urgency: 'same-day' } } : rule,
    ),
  });

  test('is drafted as a copy, approved by another clinician who acts for the group, and takes their name as owner', async () => {
    const key = await draft();
    assert.equal((await read(key)).status, 'draft');
    assert.equal(kindOf(await approveDraft(as(db, gp()), key)), 'done');
    const { status, approvedByName, clinicalOwner, draftedByName } = await read(key);
    assert.deepEqual([status, approvedByName, clinicalOwner], ['approved', gp().name, gp().name]);
    assert.equal(draftedByName, governance.name);
    assert.equal(kindOf(await approveDraft(as(db, other), key)), 'decided');
    assert.equal(kindOf(await change(key, governance, sooner)), 'decided');
  });

  test('is not approved by whoever drafted or changed it, by no clinician, and not by a role of one practice', async () => {
    const own = await draft(gp());
    assert.equal(kindOf(await approveDraft(as(db, gp()), own)), 'two-people');
    const helped = await draft();
    assert.equal(kindOf(await change(helped, gp(), (p) => ({ ...p, title: 'Helped' }))), 'done');
    const { digest } = await read(helped);
    assert.equal(kindOf(await approveDraft(as(db, gp()), { ...helped, digest })), 'two-people');
    assert.equal(kindOf(await approveDraft(as(db, governance), { ...helped, digest })), 'not-for-group');
    assert.equal(kindOf(await approveDraft(as(db, world.actors.clinician), { ...helped, digest })), 'not-for-group');
    assert.equal(kindOf(await approveDraft(as(db, other), { ...helped, digest })), 'done');
  });

  test('whose cases fail is not approved, and is again once they pass', async () => {
    const key = await draft();
    assert.equal(kindOf(await change(key, governance, sooner)), 'done');
    const failing = await read(key);
    const refused = await approveDraft(as(db, gp()), failing);
    assert.ok(!refused.ok && refused.error.kind === 'cases-fail' && refused.error.failing === 2);
    await change(key, governance, (p) => ({
      ...p,
      cases: p.cases.map((one) => (one.rule === 'ear-other' ? { ...one, urgency: 'same-day' } : one)),
    }));
    assert.equal(kindOf(await approveDraft(as(db, gp()), await read(key))), 'done');
  });

  test('that two approve at once is approved once', async () => {
    const key = await draft();
    const kinds = await Promise.all(
      [gp(), other].flatMap((who) => [1, 2, 3].map(() => approveDraft(as(db, who), key))),
    );
    assert.equal(kinds.filter(({ ok: done }) => done).length, 1);
    assert.deepEqual(new Set(kinds.map(kindOf)), new Set(['done', 'decided']));
  });

  test('that is changed while it is approved is approved as it was seen, or not at all', async () => {
    for (let round = 0; round < 5; round += 1) {
      const key = await draft();
      const [answer, changed] = await Promise.all([
        approveDraft(as(db, gp()), key),
        change(key, governance, (p) =>
          withoutCase(withCase(p, { words: 'x', age: '', sex: '', yes: [], rule: 'ear-other' }), 0),
        ),
      ]);
      const { status, digest } = await read(key);
      if (answer.ok) assert.deepEqual([status, digest, changed.ok], ['approved', key.digest, false]);
      else assert.deepEqual([status, changed.ok], ['draft', true]);
    }
  });

  test('is changed by nobody past the program either: what was decided stays, and only the guard function approves', async () => {
    const key = await approved();
    const run = (who: Actor, statement: ReturnType<typeof sql>) => transaction(as(db, who), (tx) => tx.rows(statement));
    await run(
      governance,
      sql`update access.protocol set title = 'Planted' where id = ${key.id} and version = ${key.version}`,
    );
    assert.notEqual((await read(key)).title, 'Planted');
    const open = await draft();
    for (const set of [sql`status = 'approved'`, sql`approved_by = platform.current_person()`, sql`changed_by = '{}'`])
      await assert.rejects(
        run(governance, sql`update access.protocol set ${set} where id = ${open.id} and version = ${open.version}`),
        {
          code: '42501',
        },
      );
    await assert.rejects(
      run(
        governance,
        sql`insert into access.protocol_in_force (id, group_id, protocol_id, version, starts_at, kind)
      values (gen_random_uuid(), platform.current_group(), ${open.id}, ${open.version}, now(), 'begun')`,
      ),
      { code: '42501' },
    );
    await assert.rejects(
      run(
        world.actors.navigator,
        sql`insert into access.protocol (id, version, group_id, title, content, source, clinical_owner, drafted_by)
      values ('x', 1, platform.current_group(), 'x', '{}', 'x', 'x', platform.current_person())`,
      ),
      { code: '42501' },
    );
    const unproved = await read(open);
    const rules = (unproved.content as Protocol).rules.length;
    await run(
      governance,
      sql`update access.protocol set content = jsonb_set(content, '{cases}', '[]') where id = ${open.id} and version = ${open.version}`,
    );
    assert.ok(rules > 0);
    const { digest } = await read(open);
    await assert.rejects(run(gp(), sql`select access.approve_protocol(${open.id}, ${open.version}, ${digest})`), {
      code: 'SP044',
    });
  });

  test('that two begin to change keeps the first change and refuses the second', async () => {
    const key = await draft();
    const both = await Promise.all(
      [governance, gp()].map((who) => changeDraft(as(db, who), key, (p) => ok({ ...p, title: `By ${who.name}` }))),
    );
    assert.deepEqual(both.map(kindOf).sort(), ['changed', 'done']);
  });

  test('comes in force from its day, and the shipped one decides until then', async () => {
    const key = await approved();
    const from = now.add({ hours: 48 });
    assert.equal(
      kindOf(await beginVersion(as(db, world.actors.clinician), { ...key, from, reason: '' })),
      'not-for-group',
    );
    assert.equal(
      kindOf(await beginVersion(as(db, gp()), { ...key, from: now.subtract({ hours: 1 }), reason: '' })),
      'past',
    );
    assert.equal(kindOf(await beginVersion(as(db, gp()), { ...(await draft()), from, reason: '' })), 'not-approved');
    assert.equal(kindOf(await beginVersion(as(db, gp()), { ...key, from, reason: '' })), 'done');
    const at = (when: Temporal.Instant) => transaction(as(db, world.actors.navigator), (tx) => versionAt(tx, when));
    assert.deepEqual(await at(from.subtract({ seconds: 1 })), shipped);
    assert.deepEqual(await at(from), { id: key.id, version: key.version });
    const protocol = await transaction(as(db, world.actors.navigator), (tx) => protocolAt(tx, from));
    assert.deepEqual([protocol.id, protocol.version], [key.id, key.version]);
  });

  test('is rolled back at once, with the reason, calling off what was planned; history stays', async () => {
    const [one, two] = [await approved(), await approved()];
    assert.equal(
      kindOf(await beginVersion(as(db, gp()), { ...one, from: Temporal.Now.instant(), reason: '' })),
      'done',
    );
    assert.equal(
      kindOf(await beginVersion(as(db, gp()), { ...two, from: Temporal.Now.instant(), reason: '' })),
      'done',
    );
    const three = await approved();
    await beginVersion(as(db, gp()), { ...three, from: now.add({ hours: 72 }), reason: '' });
    const back = (key: VersionKey, reason = 'Too many were sent to the hub') =>
      rollBack(as(db, governance), { ...key, reason, now });
    assert.equal(kindOf(await back(one, ' ')), 'reason');
    assert.equal(kindOf(await back(three)), 'never-in-force');
    assert.equal(kindOf(await back(one)), 'done');
    const later = await transaction(as(db, governance), (tx) => versionAt(tx, now.add({ hours: 1000 })));
    assert.deepEqual(later, { id: one.id, version: one.version });
    const all = await transaction(as(db, governance), (tx) => starts(tx));
    assert.equal(all.filter(({ version, calledOffAt }) => version === three.version && calledOffAt !== null).length, 1);
    const [last] = all.filter(({ kind }) => kind === 'rolled_back');
    assert.deepEqual(
      [last?.version, last?.reason, last?.decidedByName],
      [one.version, 'Too many were sent to the hub', governance.name],
    );
    assert.equal(kindOf(await back(shipped)), 'done');
    assert.deepEqual(await transaction(as(db, governance), (tx) => versionAt(tx, Temporal.Now.instant())), shipped);
  });

  test('has a start called off while it is to come, never after', async () => {
    const key = await approved();
    await beginVersion(as(db, gp()), { ...key, from: now.add({ hours: 5 }), reason: '' });
    const all = await transaction(as(db, governance), (tx) => starts(tx));
    const planned = all.find(({ version, calledOffAt }) => version === key.version && calledOffAt === null);
    assert.equal(kindOf(await callOffStart(as(db, governance), planned?.id ?? '')), 'done');
    assert.equal(kindOf(await callOffStart(as(db, governance), planned?.id ?? '')), 'not-there');
  });

  test('comes from a file whole or not at all, with everything that is wrong said at once', async () => {
    const text = JSON.stringify(firstProtocolData());
    assert.equal(kindOf(await uploadDraft(as(db, governance), text)), 'done');
    const broken = await uploadDraft(as(db, governance), text.slice(0, -2));
    assert.ok(!broken.ok && broken.error.kind === 'faults' && /not JSON/.test(broken.error.faults.join()));
    const wrong = { ...(firstProtocolData() as Protocol), cases: [], title: '' };
    const refused = await uploadDraft(as(db, governance), JSON.stringify(wrong));
    assert.ok(!refused.ok && refused.error.kind === 'faults');
    assert.ok(refused.error.faults.includes('the protocol has no title'));
    assert.ok(refused.error.faults.includes('rule cough-adult has no worked case'));
  });

  test('that is withdrawn is neither changed nor approved', async () => {
    const key = await draft();
    assert.equal(kindOf(await withdrawDraft(as(db, governance), key)), 'done');
    assert.equal(kindOf(await approveDraft(as(db, gp()), key)), 'decided');
    assert.equal(kindOf(await change(key, governance, sooner)), 'decided');
  });

  test('is run over past requests of the practices whoever asks sees, and says what would change', async () => {
    const key = await draft();
    await change(key, governance, sooner);
    for (const [practice, words] of [
      ['XA001', 'earache'],
      ['XA001', 'a letter please'],
      ['XA002', 'earache'],
      ['XA003', 'earache'],
    ] as const)
      await database.owner.rows(sql`insert into access.request (id, group_id, practice_id, channel, words, received_at)
        values (${crypto.randomUUID()}, ${world.groupId}, ${practice}, 'desk', ${words}, now() - interval '3 days')`);
    assert.equal(kindOf(await askPreview(as(db, governance), { ...key, weeks: 4, now })), 'nothing-seen');
    assert.equal(kindOf(await askPreview(as(db, gp()), { ...key, weeks: 0, now })), 'weeks');
    const asked = await askPreview(as(db, gp()), { ...key, weeks: 4, now });
    assert.ok(asked.ok);
    assert.equal(await runPreview(db, { previewId: asked.value, groupId: world.groupId }), 'done');
    assert.equal(await runPreview(db, { previewId: asked.value, groupId: world.groupId }), 'gone');
    const preview = await transaction(as(db, governance), (tx) => previewById(tx, asked.value));
    const result = preview?.result;
    assert.ok(result);
    assert.deepEqual([result.requests, result.changed, result.sooner, result.later], [3, 2, 2, 0]);
    assert.deepEqual(result.urgencies['within-7-days'], { before: 2, after: 0 });
    assert.deepEqual(result.urgencies['same-day'], { before: 0, after: 2 });
    assert.deepEqual(result.practices, { XA001: { requests: 2, changed: 1 }, XA002: { requests: 1, changed: 1 } });
    assert.equal(result.examples.length, 2);
  });
});
