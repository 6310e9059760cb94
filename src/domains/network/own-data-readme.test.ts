import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readmeOf } from './own-data-readme.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const taken = {
  practice: 'Elm Street Surgery',
  code: 'Z10001',
  by: 'Wendy Hart',
  at: Temporal.Instant.from('2026-07-01T23:30:00Z'),
};

test('the README says what each file holds, for which days and how many rows, in London time', () => {
  const text = readmeOf(
    [
      { schema: 'access', name: 'booking', rows: 1200, from: day('2026-01-05'), to: day('2026-07-09') },
      { schema: 'patients', name: 'patient', rows: 1, from: day('2000-01-01'), to: day('2000-01-01') },
      { schema: 'network', name: 'contract', rows: 0, from: null, to: null },
      { schema: 'finance', name: 'late_claim', rows: 2, from: null, to: null },
    ],
    taken,
  );
  assert.match(text, /Taken by Wendy Hart on 2 July 2026 at 00:30 \(UK time\): 1,203 rows in 4 tables/);
  assert.match(text, /csv\/access-booking\.csv\r\n {2}Bookings\. Appointments of our patients/);
  assert.match(text, /Rows: 1,200\. Period: 5 January 2026 to 9 July 2026\./);
  assert.match(text, /Rows: 1\. Period: 1 January 2000\./);
  assert.match(text, /Contracts\. .*\r\n {2}Rows: 0\. Period: nothing yet\./);
  assert.match(text, /Finance: late claim\. Rows of ours in the table finance\.late_claim\.\r\n.*as it stood/);
  assert.match(text, /begins with = \+ - @, a tab or a new line stands after an apostrophe/);
});
