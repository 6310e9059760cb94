import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CandidateSession, OfferContext } from './opening.ts';
import { offersFor } from './offer.ts';

const now = Date.UTC(2026, 6, 20, 8, 3);
const hour = 3_600_000;

let n = 0;
const session = (over: Partial<CandidateSession> & { startsAt: number }): CandidateSession => ({
  ...{ id: `s${(n += 1)}`, clinicianId: `c${n}`, clinicianName: 'Dr Lee', role: 'gp', roleName: 'GP', practiceId: 'A' },
  ...{ placeName: 'Elm Street', point: { latitude: 52, longitude: 1 }, stepFree: true, mode: 'face_to_face' },
  ...{ slotMinutes: 15, booked: [], contacts: 5, limit: 23, endsAt: over.startsAt + 3 * hour },
  day: Temporal.Instant.fromEpochMilliseconds(over.startsAt)
    .toZonedDateTimeISO('Europe/London')
    .toPlainDate()
    .toString(),
  ...over,
});
const own = session({ startsAt: now + 74 * hour, clinicianId: 'own', clinicianName: 'Dr Rahman' });
const nurse = { role: 'advanced_nurse', roleName: 'Nurse practitioner', clinicianName: 'Okafor' };
const today = session({ startsAt: now + 6 * hour, ...nurse });
const hub = session({
  startsAt: now + 2 * hour,
  practiceId: 'B',
  placeName: 'Corn Hill',
  point: { latitude: 52.02, longitude: 1 },
});

const context = (
  need: Partial<OfferContext['need']> = {},
  patient: Partial<OfferContext['patient']> = {},
): OfferContext => ({
  now,
  need: {
    roles: ['advanced_nurse', 'gp'],
    modes: ['face_to_face', 'telephone'],
    minutes: 15,
    dueBy: now + 7 * 24 * hour,
    mustBeInTime: false,
    continuity: true,
    ...need,
  },
  patient: {
    practiceId: 'A',
    usualGpId: 'own',
    point: { latitude: 52, longitude: 1 },
    needs: [],
    forOther: false,
    ...patient,
  },
});
const said = (sessions: CandidateSession[], given: OfferContext): string[] =>
  offersFor(sessions, given).offers.map(({ say }) => say);

describe('Offers', () => {
  test('are said in the order to make them: own GP, the need’s first role, and the soonest', () => {
    assert.deepEqual(said([hub, today, own], context()), [
      'Your own GP, Dr Rahman, can see you on Thursday at 11:03am at Elm Street.',
      'Nurse practitioner Okafor can see you today at 3:03pm at Elm Street.',
      'The soonest is today at 11:03am with Dr Lee, at Corn Hill, 1.4 miles away.',
    ]);
  });

  test('name the own GP whatever the need, and put them and the own practice before strangers at one time', () => {
    const urgent = context({ continuity: false, roles: ['gp'], modes: ['telephone'] });
    const at = { startsAt: now + 2 * hour, mode: 'telephone' };
    const stranger = session({ ...at, id: 'a1', practiceId: 'B', clinicianName: 'Dr Pudsey' });
    const colleague = session({ ...at, id: 'a2', clinicianName: 'Dr Oyelaran' });
    const usual = session({ ...at, id: 'a3', clinicianId: 'own', clinicianName: 'Dr Cadman' });
    assert.deepEqual(said([stranger, colleague, usual], urgent), [
      'Your own GP, Dr Cadman, can ring you today at 11:03am.',
      'Dr Oyelaran can ring you today at 11:03am.',
      'Dr Pudsey can ring you today at 11:03am.',
    ]);
    const later = session({ ...at, startsAt: now + 4 * hour, clinicianId: 'own', clinicianName: 'Dr Cadman' });
    assert.deepEqual(
      said([later, stranger], urgent),
      ['Your own GP, Dr Cadman, can ring you today at 1:03pm.', 'Dr Pudsey can ring you today at 11:03am.'],
      'both are in time: the own GP is said first, the soonest beside them',
    );
    const tooLate = { ...urgent, need: { ...urgent.need, dueBy: now + 3 * hour } };
    assert.match(said([later, stranger], tooLate)[0] ?? '', /^Dr Pudsey/, 'in time comes before everything');
  });

  test('send nobody to a practice far away while their own GP here is in time, and say why of each', () => {
    const need = context({ continuity: false, roles: ['gp', 'advanced_nurse'] });
    const usual = session({ startsAt: now + 30 * hour, clinicianId: 'own', clinicianName: 'Dr Cadman' });
    const { offers } = offersFor([hub, usual, today], need);
    assert.deepEqual(
      offers.map(({ session: s, why }) => [s.clinicianName, why.join(', ')]),
      [
        ['Dr Cadman', 'in time, own GP, first role for this, own practice'],
        ['Dr Lee', 'in time, the soonest, first role for this, 1.4 miles away'],
        ['Okafor', 'in time, Nurse practitioner will do, own practice'],
      ],
    );
  });

  test('speak of the patient as somebody else where somebody else asks', () => {
    const [first] = said([own], context({}, { forOther: true }));
    assert.equal(first, 'Their own GP, Dr Rahman, can see them on Thursday at 11:03am at Elm Street.');
  });

  test('say how, where nobody needs to travel', () => {
    const call = session({ startsAt: now + 3 * hour, mode: 'telephone' });
    assert.deepEqual(said([call], context()), ['Dr Lee can ring you today at 12:03pm.']);
  });

  test('never hold a clinician who is at the safe limit, or for whom none is set, and say what was left out', () => {
    const full = session({ startsAt: now + 2 * hour, contacts: 23 });
    const unset = session({ startsAt: now + 2 * hour, limit: null });
    const { offers, leftOut } = offersFor([full, unset], context());
    assert.deepEqual(offers, []);
    assert.equal(leftOut['at-limit'], 2);
  });

  test('are step-free where that is needed; not known is not offered', () => {
    const unknown = session({ startsAt: now + 2 * hour, stepFree: null });
    const { offers, leftOut } = offersFor([unknown, today], context({}, { needs: ['step_free'] }));
    assert.deepEqual(
      offers.map(({ session: s }) => s.id),
      [today.id],
    );
    assert.equal(leftOut.access, 1);
  });

  test('take twice the usual length for who needs longer', () => {
    const [offer] = offersFor([today], context({}, { needs: ['longer'] })).offers;
    assert.equal(offer?.minutes, 30);
    assert.ok(offer.why.includes('30 minutes, twice the usual length'));
  });

  test('never put urgent need off: what is later than its time is not offered', () => {
    const urgent = context({ dueBy: now + 10 * hour, mustBeInTime: true });
    assert.ok(offersFor([own, today], urgent).offers.every(({ session: s }) => s.id === today.id));
  });

  test('are never at a time at which the patient has another visit', () => {
    const slot = 15 * 60_000;
    const from = now + 6 * hour;
    const engaged = [[from - slot, from + slot + 1]] as const;
    const [offer] = offersFor([today], context({}, { engaged })).offers;
    assert.equal(offer?.startsAt, from + 2 * slot);
  });

  test('leave time to come to a visit in person', () => {
    const began = session({ startsAt: now - 3 * 60_000 });
    const [offer] = offersFor([began], context()).offers;
    assert.equal(offer?.startsAt, now + 27 * 60_000);
  });
});
