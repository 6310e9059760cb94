import assert from 'node:assert/strict';
import { rules } from '../../../test/support/rules.ts';
import { decideJoin, decideLeave, decideUndo, inForce, standing, type Agreement } from './agreement.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day('2026-11-21');

const agreement = (joinedFrom: string, leftFrom: string | null = null): Agreement => ({
  id: `from ${joinedFrom}`,
  practiceId: 'D83001',
  service: 'hub_booking',
  joinedFrom: day(joinedFrom),
  leftFrom: leftFrom === null ? null : day(leftFrom),
  noticeGivenOn: null,
  jointAgreement: null,
});

/** "joined 2026-04-01, left 2026-11-21" as a list of agreements. */
function read(text: string): Agreement[] {
  return [...text.matchAll(/joined ([\d-]+)(?:, left ([\d-]+))?/g)].map(([, from, to]) => agreement(from ?? '', to));
}

rules(
  'An agreement opens a practice’s rows from the day it joins until the day before it leaves',
  { source: 'Design of Superpractice, "Access follows agreements", decided as of today' },
  {
    cases: [
      { 'joined from': '2026-11-21', 'left from': null, on: '2026-11-21', 'in force': true },
      { 'joined from': '2026-11-22', 'left from': null, on: '2026-11-21', 'in force': false },
      { 'joined from': '2026-04-01', 'left from': '2026-11-21', on: '2026-11-20', 'in force': true },
      { 'joined from': '2026-04-01', 'left from': '2026-11-21', on: '2026-11-21', 'in force': false },
    ],
    check: (worked) => {
      const made = agreement(worked['joined from'], worked['left from']);
      assert.equal(inForce(made, day(worked.on)), worked['in force']);
    },
  },
);

rules(
  'A practice joins a service once, from today at the earliest',
  { source: 'Design of Superpractice, agreements', note: 'Today is 21 November 2026.' },
  {
    cases: [
      { stands: 'never joined', from: '2026-11-21', answer: 'joins' },
      { stands: 'never joined', from: '2026-11-20', answer: 'date-passed' },
      { stands: 'joined 2026-04-01', from: '2026-12-01', answer: 'already-joined' },
      { stands: 'joined 2026-12-01', from: '2026-12-24', answer: 'already-joined' },
      { stands: 'joined 2026-04-01, left 2026-11-21', from: '2026-11-21', answer: 'joins' },
      { stands: 'joined 2026-04-01, left 2026-12-19', from: '2026-12-01', answer: 'already-joined' },
      { stands: 'joined 2026-04-01, left 2026-12-19', from: '2026-12-19', answer: 'joins' },
    ],
    check: ({ stands, from, answer }) => {
      const decided = decideJoin({ standing: standing(read(stands), today), today, from: day(from) });
      assert.equal(decided.ok ? 'joins' : decided.error.kind, answer);
    },
  },
);

rules(
  'A practice leaves with the notice of the service, or earlier when both sides have agreed and it is written down',
  { source: 'Design of Superpractice, agreements', note: 'Today is 21 November 2026, the notice is 28 days.' },
  {
    cases: [
      { stands: 'joined 2026-04-01', from: '2026-12-19', agreed: null, answer: 'leaves' },
      { stands: 'joined 2026-04-01', from: '2026-12-18', agreed: null, answer: 'short-notice' },
      { stands: 'joined 2026-04-01', from: '2026-12-18', agreed: '  ', answer: 'short-notice' },
      { stands: 'joined 2026-04-01', from: '2026-11-21', agreed: 'Board and partners, 20 November', answer: 'leaves' },
      { stands: 'joined 2026-04-01', from: '2026-11-20', agreed: 'Board', answer: 'date-passed' },
      { stands: 'joined 2026-04-01, left 2026-12-30', from: '2026-12-19', agreed: null, answer: 'already-leaving' },
      { stands: 'joined 2027-02-01', from: '2027-01-15', agreed: null, answer: 'before-joining' },
      { stands: 'never joined', from: '2026-12-19', agreed: null, answer: 'not-joined' },
      { stands: 'joined 2026-04-01, left 2026-11-21', from: '2026-12-19', agreed: null, answer: 'not-joined' },
    ],
    check: ({ stands, from, agreed, answer }) => {
      const leaving = { today, from: day(from), noticeDays: 28, jointAgreement: agreed };
      const decided = decideLeave({ standing: standing(read(stands), today), ...leaving });
      assert.equal(decided.ok ? 'leaves' : decided.error.kind, answer);
    },
  },
);

rules(
  'A step is taken back until it takes effect',
  { source: 'Screens that win each person: "undo where it can be undone"', note: 'Today is 21 November 2026.' },
  {
    cases: [
      { stands: 'joined 2026-12-01', answer: 'withdraw' },
      { stands: 'joined 2026-04-01, left 2026-11-22', answer: 'stay' },
      { stands: 'joined 2026-04-01, left 2026-11-21', answer: 'nothing-to-undo' },
      { stands: 'joined 2026-11-21', answer: 'nothing-to-undo' },
      { stands: 'never joined', answer: 'nothing-to-undo' },
    ],
    check: ({ stands, answer }) => {
      const decided = decideUndo(standing(read(stands), today));
      assert.equal(decided.ok ? decided.value.kind : decided.error.kind, answer);
    },
  },
);
