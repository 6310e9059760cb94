import assert from 'node:assert/strict';
import { test } from 'node:test';
import { routeOf } from './browser.ts';
import { figuresOf, spread } from './figures.ts';
import type { Outcome } from './rows.ts';
import type { Work } from './work.ts';

const nobody = { pastLimit: 0, clinicianTwice: 0, patientTwice: 0 };
const clinicians = { acknowledged: 0, closed: 0, started: 0, finished: 0, handedBack: 0 };

function work(id: string | undefined, what: Partial<Work> = {}): Work {
  const arrival = { minute: 485, channel: 'telephone', red: false } as const;
  const patient = { id: 'p', practiceId: 'X', nhsNumber: '', birthDate: '', age: 40, female: true };
  const nothing = { servedMinutes: 0.5, flaggedAt: undefined, flagClosedAt: undefined, fault: undefined };
  return { arrival, patient, words: '', id, takenAt: 490, ending: 'booked', ...nothing, ...what };
}

function outcome(id: string, what: Partial<Outcome> = {}): Outcome {
  const visit = { kind: 'ordinary', hours: 5, withGp: true, ownGp: false, elsewhere: false } as const;
  return {
    id,
    channel: 'telephone',
    status: 'booked',
    urgency: 'same-day',
    unmetReason: null,
    inBand: true,
    ...visit,
    ...what,
  };
}

const none = { kind: null, hours: null, withGp: null, ownGp: null, elsewhere: null };

test('a request is met where the database says so, and what is not met is counted by its reason', () => {
  const figures = figuresOf({
    works: [
      work('met'),
      work('late'),
      work('listed', { ending: 'listed' }),
      work('unmet', { ending: 'unmet' }),
      work('no band'),
      work('flag', { ending: 'red flag', flaggedAt: 492 }),
      work(undefined, { ending: 'fault', fault: 'no form' }),
    ],
    outcomes: [
      outcome('met', { ownGp: true }),
      outcome('late', { inBand: false, hours: 300, withGp: false }),
      outcome('listed', { ...none, status: 'waiting', inBand: false, unmetReason: 'No place in time' }),
      outcome('unmet', { ...none, status: 'waiting', inBand: false, unmetReason: 'No place in time' }),
      outcome('no band', { inBand: null, withGp: false }),
      outcome('flag', { ...none, status: 'red_flag', inBand: false }),
    ],
    ...{ afterwards: 2, taken: [], clinicians, broken: { before: nobody, after: nobody } },
  });
  assert.deepEqual(figures.received, { total: 7, telephone: 7, online: 0, afterwards: 2 });
  assert.deepEqual(figures.metInBand, { count: 1, of: 7 });
  assert.deepEqual(figures.unmet, {
    'booked later than its band': 1,
    'booked with no time set for it': 1,
    'on the waiting list': 1,
    'kept waiting: No place in time': 1,
    'red flag still open': 1,
    'the replay failed with it': 1,
  });
  assert.deepEqual(figures.ownGp, { count: 1, of: 1 });
  assert.deepEqual(figures.redFlags, {
    raised: 1,
    closed: 0,
    minutesToClose: { count: 0, p50: null, p95: null, p99: null },
  });
  assert.deepEqual(figures.faults, { 'no form': 1 });
});

test('a form sent before the lines open waits from eight o’clock on', () => {
  const early = work('a', { arrival: { minute: 455, channel: 'online', red: false }, takenAt: 481 });
  const counted = { outcomes: [], afterwards: 0, taken: [], clinicians, broken: { before: nobody, after: nobody } };
  assert.equal(figuresOf({ works: [early], ...counted }).toNavigator.p50, 1);
});

test('percentiles are of what was counted, by nearest rank; of nothing they are not known', () => {
  const hundred = Array.from({ length: 100 }, (_, at) => 100 - at);
  assert.deepEqual(spread(hundred), { count: 100, p50: 50, p95: 95, p99: 99 });
  assert.deepEqual(spread([]), { count: 0, p50: null, p95: null, p99: null });
});

test('a route is an address without the name of one thing, and 429 is no time of its', () => {
  const call = '/calls/01a20261-01fb-7366-8712-48db29559cbf/book?offer=1';
  assert.equal(routeOf('POST', call), 'POST /calls/:id/book');
  const taken = [
    { route: 'GET /calls', status: 200, ms: 10 },
    { route: 'GET /calls', status: 429, ms: 1 },
    { route: 'GET /calls', status: 500, ms: 20 },
  ];
  const counted = { works: [], outcomes: [], afterwards: 0, clinicians, broken: { before: nobody, after: nobody } };
  assert.deepEqual(figuresOf({ ...counted, taken }).routes, [
    { route: 'GET /calls', count: 2, p50: 10, p95: 20, p99: 20, failed: 1, throttled: 1 },
  ]);
});
