import assert from 'node:assert/strict';
import { test } from 'node:test';
import { financialYear, periodWords } from './edition.ts';
import { periodInName } from './period-in-name.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

test('periods are said as people say them', () => {
  const said: [string, string, string][] = [
    ['2025-05-01', '2025-05-02', '1 May 2025'],
    ['2025-04-01', '2025-05-01', 'April 2025'],
    ['2024-04-01', '2025-04-01', '2024/25'],
    ['2025-01-01', '2026-01-01', '2025'],
    ['2020-09-01', '2021-09-01', 'Sep 2020 to Aug 2021'],
    ['2025-05-03', '2025-06-10', '3 May 2025 to 9 June 2025'],
  ];
  for (const [from, to, words] of said) assert.equal(periodWords({ from: day(from), to: day(to) }), words);
  assert.equal(periodWords(financialYear(2023)), '2022/23');
});

test('a file’s month is read from its name, else from the nearest of two folders', () => {
  const named: [string, string | null][] = [
    ['gpad-mapping-2025-08.csv', '2025-08-01'],
    ['Practice_Level_Crosstab_Aug_25/Mapping.csv', '2025-08-01'],
    ['August 2025/csv/Mapping.csv', '2025-08-01'],
    ['2024-01/Mapping-Sep-2025.csv', '2025-09-01'],
    ['2024-01/a/b/Mapping.csv', null],
    ['Mapping.csv', null],
    ['room-202513.csv', null],
  ];
  for (const [path, month] of named) assert.equal(periodInName(path)?.from.toString() ?? null, month, path);
});
