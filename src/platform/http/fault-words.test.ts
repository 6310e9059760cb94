import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sayFaults } from './fault-words.ts';

const cases: readonly [Parameters<typeof sayFaults>[0][number], string | null, string][] = [
  [
    { instancePath: '/name', keyword: 'maxLength', params: { limit: 200 } },
    'name',
    'Name must be 200 characters or fewer',
  ],
  [{ instancePath: '', keyword: 'required', params: { missingProperty: 'role' } }, 'role', 'Enter role'],
  [
    { instancePath: '/from-day', keyword: 'maxLength', params: { limit: 10 } },
    'from-day',
    'The day of “from” must be 10 characters or fewer',
  ],
  [
    { instancePath: '/sort', keyword: 'enum', params: { allowedValues: ['a'] } },
    'sort',
    'Choose one of the answers offered for sort',
  ],
  [{ instancePath: '/page', keyword: 'type', params: { type: 'integer' } }, 'page', 'Page must be a number'],
  [{ instancePath: '/share', keyword: 'maximum', params: { limit: 1 } }, 'share', 'Share must be 1 or less'],
  [
    { instancePath: '/words', keyword: 'pattern', params: { pattern: '^x$' } },
    'words',
    'Words is not written as it should be: enter it again',
  ],
  [
    { instancePath: '', keyword: 'type', params: { type: 'object' } },
    null,
    'Something in the form was not as it should be',
  ],
];

for (const [fault, field, text] of cases)
  test(`a ${fault.keyword ?? ''} of ${fault.instancePath || 'the whole'} is said in plain words`, () => {
    assert.deepEqual(sayFaults([fault]), [{ field, text }]);
  });

test('a field that says itself what it must be is believed, and says one thing at a time', () => {
  const faults = [
    { instancePath: '/from', keyword: 'pattern', params: {} },
    { instancePath: '/from', keyword: 'anyOf', params: {} },
  ];
  assert.deepEqual(sayFaults(faults, { from: { description: 'a day, like 2026-12-19' } }), [
    { field: 'from', text: 'From must be a day, like 2026-12-19' },
  ]);
});
