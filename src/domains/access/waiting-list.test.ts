import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { besideWords } from './beside-limit.ts';
import { readPolicy } from './fullness.ts';
import { hoursByDay } from './level.ts';
import type { CandidateSession, OfferContext } from './offer/opening.ts';
import { fairOrder, passedWords, placeFor, placeKey, promisedBy, type NotFitting } from './waiting-list.ts';
import { offerTerms } from '../../../test/support/offer-terms.ts';

const noon = Temporal.Instant.from('2026-11-20T12:00:00Z');
describe('The time by which somebody is promised one', () => {
  const by = (due: string | null, now = '2026-11-26T10:07:00Z') =>
    promisedBy({
      now: Temporal.Instant.from(now),
      dueAt: due === null ? null : Temporal.Instant.from(due),
      promiseDays: 10,
    })
      .toZonedDateTimeISO('Europe/London')
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' });

  test('is the end of a working day, no later than their need is due', () => {
    assert.equal(by('2026-11-29T04:07:00Z'), '2026-11-28T00:00', 'due on a Sunday: by the end of Friday');
    assert.equal(by('2026-12-02T11:13:00Z'), '2026-12-02T00:00', 'by the end of the day before');
    assert.equal(by(null), '2026-12-11T00:00');
  });

  test('is a quarter of an hour where their need is due within the day', () => {
    assert.equal(by('2026-11-26T16:13:27Z'), '2026-11-26T16:00');
    assert.equal(by('2026-11-26T10:13:27Z'), '2026-11-26T10:13', 'no quarter is left');
  });
});

const session = (more: Partial<CandidateSession> = {}): CandidateSession => ({
  id: 's1',
  clinicianId: 'c1',
  clinicianName: 'Dr One',
  role: 'gp',
  roleName: 'GP',
  practiceId: 'A',
  placeName: 'A',
  point: null,
  stepFree: true,
  mode: 'telephone',
  day: '2026-11-23',
  startsAt: Temporal.Instant.from('2026-11-23T09:00:00Z').epochMilliseconds,
  endsAt: Temporal.Instant.from('2026-11-23T09:30:00Z').epochMilliseconds,
  slotMinutes: 15,
  booked: [],
  contacts: 0,
  limit: 25,
  ...more,
});
const context = (more: Partial<OfferContext['need']> = {}): OfferContext => ({
  need: {
    roles: ['gp'],
    modes: ['telephone'],
    minutes: 15,
    dueBy: Temporal.Instant.from('2026-11-27T00:00:00Z').epochMilliseconds,
    mustBeInTime: false,
    continuity: false,
    ...more,
  },
  patient: { practiceId: 'A', usualGpId: null, point: null, needs: [], forOther: false },
  now: noon.epochMilliseconds,
  ...offerTerms,
});
const nothing = { offered: [], declined: new Set<string>() };

describe('The waiting list', () => {
  test('stands in order of urgency, then of when people asked, and nothing else', () => {
    const one = (requestId: string, urgency: string | null, minutes: number) => ({
      requestId,
      urgency,
      receivedAt: noon.add({ minutes }),
    });
    const list = [
      one('late', '7-days', 9),
      one('unknown', null, 0),
      one('two-weeks', '14-days', 1),
      one('early', '7-days', 3),
    ];
    const order = fairOrder(list, ['7-days', '14-days']).map(({ requestId }) => requestId);
    assert.deepEqual(order, ['early', 'late', 'two-weeks', 'unknown']);
  });

  test('offers nobody a place that stands offered to another, nor beyond the safe limit with those', () => {
    const first = session();
    const found = placeFor([first], context(), nothing);
    assert.ok('opening' in found);
    const offered = [{ sessionId: 's1', clinicianId: 'c1', day: first.day, startsAt: first.startsAt, minutes: 15 }];
    const next = placeFor([first], context(), { offered, declined: new Set() });
    assert.equal('opening' in next && next.opening.startsAt, first.startsAt + 15 * 60_000);
    assert.deepEqual(placeFor([session({ limit: 1 })], context(), { offered, declined: new Set() }), {
      why: 'at-limit',
    });
  });

  test('says why a place went past somebody', () => {
    assert.deepEqual(placeFor([session()], context({ roles: ['nurse'] }), nothing), { why: 'wrong-kind' });
    const stairs = { ...context({ modes: ['face_to_face'] }) };
    const needs = { ...stairs, patient: { ...stairs.patient, needs: ['step_free'] } };
    assert.deepEqual(placeFor([session({ mode: 'face_to_face', stepFree: false })], needs, nothing), { why: 'access' });
    const declined = new Set([0, 15].map((minute) => placeKey('s1', session().startsAt + minute * 60_000)));
    assert.deepEqual(placeFor([session()], context(), { offered: [], declined }), { why: 'declined' });
  });
});

