import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actsOf, pageOfActs } from './audit-acts.ts';
import { readInWords, whatOf, type Said } from './audit-words.ts';
import { columnWords, rowWords } from './row-words.ts';

const read: Said = {
  ...{ kind: 'read', action: 'see-queue', class: 'visit', subject: 'visit', subjectId: 'one' },
  ...{ personName: 'Ada Lowe', roleName: 'Navigator', purpose: '', detail: null },
};

test('a look at one record says how it was seen, and one at a list which list it was and how many stood on it', () => {
  const two = { ...read, subjectId: 'two' };
  const patient: Said = { ...read, class: 'patient', subject: 'patient', subjectId: 'ada' };
  const on = (action: string, ...reads: Said[]) => readInWords(reads.map((one) => ({ ...one, action })));
  assert.equal(whatOf(read), 'saw one request or booking in the queue of requests');
  assert.equal(on('see-queue', read, two, two), 'looked at the queue of requests (2 requests)');
  assert.equal(on('see-request', read), 'opened the request');
  assert.equal(on('see-request', read, patient), 'opened the request');
  assert.equal(on('see-my-day', patient), 'saw one patient’s details on the list of visits');
  assert.equal(
    on('see-my-day', patient, { ...patient, subjectId: 'ben' }),
    'looked at the list of visits (2 patients)',
  );
  assert.equal(on('see-queue', read, two, patient), 'looked at the queue of requests (2 requests and 1 patient)');
  assert.equal(on('something-new', patient), 'read one patient’s details');
  assert.equal(on('something-new', patient, read), 'read 1 patient and 1 request or visit');
});

test('a change says in words what was changed, known or not', () => {
  const changed = (subject: string, fields: object) =>
    whatOf({ ...read, kind: 'change', subject, detail: { from: fields, to: fields } });
  assert.equal(
    changed('access.request update', { status: 1, taken_by: 1, taken_at: 1, usual_gp_id: 1, nhs_number: 1 }),
    'request changed: status, by whom taken, when taken, usual GP, NHS number',
  );
  assert.equal(rowWords('access.red_flag'), 'red flag');
  assert.equal(rowWords('care.some_new_thing'), 'some new thing');
  for (const column of ['some_new_at', 'some_new_on', 'some_new_by', 'some_new_id', 'some_new'])
    assert.doesNotMatch(columnWords(column), /_/);
});

test('rows are one act where one look read them, and none is lost at the end of a page', () => {
  const row = (id: number, tx: number, kind: 'read' | 'change' = 'read') => ({ id, tx, kind, action: 'see-queue' });
  // Newest first, two looks between each other, and two changes of one transaction.
  const rows = [row(9, 3), row(8, 2), row(7, 3), row(6, 2), row(5, 1, 'change'), row(4, 1, 'change')];
  const ids = (acts: readonly (readonly { id: number }[])[]) => acts.map((act) => act.map(({ id }) => id));
  assert.deepEqual(ids(actsOf(rows)), [[9, 7], [8, 6], [5], [4]]);
  assert.deepEqual(pageOfActs(rows, { size: 4, limit: 6 }).before, null);
  const seen = new Set<number>();
  for (let before: number | null = 10; before !== null;) {
    const under: number = before;
    const older = rows.filter(({ id }) => id < under).slice(0, 5);
    const page = pageOfActs(older, { size: 2, limit: 4 });
    for (const act of page.acts) for (const { id } of act) seen.add(id);
    assert.ok(page.before === null || page.before < under);
    ({ before } = page);
  }
  assert.deepEqual([...seen].sort(), [4, 5, 6, 7, 8, 9]);
});
