import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/transaction.ts';
import type { Apart } from '../request/apart.ts';

/** What a request begins with. */
export interface NewRequest {
  readonly id: string;
  readonly groupId: string;
  readonly practiceId: string;
  readonly channel: string;
  readonly callerPhone: string | null;
  readonly takenBy: string | null;
  /** The practice that refers, and the sender's own number for it. */
  readonly referredBy?: string | null;
  readonly reference?: string;
  /** At whose desk they stand; undefined where they do not. */
  readonly deskPracticeId?: string | undefined;
  /** When it came in; now where it is not said. */
  readonly receivedAt?: Temporal.Instant;
  /** The patient where they are known from the start, by their own proved identity; who of the two asks, and their name. */
  readonly proved?: { readonly patientId: string; readonly callerIs: string; readonly callerName: string };
}

/** Begins a request as a draft in the hands of whoever takes it. */
export async function insertRequest(tx: Tx, request: NewRequest): Promise<void> {
  await tx.rows(sql`insert into access.request (id, group_id, practice_id, channel, caller_phone, taken_by, taken_at, referred_by, reference, received_at,
      patient_id, identity_confirmed, matched, caller_is, caller_name, desk_practice_id)
    values (${request.id}, ${request.groupId}, ${request.practiceId}, ${request.channel}, ${request.callerPhone}, ${request.takenBy}, now(),
      ${request.referredBy ?? null}, ${request.reference ?? ''}, coalesce(${request.receivedAt ?? null}::timestamptz, now()),
      ${request.proved?.patientId ?? null}, ${request.proved !== undefined},
      ${request.proved ? ['nhs_number', 'birth_date'] : []}::text[], ${request.proved?.callerIs ?? null}, ${request.proved?.callerName ?? ''},
      ${request.deskPracticeId ?? null})`);
}

/** The fields of a request that are typed; what is undefined stays. */
export interface TypedFields {
  readonly callerPhone?: string | null;
  /** Who rings: patient, parent, carer or other; empty leaves it unsaid. */
  readonly callerIs?: string;
  readonly callerName?: string;
  readonly callerRelation?: string;
  /** A reason of the protocol; empty leaves it to the words again. */
  readonly reason?: string;
  /** The practice that refers; empty leaves it unsaid. */
  readonly referredBy?: string;
  readonly reference?: string;
}

/** Saves what has been typed. */
export async function saveTyped(tx: Tx, id: string, typed: TypedFields): Promise<void> {
  await tx.rows(sql`update access.request set
      caller_phone = case when ${typed.callerPhone === undefined} then caller_phone else ${typed.callerPhone ?? null} end,
      caller_is = case when ${typed.callerIs === undefined} then caller_is else nullif(${typed.callerIs ?? ''}, '') end,
      caller_name = coalesce(${typed.callerName ?? null}, caller_name),
      caller_relation = coalesce(${typed.callerRelation ?? null}, caller_relation),
      reason = case when ${typed.reason === undefined} then reason else nullif(${typed.reason ?? ''}, '') end,
      referred_by = case when ${typed.referredBy === undefined} then referred_by else nullif(${typed.referredBy ?? ''}, '') end,
      reference = coalesce(${typed.reference ?? null}, reference)
    where id = ${id}`);
}

/** Words and notes as somebody wrote them, in which window. */
export interface WrittenBy {
  readonly words?: string;
  readonly notes?: string;
  readonly by: string | null;
  readonly at: Temporal.Instant;
  readonly page: string;
}

/** Saves words and notes, with who wrote them last and in which window. */
export async function saveWritten(tx: Tx, id: string, written: WrittenBy): Promise<void> {
  await tx.rows(sql`update access.request set words = coalesce(${written.words ?? null}, words), notes = coalesce(${written.notes ?? null}, notes),
      typed_by = ${written.by}, typed_at = ${written.at}, typed_in = nullif(${written.page}, '') where id = ${id}`);
}

/** Saves what waits to be put together with the words that stand. */
export async function saveApart(tx: Tx, id: string, apart: readonly Apart[]): Promise<void> {
  await tx.rows(sql`update access.request set apart = ${JSON.stringify(apart)}::jsonb where id = ${id}`);
}

/** Saves how somebody can be reached safely. */
export async function saveSafeContact(tx: Tx, id: string, how: string): Promise<void> {
  await tx.rows(sql`update access.request set safe_contact = ${how} where id = ${id}`);
}

/** Records that somebody books although other requests of the patient have open red flags: which they were shown, and why. */
export async function savePastFlags(
  tx: Tx,
  id: string,
  past: { flags: readonly string[]; reason: string; by: string | null; at: Temporal.Instant },
): Promise<void> {
  await tx.rows(sql`update access.request set past_flags = ${past.flags}::uuid[], past_flag_reason = ${past.reason},
      past_flag_by = ${past.by}, past_flag_at = ${past.at} where id = ${id}`);
}

