import type { Exchange } from '#domains/network/index.ts';
import { sql } from '#platform/db/sql.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import {
  exchangeDays,
  exchangeOf,
  exchangeUnseen,
  type ExchangeDays,
  type ExchangedWith,
  type StillToCome,
} from '../exchange.ts';
import { asksOf } from './remedy.ts';

/**
 * Appointments (not cancelled) that passed between a practice and each other one: received where its patients are seen
 * elsewhere, given where it sees the others'. The hub is the other's as of the week's Monday.
 */
async function exchanged(tx: Tx, practiceId: string, days: ExchangeDays): Promise<ExchangedWith[]> {
  return tx.rows<ExchangedWith>(sql`
    with passed as (
      select case b.practice_id when ${practiceId} then b.host_practice_id else b.practice_id end as other,
        b.practice_id = ${practiceId} as received, b.day >= ${days.monday}::date as now
      from access.booking b
      where (b.practice_id = ${practiceId} or b.host_practice_id = ${practiceId}) and b.practice_id <> b.host_practice_id
        and b.status <> 'cancelled' and b.day between ${days.fourFrom}::date and ${days.sunday}::date
    )
    select p.name as "practiceName", h.name as "hubName",
      jsonb_build_object('week', count(*) filter (where not x.received and x.now), 'four', count(*) filter (where not x.received and not x.now)) as given,
      jsonb_build_object('week', count(*) filter (where x.received and x.now), 'four', count(*) filter (where x.received and not x.now)) as received
    from passed x join network.practice p on p.id = x.other
    left join network.hub_member m on m.practice_id = x.other and m.group_id = platform.current_group()
      and network.in_force(m.valid_from, m.valid_to, ${days.monday}::date)
    left join network.hub h on h.id = m.hub_id
    group by p.id, p.name, h.name order by count(*) desc, p.name, p.id`);
}

/** Appointments (not cancelled, not begun) between a practice and others, by direction. */
async function stillToCome(tx: Tx, practiceId: string): Promise<StillToCome[]> {
  return tx.rows<StillToCome>(sql`
    select b.practice_id = ${practiceId} as received, count(*) filter (where b.kind = 'ordinary') as ordinary,
      count(*) filter (where b.kind = 'overflow') as overflow, max(b.day) as last
    from access.booking b
    where (b.practice_id = ${practiceId} or b.host_practice_id = ${practiceId}) and b.practice_id <> b.host_practice_id
      and b.status = 'booked' and b.starts_at > now() group by 1`);
}

/** What hub booking passes between a practice and the others, told to whoever sees the practice's appointments. */
export async function practiceFacts(
  context: Context,
  practiceId: string,
): Promise<{ patients: null; exchanges: readonly Exchange[]; asked: number }> {
  return transaction(context, async (tx) => {
    const { today, seen } = await tx.one<{ today: Temporal.PlainDate; seen: boolean }>(
      sql`select platform.today() as today, ${practiceId}::text = any ((select platform.sees('visit'))::text[]) as seen`,
    );
    const asked = await asksOf(tx, practiceId);
    if (!seen) return { patients: null, exchanges: [exchangeUnseen()], asked };
    const days = exchangeDays(today);
    return {
      patients: null,
      exchanges: [exchangeOf(await exchanged(tx, practiceId, days), days, await stillToCome(tx, practiceId))],
      asked,
    };
  });
}
