import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';

/** What a practice gave to its hub in a week and took of it. */
export interface HubExchange {
  readonly hubId: string;
  readonly hubName: string;
  readonly practiceId: string;
  readonly practiceName: string;
  /** The most it may take; null: no bound. */
  readonly quota: number | null;
  readonly received: number;
  readonly given: number;
}

/** Every practice the actor sees with its hub, by hub and name, for the week of a day. */
export async function hubExchange(db: Queryable, day: Temporal.PlainDate): Promise<HubExchange[]> {
  return db.rows<HubExchange>(sql`
    select e.hub_id as "hubId", e.hub_name as "hubName", e.practice_id as "practiceId", e.practice_name as "practiceName", e.quota, e.received, e.given
    from access.hub_exchange(${day}) e`);
}

/** A change of a practice's share, the latest first. */
export interface QuotaChange {
  readonly practiceName: string;
  readonly from: Temporal.PlainDate;
  readonly places: number | null;
  readonly source: string;
  readonly byName: string | null;
}

/** The last changes of shares the actor sees. */
export async function quotaChanges(db: Queryable): Promise<QuotaChange[]> {
  return db.rows<QuotaChange>(sql`
    select p.name as "practiceName", q.valid_from as "from", q.places, q.source, w.name as "byName"
    from access.hub_quota q join network.practice p on p.id = q.practice_id left join network.person w on w.id = q.set_by
    order by q.valid_from desc, p.name limit 20`);
}
