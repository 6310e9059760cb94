import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { importText, listSizeCsv, mappingCsv } from '#domains/published/fixtures.ts';
import { isCommandFailed, isWrongUsage, type AnyCall, type AnyOptionValues } from '#platform/cli/command.ts';
import { outputTo } from '#platform/cli/output.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { commands } from './cli.ts';

interface Shown {
  readonly hubs: readonly { code: string; practices: string[]; list: number; within30to50k: boolean }[];
  readonly practicesWithoutHub: readonly string[];
  readonly practices: readonly { code: string; hub: string | null }[];
}

describe('The command line of groups', async () => {
  const { db } = await testDatabase();
  const folder = await mkdtemp(path.join(tmpdir(), 'codes-'));
  after(() => rm(folder, { recursive: true }));

  before(async () => {
    const lists = ['Z00001', 'Z00002', 'Z00003'].map((CODE) => ({ CODE, NUMBER_OF_PATIENTS: 16_000 }));
    await importText(db, ['lists.csv', listSizeCsv(lists, '2026-01-01')]);
    const mapped = ['Z00001', 'Z00002'].map((GP_CODE, at) => ({
      GP_CODE,
      GP_NAME: 'SURGERY',
      PCN_CODE: `U0000${at}`,
      PCN_NAME: `NET ${at}`,
    }));
    await importText(db, ['gpad-mapping-2025-08.csv', mappingCsv(mapped)]);
  });

  /** What a command answers with --json; its options are those given. */
  async function run(name: string, options: AnyOptionValues, args: readonly string[] = []): Promise<unknown> {
    const written: string[] = [];
    const sink = { write: (text: string) => written.push(text) };
    const found = commands.find((command) => command.name === name);
    const missing = Object.entries(found?.options ?? {}).map(([option, { many }]) => [option, many ? [] : undefined]);
    const defaults = Object.fromEntries(missing) as AnyOptionValues;
    const call = { args, options: { ...defaults, ...options }, db, json: true };
    await found?.run({ ...call, out: outputTo({ out: sink, err: sink, json: true }) } as unknown as AnyCall);
    return JSON.parse(written.join(''));
  }
  const show = async () => (await run('group show', {}, ['Nowhere'])) as Shown;

  test('makes a group of a file of codes, with remarks and a heading', async () => {
    const file = path.join(folder, 'codes.csv');
    await writeFile(file, 'practice code,name\nz00001,"A"\n# not this one\nZ00002\n\nZ00003 # new\n');
    const created = (await run('group create', { name: 'Nowhere', codes: file })) as { practices: number };
    assert.equal(created.practices, 3);
    const { hubs, practicesWithoutHub } = await show();
    assert.deepEqual(
      hubs.map(({ code, list, within30to50k }) => [code, list, within30to50k]),
      [
        ['U00000', 16_000, false],
        ['U00001', 16_000, false],
      ],
    );
    assert.deepEqual(practicesWithoutHub, ['Z00003']);
  });

  test('names the line of a file that holds no code', async () => {
    const file = path.join(folder, 'wrong.txt');
    await writeFile(file, 'Z00001\nElm Street\n');
    await assert.rejects(run('group create', { name: 'B', codes: file }), /line 2: "Elm Street" is no practice code/);
    await assert.rejects(run('group create', { name: 'B', codes: path.join(folder, 'none') }), isCommandFailed);
  });

  for (const [what, name, options] of [
    ['neither area nor file', 'group create', { name: 'B' }],
    ['both area and file', 'group create', { name: 'B', codes: 'x', 'sub-icb': '99Z' }],
    ['hubs of no kind there is', 'group create', { name: 'B', 'sub-icb': '99Z', hubs: 'some' }],
    ['no group', 'person add', { name: 'Ada' }],
    [
      'a date that is none',
      'agreement join',
      { group: 'Nowhere', practice: ['all'], service: 'payments', from: 'soon' },
    ],
    ['a service there is not', 'agreement join', { group: 'Nowhere', practice: ['all'], service: 'tea' }],
  ] as const) {
    test(`does not understand ${name} with ${what}`, async () => assert.rejects(run(name, options), isWrongUsage));
  }

  test('says which groups there are when it does not know one', async () => {
    await assert.rejects(run('group show', {}, ['Somewhere']), /There is no group called Somewhere: there are Nowhere/);
    assert.deepEqual(await run('group list', {}), [
      { name: 'Nowhere', legalShape: 'network', fictional: false, practices: 3 },
    ]);
  });

  test('joins every practice of a group to a service, and says which had joined', async () => {
    const first = { group: 'nowhere', practice: ['z00001'], service: 'payments' };
    assert.equal(((await run('agreement join', first)) as { joined: object[] }).joined.length, 1);
    const all = (await run('agreement join', { ...first, practice: ['all'] })) as {
      joined: object[];
      refused: { why: string }[];
    };
    assert.deepEqual([all.joined.length, all.refused.length], [2, 1]);
    assert.match(all.refused[0]?.why ?? '', /has joined already/);
  });

  test('moves a practice to another hub from a day on, so that it counts once', async () => {
    await run('hub move', { group: 'Nowhere', practice: 'Z00001', to: 'U00001' });
    const { hubs } = await show();
    assert.deepEqual(
      hubs.map(({ code, list, within30to50k }) => [code, list, within30to50k]),
      [
        ['U00000', 0, false],
        ['U00001', 32_000, true],
      ],
    );
    await assert.rejects(run('hub move', { group: 'Nowhere', practice: 'Z00001', to: 'U9' }), /has no hub U9/);
  });

  test('records a contract with its parties kept apart', async () => {
    const parties = {
      holder: ['Dr A', 'Dr B'],
      beneficiary: 'The partnership',
      cqc: 'The partnership',
      payee: 'Site 1',
    };
    const contract = { group: 'Nowhere', practice: 'Z00001', kind: 'gms', from: '2020-04-01', ...parties };
    assert.ok(((await run('contract add', contract)) as { id: string }).id);
    await assert.rejects(run('contract add', { ...contract, payee: ' ' }), /Say who is paid/);
    await assert.rejects(run('contract add', { ...contract, kind: 'XYZ' }), /there are APMS, GMS, PMS/);
  });

  test('adds somebody who may sign in', async () => {
    const person = { group: 'Nowhere', name: 'Ada Lowe', email: 'ada@example.org', role: 'administrator' };
    assert.equal(((await run('person add', person)) as { role: string }).role, 'administrator');
    await assert.rejects(run('person add', person), /has that address already/);
  });
});
