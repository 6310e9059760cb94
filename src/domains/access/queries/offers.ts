import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { CandidateSession, OfferContext, VisitNeed, VisitPatient } from '../offer/opening.ts';
import type { WindowRule } from '../offer/call-window.ts';
import type { OfferPolicy } from '../offer/policy.ts';
import type { AppointmentKind } from '../plan.ts';
import { unverifiedLimits } from './book.ts';
import { candidates } from './candidates.ts';

/** What offers are decided by on a day. */
export type OfferTerms = Pick<OfferContext, 'policy' | 'kinds' | 'windows'>;

/** The kinds of appointment there are, in the order of the form. */
export async function appointmentKinds(db: Queryable): Promise<AppointmentKind[]> {
  return db.rows<AppointmentKind>(sql`
    select k.code, k.name, k.says, k.takes_patients as "takesPatients", k.urgent, k.routine, k.for_need as "forNeed", k.programs
    from access.appointment_kind k order by k.place`);
}

/** The weights in force on a day, the group's own before those for all, with the kinds of appointment. */
export async function offerTerms(db: Queryable, day: Temporal.PlainDate): Promise<OfferTerms> {
  const { kinds, windows, ...policy } = await db.one<
    OfferPolicy & { kinds: AppointmentKind[]; windows: WindowRule[] }
  >(sql`
    select p.version, p.continuity::float8, p.continuity_otherwise::float8 as "continuityOtherwise", p.team_share::float8 as "teamShare",
      p.seen_share::float8 as "seenShare", p.role_place::float8 as "rolePlace", p.scarcity::float8, p.mile::float8, p.elsewhere::float8, p.unmet::float8,
      p.load::float8, p.kept_for::float8 as "keptFor", p.most_miles::float8 as "mostMiles", p.most_practices as "mostPractices", p.days_ahead as "daysAhead",
      (select json_agg(json_build_object('code', k.code, 'name', k.name, 'says', k.says, 'takesPatients', k.takes_patients, 'urgent', k.urgent,
        'routine', k.routine, 'forNeed', k.for_need, 'programs', k.programs)) from access.appointment_kind k) as kinds,
      coalesce((select json_agg(json_build_object('mode', w.mode, 'kind', w.kind, 'validFrom', w.valid_from, 'minutes', w.minutes)
        order by w.group_id nulls last, w.kind nulls last, w.valid_from desc) from access.call_window w
        where w.group_id = platform.current_group() or w.group_id is null), '[]') as windows
    from access.offer_policy p where (p.group_id = platform.current_group() or p.group_id is null) and p.valid_from <= ${day}
    order by p.group_id nulls last, p.valid_from desc, p.version desc limit 1`);
  return { policy, kinds: new Map(kinds.map((kind) => [kind.code, kind])), windows };
}

/** Who needs what, as of when. */
export interface Sought {
  readonly patientId: string;
  readonly patient: VisitPatient;
  readonly need: VisitNeed;
  readonly now: Temporal.Instant;
}

/** Every session a need may be booked into, in the practice, its hub and the group, with the context they are compared in. */
export async function sessionsFor(
  db: Queryable,
  { patientId, patient, need, now }: Sought,
): Promise<{ sessions: CandidateSession[]; context: OfferContext }> {
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
  const due = Temporal.Instant.fromEpochMilliseconds(need.dueBy).toZonedDateTimeISO('Europe/London').toPlainDate();
  const terms = await offerTerms(db, today);
  const sessions = await candidates(db, {
    ...{ practiceId: patient.practiceId, patientId, usualGpId: patient.usualGpId },
    ...{ roles: need.roles, modes: need.modes, now, duty: need.mustBeInTime },
    until: need.mustBeInTime ? later(today, due) : later(due, today.add({ days: terms.policy.daysAhead })),
    practices: terms.policy.mostPractices,
  });
  const unverified = await unverifiedLimits(db);
  return { sessions, context: { need, patient, now: now.epochMilliseconds, ...terms, unverified } };
}

function later(left: Temporal.PlainDate, right: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(left, right) > 0 ? left : right;
}