/** Says whether somebody else rings for the patient. */
export async function saveForOther(tx: Tx, id: string, forOther: boolean): Promise<void> {
  await tx.rows(sql`update access.request set for_other = ${forOther} where id = ${id}`);
}

/** Puts a patient to a request, in the patient's own practice, with what the caller gave that agrees; null takes them off. */
export async function savePatient(
  tx: Tx,
  id: string,
  patient: { patientId: string; practiceId: string; matched: readonly string[] } | null,
): Promise<void> {
  if (patient === null)
    await tx.rows(
      sql`update access.request set patient_id = null, matched = '{}', identity_confirmed = false where id = ${id}`,
    );
  else
    await tx.rows(sql`update access.request set patient_id = ${patient.patientId}, practice_id = ${patient.practiceId},
      matched = ${patient.matched}::text[], identity_confirmed = false where id = ${id}`);
}

/** Lets the open flags of a request follow it to the practice of the patient it turned out to be. */
export async function moveFlagsWithRequest(
  tx: Tx,
  id: string,
  patient: { patientId: string; practiceId: string },
): Promise<void> {
  await tx.rows(sql`update access.red_flag set patient_id = ${patient.patientId}, practice_id = ${patient.practiceId}
    where request_id = ${id} and closed_at is null`);
}

/** Records that it is the patient, or takes that back. */
export async function saveIdentity(tx: Tx, id: string, confirmed: boolean): Promise<void> {
  await tx.rows(sql`update access.request set identity_confirmed = ${confirmed} where id = ${id}`);
}

/** Saves the answers given, as a whole. */
export async function saveAnswers(tx: Tx, id: string, answers: object): Promise<void> {
  await tx.rows(sql`update access.request set answers = ${JSON.stringify(answers)}::jsonb where id = ${id}`);
}

/** What navigation made of a request, with the rule it followed. */
export interface NavigatedTo {
  readonly protocolId: string | null;
  readonly protocolVersion: number | null;
  readonly ruleId: string | null;
  /** What it is about by the protocol. */
  readonly reason: { readonly id: string } | undefined;
  readonly urgency: string | null;
  readonly dueAt: Temporal.Instant | null;
  readonly answerBy: Temporal.Instant | null;
  readonly warnAt: Temporal.Instant | null;
}

/** Saves where navigation leads, with its clock; people are alerted again where the clock has changed. */
export async function saveNavigation(tx: Tx, id: string, to: NavigatedTo): Promise<void> {
  await tx.rows(sql`update access.request set protocol_id = ${to.protocolId}, protocol_version = ${to.protocolVersion}, rule_id = ${to.ruleId},
    about = ${to.reason?.id ?? null}, urgency = ${to.urgency}, due_at = ${to.dueAt}, answer_by = ${to.answerBy}, warn_at = ${to.warnAt},
    warned_at = case when warn_at is not distinct from ${to.warnAt}::timestamptz then warned_at end where id = ${id}`);
}

/** Moves a request to another state; the database refuses what an open red flag forbids. */
export async function saveStatus(
  tx: Tx,
  id: string,
  status: 'draft' | 'waiting' | 'red_flag' | 'booked',
): Promise<void> {
  await tx.rows(sql`update access.request set status = ${status} where id = ${id}`);
}

/** Ends a request without a visit, with what became of it. */
export async function saveEnd(
  tx: Tx,
  id: string,
  { outcome, now, by = null }: { outcome: string; now: Temporal.Instant; by?: string | null },
): Promise<void> {
  await tx.rows(
    sql`update access.request set status = 'ended', outcome = ${outcome}, ended_at = ${now}, ended_by = ${by} where id = ${id}`,
  );
}

/** Opens a request again whose end is taken back: it waits with the clock it had. */
export async function saveReopened(tx: Tx, id: string): Promise<void> {
  await tx.rows(
    sql`update access.request set status = 'waiting', outcome = null, ended_at = null, ended_by = null where id = ${id}`,
  );
}

/** Records why nothing could be offered; the request goes on waiting with its clock. */
export async function saveUnmet(tx: Tx, id: string, reason: string): Promise<void> {
  await tx.rows(
    sql`update access.request set unmet_reason = ${reason}, status = 'waiting', taken_by = null, taken_at = null where id = ${id}`,
  );
}

/** Says who has a request in their hands; null lays it down. */
export async function saveTaker(tx: Tx, id: string, personId: string | null): Promise<void> {
  await tx.rows(
    sql`update access.request set taken_by = ${personId}, taken_at = case when ${personId}::uuid is null then null else now() end where id = ${id}`,
  );
}

/** Tells live screens that something they show has changed; ids and places only, and rarely: announcing queues commits. */
export async function announce(
  tx: Queryable,
  topic: 'requests' | 'red-flags',
  { groupId, practiceId }: { groupId: string; practiceId: string },
): Promise<void> {
  await tx.rows(
    sql`select platform.announce(${topic}, ${JSON.stringify({ group: groupId, practice: practiceId })}::jsonb)`,
  );
}
