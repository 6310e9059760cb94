import assert from 'node:assert/strict';
import { firstProtocol } from '../../../test/support/protocol.ts';
import { rules } from '../../../test/support/rules.ts';
import { clockOf } from './navigation.ts';

const protocol = firstProtocol();
const london = (text: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/London').toInstant();
const shown = (at: Temporal.Instant): string =>
  at.toZonedDateTimeISO('Europe/London').toPlainDateTime().toString({ smallestUnit: 'minute' });

rules(
  'A request has a time for its need, a time for its answer, and a time from which that is near',
  {
    source:
      'GP contract 2025/26 and 2026/27: clinically urgent need the same day; everybody told by the end of the next working day',
    note: 'Days end at midnight in London. A request found graver later counts from then; what was promised before holds where it is sooner.',
  },
  {
    cases: [
      {
        urgency: 'urgent',
        came: '2026-11-23T09:00',
        due: '2026-11-23T11:00',
        answer: '2026-11-23T11:00',
        near: '2026-11-23T10:15',
      },
      {
        urgency: 'same-day',
        came: '2026-11-23T09:00',
        due: '2026-11-24T00:00',
        answer: '2026-11-24T00:00',
        near: '2026-11-23T16:30',
      },
      {
        urgency: 'same-day',
        came: '2026-11-23T17:00',
        due: '2026-11-24T00:00',
        answer: '2026-11-24T00:00',
        near: '2026-11-23T17:00',
      },
      {
        urgency: 'within-7-days',
        came: '2026-11-23T09:00',
        due: '2026-12-01T00:00',
        answer: '2026-11-25T00:00',
        near: '2026-11-24T16:30',
      },
      {
        urgency: 'within-14-days',
        came: '2026-11-27T09:00',
        due: '2026-12-12T00:00',
        answer: '2026-12-01T00:00',
        near: '2026-11-30T16:30',
      },
      {
        urgency: 'within-14-days',
        came: '2026-12-24T09:00',
        due: '2027-01-08T00:00',
        answer: '2026-12-30T00:00',
        near: '2026-12-29T16:30',
      },
      {
        urgency: 'admin',
        came: '2026-11-23T09:00',
        due: '2026-11-25T00:00',
        answer: '2026-11-25T00:00',
        near: '2026-11-24T16:30',
      },
      {
        urgency: 'same-day',
        came: '2026-10-25T00:30',
        due: '2026-10-26T00:00',
        answer: '2026-10-26T00:00',
        near: '2026-10-25T16:30',
      },
    ],
    check: ({ urgency, came, due, answer, near }) => {
      const receivedAt = london(came);
      const clock = clockOf(protocol, urgency, { receivedAt, promised: undefined, now: receivedAt });
      assert.ok(clock.ok);
      assert.deepEqual(
        [shown(clock.value.dueAt), shown(clock.value.answerBy), shown(clock.value.warnAt)],
        [due, answer, near],
      );
    },
  },
);

rules(
  'What is found graver later counts from then, and never later than what was promised',
  { source: 'A further contact keeps the higher urgency and the earlier clock' },
  {
    cases: [
      {
        promised: 'within-14-days',
        until: '2026-12-07T00:00',
        now: '2026-11-25T10:00',
        found: 'urgent',
        due: '2026-11-25T12:00',
      },
      {
        promised: 'within-14-days',
        until: '2026-12-07T00:00',
        now: '2026-11-25T10:00',
        found: 'same-day',
        due: '2026-11-26T00:00',
      },
      {
        promised: 'same-day',
        until: '2026-11-24T00:00',
        now: '2026-11-23T15:00',
        found: 'same-day',
        due: '2026-11-24T00:00',
      },
    ],
    check: ({ promised, until, now, found, due }) => {
      const clock = clockOf(protocol, found, {
        receivedAt: london('2026-11-23T09:00'),
        promised: { urgency: promised, dueAt: london(until) },
        now: london(now),
      });
      assert.ok(clock.ok);
      assert.equal(shown(clock.value.dueAt), due);
    },
  },
);

rules(
  'Whose visit lost its place is told anew by the end of the next working day, and before the time their need had unless that is over',
  {
    source:
      'GP contract 2025/26: told what happens next by the end of the next working day; that it counts from the loss is a local choice awaiting an owner',
  },
  {
    cases: [
      { urgency: 'within-14-days', until: '2026-12-08T00:00', lost: '2026-12-01T11:00', answer: '2026-12-03T00:00' },
      { urgency: 'within-14-days', until: '2026-12-08T00:00', lost: '2026-11-27T17:00', answer: '2026-12-01T00:00' },
      { urgency: 'same-day', until: '2026-11-24T00:00', lost: '2026-11-23T15:00', answer: '2026-11-24T00:00' },
      { urgency: 'same-day', until: '2026-11-24T00:00', lost: '2026-11-24T10:00', answer: '2026-11-26T00:00' },
    ],
    check: ({ urgency, until, lost, answer }) => {
      const clock = clockOf(protocol, urgency, {
        receivedAt: london('2026-11-23T09:00'),
        answerFrom: london(lost),
        promised: { urgency, dueAt: london(until) },
        now: london(lost),
      });
      assert.ok(clock.ok);
      assert.deepEqual([shown(clock.value.dueAt), shown(clock.value.answerBy)], [until, answer]);
    },
  },
);
