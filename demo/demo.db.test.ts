import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import pg from 'pg';
import { england, isWorkingDay } from '#kernel/working-day.ts';
import { transaction } from '#platform/db/transaction.ts';
import { testDatabase, type TestDatabase } from '../test/support/database.ts';
import { seedDemo } from './seed.ts';

/** A quarter past ten on the last day on which practices were open, so that what holds today in the database holds here. */
function lastMorning(): Temporal.Instant {
  let day = Temporal.Now.zonedDateTimeISO('Europe/London').subtract({ days: 1 });
  while (!isWorkingDay(england, day.toPlainDate())) day = day.subtract({ days: 1 });
  return day.withPlainTime('10:15').toInstant();
}

const now = lastMorning();
const today = now.toZonedDateTimeISO('Europe/London').toPlainDate().toString();
const scale = 0.02;

/** What is read as superuser, past row-level security. */
async function all<R extends pg.QueryResultRow>({ superuserUrl }: TestDatabase, text: string): Promise<R[]> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    return (await client.query<R>(text)).rows;
  } finally {
    await client.end();
  }
}

const count = async (database: TestDatabase, from: string): Promise<number> =>
  Number((await all<{ count: string }>(database, `select count(*) from ${from}`))[0]?.count);

const tables = [
  'network.practice', 'network.group', 'network.group_practice', 'network.branch_site', 'network.hub', 'network.hub_member', 'network.contract', 'network.agreement',
  'network.person', 'network.role_held', 'workforce.clinician', 'workforce.daily_limit', 'patients.patient', 'access.session', 'access.duty', 'access.request',
  'access.red_flag', 'access.clinician_day', 'access.booking', 'access.hand_back', 'access.hand_back_ask', 'access.owed_result', 'audit.event',
  'access.session_change', 'access.orphan', 'access.book', 'access.book_clinician',
]; // prettier-ignore

/** A checksum of every table; numbers that a server gives by itself are left out. */
async function checksums(database: TestDatabase): Promise<Record<string, string>> {
  const sums: Record<string, string> = {};
  for (const table of tables) {
    const row = table === 'audit.event' ? `to_jsonb(t) - 'id' - 'tx'` : 'to_jsonb(t)';
    const part = table === 'audit.event' ? `where t.kind <> 'act'` : '';
    const [sum] = await all<{ sum: string }>(
      database,
      `select md5(string_agg(r, e'\\n' order by r)) as sum from (select (${row})::text as r from ${table} t ${part}) rows`,
    );
    sums[table] = sum?.sum ?? '';
  }
  return sums;
}

/** How the tables are guarded: security, triggers, constraints and indexes. */
const guards = (database: TestDatabase) =>
  all(
    database,
    `select 'security ' || oid::regclass::text || relforcerowsecurity::text || relrowsecurity::text as guard from pg_class where relnamespace::regnamespace::text in ('network', 'patients', 'workforce', 'access', 'audit') and relkind = 'r'
     union all select 'trigger ' || tgrelid::regclass::text || tgname || tgenabled::text from pg_trigger where not tgisinternal
     union all select 'constraint ' || conrelid::regclass::text || conname || pg_get_constraintdef(oid) || convalidated::text from pg_constraint where conrelid <> 0
     union all select 'index ' || indexdef from pg_indexes where schemaname in ('network', 'patients', 'workforce', 'access', 'audit') order by 1`,
  );

const seeded = await testDatabase();
const before = await guards(seeded);
const lines: string[] = [];
const summary = await seedDemo({ ownerUrl: seeded.ownerUrl, scale, now, progress: (line) => lines.push(line) });

