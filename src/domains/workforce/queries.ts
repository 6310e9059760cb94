import { uuidsAmong } from '#kernel/uuid.ts';
import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { RoleChoice } from './clinician.ts';
import type { LimitStep } from './limit.ts';
import type { Alike } from './refused.ts';

/** Someone who sees patients. */
export interface Clinician {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly roleName: string;
  readonly practiceId: string;
  readonly personId: string | null;
}

const clinician = sql`
  select c.id, c.name, c.role, r.name as "roleName", c.practice_id as "practiceId", c.person_id as "personId"
  from workforce.clinician c join workforce.clinician_role r on r.code = c.role`;

/** A clinician of the actor's group. */
export async function clinicianById(db: Queryable, id: string): Promise<Clinician | undefined> {
  return db.maybe<Clinician>(sql`${clinician} where c.id = ${id}`);
}

/** The GPs of a practice of the actor's group who are there today, by name. */
export async function gpsOf(db: Queryable, practiceId: string): Promise<{ id: string; name: string }[]> {
  return db.rows(sql`
    select c.id, c.name from workforce.clinician c
    where c.role = 'gp' and c.practice_id = ${practiceId} and network.in_force(c.valid_from, c.valid_to, platform.today())
    order by c.name, c.id`);
}

/** A further practice of the group somebody works at. */
export interface Place {
  readonly practiceId: string;
  readonly practiceName: string;
  readonly from: string;
  readonly until: string | null;
}

/** A clinician as the list of them shows. */
export interface ListedClinician {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly roleName: string;
  readonly practiceId: string;
  readonly practiceName: string;
  readonly registration: string | null;
  /** Why somebody of the same name is another person; null where nobody was told apart. */
  readonly toldApart: string | null;
  /** The entry that stands for this person since they were found to be entered twice. */
  readonly samePersonAs: string | null;
  /** Where else in the group they work, today or later. */
  readonly places: readonly Place[];
  readonly fte: number;
  readonly validFrom: Temporal.PlainDate;
  readonly validTo: Temporal.PlainDate | null;
  readonly state: 'here' | 'to come' | 'left';
  /** Contacts that are safe today; null where no limit is set. */
  readonly limit: number | null;
}

/** What to show of the clinicians; empty texts leave a filter out. */
export interface ClinicianFilter {
  readonly q: string;
  readonly role: string;
  readonly practice: string;
  /** Those who have left are shown as well. */
  readonly left: boolean;
}

const matching = ({ q, role, practice, left }: ClinicianFilter) => sql`
  c.group_id = platform.current_group() and (${q} = '' or strpos(lower(c.name), lower(${q})) > 0) and (${role} = '' or c.role = ${role})
  and (${practice} = '' or workforce.works_in(c.id, array[${practice}])) and (${left} or c.valid_to is null or c.valid_to > platform.today())`;

const listed = sql`
  select c.id, c.name, c.role, r.name as "roleName", c.practice_id as "practiceId", p.name as "practiceName", c.fte::float8 as fte,
    c.registration, c.told_apart as "toldApart", c.same_person_as as "samePersonAs",
    coalesce((select jsonb_agg(jsonb_build_object('practiceId', w.practice_id, 'practiceName', o.name, 'from', w.valid_from, 'until', w.valid_to) order by o.name, w.valid_from)
      from workforce.works_at w join network.practice o on o.id = w.practice_id
      where w.clinician_id = c.id and (w.valid_to is null or w.valid_to > greatest(platform.today(), w.valid_from))), '[]') as places,
    c.valid_from as "validFrom", c.valid_to as "validTo",
    case when c.valid_from > platform.today() then 'to come' when c.valid_to <= platform.today() then 'left' else 'here' end as state,
    workforce.limit_on(c.group_id, c.id, platform.today()) as limit
  from workforce.clinician c join workforce.clinician_role r on r.code = c.role join network.practice p on p.id = c.practice_id`;

/** The clinicians of the acting group by name, a page at a time; all of them where no page is asked for. */
export async function clinicians(
  tx: Queryable,
  filter: ClinicianFilter,
  page?: { number: number; size: number },
): Promise<ListedClinician[]> {
  const most = page ? sql`limit ${page.size} offset ${(page.number - 1) * page.size}` : sql``;
  return tx.rows<ListedClinician>(sql`${listed} where ${matching(filter)} order by c.name, c.id ${most}`);
}

