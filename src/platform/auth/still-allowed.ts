import type { FastifyRequest } from 'fastify';
import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';

/**
 * Whether whoever opened a stream may still follow it: the session stands unlocked and in the same role, which is held
 * today. Looking does not count as using: an open live screen alone never keeps a session awake.
 */
export async function stillAllowed(db: Queryable, { identity }: FastifyRequest): Promise<boolean> {
  const { session, current } = identity ?? {};
  if (!session || !current) return false;
  const row = await db.maybe<{
    held: string | null;
  }>(sql`select s.role_held_id as held from platform.session_of(${session.tokenHash}) s
    where s.revoked_at is null and s.locked_at is null and s.expires_at > now()`);
  return row !== undefined && (row.held === null || row.held === current.id);
}
