import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/transaction.ts';
import type { DutyLevel } from '../duty.ts';
import type { Channel } from '../request/request.ts';
import type { RedFlagCategoryId, RedFlagLevel } from '../red-flag/category.ts';

/** A red flag as it stands, and who has been asked about it. */
export interface Flag {
  readonly id: string;
  readonly groupId: string;
  readonly practiceId: string;
  readonly practiceName: string;
  readonly requestId: string;
  readonly patientId: string | null;
  readonly category: RedFlagCategoryId;
  readonly level: RedFlagLevel;
  readonly matched: string;
  readonly origin: 'words' | 'answer';
  readonly questionId: string | null;
  readonly softened: boolean;
  readonly basis: 'wording' | 'likeness';
  readonly raisedAt: Temporal.Instant;
  readonly askedLevel: DutyLevel;
  readonly askedClinicianId: string | null;
  readonly askedClinicianName: string | null;
  readonly askedPersonId: string | null;
  readonly askedAt: Temporal.Instant;
  readonly askedBefore: readonly { level: DutyLevel; clinicianId: string | null; name: string | null; at: string }[];
  readonly answeredNoAt: Temporal.Instant | null;
  readonly withdrawnAt: Temporal.Instant | null;
  readonly acknowledgedAt: Temporal.Instant | null;
  readonly acknowledgedById: string | null;
  readonly acknowledgedByName: string | null;
  readonly closedAt: Temporal.Instant | null;
  readonly closedByName: string | null;
  readonly closingNote: string | null;
}

const flag = sql`
  select f.id, f.group_id as "groupId", f.practice_id as "practiceId", t.name as "practiceName", f.request_id as "requestId",
    f.patient_id as "patientId", f.category, f.level, f.matched, f.origin, f.question_id as "questionId", f.softened, f.basis, f.raised_at as "raisedAt", f.asked_level as "askedLevel",
    f.asked_clinician_id as "askedClinicianId", c.name as "askedClinicianName", c.person_id as "askedPersonId", f.asked_at as "askedAt",
    coalesce((select jsonb_agg(b.step || jsonb_build_object('name', w.name) order by b.place)
      from jsonb_array_elements(f.asked_before) with ordinality b(step, place)
      left join workforce.clinician w on w.id = (b.step ->> 'clinicianId')::uuid), '[]') as "askedBefore",
    f.answered_no_at as "answeredNoAt", f.withdrawn_at as "withdrawnAt", f.acknowledged_at as "acknowledgedAt", f.acknowledged_by as "acknowledgedById", a.name as "acknowledgedByName",
    f.closed_at as "closedAt", z.name as "closedByName", f.closing_note as "closingNote"
  from access.red_flag f join network.practice t on t.id = f.practice_id
  left join workforce.clinician c on c.id = f.asked_clinician_id
  left join network.person a on a.id = f.acknowledged_by
  left join network.person z on z.id = f.closed_by`;

/**
 * The order of red flags, of `f`: an ambulance before the duty clinician, nobody has it before somebody has, the longest waiting
 * in front. What is denied or taken back comes after what stands.
 */
export const gravestFirst = sql`f.softened or f.withdrawn_at is not null, f.level <> '999', f.acknowledged_at is not null, f.raised_at, f.id`;

/** The flags of a request, the gravest in front. */
export async function flagsOf(tx: Tx, requestId: string): Promise<Flag[]> {
  return tx.rows<Flag>(sql`${flag} where f.request_id = ${requestId} order by ${gravestFirst}`);
}

/** One flag the actor may see; with `lock`, held against others until the transaction ends. */
export async function flagById(tx: Tx, id: string, { lock = false } = {}): Promise<Flag | undefined> {
  return tx.maybe<Flag>(sql`${flag} where f.id = ${id} ${lock ? sql`for update of f` : sql``}`);
}

