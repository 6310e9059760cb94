import type pg from 'pg';
import { endOfNextWorkingDay } from '../calendar.ts';
import { at } from '../copy.ts';
import type { Foundation } from '../story.ts';

/** How many practices' own books are known, and minutes since each was read: the second has been forgotten for two days. */
const readAgo = [40, 2 * 24 * 60 + 130, 25, 95, 55];

/**
 * A doctor of the first practice is away on the next day she works: her sessions are cancelled, and the visits in them wait for
 * another place. Answers the rows made.
 */
export async function loseTheirPlace(
  client: pg.Client,
  { practices, calendar, groupId }: Foundation,
): Promise<Record<string, number>> {
  const code = practices.find(({ name }) => name.startsWith('Linnet'))?.code ?? practices[0]?.code ?? '';
  const made = at(calendar.now - 20 * 60_000);
  const change = 'd0000000-0000-7000-8000-000000000001';
  const { rowCount: sessions } = await client.query(
    `with next as (
       select s.clinician_id, s.day from access.session s join access.booking b on b.session_id = s.id and b.status = 'booked'
       where s.practice_id = $1 and s.role = 'gp' and s.status = 'open' and s.kind = 'ordinary'
         and s.day > access.london_day(greatest(now(), $2::timestamptz)) and b.booked_at < $2::timestamptz
       group by 1, 2 having count(*) >= 3
       order by s.day, exists (select from access.duty d where d.clinician_id = s.clinician_id and access.london_day(d.starts_at) = s.day), count(*) desc, s.clinician_id
       limit 1)
     insert into access.session_change (id, change_id, group_id, practice_id, session_id, why, was_starts_at, was_ends_at, made_at)
     select md5('session change ' || s.id)::uuid, $3, $4, s.practice_id, s.id, 'absence', s.starts_at, s.ends_at, $2::timestamptz
     from access.session s join next n on n.clinician_id = s.clinician_id and n.day = s.day where s.status = 'open'`,
    [code, made, change, groupId],
  );
  const { rowCount: orphans } = await client.query(
    `insert into access.orphan (id, group_id, practice_id, host_practice_id, booking_id, change_id, patient_id, request_id, why, orphaned_at)
     select md5('orphan ' || b.id)::uuid, b.group_id, b.practice_id, b.host_practice_id, b.id, $1, b.patient_id, b.request_id, 'absence', $2::timestamptz
     from access.session_change c join access.booking b on b.session_id = c.session_id and b.status = 'booked' and b.booked_at < $2::timestamptz`,
    [change, made],
  );
  await client.query(
    `update access.request r set status = 'waiting', outcome = null, ended_at = null,
       answer_from = $2::timestamptz, answer_by = least($1::timestamptz, case when r.due_at > $2::timestamptz then r.due_at end),
       warn_at = least($1::timestamptz, case when r.due_at > $2::timestamptz then r.due_at end) - interval '1 hour'
     from access.orphan o where r.id = o.request_id and r.status = 'booked'`,
    [at(endOfNextWorkingDay(calendar.now - 20 * 60_000)), made],
  );
  await client.query(
    `update access.booking b set status = 'cancelled', cancelled_at = $1::timestamptz, cancel_reason = 'The clinician is away' from access.orphan o where o.booking_id = b.id`,
    [made],
  );
  await client.query(
    `update access.session s set status = 'cancelled' from access.session_change c where c.session_id = s.id
       and not exists (select from access.booking b where b.session_id = s.id and b.status = 'booked')`,
  );
  return { 'access.session_change': sessions ?? 0, 'access.orphan': orphans ?? 0 };
}

/** Says the window of every call that is still to come, as booking it would have; what has been is not told any more. */
export async function tellWindows(client: pg.Client): Promise<void> {
  await client.query(
    `update access.booking b set window_from = w.window_from, window_until = w.window_until
     from access.booking k cross join lateral access.window_at(k.session_id, k.mode, k.starts_at) w
     where k.id = b.id and k.mode = 'telephone' and k.kind = 'ordinary' and k.status = 'booked' and k.day >= platform.today() and w.window_from is not null`,
  );
}

