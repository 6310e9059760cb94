import type { Actor } from '#platform/auth/actor.ts';
import { sql } from '#platform/db/sql.ts';
import type { TestDatabase } from './database.ts';
import { arrange, id, type World } from './world.ts';

/** Adds somebody with a role to the small group, at a practice or for the group; `n` tells them apart from its people. */
export async function somebody(
  { owner }: TestDatabase,
  world: World,
  { n, role, practiceId = null }: { n: number; role: string; practiceId?: string | null },
): Promise<Actor> {
  const { groupId } = world;
  const actor = { personId: id(3, n), name: `Person ${n}`, roleHeldId: id(4, n), role, groupId, practiceId };
  await arrange(owner, async (run) => {
    await run(sql`insert into network.person values (${actor.personId}, ${groupId}, ${actor.name}, null, true)`);
    await run(
      sql`insert into network.role_held values (${actor.roleHeldId}, ${actor.personId}, ${groupId}, ${practiceId}, null, ${role}, '2020-01-01')`,
    );
  });
  return actor;
}

/** Joins practices of the small group to a service, from long ago. */
export async function joined({ owner }: TestDatabase, world: World, [service, ...practices]: string[]): Promise<void> {
  await arrange(owner, async (run) => {
    await run(
      sql`insert into network.agreement select gen_random_uuid(), ${world.groupId}, p, ${service}, '2020-01-01' from unnest(${practices}::text[]) p`,
    );
  });
}
