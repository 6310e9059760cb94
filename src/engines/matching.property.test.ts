import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { cheapestMatching, type Matching, type MatchingProblem } from './matching.ts';

/** The slow obvious version: every way of all. */
function everyWay({ unmatched, groupOf, room, pairs }: MatchingProblem): number {
  const best = (person: number, taken: ReadonlySet<number>): number => {
    if (person === unmatched.length) return 0;
    const left = (unmatched[person] ?? 0) + best(person + 1, taken);
    const inGroup = (group: number | undefined) => [...taken].filter((place) => groupOf[place] === group).length;
    const open = pairs.filter(
      (pair) =>
        pair.person === person &&
        !taken.has(pair.place) &&
        inGroup(groupOf[pair.place]) < (room[groupOf[pair.place] ?? 0] ?? 0),
    );
    return Math.min(left, ...open.map(({ place, cost }) => cost + best(person + 1, new Set([...taken, place]))));
  };
  return best(0, new Set());
}

function assertLegal({ unmatched, groupOf, room, pairs }: MatchingProblem, { placeOf, cost }: Matching): void {
  const taken = placeOf.filter((place) => place !== undefined);
  assert.equal(new Set(taken).size, taken.length, 'a place is taken twice');
  room.forEach((most, group) => assert.ok(taken.filter((place) => groupOf[place] === group).length <= most));
  const costs = placeOf.map((place, person) =>
    place === undefined
      ? (unmatched[person] ?? 0)
      : Math.min(...pairs.filter((one) => one.person === person && one.place === place).map((one) => one.cost)),
  );
  assert.ok(costs.every(Number.isFinite), 'somebody is put where no pair allows it');
  assert.equal(
    costs.reduce((so, one) => so + one, 0),
    cost,
  );
}

const problems = fc
  .record({
    unmatched: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 0, maxLength: 5 }),
    groupOf: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 0, maxLength: 6 }),
    room: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 3 }),
    costs: fc.array(fc.option(fc.integer({ min: 0, max: 40 })), { minLength: 30, maxLength: 30 }),
  })
  .map(({ unmatched, groupOf, room, costs }): MatchingProblem => {
    const pairs = unmatched.flatMap((_, person) =>
      groupOf.flatMap((_group, place) => {
        const cost = costs[person * 6 + place] ?? null;
        return cost === null ? [] : [{ person, place, cost }];
      }),
    );
    return { unmatched, groupOf, room, pairs };
  });

describe('Putting people in places', () => {
  test('is legal and costs as little as the cheapest of every way', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const matching = cheapestMatching(problem);
        assertLegal(problem, matching);
        assert.equal(matching.cost, everyWay(problem));
      }),
      { numRuns: 3000 },
    );
  });

  test('moves the first where only that seats the second, which taking the nearest in turn does not', () => {
    const pairs = [
      { person: 0, place: 0, cost: 1 },
      { person: 0, place: 1, cost: 2 },
      { person: 1, place: 0, cost: 1 },
    ];
    const { placeOf } = cheapestMatching({ unmatched: [100, 100], groupOf: [0, 0], room: [2], pairs });
    assert.deepEqual(placeOf, [1, 0]);
  });

  test('gives up a place of a full group where another of the group is worth more', () => {
    const pairs = [
      { person: 0, place: 0, cost: 5 },
      { person: 0, place: 2, cost: 6 },
      { person: 1, place: 1, cost: 0 },
    ];
    const { placeOf, cost } = cheapestMatching({ unmatched: [50, 50], groupOf: [0, 0, 1], room: [1, 1], pairs });
    assert.deepEqual(placeOf, [2, 1]);
    assert.equal(cost, 6);
  });

  test('of 200 people over 2,000 places takes seconds at the most', () => {
    const pairs = Array.from({ length: 200 }, (_, person) =>
      Array.from({ length: 1000 }, (_place, at) => ({
        person,
        place: (at * 2 + person) % 2000,
        cost: (at * 7919 + person * 104_729) % 5000,
      })),
    ).flat();
    const started = performance.now();
    const { placeOf } = cheapestMatching({
      unmatched: Array.from({ length: 200 }, () => 100_000),
      groupOf: Array.from({ length: 2000 }, (_, place) => place % 100),
      room: Array.from({ length: 100 }, () => 5),
      pairs,
    });
    assert.ok(placeOf.every((place) => place !== undefined));
    assert.ok(performance.now() - started < 10_000);
  });
});
