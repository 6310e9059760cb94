import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Actor } from '#platform/auth/actor.ts';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { arrange, as, openSessionFor, smallWorld, standing } from '../../../test/support/world.ts';
import { book } from './commands/book.ts';
import { askOnline } from './commands/online.ts';
import { mayAskFor, ownVisits } from './queries/online.ts';
import { holdPlaces } from './store/hold.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 30 });
const { navigator } = world.actors;
const start = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 2 }).withPlainTime('09:00').toInstant();
const session = await openSessionFor(base, {
  n: 1,
  clinician: world.clinicians[0] ?? '',
  startsAt: start,
  minutes: 240,
  slotMinutes: 10,
});
const patient = (n: number): Actor => ({
  ...{ personId: null, roleHeldId: null, name: '', role: 'patient', groupId: world.groupId, practiceId: 'XA001' },
  patientId: world.patients[n] ?? '',
});
const now = Temporal.Now.instant();
const ask = async (n: number): Promise<string> => {
  const asked = await askOnline(as(base.db, patient(n)), {
    patientId: world.patients[n] ?? '',
    words: 'a cough for two weeks',
    now,
  });
  return asked.ok ? asked.value.id : assert.fail(asked.error);
};
const place = (slot: number) => ({
  sessionId: session,
  startsAt: start.add({ minutes: slot * 10 }),
  minutes: 10,
  ownGp: false,
  miles: null,
});
const hold = (n: number, request: string, slot: number) =>
  transaction(as(base.db, patient(n)), (tx) => holdPlaces(tx, request, [place(slot)]));
const bookAs = (
  who: Actor,
  n: number,
  { slot, request = null, key }: { slot: number; request?: string | null; key: string },
) =>
  book(as(base.db, who), {
    key,
    requestId: request,
    patientId: world.patients[n] ?? '',
    sessionId: session,
    startsAt: place(slot).startsAt,
    minutes: 10,
  });

describe('A held place', () => {
  test('is held by one of many who want it at once, and by nobody where it is booked', async () => {
    const requests = await Promise.all([0, 1, 2, 3, 4, 5].map(ask));
    const held = await Promise.all(requests.map((request, n) => hold(n, request, 0)));
    assert.equal(
      held.reduce((sum, one) => sum + one, 0),
      1,
    );
    assert.ok((await bookAs(navigator, 9, { slot: 1, key: 'nav-1' })).ok);
    assert.equal(await hold(1, requests[1] ?? '', 1), 0);
  });

  test('and a confirmation that comes with another’s booking end in one visit, whoever is first', async () => {
    for (let slot = 2; slot < 7; slot += 1) {
      const request = await ask(10 + slot);
      assert.equal(await hold(10 + slot, request, slot), 1);
      // It runs out in the very moment in which both want it.
      await arrange(base.owner, async (run) => {
        await run(
          sql`update access.hold set until = clock_timestamp() + interval '5 milliseconds' where request_id = ${request}`,
        );
      });
      const both = await Promise.all([
        bookAs(patient(10 + slot), 10 + slot, { slot, request, key: `own-${slot}` }),
        bookAs(navigator, 20 + slot, { slot, key: `nav-slot-${slot}` }),
      ]);
      assert.deepEqual(both.filter(({ ok }) => ok).length, 1, JSON.stringify(both));
    }
  });

  test('counts to the clinician’s limit, for staff as for patients', async () => {
    await arrange(base.owner, async (run) => {
      await run(
        sql`update workforce.daily_limit set contacts = (select ordinary + 1 from access.clinician_day where clinician_id = ${world.clinicians[0]})`,
      );
      await run(sql`delete from access.hold`);
    });
    const request = await ask(17);
    assert.equal(await hold(17, request, 12), 1);
    assert.deepEqual(await bookAs(navigator, 18, { slot: 14, key: 'over' }), { ok: false, error: 'limit-reached' });
    assert.ok(
      (await bookAs(patient(17), 17, { slot: 12, request, key: 'own-12' })).ok,
      'the last place under the limit is theirs',
    );
    await arrange(base.owner, async (run) => {
      await run(sql`update workforce.daily_limit set contacts = 25`);
    });
  });

  test('is nobody’s to book for another patient, nor for another’s request', async () => {
    const [mine, theirs] = [await ask(27), await ask(28)];
    assert.equal((await bookAs(patient(27), 28, { slot: 16, request: theirs, key: 'x-1' })).ok, false);
    assert.equal((await bookAs(patient(27), 27, { slot: 16, request: theirs, key: 'x-2' })).ok, false);
    assert.equal((await bookAs(patient(27), 27, { slot: 16, request: null, key: 'x-3' })).ok, false);
    assert.ok((await bookAs(patient(27), 27, { slot: 16, request: mine, key: 'x-4' })).ok);
  });
});

