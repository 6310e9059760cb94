import type { FhirFault } from '#platform/fhir/fault.ts';
import type { Refusal } from '../refusal.ts';

const conflict = (code: string, text: string): FhirFault => ({ status: 409, code, text });
const wrong = (code: string, text: string): FhirFault => ({ status: 422, code, text });

const faults: Readonly<Record<Refusal, FhirFault>> = {
  'not-there': wrong('REFERENCE_NOT_FOUND', 'The slot or the patient is not there, or not open to you.'),
  'not-a-slot': wrong('INVALID_RESOURCE', 'That is not a place of the schedule.'),
  'too-late': wrong('INVALID_RESOURCE', 'That time has passed.'),
  'slot-taken': conflict('DUPLICATE_REJECTED', 'Somebody has just taken that slot. Search again and choose another.'),
  'limit-reached': conflict(
    'SAFE_LIMIT_REACHED',
    'The clinician has reached the safe limit of contacts for that day. Choose another day or clinician.',
  ),
  'no-limit-set': conflict('NO_SAFE_LIMIT', 'No safe limit is set for that day, so nothing can be booked.'),
  'patient-busy': conflict('PATIENT_BUSY', 'The patient has another appointment at that time.'),
  'key-reused': conflict(
    'IDENTIFIER_USED',
    'The identifier, or X-Request-Id, was used before for an appointment that is different, or is cancelled.',
  ),
  'open-red-flag': conflict(
    'RED_FLAG',
    'The words may mean danger. Nothing was booked; the duty clinician has been told. If it is an emergency, the patient calls 999 now.',
  ),
  'request-not-open': conflict('DEALT_WITH', 'A clinician has dealt with this already. Ask the practice.'),
  'request-already-booked': conflict('DEALT_WITH', 'The practice has booked this already.'),
  stopped: conflict('ROUTINE_STOPPED', 'The clinician has stopped routine bookings for that day. Choose another.'),
  'still-to-come': wrong('INVALID_RESOURCE', 'The visit is still to come.'),
  urgent: wrong('INVALID_RESOURCE', 'Urgent need is never put off: ring the practice.'),
  'not-theirs': wrong('INVALID_RESOURCE', 'Only the clinician starts and finishes a visit.'),
  'clinician-busy': conflict('DUPLICATE_REJECTED', 'The clinician sees somebody at that time.'),
  lowered: wrong('INVALID_RESOURCE', 'Only a clinician makes a request less urgent.'),
  'hand-back-first': wrong('INVALID_RESOURCE', 'The visit ends with a hand-back.'),
  'own-hand-back': wrong('INVALID_RESOURCE', 'The patient’s own practice acknowledges a hand-back.'),
  'clinicians-alone': wrong('INVALID_RESOURCE', 'A result is closed by a clinician.'),
  kept: conflict('TIME_KEPT', 'The schedule keeps that time for something else. Choose another.'),
  embargo: conflict('NOT_OPEN_YET', 'That time cannot be booked yet. Choose another.'),
  'hub-quota': conflict('HUB_SHARE_USED', 'The practice has had its share of the hub’s places that week.'),
  'not-shared': conflict('TIME_KEPT', 'No agreement shares that clinician with the practice.'),
  'needs-room': conflict('TIME_KEPT', 'That place is booked together with a room: ring the practice.'),
  'no-room': conflict('DUPLICATE_REJECTED', 'No room is free at that time.'),
  'joint-stays': conflict(
    'TIME_KEPT',
    'An appointment with a second clinician or a room is not moved: cancel it and book again.',
  ),
  joined: conflict('TIME_KEPT', 'The clinician joins another appointment at that time.'),
  'none-free': conflict('DUPLICATE_REJECTED', 'Not all of the appointments can be had.'),
  'gone-already': { status: 412, code: 'VERSION_CONFLICT', text: 'It has changed since you read it. Read it again.' },
};

/** How a refused booking is told to a program: 409 where another place or time would do, 422 where what was sent is wrong. */
export function refusalFault(refusal: Refusal): FhirFault {
  return faults[refusal];
}