/** One clinician of the acting group as the list shows them. */
export async function listedClinician(tx: Queryable, id: string): Promise<ListedClinician | undefined> {
  return tx.maybe<ListedClinician>(sql`${listed} where c.group_id = platform.current_group() and c.id = ${id}`);
}

/** How many clinicians a filter finds, those whose home practice it is, and their whole-time equivalent today. */
export async function countClinicians(
  tx: Queryable,
  filter: ClinicianFilter,
): Promise<{ clinicians: number; home: number; fte: number }> {
  const home = sql`(${filter.practice} = '' or c.practice_id = ${filter.practice})`;
  return tx.one(sql`select count(*)::int as clinicians, count(*) filter (where ${home})::int as home,
      coalesce(sum(c.fte) filter (where network.in_force(c.valid_from, c.valid_to, platform.today()) and ${home}), 0)::float8 as fte
    from workforce.clinician c where ${matching(filter)}`);
}

/** Entries of the whole group that hold on or after a day and have the name, whatever its case, accents, title or order, or the registration number. */
export async function alike(
  tx: Queryable,
  one: { name: string; registration: string | null; from: Temporal.PlainDate },
): Promise<Alike[]> {
  return tx.rows<Alike>(sql`
    select c.id, c.name, r.name as "roleName", c.practice_id as "practiceId", p.name as "practiceName", c.registration,
      coalesce(c.name_key = n.name_key or c.registration = ${one.registration}, false) as exact
    from workforce.clinician c join workforce.clinician_role r on r.code = c.role join network.practice p on p.id = c.practice_id
      cross join (select workforce.name_key(${one.name}) as name_key) n
    where c.group_id = platform.current_group() and c.same_person_as is null and (c.valid_to is null or c.valid_to > ${one.from}::date)
      and (c.name_key = n.name_key or c.registration = ${one.registration}
        -- A word of the name is shared, and another begins alike: an initial, a second surname, a letter amiss. Two numbers are two people.
        or (c.registration <> ${one.registration}) is not true and exists (
          select from unnest(string_to_array(c.name_key, ' ')) shared, unnest(string_to_array(c.name_key, ' ')) theirs, unnest(string_to_array(n.name_key, ' ')) typed
          where length(shared) > 2 and shared = any (string_to_array(n.name_key, ' ')) and theirs <> shared and typed <> shared and left(theirs, 1) = left(typed, 1)))
    order by exact desc, c.name, p.name, c.id limit 12`);
}

/** Everybody in the acting group who is not known to be somebody else's second entry, as choices; those of a like name first. */
export async function samePersonChoices(tx: Queryable, id: string): Promise<{ value: string; text: string }[]> {
  return tx.rows(sql`
    select c.id as value, c.name || ', ' || r.short_name || ', ' || p.name as text
    from workforce.clinician d join workforce.clinician c on c.group_id = d.group_id and c.id <> d.id and c.same_person_as is null
      join workforce.clinician_role r on r.code = c.role join network.practice p on p.id = c.practice_id
    where d.group_id = platform.current_group() and d.id = ${id} and (c.valid_to is null or c.valid_to > platform.today())
    order by c.name_key <> d.name_key, c.name, c.id`);
}

/** The roles clinicians may have, as choices. */
export async function clinicianRoles(db: Queryable): Promise<RoleChoice[]> {
  return db.rows(
    sql`select r.code as value, r.name as text, r.register from workforce.clinician_role r order by r.scarcity desc, r.name`,
  );
}

/** The practices in the acting group on a day, as choices. */
export async function practiceChoices(
  tx: Queryable,
  on: Temporal.PlainDate,
): Promise<{ value: string; text: string }[]> {
  return tx.rows(sql`
    select p.id as value, p.name as text from network.group_practice m join network.practice p on p.id = m.practice_id
    where m.group_id = platform.current_group() and network.in_force(m.valid_from, m.valid_to, ${on}::date) order by p.name, p.id`);
}

/** Today in London, as the database has it. */
export async function today(db: Queryable): Promise<Temporal.PlainDate> {
  return (await db.one<{ today: Temporal.PlainDate }>(sql`select platform.today() as today`)).today;
}

/** A step of the group's path, or of a clinician's own. */
export interface KeptLimit extends LimitStep {
  readonly clinicianId: string | null;
  readonly clinicianName: string | null;
  readonly practiceName: string | null;
}

