import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';

/** What a program says of an appointment. */
export interface AppointmentNote {
  readonly id: string;
  readonly groupId: string;
  readonly practiceId: string;
  readonly hostPracticeId: string;
  readonly key: string;
  readonly clientId: string | null;
  readonly requestId: string | null;
  readonly description: string;
  readonly comment: string;
  readonly identifier: object | null;
  readonly bookedFor: object | null;
}

/** Keeps what is said of the appointment of a key; said again, it takes the place of what was said before. */
export async function saveAppointmentNote(tx: Queryable, note: AppointmentNote): Promise<void> {
  const json = (value: object | null): string | null => (value === null ? null : JSON.stringify(value));
  await tx.rows(sql`
    insert into access.appointment_note as n (id, group_id, practice_id, host_practice_id, booking_key, client_id, request_id, description, comment,
      identifier, booked_for)
    values (${note.id}, ${note.groupId}, ${note.practiceId}, ${note.hostPracticeId}, ${note.key}, ${note.clientId}, ${note.requestId},
      ${note.description}, ${note.comment}, ${json(note.identifier)}::jsonb, ${json(note.bookedFor)}::jsonb)
    on conflict (group_id, booking_key) do update set host_practice_id = excluded.host_practice_id,
      request_id = coalesce(excluded.request_id, n.request_id), description = excluded.description, comment = excluded.comment,
      identifier = coalesce(n.identifier, excluded.identifier), booked_for = coalesce(n.booked_for, excluded.booked_for), noted_at = now()`);
}
