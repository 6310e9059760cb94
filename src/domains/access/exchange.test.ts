import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exchangeDays, exchangeOf } from './exchange.ts';

const days = exchangeDays(Temporal.PlainDate.from('2026-03-30'));
const row = {
  practiceName: 'Mill Lane',
  hubName: null,
  given: { week: 1, four: 1200 },
  received: { week: 0, four: 4 },
};

test('a week runs from Monday to Sunday, whatever the clocks do, and the four before it are whole', () => {
  const text = Object.fromEntries(
    Object.entries(days).map(([name, day]) => [name, (day as Temporal.PlainDate).toString()]),
  );
  assert.deepEqual(text, { monday: '2026-03-30', sunday: '2026-04-05', fourFrom: '2026-03-02', fourTo: '2026-03-29' });
  assert.equal(exchangeDays(Temporal.PlainDate.from('2026-03-29')).monday.toString(), '2026-03-23');
});

test('places given and received are said in sentences, none and one as words say them', () => {
  const { says, table, bars, note, elsewhere } = exchangeOf([row], days);
  assert.deepEqual(says, [
    'This week (30 Mar to 5 Apr) our patients have no appointment elsewhere, and patients of other practices have 1 appointment with us.',
    'In the four weeks before (2 Mar to 29 Mar) our patients had 4 appointments elsewhere, and patients of other practices had 1,200 appointments with us.',
    'In these five weeks we gave 1,197 more than we received.',
  ]);
  assert.deepEqual(table?.rows, [['Mill Lane', null, 0, 1, 4, 1200]]);
  assert.deepEqual(
    bars.map(({ value }) => value),
    [0, 1],
  );
  assert.equal(note, 'Appointments between us and other practices this week, 30 Mar to 5 Apr');
  assert.match(elsewhere?.says ?? '', /places our clinicians put on at the hub, booked or not/);
  assert.equal(elsewhere?.href, '/hub-places');
});

test('where nothing has passed it says so, without a table or bars of nothing', () => {
  const { says, table, bars } = exchangeOf([], days);
  assert.match(says.join(), /^From 2 Mar to 5 Apr no patient of ours has an appointment elsewhere/);
  assert.deepEqual([table, bars], [null, []]);
});
