import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { Holder, Sight } from '../sight.ts';

/** What every role sees of every class, as the database decides it. */
export async function sights(db: Queryable): Promise<Sight[]> {
  return db.rows<Sight>(sql`
    select s.role, k.name as "roleName", s.class, s.reach, s.service from network.sight s join network.role k on k.code = s.role
    order by k.name, s.class, s.reach`);
}

/** Who holds which role in the acting group on a day, and where; a connected program holds its own for the whole group. */
export async function holders(tx: Queryable, on: Temporal.PlainDate): Promise<Holder[]> {
  return tx.rows<Holder>(sql`
    select r.person_id as "personId", p.name as "personName", r.role, r.practice_id as "practiceId", r.hub_id as "hubId",
      coalesce(t.name, h.name, g.name) as "placeName"
    from network.role_held r join network.person p on p.id = r.person_id join network.group g on g.id = r.group_id
    left join network.practice t on t.id = r.practice_id left join network.hub_name h on h.id = r.hub_id
    where r.group_id = platform.current_group() and network.in_force(r.valid_from, r.valid_to, ${on}::date)
    union all
    select c.id, c.name, 'client', null, null, g.name from network.client c join network.group g on g.id = c.group_id
    where c.group_id = platform.current_group() and c.revoked_at is null
    order by "personName", "personId", role`);
}