/** Every step of the acting group and its clinicians' own, or of one clinician, by who and day. */
export async function limits(tx: Queryable, clinicianId?: string): Promise<KeptLimit[]> {
  return tx.rows<KeptLimit>(sql`
    select l.id, l.clinician_id as "clinicianId", c.name as "clinicianName", p.name as "practiceName", l.valid_from as "validFrom", l.contacts, l.source
    from workforce.daily_limit l left join workforce.clinician c on c.id = l.clinician_id left join network.practice p on p.id = c.practice_id
    where l.group_id = platform.current_group() and (${clinicianId ?? null}::uuid is null or l.clinician_id = ${clinicianId ?? null}::uuid)
    order by c.name nulls first, l.clinician_id, l.valid_from`);
}

/** Clinicians who are there today, of practices whose sessions the actor sees: of the ids, or of one practice, or all. */
export async function cliniciansOpen(
  tx: Queryable,
  { ids, practiceId }: { ids?: readonly string[]; practiceId?: string },
): Promise<Clinician[]> {
  return tx.rows<Clinician>(sql`
    ${clinician} where c.group_id = platform.current_group() and c.practice_id = any ((select platform.sees('session'))::text[])
      and network.in_force(c.valid_from, c.valid_to, platform.today())
      and (${ids === undefined} or c.id = any (${uuidsAmong(ids ?? [])}::uuid[])) and (${practiceId === undefined} or c.practice_id = ${practiceId ?? ''})
    order by c.name, c.id`);
}

/** A GP who supervises somebody, or did, or will. */
export interface Supervision {
  readonly supervisorId: string;
  readonly supervisorName: string;
  readonly validFrom: Temporal.PlainDate;
  readonly validTo: Temporal.PlainDate | null;
}

/** A small team of a practice that somebody is in, with who else is in it today. */
export interface TeamTie {
  readonly team: string;
  readonly validFrom: Temporal.PlainDate;
  readonly validTo: Temporal.PlainDate | null;
  readonly others: readonly string[];
}

/** Whether somebody works under supervision, under whose, and in which team: what holds today and what is to come. */
export interface Ties {
  readonly supervised: boolean;
  readonly supervisions: readonly Supervision[];
  readonly teams: readonly TeamTie[];
}

/** The ties of a clinician of the acting group. */
export async function tiesOf(tx: Queryable, clinicianId: string): Promise<Ties> {
  const { supervised } = await tx.one<{ supervised: boolean }>(sql`
    select coalesce(bool_or(workforce.is_supervised(c.role, platform.today())), false) as supervised from workforce.clinician c where c.id = ${clinicianId}`);
  const supervisions = await tx.rows<Supervision>(sql`
    select v.supervisor_id as "supervisorId", s.name as "supervisorName", v.valid_from as "validFrom", v.valid_to as "validTo"
    from workforce.supervision v join workforce.clinician s on s.id = v.supervisor_id
    where v.clinician_id = ${clinicianId} and (v.valid_to is null or v.valid_to > platform.today()) order by v.valid_from`);
  const teams = await tx.rows<TeamTie>(sql`
    select t.team, t.valid_from as "validFrom", t.valid_to as "validTo", array(select c.name from workforce.micro_team_member o join workforce.clinician c on c.id = o.clinician_id
      where o.group_id = t.group_id and o.team = t.team and o.clinician_id <> t.clinician_id and network.in_force(o.valid_from, o.valid_to, platform.today()) order by c.name) as others
    from workforce.micro_team_member t where t.clinician_id = ${clinicianId} and (t.valid_to is null or t.valid_to > platform.today()) order by t.valid_from`);
  return { supervised, supervisions, teams };
}

/** GPs of the acting group who may supervise somebody of a practice, those of the practice first. */
export async function supervisorChoices(tx: Queryable, practiceId: string): Promise<{ value: string; text: string }[]> {
  return tx.rows(sql`
    select c.id as value, c.name || ', ' || p.name as text from workforce.clinician c join network.practice p on p.id = c.practice_id
    where c.group_id = platform.current_group() and c.role = 'gp' and (c.valid_to is null or c.valid_to > platform.today())
    order by c.practice_id <> ${practiceId}, c.name, c.id`);
}

/** The teams there are at a practice, by name. */
export async function teamsAt(tx: Queryable, practiceId: string): Promise<string[]> {
  const rows = await tx.rows<{ team: string }>(sql`
    select distinct t.team from workforce.micro_team_member t join workforce.clinician c on c.id = t.clinician_id
    where c.practice_id = ${practiceId} and (t.valid_to is null or t.valid_to > platform.today()) order by t.team`);
  return rows.map(({ team }) => team);
}