/** Books that a few practices keep in systems of their own, with what their clinicians have booked there over midday. */
export async function keepElsewhere(
  client: pg.Client,
  { practices, calendar, groupId }: Foundation,
): Promise<Record<string, number>> {
  const rows: Record<string, number> = {};
  const run = async (table: string, text: string, values: readonly unknown[]): Promise<void> => {
    rows[table] = (rows[table] ?? 0) + ((await client.query(text, [...values])).rowCount ?? 0);
  };
  await client.query(
    `insert into access.book_age values ($1, 'csv', '2020-01-01', 1440, 'Board decision (fictional): an export each morning')`,
    [groupId],
  );
  const today = calendar.today.date;
  for (const [n, practice] of practices.slice(0, readAgo.length).entries()) {
    const [book, read] = [`d0000000-0000-7000-8001-00000000000${n}`, `d0000000-0000-7000-8002-00000000000${n}`];
    const asOf = at(calendar.now - (readAgo[n] ?? 0) * 60_000);
    await run(
      'access.book',
      `insert into access.book (id, group_id, practice_id, name, system, kind, fresh_as_of, created_at, mapping) values ($1, $2, $3, $4, 'Own clinical system (fictional)', 'csv', $5, $5,
         '{"columns": {"key": "Slot ID", "clinician": "Session holder", "date": "Date", "time": "Start", "minutes": "Minutes", "state": "Status"}, "dates": "dmy", "states": {"booked": "booked", "available": "free"}, "noContact": []}')`,
      [book, groupId, practice.code, `${practice.name}: own appointments`, asOf],
    );
    await run(
      'access.book_clinician',
      `insert into access.book_clinician (id, group_id, practice_id, book_id, source_name, clinician_id, matched_at)
       select md5($1 || c.id::text)::uuid, $2, $3, $1::uuid, upper(split_part(c.name, ' ', -1)) || ', ' || row_number() over (partition by upper(split_part(c.name, ' ', -1)) order by c.id), c.id, $4
       from workforce.clinician c where c.practice_id = $3`,
      [book, groupId, practice.code, asOf],
    );
    if (n === 0)
      await run(
        'access.book_clinician',
        `insert into access.book_clinician (id, group_id, practice_id, book_id, source_name) values (md5($1 || 'locum')::uuid, $2, $3, $1::uuid, 'LOCUM, Room 4')`,
        [book, groupId, practice.code],
      );
    await run(
      'access.book_entry',
      `insert into access.book_entry (group_id, practice_id, book_id, source_key, source_name, clinician_id, day, starts_at, ends_at, state, mode, session, first_import, last_import)
       select $2, $3, $1::uuid, '#' || d.clinician_id || d.day || k, m.source_name, d.clinician_id, d.day,
         (d.day + time '13:00' + k * interval '10 minutes') at time zone 'Europe/London', (d.day + time '13:10' + k * interval '10 minutes') at time zone 'Europe/London',
         'booked', 'Telephone', 'Midday calls', $4, $4
       from access.clinician_day d join access.book_clinician m on m.book_id = $1::uuid and m.clinician_id = d.clinician_id cross join generate_series(0, 1) k
       where d.day between $5::date and $5::date + 9 and d.ordinary + 2 <= workforce.limit_on(d.group_id, d.clinician_id, d.day)
         and not exists (select from access.booking b where b.clinician_id = d.clinician_id and b.day = d.day and b.status <> 'cancelled'
           and b.starts_at < (d.day + time '13:20') at time zone 'Europe/London' and b.ends_at > (d.day + time '13:00') at time zone 'Europe/London')`,
      [book, groupId, practice.code, read, today],
    );
    await run(
      'access.book_import',
      `insert into access.book_import (id, group_id, practice_id, book_id, as_of, file_name, file_hash, from_day, to_day, rows, added, changed, gone, same, rejected, imported_at)
       select $4, $2, $3, $1, $5, 'appointments.csv', '', $6::date, $6::date + 9, count(*), count(*), 0, 0, 0, 0, $5 from access.book_entry e where e.book_id = $1`,
      [book, groupId, practice.code, read, asOf, today],
    );
  }
  await client.query(
    `update access.clinician_day d set ordinary = d.ordinary + e.n, elsewhere = e.n, taken = d.taken + e.times
     from (select clinician_id, day, count(*)::integer as n, range_agg(access.minutes_of(starts_at, ends_at)) as times from access.book_entry group by 1, 2) e where e.clinician_id = d.clinician_id and e.day = d.day`,
  );
  return rows;
}