describe('Acting for somebody', () => {
  const [parent, child, teenager] = [20, 21, 22];
  const born = (years: number) => Temporal.Now.plainDateISO().subtract({ years, days: 3 }).toString();
  const consent = (patientId: number, kind: string) =>
    arrange(base.owner, async (run) => {
      await run(sql`insert into patients.proxy (id, practice_id, patient_id, proxy_id, relation, consent, valid_from)
        values (gen_random_uuid(), 'XA001', ${world.patients[patientId]}, ${world.patients[parent]}, 'parent', ${kind}, platform.today())`);
    });

  test('a parent sees and asks for their child from the day consent is recorded until the birthday of the rule', async () => {
    await arrange(base.owner, async (run) => {
      await run(sql`update patients.patient set birth_date = ${born(6)} where id = ${world.patients[child]}`);
      await run(sql`update patients.patient set birth_date = ${born(14)} where id = ${world.patients[teenager]}`);
    });
    const context = as(base.db, patient(parent));
    const asking = { patientId: world.patients[child] ?? '', words: 'She has had an earache since Monday', now };
    assert.deepEqual(await askOnline(context, asking), { ok: false, error: 'not-there' });
    await consent(child, 'parental');
    assert.deepEqual(
      (await transaction(context, mayAskFor)).map(({ relation }) => relation),
      [null, 'parent'],
    );
    const asked = await askOnline(context, asking);
    assert.ok(asked.ok);
    const [row] = await standing<{ caller_is: string; for_other: boolean; until: string }>(
      base.owner,
      sql`select r.caller_is, r.for_other, (select (x.valid_to - p.birth_date)::text from patients.proxy x join patients.patient p on p.id = x.patient_id where p.id = r.patient_id) as until
        from access.request r where r.patient_id = ${world.patients[child]}`,
    );
    assert.deepEqual([row?.caller_is, row?.for_other], ['parent', true]);
    assert.ok(Math.abs(Number(row?.until) / 365.25 - 11) < 0.01);
    await arrange(base.owner, async (run) => {
      await run(
        sql`update patients.proxy set valid_from = platform.today() - 9, valid_to = platform.today() where patient_id = ${world.patients[child]}`,
      );
    });
    assert.equal((await transaction(context, mayAskFor)).length, 1, 'over from that day on');
  });

  test('a parent’s own authority never opens a teenager’s record; what the teenager asked stays theirs', async () => {
    await assert.rejects(consent(teenager, 'parental'), { code: 'SP070' });
    const own = await askOnline(as(base.db, patient(teenager)), {
      patientId: world.patients[teenager] ?? '',
      words: 'I need the pill',
      now,
    });
    assert.ok(own.ok);
    await consent(teenager, 'own');
    const seen = await transaction(as(base.db, patient(parent)), (tx) =>
      tx.rows(sql`select r.words from access.request r where r.patient_id = ${world.patients[teenager]}`),
    );
    assert.deepEqual(seen, []);
    assert.deepEqual((await transaction(as(base.db, patient(parent)), (tx) => ownVisits(tx, now))).past, []);
  });

  test('a patient who has left every list acts no more', async () => {
    await arrange(base.owner, async (run) => {
      await run(sql`update patients.patient set left_on = platform.today() where id = ${world.patients[29]}`);
    });
    await assert.rejects(transaction(as(base.db, patient(29)), mayAskFor), { code: '42501' });
  });
});
