import assert from 'node:assert/strict';
import { test } from 'node:test';
import { practiceName } from './practice-name.ts';

for (const [published, written] of [
  ['THE DENSHAM SURGERY', 'The Densham Surgery'],
  ['HOLBROOK AND SHOTLEY PRACTICE', 'Holbrook and Shotley Practice'],
  ["ST. MARY'S SURGERY", "St. Mary's Surgery"],
  ['MCKENZIE HOUSE SURGERY', 'McKenzie House Surgery'],
  ['DRS LAMBERT & NG', 'Drs Lambert & Ng'],
  ['DR THORNILEY-WALKER & PARTNERS', 'Dr Thorniley-Walker & Partners'],
  ['KINGSTON HEALTH (HULL)', 'Kingston Health (Hull)'],
  ["O'CONNELL STREET  NHS CENTRE", "O'Connell Street NHS Centre"],
  ['STOCKTON PCN', 'Stockton PCN'],
  ['Elm Street Surgery', 'Elm Street Surgery'],
] as const) {
  test(`${published} is written ${written}`, () => assert.equal(practiceName(published), written));
}