describe('The demonstration', () => {
  test('says what it does and answers what it made', async () => {
    assert.ok(lines.length >= 5);
    for (const [table, rows] of Object.entries(summary.rows)) {
      assert.equal(
        await count(seeded, `${table} t ${table === 'audit.event' ? `where t.kind <> 'act'` : ''}`),
        rows,
        table,
      );
    }
  });

  test('is the same for the same seed and moment', async () => {
    const other = await testDatabase();
    await seedDemo({ ownerUrl: other.ownerUrl, scale, now });
    assert.deepEqual(await checksums(other), await checksums(seeded));
  });

  test('leaves every guard of the database as it was', async () => {
    assert.deepEqual(await guards(seeded), before);
  });

  test('is refused where there is a group', async () => {
    await assert.rejects(
      seedDemo({ ownerUrl: seeded.ownerUrl, scale, now }),
      /already has the group “Harebell Health Partnership”/,
    );
  });

  test('is there whole or not at all when its server connection is cut', async () => {
    const cut = await testDatabase();
    const killed = seedDemo({
      ownerUrl: cut.ownerUrl,
      scale,
      now,
      progress: (line) => {
        if (line.startsWith('Writing the audit'))
          void all(
            cut,
            `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'superpractice-demo' and datname = current_database()`,
          );
      },
    });
    await assert.rejects(killed);
    for (const table of tables) assert.equal(await count(cut, table), 0, table);
    assert.deepEqual(await guards(cut), before);
    const again = await seedDemo({ ownerUrl: cut.ownerUrl, scale, now });
    assert.deepEqual(again.rows, summary.rows);
  });

  test('marks itself as fictional', async () => {
    assert.deepEqual(await all(seeded, `select name, fictional, legal_shape from network.group`), [
      { name: 'Harebell Health Partnership', fictional: true, legal_shape: 'super-partnership' },
    ]);
    assert.equal(await count(seeded, 'network.person where not fictional'), 0);
    assert.deepEqual(await all(seeded, `select value from platform.setting where key = 'demonstration'`), [
      { value: true },
    ]);
  });

  test('uses only codes, postcodes, numbers and addresses that belong to nobody', async () => {
    assert.equal(await count(seeded, `network.practice where id !~ '^X9[0-9]{4}$' or postcode !~ '^X'`), 0);
    assert.equal(
      await count(seeded, `patients.patient where nhs_number !~ '^999' or not patients.valid_nhs_number(nhs_number)`),
      0,
    );
    assert.equal(await count(seeded, `patients.patient where postcode !~ '^X' or email !~ '@example\\.invalid$'`), 0);
    const drama = String.raw`^\+44(7700900|1632960|1[1-6][1-8]4960|2079460|1914980|2896496|2920180)\d{3}$`;
    assert.equal(await count(seeded, `patients.patient where phone !~ '${drama}'`), 0);
  });
});

