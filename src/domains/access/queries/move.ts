import { patientById, type Patient } from '#domains/patients/index.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/transaction.ts';
import { openings, type OfferContext, type Opening } from '../offer/opening.ts';
import { modesFor } from '../re-offer.ts';
import { offerTerms, type OfferTerms } from './offers.ts';
import { candidates } from './candidates.ts';
import { engagedTimes } from './patient-story.ts';

/** Days that are looked through from now for another time, at the least. */
const daysAhead = 14;
/** Practices that are looked through: those near at hand. */
const practicesNear = 8;

interface Standing {
  readonly id: string;
  readonly patientId: string;
  readonly practiceId: string;
  readonly groupId: string;
  readonly clinicianId: string;
  readonly role: string;
  readonly mode: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly dueAt: Temporal.Instant | null;
  /** What the rule of its request allows; null where nothing decides for it, or somebody decided otherwise. */
  readonly rule: { readonly roles?: readonly string[]; readonly modes?: readonly string[] } | null;
}

/** A visit that is still to come, and every place it can be moved to. */
export interface Movable {
  readonly visit: Standing;
  readonly patient: Patient;
  /**
   * Places of the same length that would do as well, best first: with the same role or another its rule allows, the same way,
   * in person instead of at a distance, or another way the rule allows.
   */
  readonly openings: readonly Opening[];
  readonly context: OfferContext;
}

/** The places a visit can be moved to at `now`; undefined where it cannot be moved, or its patient is not the actor's to book for. */
export async function movable(tx: Tx, id: string, now: Temporal.Instant): Promise<Movable | undefined> {
  const visit = await tx.maybe<Standing>(sql`
    select b.id, b.patient_id as "patientId", b.practice_id as "practiceId", b.group_id as "groupId", b.clinician_id as "clinicianId", c.role, b.mode,
      b.starts_at as "startsAt", b.ends_at as "endsAt", r.due_at as "dueAt",
      jsonb_path_query_first(p.content, '$.rules[*] ? (@.id == $rule).outcome', jsonb_build_object('rule', r.rule_id)) as rule
    from access.booking b join workforce.clinician c on c.id = b.clinician_id
    left join access.request r on r.id = b.request_id
    left join access.protocol p on p.id = r.protocol_id and p.version = r.protocol_version and r.override is null
    where b.id = ${id} and b.status = 'booked' and b.starts_at > ${now}`);
  const patient = visit && (await patientById(tx, visit.patientId));
  if (visit === undefined || patient === undefined) return undefined;
  const engaged = await engagedTimes(tx, { patientId: patient.id, now, besides: visit.id });
  const { patient: person, ...compared } = contextOf(visit, patient, now);
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
  const context = { ...compared, patient: { ...person, engaged }, ...(await offerTerms(tx, today)) };
  const planned = visit.startsAt.toZonedDateTimeISO('Europe/London').toPlainDate();
  const until = (Temporal.PlainDate.compare(planned, today) > 0 ? planned : today).add({ days: daysAhead });
  const sessions = await candidates(tx, {
    ...{ practiceId: patient.practiceId, patientId: patient.id, usualGpId: patient.usualGpId },
    ...{ roles: context.need.roles, modes: context.need.modes },
    ...{ now, until, duty: false, practices: practicesNear },
  });
  // The visit itself no longer counts against the day it leaves.
  const freed = sessions.map((session) =>
    session.clinicianId === visit.clinicianId && session.day === planned.toString()
      ? { ...session, contacts: session.contacts - 1 }
      : session,
  );
  return { visit, patient, context, openings: openings(freed, context) };
}

function contextOf(visit: Standing, patient: Patient, now: Temporal.Instant): Omit<OfferContext, keyof OfferTerms> {
  const { latitude, longitude } = patient;
  const due = visit.dueAt ?? visit.startsAt;
  return {
    need: {
      roles: [...new Set([visit.role, ...(visit.rule?.roles ?? [])])],
      modes: [...new Set([...modesFor(visit.mode), ...(visit.rule?.modes ?? [])])],
      minutes: visit.startsAt.until(visit.endsAt).total('minutes'),
      dueBy: Math.max(due.epochMilliseconds, visit.startsAt.epochMilliseconds),
      mustBeInTime: false,
      continuity: true,
      // Somebody has decided already who is to see it.
      differentiated: true,
    },
    patient: {
      practiceId: patient.practiceId,
      usualGpId: patient.usualGpId,
      point: latitude === null || longitude === null ? null : { latitude, longitude },
      // The visit's own length holds already what a longer appointment needs.
      needs: patient.needs.map(({ code }) => code).filter((code) => code !== 'longer'),
      forOther: false,
    },
    now: now.epochMilliseconds,
  };
}
