import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { PlanPart } from '../plan.ts';
import type { SessionPlan, SessionTime } from '../session-plan.ts';

/** A session to be opened, in the role its clinician has. */
export interface NewSession extends Omit<SessionPlan, 'times' | 'skipped'>, SessionTime {
  readonly id: string;
  readonly role: string;
}

/** Opens sessions of the acting group; answers the ids of those whose clinician was free: the others are not written. */
export async function insertSessions(tx: Queryable, sessions: readonly NewSession[]): Promise<string[]> {
  const rows = sessions.map((one) => ({
    ...{ id: one.id, practice_id: one.practiceId, site_id: one.siteId, clinician_id: one.clinicianId, role: one.role },
    ...{ mode: one.mode, kind: one.kind, day: one.day.toString(), slot_minutes: one.slotMinutes },
    ...{ starts_at: one.startsAt.toString(), ends_at: one.endsAt.toString() },
  }));
  const opened = await tx.rows<{ id: string }>(sql`
    insert into access.session (id, group_id, practice_id, site_id, clinician_id, role, mode, kind, day, starts_at, ends_at, slot_minutes)
    select r.id, platform.current_group(), r.practice_id, r.site_id, r.clinician_id, r.role, r.mode, r.kind, r.day, r.starts_at, r.ends_at, r.slot_minutes
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, practice_id text, site_id uuid, clinician_id uuid, role text, mode text,
      kind text, day date, starts_at timestamptz, ends_at timestamptz, slot_minutes integer)
    on conflict do nothing returning id`);
  return opened.map(({ id }) => id);
}

/** A session's plan, whole, with the step it is booked on; whether its visits take a room stays as it was where that is not said. */
export interface WrittenPlan {
  readonly id: string;
  readonly plan: readonly PlanPart[] | null;
  readonly step: number;
  readonly needsRoom?: boolean;
}

/** Writes a session's plan; null takes it away, and the room of every visit with it. */
export async function writePlan(tx: Queryable, { id, plan, step, needsRoom }: WrittenPlan): Promise<void> {
  await tx.rows(
    sql`update access.session set plan = ${plan === null ? null : JSON.stringify(plan)}::jsonb, slot_minutes = ${step},
      needs_room = coalesce(${needsRoom ?? null}::boolean, needs_room) and ${plan !== null} where id = ${id}`,
  );
}