describe('In the demonstration', () => {
  const promises: Readonly<Record<string, string>> = {
    'no clinician is in two places': `(select from access.booking a join access.booking b on a.clinician_id = b.clinician_id and a.id < b.id and a.starts_at < b.ends_at and b.starts_at < a.ends_at
       where a.kind = 'ordinary' and b.kind = 'ordinary' and a.status <> 'cancelled' and b.status <> 'cancelled') t`,
    'no patient is in two places': `(select from access.booking a join access.booking b on a.patient_id = b.patient_id and a.id < b.id and a.starts_at < b.ends_at and b.starts_at < a.ends_at
       where a.status <> 'cancelled' and b.status <> 'cancelled') t`,
    'nobody has more ordinary visits in a day than is safe': `(select from access.booking b where b.kind = 'ordinary' and b.status <> 'cancelled'
       group by b.group_id, b.clinician_id, b.day having count(*) > workforce.limit_on(b.group_id, b.clinician_id, b.day)) t`,
    'the counted days are those of the visits': `(select clinician_id, day, ordinary - elsewhere, overflow from access.clinician_day except
       select clinician_id, day, count(*) filter (where kind = 'ordinary')::integer, count(*) filter (where kind = 'overflow')::integer
       from access.booking where status <> 'cancelled' group by 1, 2) t`,
    'every day with a visit is counted': `(select clinician_id, day from access.booking where status <> 'cancelled' except select clinician_id, day from access.clinician_day) t`,
    'nothing was booked, asked or done in the future': `(select booked_at as at from access.booking union all select received_at from access.request union all select ended_at from access.request
       union all select cancelled_at from access.booking union all select written_at from access.hand_back union all select acknowledged_at from access.hand_back
       union all select closed_at from access.hand_back_ask union all select closed_at from access.owed_result union all select acknowledged_at from access.red_flag union all select closed_at from access.red_flag) t where t.at > '${now.toString()}'`,
    'nobody came to a visit that is still to be': `access.booking where status in ('attended', 'did_not_attend') and ends_at > '${now.toString()}'`,
    'sessions keep London time on both sides of the clock change': `access.session where kind <> 'hub' and (starts_at at time zone 'Europe/London')::time not in ('08:30', '14:00')`,
    'nobody works on a bank holiday': `access.session where day in ('${[...england.holidays].join(`', '`)}')`,
    'only a clinician has closed a red flag': `access.red_flag f where f.closed_by is not null and not exists (select from workforce.clinician c where c.person_id = f.closed_by)`,
    'every open red flag has somebody to answer it': `access.red_flag where closed_at is null and asked_clinician_id is null`,
    'no visit by telephone is of somebody without a number': `access.booking b join patients.patient p on p.id = b.patient_id where b.mode = 'telephone' and p.phone is null`,
    'no visit is later than its request was due, but for at most 5 % of each urgency': `(select from access.request r join access.booking b on b.request_id = r.id and b.status <> 'cancelled'
       group by r.urgency having count(*) filter (where b.starts_at > r.received_at + case r.urgency when 'same-day' then interval '8 hours' when 'within-7-days' then interval '7 days' else interval '14 days' end) > 0.05 * count(*)) t`,
    'nobody who must be seen the same day is seen more than a day later': `access.request r join access.booking b on b.request_id = r.id and b.status <> 'cancelled'
       where r.urgency = 'same-day' and b.starts_at > r.received_at + interval '25 hours'`,
    'every change in the audit says who, in which role and where': `audit.event where kind <> 'act' and (role = '' or practice_id is null or (person_name = '' and role <> 'patient'))`,
  };
  for (const [promise, broken] of Object.entries(promises)) {
    test(promise, async () => {
      assert.equal(await count(seeded, broken), 0);
    });
  }

  test('a few visits are late, as in any group, and of every urgency there are some in time', async () => {
    const kept = await all<{ urgency: string; late: number; in_time: number }>(
      seeded,
      `select r.urgency, (count(*) filter (where b.starts_at > r.due_at))::integer as late, (count(*) filter (where b.starts_at <= r.due_at))::integer as in_time
       from access.request r join access.booking b on b.request_id = r.id and b.status <> 'cancelled' group by 1 order by 1`,
    );
    assert.deepEqual(
      kept.map(({ urgency }) => urgency),
      ['same-day', 'within-14-days', 'within-7-days'],
    );
    for (const { urgency, late, in_time } of kept) assert.ok(late > 0 && in_time > 10 * late, urgency);
  });

  test('the limit comes down from 30 to 23, and stands at 25 today', async () => {
    const path = await all<{ contacts: number; past: boolean }>(
      seeded,
      `select contacts, valid_from <= '${today}' as past from workforce.daily_limit where clinician_id is null order by valid_from`,
    );
    assert.deepEqual(path.map((step) => [step.contacts, step.past]), [[30, true], [27, true], [25, true], [23, false]]); // prettier-ignore
  });

  test('some wait near their time, and three red flags wait for somebody to see them', async () => {
    assert.equal(
      await count(seeded, `(select distinct request_id from access.red_flag where acknowledged_at is null) t`),
      3,
    );
    assert.ok((await count(seeded, `access.request where status = 'waiting'`)) >= 10);
    assert.equal(await count(seeded, `access.request where status = 'draft'`), 0);
  });

  test('some hub visits are handed back, a few wait to be acknowledged, and the doctor to sign in as owes results, one of them late', async () => {
    assert.ok((await count(seeded, 'access.hand_back')) > 20);
    const waiting = await count(seeded, `access.hand_back where acknowledged_at is null and not nothing_asked`);
    assert.ok(waiting >= 2 && waiting < 40, `${waiting} wait`);
    const [owed] = await all<{ owed: number; late: number }>(
      seeded,
      `select count(*)::integer as owed, (count(*) filter (where r.expected_on < '${today}'))::integer as late from access.owed_result r
       join workforce.clinician c on c.id = r.owner_clinician_id where r.closed_at is null and c.name = 'Dr Hana Rahmani'`,
    );
    assert.ok(owed && owed.owed >= 2, `${owed?.owed} owed`);
    assert.equal(owed.late, 1);
  });

  test('a doctor is away and her patients wait for another place; one book is stale, and the others are fresh', async () => {
    const lost = await count(
      seeded,
      `access.orphan o join access.booking b on b.id = o.booking_id where o.state = 'open' and b.status = 'cancelled'`,
    );
    assert.ok(lost >= 3, `${lost} lost their place`);
    assert.equal(
      await count(seeded, `access.orphan o join access.request r on r.id = o.request_id where r.status <> 'waiting'`),
      0,
    );
    assert.equal(
      await count(seeded, `access.book where fresh_as_of < '${now.toString()}'::timestamptz - interval '24 hours'`),
      1,
    );
    assert.ok((await count(seeded, 'access.book')) >= 2);
    assert.ok((await count(seeded, `access.clinician_day where elsewhere > 0`)) > 5);
    assert.equal(await count(seeded, `access.book_clinician where clinician_id is null and not left_out`), 1);
  });

  test('practices have joined most services, one is leaving and one has still to come in', async () => {
    const open = `network.agreement where joined_from <= '${today}' and left_from is null`;
    assert.ok((await count(seeded, open)) >= 10);
    assert.equal(
      await count(
        seeded,
        `(select distinct practice_id from network.agreement where notice_given_on <= '${today}' and left_from > '${today}') t`,
      ),
      1,
    );
    assert.equal(await count(seeded, `network.agreement where joined_from > '${today}'`), 1);
  });

  test('has a few patients with a part to sign in as, of whom a parent acts for a child until the day the rule says', async () => {
    assert.equal(await count(seeded, `patients.demo_patients()`), 4);
    assert.equal(
      await count(
        seeded,
        `patients.proxy x join patients.patient c on c.id = x.patient_id and x.valid_to = c.birth_date + interval '11 years'
         where x.proxy_id in (select id from patients.demo_patients()) and x.valid_to > '${today}'`,
      ),
      1,
    );
  });

  test('every role there is has somebody to sign in as, and one person holds three', async () => {
    assert.equal(
      await count(
        seeded,
        `network.role where code not in ('client', 'patient') and code not in (select role from network.role_held)`,
      ),
      0,
    );
    assert.deepEqual(
      await all(
        seeded,
        `select p.name from network.role_held r join network.person p on p.id = r.person_id group by 1 having count(*) = 3`,
      ),
      [{ name: 'Mabel Trevanion' }],
    );
  });

  test('the doctors to sign in as are on duty now: for their practice, their hub and the group', async () => {
    const duty = await all(
      seeded,
      `select d.level, c.name from access.duty d join workforce.clinician c on c.id = d.clinician_id
       where d.starts_at <= '${now.toString()}' and d.ends_at > '${now.toString()}' and c.name in ('Dr Hana Rahmani', 'Dr Samuel Oyelaran', 'Dr Morag Lindqvist') order by 1`,
    );
    assert.deepEqual(duty, [
      { level: 'group', name: 'Dr Morag Lindqvist' },
      { level: 'hub', name: 'Dr Samuel Oyelaran' },
      { level: 'practice', name: 'Dr Hana Rahmani' },
    ]);
  });
});

