import assert from 'node:assert/strict';
import { rules } from '../../../test/support/rules.ts';
import { fairness, medianDays, type AccessCount } from './fairness.ts';
import { promiseWords, waitWords } from './web/fairness-words.ts';

rules(
  'Median days to the appointment',
  {
    source:
      'NHS England, Appointments in General Practice, counts from booking to appointment in whole days; the median as in any textbook',
    note: 'Each wait is the number of London days from the request to the appointment that stands; 0 is the same day.',
  },
  {
    cases: [
      { waits: [], median: null },
      { waits: [0], median: 0 },
      { waits: [0, 0, 7], median: 0 },
      { waits: [0, 1, 2, 9], median: 1.5 },
      { waits: [14, 0, 3], median: 3 },
      { waits: [5, 5, 5, 6], median: 5 },
    ],
    check: ({ waits, median }) => {
      const counted = [...Map.groupBy(waits, (days) => days)].map(([days, all]) => ({ days, visits: all.length }));
      assert.equal(medianDays(counted), median);
    },
  },
);

const count = (value: string, answered: number, inTime: number): AccessCount => ({
  ...{ dimension: 'language', value, answered, inTime, patients: answered },
  ...{ waited: answered, waitingPatients: answered, waits: [{ days: 2, visits: answered }] },
});

rules(
  'Answered within their time, by language',
  {
    source:
      'Choice of this product (fewer than 10 hidden); NHS England’s disclosure control for Hospital Episode Statistics (counts rounded to 5)',
    note: 'Requests counted, and what is shown for English, another language and not known.',
  },
  {
    cases: [
      {
        case: 'enough of each',
        counted: { English: [203, 180], other: [41, 33], 'not known': [12, 12] },
        shown: ['89% of 205', '80% of 40', '100% of 10'],
      },
      {
        case: 'one too small takes the next smallest with it',
        counted: { English: [203, 180], other: [41, 33], 'not known': [4, 4] },
        shown: ['89% of 205', 'too few to show', 'too few to show'],
      },
      {
        case: 'all is said of all alone',
        counted: { English: [999, 998], other: [400, 1], 'not known': [12, 0] },
        shown: ['99% of 1000', '1% of 400', '0% of 10'],
      },
      {
        case: 'none is said',
        counted: { English: [203, 180], other: [41, 33], 'not known': [0, 0] },
        shown: ['89% of 205', '80% of 40', 'none'],
      },
    ],
    check: ({ counted, shown }) => {
      const counts = [
        count('english', ...(counted.English as [number, number])),
        count('other', ...(counted.other as [number, number])),
        count('not-known', ...(counted['not known'] as [number, number])),
      ];
      const [section] = fairness(counts, { least: 10, roundedTo: 5 }).sections.filter(
        ({ name }) => name === 'Language',
      );
      const said = section?.rows.map((row) => {
        const words = promiseWords(row);
        return row.promise.state === 'shown' ? `${words} of ${row.promise.requests}` : words;
      });
      assert.deepEqual(said, shown);
      for (const row of section?.rows ?? [])
        assert.equal(waitWords(row), row.promise.state === 'shown' ? '2 days' : promiseWords(row));
    },
  },
);
