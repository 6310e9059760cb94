import { createHash, randomBytes } from 'node:crypto';
import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';

/** A person signed in on one browser; revoked, expired or unknown tokens have none. */
export interface Session {
  readonly tokenHash: Buffer;
  readonly personId: string;
  readonly roleHeldId: string | null;
  readonly csrf: string;
  readonly locked: boolean;
  /** Whether it is a patient's: `personId` is then theirs, and they hold no role. */
  readonly patient: boolean;
}

interface SessionRow {
  token_hash: Buffer;
  person_id: string;
  role_held_id: string | null;
  csrf: string;
  locked: boolean;
  patient: boolean;
  idle: boolean;
  stale: boolean;
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/**
 * Opens a session; only the hash of the returned token is stored. Where `before` is the token of a session of the same person,
 * the forms they have open in other tabs are good for this one too: what is written there is heard and kept as before.
 */
export async function openSession(
  db: Queryable,
  {
    personId,
    roleHeldId,
    hours,
    patient = false,
    before = '',
  }: { personId: string; roleHeldId: string | null; hours: number; patient?: boolean; before?: string | undefined },
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await db.rows(sql`insert into platform.session (token_hash, person_id, role_held_id, csrf, expires_at, patient)
    values (${hashOf(token)}, ${personId}, ${roleHeldId}, coalesce((select s.csrf from platform.session_of(${hashOf(before)}) s
        where s.person_id = ${personId} and s.patient = ${patient} and least(s.revoked_at, s.expires_at) > now() - interval '1 day'),
      ${randomBytes(24).toString('base64url')}), now() + ${hours} * interval '1 hour', ${patient})`);
  return token;
}

/** Minutes without a page after which a screen of staff locks, and a patient is signed out. */
export interface IdleMinutes {
  readonly staff: number;
  readonly patient: number;
}

/** Finds the session of a token; one that is idle for too long is locked in the same step, a patient's is ended. */
export async function findSession(db: Queryable, token: string, idle: IdleMinutes): Promise<Session | undefined> {
  const row =
    await db.maybe<SessionRow>(sql`select s.token_hash, s.person_id, s.role_held_id, s.csrf, s.locked_at is not null as locked, s.patient,
      s.last_seen_at < now() - (case when s.patient then ${idle.patient}::integer else ${idle.staff}::integer end) * interval '1 minute' as idle, s.last_seen_at < now() - interval '20 seconds' as stale
    from platform.session_of(${hashOf(token)}) s where s.revoked_at is null and s.expires_at > now()`);
  if (!row) return undefined;
  const session = {
    tokenHash: row.token_hash,
    personId: row.person_id,
    roleHeldId: row.role_held_id,
    csrf: row.csrf,
    locked: row.locked || row.idle,
    patient: row.patient,
  };
  if (row.idle && row.patient) {
    // A telephone is nobody's but theirs, and there is no screen to unlock: they sign in again.
    await revokeSession(db, session);
    return undefined;
  }
  if (row.idle && !row.locked) await lockSession(db, session);
  // Writing on every request would make each page a transaction on disk; idle time needs no such precision.
  else if (row.stale && !row.locked)
    await db.rows(sql`select platform.change_session(${session.tokenHash}, seen => true)`);
  return session;
}

/** Whose session a token was that ended less than a day ago, with the token of its forms. */
export async function endedSession(db: Queryable, token: string): Promise<Omit<Session, 'locked'> | undefined> {
  return db.maybe(sql`select s.token_hash as "tokenHash", s.person_id as "personId", s.role_held_id as "roleHeldId", s.csrf, s.patient
    from platform.session_of(${hashOf(token)}) s where least(s.revoked_at, s.expires_at) between now() - interval '1 day' and now()`);
}

/** Acts under another of the person's roles from now on. */
export async function switchRole(db: Queryable, session: Session, roleHeldId: string): Promise<void> {
  await db.rows(sql`select platform.change_session(${session.tokenHash}, acts_as => ${roleHeldId})`);
}

/** Locks the session at once; its person must sign in again to go on. */
export async function lockSession(db: Queryable, session: Session): Promise<void> {
  await db.rows(sql`select platform.change_session(${session.tokenHash}, locked => true)`);
}

/** Ends one session. */
export async function revokeSession(db: Queryable, session: Session): Promise<void> {
  await db.rows(sql`select platform.change_session(${session.tokenHash}, ended => true)`);
}