describe('Of the demonstration, row-level security shows', () => {
  /** Counts rows as a person in a role, under the app role. */
  const sees = async (name: string, role: string, from: string): Promise<number> => {
    const [held] = await all<{ id: string; person: string; group: string; practice: string | null }>(
      seeded,
      `select r.id, r.person_id as person, r.group_id as "group", r.practice_id as practice from network.role_held r join network.person p on p.id = r.person_id where p.name = '${name}' and r.role = '${role}'`,
    );
    if (held === undefined) throw new Error(`${name} does not hold ${role}`);
    const actor = {
      personId: held.person,
      name,
      roleHeldId: held.id,
      role,
      groupId: held.group,
      practiceId: held.practice,
    };
    return transaction({ db: seeded.db, actor, act: { action: 'look' } }, async (tx) => {
      const { rows } = await tx.client.query<{ count: number }>(`select count(*)::integer as count from ${from}`);
      return rows[0]?.count ?? 0;
    });
  };
  const home = `practice_id = (select id from network.practice where name = 'Linnet Street Surgery')`;

  test('a navigator the patients and requests of their practice and no other', async () => {
    for (const table of ['patients.patient', 'access.request']) {
      const own = await count(seeded, `${table} where ${home}`);
      assert.ok(own > 0);
      assert.equal(await sees('Niamh Carrow', 'navigator', table), own);
    }
  });

  test('a hub’s navigator the patients of its practices that have joined hub booking', async () => {
    const joined = await count(
      seeded,
      `patients.patient p join network.hub_member m on m.practice_id = p.practice_id join network.hub h on h.id = m.hub_id
       join network.agreement a on a.practice_id = p.practice_id and a.service = 'hub_booking' and a.joined_from <= '${today}' where h.code = 'XH1'`,
    );
    assert.ok(joined > (await count(seeded, `patients.patient where ${home}`)));
    assert.equal(await sees('Priya Velloor', 'navigator', 'patients.patient'), joined);
  });

  test('a navigator the free places of every practice that has joined, and not of the one that has not yet', async () => {
    const joined = `exists (select from network.agreement a where a.practice_id = s.practice_id and a.service = 'hub_booking' and a.joined_from <= '${today}')`;
    const expected = await count(seeded, `access.session s where ${joined}`);
    assert.ok(expected < (await count(seeded, 'access.session')));
    assert.equal(await sees('Niamh Carrow', 'navigator', 'access.session'), expected);
  });

  test('finance and governance no patient, request or visit', async () => {
    for (const [name, role] of [
      ['Farid Pellam', 'finance'],
      ['Gwen Ashby-Moor', 'governance'],
    ] as const) {
      // prettier-ignore
      for (const table of ['patients.patient', 'access.request', 'access.booking']) assert.equal(await sees(name, role, table), 0);
    }
  });

  test('a practice manager the audit of their own practice', async () => {
    const own = await count(seeded, `audit.event where ${home}`);
    assert.ok(own > 0);
    assert.equal(await sees('Ruth Penhallow', 'practice_manager', 'audit.event'), own);
  });
});
