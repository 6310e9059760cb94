import type { Windowed } from '../offer/call-window.ts';
import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';

/** A place that is kept for somebody while they choose. */
export interface Held extends Windowed {
  readonly id: string;
  readonly sessionId: string;
  readonly clinicianName: string;
  readonly role: string;
  readonly roleName: string;
  readonly placeName: string;
  readonly address: string | null;
  readonly mode: string;
  readonly startsAt: Temporal.Instant;
  readonly minutes: number;
  readonly until: Temporal.Instant;
  readonly ownGp: boolean;
  readonly miles: number | null;
}

/** What is kept for a request now, the soonest first; what has run out is not there. */
export async function heldFor(db: Queryable, requestId: string): Promise<Held[]> {
  return db.rows<Held>(sql`
    select h.id, h.session_id as "sessionId", c.name as "clinicianName", c.role, k.short_name as "roleName", coalesce(site.name, p.name) as "placeName",
      coalesce(site.address, p.address) as address, h.mode, h.starts_at as "startsAt", (extract(epoch from h.ends_at - h.starts_at) / 60)::integer as minutes,
      h.until, h.own_gp as "ownGp", h.miles, w.window_from as "windowFrom", w.window_until as "windowUntil"
    from access.hold h join access.session s on s.id = h.session_id join workforce.clinician c on c.id = h.clinician_id
    join workforce.clinician_role k on k.code = c.role join network.practice p on p.id = s.practice_id
    left join lateral (select t.name, t.address from network.branch_site t
      where t.id = s.site_id or s.site_id is null and t.practice_id = s.practice_id and t.main limit 1) site on true
    cross join lateral access.window_at(h.session_id, h.mode, h.starts_at) w
    where h.request_id = ${requestId} and h.until > clock_timestamp() order by h.starts_at, h.id`);
}
