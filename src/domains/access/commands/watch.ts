import { groups } from '#domains/network/index.ts';
import { systemActor } from '#platform/auth/actor.ts';
import type { Database } from '#platform/db/database.ts';
import { transaction } from '#platform/db/transaction.ts';
import { markNear } from '../store/contact.ts';
import { announce } from '../store/request.ts';

/** Alerts every open screen of a group as requests come near their time; answers how many practices were told. */
export async function watchClocks(db: Database, now: Temporal.Instant): Promise<number> {
  let told = 0;
  for (const { id: groupId } of await groups(db)) {
    const context = { db, actor: systemActor('clocks', groupId), act: { action: 'watch-clocks' } };
    const practices = await transaction(context, (tx) => markNear(tx, now));
    // After the commit: announcing queues every commit of the server behind it.
    for (const practiceId of practices) await announce(db, 'requests', { groupId, practiceId });
    told += practices.length;
  }
  return told;
}
