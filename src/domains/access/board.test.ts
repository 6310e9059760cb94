import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  askedTogether,
  flaggedRequests,
  flagWords,
  headline,
  hubRows,
  level,
  metWords,
  restWords,
  tileOf,
  total,
} from './board.ts';

const calm = { people: 0, late: 0, handBacks: 0, lostPlaces: 0, near: 0, free: 12, all: 40, seen: 3, practices: 4 };

void test('the headline says the worst thing first', () => {
  assert.equal(headline({ ...calm, people: 1, late: 3 }), '1 person needs a clinician now');
  assert.equal(headline({ ...calm, people: 2 }), '2 people need a clinician now');
  assert.equal(headline({ ...calm, late: 1, near: 9 }), '1 request is past the time we promised');
  assert.equal(headline({ ...calm, handBacks: 2, near: 9 }), '2 hand-backs have waited too long');
  assert.equal(headline({ ...calm, lostPlaces: 1, near: 9 }), '1 visit has lost its place');
  assert.equal(headline({ ...calm, near: 1 }), '1 request is near its time');
  assert.equal(headline({ ...calm, near: 4 }), '4 requests are near their time');
  assert.equal(headline(calm), 'Nothing needs anyone now, and 12 places are free');
  assert.equal(headline({ ...calm, free: 0 }), 'Nothing needs anyone now, and every place is taken');
  assert.equal(headline({ ...calm, free: 0, all: 0 }), 'Nothing needs anyone now, and there are no sessions');
});

void test('the headline of practices that cannot be seen says so and no more', () => {
  const blind = { ...calm, free: 0, all: 0, seen: 0, practices: 35 };
  assert.equal(headline(blind), '35 practices cannot be seen: none has joined hub booking');
  assert.equal(headline({ ...blind, practices: 1 }), '1 practice cannot be seen: it has not joined hub booking');
});

void test('a practice that has not agreed to be seen is not known, never empty', () => {
  const tile = tileOf({ name: 'Elm', hubName: null, filled: null, carried: 0 });
  assert.equal(tile.level, null);
  assert.equal(tile.state, undefined);
  const closed = tileOf({ name: 'Elm', hubName: null, filled: { all: 0, taken: 0, free: 0 }, carried: 0 });
  assert.deepEqual([closed.level, closed.levelWords, closed.state], [0, 'no sessions', undefined]);
});

void test('a practice is full without a free place, and soon with fewer than one in ten', () => {
  const at = (taken: number, free: number) =>
    tileOf({ name: 'Elm', hubName: null, filled: { all: 100, taken, free }, carried: 0 });
  assert.equal(at(100, 0).state, 'now');
  assert.equal(at(91, 9).state, 'soon');
  assert.equal(at(90, 10).state, undefined);
  assert.equal(at(60, 0).full, 'full', 'clinicians at their safe limit leave no place, whatever the sessions show');
});

void test('sums agree, overflow does not make more than full, and no places is no level', () => {
  assert.deepEqual(
    total([
      { all: 2, taken: 1, free: 1 },
      { all: 3, taken: 3, free: 0 },
    ]),
    { all: 5, taken: 4, free: 1 },
  );
  assert.equal(level({ all: 2, taken: 3, free: 0 }), 1);
  assert.equal(level({ all: 0, taken: 0, free: 0 }), null);
});

void test('places neither taken nor free are said: kept back by the safe limit, or past', () => {
  assert.equal(restWords({ all: 881, taken: 197, free: 590 }, 94), '94 kept back by safe limits');
  assert.equal(restWords({ all: 182, taken: 47, free: 121 }, 4), '4 kept back by safe limits, 10 past');
  assert.equal(restWords({ all: 10, taken: 4, free: 5 }, 0), '1 past');
  assert.equal(restWords({ all: 10, taken: 4, free: 6 }, 0), '');
  assert.equal(restWords({ all: 10, taken: 11, free: 0 }, 0), '', 'a long visit may take more than its places');
});

