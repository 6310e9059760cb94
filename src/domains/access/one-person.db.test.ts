import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Actor } from '#platform/auth/actor.ts';
import { sql, type Sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import { testApp } from '../../../test/support/app.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { somebody } from '../../../test/support/more-people.ts';
import { signIn } from '../../../test/support/signed-in.ts';
import { arrange, as, id, openSessionFor, smallWorld } from '../../../test/support/world.ts';
import { book, bookOverflow } from './commands/book.ts';

const tomorrow = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 1 }).withPlainTime('08:00');
const at = (minutes: number): Temporal.Instant => tomorrow.add({ minutes }).toInstant();

const base = await testDatabase();
const world = await smallWorld(base, { patients: 220 });
const { app } = await testApp(base);
const lead = await somebody(base, world, { n: 31, role: 'workforce' });
const manager = await somebody(base, world, { n: 32, role: 'practice_manager', practiceId: 'XA002' });
const desk = await signIn(app, base.db, lead);
const [gp = ''] = world.clinicians;

let entries = 500;
/** What the program itself could write, past every page: an entry of somebody who sees patients. */
const entry = (who: Actor, one: { name: string; from?: string; more?: Sql; values?: Sql; place?: string }) =>
  transaction(as(base.db, who), async (tx) => {
    const made = id(5, (entries += 1));
    await tx.rows(sql`insert into workforce.clinician (id, group_id, practice_id, name, role, fte, valid_from ${one.more ?? sql``})
      values (${made}, ${world.groupId}, ${one.place ?? 'XA002'}, ${one.name}, 'gp', 1, ${one.from ?? '2020-01-01'} ${one.values ?? sql``})`);
    return made;
  });
const refusedWith = (code: string, work: () => Promise<unknown>) => assert.rejects(work, { code });
const number = (registration: string) => ({ more: sql`, registration`, values: sql`, ${registration}` });
const apart = { more: sql`, told_apart`, values: sql`, 'Two GMC numbers seen'` };
const marked = (of: string, kept: string, until = sql`greatest(platform.today(), valid_from)`) =>
  transaction(as(base.db, lead), (tx) =>
    tx.rows(sql`update workforce.clinician set same_person_as = ${kept}, valid_to = ${until} where id = ${of}`),
  );

