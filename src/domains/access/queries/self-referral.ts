import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/transaction.ts';
import type { MessageWay } from '../message.ts';

/** How somebody refers themselves to a service. */
export interface SelfReferral {
  readonly name: string;
  readonly phone: string | null;
  readonly link: string | null;
  readonly source: string;
}

/** How somebody refers themselves for a reason of the protocol, today: the group's own before what holds for all; undefined where it is not known. */
export async function selfReferral(
  db: Queryable,
  { groupId, reason }: { groupId: string; reason: string },
): Promise<SelfReferral | undefined> {
  return db.maybe<SelfReferral>(sql`
    select s.name, s.phone, s.link, s.source from access.self_referral s
    where s.reason = ${reason} and (s.group_id = ${groupId} or s.group_id is null) and s.valid_from <= platform.today()
    order by s.group_id nulls last, s.valid_from desc limit 1`);
}

/** How a service is reached from a day on, and whether the group itself said so. */
export interface ServiceRow extends SelfReferral {
  readonly reason: string;
  readonly from: Temporal.PlainDate;
  readonly own: boolean;
}

/** Every row the group goes by, with those to come, the latest of each reason first. */
export async function selfReferrals(db: Queryable): Promise<ServiceRow[]> {
  return db.rows<ServiceRow>(sql`
    select s.reason, s.name, s.phone, s.link, s.source, s.valid_from as "from", s.group_id is not null as own from access.self_referral s
    where s.group_id = platform.current_group() or s.group_id is null order by s.reason, s.group_id nulls last, s.valid_from desc`);
}

/** A message about referring themselves that was written to the patient of a request. */
export interface ServiceSent {
  readonly way: MessageWay;
  readonly state: string;
  readonly why: string;
  readonly madeAt: Temporal.Instant;
}

/** What was sent of it last; undefined where nothing was. */
export async function serviceSent(tx: Tx, requestId: string): Promise<ServiceSent | undefined> {
  return tx.maybe<ServiceSent>(sql`
    select m.way, m.state, m.why, m.made_at as "madeAt" from access.message m
    where m.request_id = ${requestId} and m.kind = 'self-referral' order by m.made_at desc limit 1`);
}
