import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { PlanPart } from '../plan.ts';

/** A link to the actor's calendar, without what opens it. */
export interface CalendarLink {
  readonly id: string;
  readonly name: string;
  readonly madeAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  readonly revokedAt: Temporal.Instant | null;
  readonly lastReadAt: Temporal.Instant | null;
}

/** The actor's own links, the newest first. */
export async function calendarLinks(db: Queryable): Promise<CalendarLink[]> {
  return db.rows<CalendarLink>(sql`
    select l.id, l.name, l.made_at as "madeAt", l.expires_at as "expiresAt", l.revoked_at as "revokedAt", l.last_read_at as "lastReadAt"
    from access.calendar_link l order by l.made_at desc, l.id desc`);
}

/** What the link kept under a hash shows; undefined where it is good for nothing. Reading is recorded to the hour. */
export async function feedOf(db: Queryable, hash: Buffer): Promise<Feed | undefined> {
  const { feed } = await db.one<{ feed: Feed | null }>(sql`select access.calendar_feed(${hash}) as feed`);
  return feed ?? undefined;
}

/** What a calendar link shows: sessions and the times booked in them, and of no patient anything. */
export interface Feed {
  readonly link: string;
  readonly kinds: Readonly<Record<string, string>>;
  readonly sessions: readonly FeedSession[];
  readonly bookings: readonly FeedBooking[];
}

/** A session of the calendar. */
export interface FeedSession {
  readonly id: string;
  readonly kind: 'ordinary' | 'duty' | 'hub';
  readonly mode: string;
  readonly plan: readonly PlanPart[] | null;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
  readonly address: string | null;
  readonly postcode: string;
}

/** A time booked in it. */
export interface FeedBooking {
  readonly id: string;
  readonly sessionId: string | null;
  readonly urgent: boolean;
  readonly mode: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
}
