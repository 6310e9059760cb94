import { randomUUIDv7 } from 'node:crypto';
import { systemActor } from '#platform/auth/actor.ts';
import type { Database } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import { transaction } from '#platform/db/transaction.ts';

/** A practice of an arranged group, and the hub it is in. */
export interface Arranged {
  readonly code: string;
  readonly hub: string | null;
}

/** Makes a group of practices as the system: what a measure needs, without people or agreements. Answers its id. */
export async function arrangeGroup(db: Database, name: string, practices: readonly Arranged[]): Promise<string> {
  const id = randomUUIDv7();
  const codes = practices.map(({ code }) => code);
  await transaction({ db, actor: systemActor('test', id), act: { action: 'arrange' } }, async (tx) => {
    await tx.rows(sql`insert into network.group (id, name, legal_shape) values (${id}, ${name}, 'network')`);
    await tx.rows(sql`
      insert into network.practice (id, name, source)
      select c, 'Practice ' || c, 'arranged' from unnest(${codes}::text[]) c on conflict do nothing`);
    await tx.rows(sql`
      insert into network.group_practice (group_id, practice_id, valid_from)
      select ${id}, c, '2020-01-01' from unnest(${codes}::text[]) c`);
    for (const [hub, members] of Map.groupBy(practices, (practice) => practice.hub)) {
      if (hub === null) continue;
      const hubId = randomUUIDv7();
      await tx.rows(sql`insert into network.hub (id, group_id, code, name) values (${hubId}, ${id}, ${hub}, ${hub})`);
      await tx.rows(sql`
        insert into network.hub_member (hub_id, group_id, practice_id, valid_from)
        select ${hubId}, ${id}, c, '2020-01-01' from unnest(${members.map(({ code }) => code)}::text[]) c`);
    }
  });
  return id;
}
