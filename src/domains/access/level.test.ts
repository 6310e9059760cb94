import assert from 'node:assert/strict';
import { test } from 'node:test';
import { becauseShort, becauseWords, levelOf, measuredOfGroup, type LevelNow, type Standing } from './level.ts';

const standing = { toCome: 10, free: 5, late: 0, unmet: 0, flags: 0, because: [] };
const at = (practiceId: string, level: LevelNow['level']): Standing & LevelNow => ({ ...standing, practiceId, level });

void test('a share of practices is told by how many they are, of those that can be seen and are open', () => {
  const measured = measuredOfGroup([at('A', 'red'), at('B', 'black'), at('C', 'closed')]);
  const source = 'test';
  const found = levelOf(
    [{ scope: 'group', measure: 'full_share', level: 'black', value: 0.8, source }],
    'group',
    measured,
  );
  assert.equal(becauseWords(found), '2 of the 2 open practices that can be seen are red or black (black from 80%)');
});

void test('a level kept before its practices were counted still tells its share', () => {
  const because = [{ measure: 'full_share' as const, figure: 1, threshold: 0.8 }];
  assert.equal(
    becauseWords({ level: 'black', because }),
    '100% of the open practices that can be seen are red or black (black from 80%)',
  );
});

void test('a tile says what its level is about, unless it is the places that stand there already', () => {
  const because = [
    { measure: 'flags' as const, figure: 3, threshold: 3 },
    { measure: 'late' as const, figure: 12, threshold: 12 },
  ];
  assert.equal(becauseShort({ level: 'black', because }), '3 red flags, 12 late');
  assert.equal(becauseShort({ level: 'red', because: [{ measure: 'free_share', figure: 0, threshold: 0 }] }), '');
});
