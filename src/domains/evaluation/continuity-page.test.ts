import assert from 'node:assert/strict';
import { test } from 'node:test';
import { continuityView, type PracticeCounts } from './continuity-page.ts';

const least = { counted: 10, practices: 3 };

function practice(
  code: string | null,
  [total, part]: readonly [number, number],
  months: readonly number[] = [],
): PracticeCounts {
  const row = (month: string | null, all: number, own: number) => ({
    ...{ month, total: all, part: own, patients: all, apart: 0 },
  });
  const rows = [row(null, total, part), ...months.map((each, at) => row(`2026-0${at + 1}-01`, each, 0))];
  return { code, name: code && `Practice ${code}`, list: rows, own: rows, visits: [] };
}

test('of practices of one size the same is hidden beside a small one, in whatever order they come: a reload tells nothing', () => {
  const counts = [practice('A', [40, 20]), practice('B', [12, 6]), practice('C', [12, 3]), practice('D', [4, 2])];
  const view = continuityView(counts, { practiceId: null, least });
  assert.deepEqual(
    view.practices.map(({ cells }) => cells.slicc.state),
    ['shown', 'few', 'shown', 'few'],
  );
  assert.deepEqual(continuityView(counts.toReversed(), { practiceId: null, least }), view);
});

test('a practice sees the others only where there are three or more, and their sum neither', () => {
  const own = practice('A', [40, 20]);
  const two = continuityView([own, practice(null, [50, 10]), practice(null, [60, 10])], { practiceId: 'A', least });
  assert.deepEqual([two.whole, two.tooFewOthers, two.dots.slicc.length], [null, true, 1]);
  const three = continuityView([own, ...[50, 60, 70].map((total) => practice(null, [total, 10]))], {
    ...{ practiceId: 'A', least },
  });
  assert.equal(three.whole?.slicc.state === 'shown' && three.whole.slicc.of, 220);
  assert.deepEqual([three.tooFewOthers, three.dots.slicc.length, three.practices.length], [false, 4, 0]);
  assert.deepEqual(
    three.dots.slicc.filter(({ mine }) => !mine).map(({ label }) => label),
    ['another practice', 'another practice', 'another practice'],
  );
});

test('a month too small is hidden with the next smallest, since the whole stands beside them', () => {
  const view = continuityView([practice('A', [60, 20], [5, 15, 40])], { practiceId: null, least });
  assert.deepEqual(
    view.months.map(({ slicc }) => slicc.state),
    ['few', 'few', 'shown'],
  );
});
