import assert from 'node:assert/strict';
import { rules } from '../../../test/support/rules.ts';
import { screening, type ScreeningCount } from './screening.ts';
import { rateWords } from './web/screening-words.ts';

const all = (count: Partial<ScreeningCount>): ScreeningCount => ({
  ...{ dimension: 'all', value: 'all', flagged: 0, flaggedYes: 0, flaggedNo: 0 },
  ...{ quiet: 0, sampleYes: 0, sampleNo: 0, said: 0, ...count },
});

rules(
  'Dangers found and false alarms, by what clinicians judged',
  {
    source:
      'Begg and Greenes 1983, Biometrics 39:207 (weighting what was verified); Wilson 1927 for each share, both at 97.5% so that they hold together at 95% (Bonferroni)',
    note: 'Flagged, of those judged danger and none; quiet, of those drawn danger and none; then sensitivity and false alarms of all.',
  },
  {
    cases: [
      // 50 of 60 flags were dangers, so 100 of 120; 1 of 100 drawn was, so 50 of 5,000: 100 of 150 were found.
      {
        case: 'weighted',
        judged: [120, 50, 10, 5000, 1, 99],
        found: '66.7%',
        alarms: '0.4%',
        range: '20.5% to 93.8%',
      },
      {
        case: 'none missed in the sample',
        judged: [120, 50, 10, 5000, 0, 100],
        found: '100.0%',
        alarms: '0.4%',
        range: '26.0% to 100.0%',
      },
      {
        case: 'all judged',
        judged: [20, 10, 10, 20, 10, 10],
        found: '50.0%',
        alarms: '50.0%',
        range: '27.6% to 72.4%',
      },
      { case: 'no danger at all', judged: [20, 0, 10, 20, 0, 10], found: 'none yet', alarms: '50.0%', range: '' },
      {
        case: 'too few flags',
        judged: [20, 5, 4, 500, 0, 100],
        found: 'too few judged',
        alarms: 'too few judged',
        range: '',
      },
      {
        case: 'too few drawn',
        judged: [20, 10, 10, 500, 0, 9],
        found: 'too few judged',
        alarms: 'too few judged',
        range: '',
      },
      { case: 'nobody drawn', judged: [20, 10, 10, 500, 0, 0], found: 'none yet', alarms: 'none yet', range: '' },
    ],
    check: ({ judged, found, alarms, range }) => {
      const [flagged = 0, flaggedYes = 0, flaggedNo = 0, quiet = 0, sampleYes = 0, sampleNo = 0] = judged;
      const row = screening([all({ flagged, flaggedYes, flaggedNo, quiet, sampleYes, sampleNo })], 10).all;
      const said = rateWords(row.sensitivity);
      assert.deepEqual([said.value, rateWords(row.falseAlarms).value, said.range], [found, alarms, range]);
    },
  },
);
