import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkOf } from './check.ts';
import { screen } from './red-flag.ts';

describe('Measuring the screening', () => {
  test('Sensitivity counts red texts alone, false alarms the others, and a text without a label neither', () => {
    const check = checkOf(
      [
        { line: 2, text: 'crushing chest pain', label: 'red', kind: 'chest-pain' },
        { line: 3, text: 'zzz', label: 'red', kind: 'stroke' },
        { line: 4, text: 'no chest pain', label: 'no', kind: 'negated' },
        { line: 5, text: 'verruca', label: 'no', kind: 'minor' },
        { line: 6, text: 'his face has drooped' },
      ],
      (text) => screen(text),
    );
    assert.deepEqual([check.sensitivity, check.falseAlarmRate], [0.5, 0.5]);
    assert.deepEqual(
      check.lines.map(({ flag, category }) => [flag, category]),
      [
        [true, 'chest-pain'],
        [false, null],
        [true, 'chest-pain'],
        [false, null],
        [true, 'stroke'],
      ],
    );
    assert.deepEqual(
      [check.counts.found, check.counts.missed, check.counts.falseAlarms, check.counts.quiet, check.counts.unlabelled],
      [1, 1, 1, 1, 1],
    );
    assert.equal(check.counts.denied, 1);
    assert.deepEqual(check.byKind[0], { label: 'red', kind: 'chest-pain', lines: 1, flagged: 1, placed: 1 });
    assert.deepEqual(check.falseAlarmsBy, [{ category: 'chest-pain', basis: 'wording', lines: 1 }]);
  });

  test('Without labels there are findings and no measures', () => {
    const check = checkOf([{ line: 2, text: 'chest pain' }], (text) => screen(text));
    assert.deepEqual([check.sensitivity, check.falseAlarmRateInterval, check.counts.flagged], [null, null, 1]);
  });

  test('A line is given its gravest category: said plainly before denied, an ambulance before the duty clinician', () => {
    const [line] = checkOf(
      [{ line: 2, text: 'No chest pain. One testicle is sore. He had a fit just now.' }],
      screen,
    ).lines;
    assert.equal(line?.category, 'seizure');
    assert.ok(line.categories.includes('testicular-pain'));
    assert.equal(line.softened, false);
  });
});
