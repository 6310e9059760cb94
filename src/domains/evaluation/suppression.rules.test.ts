import assert from 'node:assert/strict';
import { rules } from '../../../test/support/rules.ts';
import { tooFew } from './suppression.ts';

rules(
  'Too few to show',
  {
    source:
      'Choice of this product (10); NHS England’s disclosure control for Hospital Episode Statistics hides 1 to 7 and rounds to 5',
    note: 'Cells of fewer than ten are hidden. Where a total is shown beside them, two or more are hidden that hold ten or more together, so that none can be worked out.',
  },
  {
    cases: [
      { case: 'nothing small', cells: [10, 40, 12], 'total shown': true, hidden: [] },
      { case: 'none at all is no secret', cells: [0, 40, 12], 'total shown': true, hidden: [] },
      {
        case: 'one small cell takes the next smallest with it',
        cells: [9, 40, 12],
        'total shown': true,
        hidden: [9, 12],
      },
      { case: 'without a total it stands alone', cells: [9, 40, 12], 'total shown': false, hidden: [9] },
      {
        case: 'two that are small together take a third',
        cells: [2, 3, 40, 12],
        'total shown': true,
        hidden: [2, 3, 12],
      },
      { case: 'two that are enough together', cells: [6, 5, 40, 12], 'total shown': true, hidden: [6, 5] },
      { case: 'an only cell that is small', cells: [4], 'total shown': true, hidden: [4] },
      { case: 'beside nothing but none', cells: [4, 0], 'total shown': true, hidden: [4] },
      { case: 'a cell as large as the limit', cells: [10, 9, 8], 'total shown': true, hidden: [9, 8] },
    ],
    check: ({ cells, 'total shown': total, hidden }) => {
      const few = tooFew(cells, 10, { total });
      assert.deepEqual(
        cells.filter((_, at) => few[at]),
        hidden,
      );
    },
  },
);
