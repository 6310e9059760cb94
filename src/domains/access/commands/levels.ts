import { randomUUIDv7 } from 'node:crypto';
import { groups } from '#domains/network/index.ts';
import { systemActor } from '#platform/auth/actor.ts';
import type { Database } from '#platform/db/database.ts';
import { transaction } from '#platform/db/transaction.ts';
import { boardPractices } from '../queries/board.ts';
import { lastLevels, levelsAt } from '../queries/level.ts';
import { insertGroupLevelChange, insertLevelChange } from '../store/level.ts';

/** Takes the level of every practice and group, and keeps each that has changed; answers how many have. */
export async function takeLevels(db: Database, now: Temporal.Instant): Promise<number> {
  let changed = 0;
  for (const { id: groupId } of await groups(db)) {
    const context = { db, actor: systemActor('levels', groupId), act: { action: 'take-levels' } };
    changed += await transaction(context, async (tx) => {
      const practices = (await boardPractices(tx)).map(({ id }) => id);
      const found = await levelsAt(tx, now, { practices });
      const last = await lastLevels(tx);
      let kept = 0;
      for (const [practiceId, { level, because }] of found.practices) {
        if (last.get(practiceId) === level) continue;
        await insertLevelChange(tx, { id: randomUUIDv7(), groupId, practiceId, at: now, level, because });
        kept += 1;
      }
      if (last.get('') === found.group.level) return kept;
      await insertGroupLevelChange(tx, { id: randomUUIDv7(), groupId, at: now, ...found.group });
      return kept + 1;
    });
  }
  return changed;
}
