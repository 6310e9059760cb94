import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hubMoveOf } from './arrange-preview.ts';

const hubs = [
  { id: 'n', name: 'North' },
  { id: 's', name: 'South' },
];
const member = (code: string, list: number | null, hubId: string | null) => ({
  code,
  name: `Practice ${code}`,
  list,
  hubId,
});
const holder = (personName: string, hubId: string) => ({
  ...{ personId: personName, personName, role: 'navigator', practiceId: null, hubId, placeName: '' },
});
const practices = [
  member('A', 20_000, 'n'),
  member('B', 15_000, 'n'),
  member('C', 31_000, 's'),
  member('D', null, null),
];

test('a move says both hubs’ sizes before and after, and who stops and begins to see the practice', () => {
  const move = hubMoveOf({
    ...{ practice: member('A', 20_000, 'n'), practices, hubs, toHubId: 's', planned: [] },
    holders: [holder('Priya', 'n'), holder('Omar', 's'), holder('Ada', 'n'), holder('Ada', 's')],
  });
  assert.deepEqual(move.changes, [
    { what: 'Practice A', before: 'North', after: 'South' },
    {
      what: 'North',
      before: '2 practices, 35,000 patients (within 30,000 to 50,000)',
      after: '1 practice, 15,000 patients (smaller than 30,000)',
    },
    {
      what: 'South',
      before: '1 practice, 31,000 patients (within 30,000 to 50,000)',
      after: '2 practices, 51,000 patients (larger than 50,000)',
    },
  ]);
  assert.deepEqual([move.stop, move.begin], [['Priya'], ['Omar']]);
});

test('a practice from no hub, with a list nobody knows, makes the hub’s size not known', () => {
  const move = hubMoveOf({
    practice: member('D', null, null),
    practices,
    hubs,
    toHubId: 's',
    holders: [],
    planned: [],
  });
  assert.deepEqual(
    move.changes.map(({ before, after }) => [before, after]),
    [
      ['in no hub', 'South'],
      ['1 practice, 31,000 patients (within 30,000 to 50,000)', '2 practices, patients not known'],
    ],
  );
});
