import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';

/** A practice that is open to a program, or (by its id) one of its sites. */
export interface OpenPlace {
  /** The practice's code, or the site's id. */
  readonly id: string;
  readonly practiceId: string;
  readonly name: string;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly stepFree: boolean | null;
}

/** The practices whose sessions the actor sees, with their sites in use; only those of the ids where they are given. */
export async function openPlaces(tx: Queryable, ids?: readonly string[]): Promise<OpenPlace[]> {
  return tx.rows<OpenPlace>(sql`
    with practice as (select p.* from network.practice p where p.id = any ((select platform.sees('session'))::text[]))
    select o.id, o."practiceId", o.name, o.address, o.postcode, o.latitude, o.longitude, o."stepFree" from (
      select p.id, p.id as "practiceId", p.name, p.address, p.postcode, p.latitude, p.longitude, null::boolean as "stepFree", 0 as part from practice p
      union all
      select t.id::text, p.id, t.name, t.address, t.postcode, t.latitude, t.longitude, t.step_free, 1
      from practice p join network.branch_site t on t.practice_id = p.id and network.in_force(t.valid_from, t.valid_to, platform.today())
    ) o where ${ids === undefined} or o.id = any (${ids ?? []}::text[])
    order by o."practiceId", o.part, o.name, o.id`);
}

/** The acting group itself. */
export async function actingGroup(tx: Queryable): Promise<{ id: string; name: string } | undefined> {
  return tx.maybe(sql`select g.id, g.name from network.group g where g.id = platform.current_group()`);
}
