import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Actor } from '#platform/auth/actor.ts';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { joined, somebody } from '../../../test/support/more-people.ts';
import { as, openSessionFor, smallWorld, standing, type World } from '../../../test/support/world.ts';
import { guessMapping } from './book/mapping.ts';
import { addBook, matchNames, saveBookMapping } from './commands/book-known.ts';
import { importBook, type BookFile } from './commands/book-import.ts';
import { book } from './commands/book.ts';
import { bookSessionsOn, booksSeen, importsOf, namesIn, unverifiedLimits } from './queries/book.ts';

const now = Temporal.Now.instant();
const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
const day = today.add({ days: 3 });
const dmy = (of: Temporal.PlainDate): string => `${of.day}/${of.month}/${of.year}`;
const at = (time: string): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: 'Europe/London', plainTime: time }).toInstant();
const heading = ['Slot ID', 'Session Holder', 'Date', 'Start', 'Minutes', 'Status', 'Patient'];
const clock = (n: number): string =>
  `${String(8 + Math.floor(n / 6)).padStart(2, '0')}:${String((n % 6) * 10).padStart(2, '0')}`;
const line = (n: number, { who = 'SMITH Jane (Dr)', state = 'Booked', on = day } = {}): string =>
  [n, who, dmy(on), clock(n), 10, state, 'Somebody Secret'].join(',');
const csv = (...lines: string[]): string => [heading.join(','), ...lines, ''].join('\r\n');

