import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isCommandFailed, isWrongUsage, type AnyCall } from '#platform/cli/command.ts';
import { outputTo } from '#platform/cli/output.ts';
import { sql } from '#platform/db/sql.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { smallWorld } from '../../../test/support/world.ts';
import { practiceCommands } from './cli/practice.ts';
import { hoursSaid } from './practice-said.ts';

describe('What patients are told of a practice', async () => {
  const base = await testDatabase();
  await smallWorld(base, { patients: 1 });
  const say = async (options: { phone?: string; open?: string[]; practice?: string }): Promise<string> => {
    const written: string[] = [];
    const sink = { write: (text: string) => written.push(text) };
    const call = {
      ...{ args: [], db: base.db, out: outputTo({ json: false, out: sink, err: sink }) },
      options: { practice: 'xa001', open: [], ...options },
    };
    await practiceCommands[0]?.run(call as unknown as AnyCall);
    return written.join('');
  };

  test('is said on the command line: a number as people write it, and when it is open; what is left out stays', async () => {
    assert.match(await say({ phone: '01632 960 001' }), /: 01632 960001/);
    assert.match(await say({ open: ['1-5=08:00-18:30', '6=09:00-12:00'] }), /: 01632 960001\n.*day 6: 09:00 to 12:00/s);
    const [row] = await base.owner.rows(
      sql`select phone, opening -> '5' as friday, opening ? '7' as sunday from network.practice where id = 'XA001'`,
    );
    assert.deepEqual(row, { phone: '+441632960001', friday: ['08:00', '18:30'], sunday: false });
  });

  test('is refused with what is wrong, and nothing is written then', async () => {
    await assert.rejects(
      say({ phone: '12' }),
      (error: Error) => isWrongUsage(error) && /--phone: "12"/.test(error.message),
    );
    await assert.rejects(say({ open: ['1-5=18:30-08:00'] }), /--open: "1-5=18:30-08:00"/);
    await assert.rejects(say({}), isWrongUsage);
    await assert.rejects(say({ practice: 'XA999', phone: '01632 960002' }), isCommandFailed);
    assert.deepEqual(await base.owner.rows(sql`select phone from network.practice where phone = '+441632960002'`), []);
  });

  test('days out of order, and times that are none, are not opening times', () => {
    for (const text of ['5-1=08:00-18:30', '1=8:00-18:30', '8=08:00-18:30', '1=08:00-24:00', ''])
      assert.deepEqual(hoursSaid([text]), { ok: false, error: text });
  });
});
