import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { offerTerms } from '../../../../test/support/offer-terms.ts';
import { jointOpenings } from './joint.ts';
import { openings, type CandidateSession, type OfferContext } from './opening.ts';

const at = (clock: string): number =>
  Temporal.PlainDateTime.from(`2026-11-24T${clock}`).toZonedDateTime('Europe/London').epochMilliseconds;
const session = (clinicianId: string, role: string, more: Partial<CandidateSession> = {}): CandidateSession => ({
  ...{ id: `${clinicianId} ${more.placeName ?? ''}`, clinicianId, clinicianName: clinicianId, role, roleName: role },
  ...{ practiceId: 'P', placeName: 'Here', point: null, stepFree: null, mode: 'face_to_face', day: '2026-11-24' },
  ...{ contacts: 0, limit: 25, startsAt: at('09:00'), endsAt: at('10:00'), slotMinutes: 15, booked: [] },
  ...more,
});
const context: OfferContext = {
  ...offerTerms,
  now: at('07:00'),
  need: {
    ...{
      roles: ['gp'],
      modes: ['face_to_face'],
      minutes: 15,
      dueBy: at('18:00'),
      mustBeInTime: true,
      continuity: false,
    },
  },
  patient: { practiceId: 'P', usualGpId: null, point: null, needs: [], forOther: false },
};
const pairs = (sessions: readonly CandidateSession[], role = 'nurse'): string[] =>
  jointOpenings(openings([session('Dr A', 'gp')], context), { sessions, role, context }).map(
    ({ first, second }) =>
      `${first.session.clinicianId} ${second.session.clinicianId} ${(first.startsAt - at('09:00')) / 60_000}`,
  );

describe('Two clinicians as one offer', () => {
  test('are both free at one site, time and length', () => {
    const nurse = session('Nurse B', 'nurse', { booked: [[at('09:00'), at('09:30')]] });
    assert.deepEqual(pairs([nurse]), ['Dr A Nurse B 30', 'Dr A Nurse B 45']);
    assert.deepEqual(pairs([session('Nurse B', 'nurse', { placeName: 'There' })]), []);
    assert.deepEqual(pairs([session('Nurse B', 'nurse', { startsAt: at('09:05'), endsAt: at('09:50') })]), []);
  });

  test('are two people, each below the limit', () => {
    assert.deepEqual(pairs([session('Dr A', 'gp')], 'gp'), []);
    assert.deepEqual(pairs([session('Nurse B', 'nurse', { contacts: 25 })]), []);
  });
});
