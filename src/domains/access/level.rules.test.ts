import assert from 'node:assert/strict';
import { rules } from '../../../test/support/rules.ts';
import { levelOf, type Threshold } from './level.ts';

const source = 'Local choice, awaiting an owner: no national thresholds are published for general practice';
const at = (measure: Threshold['measure'], level: Threshold['level'], value: number): Threshold => ({
  scope: 'practice',
  measure,
  level,
  value,
  source,
});
/** Those of migrations/0015_fullness.sql for a practice. */
const thresholds = [
  ...([0.2, 0.1, 0] as const).map((value, n) =>
    at('free_share', (['yellow', 'orange', 'red'] as const)[n] ?? 'red', value),
  ),
  ...([1, 3, 6, 12] as const).map((value, n) =>
    at('late', (['yellow', 'orange', 'red', 'black'] as const)[n] ?? 'black', value),
  ),
  ...([2, 5, 10, 20] as const).map((value, n) =>
    at('unmet', (['yellow', 'orange', 'red', 'black'] as const)[n] ?? 'black', value),
  ),
  ...([1, 3] as const).map((value, n) => at('flags', (['red', 'black'] as const)[n] ?? 'black', value)),
];

rules(
  'The level of a practice',
  {
    source,
    note: 'The worst level any measure reaches; green where none does. “–” means no session is left that day.',
  },
  {
    cases: [
      { 'free of places to come': 0.5, late: 0, 'not met': 0, 'red flags': 0, level: 'green' },
      { 'free of places to come': 0.2, late: 0, 'not met': 0, 'red flags': 0, level: 'yellow' },
      { 'free of places to come': 0.1, late: 0, 'not met': 0, 'red flags': 0, level: 'orange' },
      { 'free of places to come': 0, late: 0, 'not met': 0, 'red flags': 0, level: 'red' },
      { 'free of places to come': 0.5, late: 3, 'not met': 0, 'red flags': 0, level: 'orange' },
      { 'free of places to come': 0.5, late: 0, 'not met': 20, 'red flags': 0, level: 'black' },
      { 'free of places to come': 0.5, late: 0, 'not met': 0, 'red flags': 1, level: 'red' },
      { 'free of places to come': 0, late: 12, 'not met': 0, 'red flags': 0, level: 'black' },
      { 'free of places to come': '–', late: 0, 'not met': 0, 'red flags': 0, level: 'closed' },
      { 'free of places to come': '–', late: 1, 'not met': 0, 'red flags': 0, level: 'yellow' },
    ],
    check: (worked) => {
      const free = worked['free of places to come'];
      const measured = {
        free_share: typeof free === 'number' ? free : null,
        late: worked.late,
        unmet: worked['not met'],
        flags: worked['red flags'],
      };
      assert.equal(levelOf(thresholds, 'practice', measured).level, worked.level);
    },
  },
);
