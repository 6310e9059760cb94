import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visitsSaid } from './message.ts';

const visits = (count: number, where = (_: number) => 'Nurse Bell') =>
  Array.from({ length: count }, (_, n) => ({ when: `day ${n + 1}`, where: where(n) }));

test('The visits of a series are named with whom once, or each with whom where that differs', () => {
  assert.equal(visitsSaid(visits(3)), 'day 1; day 2; day 3. Each time: Nurse Bell');
  assert.equal(
    visitsSaid(visits(2, (n) => (n === 0 ? 'Nurse Bell' : 'Nurse Ash, Harbour Light'))),
    'day 1, Nurse Bell; day 2, Nurse Ash, Harbour Light',
  );
});

test('Of more than a text holds, the first are named, how many follow, and the last', () => {
  assert.equal(visitsSaid(visits(8)).split('; ').length, 8);
  assert.equal(
    visitsSaid(visits(12)),
    'day 1; day 2; day 3; day 4; day 5; day 6; day 7; 4 more; day 12. Each time: Nurse Bell',
  );
});
