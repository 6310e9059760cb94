import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { england, isWorkingDay } from '#kernel/working-day.ts';
import { sql } from '#platform/db/sql.ts';
import { testDatabase, type TestDatabase } from '../test/support/database.ts';
import { letArrive } from './arrivals.ts';
import { answering, arriving } from './parameters.ts';
import { seedDemo } from './seed.ts';

/** A quarter past ten on the last day on which practices were open. */
function lastMorning(): Temporal.Instant {
  let day = Temporal.Now.zonedDateTimeISO('Europe/London').subtract({ days: 1 });
  while (!isWorkingDay(england, day.toPlainDate())) day = day.subtract({ days: 1 });
  return day.withPlainTime('10:15').toInstant();
}

const now = lastMorning();
const midnight = now.toZonedDateTimeISO('Europe/London').startOfDay().toInstant();
const database = await testDatabase();
after(() => database.drop());
await seedDemo({ ownerUrl: database.ownerUrl, scale: 0.02, now: now.subtract({ hours: 24 }) });

interface Came {
  readonly key: string;
  readonly status: string;
  readonly channel: string;
  readonly receivedAt: Temporal.Instant;
  readonly identified: boolean;
}

const came = ({ owner }: TestDatabase): Promise<Came[]> =>
  owner.rows(sql`select s.key, r.status, r.channel, r.received_at as "receivedAt", r.identity_confirmed as identified
    from access.request_sent s join access.request r on r.id = s.request_id order by r.received_at`);

/** Rounds until one does nothing more, as minutes would. */
async function rounds(at: Temporal.Instant): Promise<{ made: number; answered: number }> {
  let [made, answered] = [0, 0];
  for (;;) {
    const round = await letArrive(database.db, at);
    assert.ok(round.made <= arriving.atOnce && round.answered <= arriving.atOnce);
    if (round.made + round.answered === 0) return { made, answered };
    made += round.made;
    answered += round.answered;
  }
}

describe('While the demonstration runs on a later day than it was made', () => {
  test('the first round leaves what a navigator would find that morning: newest first, nobody untouched from the day before', async () => {
    await letArrive(database.db, now);
    const first = await came(database);
    assert.ok(first.length > 20);
    assert.ok(first.every(({ receivedAt }) => Temporal.Instant.compare(receivedAt, midnight) >= 0));
    assert.ok(first.every(({ receivedAt }) => Temporal.Instant.compare(receivedAt, now) <= 0));
    assert.ok(now.since(first.at(-1)?.receivedAt ?? midnight).total('minutes') < 10);
    await rounds(now);
    const { old } = await database.owner.one<{ old: number }>(
      sql`select count(*)::int as old from access.request where status = 'waiting' and taken_by is null and received_at < ${midnight}
        and received_at < ${now.subtract({ minutes: answering.minutes.to })}`,
    );
    assert.equal(old, 0);
  });

  test('patients are known, and some come from 111', async () => {
    const all = await came(database);
    assert.ok(all.every(({ identified }) => identified));
    assert.deepEqual([...new Set(all.map(({ channel }) => channel))].sort(), ['111', 'online']);
  });

  test('nothing is made twice, and time brings others', async () => {
    const before = await came(database);
    assert.deepEqual(await letArrive(database.db, now), { made: 0, answered: 0 });
    const later = now.add({ minutes: 30 });
    const { made, answered } = await rounds(later);
    assert.ok(made > 3, `${made} in half an hour`);
    assert.ok(answered > 0);
    const all = await came(database);
    assert.equal(new Set(all.map(({ key }) => key)).size, all.length);
    assert.equal(all.length, before.length + made);
  });

  test('what a visitor has in hand is left to them', async () => {
    const waiting = await database.owner.maybe<{ id: string; person: string }>(
      sql`select r.id, (select p.id from network.person p limit 1) as person from access.request r join access.request_sent s on s.request_id = r.id
        where r.status = 'waiting' limit 1`,
    );
    assert.ok(waiting);
    await database.owner.rows(sql`update access.request set taken_by = ${waiting.person} where id = ${waiting.id}`);
    await rounds(now.add({ hours: 7 }));
    const { status } = await database.owner.one<{ status: string }>(
      sql`select status from access.request where id = ${waiting.id}`,
    );
    assert.equal(status, 'waiting');
  });

  test('days of running leave no more open than the limits say', async () => {
    for (const hours of [24, 72]) await rounds(now.add({ hours }));
    const open = (await came(database)).filter(({ status }) => status !== 'ended');
    assert.ok(open.filter(({ status }) => status === 'red_flag').length <= arriving.mostRedFlags);
    assert.ok(open.length <= arriving.mostWaiting + arriving.mostRedFlags, `${open.length} open`);
  });

  test('nothing comes in where the database is no demonstration', async () => {
    await database.owner.rows(sql`delete from platform.setting where key = 'demonstration'`);
    const before = (await came(database)).length;
    assert.deepEqual(await letArrive(database.db, now.add({ hours: 96 })), { made: 0, answered: 0 });
    assert.equal((await came(database)).length, before);
  });
});
