import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FileReport } from './collect.ts';
import { fewerWords } from './fewer.ts';
import { importText } from './report.ts';

const report = (changes: Partial<FileReport>): FileReport => ({
  file: 'list.csv',
  kind: 'patients-registered',
  outcome: 'imported',
  reason: null,
  edition: null,
  period: { from: '2025-05-01', to: '2025-05-01', words: '1 May 2025' },
  rows: 3,
  kept: 3,
  rejectedRows: 0,
  rejected: [],
  problems: 0,
  rejectedFile: null,
  leftOut: {},
  practices: null,
  warning: null,
  supersedes: [],
  ...changes,
});

test('a person reads what became of each file, why, and what was left out', () => {
  const text = importText([
    report({ leftOut: { 'by sex or age, not a total': 1200 }, supersedes: ['x'] }),
    report({
      file: 'notes.md',
      kind: null,
      outcome: 'unknown',
      reason: 'its heading is of no kind that is known',
      period: null,
      rows: 0,
    }),
  ]);
  assert.match(text, /imported +list\.csv \(patients-registered, 1 May 2025\): 3 of 3 rows kept/);
  assert.match(text, /1,200 left out, by sex or age, not a total/);
  assert.match(text, /takes the place of 1 older edition/);
  assert.match(text, /passed over +notes\.md\n {2}its heading is of no kind that is known/);
  assert.match(text, /2 files: 1 imported, 1 passed over\.$/);
});

test('each wrong row is printed by line, column, value and reason, up to twenty, and the rest are counted', () => {
  const rejected = Array.from({ length: 30 }, (_, n) => ({
    line: n + 2,
    column: 'CODE',
    value: 'A1',
    reason: 'is wrong',
  }));
  const text = importText([report({ outcome: 'rejected', rejected, rejectedRows: 500, problems: 500, kept: 0 })]);
  assert.match(text, /line 2, CODE: "A1" is wrong/);
  assert.match(text, /line 21, CODE/);
  assert.doesNotMatch(text, /line 22, CODE/);
  assert.match(text, /500 rows are wrong in all: to see every one, add --rejected FILE\.csv, or --json/);
});

test('an edition of far fewer practices is warned of below its line and in the sum at the end', () => {
  const fewer = { edition: 'E', file: 'old.csv', period: '1 May 2025', here: 3, there: 35, replaced: true };
  const text = importText([report({ practices: 3, warning: { ...fewer, words: fewerWords(fewer) } })]);
  assert.match(text, /: 3 of 3 rows kept, 3 practices/);
  assert.match(text, /WARNING: it covers only 3 practices where old\.csv .* published restore E\./);
  assert.match(text, /1 with far fewer practices than before: see the warnings above\.$/);
});