describe('A book of another system', async () => {
  const database = await testDatabase();
  const { db, owner } = database;
  let world: World;
  let workforce: Actor;
  let bookId: string;
  let minute = 0;

  before(async () => {
    world = await smallWorld(database, { patients: 40 });
    workforce = await somebody(database, world, { n: 21, role: 'workforce' });
    await joined(database, world, ['shared_workforce', 'XA001', 'XA002']);
    const added = await addBook(as(db, workforce), {
      practice: 'XA001',
      name: 'Linnet Street in its own system',
      system: 'Test',
    });
    assert.ok(added.ok);
    bookId = added.value.id;
  });

  const file = (text: string | Uint8Array, asOf = now.subtract({ minutes: 60 - (minute += 1) })): BookFile => ({
    ...{ name: 'export.csv', asOf },
    bytes: (async function* () {
      const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
      // In pieces, cut anywhere: as a large file comes.
      for (let from = 0; from < bytes.length; from += 1000)
        yield await Promise.resolve(bytes.subarray(from, from + 1000));
    })(),
  });
  const take = async (text: string | Uint8Array, more: Partial<Parameters<typeof importBook>[2]> = {}) =>
    importBook(as(db, workforce), bookId, { file: file(text), ...more });
  const counts = async (text: string) => {
    const read = await take(text);
    assert.ok(read.ok, JSON.stringify(read));
    const { added, changed, gone, same } = read.value;
    return { added, changed, gone, same };
  };
  const dayOf = async (clinician = 0) =>
    (
      await standing<{ ordinary: number; elsewhere: number }>(
        owner,
        sql`select ordinary, elsewhere from access.clinician_day
        where clinician_id = ${world.clinicians[clinician]} and day = ${day}`,
      )
    )[0];
  const match = async (who: string) => {
    const [name] = await transaction(as(db, workforce), (tx) => namesIn(tx, bookId));
    await matchNames(as(db, workforce), bookId, [{ matchId: name?.id ?? '', who }]);
  };

  test('is read by a mapping saved from an example; before that nothing is', async () => {
    const refused = await take(csv(line(0)));
    assert.deepEqual(refused, { ok: false, error: { kind: 'no-mapping' } });
    const mapping = guessMapping(heading, [line(0).split(','), line(1, { state: 'Available' }).split(',')]);
    assert.ok((await saveBookMapping(as(db, workforce), bookId, { mapping, heading })).ok);
    const wrong = await saveBookMapping(as(db, workforce), bookId, { mapping: { ...mapping, columns: {} }, heading });
    assert.ok(!wrong.ok && wrong.error.length === 4);
  });

  test('says first what a reading would do, and changes nothing by that', async () => {
    const looked = await take(csv(line(0), line(1)), { preview: true });
    assert.ok(looked.ok && looked.value.added === 2);
    const rows = await standing<{ n: number }>(owner, sql`select count(*)::integer as n from access.book_entry`);
    assert.deepEqual(rows, [{ n: 0 }]);
  });

  test('is reconciled when it is read again: what is new, changed and gone, and never twice', async () => {
    const first = csv(line(0), line(1), line(2, { state: 'Available' }));
    assert.deepEqual(await counts(first), { added: 3, changed: 0, gone: 0, same: 0 });
    assert.deepEqual(await counts(first), { added: 0, changed: 0, gone: 0, same: 3 });
    const next = csv(line(0), line(2), line(3));
    assert.deepEqual(await counts(next), { added: 1, changed: 1, gone: 1, same: 1 });
    const stand = await standing<{ key: string; gone: boolean }>(
      owner,
      sql`select source_key as key, gone_at is not null as gone from access.book_entry order by source_key`,
    );
    assert.deepEqual(stand, [
      { key: '#0', gone: false },
      { key: '#1', gone: true },
      { key: '#2', gone: false },
      { key: '#3', gone: false },
    ]);
  });

  test('keeps no patient, nor anything else of a row that was not asked for', async () => {
    const kept = await standing<{ kept: string }>(
      owner,
      sql`
      select string_agg(t, ' ') as kept from (select e::text as t from access.book_entry e union all select i::text from access.book_import i
        union all select s::text from access.book_staged s union all select e.detail::text from audit.event e) k`,
    );
    assert.doesNotMatch(kept[0]?.kept ?? '', /Secret/);
    assert.deepEqual(await standing(owner, sql`select 1 from access.book_staged`), []);
  });

  test('counts to the safe limit once a person has said who is who, and is never guessed', async () => {
    assert.equal(await dayOf(), undefined);
    await match(world.clinicians[0] ?? '');
    assert.deepEqual(await dayOf(), { ordinary: 3, elsewhere: 3 });
    await match('left-out');
    assert.deepEqual(await dayOf(), { ordinary: 0, elsewhere: 0 });
    await match(world.clinicians[0] ?? '');
    const full = csv(...Array.from({ length: 24 }, (_, n) => line(n)));
    assert.deepEqual(await counts(full), { added: 20, changed: 1, gone: 0, same: 3 });
    const session = await openSessionFor(database, {
      n: 1,
      clinician: world.clinicians[0] ?? '',
      startsAt: at('14:00'),
      minutes: 60,
    });
    const one = (n: number) =>
      book(as(db, world.actors.navigator), {
        ...{ key: `b${n}`, requestId: null, patientId: world.patients[n] ?? '', sessionId: session },
        ...{ startsAt: at('14:00').add({ minutes: n * 10 }), minutes: 10 },
      });
    assert.ok((await one(0)).ok);
    assert.deepEqual(await one(1), { ok: false, error: 'limit-reached' });
    assert.deepEqual(await dayOf(), { ordinary: 25, elsewhere: 24 });
    // Written into the other book too, it is one visit and counts once.
    const both = [...Array.from({ length: 24 }, (_, n) => line(n)), line(90).replace(clock(90), '14:00')];
    assert.equal((await counts(csv(...both))).added, 1);
    assert.deepEqual(await dayOf(), { ordinary: 25, elsewhere: 24 });
  });

  test('holds the clinician’s time: nothing is booked here beside what is booked there', async () => {
    const session = await openSessionFor(database, {
      n: 2,
      clinician: world.clinicians[0] ?? '',
      startsAt: at('08:00'),
      minutes: 60,
    });
    await counts(csv(line(0)));
    const want = {
      key: 'beside',
      requestId: null,
      patientId: world.patients[5] ?? '',
      sessionId: session,
      minutes: 10,
    };
    const beside = await book(as(db, world.actors.navigator), { ...want, startsAt: at('08:00') });
    assert.deepEqual(beside, { ok: false, error: 'slot-taken' });
    assert.ok((await book(as(db, world.actors.navigator), { ...want, key: 'after', startsAt: at('08:10') })).ok);
  });

  test('refuses what is no such file, whole, and says why', async () => {
    const kind = async (text: string | Uint8Array) => {
      const read = await take(text);
      return read.ok ? 'read' : read.error.kind;
    };
    const before = await standing(owner, sql`select * from access.book_entry order by id`);
    assert.equal(await kind(''), 'empty');
    assert.equal(await kind(csv()), 'empty');
    assert.equal(await kind('a,b\r\n1,2'), 'mapping');
    assert.equal(await kind(csv('1,"never closed')), 'not-csv');
    assert.equal(await kind(new Uint8Array([0x50, 0x4b, 0xff, 0xfe, 0x80])), 'not-text');
    const rows = await take(csv(line(0), '7,SMITH Jane (Dr),31/02/2026,08:00,10,Booked,x', '8,too,short', line(0)));
    assert.ok(!rows.ok && rows.error.kind === 'rows');
    assert.deepEqual(
      rows.error.rejects.map(({ line: row, column }) => [row, column]),
      [
        [3, 'Date'],
        [4, ''],
        [5, 'Slot ID'],
      ],
    );
    assert.deepEqual(await standing(owner, sql`select * from access.book_entry order by id`), before);
    const older = await importBook(as(db, workforce), bookId, {
      file: file(csv(line(0)), now.subtract({ hours: 40 })),
    });
    assert.deepEqual(older, { ok: false, error: { kind: 'older' } });
  });

  test('read without rows that were refused takes nothing away, because it may be theirs', async () => {
    const read = await take(csv(line(40), '7,SMITH Jane (Dr),31/02/2026,08:00,10,Booked,x'), { withoutRejected: true });
    assert.ok(
      read.ok && read.value.keptMissing && read.value.gone === 0 && read.value.added === 1,
      JSON.stringify(read),
    );
  });

  test('is read by many at once as if one after another', async () => {
    const asOf = now.subtract({ minutes: 5 });
    const texts = Array.from({ length: 6 }, (_, n) => csv(...Array.from({ length: 10 }, (_row, at2) => line(at2 + n))));
    const answers = await Promise.all(
      texts.map((text) => importBook(as(db, workforce), bookId, { file: file(text, asOf) })),
    );
    assert.ok(
      answers.every((answer) => answer.ok),
      JSON.stringify(answers.find((answer) => !answer.ok)),
    );
    const [wrong] = await standing<{ n: number }>(
      owner,
      sql`
      select count(*)::integer as n from access.clinician_day d where d.elsewhere <> (select count(*) from access.book_entry e
        where e.clinician_id = d.clinician_id and e.day = d.day and e.gone_at is null and e.contact and e.state in ('booked', 'done', 'did_not_attend')
          and not exists (select from access.booking b where b.clinician_id = e.clinician_id and b.starts_at = e.starts_at and b.status <> 'cancelled'))`,
    );
    assert.equal(wrong?.n, 0);
  });

  test('past its age leaves its clinicians’ limits unverified, and a fresh reading verifies them', async () => {
    const unverified = async () =>
      [...(await transaction(as(db, workforce), (tx) => unverifiedLimits(tx))).keys()].sort();
    assert.deepEqual(await unverified(), []);
    await standing(owner, sql`update access.book set fresh_as_of = now() - interval '5 hours' where id = ${bookId}`);
    assert.deepEqual(await unverified(), [world.clinicians[0]]);
    const [old] = await transaction(as(db, workforce), (tx) => booksSeen(tx));
    assert.equal(old?.stale, true);
    assert.ok((await importBook(as(db, workforce), bookId, { file: file(csv(line(0)), now) })).ok);
    assert.deepEqual(await unverified(), []);
    const never = await addBook(as(db, workforce), { practice: 'XA002', name: 'Never read', system: '' });
    assert.ok(never.ok);
    assert.deepEqual(await unverified(), [world.clinicians[2], world.clinicians[3]].sort());
  });

  test('is seen by those who see the practice’s sessions alone', async () => {
    const seen = async (who: Actor) => (await transaction(as(db, who), (tx) => booksSeen(tx))).length;
    assert.deepEqual(
      [await seen(workforce), await seen(world.actors.finance), await seen(world.actors.navigatorOfC)],
      [2, 0, 0],
    );
    const other = await importBook(as(db, world.actors.navigatorOfC), bookId, { file: file(csv(line(0))) });
    assert.deepEqual(other, { ok: false, error: { kind: 'no-book' } });
    const sessions = await transaction(as(db, workforce), (tx) => bookSessionsOn(tx, { day, practice: '' }));
    assert.deepEqual(
      sessions.map(({ clinicianName, taken }) => [clinicianName, taken]),
      [['Dr 1', 1]],
    );
    assert.ok((await transaction(as(db, workforce), (tx) => importsOf(tx, bookId))).length > 5);
  });

  test('of 50,000 rows is read in pieces, in seconds', async () => {
    const lines = Array.from({ length: 50_000 }, (_, n) =>
      line(n % 60, {
        on: today.add({ days: 10 + (Math.floor(n / 60) % 60) }),
        who: `Dr ${Math.floor(n / 3600)}`,
      }).replace(/^\d+/, String(n)),
    );
    const started = performance.now();
    const read = await importBook(as(db, workforce), bookId, { file: file(csv(...lines), now) });
    assert.ok(read.ok && read.value.added > 49_000, JSON.stringify(read).slice(0, 300));
    assert.ok(performance.now() - started < 60_000);
  });
});
