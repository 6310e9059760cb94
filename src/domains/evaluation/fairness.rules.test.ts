import assert from 'node:assert/strict';
import { rules } from '../../../test/support/rules.ts';
import { fairness, medianDays, type AccessCount } from './fairness.ts';
import { noteOn, promiseWords, waitWords } from './web/fairness-words.ts';

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
      const [section] = fairness(counts, { least: 10, roundedTo: 5, scored: false }).sections.filter(
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

rules(
  'Answered within their time, by deprivation of the practice',
  {
    source:
      'OHID, Fingertips indicator 93553 (the practice’s score from the English Indices of Deprivation, not the patient’s own); fewer than 10 hidden and rounding to 5 as by language',
    note: 'Requests counted by the national fifth of their practice (1 is the most deprived) and of practices without a score. Where no scores are imported nothing is counted so, and the page says that it is not known.',
  },
  {
    cases: [
      {
        case: 'enough of each',
        scores: 'imported',
        counted: { 1: [60, 45], 2: [40, 36], 3: [20, 19], 4: [15, 15], 5: [100, 96], 'not known': [10, 5] },
        shown: ['75% of 60', '90% of 40', '95% of 20', '100% of 15', '96% of 100', '50% of 10'],
      },
      {
        case: 'a fifth with no practice of ours is none, which is not nought per cent',
        scores: 'imported',
        counted: { 1: [60, 45], 2: [40, 36] },
        shown: ['75% of 60', '90% of 40', 'none', 'none', 'none', 'none'],
      },
      {
        case: 'a small fifth takes the next smallest with it',
        scores: 'imported',
        counted: { 1: [60, 45], 3: [9, 9], 5: [12, 12], 'not known': [30, 15] },
        shown: ['75% of 60', 'none', 'too few to show', 'none', 'too few to show', '50% of 30'],
      },
      {
        case: 'practices without a score are their own row',
        scores: 'imported',
        counted: { 'not known': [30, 15] },
        shown: ['none', 'none', 'none', 'none', 'none', '50% of 30'],
      },
      { case: 'no scores are imported', scores: 'none', counted: { 'not known': [30, 15] }, shown: [] },
    ],
    check: ({ scores, counted, shown }) => {
      const counts = Object.entries<number[]>(counted).map(([fifth, [answered = 0, inTime = 0]]) => ({
        ...count(fifth.replace(' ', '-'), answered, inTime),
        dimension: 'deprivation',
      }));
      const { sections } = fairness(counts, { least: 10, roundedTo: 5, scored: scores === 'imported' });
      const rows = sections.find(({ name }) => name === 'Deprivation of the practice')?.rows ?? [];
      const said = rows.map((row) =>
        row.promise.state === 'shown' ? `${promiseWords(row)} of ${row.promise.requests}` : promiseWords(row),
      );
      assert.deepEqual(said, shown);
    },
  },
);

rules(
  'How many practices have a deprivation score',
  {
    source: 'Choice of this product: a figure says what it covers',
    note: 'What stands above the fifths, after whose score it is.',
  },
  {
    cases: [
      { practices: 12, covered: 12, said: 'All 12 practices have a score.' },
      {
        practices: 12,
        covered: 9,
        said: '9 of 12 practices have a score; requests to the others are under Not known.',
      },
      { practices: 12, covered: 1, said: '1 of 12 practices has a score; requests to the others are under Not known.' },
      { practices: 12, covered: 0, said: 'None of the 12 practices has a score.' },
      { practices: 1, covered: 1, said: 'The practice has a score.' },
      { practices: 1, covered: 0, said: 'The practice has no score.' },
    ],
    check: ({ practices, covered, said }) =>
      assert.equal(
        noteOn({ indices: 2019, covered }, practices),
        `National fifth by the practice’s own score of 2019, not the patient’s. ${said}`,
      ),
  },
);
