import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { guessMapping, mappingFaults, readBookRow, type BookMapping } from './mapping.ts';

const heading = [
  'Slot ID',
  'Session Holder',
  'Appointment Date',
  'Start Time',
  'Duration',
  'Slot Status',
  'Slot Type',
  'Patient Name',
];
const rows = [
  ['1', 'SMITH, Jane (Dr)', '26/10/2026', '09:00', '10', 'Booked', 'Routine', 'A PATIENT'],
  ['2', 'SMITH, Jane (Dr)', '26/10/2026', '09:10', '10', 'Available', 'Admin', ''],
];
const mapping: BookMapping = { ...guessMapping(heading, rows), noContact: ['admin'] };
const read = (change: Record<string, string>) => {
  const cells = new Map(heading.map((name, at) => [name, rows[0]?.[at] ?? '']));
  return readBookRow(mapping, (column) => change[column] ?? cells.get(column));
};
const reason = (change: Record<string, string>): string => {
  const row = read(change);
  return row.ok ? 'read' : `${row.error.column} ${row.error.reason}`;
};

describe('An export of another system', () => {
  test('has its columns guessed from the heading, and its words from the example; never a patient', () => {
    assert.deepEqual(mapping.columns, {
      ...{ key: 'Slot ID', clinician: 'Session Holder', date: 'Appointment Date', time: 'Start Time' },
      ...{ minutes: 'Duration', state: 'Slot Status', type: 'Slot Type' },
    });
    assert.deepEqual(mapping.states, { booked: 'booked', available: 'free' });
    assert.deepEqual(mappingFaults(mapping, heading), []);
  });

  test('has its rows read in London time', () => {
    const row = read({});
    assert.ok(row.ok);
    assert.deepEqual(
      [String(row.value.startsAt), row.value.state, row.value.contact],
      ['2026-10-26T09:00:00Z', 'booked', true],
    );
    const summer = read({ 'Appointment Date': '23/10/2026' });
    assert.ok(summer.ok && String(summer.value.startsAt) === '2026-10-23T08:00:00Z');
    const named = read({ 'Appointment Date': '26-Oct-2026', 'Slot Type': 'ADMIN' });
    assert.ok(named.ok && !named.value.contact);
  });

  test('has each row that cannot be read refused by its column and why, never by what stood there', () => {
    assert.equal(reason({ 'Appointment Date': '31/02/2026' }), 'Appointment Date is no date of the kind chosen');
    assert.equal(reason({ 'Start Time': '25:00' }), 'Start Time has no time like 09:30');
    assert.equal(
      reason({ 'Appointment Date': '25/10/2026', 'Start Time': '01:30' }),
      'Start Time is in the hour in which the clocks change',
    );
    assert.equal(reason({ Duration: '-10' }), 'Duration gives no length from 1 minute to 12 hours');
    assert.equal(reason({ 'Slot Status': 'Zonked' }), 'Slot Status has a word nobody has said the meaning of');
    assert.equal(reason({ 'Session Holder': '' }), 'Session Holder is empty');
    assert.equal(reason({ 'Session Holder': 'x'.repeat(300) }), 'Session Holder is longer than 200 characters');
    assert.equal(reason({ 'Session Holder': 'Dr\u0000' }), 'Session Holder has characters that are no text');
  });

  test('is refused where what it needs is not said, or a column is not there or is two things', () => {
    const faults = (columns: BookMapping['columns']) => mappingFaults({ ...mapping, columns }, heading).length;
    assert.equal(faults({}), 4);
    assert.equal(faults({ ...mapping.columns, mode: 'Nowhere' }), 1);
    assert.equal(faults({ ...mapping.columns, mode: 'Slot Type' }), 1);
  });

  test('of a file made elsewhere has the order of its dates guessed', () => {
    assert.equal(guessMapping(['Date'], [['2026-10-26']]).dates, 'ymd');
    assert.equal(guessMapping(['Date'], [['10/26/2026']]).dates, 'mdy');
    assert.equal(guessMapping(['Date'], [['01/02/2026']]).dates, 'dmy');
  });
});