describe('One person has one safe limit', () => {
  test('who is entered under a name of the group, however written, is refused by the database at every practice', async () => {
    await entry(lead, { name: 'Dr Hána O’Rahmani-Lowe', place: 'XA001' });
    for (const name of [
      'hana orahmani lowe',
      'DR.  HANA O’RAHMANI LOWE',
      'O’Rahmani-Lowe, Hana',
      'Prof Hána O`Rahmani–Lowe',
    ])
      await refusedWith('SP131', () => entry(lead, { name }));
    await entry(lead, { name: 'Dr Hana Rahmani' });
    await entry(lead, { name: 'Hana O’Rahmani-Lowe', ...apart });
    await refusedWith('SP131', () => entry(lead, { name: 'Hana O’Rahmani-Lowe' }));
  });

  test('a registration number is one entry’s, whatever it is called, and two numbers make two people of one name', async () => {
    await entry(lead, { name: 'Dr Ines Boyd', ...number('GMC 7000001') });
    await refusedWith('23P01', () => entry(lead, { name: 'Dr I Boyd', ...number('GMC 7000001') }));
    await entry(lead, { name: 'Dr Ines Boyd', ...number('GMC 7000002') });
    await refusedWith('SP131', () => entry(lead, { name: 'Dr Ines Boyd' }));
    await refusedWith('23514', () => entry(lead, { name: 'Dr I Boyd', ...number('7000003') }));
  });

  test('of many who enter one person at once, one does', async () => {
    const all = await Promise.allSettled(Array.from({ length: 12 }, () => entry(lead, { name: 'Dr Race Once' })));
    assert.equal(all.filter(({ status }) => status === 'fulfilled').length, 1);
    const web = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        desk.post('/clinicians', {
          ...{ name: 'Dr Web Once', role: 'gp', fte: '1', registration: '7100001' },
          practice: n % 2 === 0 ? 'XA001' : 'XA002',
        }),
      ),
    );
    assert.deepEqual(web.map(({ statusCode }) => statusCode).sort(), [303, 422, 422, 422, 422, 422]);
  });

  test('who works at two practices is booked up to one limit by 200 callers, and never twice in the same minutes', async () => {
    const places = ['XA001', 'XA002'].map((practice, n) => ({ practice, n, from: at(n * 240) }));
    await desk.post(`/clinicians/${gp}/places`, { place: 'XA002' });
    const sessions: string[] = [];
    for (const { practice, n, from } of places)
      sessions.push(
        await openSessionFor(base, {
          ...{ n: 40 + n, clinician: gp, practice, startsAt: from, minutes: 240, slotMinutes: 5 },
        }),
      );
    const results = await Promise.all(
      Array.from({ length: 200 }, (_, caller) =>
        book(as(base.db, world.actors.navigator, 'book-visit'), {
          ...{ key: `one-${caller}`, requestId: null, patientId: world.patients[caller] ?? '', minutes: 5 },
          ...{ sessionId: sessions[caller % 2] ?? '', startsAt: at((caller % 2) * 240 + 5 * (caller % 47)) },
        }),
      ),
    );
    const refusals = new Set(results.flatMap((result) => (result.ok ? [] : [result.error])));
    assert.equal(results.filter(({ ok }) => ok).length, 25, [...refusals].join());
    const found = await base.owner.one<{ overlaps: number; places: number }>(sql`
      select count(*) filter (where exists (select from access.booking o where o.clinician_id = b.clinician_id and o.id <> b.id
        and o.starts_at < b.ends_at and o.ends_at > b.starts_at))::int as overlaps, count(distinct b.host_practice_id)::int as places
      from access.booking b where b.clinician_id = ${gp} and b.status = 'booked'`);
    assert.deepEqual(found, { overlaps: 0, places: 2 });
    await assert.rejects(
      openSessionFor(base, { n: 45, clinician: gp, practice: 'XA002', startsAt: at(60), minutes: 60 }),
      { code: '23P01' },
      'no two sessions of one person at one time, wherever they are',
    );
  });

  test('an entry found to be the same person’s ends, takes no session more, and gives what it had to the one that stays', async () => {
    const second = await entry(lead, { name: 'Dr One by another name' });
    await openSessionFor(base, { n: 50, clinician: second, practice: 'XA002', startsAt: at(1500), minutes: 60 });
    await refusedWith('SP132', () => marked(second, gp));
    await arrange(base.owner, async (run) => {
      await run(sql`update access.session set status = 'cancelled' where id = ${id(8, 50)}`);
      await run(sql`update patients.patient set usual_gp_id = ${second} where id = ${world.patients[5] ?? ''}`);
    });
    await refusedWith('SP134', () => marked(second, gp, sql`date '2099-01-01'`));
    await marked(second, gp);
    await refusedWith('SP133', () =>
      openSessionFor(base, { n: 51, clinician: second, practice: 'XA002', startsAt: at(3000), minutes: 60 }),
    );
    await refusedWith('SP133', () =>
      arrange(base.owner, async (run) => {
        await run(sql`update access.session set status = 'open' where id = ${id(8, 50)}`);
      }),
    );
    await refusedWith('SP134', () => marked(second, world.clinicians[1] ?? ''));
    const urgent = await bookOverflow(as(base.db, world.actors.clinician, 'book-overflow'), {
      ...{ key: 'urgent', requestId: null, hostPracticeId: 'XA001', mode: 'telephone', startsAt: at(2), minutes: 15 },
      ...{ patientId: world.patients[6] ?? '', clinicianId: second, reason: 'Breathless', decidedBy: 'Dr 1' },
    });
    assert.equal(urgent.ok ? 'booked' : urgent.error.kind, 'not-there');
    const later = sql`update workforce.clinician set valid_to = '2099-01-01' where id = ${second}`;
    await refusedWith('SP134', () => transaction(as(base.db, lead), (tx) => tx.rows(later)));
    const usual = sql`select usual_gp_id as id from patients.patient where id = ${world.patients[5] ?? ''}`;
    assert.deepEqual(await base.owner.one(usual), { id: gp });
  });

  test('an entry is not ended as another’s while a session is being opened for it', async () => {
    for (let n = 0; n < 8; n += 1) {
      const second = await entry(lead, { name: `Dr Race ${String.fromCharCode(65 + n)}` });
      const [one, other] = await Promise.allSettled([
        marked(second, gp),
        openSessionFor(base, { n: 60 + n, clinician: second, practice: 'XA002', startsAt: at(1500), minutes: 60 }),
      ]);
      assert.notEqual(one.status, other.status, 'exactly one of them');
    }
  });

  test('who comes back has no second limit beside sessions that stood when they left', async () => {
    const left = await entry(lead, { name: 'Dr Comes Back' });
    await openSessionFor(base, { n: 80, clinician: left, practice: 'XA002', startsAt: at(0), minutes: 60 });
    const day = tomorrow.toPlainDate().toString();
    await transaction(as(base.db, lead), (tx) =>
      tx.rows(sql`update workforce.clinician set valid_to = ${day} where id = ${left}`),
    );
    await refusedWith('SP132', () => entry(lead, { name: 'Dr Comes Back', from: day }));
    await arrange(base.owner, async (run) => {
      await run(sql`update access.session set status = 'cancelled' where id = ${id(8, 80)}`);
    });
    await entry(lead, { name: 'Dr Comes Back', from: day });
  });

  test('a manager says who works at the own practice too, and at no other', async () => {
    const place = (practice: string) =>
      transaction(as(base.db, manager), (tx) =>
        tx.rows(sql`insert into workforce.works_at (id, group_id, clinician_id, practice_id, valid_from)
          values (gen_random_uuid(), ${world.groupId}, ${world.clinicians[1] ?? ''}, ${practice}, platform.today())`),
      );
    await place('XA002');
    await refusedWith('42501', () => place('XA003'));
  });
});
