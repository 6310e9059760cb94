/** Why a booking is refused; each has words a person can act on. */
export type Refusal =
  | 'not-there'
  | 'limit-reached'
  | 'slot-taken'
  | 'patient-busy'
  | 'no-limit-set'
  | 'key-reused'
  | 'not-a-slot'
  | 'too-late'
  | 'request-not-open'
  | 'request-already-booked'
  | 'open-red-flag'
  | 'gone-already'
  | 'stopped'
  | 'still-to-come'
  | 'not-theirs'
  | 'clinician-busy'
  | 'lowered'
  | 'hand-back-first'
  | 'own-hand-back'
  | 'clinicians-alone'
  | 'kept'
  | 'embargo'
  | 'hub-quota'
  | 'none-free'
  | 'not-shared'
  | 'needs-room'
  | 'no-room'
  | 'joint-stays'
  | 'joined'
  | 'urgent';

const byCode: Readonly<Record<string, Refusal>> = {
  SP010: 'not-there',
  SP011: 'limit-reached',
  SP012: 'slot-taken',
  SP013: 'patient-busy',
  SP014: 'no-limit-set',
  SP015: 'key-reused',
  SP016: 'not-a-slot',
  SP017: 'too-late',
  SP018: 'request-not-open',
  SP021: 'open-red-flag',
  SP022: 'gone-already',
  SP023: 'stopped',
  SP024: 'still-to-come',
  SP025: 'not-theirs',
  SP026: 'clinician-busy',
  SP027: 'not-shared',
  SP047: 'lowered',
  SP031: 'hand-back-first',
  SP032: 'own-hand-back',
  SP033: 'clinicians-alone',
  SP063: 'urgent',
  SP071: 'kept',
  SP072: 'embargo',
  SP073: 'hub-quota',
  SP121: 'none-free',
  SP122: 'needs-room',
  SP123: 'no-room',
  SP124: 'joint-stays',
  SP125: 'joined',
};

const byConstraint: Readonly<Record<string, Refusal>> = {
  booking_request: 'request-already-booked',
  booking_slot: 'slot-taken',
  booking_patient: 'patient-busy',
};

/** The refusal a code of the database or the name of a unique index stands for; undefined for any other. */
export function refusalNamed(code: string): Refusal | undefined {
  return byCode[code] ?? byConstraint[code];
}

/** The refusal an error of the database stands for; undefined for any other error. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  if (error.code === '23505' && 'constraint' in error) return byConstraint[String(error.constraint)];
  return byCode[String(error.code)];
}

/** When the visits begin that urgent overflow would be booked beside; undefined for any other error. */
export function besideOf(error: unknown): Temporal.Instant[] | undefined {
  if (refusalOf(error) !== 'clinician-busy') return undefined;
  const starts = JSON.parse((error as { detail: string }).detail) as string[];
  return starts.map((start) => Temporal.Instant.from(start));
}

/** What to tell whoever wanted to book. */
export const refusalWords: Readonly<Record<Refusal, string>> = {
  'not-there': 'That session is no longer open to you. Choose another time.',
  'limit-reached': 'That clinician has just reached the safe limit for the day. Choose another time.',
  'slot-taken': 'Somebody has just taken that time. Choose another.',
  'patient-busy':
    'The patient has another visit at that time. Move or cancel that visit first, or choose another time.',
  'no-limit-set': 'No safe limit is set for that day, so nothing can be booked. Tell group operations.',
  'key-reused': 'This page was already used for another booking. Open the request again.',
  'not-a-slot': 'That time is not one of the session’s places any more. Choose another.',
  'too-late': 'That time has passed. Choose another.',
  'request-not-open': 'Somebody has already dealt with this request. Look at it again.',
  'request-already-booked': 'This request has a booking already. Look at it again.',
  'open-red-flag': 'A clinician must close the red flag first. Do not book.',
  stopped: 'That clinician has just stopped routine bookings for the day. Choose another time.',
  'still-to-come': 'That visit is still to come.',
  urgent: 'Urgent need is never put off. Ask the duty clinician, or book beyond the limit.',
  'not-theirs': 'Only the clinician whose visit it is starts and finishes it.',
  'clinician-busy':
    'They see somebody at that time. Say that it is to be booked beside what they have then, or choose another time.',
  lowered: 'Only a clinician makes it less urgent, or takes a visit away. Ask the duty doctor.',
  'hand-back-first': 'This visit ends with a hand-back to the patient’s own practice. Write it first.',
  'own-hand-back':
    'The patient’s own practice acknowledges it: not who wrote it, and not the practice where it was written.',
  'clinicians-alone': 'A result is closed and handed over by a clinician.',
  kept: 'The session keeps that time for something else. Choose another.',
  embargo: 'That time cannot be booked yet. Choose another, or try again when it opens.',
  'hub-quota':
    'The practice has had its share of the hub’s places that week. Choose another week, or a place that is not the hub’s.',
  'not-shared': 'No agreement shares that clinician with this practice. Choose another, or ask the duty clinician.',
  'needs-room': 'That session is booked together with a room. Choose it from the offers of a call.',
  'no-room': 'No room is free at that time. Choose another time.',
  'joint-stays': 'A visit with a second clinician or a room is not moved. Cancel it and book it anew.',
  joined: 'Its clinician joins a visit of somebody else in that time. Cancel that visit first.',
  'none-free': 'Not all of these visits can be had, so nothing was booked. Take as many as there are, or other days.',
  'gone-already': 'Somebody has already cancelled or moved this visit. Look at it again.',
};
