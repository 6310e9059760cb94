import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { deprivationCsv, importText } from '#domains/published/fixtures.ts';
import { sql } from '#platform/db/sql.ts';
import { testApp } from '../../../test/support/app.ts';
import { continuityWorld, type ContinuityWorld } from '../../../test/support/continuity.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { somebody } from '../../../test/support/more-people.ts';
import { signIn, type SignedIn } from '../../../test/support/signed-in.ts';
import { arrange, id } from '../../../test/support/world.ts';

const roles = [
  ['governance', 'governance', null],
  ['operations', 'operations', null],
  ['manager', 'practice_manager', 'XA001'],
  ['partner', 'partner', 'XA001'],
  ['managerOfC', 'practice_manager', 'XA003'],
  ['finance', 'finance', null],
] as const;

const text = (html: string) =>
  html
    .replaceAll(/<style[\s\S]*?<\/style>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&#39;/g, '’')
    .replaceAll(/\s+/g, ' ');

describe('The pages of continuity and fair access', async () => {
  const base = await testDatabase();
  const { app } = await testApp(base);
  let world: ContinuityWorld;
  const desk = {} as Record<(typeof roles)[number][0], SignedIn>;
  const others = ['XA004', 'XA005', 'XA006'];

  before(async () => {
    world = await continuityWorld(base);
    const { groupId, gp, today } = world;
    await base.owner.rows(
      sql`insert into network.practice (id, name, source) select p, 'Beside ' || p, 'test' from unnest(${others}::text[]) p`,
    );
    await arrange(base.owner, async (run) => {
      await run(
        sql`insert into network.group_practice select ${groupId}, p, '2020-01-01' from unnest(${others}::text[]) p`,
      );
      for (const [at, practice] of others.entries())
        for (let n = 0; n < 12; n += 1)
          await run(sql`insert into patients.patient (id, practice_id, given_name, family_name, family_key, birth_date, sex, usual_gp_id, registered_from, language)
            values (${id(6, 95_000 + at * 100 + n)}, ${practice}, 'G', 'F', 'f', ${n < 2 ? '2024-01-01' : '1970-01-01'}, 'male', ${gp.C}, '2020-01-01', ${n < 3 ? 'pl' : 'en'})`);
    });
    const day = today.subtract({ days: 1 });
    // The last of them has eight patients seen, too few to show.
    await world.add(
      others.flatMap((practice, at) =>
        Array.from({ length: at === 2 ? 8 : 12 }, (_, n) => ({
          ...{ practice, day, patient: id(6, 95_000 + at * 100 + n) },
          clinician: n % 2 === 0 ? gp.C : gp.D,
        })),
      ),
    );
    await arrange(base.owner, async (run) => {
      const received = day.toZonedDateTime({ timeZone: 'Europe/London', plainTime: '09:00' }).toInstant();
      for (let n = 0; n < 24; n += 1) {
        const ended = received.add({ minutes: n < 20 ? 30 : 300 });
        await run(sql`insert into access.request (id, group_id, practice_id, patient_id, channel, status, outcome, urgency, received_at, due_at, ended_at)
          values (${id(20, n)}, ${groupId}, ${others[n % 2] ?? ''}, ${id(6, 95_000 + (n % 2) * 100 + Math.floor(n / 2))},
            ${n % 2 === 0 ? 'online' : 'telephone'}, 'ended', 'advice', 'same-day', ${received}, ${received.add({ minutes: 60 })}, ${ended})`);
      }
    });
    await world.join(['XA001', 'XA002', ...others]);
    for (const [n, [key, role, practiceId]] of roles.entries())
      desk[key] = await signIn(app, base.db, await somebody(base, world, { n: 70 + n, role, practiceId }));
  });

  const page = async (who: keyof typeof desk, url = '/measures/continuity') => {
    const answer = await desk[who].get(url);
    assert.equal(answer.statusCode, 200, answer.body);
    return text(answer.body);
  };

  test('tell a role of the group every practice that joined by name, with top and bottom, and hide what is too small', async () => {
    for (const who of ['governance', 'operations'] as const) {
      const said = await page(who);
      assert.match(said, /of GP appointments were with the patient’s own GP/);
      assert.match(said, /Practice 2 41\.5% 17 of 41 54\.8% 17 of 31/);
      assert.match(said, /Beside XA006 too few to show/);
      // The next smallest, of ten patients, is hidden with it, or the eight could be worked out from the group.
      assert.match(said, /Practice 1 too few to show/);
      assert.doesNotMatch(said, /Practice 3/);
      assert.match(said, /UPC’s most-seen doctor can be a locum; SLICC and OPR need a named GP/);
    }
  });

  test('tell a practice its own by name and the others as dots, on the page and in the CSV', async () => {
    for (const who of ['manager', 'partner'] as const) {
      const answer = await desk[who].get('/measures/continuity');
      const csv = await desk[who].get('/measures/continuity.csv');
      for (const body of [answer.body, csv.body]) {
        assert.match(body, /Practice 1/);
        assert.doesNotMatch(body, /Practice 2|XA002|Beside|XA00[456]/);
      }
      assert.match(text(answer.body), /54% of GP appointments were with the patient’s own GP/);
      assert.match(text(answer.body), /The other 4 practices that joined Comparisons are dots without a name/);
      assert.match(answer.body, /<svg[^>]*role="img"/);
      const unnamed = csv.body.split('\r\n').filter((line) => line.startsWith('another practice'));
      assert.ok(unnamed.some((line) => line.includes('SLICC,0.415,,,,')));
    }
  });

  test('show a practice that has not joined nothing of the others, not even their sum', async () => {
    const said = await page('managerOfC');
    assert.match(said, /Other practices are not shown/);
    assert.doesNotMatch(said, /The group|another practice/);
    assert.match(said, /Not known: no GP appointment has been counted/);
  });

  test('give months as a trend, and take the number of months from the address', async () => {
    const said = await page('governance', '/measures/continuity?months=1');
    assert.match(said, /Month by month/);
    assert.match(said, /so far|20\d\d/);
    assert.match(await page('governance', '/measures/continuity?months=99'), /Month by month/);
  });

  test('say how many were answered within their time by age, language and channel, and hide what could be worked out', async () => {
    const said = await page('governance', '/measures/fair-access');
    assert.match(said, /83% of requests were answered within their time/);
    assert.match(said, /Online 10 83%/);
    // Four under-fives and six of another language: too few, and the only other group would give them away.
    assert.match(said, /Under 5 too few to show/);
    assert.match(said, /40 to 64 too few to show|18 to 39 none/);
    assert.match(said, /Another language too few to show/);
    assert.match(said, /English too few to show/);
    assert.match(
      said,
      /Deprivation of the practice Every practice not known no published deprivation scores are imported\. The administrator imports them/,
    );
  });

  test('count for a practice its own requests alone, and for one that has none say so', async () => {
    assert.match(await page('manager', '/measures/fair-access'), /Not known: no request has been counted/);
    const { body, headers } = await desk.governance.get('/measures/fair-access.csv');
    assert.match(String(headers['content-type']), /text\/csv/);
    assert.match(body, /How they asked,Online,10,0\.83/);
    assert.match(body, /How they asked,Sent by 111 or another practice,,,none/);
    assert.match(body, /Deprivation of the practice,Not known,,,no published deprivation scores are imported/);
  });

  test('say whose deprivation is meant, from which scores, and how many practices have one, once scores are imported', async () => {
    const scores = Array.from({ length: 10 }, (_, n) => ({ AreaCode: `Z0000${n}`, Value: 50 - n }));
    await importText(base.db, ['imd.csv', deprivationCsv(scores)]);
    await base.owner.rows(
      sql`update published.practice_deprivation set practice_code = 'XA004' where practice_code = 'Z00000'`,
    );
    const said = await page('governance', '/measures/fair-access');
    assert.match(
      said,
      /National fifth by the practice’s own score of 2019, not the patient’s\. 1 of 5 practices has a score/,
    );
    assert.match(
      said,
      /Fifth 1, most deprived 10 83% .* Fifth 2 none .* Fifth 5, least deprived none none Not known 10 83%/,
    );
    assert.match(
      said,
      /Office for Health Improvement and Disparities, Fingertips: Deprivation score .*, 2019 Indices, 10 practices \(Open Government Licence v3\.0\)/,
    );
    assert.doesNotMatch(said, /no published deprivation scores/);
    const { body } = await desk.governance.get('/measures/fair-access.csv');
    assert.match(body, /Deprivation of the practice,"Fifth 1, most deprived",10,0\.83/);
    assert.match(await page('manager', '/measures/fair-access'), /The practice has no score\./);
  });

  test('are refused to those whose work it is not', async () => {
    for (const url of [
      '/measures/continuity',
      '/measures/continuity.csv',
      '/measures/fair-access',
      '/measures/fair-access.csv',
    ])
      assert.equal((await desk.finance.get(url)).statusCode, 403);
  });
});
