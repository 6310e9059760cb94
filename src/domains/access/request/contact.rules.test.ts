import assert from 'node:assert/strict';
import { rules } from '../../../../test/support/rules.ts';
import { afterTry, type ContactRule, type TryResult } from './contact.ts';

const hours = {
  notBefore: Temporal.PlainTime.from('08:00'),
  notAfter: Temporal.PlainTime.from('18:30'),
  source: 'test',
};
const byUrgency: Readonly<Record<string, ContactRule>> = {
  'same day': { tries: 3, minutesBetween: 60, afterwards: 'duty', ...hours },
  routine: { tries: 3, minutesBetween: 240, afterwards: 'write', ...hours },
};
const london = (text: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/London').toInstant();

rules(
  'Who cannot be reached is tried again, then a clinician decides or somebody writes',
  {
    source:
      'Failed-contact rules are asked for by NHS England’s care-navigation guidance; the numbers await a clinical owner',
    note: 'A wrong number is not rung again. What can wait is rung in core hours of working days; need of the same day goes to the duty clinician rather than past its time.',
  },
  {
    cases: [
      { urgency: 'same day', tries: 1, result: 'no-answer', at: '2026-11-23T09:00', then: 'again 2026-11-23T10:00' },
      { urgency: 'same day', tries: 2, result: 'left-message', at: '2026-11-23T10:05', then: 'again 2026-11-23T11:05' },
      { urgency: 'same day', tries: 3, result: 'no-answer', at: '2026-11-23T11:10', then: 'duty' },
      { urgency: 'same day', tries: 1, result: 'wrong-number', at: '2026-11-23T09:00', then: 'duty' },
      { urgency: 'same day', tries: 1, result: 'no-answer', at: '2026-11-23T23:20', then: 'duty' },
      { urgency: 'same day', tries: 1, result: 'no-answer', at: '2026-11-23T19:00', then: 'again 2026-11-23T20:00' },
      { urgency: 'routine', tries: 1, result: 'no-answer', at: '2026-11-23T09:00', then: 'again 2026-11-23T13:00' },
      { urgency: 'routine', tries: 1, result: 'no-answer', at: '2026-11-23T15:00', then: 'again 2026-11-24T08:00' },
      { urgency: 'routine', tries: 2, result: 'no-answer', at: '2026-11-27T17:00', then: 'again 2026-11-30T08:00' },
      { urgency: 'routine', tries: 1, result: 'no-answer', at: '2026-12-24T17:00', then: 'again 2026-12-29T08:00' },
      { urgency: 'routine', tries: 3, result: 'no-answer', at: '2026-11-24T13:00', then: 'write' },
      { urgency: 'routine', tries: 1, result: 'wrong-number', at: '2026-11-23T09:00', then: 'write' },
    ],
    check: ({ urgency, tries, result, at, then }) => {
      const rule = byUrgency[urgency] ?? assert.fail(urgency);
      const next = afterTry(rule, {
        tries,
        result: result as TryResult,
        now: london(at),
        answerBy: london('2026-11-24T00:00'),
      });
      const said =
        next.kind === 'again'
          ? `again ${next.at.toZonedDateTimeISO('Europe/London').toPlainDateTime().toString({ smallestUnit: 'minute' })}`
          : next.kind;
      assert.equal(said, then);
    },
  },
);