/** What answering a flag needs of the patient and their words. */
export interface FlagCard {
  readonly patientId: string | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly birthDate: Temporal.PlainDate | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly words: string;
  readonly notes: string;
  readonly callerPhone: string | null;
  readonly forOther: boolean;
  /** The practice at whose desk they stood; null where they did not. */
  readonly deskName: string | null;
  readonly channel: Channel;
  readonly receivedAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant | null;
  /** Who took it, or wrote it where nobody has it in hand; null where it came by itself. */
  readonly takenByName: string | null;
  readonly needs: readonly { name: string; say: string }[];
}

/** The card of a flag, for whoever sees the flag; an audited read of the patient. */
export async function flagCard(
  tx: Tx,
  { id, practiceId }: { id: string; practiceId: string },
): Promise<FlagCard | undefined> {
  const card = await tx.maybe<FlagCard>(sql`
    select k.patient_id as "patientId", k.given_name as "givenName", k.family_name as "familyName", k.birth_date as "birthDate", k.phone, k.address,
      k.postcode, k.words, k.notes, k.caller_phone as "callerPhone", k.for_other as "forOther",
      k.channel, k.desk_name as "deskName", k.received_at as "receivedAt", k.ended_at as "endedAt", k.taken_by_name as "takenByName",
      coalesce((select jsonb_agg(jsonb_build_object('name', n.name, 'say', n.say) order by n.name) from patients.need n where n.code = any (k.needs)), '[]') as needs
    from access.flag_card(${id}) k`);
  if (card?.patientId) tx.read({ class: 'patient', practiceId, subjectId: card.patientId });
  return card;
}

/** How to reach whoever a flag is about: by a number, or only as they chose. */
export interface FlagContact {
  readonly id: string;
  /** How they can be reached safely, as they chose it; empty where nobody has asked yet. */
  readonly safeContact: string;
  readonly phone: string | null;
  readonly callerPhone: string | null;
  readonly forOther: boolean;
}

/** Which flag, and whether a number may be read: not where ringing may put somebody in danger. */
export interface FlagToReach {
  readonly id: string;
  readonly withNumber: boolean;
}

/** How to reach those whom flags are about, for whoever sees the flags; an audited read of each patient. */
export async function flagContacts(tx: Tx, flags: readonly FlagToReach[]): Promise<Map<string, FlagContact>> {
  const rows = await tx.rows<FlagContact & { patientId: string | null; practiceId: string }>(sql`
    select w.id, k.patient_id as "patientId", k.practice_id as "practiceId", k.safe_contact as "safeContact", k.for_other as "forOther",
      case when w.with_number then k.phone end as phone, case when w.with_number then k.caller_phone end as "callerPhone"
    from unnest(${flags.map(({ id }) => id)}::uuid[], ${flags.map(({ withNumber }) => withNumber)}::boolean[]) w(id, with_number)
    cross join lateral access.flag_card(w.id) k`);
  for (const { patientId, practiceId } of rows)
    if (patientId !== null) tx.read({ class: 'patient', practiceId, subjectId: patientId });
  return new Map(rows.map((row) => [row.id, row]));
}

/** Open flags the actor may see: those nobody has acknowledged, so that the limit never cuts one off; each part gravest first. */
export async function openFlags(tx: Tx): Promise<Flag[]> {
  return tx.rows<Flag>(
    sql`${flag} where f.closed_at is null order by f.acknowledged_at is not null, ${gravestFirst} limit 100`,
  );
}

/** How many requests have an open flag that nobody has acknowledged, put to this person (also where it went on since) or to nobody. */
export async function flagsForPerson(db: Queryable, personId: string): Promise<number> {
  const { flags } = await db.one<{
    flags: number;
  }>(sql`select count(distinct f.request_id) as flags from access.red_flag f
    where f.closed_at is null and f.acknowledged_at is null
      and (f.asked_clinician_id is null or exists (select from workforce.clinician c where c.person_id = ${personId}
        and (c.id = f.asked_clinician_id or f.asked_before @> jsonb_build_array(jsonb_build_object('clinicianId', c.id)))))`);
  return flags;
}