void test('nothing is said to be met while it is open, was never asked for, or is not known', () => {
  const heading = (asked: number, open: number, known = 3): string => metWords({ asked, open, known }, 3).heading;
  assert.equal(heading(20, 0), 'All 20 requests of today are booked or ended');
  assert.equal(heading(1, 0), 'The one request of today is booked or ended');
  assert.equal(
    heading(20, 2),
    'Nothing is recorded as not met so far; 2 of today’s 20 requests at 3 practices are still open',
  );
  assert.equal(heading(0, 0), 'Nothing has been asked for today yet');
  assert.equal(heading(0, 0, 0), 'Not known');
  assert.match(metWords({ asked: 4, open: 0, known: 2 }, 3).text, /^What was asked for at 1 practice is not known\./);
});

void test('practices stand by hub, those in none last', () => {
  const source = (name: string, hubName: string | null) => ({
    name,
    hubName,
    filled: { all: 4, taken: 2, free: 2 },
    carried: 0,
  });
  const rows = hubRows([source('A', 'North'), source('B', 'North'), source('C', null)]);
  assert.deepEqual(
    rows.map((row) => [row.name, row.says, row.tiles.length]),
    [
      ['North', '4 places left', 2],
      ['In no hub', '2 places left', 1],
    ],
  );
});

void test('one person waits once however many dangers were named, and abuse among them, answered or not, hides the number', () => {
  const flag = { softened: false, onlySafely: false, ofRequest: [] as const };
  const asks = (category: string): boolean => category === 'abuse';
  const [first, second, third, ...more] = flaggedRequests(
    [
      { ...flag, id: '1', requestId: 'a', category: 'chest-pain' },
      { ...flag, id: '2', requestId: 'b', category: 'stroke', softened: true },
      { ...flag, id: '3', requestId: 'a', category: 'collapse' },
      { ...flag, id: '4', requestId: 'c', category: 'chest-pain', ofRequest: ['chest-pain', 'abuse'] },
    ],
    asks,
  );
  assert.deepEqual([first?.first.id, first?.categories, first?.softened], ['1', ['chest-pain', 'collapse'], false]);
  assert.deepEqual([second?.softened, second?.safeContactFirst], [true, false]);
  assert.deepEqual([third?.safeContactFirst, more.length], [true, 0]);
});

void test('a danger that was denied is titled as denied, alone or beside one that stands', () => {
  const name = (category: string) => (category === 'stroke' ? 'Signs of a stroke' : 'Chest pain');
  const titled = (...flags: { category: 'stroke' | 'chest-pain'; softened: boolean }[]) =>
    flaggedRequests(
      flags.map((flag) => ({ ...flag, requestId: 'a', ofRequest: [], onlySafely: false })),
      () => false,
    ).map((one) => [flagWords(one, name), one.softened]);
  const denied = { category: 'chest-pain', softened: true } as const;
  assert.deepEqual(titled(denied), [['Denied: chest pain', true]]);
  assert.deepEqual(titled({ category: 'stroke', softened: false }, denied), [
    ['Signs of a stroke; denied: chest pain', false],
  ]);
});

void test('those who wait for one duty holder are one row, with everybody they go on to', () => {
  const at = (minute: number) => Temporal.Instant.fromEpochMilliseconds(minute * 60_000);
  const row = (id: string, [askedClinicianId, minute]: [string | null, number], next?: string) => ({
    // Two of them are requests of one person.
    ...{ id, askedClinicianId, raisedAt: at(minute), person: id === 'd' ? 3 : id.charCodeAt(0) - 96 },
    next: next === undefined ? undefined : { name: next, phone: undefined },
    before: id === 'b' ? [] : [{ name: 'Dr Before', phone: '01632 960001' }],
  });
  const together = askedTogether([
    row('a', ['x', 5], 'Dr Y'),
    row('b', [null, 1]),
    row('c', ['x', 2], 'Dr Z'),
    row('d', ['x', 3], 'Dr Y'),
  ]);
  assert.deepEqual(
    together.map(({ first, rows, people, oldest, waitedLonger, nexts, befores }) => [
      first.id,
      rows.map(({ id }) => id).join(''),
      people,
      waitedLonger,
      oldest.equals(at(rows.length === 3 ? 2 : 1)),
      nexts.map(({ name }) => name).join(),
      befores.map(({ name }) => name).join(),
    ]),
    [
      ['a', 'acd', 2, true, true, 'Dr Y,Dr Z', 'Dr Before'],
      ['b', 'b', 1, false, true, '', ''],
    ],
  );
});
