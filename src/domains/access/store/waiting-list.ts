import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { NotFitting } from '../waiting-list.ts';

/** Who is put on the list. */
export interface NewOnList {
  readonly id: string;
  readonly groupId: string;
  readonly practiceId: string;
  readonly requestId: string;
  readonly policyId: string | null;
  readonly promisedBy: Temporal.Instant;
  readonly by: string | null;
}

/** Puts a request on the list; on it already, nothing changes. The database refuses urgent need. */
export async function insertOnList(tx: Queryable, one: NewOnList): Promise<void> {
  await tx.rows(sql`insert into access.waiting_place (id, group_id, practice_id, request_id, policy_id, promised_by, put_on_by)
    values (${one.id}, ${one.groupId}, ${one.practiceId}, ${one.requestId}, ${one.policyId}, ${one.promisedBy}, ${one.by})
    on conflict (request_id) where left_at is null do nothing`);
}

/** Holds a group's list until the commit: places freed at once are offered one after the other. */
export async function holdList(tx: Queryable): Promise<void> {
  await tx.rows(sql`select pg_advisory_xact_lock(hashtextextended(platform.current_group()::text, 13))`);
}

/**
 * Brings the list up to date: who has been booked or has ended leaves it, offers nobody acted on in time lapse, and offers
 * whose place somebody else has taken are gone.
 */
export async function tidyList(tx: Queryable, now: Temporal.Instant): Promise<void> {
  await tx.rows(sql`
    update access.waiting_offer f set state = s.state, closed_at = now(), closing_reason = s.why
    from (select o.id, case when r.status = 'booked' then 'booked' when r.status = 'ended' then 'gone'
          when not exists (select from access.session t where t.id = o.session_id and t.status = 'open') then 'gone'
          when exists (select from access.booking b where b.session_id = o.session_id and b.status <> 'cancelled'
            and b.starts_at < o.starts_at + make_interval(mins => o.minutes) and b.ends_at > o.starts_at) then 'gone'
          when o.until <= ${now}::timestamptz then 'lapsed' end as state,
        case when r.status = 'booked' then 'Booked' when r.status = 'ended' then 'The request has ended'
          when o.until <= ${now}::timestamptz then 'Nobody rang them in time' else 'Somebody else was booked into it' end as why
      from access.waiting_offer o join access.request r on r.id = o.request_id
      where o.group_id = platform.current_group() and o.state = 'open') s
    where f.id = s.id and s.state is not null`);
  await tx.rows(sql`
    update access.waiting_place w set left_at = now(), left_why = case r.status when 'booked' then 'booked' else 'ended' end
    from access.request r where r.id = w.request_id and w.group_id = platform.current_group() and w.left_at is null
      and r.status in ('booked', 'ended')`);
}

/** A freed place for one on the list. */
export interface NewOffer {
  readonly id: string;
  readonly groupId: string;
  readonly practiceId: string;
  readonly requestId: string;
  readonly waitingId: string;
  readonly sessionId: string;
  readonly clinicianId: string;
  readonly startsAt: Temporal.Instant;
  readonly minutes: number;
  readonly freedBy: string;
  readonly passedOver: readonly { requestId: string; why: NotFitting }[];
  readonly until: Temporal.Instant;
}

/** Offers a place to one on the list. */
export async function insertOffer(tx: Queryable, offer: NewOffer): Promise<void> {
  await tx.rows(sql`insert into access.waiting_offer (id, group_id, practice_id, request_id, waiting_id, session_id, clinician_id, starts_at,
      minutes, freed_by, passed_over, until)
    values (${offer.id}, ${offer.groupId}, ${offer.practiceId}, ${offer.requestId}, ${offer.waitingId}, ${offer.sessionId},
      ${offer.clinicianId}, ${offer.startsAt}, ${offer.minutes}, ${offer.freedBy}, ${JSON.stringify(offer.passedOver)}::jsonb, ${offer.until})`);
}

/** Passes an offer on, with why; answers whether it stood. */
export async function closeOffer(
  tx: Queryable,
  { id, reason, by }: { id: string; reason: string; by: string | null },
): Promise<boolean> {
  const rows = await tx.rows(sql`update access.waiting_offer set state = 'passed', closed_at = now(), closed_by = ${by},
    closing_reason = ${reason} where id = ${id} and state = 'open' returning id`);
  return rows.length > 0;
}
