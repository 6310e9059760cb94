import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { comparePolicies, simulateMonday, type DayGp, type DayPractice, type MondayGround } from './monday.ts';

const gp = (practiceId: string, starts: readonly number[], more: Partial<DayGp> = {}): DayGp => ({
  ...{ practiceId, starts, patients: 1000, room: starts.length },
  ...more,
});
const practice = (id: string, asked: number, more: Partial<DayPractice> = {}): DayPractice => ({
  ...{ id, asked, pool: 'hub', withoutGp: 0 },
  ...more,
});

/** Everybody rings between eight and nine; a place is any time from quarter past. */
function ground(
  gps: readonly DayGp[],
  practices: readonly DayPractice[],
  more: Partial<MondayGround> = {},
): MondayGround {
  return { gps, practices, byHour: [{ hour: 8, share: 1 }], notice: 15, ownGpWorth: 120, ...more };
}

const grid = (from: number, count: number): number[] => Array.from({ length: count }, (_, at) => from + at * 15);

describe('A simulated Monday under three policies', () => {
  test('alone, a full practice turns people away beside an empty one; pooled, nobody is turned away', () => {
    const day = ground([gp('A', []), gp('B', grid(600, 40))], [practice('A', 10), practice('B', 0)]);
    const { alone, pooled } = simulateMonday(day, 1);
    assert.ok(alone.asked > 0);
    assert.equal(alone.seen, 0);
    assert.equal(pooled.seen, pooled.asked);
    assert.equal(pooled.elsewhere, pooled.asked);
  });

  test('the earliest place is elsewhere: pooled takes it, the worth of the own GP keeps them, a longer wait does not', () => {
    const places = [gp('A', grid(900, 30)), gp('B', grid(570, 30), { patients: 0 })];
    const asked = [practice('A', 4), practice('B', 0)];
    const worth = (ownGpWorth: number) => simulateMonday(ground(places, asked, { ownGpWorth }), 2);
    assert.equal(worth(400).pooled.byOwn, 0);
    assert.equal(worth(400)['pooled-own-gp'].byOwn, worth(400)['pooled-own-gp'].seen);
    assert.equal(worth(60)['pooled-own-gp'].byOwn, 0);
    // Without a worth the policy is the pooled one.
    assert.deepEqual(worth(0)['pooled-own-gp'], worth(0).pooled);
  });

  test('a practice that shares with nobody is as it is alone', () => {
    const day = ground(
      [gp('A', grid(600, 3)), gp('B', grid(600, 40))],
      [practice('A', 10, { pool: null }), practice('B', 3)],
    );
    const { alone, pooled } = simulateMonday(day, 3);
    assert.equal(alone.seen, pooled.seen);
    assert.equal(pooled.elsewhere, 0);
  });

  test('free places beyond the limit are not given, and nobody without a usual GP counts for continuity', () => {
    const day = ground([gp('A', grid(600, 40), { room: 5 })], [practice('A', 20, { withoutGp: 20 })]);
    const { alone } = simulateMonday(day, 4);
    assert.equal(alone.seen, 5);
    assert.equal(alone.withUsual, 0);
  });

  test('who rings at ten past eight is given no place before the notice is over', () => {
    const day = ground([gp('A', [485, 490, 600])], [practice('A', 30)], {
      byHour: [{ hour: 8, share: 1 }],
      notice: 15,
    });
    const { waits } = simulateMonday(day, 5).alone;
    assert.ok(waits.every((wait) => wait >= 15));
  });

  test('a day without anybody has no shares, and none is made up', () => {
    const [alone] = comparePolicies(ground([gp('A', grid(600, 4))], [practice('A', 0)]), { seed: 1, runs: 3 });
    assert.equal(alone?.seenShare, null);
    assert.equal(alone.medianWait, null);
    assert.deepEqual(alone.notSeen, { mean: 0, low: 0, high: 0 });
  });

  test('whatever the day: the same seed the same figures, limits kept, no place twice, and all three have the same people', () => {
    const day = fc.record({
      gps: fc.array(
        fc.record({
          practiceId: fc.constantFrom('A', 'B', 'C'),
          patients: fc.integer({ min: 0, max: 3000 }),
          room: fc.integer({ min: 0, max: 30 }),
          starts: fc
            .uniqueArray(fc.integer({ min: 480, max: 1100 }), { maxLength: 30 })
            .map((all) => all.sort((a, b) => a - b)),
        }),
        { maxLength: 8 },
      ),
      practices: fc.constant(['A', 'B', 'C']).chain((ids) =>
        fc.tuple(
          ...ids.map((id) =>
            fc.record({
              id: fc.constant(id),
              pool: fc.constantFrom('one', null),
              asked: fc.integer({ min: 0, max: 40 }),
              withoutGp: fc.constant(0),
            }),
          ),
        ),
      ),
    });
    fc.assert(
      fc.property(day, fc.nat(99_999), ({ gps, practices }, seed) => {
        const made = ground(gps, practices, {
          byHour: [
            { hour: 8, share: 1 },
            { hour: 9, share: 2 },
          ],
        });
        const found = simulateMonday(made, seed);
        assert.deepEqual(simulateMonday(made, seed), found);
        for (const one of Object.values(found)) {
          assert.equal(one.asked, found.alone.asked);
          assert.equal(one.pastLimit + one.givenTwice, 0);
          assert.ok(one.seen <= one.asked && one.byOwn <= one.withUsual && one.withUsual <= one.seen);
          assert.equal(one.waits.length, one.seen);
          assert.ok(one.waits.every((wait) => wait >= made.notice));
        }
        assert.equal(found.alone.elsewhere, 0);
      }),
      { numRuns: 150 },
    );
  });
});
