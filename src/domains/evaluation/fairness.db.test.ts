import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { deprivationCsv, importText } from '#domains/published/fixtures.ts';
import type { Actor } from '#platform/auth/actor.ts';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import { continuityWorld, type ContinuityWorld } from '../../../test/support/continuity.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { somebody } from '../../../test/support/more-people.ts';
import { arrange, as, id } from '../../../test/support/world.ts';
import { periodOf } from './measured-period.ts';
import { accessCounts, deprivationLayer } from './queries/counts.ts';

/** A request: minutes from asking to its time, to its answer time, and to its end (null is open). */
interface Asked {
  readonly practice?: string;
  readonly patient?: string | null;
  readonly channel?: string;
  readonly due: number;
  readonly answerBy?: number;
  readonly ended: number | null;
  readonly daysAgo?: number;
  readonly joined?: boolean;
  readonly status?: string;
}

describe('Fair access is counted from requests', async () => {
  const base = await testDatabase();
  const { db } = base;
  let world: ContinuityWorld;
  const who = {} as Record<'governance' | 'manager', Actor>;
  let made = 0;

  const ask = (requests: readonly Asked[]): Promise<void> =>
    arrange(base.owner, async (run) => {
      for (const { practice = 'XA001', channel = 'telephone', due, ended, daysAgo = 2, ...one } of requests) {
        made += 1;
        const received = world.today
          .subtract({ days: daysAgo })
          .toZonedDateTime({ timeZone: 'Europe/London', plainTime: '09:00' });
        const at = (minutes: number | null) => (minutes === null ? null : received.add({ minutes }).toInstant());
        await run(sql`insert into access.request (id, group_id, practice_id, patient_id, channel, status, received_at, due_at, answer_by, ended_at, joined_to)
          values (${id(21, made)}, ${world.groupId}, ${practice}, ${one.patient === undefined ? world.patientOf(0, 0) : one.patient}, ${channel},
            ${one.status ?? (ended === null ? 'waiting' : 'ended')}, ${received.toInstant()}, ${at(due)}, ${at(one.answerBy ?? due)}, ${at(ended)},
            ${one.joined ? id(21, 1) : null}::uuid)`);
      }
    });
  const counts = async (actor: Actor) => {
    const rows = await transaction(as(db, actor), (tx) => accessCounts(tx, periodOf(world.today, 3)));
    return Object.fromEntries(rows.map((row) => [`${row.dimension} ${row.value}`, `${row.inTime}/${row.answered}`]));
  };

  before(async () => {
    world = await continuityWorld(base);
    await world.join(['XA001']);
    who.governance = await somebody(base, world, { n: 70, role: 'governance' });
    who.manager = await somebody(base, world, { n: 71, role: 'practice_manager', practiceId: 'XA002' });
    await ask([
      { due: 120, ended: 60 },
      { due: 120, ended: 180, channel: 'online' },
      { due: 120, ended: null, channel: '111', patient: null },
      { due: 60 * 24 * 9, ended: null },
      { due: 60 * 24 * 9, answerBy: 600, ended: 700 },
      { due: 120, ended: 60, joined: true },
      { due: 120, ended: null, status: 'draft' },
      { due: 120, ended: 60, daysAgo: 0 },
      { due: 120, ended: 60, practice: 'XA002' },
    ]);
  });

  test('in time, late and still open past their time; not what is open within it, joined, a draft or of today', async () => {
    assert.deepEqual(await counts(who.governance), {
      'all all': '1/4',
      'age 65-79': '1/3',
      'age not-known': '0/1',
      'language english': '1/3',
      'language not-known': '0/1',
      'channel offline': '1/2',
      'channel online': '0/1',
      'channel passed-on': '0/1',
      'deprivation not-known': '1/4',
    });
  });

  test('of the practice of a manager alone, joined or not', async () => {
    assert.equal((await counts(who.manager))['all all'], '1/1');
  });

  test('with the days from asking to the appointment that stands, not to one that was cancelled', async () => {
    const visit = { practice: 'XA001', patient: world.patientOf(0, 0), clinician: world.gp.A };
    const at = (daysAhead: number) => world.today.add({ days: daysAhead });
    await world.add([
      { ...visit, day: at(1), status: 'booked', request: id(21, 1) },
      { ...visit, day: at(0), status: 'cancelled', request: id(21, 1) },
      { ...visit, day: at(-2), request: id(21, 2) },
    ]);
    const rows = await transaction(as(db, who.governance), (tx) => accessCounts(tx, periodOf(world.today, 3)));
    const all = rows.find(({ dimension }) => dimension === 'all');
    assert.deepEqual(all?.waits, [
      { days: 0, visits: 1 },
      { days: 3, visits: 1 },
    ]);
    assert.deepEqual([all.waited, all.waitingPatients], [2, 1]);
  });

  test('by the national fifth of the practice, once scores are imported; a practice without one is not known', async () => {
    const found = (actor: Actor) => transaction(as(db, actor), (tx) => deprivationLayer(tx));
    assert.equal(await found(who.governance), undefined);
    await world.join(['XA002']);
    const score = (AreaCode: string, Value: number) => ({ AreaCode, Value });
    const country = Array.from({ length: 9 }, (_, n) => score(`Z0000${n}`, 10 + n));
    // XA001 is no code a publication has: the practice is given one that has a score, as a real group's have.
    await importText(db, ['imd.csv', deprivationCsv([...country, score('Z00010', 50)])]);
    await base.owner.rows(
      sql`update published.practice_deprivation set practice_code = 'XA001' where practice_code = 'Z00010'`,
    );
    const said = await counts(who.governance);
    assert.equal(said['all all'], '2/5');
    assert.equal(said['deprivation 1'], '1/4');
    assert.equal(said['deprivation not-known'], '1/1');
    const layer = await found(who.governance);
    assert.match(layer?.publisher ?? '', /Fingertips/);
    assert.deepEqual([layer?.indices, layer?.among, layer?.covered, layer?.passedOver], [2019, 10, 1, null]);
    assert.equal((await found(who.manager))?.covered, 0);
  });

  test('of Indices that cover the country, naming newer ones that do not', async () => {
    await importText(db, ['thin.csv', deprivationCsv([{ AreaCode: 'Z00001', Value: 99 }], 2025)]);
    const layer = await transaction(as(db, who.governance), (tx) => deprivationLayer(tx));
    assert.deepEqual([layer?.indices, layer?.among, layer?.passedOver], [2019, 10, 2025]);
    assert.equal((await counts(who.governance))['deprivation 1'], '1/4');
  });
});
