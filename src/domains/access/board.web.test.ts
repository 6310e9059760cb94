import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { testApp } from '../../../test/support/app.ts';
import { callAbout, page } from '../../../test/support/calls.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { signIn, type SignedIn } from '../../../test/support/signed-in.ts';
import { arrange, id, smallWorld } from '../../../test/support/world.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 8 });
const { app } = await testApp(base);
const navigator = await signIn(app, base.db, world.actors.navigator);
const clinician = await signIn(app, base.db, world.actors.clinician);
const operations = await signIn(app, base.db, world.actors.operations);

/** A call about a patient who is known, with words. */
const about = (who: SignedIn, patient: number, words: string): Promise<string> =>
  callAbout(who, world.patients[patient], { words });

describe('The board of the day', () => {
  test('counts the people with an unanswered red flag as the clinicians’ list and the calls do, however many dangers each named', async () => {
    await about(navigator, 2, 'crushing chest pain since breakfast, and now his face has drooped and he had a seizure');
    const board = await page(navigator, '/today');
    const people = Number(/(\d+) (?:person needs|people need) a clinician now/.exec(board)?.[1]);
    assert.ok(people > 0);
    assert.equal(
      /(\d+) (?:person needs|people need) a clinician now/.exec(await page(clinician, '/red-flags'))?.[1],
      String(people),
    );
    assert.match(await page(navigator, '/calls'), new RegExp(`${people} red flags?`));
    assert.equal(board.match(/class="risk__who"><b>1</g)?.length, people);
    assert.match(board, /Chest pain[^<]*; [^<]*stroke[^<]*; Seizure/i);
  });

  test('gives each the number to ring, who was asked, and no number where ringing may endanger somebody', async () => {
    const rows = async (): Promise<string[]> => (await page(navigator, '/today')).split('<li class="risk">').slice(1);
    await arrange(base.owner, async (run) => {
      await run(sql`update patients.patient set phone = '+447700900123' where id = any (${world.patients}::uuid[])`);
    });
    const hurt = await about(navigator, 3, 'My husband hits me and I am frightened to go home');
    const [told = ''] = (await rows()).filter((row) => row.includes(hurt));
    assert.match(told, /Do not ring, text or write/);
    assert.doesNotMatch(told, /’s number/);
    assert.doesNotMatch(told, /07700/);
    await navigator.post(`${hurt}/safe-contact`, { how: 'At her sister’s, after four' });
    const [reached = ''] = (await rows()).filter((row) => row.includes(hurt));
    assert.match(reached, /Reach them only as they chose<\/span> “At her sister’s, after four”/);
    assert.doesNotMatch(reached, /’s number|07700/);
    const chest = await about(navigator, 4, 'crushing chest pain since breakfast');
    const [row = ''] = (await rows()).filter((one) => one.includes(chest));
    assert.match(row, /Patient’s number<\/span> <b class="nw">07700 900123<\/b>/);
    assert.match(row, /on duty|Nobody is on duty at any level/);
    const forOperations = await page(operations, '/today');
    assert.match(forOperations, /A clinician answers this/);
    assert.doesNotMatch(forOperations, /’s number|07700|her sister/, 'who does not ring patients reads no number');
  });

  test('puts those who wait for one duty holder in one row that says how many and opens to them', async () => {
    for (const patient of [2, 5]) await about(navigator, patient, 'crushing chest pain since breakfast');
    const board = await page(navigator, '/today');
    const [, many = ''] = /<h2>(\d+) people wait for /.exec(board) ?? [];
    assert.ok(Number(many) > 1);
    const [, requests] =
      /<details class="more risk__all" id="asked-[^"]+"><summary>Show each of the (\d+)</.exec(board) ?? [];
    assert.equal(Number(requests), Number(many) + 1, 'one of them asked twice, and is one person');
    assert.match(
      await page(clinician, '/red-flags'),
      new RegExp(`>${/(\d+) people need a clinician now/.exec(board)?.[1]} people need a clinician now`),
    );
    assert.match(board, /Ring next: |asked before|Nobody else is on duty:/);
  });

  test('keeps a danger that was denied after those that stand, titled as denied', async () => {
    await about(navigator, 1, 'routine note: no chest pain, not breathless, sick note please');
    const board = await page(navigator, '/today');
    const titles = [...board.matchAll(/<h2>([^<]*), Practice \d<\/h2>/g)].map(([, title = '']) => title);
    const [denied] = titles.flatMap((title, at) => (title.startsWith('Denied: ') ? [at] : []));
    assert.match(titles[denied ?? -1] ?? '', /^Denied: .*chest pain/);
    assert.equal(
      titles.slice(denied).every((title) => title.startsWith('Denied: ')),
      true,
      titles.join('|'),
    );
  });

  test('never says that everything was met while somebody still waits', async () => {
    await about(navigator, 7, 'sick note');
    const board = await page(operations, '/today');
    assert.doesNotMatch(board, /has been met/);
    assert.match(board, /of today’s \d+ requests at 2 practices are still open/);
  });

  test('counts the requests of the week as those of the day, and says of how many practices both are', async () => {
    const board = await page(operations, '/today');
    const [, ofDay] = /of today’s (\d+) requests at 2 practices/.exec(board) ?? assert.fail();
    const [, ofWeek] =
      /So far this week \d+ of (\d+) requests at 2 practices could not be met/.exec(board) ?? assert.fail();
    assert.equal(ofWeek, ofDay, 'nothing was asked for before today');
  });

  test('says of a carried request that lost its place just that, as the calls do', async () => {
    const [request, booking] = [id(41, 1), id(41, 2)];
    const before = Temporal.Now.instant().subtract({ hours: 50 });
    const visit = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 1 }).with({ hour: 10 });
    await arrange(base.owner, async (run) => {
      await run(sql`insert into access.request (id, group_id, practice_id, patient_id, channel, words, status, urgency, received_at, due_at, answer_by)
        values (${request}, ${world.groupId}, 'XA001', ${world.patients[6] ?? ''}, 'telephone', 'sore knee', 'waiting', 'within-7-days', ${before}, ${before.add({ hours: 90 })}, ${before.add({ hours: 90 })})`);
      await run(sql`insert into access.booking (id, group_id, practice_id, host_practice_id, clinician_id, patient_id, request_id, kind, mode, day, starts_at, ends_at, status,
          cancelled_at, cancel_reason, idempotency_key, overflow_reason, overflow_by)
        values (${booking}, ${world.groupId}, 'XA001', 'XA001', ${world.clinicians[0]}, ${world.patients[6] ?? ''}, ${request}, 'overflow', 'telephone', ${visit.toPlainDate()},
          ${visit.toInstant()}, ${visit.add({ minutes: 10 }).toInstant()}, 'cancelled', now(), 'Doctor away', 'board-lost', 'Could not wait', 'Dr 2')`);
      await run(sql`insert into access.orphan (id, group_id, practice_id, host_practice_id, booking_id, change_id, patient_id, request_id, why)
        values (${id(41, 3)}, ${world.groupId}, 'XA001', 'XA001', ${booking}, ${id(41, 4)}, ${world.patients[6] ?? ''}, ${request}, 'absence')`);
    });
    assert.match(await page(navigator, '/calls'), /lost their place/);
    const carried = /Carried from earlier days[^]*?<\/table>/.exec(await page(operations, '/today'))?.[0] ?? '';
    assert.match(carried, /<th scope="row">Lost their place: a session was changed<\/th><td class="r">1<\/td>/);
    assert.doesNotMatch(carried, /not known/);
  });

  test('asks the database the same number of things however many red flags wait', async () => {
    let statements = 0;
    const counted = new WeakSet();
    base.db.pool.on('acquire', (client) => {
      if (counted.has(client)) return;
      counted.add(client);
      const query = client.query.bind(client) as (...parts: unknown[]) => unknown;
      Object.assign(client, {
        query: (...parts: unknown[]) => {
          statements += 1;
          return query(...parts);
        },
      });
    });
    const asked = async (): Promise<[requests: number, statements: number]> => {
      statements = 0;
      const board = await page(navigator, '/today');
      return [Number(/Show each of the (\d+)/.exec(board)?.[1]), statements];
    };
    await about(navigator, 1, 'crushing chest pain since breakfast');
    const [few, before] = await asked();
    for (const patient of [2, 3, 4, 5]) await about(navigator, patient, 'he had a seizure and will not wake up');
    const [many, after] = await asked();
    assert.ok(before > 0);
    assert.deepEqual([many - few, after - before], [4, 0]);
  });
});

