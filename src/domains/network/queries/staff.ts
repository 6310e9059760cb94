import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';

/** A role of somebody in the acting group, held now, once or later. */
export interface StaffRole {
  readonly id: string;
  readonly role: string;
  readonly roleName: string;
  readonly practiceId: string | null;
  readonly placeName: string;
  readonly validFrom: Temporal.PlainDate;
  readonly validTo: Temporal.PlainDate | null;
  readonly state: 'held' | 'to come' | 'ended';
}

/** Somebody of the acting group: added to it, or holding a role in it. */
export interface StaffMember {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly fictional: boolean;
  readonly signedIn: boolean;
  readonly roles: readonly StaffRole[];
}

interface StaffRow extends Omit<StaffMember, 'roles'> {
  readonly roles: readonly (Omit<StaffRole, 'validFrom' | 'validTo'> & { validFrom: string; validTo: string | null })[];
}

/** What to show of the group's people; empty texts leave a filter out. */
export interface StaffFilter {
  readonly q: string;
  readonly role: string;
  readonly practice: string;
  readonly id?: string;
}

const inFilter = (filter: StaffFilter) => sql`
  (p.group_id = platform.current_group() or exists (
    select from network.role_held m where m.person_id = p.id and m.group_id = platform.current_group()))
  and (${filter.id ?? null}::uuid is null or p.id = ${filter.id ?? null}::uuid)
  and (${filter.q} = '' or p.name ilike '%' || ${filter.q} || '%' or p.email ilike '%' || ${filter.q} || '%')
  and (${filter.role} = '' and ${filter.practice} = '' or exists (
    select from network.role_held f where f.person_id = p.id and f.group_id = platform.current_group()
      and (${filter.role} = '' or f.role = ${filter.role}) and (${filter.practice} = '' or f.practice_id = ${filter.practice})
      and (f.valid_to is null or f.valid_to > platform.today())))`;

/** The group's people by name, a page at a time. */
export async function staff(
  tx: Queryable,
  filter: StaffFilter,
  page: { number: number; size: number },
): Promise<StaffMember[]> {
  const rows = await tx.rows<StaffRow>(sql`
    select p.id, p.name, p.email, p.fictional,
      network.signed_in(p.id) as "signedIn",
      coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'role', r.role, 'roleName', k.name, 'practiceId', r.practice_id,
          'placeName', coalesce(t.name, h.name, g.name), 'validFrom', r.valid_from, 'validTo', r.valid_to,
          'state', case when r.valid_from > platform.today() then 'to come' when r.valid_to <= platform.today() then 'ended' else 'held' end)
          order by r.valid_to nulls first, k.name, r.valid_from)
        from network.role_held r join network.role k on k.code = r.role join network.group g on g.id = r.group_id
        left join network.practice t on t.id = r.practice_id left join network.hub_name h on h.id = r.hub_id
        where r.person_id = p.id and r.group_id = platform.current_group()), '[]') as roles
    from network.person p where ${inFilter(filter)}
    order by p.name, p.id limit ${page.size} offset ${(page.number - 1) * page.size}`);
  return rows.map(({ roles, ...person }) => ({ ...person, roles: roles.map(withDates) }));
}

function withDates(role: StaffRow['roles'][number]): StaffRole {
  const { validFrom, validTo } = role;
  return {
    ...role,
    validFrom: Temporal.PlainDate.from(validFrom),
    validTo: validTo === null ? null : Temporal.PlainDate.from(validTo),
  };
}

/** How many people a filter finds, and how many roles they hold today. */
export async function countStaff(tx: Queryable, filter: StaffFilter): Promise<{ people: number; roles: number }> {
  return tx.one(sql`
    select count(*)::int as people, coalesce(sum((select count(*) from network.role_held r where r.person_id = p.id
      and r.group_id = platform.current_group() and network.in_force(r.valid_from, r.valid_to, platform.today()))), 0)::int as roles
    from network.person p where ${inFilter(filter)}`);
}
