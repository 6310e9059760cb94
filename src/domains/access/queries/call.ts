import { patientById, type Patient } from '#domains/patients/index.ts';
import { clinicianById, type Clinician } from '#domains/workforce/index.ts';
import type { Tx } from '#platform/db/transaction.ts';
import type { CandidateSession, OfferContext, Opening } from '../offer/opening.ts';
import { offersFor, type Offers } from '../offer/offer.ts';
import type { Guidance } from '../request/guidance.ts';
import { mayEndUnreached, type ContactRule } from '../request/contact.ts';
import { ringsForOther, type Called } from '../request/person.ts';
import { asks, stops } from '../request/request.ts';
import { bookedById, lastTakenBack, type BookingTold, type TakenBack } from './booking.ts';
import {
  attemptsOf,
  contactRule,
  presentedBefore,
  safeContactOf,
  type ContactAttempt,
  type Presented,
  type SafeContact,
} from './contact.ts';
import { buildingsOfDesk, type Building } from './desk.ts';
import { dutyQuestionsOf, onDutyFor, type DutyClinician, type DutyQuestion } from './duty.ts';
import { alsoOpen, continuityOf, engagedTimes, type AlsoOpen, type Continuity } from './patient-story.ts';
import { helpOf, type HelpDone } from './help.ts';
import { guidanceFor } from './guidance.ts';
import { sessionsFor } from './offers.ts';
import { clinicianRoles, lastOverride, type ClinicianRole, type OverrideTold } from './override.ts';
import { flagsOf, type Flag } from './red-flag.ts';
import { queueState, requestById, type QueueState, type Request } from './request.ts';

/** Everything one call's screen shows. */
export interface Call {
  readonly request: Request;
  readonly patient: Patient | undefined;
  /** The patient as whoever rings speaks of them. */
  readonly called: Called | undefined;
  readonly usualGp: Clinician | undefined;
  readonly continuity: Continuity;
  readonly alsoOpen: readonly AlsoOpen[];
  readonly flags: readonly Flag[];
  /** The buildings of the desk they stand at, where a red flag stops it; none where they do not. */
  readonly desk: readonly Building[];
  /** What was done about its red flags. */
  readonly help: readonly HelpDone[];
  readonly guidance: Guidance;
  /** Undefined where nothing may be offered: a red flag, nobody known yet, nothing said yet, or an end. */
  readonly offers: Offers | undefined;
  /** Every place there is to choose from, best first, and what they were compared by; as `offers`. */
  readonly places: { readonly openings: readonly Opening[]; readonly context: OfferContext } | undefined;
  readonly booking: BookingTold | undefined;
  /** The booking that was taken back, while the request is open again. */
  readonly takenBack: TakenBack | undefined;
  readonly onDuty: readonly DutyClinician[];
  readonly dutyQuestions: readonly DutyQuestion[];
  /** Whether they are reached only as they chose, after a disclosure in this request or an earlier one. */
  readonly safe: SafeContact;
  /** Trying to reach whoever is not on the line; undefined where nobody is to be rung. */
  readonly reach: Reach | undefined;
  /** How often they have come with the same problem; undefined where that says nothing. */
  readonly presented: Presented | undefined;
  /** Who decided otherwise than the rule, and why; undefined where nobody did, or where another rule decides by now. */
  readonly overridden: OverrideTold | undefined;
  /** Roles a request may be sent to against its rule. */
  readonly clinicianRoles: readonly ClinicianRole[];
  readonly queue: QueueState;
}

/** How somebody is reached who is not on the line. */
export interface Reach {
  readonly attempts: readonly ContactAttempt[];
  readonly rule: ContactRule;
  /** The tries are done, and they may be written to. */
  readonly mayEnd: boolean;
}

