import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { offerTerms } from '../../../../test/support/offer-terms.ts';
import { windowAt, type WindowRule } from './call-window.ts';
import { openings, type CandidateSession } from './opening.ts';
import { sentenceFor, windowWords } from './words.ts';

const at = (clock: string): number =>
  Temporal.PlainDateTime.from(`2026-11-23T${clock}`).toZonedDateTime('Europe/London').epochMilliseconds;
const rules: WindowRule[] = [
  { mode: 'telephone', kind: 'telephone_list', validFrom: '2026-11-23', minutes: 90 },
  { mode: 'telephone', kind: 'telephone_list', validFrom: '2020-01-01', minutes: 60 },
  { mode: 'telephone', kind: null, validFrom: '2020-01-01', minutes: null },
];
const place = { mode: 'telephone', day: '2026-11-23', startsAt: at('09:00'), endsAt: at('11:00') };
const list = { place, kind: 'telephone_list', rules };
const session: CandidateSession = {
  ...{
    id: 's',
    clinicianId: 'c',
    clinicianName: 'Dr Rahman',
    role: 'gp',
    roleName: 'GP',
    practiceId: 'P',
    placeName: 'Here',
  },
  ...{ point: null, stepFree: null, contacts: 0, limit: 25, slotMinutes: 15, booked: [], ...place },
  plan: [{ kind: 'telephone_list', from: 0, to: 120, minutes: 15, places: 1 }],
};
const context = {
  ...offerTerms,
  windows: rules,
  now: at('08:00'),
  need: { roles: ['gp'], modes: ['telephone'], minutes: 15, dueBy: at('18:30'), mustBeInTime: true, continuity: false },
  patient: { practiceId: 'P', usualGpId: null, point: null, needs: [], forOther: false },
};

describe('A call-back window', () => {
  test('is a part of its session, cut from the start of it, the last one shorter', () => {
    assert.deepEqual(windowAt(at('09:00'), list), { from: at('09:00'), until: at('10:30') });
    assert.deepEqual(windowAt(at('10:15'), list), { from: at('09:00'), until: at('10:30') });
    assert.deepEqual(windowAt(at('10:30'), list), { from: at('10:30'), until: at('11:00') });
  });

  test('is as long as the rule in force on its day says, and there is none where none says so', () => {
    const before = { ...place, day: '2026-11-22' };
    assert.deepEqual(windowAt(at('09:00'), { ...list, place: before })?.until, at('10:00'));
    assert.equal(windowAt(at('09:00'), { ...list, kind: 'duty' }), undefined, 'a rule of every kind without minutes');
    assert.equal(windowAt(at('09:00'), { ...list, rules: [] }), undefined);
    assert.equal(windowAt(at('09:00'), { ...list, place: { ...place, mode: 'face_to_face' } }), undefined);
  });

  test('is offered in the words of a window, and in time only where its end is', () => {
    const [first] = openings([session], context);
    assert.ok(first);
    const said = sentenceFor({ opening: first, isSoonest: false, context });
    assert.equal(said, 'Dr Rahman can ring you today between 9am and 10:30am.');
    const soon = openings([session], { ...context, need: { ...context.need, dueBy: at('10:30') } });
    assert.deepEqual(new Set(soon.map(({ window }) => window?.until)), new Set([at('10:30')]));
  });

  test('is not offered while its patient has a visit at any time of it', () => {
    const engaged = [[at('09:00'), at('09:10')]] as const;
    const left = openings([session], { ...context, patient: { ...context.patient, engaged } });
    assert.deepEqual(new Set(left.map(({ window }) => window?.from)), new Set([at('10:30')]));
  });

  test('is said by its end alone once it has begun', () => {
    assert.equal(windowWords({ from: at('09:00'), until: at('10:30') }, at('09:05')), 'by 10:30am');
  });
});
