import assert from 'node:assert/strict';
import { rules } from '../../../test/support/rules.ts';
import { advisedStep, isFullnessStep } from './fullness.ts';
import type { Opening } from './offer/opening.ts';
import { offeredUntil, promisedBy } from './waiting-list.ts';

const source =
  'Local policy of the group; BMA, Safe working in general practice (waiting list for routine when capacity is reached); GPC workload control 2017 (a locality hub takes overspill)';

/** A place that is free in time, as far as the policy looks at it. */
const place = (where: string): Opening =>
  ({
    inTime: !where.startsWith('late '),
    ownPractice: where.endsWith('own practice'),
    session: {
      kind: where.endsWith('hub session') ? 'hub' : 'ordinary',
      inHub: !where.endsWith('elsewhere in the group'),
    },
  }) as Opening;

interface StepCase {
  readonly need: 'urgent' | 'routine';
  readonly policy: string;
  readonly free: string;
  readonly 'next step': string;
  readonly [heading: string]: unknown;
}

rules<StepCase>(
  'What is done when nothing bookable is left',
  {
    source,
    note: 'The first step of the policy in force that opens is the next one. Urgent need and red flags never come under it.',
  },
  {
    cases: [
      {
        need: 'routine',
        policy: 'next_practice, hub, group, waiting_list',
        free: 'next practice',
        'next step': 'next_practice',
      },
      { need: 'routine', policy: 'next_practice, hub, group, waiting_list', free: 'hub session', 'next step': 'hub' },
      {
        need: 'routine',
        policy: 'hub, next_practice, waiting_list',
        free: 'next practice, hub session',
        'next step': 'hub',
      },
      {
        need: 'routine',
        policy: 'next_practice, hub, group, waiting_list',
        free: 'elsewhere in the group',
        'next step': 'group',
      },
      {
        need: 'routine',
        policy: 'next_practice, hub, waiting_list',
        free: 'elsewhere in the group',
        'next step': 'waiting_list',
      },
      { need: 'routine', policy: 'next_practice, hub, group, waiting_list', free: '', 'next step': 'waiting_list' },
      {
        need: 'routine',
        policy: 'next_practice, waiting_list',
        free: 'late next practice',
        'next step': 'waiting_list',
      },
      { need: 'routine', policy: 'signpost, waiting_list', free: '', 'next step': 'signpost' },
      {
        need: 'routine',
        policy: 'next_practice, waiting_list',
        free: 'own practice',
        'next step': 'none: a place is free here',
      },
      { need: 'routine', policy: 'none in force', free: '', 'next step': 'none: no policy' },
      { need: 'urgent', policy: 'signpost, waiting_list', free: '', 'next step': 'duty' },
      { need: 'urgent', policy: 'none in force', free: '', 'next step': 'duty' },
      { need: 'urgent', policy: 'waiting_list', free: 'own practice', 'next step': 'duty' },
    ],
    check: (worked) => {
      const steps = worked.policy.split(', ').filter(isFullnessStep);
      const policy = worked.policy === 'none in force' ? undefined : { steps };
      const places = worked.free
        .split(', ')
        .filter((one) => one !== '')
        .map(place);
      const step = advisedStep(policy, { urgent: worked.need === 'urgent', places });
      assert.equal(step ?? 'none', worked['next step'].split(':')[0]);
    },
  },
);

const london = (text: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/London').toInstant();
const shown = (at: Temporal.Instant): string =>
  at.toZonedDateTimeISO('Europe/London').toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');

rules(
  'By when somebody on the waiting list is promised a time',
  {
    source,
    note: 'The end (midnight) of the policy’s working days, or when the need is due if that is sooner and still to come.',
  },
  {
    cases: [
      { 'put on': '2026-11-20 09:00', due: '', 'working days': 5, promised: '2026-11-28 00:00' },
      { 'put on': '2026-11-20 09:00', due: '2026-11-25 00:00', 'working days': 5, promised: '2026-11-25 00:00' },
      { 'put on': '2026-11-20 09:00', due: '2026-11-19 00:00', 'working days': 5, promised: '2026-11-28 00:00' },
      { 'put on': '2026-12-24 17:00', due: '', 'working days': 2, promised: '2026-12-31 00:00' },
      { 'put on': '2026-03-27 09:00', due: '', 'working days': 1, promised: '2026-03-31 00:00' },
    ],
    check: (worked) => {
      const dueAt = worked.due === '' ? null : london(worked.due.replace(' ', 'T'));
      const now = london(worked['put on'].replace(' ', 'T'));
      assert.equal(shown(promisedBy({ now, dueAt, promiseDays: worked['working days'] })), worked.promised);
    },
  },
);

rules(
  'Until when a freed place is offered',
  {
    source: 'Local choice, awaiting an owner; GMS core hours',
    note: 'Minutes count in opening hours; the offer ends half an hour before the place begins at the latest.',
  },
  {
    cases: [
      { freed: '2026-11-20 09:00', begins: '2026-11-25 10:00', minutes: 60, until: '2026-11-20 10:00' },
      { freed: '2026-11-20 22:00', begins: '2026-11-25 10:00', minutes: 60, until: '2026-11-23 09:00' },
      { freed: '2026-11-20 06:15', begins: '2026-11-25 10:00', minutes: 90, until: '2026-11-20 09:30' },
      { freed: '2026-11-20 09:00', begins: '2026-11-20 10:00', minutes: 60, until: '2026-11-20 09:30' },
    ],
    check: (worked) => {
      const [now, startsAt] = [london(worked.freed.replace(' ', 'T')), london(worked.begins.replace(' ', 'T'))];
      assert.equal(shown(offeredUntil({ now, minutes: worked.minutes, startsAt })), worked.until);
    },
  },
);
