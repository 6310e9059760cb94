import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { biceBoxerman, opr, shareOf, slicc, upc, type VisitCount } from './continuity.ts';
import { tooFew } from './suppression.ts';

const person = fc.array(fc.nat({ max: 6 }), { maxLength: 25 });
const people = fc.array(person, { maxLength: 40 });

function visitsOf(saw: readonly number[]): VisitCount {
  const each = [...Map.groupBy(saw, (doctor) => doctor).values()].map(({ length }) => length);
  return {
    visits: saw.length,
    people: 1,
    most: Math.max(0, ...each),
    squares: each.reduce((sum, n) => sum + n * n, 0),
  };
}
const measures = (all: readonly (readonly number[])[]) => [upc(all.map(visitsOf)), biceBoxerman(all.map(visitsOf))];

/** The measures as they are defined, one person after the other, in plain numbers. */
function slowly(all: readonly (readonly number[])[]): [number | null, number | null] {
  const often = all.filter((saw) => saw.length >= 2);
  if (often.length === 0) return [null, null];
  const pairs = (saw: readonly number[]) => saw.flatMap((a, i) => saw.filter((_, j) => j !== i).map((b) => a === b));
  const most = (saw: readonly number[]) =>
    Math.max(...saw.map((doctor) => saw.filter((each) => each === doctor).length));
  const mean = (of: (saw: readonly number[]) => number) => often.reduce((sum, saw) => sum + of(saw), 0) / often.length;
  return [mean((saw) => most(saw) / saw.length), mean((saw) => pairs(saw).filter(Boolean).length / pairs(saw).length)];
}

test('every measure lies between 0 and 1 or says that there was nothing to measure, and agrees with its definition', () => {
  fc.assert(
    fc.property(people, (all) => {
      const values = measures(all).map(shareOf);
      const expected = slowly(all);
      for (const [at, value] of values.entries()) {
        const wanted = expected[at] ?? null;
        assert.equal(value === null, wanted === null);
        if (value === null || wanted === null) continue;
        assert.ok(value >= 0 && value <= 1);
        assert.ok(Math.abs(value - wanted) < 1e-9);
      }
    }),
  );
});

test('neither the order of people nor of appointments nor the names of doctors change a measure', () => {
  fc.assert(
    fc.property(people, (all) => {
      const turned = all.toReversed().map((saw) => saw.toReversed().map((doctor) => 6 - doctor));
      assert.deepEqual(measures(turned), measures(all));
    }),
  );
});

test('adding people of the same number of appointments together changes nothing', () => {
  fc.assert(
    fc.property(people, (all) => {
      const grouped = [...Map.groupBy(all.map(visitsOf), ({ visits }) => visits).values()].map((same) =>
        same.reduce((a, b) => ({
          visits: a.visits,
          people: a.people + b.people,
          most: a.most + b.most,
          squares: a.squares + b.squares,
        })),
      );
      assert.deepEqual([upc(grouped), biceBoxerman(grouped)].map(shareOf), measures(all).map(shareOf));
    }),
  );
});

test('somebody who always sees one doctor has a continuity of 1', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 60 }), (visits) => {
      for (const measured of measures([Array.from({ length: visits }, () => 1)])) assert.equal(shareOf(measured), 1);
    }),
  );
});

test('shares of lists and of doctors are those of all their appointments together', () => {
  const count = fc
    .tuple(fc.nat({ max: 500 }), fc.nat({ max: 500 }), fc.nat({ max: 99 }))
    .map(([part, rest, patients]) => ({ total: part + rest, part, patients }));
  fc.assert(
    fc.property(fc.array(count), (counts) => {
      const add = (of: (each: (typeof counts)[number]) => number) => counts.reduce((sum, each) => sum + of(each), 0);
      const expected = add(({ total }) => total) === 0 ? null : add(({ part }) => part) / add(({ total }) => total);
      for (const measured of [slicc(counts), opr(counts)]) {
        const value = shareOf(measured);
        assert.equal(value === null, expected === null);
        if (value !== null && expected !== null) assert.ok(Math.abs(value - expected) < 1e-9);
      }
    }),
  );
});

test('what is hidden beside a total can never be worked out to be fewer than the limit', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 30 }), { maxLength: 12 }), fc.integer({ min: 2, max: 15 }), (sizes, least) => {
      const few = tooFew(sizes, least);
      const hidden = sizes.filter((_, at) => few[at]);
      const left = sizes.filter((size, at) => !few[at] && size > 0);
      for (const [at, size] of sizes.entries()) if (size > 0 && size < least) assert.ok(few[at]);
      if (hidden.length > 0 && left.length > 0) {
        assert.ok(hidden.length >= 2);
        assert.ok(hidden.reduce((a, b) => a + b, 0) >= least);
      }
    }),
  );
});
