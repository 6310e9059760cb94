import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { DutyAt, Stretch } from '../duty-form.ts';

/** A duty as the list of a day shows it. */
export interface ListedDuty extends DutyAt, Stretch {
  readonly id: string;
  readonly clinicianId: string;
  readonly clinicianName: string;
  readonly phone: string | null;
}

/** Duties of the acting group that fall into a stretch of time, in order. */
export async function dutiesIn(db: Queryable, { startsAt, endsAt }: Stretch): Promise<ListedDuty[]> {
  return db.rows<ListedDuty>(sql`
    select d.id, d.level, d.duty_practice_id as "practiceId", d.hub_id as "hubId", d.clinician_id as "clinicianId", c.name as "clinicianName",
      d.phone, d.starts_at as "startsAt", d.ends_at as "endsAt"
    from access.duty d join workforce.clinician c on c.id = d.clinician_id
    where d.group_id = platform.current_group() and d.starts_at < ${endsAt} and d.ends_at > ${startsAt}
    order by d.starts_at, d.id`);
}

/** One duty of the acting group. */
export async function dutyById(db: Queryable, id: string): Promise<ListedDuty | undefined> {
  return db.maybe<ListedDuty>(sql`
    select d.id, d.level, d.duty_practice_id as "practiceId", d.hub_id as "hubId", d.clinician_id as "clinicianId", c.name as "clinicianName",
      d.phone, d.starts_at as "startsAt", d.ends_at as "endsAt"
    from access.duty d join workforce.clinician c on c.id = d.clinician_id where d.id = ${id}`);
}

/** A practice of the group, and the hub whose duty clinician answers for it too. */
export interface DutyPractice {
  readonly id: string;
  readonly name: string;
  readonly hubId: string | null;
  readonly hubName: string | null;
}

/** The practices of the acting group on a day, by hub and name. */
export async function dutyPractices(db: Queryable, day: Temporal.PlainDate): Promise<DutyPractice[]> {
  return db.rows<DutyPractice>(sql`
    select p.id, p.name, h.id as "hubId", h.name as "hubName"
    from network.group_practice g join network.practice p on p.id = g.practice_id
    left join network.hub_member m on m.practice_id = g.practice_id and m.group_id = g.group_id and network.in_force(m.valid_from, m.valid_to, ${day}::date)
    left join network.hub h on h.id = m.hub_id
    where g.group_id = platform.current_group() and network.in_force(g.valid_from, g.valid_to, ${day}::date)
    order by h.name nulls last, p.name, p.id`);
}

/** A clinician who may answer red flags, and where they belong. */
export interface DutyChoice {
  readonly id: string;
  readonly name: string;
  readonly practiceId: string;
  readonly practiceName: string;
  readonly roleName: string;
  readonly validFrom: Temporal.PlainDate;
  readonly validTo: Temporal.PlainDate | null;
}

/** Clinicians of the acting group whose role answers for dangers; at one practice or all. */
export async function dutyChoices(db: Queryable, practiceId: string | null): Promise<DutyChoice[]> {
  return db.rows<DutyChoice>(sql`
    select c.id, c.name, c.practice_id as "practiceId", p.name as "practiceName", r.short_name as "roleName", c.valid_from as "validFrom", c.valid_to as "validTo"
    from workforce.clinician c join network.practice p on p.id = c.practice_id join workforce.clinician_role r on r.code = c.role
    where c.group_id = platform.current_group() and (c.valid_to is null or c.valid_to > platform.today())
      and (${practiceId}::text is null or c.practice_id = ${practiceId})  and r.answers_danger
    order by c.name, c.id`);
}
