import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { Agreement } from '../agreement.ts';

/** A group of practices. */
export interface Group {
  readonly id: string;
  readonly name: string;
  readonly legalShape: string;
  readonly fictional: boolean;
}

const group = sql`select g.id, g.name, g.legal_shape as "legalShape", g.fictional from network.group g`;

/** Every group in the database; their names are no secret between them. */
export async function groups(db: Queryable): Promise<Group[]> {
  return db.rows<Group>(sql`${group} order by g.name`);
}

/** The group of a name, whatever its capitals. */
export async function groupByName(db: Queryable, name: string): Promise<Group | undefined> {
  return db.maybe<Group>(sql`${group} where lower(g.name) = lower(${name.trim()})`);
}

/** The group of an id, which must be there. */
export async function groupById(db: Queryable, id: string): Promise<Group> {
  return db.one<Group>(sql`${group} where g.id = ${id}`);
}

/** A practice of the group, with its newest list (published, else as counted otherwise) and the hub it is in. */
export interface GroupPractice {
  readonly code: string;
  readonly name: string;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly status: 'open' | 'closing' | 'closed';
  readonly source: string;
  readonly list: number | null;
  readonly listOn: Temporal.PlainDate | null;
  readonly hubId: string | null;
  readonly hubCode: string | null;
  readonly hubName: string | null;
}

/** The practices in the acting group on a day, by name. */
export async function practicesOfGroup(tx: Queryable, on: Temporal.PlainDate): Promise<GroupPractice[]> {
  return tx.rows<GroupPractice>(sql`
    with member as (
      select m.practice_id from network.group_practice m
      where m.group_id = platform.current_group() and network.in_force(m.valid_from, m.valid_to, ${on}::date)
    ), area as (
      select distinct l.area from published.current_list_size l where l.practice_code in (select m.practice_id from member m)
    ), newest_file as (
      select a.area, published.newest('patients-registered', a.area) as period_from from area a
    ), newest as (
      select distinct on (l.practice_code) l.practice_code, l.patients, l.period_from, l.period_from = f.period_from as listed
      from published.current_list_size l join newest_file f on f.area = l.area and l.period_from <= f.period_from
      where l.practice_code in (select m.practice_id from member m)
      order by l.practice_code, l.period_from desc
    )
    select p.id as code, p.name, p.address, p.postcode, p.latitude, p.longitude, p.status, p.source,
      case when l.listed then l.patients else counted.patients end as list,
      case when l.listed then l.period_from else counted.counted_on end as "listOn",
      h.id as "hubId", h.code as "hubCode", h.name as "hubName"
    from member m join network.practice p on p.id = m.practice_id
    left join newest l on l.practice_code = p.id
    left join lateral (
      select c.patients, c.counted_on from network.list_count c where c.practice_id = p.id order by c.counted_on desc limit 1) counted on true
    left join network.hub_member hm on hm.practice_id = p.id and hm.group_id = platform.current_group() and network.in_force(hm.valid_from, hm.valid_to, ${on}::date)
    left join network.hub h on h.id = hm.hub_id
    order by p.name, p.id`);
}

/** The hubs of the acting group, whether or not they have practices on a day. */
export async function hubsOfGroup(tx: Queryable): Promise<{ id: string; code: string; name: string }[]> {
  return tx.rows(sql`
    select h.id, h.code, h.name from network.hub h where h.group_id = platform.current_group() order by h.name, h.code`);
}

/** A service practices may share. */
export interface Service {
  readonly code: string;
  readonly name: string;
  readonly opens: string;
  readonly noticeDays: number;
}

/** The services there are, in the order they are always shown. */
export async function services(db: Queryable): Promise<Service[]> {
  return db.rows<Service>(sql`
    select s.code, s.name, s.opens, s.notice_days as "noticeDays" from network.service s
    order by array_position(array['hub_booking', 'payments', 'shared_workforce', 'evaluation', 'policies'], s.code), s.name`);
}

/** Every agreement of the acting group's practices, or of one of them, oldest first. */
export async function agreements(tx: Queryable, practiceId: string | null = null): Promise<Agreement[]> {
  return tx.rows<Agreement>(sql`
    select a.id, a.practice_id as "practiceId", a.service, a.joined_from as "joinedFrom", a.left_from as "leftFrom",
      a.notice_given_on as "noticeGivenOn", a.joint_agreement as "jointAgreement"
    from network.agreement a
    where a.group_id = platform.current_group() and (${practiceId}::text is null or a.practice_id = ${practiceId})
    order by a.practice_id, a.service, a.joined_from`);
}

