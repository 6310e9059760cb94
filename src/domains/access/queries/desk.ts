import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/transaction.ts';

/** A building as an ambulance is told it. */
export interface Building {
  readonly name: string;
  readonly address: string | null;
  readonly postcode: string | null;
}

/** Where somebody stands who came to the desk: the main building of that practice, then its other sites in use. */
export async function buildingsOfDesk(tx: Tx, requestId: string): Promise<Building[]> {
  return tx.rows<Building>(sql`
    with desk as (
      select p.* from access.request r join network.practice p on p.id = coalesce(r.desk_practice_id, r.practice_id)
      where r.id = ${requestId} and r.channel = 'desk')
    select name, address, postcode from (
      select d.name, d.address, d.postcode, 0 as part from desk d
      union all
      select t.name, t.address, t.postcode, 1 from desk d join network.branch_site t on t.practice_id = d.id
      where not t.main and network.in_force(t.valid_from, t.valid_to, platform.today())
    ) building order by part, name`);
}
