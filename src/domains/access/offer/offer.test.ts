import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openings, type CandidateSession, type OfferContext } from './opening.ts';
import { offersFor } from './offer.ts';
import { offerTerms } from '../../../../test/support/offer-terms.ts';

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
  ...offerTerms,
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

  test('say of a request past its time that it is so, and never “in time”', () => {
    const sought = context();
    const { offers } = offersFor([today], { ...sought, need: { ...sought.need, overdue: true } });
    assert.equal(offers[0]?.why[0], 'today, though past its time');
  });

  test('say of a clinician whose book elsewhere is too old that the limit is unverified', () => {
    const sought = { ...context(), unverified: new Map([[today.clinicianId, {}]]) };
    const whys = offersFor([today, own], sought).offers.map(({ session: s, why }) => [
      s.clinicianId === today.clinicianId,
      why.includes('may be fuller than we know'),
    ]);
    assert.deepEqual(
      whys.filter(([old]) => old),
      [[true, true]],
    );
    assert.deepEqual(
      whys.filter(([old]) => old !== true),
      [[false, false]],
    );
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

  test('call one alone the soonest, and never somebody at the same time as a better one', () => {
    const at = { startsAt: now + 2 * hour };
    const usual = session({ ...at, clinicianId: 'own', clinicianName: 'Dr Cadman' });
    const other = session({ ...at, clinicianName: 'Dr Tremlett' });
    assert.deepEqual(said([usual, other], context({ roles: ['gp'] })), [
      'Your own GP, Dr Cadman, can see you today at 11:03am at Elm Street.',
      'Dr Tremlett can see you today at 11:03am at Elm Street.',
    ]);
  });

  test('say of the own GP the time that is among the offers, not an earlier one that is not', () => {
    const far = { practiceId: 'B', placeName: 'Ropery Lane', point: { latitude: 52.1, longitude: 1 } };
    const there = session({ startsAt: now + 2 * hour, clinicianId: 'own', clinicianName: 'Dr Cadman', ...far });
    const here = session({ startsAt: now + 7 * hour, clinicianId: 'own', clinicianName: 'Dr Cadman' });
    const { offers, price } = offersFor([there, here, today], context({ roles: ['gp', 'advanced_nurse'] }));
    const [offered] = offers.filter(({ ownGp }) => ownGp);
    assert.ok(offered && price);
    const clock = new Date(offered.startsAt + hour).toISOString().slice(11, 16);
    const said12 = `${((Number(clock.slice(0, 2)) + 11) % 12) + 1}:${clock.slice(3)}`;
    assert.match(price, new RegExp(`Your usual GP: today(?: at ${said12}[ap]m)?\\.`));
  });

  test('hold the own GP where what seeing them costs is said, though three others are better', () => {
    const soon = [1, 2, 3, 4].map((n) => session({ startsAt: now + n * hour, clinicianName: `Dr Soon ${n}` }));
    const need = { roles: ['advanced_nurse', 'gp'], continuity: false };
    const { offers, price } = offersFor([...soon, own, today], context(need));
    const [offered] = offers.filter(({ ownGp }) => ownGp);
    assert.ok(offered, 'the own GP is one of the three');
    assert.equal(offers.length, 3);
    assert.match(price ?? '', /^Your usual GP: Thursday\. Anyone: today\.$/);
    assert.match(offered.say, /Thursday/);
  });

  test('are said to be step-free only of a place somebody comes to', () => {
    const why = (mode: string) =>
      offersFor(
        [session({ startsAt: now + hour, mode })],
        context({ modes: ['face_to_face', 'telephone'] }, { needs: ['step_free'] }),
      ).offers[0]?.why ?? assert.fail('no offer');
    assert.ok(why('face_to_face').includes('step-free'));
    assert.ok(!why('telephone').includes('step-free'));
  });

  test('say what continuity costs in days', () => {
    const price = (list: CandidateSession[], given = context()) => offersFor(list, given).price;
    assert.equal(price([own, today]), 'Your usual GP: Thursday. Anyone: today.');
    assert.equal(price([own, today], context({}, { forOther: true })), 'Their usual GP: Thursday. Anyone: today.');
    assert.equal(price([own]), 'Your usual GP: Thursday. Nobody is sooner.');
    const laterToday = session({ startsAt: now + 8 * hour, clinicianId: 'own' });
    assert.equal(price([laterToday, today]), 'Your usual GP: today at 5:03pm. Anyone: 3:03pm.');
    assert.equal(price([today]), 'Your usual GP: not there. Anyone: today.');
    assert.equal(price([{ ...own, limit: 5 }, today]), 'Your usual GP: no time left. Anyone: today.');
    assert.equal(price([today], context({}, { usualGpId: null })), undefined);
    assert.equal(price([]), undefined);
  });

  test('rank the team of the own GP, then somebody seen before, above strangers', () => {
    const at = { startsAt: now + 24 * hour };
    const [team, seen, stranger] = [
      session({ ...at, known: 'team', clinicianName: 'Dr Team' }),
      session({ ...at, known: 'seen', clinicianName: 'Dr Seen' }),
      session({ ...at, clinicianName: 'Dr Stranger' }),
    ];
    const { offers } = offersFor([stranger, seen, team], context());
    assert.deepEqual(
      offers.map(({ session: s }) => s.clinicianName),
      ['Dr Team', 'Dr Seen', 'Dr Stranger'],
    );
    assert.ok(offers[0]?.why.includes('of the own GP’s team') && offers[1]?.why.includes('seen before'));
  });

  test('spare the scarcer role and the fuller day where nothing else decides', () => {
    const at = { startsAt: now + 24 * hour };
    const roles = context({ roles: ['gp'], continuity: false });
    const full = session({ ...at, contacts: 20, clinicianName: 'Dr Full' });
    const free = session({ ...at, contacts: 2, clinicianName: 'Dr Free' });
    assert.equal(offersFor([full, free], roles).offers[0]?.session.clinicianName, 'Dr Free');
    const gp = session({ ...at, scarcity: 100, clinicianName: 'Dr Scarce' });
    const nurses = session({ ...at, ...nurse, scarcity: 20 });
    const either = context({ roles: ['gp', 'advanced_nurse'], continuity: false });
    assert.equal(offersFor([gp, nurses], either).offers[0]?.session.clinicianName, 'Okafor');
  });

  test('never send anyone past the travel bound, but to their own practice and by telephone', () => {
    const far = { latitude: 52.3, longitude: 1 };
    const away = session({ startsAt: now + 2 * hour, practiceId: 'B', point: far });
    const calls = session({ startsAt: now + 2 * hour, practiceId: 'B', point: far, mode: 'telephone' });
    const home = session({ startsAt: now + 3 * hour, point: far });
    const { offers, leftOut } = offersFor([away, calls, home], context());
    assert.deepEqual(offers.map(({ session: s }) => s.id).sort(), [calls.id, home.id].sort());
    assert.equal(leftOut['too-far'], 1);
  });

  test('leave out who is beyond their scope or without a supervisor, and a hub whose share is used', () => {
    const associate = { role: 'physician_associate', scope: { undifferentiated: false, supervised: true } };
    const at = { startsAt: now + 24 * hour };
    const supervised = session({ ...at, ...associate, supervisorName: 'Dr Lee' });
    const alone = session({ ...at, ...associate, supervisorName: null });
    const need = { roles: ['physician_associate'] };
    assert.equal(offersFor([supervised], context(need)).leftOut.scope, 1);
    const followUp = offersFor([supervised, alone], context({ ...need, differentiated: true }));
    assert.deepEqual(
      followUp.offers.map(({ session: s, why }) => [s.id, why.includes('supervised by Dr Lee')]),
      [[supervised.id, true]],
    );
    assert.equal(followUp.leftOut.scope, 1);
    assert.equal(offersFor([session({ ...at, hubLeft: 0 })], context()).leftOut.quota, 1);
  });

  test('keep to the plan: the day’s own places for urgent need, pre-bookable ones for the rest, none before it opens', () => {
    const part = (kind: string, from: number, more: object = {}) => ({
      ...{ kind, from, to: from + 30, minutes: 15, places: 1 },
      ...more,
    });
    const planned = session({
      startsAt: now + 2 * hour,
      mode: 'face_to_face',
      plan: [
        part('blocked', 0),
        part('pre_bookable', 30, { opensAt: new Date(now + hour).toISOString() }),
        part('on_the_day', 60),
        part('pre_bookable', 90, { mode: 'telephone' }),
        part('supervision', 120),
        part('care_cohort', 150),
      ],
    });
    const starts = (given: OfferContext) =>
      openings([planned], given)
        .map(({ startsAt, session: s }) => [(startsAt - now) / 60_000 - 120, s.mode])
        .sort((a, b) => Number(a[0]) - Number(b[0]));
    assert.deepEqual(starts(context()), [
      [90, 'telephone'],
      [105, 'telephone'],
    ]);
    assert.deepEqual(starts(context({ mustBeInTime: true, modes: ['face_to_face'] })), [
      [60, 'face_to_face'],
      [75, 'face_to_face'],
    ]);
    assert.deepEqual(starts(context({ modes: ['face_to_face'] }, { needs: ['care_cohort'] })), [
      [150, 'face_to_face'],
      [165, 'face_to_face'],
    ]);
    assert.equal(offersFor([{ ...planned, plan: [part('blocked', 0)] }], context()).leftOut.kept, 1);
  });
});
