import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';

/** A room of a site, and the visits still to come in it: how many, never whose. */
export interface Room {
  readonly id: string;
  readonly practiceId: string;
  readonly practiceName: string;
  /** Null where the practice has no site by name. */
  readonly siteName: string | null;
  readonly name: string;
  readonly from: Temporal.PlainDate;
  /** The first day without it. */
  readonly until: Temporal.PlainDate | null;
  readonly state: 'to come' | 'in use' | 'ended';
  readonly visits: number;
  readonly firstVisitAt: Temporal.Instant | null;
  readonly lastVisitDay: Temporal.PlainDate | null;
}

const listed = (of: { practice: string } | { id: string }) => sql`
  select r.id, r.practice_id as "practiceId", p.name as "practiceName", t.name as "siteName", r.name, r.valid_from as "from", r.valid_to as "until",
    case when r.valid_to <= platform.today() then 'ended' when r.valid_from > platform.today() then 'to come' else 'in use' end as state,
    v.visits, v.first_at as "firstVisitAt", v.last_day as "lastVisitDay"
  from access.room r join network.practice p on p.id = r.practice_id
  left join network.branch_site m on m.practice_id = r.practice_id and m.main
  left join network.branch_site t on t.id = coalesce(r.site_id, m.id)
  cross join lateral access.room_visits(r.id, platform.today()) v
  where r.group_id = platform.current_group()
    and ${'id' in of ? sql`r.id = ${of.id}` : sql`(${of.practice} = '' or r.practice_id = ${of.practice})`}
  order by p.name, p.id, coalesce(r.valid_to <= platform.today(), false), t.id is distinct from m.id, t.name, r.name, r.valid_from, r.id`;

/** The rooms of the practices whose sessions the actor sees, or of one of them: those that have ended last, by site and name. */
export async function rooms(tx: Queryable, practice: string): Promise<Room[]> {
  return tx.rows<Room>(listed({ practice }));
}

/** One room the actor sees. */
export async function roomById(tx: Queryable, id: string): Promise<Room | undefined> {
  return tx.maybe<Room>(listed({ id }));
}

/** A site as rooms are kept with it: null for the main one, and where none is named. */
export async function siteKept(tx: Queryable, siteId: string): Promise<string | null> {
  if (siteId === '') return null;
  const found = await tx.maybe<{ id: string }>(
    sql`select t.id from network.branch_site t where t.id = ${siteId} and not t.main`,
  );
  return found?.id ?? null;
}

/** The visits still to come in a room from a day on. */
export interface RoomVisits {
  readonly visits: number;
  readonly firstAt: Temporal.Instant | null;
  readonly lastDay: Temporal.PlainDate | null;
}

/** Holds a room until the transaction ends, so that nobody books it meanwhile, and counts what is booked in it from a day on. */
export async function heldRoomVisits(tx: Queryable, id: string, from: Temporal.PlainDate): Promise<RoomVisits> {
  await tx.rows(sql`select from access.room r where r.id = ${id} for update`);
  return tx.one<RoomVisits>(
    sql`select v.visits, v.first_at as "firstAt", v.last_day as "lastDay" from access.room_visits(${id}, ${from}) v`,
  );
}

/** How many rooms the site of a session has on its day. */
export async function roomsOf(tx: Queryable, sessionId: string): Promise<number> {
  const { count } = await tx.one<{ count: number }>(
    sql`select count(*)::integer as count from access.rooms_for(${sessionId})`,
  );
  return count;
}

/** How many visits booked into a session have no room. */
export async function withoutRoom(tx: Queryable, sessionId: string): Promise<number> {
  const { count } = await tx.one<{ count: number }>(sql`select access.without_room(${sessionId}) as count`);
  return count;
}

/** Sessions of a practice that need a room on a day on which their site has none: nothing can be booked into them. */
export interface Roomless {
  readonly practiceId: string;
  readonly practiceName: string;
  readonly sessions: number;
  readonly first: Temporal.PlainDate;
}

/** Those still to come, by practice. */
export async function roomless(tx: Queryable, practice: string): Promise<Roomless[]> {
  return tx.rows<Roomless>(sql`
    select s.practice_id as "practiceId", p.name as "practiceName", count(*)::integer as sessions, min(s.day) as first
    from access.session s join network.practice p on p.id = s.practice_id
    where s.group_id = platform.current_group() and s.practice_id = any ((select platform.sees('session'))::text[])
      and (${practice} = '' or s.practice_id = ${practice}) and s.status = 'open' and s.needs_room and s.day >= platform.today()
      and not exists (select from access.rooms_for(s.id))
    group by s.practice_id, p.name order by p.name, s.practice_id`);
}
