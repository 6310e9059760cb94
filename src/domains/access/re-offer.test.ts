import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CandidateSession } from './offer/opening.ts';
import { offerTerms } from '../../../test/support/offer-terms.ts';
import { reOffer, type LostVisit, type ReOfferWeights } from './re-offer.ts';

const at = (time: string, day = '2026-12-01'): number => Temporal.Instant.from(`${day}T${time}:00Z`).epochMilliseconds;
const now = at('07:00');
const weights: ReOfferWeights = {
  ...{ without: 100_000, without_urgent: 300_000, day_late: 600, day_moved: 200, day_earlier: 700, hour_moved: 12 },
  ...{ other_clinician: 60, not_own_gp: 80, other_practice: 90, mile: 25, unmet_need: 150 },
};
const session = (id: string, change: Partial<CandidateSession> = {}): CandidateSession => ({
  ...{
    id,
    clinicianId: `Dr ${id}`,
    clinicianName: `Dr ${id}`,
    role: 'gp',
    roleName: 'GP',
    practiceId: 'A',
    placeName: 'A',
  },
  ...{ point: null, stepFree: true, mode: 'face_to_face', day: '2026-12-01', contacts: 0, limit: 25, booked: [] },
  ...{ startsAt: at('09:00'), endsAt: at('09:10'), slotMinutes: 10, ...change },
});
const visit = (id: string, change: Partial<LostVisit> = {}): LostVisit => ({
  ...{ id, clinicianId: 'Dr away', role: 'gp', mode: 'face_to_face', startsAt: at('09:00'), minutes: 10 },
  ...{ dueBy: null, urgent: false, ...change },
  patient: { practiceId: 'A', usualGpId: null, point: null, needs: [], forOther: false, ...change.patient },
});
const placed = (visits: LostVisit[], sessions: CandidateSession[]): Record<string, string> =>
  Object.fromEntries(
    [...reOffer(visits, { sessionsOf: () => sessions, weights, now, terms: offerTerms }).places].map(
      ([id, { session: s, startsAt }]) => [id, `${s.id} ${new Date(startsAt).toISOString().slice(11, 16)}`],
    ),
  );

describe('Visits that lost their place', () => {
  test('are all placed where placing each in turn would leave one out', () => {
    // The first would be nearest where only the second can go, who needs a way in without steps.
    const [first, second] = [
      visit('first'),
      visit('second', { patient: { ...visit('x').patient, needs: ['step_free'] } }),
    ];
    const near = session('near');
    const steps = session('steps', { stepFree: false, startsAt: at('09:30'), endsAt: at('09:40') });
    assert.deepEqual(placed([first, second], [near, steps]), { first: 'steps 09:30', second: 'near 09:00' });
  });

  test('never pass a clinician’s safe limit, over all the sessions of the day', () => {
    const most = { clinicianId: 'Dr one', contacts: 23, limit: 25 };
    const sessions = [
      session('morning', { ...most, endsAt: at('10:00') }),
      session('afternoon', { ...most, startsAt: at('14:00'), endsAt: at('15:00') }),
    ];
    const visits = ['a', 'b', 'c', 'd'].map((id) => visit(id));
    assert.equal(Object.keys(placed(visits, sessions)).length, 2);
  });

  test('are in time by what was promised while that can still be met, not by when they had been put', () => {
    const promised = visit('promised', { startsAt: at('09:00', '2026-12-02'), dueBy: at('15:54') });
    const tomorrow = session('tomorrow', {
      day: '2026-12-02',
      startsAt: at('09:40', '2026-12-02'),
      endsAt: at('09:50', '2026-12-02'),
    });
    const late = (dueBy: number | null) =>
      [
        ...reOffer([{ ...promised, dueBy }], {
          sessionsOf: () => [tomorrow],
          weights,
          now,
          terms: offerTerms,
        }).places.values(),
      ].map(({ inTime }) => inTime);
    assert.deepEqual(late(at('15:54')), [false], 'shown as late');
    assert.deepEqual(late(at('06:00')), [false], 'a promise that is past: an hour after it had been put');
    assert.deepEqual(late(at('18:00', '2026-12-02')), [true]);
  });

  test('of different lengths never overlap, and the longest is not squeezed out', () => {
    const hour = session('hour', { endsAt: at('09:40') });
    const got = placed([visit('s1'), visit('s2'), visit('long', { minutes: 20 })], [hour]);
    assert.deepEqual(got['long'], 'hour 09:00');
    assert.deepEqual([got['s1'], got['s2']].sort(), ['hour 09:20', 'hour 09:30']);
  });

  test('that are urgent come before others, and get no place past their time', () => {
    const one = session('one');
    assert.deepEqual(placed([visit('can wait'), visit('urgent', { urgent: true })], [one]), { urgent: 'one 09:00' });
    const tomorrow = session('tomorrow', {
      ...{ day: '2026-12-02', startsAt: at('09:00', '2026-12-02'), endsAt: at('09:10', '2026-12-02') },
    });
    assert.deepEqual(placed([visit('urgent', { urgent: true, dueBy: at('18:30') })], [tomorrow]), {});
  });

  test('stay with their own clinician and day where that is free', () => {
    const own = session('own', { clinicianId: 'Dr away', startsAt: at('14:00'), endsAt: at('14:10') });
    const other = session('other', { startsAt: at('09:10'), endsAt: at('09:20') });
    assert.deepEqual(placed([visit('one')], [other, own]), { one: 'own 14:00' });
  });

  test('by video may be seen in person, and those in person are never made a call', () => {
    const room = session('room');
    assert.deepEqual(placed([visit('video', { mode: 'video' })], [room]), { video: 'room 09:00' });
    assert.deepEqual(placed([visit('in person')], [session('call', { mode: 'telephone' })]), {});
  });
});