/** One call as it stands at `now`; its request and patient are audited reads. */
export async function callById(tx: Tx, id: string, now: Temporal.Instant): Promise<Call | undefined> {
  const found = await requestById(tx, id);
  if (found === undefined) return undefined;
  const { groupId, practiceId } = found;
  const patient = found.patientId === null ? undefined : await patientById(tx, found.patientId);
  const flags = await flagsOf(tx, id);
  const called = patient && calledOf(patient, now);
  const request = { ...found, forOther: ringsForOther({ ...found, ageYears: called?.ageYears }) };
  const guidance = await guidanceFor(tx, request, { flags, now, called });
  const usualGp = patient?.usualGpId ? await clinicianById(tx, patient.usualGpId) : undefined;
  const isOpen = request.status === 'draft' || request.status === 'waiting';
  const offering = isOpen && patient && !flags.some(stops);
  const dutyQuestions = await dutyQuestionsOf(tx, id);
  const sought = offering ? await soughtBy(tx, { request, patient, called, guidance, now }) : undefined;
  const offers = sought && offersFor(sought.sessions, sought.context);
  return {
    request,
    patient,
    called,
    usualGp,
    flags,
    desk: request.channel === 'desk' && flags.some(stops) ? await buildingsOfDesk(tx, id) : [],
    help:
      flags.length === 0
        ? []
        : ((
            await helpOf(
              tx,
              flags.map((flag) => flag.id),
            )
          ).get(id) ?? []),
    guidance,
    continuity: patient ? await continuityOf(tx, patient.id, patient.usualGpId) : { visits: 0, withUsual: 0 },
    alsoOpen: patient ? await alsoOpen(tx, patient.id, id) : [],
    offers,
    places: sought && offers && { openings: offers.all, context: sought.context },
    booking: request.status === 'booked' || flags.length > 0 ? await bookedById(tx, id) : undefined,
    takenBack: isOpen ? await lastTakenBack(tx, id) : undefined,
    onDuty: await onDutyFor(tx, { groupId, practiceId, at: now }),
    dutyQuestions,
    safe: await safeContactOf(tx, { requestId: id, patientId: request.patientId }),
    reach: isOpen ? await reachOf(tx, request, dutyQuestions) : undefined,
    presented: isOpen
      ? await presentedBefore(tx, { id, groupId, patientId: request.patientId, about: guidance.reason?.id })
      : undefined,
    overridden: guidance.isOverridden ? await lastOverride(tx, id) : undefined,
    clinicianRoles: isOpen ? await clinicianRoles(tx) : [],
    queue: await queueState(tx, now),
  };
}

/** Nobody rings whoever is on the line or at the desk; one who was left waiting may have to be rung back. */
async function reachOf(tx: Tx, request: Request, dutyQuestions: Call['dutyQuestions']): Promise<Reach | undefined> {
  const here = request.channel === 'telephone' || request.channel === 'desk';
  if (here && request.status === 'draft') return undefined;
  const attempts = await attemptsOf(tx, request.id);
  const rule = await contactRule(tx, request);
  return { attempts, rule, mayEnd: mayEndUnreached({ rule, attempts, dutyQuestions }) };
}

/** A patient by their name, recorded sex and age in whole years. */
export function calledOf({ givenName, sex, birthDate }: Patient, now: Temporal.Instant): Called {
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
  return { name: givenName, sex, ageYears: birthDate.until(today, { largestUnit: 'years' }).years };
}

/** What offers are decided from. */
export interface Offering {
  readonly request: Request;
  readonly patient: Patient;
  readonly called: Called | undefined;
  readonly guidance: Guidance;
  readonly now: Temporal.Instant;
}

/** The sessions a request may be booked into, with the context they are compared in; undefined where its need is not a visit. */
export async function soughtBy(
  tx: Tx,
  { request, patient, called, guidance, now }: Offering,
): Promise<{ sessions: CandidateSession[]; context: OfferContext } | undefined> {
  if (guidance.need === undefined) return undefined;
  const { latitude, longitude, practiceId, usualGpId } = patient;
  return sessionsFor(tx, {
    patientId: patient.id,
    need: guidance.need,
    now,
    patient: {
      ...{ practiceId, usualGpId, called, forOther: request.forOther },
      point: latitude === null || longitude === null ? null : { latitude, longitude },
      needs: patient.needs.map(({ code }) => code),
      engaged: await engagedTimes(tx, { patientId: patient.id, now }),
    },
  });
}

/** Whether a question stands between a call and its booking. */
export function questionOpen({ guidance, flags }: Pick<Call, 'guidance' | 'flags'>): boolean {
  return guidance.question !== undefined || flags.some(asks);
}