describe('A board of practices of which nothing is known', () => {
  test('says that they cannot be seen, and neither calm, room nor places', async () => {
    const blind = await testDatabase();
    const { actors } = await smallWorld(blind);
    await arrange(blind.owner, async (run) => {
      await run(sql`update network.agreement set left_from = '2020-02-01'`);
    });
    const board = await page(await signIn((await testApp(blind)).app, blind.db, actors.operations), '/today');
    assert.match(board, /<h1[^>]*>3 practices cannot be seen: none has joined hub booking/);
    assert.doesNotMatch(board, /Nothing needs anyone|Nobody is near|no sessions|0 requests|Nothing has been asked/);
    assert.match(board, /Hub One<\/b>not known<\/p><div class="tiles__of">(<span class="tile [^]*){3}<\/div><\/div>/);
    assert.equal(board.match(/not joined to hub booking/g), null, 'it is said once');
  });
});

describe('A page that refreshes itself', () => {
  test('is one read of each patient in a quarter of an hour, and always one of a patient newly shown', async () => {
    const person = world.actors.clinician.name;
    const reads = async (): Promise<number> => {
      let found = 0;
      await arrange(base.owner, async (run) => {
        const wanted = sql`select count(*)::int as reads from audit.event e
          where e.kind = 'read' and e.class = 'patient' and e.action = 'see-red-flags' and e.person_name = ${person}`;
        found = ((await run(wanted)) as { rows: { reads: number }[] }).rows[0]?.reads ?? 0;
      });
      return found;
    };
    await about(navigator, 6, 'crushing chest pain since breakfast');
    const before = await reads();
    await page(clinician, '/red-flags');
    const opened = await reads();
    assert.ok(opened > before);
    for (let times = 0; times < 3; times += 1) assert.equal((await clinician.refresh('/red-flags')).statusCode, 200);
    assert.equal(await reads(), opened);
    const [known] = (await clinician.refresh('/red-flags')).body.match(/\d+ (?=(person needs|people need))/) ?? [];
    await about(navigator, 7, 'he had a seizure and will not wake up');
    const [more] = (await clinician.refresh('/red-flags')).body.match(/\d+ (?=(person needs|people need))/) ?? [];
    assert.equal(Number(more), Number(known) + 1);
    assert.equal(await reads(), opened + 1);
    await page(clinician, '/red-flags');
    assert.equal(await reads(), opened + 1 + (opened - before) + 1, 'whoever opens the page again reads again');
  });
});
