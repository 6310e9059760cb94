import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { openings } from './opening.ts';
import type { CandidateSession, OfferContext, Opening } from './opening.ts';
import { offersFor } from './offer.ts';
import { offerTerms } from '../../../../test/support/offer-terms.ts';

const hour = 3_600_000;
const now = Date.UTC(2026, 10, 23, 8);

const session = fc
  .record({
    n: fc.integer({ min: 0, max: 40 }),
    clinician: fc.integer({ min: 0, max: 6 }),
    role: fc.constantFrom('gp', 'advanced_nurse', 'pharmacist', 'hca'),
    mode: fc.constantFrom('face_to_face', 'telephone', 'video'),
    practice: fc.constantFrom('A', 'B', 'C'),
    stepFree: fc.constantFrom(true, false, null),
    startsIn: fc.integer({ min: -6, max: 24 * 10 }),
    slots: fc.integer({ min: 1, max: 14 }),
    slotMinutes: fc.constantFrom(10, 15, 20),
    contacts: fc.integer({ min: 0, max: 26 }),
    limit: fc.constantFrom(null, 5, 25),
    taken: fc.array(fc.integer({ min: 0, max: 13 }), { maxLength: 8 }),
    far: fc.integer({ min: 0, max: 30 }),
    scarcity: fc.constantFrom(20, 70, 100),
    known: fc.constantFrom('team', 'seen', null),
  })
  .map((drawn): CandidateSession => {
    const startsAt = now + drawn.startsIn * hour;
    const slot = drawn.slotMinutes * 60_000;
    const booked = [...new Set(drawn.taken)]
      .filter((place) => place < drawn.slots)
      .sort((a, b) => a - b)
      .map((place) => [startsAt + place * slot, startsAt + (place + 1) * slot] as const);
    return {
      id: `s${drawn.n}-${drawn.startsIn}`,
      clinicianId: `c${drawn.clinician}`,
      clinicianName: `Dr ${drawn.clinician}`,
      role: drawn.role,
      roleName: drawn.role,
      practiceId: drawn.practice,
      placeName: drawn.practice,
      point: { latitude: 52 + drawn.far / 100, longitude: 1 },
      stepFree: drawn.stepFree,
      mode: drawn.mode,
      day: Temporal.Instant.fromEpochMilliseconds(startsAt)
        .toZonedDateTimeISO('Europe/London')
        .toPlainDate()
        .toString(),
      startsAt,
      endsAt: startsAt + drawn.slots * slot,
      slotMinutes: drawn.slotMinutes,
      booked,
      contacts: drawn.contacts,
      limit: drawn.limit,
      scarcity: drawn.scarcity,
      known: drawn.known,
    };
  });

const sessions = fc.uniqueArray(session, { selector: (one) => one.id, maxLength: 25 });

const context = fc
  .record({
    due: fc.constantFrom(2, 10, 24 * 7, 24 * 14),
    mustBeInTime: fc.boolean(),
    continuity: fc.boolean(),
    minutes: fc.constantFrom(10, 15),
    needs: fc.subarray(['step_free', 'longer', 'hearing', 'bsl']),
    gp: fc.constantFrom(null, 'c1', 'c2'),
  })
  .map(({ due, mustBeInTime, continuity, minutes, needs, gp }): OfferContext => ({
    ...offerTerms,
    now,
    need: {
      roles: ['advanced_nurse', 'gp'],
      modes: ['face_to_face', 'telephone', 'video'],
      minutes,
      dueBy: now + due * hour,
      mustBeInTime,
      continuity,
    },
    patient: { practiceId: 'A', usualGpId: gp, point: { latitude: 52, longitude: 1 }, needs, forOther: false },
  }));

const standing = { team: 0, seen: 1, no: 2 };

