import type pg from 'pg';

/** Counts each clinician's day from the bookings, as the trigger would have done one by one; answers the rows made. */
export async function countDays(client: pg.Client): Promise<number> {
  const { rowCount } = await client.query(`
    insert into access.clinician_day (clinician_id, day, group_id, ordinary, overflow)
    select b.clinician_id, b.day, b.group_id, count(*) filter (where b.kind = 'ordinary'), count(*) filter (where b.kind = 'overflow')
    from access.booking b where b.status <> 'cancelled' group by 1, 2, 3 order by 1, 2`);
  return rowCount ?? 0;
}

const promises: readonly (readonly [what: string, countBroken: string])[] = [
  [
    'a clinician in two places at once',
    `select count(*) from (select b.starts_at < lag(b.ends_at) over (partition by b.clinician_id order by b.starts_at) as broken
       from access.booking b where b.status <> 'cancelled' and b.kind = 'ordinary') t where broken`,
  ],
  [
    'a patient in two places at once',
    `select count(*) from (select b.starts_at < lag(b.ends_at) over (partition by b.patient_id order by b.starts_at) as broken
       from access.booking b where b.status <> 'cancelled' and b.kind = 'ordinary') t where broken`,
  ],
  [
    'a day past the safe limit',
    `select count(*) from access.clinician_day d
       where d.ordinary > coalesce(workforce.limit_on(d.group_id, d.clinician_id, d.day), 0)`,
  ],
  [
    'a count that is not that of the bookings',
    `select count(*) from access.clinician_day d full join (
       select b.clinician_id, b.day, count(*) filter (where b.kind = 'ordinary') as ordinary, count(*) filter (where b.kind = 'overflow') as overflow
       from access.booking b where b.status <> 'cancelled' group by 1, 2) b on b.clinician_id = d.clinician_id and b.day = d.day
     where (d.ordinary, d.overflow) is distinct from (b.ordinary::integer, b.overflow::integer)`,
  ],
  [
    'a booking that is no slot of its session',
    `select count(*) from access.booking b join access.session s on s.id = b.session_id
       where b.clinician_id <> s.clinician_id or b.host_practice_id <> s.practice_id or b.day <> s.day or b.starts_at < s.starts_at or b.ends_at > s.ends_at
          or extract(epoch from b.starts_at - s.starts_at)::integer % (s.slot_minutes * 60) <> 0`,
  ],
  [
    'a booking of somebody who is not on the practice’s list',
    `select count(*) from access.booking b join patients.patient p on p.id = b.patient_id where p.practice_id <> b.practice_id`,
  ],
  [
    'a request whose booking and status differ',
    `select count(*) from access.request r left join access.booking b on b.request_id = r.id and b.status <> 'cancelled'
       where (r.status = 'booked') <> (b.id is not null) or r.practice_id <> coalesce(b.practice_id, r.practice_id)`,
  ],
];

/** The promises that do not hold among what was made, in words; none is what is wanted. */
export async function brokenPromises(client: pg.Client): Promise<string[]> {
  const broken: string[] = [];
  for (const [what, countBroken] of promises) {
    const { rows } = await client.query<{ count: string }>(countBroken);
    const count = Number(rows[0]?.count ?? 0);
    if (count > 0) broken.push(`${what} (${count})`);
  }
  return broken;
}