/** A contract with its five parties, each its own answer. */
export interface Contract {
  readonly id: string;
  readonly practiceId: string;
  readonly practiceName: string;
  readonly kind: string;
  readonly kindName: string;
  readonly holders: readonly string[];
  readonly beneficiary: string;
  readonly cqcProvider: string;
  readonly site: string | null;
  readonly payee: string;
  readonly validFrom: Temporal.PlainDate;
  readonly validTo: Temporal.PlainDate | null;
}

/** The acting group's contracts on a day. */
export async function contracts(tx: Queryable, on: Temporal.PlainDate): Promise<Contract[]> {
  return tx.rows<Contract>(sql`
    select c.id, c.practice_id as "practiceId", p.name as "practiceName", c.kind, k.name as "kindName", c.holders, c.beneficiary,
      c.cqc_provider as "cqcProvider", s.name as site, c.payee, c.valid_from as "validFrom", c.valid_to as "validTo"
    from network.contract c
    join network.practice p on p.id = c.practice_id
    join network.contract_kind k on k.code = c.kind
    left join network.branch_site s on s.id = c.site_id
    where c.group_id = platform.current_group() and network.in_force(c.valid_from, c.valid_to, ${on}::date)
    order by p.name, c.kind`);
}

/** A building of one of the group's practices. */
export interface Site {
  readonly id: string;
  readonly practiceId: string;
  readonly practiceName: string;
  readonly name: string;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly stepFree: boolean | null;
  readonly placed: boolean;
  readonly main: boolean;
  readonly validFrom: Temporal.PlainDate;
}

/** The sites of the practices in the acting group that are open on a day or open later, main ones first. */
export async function sites(tx: Queryable, on: Temporal.PlainDate): Promise<Site[]> {
  return tx.rows<Site>(sql`
    select s.id, s.practice_id as "practiceId", p.name as "practiceName", s.name, s.address, s.postcode, s.step_free as "stepFree",
      s.latitude is not null as placed, s.main, s.valid_from as "validFrom"
    from network.branch_site s join network.practice p on p.id = s.practice_id
    join network.group_practice m on m.practice_id = p.id and m.group_id = platform.current_group()
      and network.in_force(m.valid_from, m.valid_to, ${on}::date)
    where s.valid_to is null or s.valid_to > ${on}::date
    order by p.name, p.id, s.main desc, s.name`);
}

/** When a practice is in which hub, from a day on: what holds then and what is planned after. */
export async function hubPlans(
  tx: Queryable,
  practiceId: string,
  from: Temporal.PlainDate,
): Promise<{ hubId: string; hubName: string; from: Temporal.PlainDate }[]> {
  return tx.rows(sql`
    select h.id as "hubId", h.name as "hubName", m.valid_from as "from"
    from network.hub_member m join network.hub h on h.id = m.hub_id
    where m.group_id = platform.current_group() and m.practice_id = ${practiceId}
      and (m.valid_to is null or m.valid_to > ${from}::date) order by m.valid_from`);
}

/** A practice's move into a hub that is planned and still to come. */
export interface HubMoveToCome {
  readonly practiceId: string;
  readonly hubName: string;
  readonly from: Temporal.PlainDate;
}

/** The moves of the acting group's practices into hubs after a day, the next first. */
export async function hubMovesAfter(tx: Queryable, on: Temporal.PlainDate): Promise<HubMoveToCome[]> {
  return tx.rows<HubMoveToCome>(sql`
    select m.practice_id as "practiceId", h.name as "hubName", m.valid_from as "from"
    from network.hub_member m join network.hub h on h.id = m.hub_id
    where m.group_id = platform.current_group() and m.valid_from > ${on}::date order by m.valid_from, m.practice_id`);
}

/** Today in London, as the database decides everything that hangs on a date. */
export async function today(db: Queryable): Promise<Temporal.PlainDate> {
  return (await db.one<{ today: Temporal.PlainDate }>(sql`select platform.today() as today`)).today;
}

/** The kinds of contract there are. */
export async function contractKinds(db: Queryable): Promise<string[]> {
  return (await db.rows<{ code: string }>(sql`select k.code from network.contract_kind k order by k.code`)).map(
    ({ code }) => code,
  );
}