test('A proposed policy always has a waiting list, no place twice, and no day in the past', () => {
  const today = Temporal.PlainDate.from('2026-11-20');
  const fields = { promiseDays: '10', offerMinutes: '60', from: '1/12/2026', source: 'Board' };
  const read = (order: Record<string, string>, more: object = {}) => readPolicy({ ...fields, order, ...more }, today);
  const sound = read({ hub: '2', next_practice: '1', waiting_list: '3', group: '' });
  assert.deepEqual(sound.ok && sound.value.steps, ['next_practice', 'hub', 'waiting_list']);
  const faults = (read: ReturnType<typeof readPolicy>) => (read.ok ? [] : read.error.map(({ field }) => field));
  assert.deepEqual(faults(read({ hub: '1' })), ['order-waiting_list']);
  assert.deepEqual(faults(read({ hub: '1', waiting_list: '1' })), ['order-next_practice']);
  assert.deepEqual(faults(read({ waiting_list: '1' }, { from: '19/11/2026' })), ['from']);
  assert.deepEqual(faults(read({ waiting_list: '1' }, { promiseDays: '0', offerMinutes: '5', source: ' ' })), [
    'promiseDays',
    'offerMinutes',
    'source',
  ]);
});

test('Hours at each level add up to each day, also the one that is not over', () => {
  const at = (text: string): Temporal.Instant =>
    Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/London').toInstant();
  const [from, to] = [Temporal.PlainDate.from('2026-11-19'), Temporal.PlainDate.from('2026-11-20')];
  const changes = [
    { at: at('2026-11-19T08:00'), level: 'red' as const, because: [] },
    { at: at('2026-11-19T18:00'), level: 'closed' as const, because: [] },
    { at: at('2026-11-20T09:00'), level: 'black' as const, because: [] },
  ];
  const days = hoursByDay(changes, { from, to, now: at('2026-11-20T12:00') });
  assert.deepEqual(
    days.map(({ hours, rest }) => [hours.red, hours.black, rest]),
    [
      [10, 0, 14],
      [0, 3, 9],
    ],
  );
});

test('What stands beside a limit says not known, too few, and at least', () => {
  const one = {
    practiceId: 'A',
    practiceName: 'A',
    requests: 9,
    unmet: 2,
    counted: 6,
    stillWaiting: 1,
    medianDays: 0.4,
    ninthDays: 3.25,
  };
  assert.deepEqual(besideWords(undefined), { unmet: null, median: null, ninth: null });
  assert.deepEqual(besideWords(one), { unmet: '2', median: 'under a day', ninth: 'up to 3.3 days so far' });
  assert.equal(besideWords({ ...one, stillWaiting: 0 }).ninth, 'up to 3.3 days');
  assert.equal(besideWords({ ...one, ninthDays: 0.2 }).ninth, 'under a day so far');
  assert.equal(besideWords({ ...one, counted: 3, medianDays: null }).median, 'too few to say');
});

test('Whom a place went past is said in a sentence, with the reason and how many', () => {
  const past = (...whys: NotFitting[]): string | undefined => passedWords(whys.map((why) => ({ why })));
  assert.equal(past(), undefined);
  assert.equal(
    past('wrong-kind'),
    'It went past 1 person higher on the list: needs somebody else, or another way of being seen.',
  );
  assert.equal(
    past('full', 'full', 'too-far'),
    'It went past 3 people higher on the list: needs longer than is free (2); lives too far away.',
  );
});