/** At least as good in everything a patient may care about, and better in something. */
function betterForAll(left: Opening, right: Opening): boolean {
  const better = [
    Number(left.inTime) - Number(right.inTime),
    Number(left.ownGp) - Number(right.ownGp),
    Number(left.continuous) - Number(right.continuous),
    Number(left.ownPractice) - Number(right.ownPractice),
    right.needsUnmet - left.needsUnmet,
    right.rolePlace - left.rolePlace,
    right.startsAt - left.startsAt,
    (right.session.scarcity ?? 0) - (left.session.scarcity ?? 0),
    right.session.contacts / (right.session.limit ?? 1) - left.session.contacts / (left.session.limit ?? 1),
    standing[right.session.known ?? 'no'] - standing[left.session.known ?? 'no'],
    (right.miles ?? 0) - (left.miles ?? 0),
  ];
  return better.every((by) => by >= 0) && better.some((by) => by > 0);
}

describe('Offers', () => {
  test('never pass a clinician’s safe limit, overlap a booking, leave the session, or lie in the past', () => {
    fc.assert(
      fc.property(sessions, context, (all, given) => {
        for (const { session: s, startsAt, minutes } of openings(all, given)) {
          const end = startsAt + minutes * 60_000;
          assert.ok(s.limit !== null && s.contacts < s.limit);
          assert.ok(s.booked.every(([from, to]) => end <= from || startsAt >= to));
          assert.ok(startsAt >= s.startsAt && end <= s.endsAt && startsAt >= given.now);
        }
      }),
    );
  });

  test('meet what was asked: a role and mode that will do, the time where it must be, and every need for access', () => {
    fc.assert(
      fc.property(sessions, context, (all, given) => {
        const { need, patient } = given;
        for (const { session: s, startsAt, minutes, inTime } of offersFor(all, given).offers) {
          assert.ok(need.roles.includes(s.role) && need.modes.includes(s.mode));
          assert.equal(inTime, startsAt <= need.dueBy);
          assert.ok(inTime || !need.mustBeInTime);
          assert.ok(!patient.needs.includes('step_free') || s.mode !== 'face_to_face' || s.stepFree === true);
          assert.ok(!patient.needs.includes('bsl') || s.mode !== 'telephone');
          assert.ok(minutes >= need.minutes * (patient.needs.includes('longer') ? 2 : 1));
        }
      }),
    );
  });

  test('are the same whatever order the sessions come in', () => {
    fc.assert(
      fc.property(
        sessions.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
        ),
        context,
        ([all, shuffled], given) => {
          assert.deepEqual(offersFor(shuffled, given), offersFor(all, given));
        },
      ),
    );
  });

  test('are at most three, of different clinicians’ days, and none is said after one it is better than in everything', () => {
    fc.assert(
      fc.property(sessions, context, (all, given) => {
        const { offers, more } = offersFor(all, given);
        assert.ok(offers.length <= 3);
        assert.equal(offers.length + more, openings(all, given).length);
        const days = offers.map((offer) => `${offer.session.clinicianId} ${offer.session.day}`);
        assert.equal(new Set(days).size, days.length);
        offers.forEach((offer, place) => {
          assert.ok(!offers.slice(0, place).some((earlier) => betterForAll(offer, earlier)));
        });
        const [first] = offers;
        if (first) assert.ok(!openings(all, given).some((other) => betterForAll(other, first)));
      }),
    );
  });

  test('always hold the soonest place there is, unless it is the same clinician’s day as the best', () => {
    fc.assert(
      fc.property(sessions, context, (all, given) => {
        const { offers } = offersFor(all, given);
        const [best] = offers;
        const soonest = Math.min(
          ...openings(all, given)
            .filter(({ session: s }) => s.clinicianId !== best?.session.clinicianId || s.day !== best.session.day)
            .map((opening) => opening.startsAt),
        );
        if (best && soonest < best.startsAt) assert.ok(offers.some((offer) => offer.startsAt === soonest));
      }),
    );
  });
});
