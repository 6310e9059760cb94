import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planGroup, type PublishedPractice } from './group-plan.ts';
import { sumLists, within30to50k } from './hub.ts';
import { checkRolePlace } from './role.ts';
import { standingViewers, viewersOf, type Holder, type Sight } from './sight.ts';

const published = (code: string, network: string | null): PublishedPractice => ({
  code,
  name: `${code} SURGERY`,
  postcode: null,
  latitude: null,
  longitude: null,
  list: 1000,
  pcnCode: network,
  pcnName: network && `${network} PCN`,
  listed: code !== 'D83003',
  source: 'NHS England',
});

test('each primary care network of the mapping becomes a hub, and a practice without mapping has none', () => {
  const plan = planGroup(
    [published('D83001', 'U2'), published('D83002', 'U1'), published('Y06499', null), published('D83003', 'U1')],
    'pcn',
  );
  assert.deepEqual(
    plan.hubs.map(({ code, practices }) => [code, practices]),
    [
      ['U1', ['D83002', 'D83003']],
      ['U2', ['D83001']],
    ],
  );
  assert.deepEqual(plan.withoutHub, ['Y06499']);
});

test('a practice that the newest list file no longer has is closed', () => {
  const plan = planGroup([published('D83001', null), published('D83003', null)], 'none');
  assert.deepEqual(
    plan.practices.map(({ status }) => status),
    ['open', 'closed'],
  );
});

test('a hub is within its band from 30,000 to 50,000 patients, both included, and not known when a list is missing', () => {
  assert.deepEqual([29_999, 30_000, 50_000, 50_001, null].map(within30to50k), [false, true, true, false, null]);
  assert.equal(sumLists([20_000, null]), null);
  assert.equal(sumLists([20_000, 12_000]), 32_000);
});

test('practice managers and partners are held at a practice, operations and administrators for the group', () => {
  const kind = (role: string, practiceId: string | null, hubId: string | null) => {
    const checked = checkRolePlace(role, { practiceId, hubId });
    return checked.ok ? 'held' : checked.error.kind;
  };
  assert.equal(kind('practice_manager', 'D83001', null), 'held');
  assert.equal(kind('practice_manager', null, null), 'role-needs-practice');
  assert.equal(kind('partner', null, 'hub'), 'role-needs-practice');
  assert.equal(kind('administrator', 'D83001', null), 'role-is-the-groups');
  assert.equal(kind('clinician', null, 'hub'), 'held');
  assert.equal(kind('finance', null, 'hub'), 'role-not-for-hub');
  assert.equal(kind('clinician', 'D83001', 'hub'), 'one-place-only');
});

const holder = (personId: string, role: string, place: Partial<Holder> = {}): Holder => ({
  personId,
  personName: personId,
  role,
  practiceId: null,
  hubId: null,
  placeName: '',
  ...place,
});
const sight = (role: string, seen: string, [reach, service]: [Sight['reach'], string?]): Sight => ({
  role,
  roleName: role,
  class: seen,
  reach,
  service: service ?? null,
});
const seen = { practiceId: 'D83001', hubId: 'north', joinedPractices: ['D83001', 'D83002'] };

test('a service shows a practice to the group’s and its own hub’s people, and shares some with other practices that joined', () => {
  const viewers = viewersOf('hub_booking', {
    sights: [
      sight('navigator', 'visit', ['joined', 'hub_booking']),
      sight('navigator', 'session', ['shared', 'hub_booking']),
      sight('navigator', 'patient', ['own']),
      sight('finance', 'money', ['joined', 'payments']),
    ],
    holders: [
      holder('group', 'navigator'),
      holder('our hub', 'navigator', { hubId: 'north' }),
      holder('other hub', 'navigator', { hubId: 'south' }),
      holder('ours', 'navigator', { practiceId: 'D83001' }),
      holder('theirs', 'navigator', { practiceId: 'D83002' }),
      holder('not joined', 'navigator', { practiceId: 'D83003' }),
      holder('money', 'finance'),
    ],
    seen,
  });
  assert.deepEqual(
    viewers.map(({ role, classes, people }) => [role, classes, people.map(({ personId }) => personId)]),
    [
      ['navigator', ['visit'], ['group', 'our hub']],
      ['navigator', ['session'], ['theirs']],
    ],
  );
});

test('auditors and those who settle open bookings see a practice whatever it has joined', () => {
  const viewers = standingViewers({
    sights: [sight('auditor', 'audit', ['member']), sight('auditor', 'audit', ['own'])],
    holders: [holder('group', 'auditor'), holder('practice', 'auditor', { practiceId: 'D83001' })],
    seen,
  });
  assert.deepEqual(
    viewers.map(({ role, people }) => [role, people.length]),
    [['auditor', 1]],
  );
});
