import type { Row } from './reference.ts';
import { idOf, patientOf } from './world.ts';

/** Where a row belongs, and a number of its own. */
export interface Place {
  readonly practiceId: string | null;
  readonly groupId: string;
  readonly n: number;
}

type Maker = (place: Place, today: Temporal.PlainDate) => readonly Row[];

/** Stands for the key of a row of that table, of the same practice. */
export interface Pointer {
  readonly pointsAt: string;
  /** Which of them, where several rows may not point at the same. */
  readonly nth: number;
}

const at = (table: string, nth = 0): Pointer => ({ pointsAt: table, nth });

const clock = (day: Temporal.PlainDate, time: string): string =>
  day.toZonedDateTime({ timeZone: 'Europe/London', plainTime: time }).toInstant().toString();

/** One of the people who look, so that what is a person's own is looked at too. */
const personOf = (n: number): string => idOf(3, (n % 10) * 100 + (n % 11));

/** Another practice, in another situation. */
const elsewhereOf = (n: number): string => `Z${String(10_000 + ((n * 7 + 3) % 80))}`;

/** A day of its own, where two rows of one thing may not hold at once. */
const dayOf = (n: number): Row => {
  const day = Temporal.PlainDate.from('2000-01-01').add({ days: n });
  return { valid_from: day.toString(), valid_to: day.add({ days: 1 }).toString() };
};

/** Written with the world itself, because everything else hangs on them. */
const withTheWorld: Maker = () => [];

/**
 * What the catalogue cannot know of a table's rows: values its checks ask for, and the states on which its policies turn.
 * Columns left out are filled from the catalogue.
 */
export const rowMakers: Readonly<Record<string, Maker>> = {
  'network.group_practice': withTheWorld,
  'network.hub': withTheWorld,
  'network.hub_member': withTheWorld,
  'network.agreement': withTheWorld,
  'network.client': ({ n }) => [{ name: `Program ${n}`, scopes: ['system/Slot.read'], jwks: { keys: [] } }],
  'network.contract': () => [{ kind: 'GMS' }],
  'patients.patient': ({ n }) => [
    { id: patientOf(n), sex: 'female', given_name: 'Ada', family_name: 'Lowe', family_key: 'LOWE' },
  ],
  'workforce.clinician': ({ n }) => [{ role: 'gp', name: `Dr Lowe ${n}`, person_id: personOf(n) }],
  'workforce.daily_limit': () => [{ contacts: 99, valid_from: '2000-01-01' }],
  'access.session': (_, today) => [
    {
      mode: 'telephone',
      role: 'gp',
      day: today.toString(),
      starts_at: clock(today, '09:00'),
      ends_at: clock(today, '12:00'),
      slot_minutes: 10,
    },
  ],
  'access.request': () => [
    { channel: 'desk', patient_id: at('patients.patient') },
    { channel: 'online', patient_id: at('patients.patient'), caller_is: 'patient' },
    { channel: 'telephone' },
  ],
  // Some act for a patient of another practice today, others did until yesterday.
  'patients.proxy': ({ n }, today) => [
    {
      ...{ proxy_id: patientOf((n + 1) % 40), relation: 'carer', consent: 'own', valid_from: '2020-01-01' },
      valid_to: n % 2 === 0 ? null : today.toString(),
    },
  ],
  'access.hold': (_, today) => [
    {
      ...{ session_id: crypto.randomUUID(), clinician_id: at('workforce.clinician') },
      ...{ day: today.toString(), starts_at: clock(today, '09:00'), ends_at: clock(today, '09:10') },
    },
  ],
  'access.room': ({ n }) => [{ name: `Room ${n}`, valid_from: '2020-01-01' }],
  'access.also_booked': (_, today) => [
    {
      ...{ host_practice_id: 'XA001', booking_id: crypto.randomUUID(), room_id: at('access.room'), clinician_id: null },
      ...{ room_for: crypto.randomUUID() },
      ...{ session_id: null, day: today.toString(), starts_at: clock(today, '09:00'), ends_at: clock(today, '09:10') },
      released_at: clock(today, '08:00'),
    },
  ],
  'access.series': () => [{ every_days: 7, idempotency_key: crypto.randomUUID() }],
  'access.series_place': ({ n }) => [{ place: n, day: '2026-11-24', unmet: 'none' }],
  'access.duty_question': () => [{ question: 'What next?' }, { question: 'Look at it afresh', kind: 'review' }],
  'access.message': () => [
    { kind: 'booked', way: 'app', version: 1, state: 'shown' },
    { kind: 'booked', way: 'app', version: 1, state: 'withheld' },
  ],
  'access.booking': ({ practiceId, n }, today) => {
    const visit = (day: Temporal.PlainDate, minute: number, more: Row) => ({
      host_practice_id: practiceId,
      clinician_id: at('workforce.clinician'),
      patient_id: at('patients.patient'),
      kind: 'overflow',
      mode: 'telephone',
      day: day.toString(),
      starts_at: clock(day, `09:${minute}`),
      ends_at: clock(day, `09:${minute + 9}`),
      overflow_reason: 'urgent',
      overflow_by: 'Dr Lowe',
      idempotency_key: crypto.randomUUID(),
      ...more,
    });
    const elsewhere = elsewhereOf(n);
    return [
      visit(today, 10, {}),
      visit(today.subtract({ days: 1 }), 20, { status: 'attended' }),
      visit(today.add({ days: 1 }), 30, { host_practice_id: elsewhere }),
      visit(today.subtract({ days: 1 }), 40, { host_practice_id: elsewhere, status: 'did_not_attend' }),
    ];
  },
  'access.appointment_note': ({ practiceId, n }) => [
    { host_practice_id: practiceId, booking_key: crypto.randomUUID() },
    { host_practice_id: elsewhereOf(n), booking_key: crypto.randomUUID() },
  ],
  'access.hand_back': ({ practiceId, n }) => {
    const back = (nth: number, more: Row) => ({
      host_practice_id: nth === 0 ? practiceId : elsewhereOf(n),
      booking_id: at('access.booking', nth),
      done: 'Seen',
      nothing_asked: false,
      ...more,
    });
    const seen = { acknowledged_at: '2026-01-01T09:00:00Z', acknowledged_by: personOf(n) };
    return [
      back(0, {}),
      back(1, { asked_level: 'duty', duty_clinician_id: at('workforce.clinician') }),
      back(2, { nothing_asked: true }),
      back(3, seen),
    ];
  },
  'access.hand_back_ask': ({ n }) => {
    const ask = (more: Row) => ({ host_practice_id: elsewhereOf(n), what: 'Ring', of_kind: 'host', ...more });
    return [
      ask({}),
      ask({ of_kind: 'clinician', of_clinician_id: at('workforce.clinician') }),
      ask({ closed_at: '2026-01-01T09:00:00Z', closed_by: personOf(n), closing_note: 'done' }),
    ];
  },
  'access.owed_result': ({ n }) => {
    const result = (more: Row) => ({ host_practice_id: elsewhereOf(n), test: 'Urine', ...more });
    return [
      result({}),
      result({ closed_at: '2026-01-01T09:00:00Z', closed_by: personOf(n + 1), closing_note: 'done' }),
    ];
  },
  'access.session_change': (_, today) => [
    { why: 'absence', was_starts_at: clock(today, '09:00'), was_ends_at: clock(today, '12:00') },
  ],
  'access.orphan': ({ practiceId }) => [{ host_practice_id: practiceId, why: 'absence' }],
  'access.book': () => [{ name: 'A book', kind: 'csv' }],
  'access.book_clinician': () => [{ source_name: crypto.randomUUID() }],
  'access.book_entry': (_, today) => [
    {
      source_key: crypto.randomUUID(),
      day: today.toString(),
      starts_at: clock(today, '09:00'),
      ends_at: clock(today, '09:10'),
      state: 'booked',
    },
  ],
  'access.book_import': () => [{ as_of: '2026-01-01T09:00:00Z', rejects: '[]' }],
  'access.clinician_day': () => [],
  'access.protocol': () => [{ id: crypto.randomUUID(), version: 1, status: 'draft', content: { rules: [] } }],
  'access.override': () => [
    { protocol_id: 'first', version: 1, rule_id: 'cough-adult', to_urgency: 'urgent', to_destination: 'visit' },
  ],
  'access.protocol_in_force': () => [{ protocol_id: 'first', version: 1, kind: 'begun' }],
  'access.protocol_preview': () => [
    { protocol_id: 'first', version: 1, against_id: 'first', against_version: 1, weeks: 4, practices: '{}' },
  ],
  'access.red_flag': ({ n }) => {
    const flag = (asked: string, more: Row) => ({
      asked_level: asked,
      category: crypto.randomUUID(),
      level: 'emergency',
      patient_id: at('patients.patient'),
      ...more,
    });
    const closed = {
      acknowledged_at: '2026-01-01T09:00:00Z',
      closed_at: '2026-01-01T09:10:00Z',
      closing_note: 'seen',
      danger: 'yes',
    };
    return [
      flag('practice', {}),
      flag('practice', { asked_before: '[{"level": "group", "clinicianId": null, "at": "2026-01-01T09:00:00Z"}]' }),
      flag('hub', {}),
      flag('group', { asked_clinician_id: at('workforce.clinician') }),
      flag('group', { ...closed, closed_by: personOf(n) }),
    ];
  },
  'access.fullness_policy': ({ n }) => [
    { version: n, steps: ['waiting_list'], promise_days: 10, offer_minutes: 60, proposed_by: personOf(n) },
  ],
  'access.rule_proposal': ({ n }) => [
    { rule: 'remedies', content: { hubOpensItself: false }, why: 'a row', proposed_by: personOf(n) },
  ],
  'access.fullness_step': () => [{ taken: 'keep_waiting' }],
  // The world's requests have red flags: nobody with one is put on the list.
  'access.waiting_place': () => [{ left_at: '2026-01-01T09:00:00Z', left_why: 'ended' }],
  'access.waiting_offer': () => [{ session_id: at('access.session'), clinician_id: at('workforce.clinician') }],
  'access.remedy_ask': ({ n }) => [
    { kind: 'duty', subject: `row ${n}`, state: 'asked', what: {}, consent_practice_id: elsewhereOf(n) },
  ],
  'access.hub_quota': ({ n }) => [{ hub_id: idOf(2, 1), valid_from: '2026-01-01', places: n % 50 }],
  'access.hub_week': () => [{ hub_id: idOf(2, 1), week: '2026-01-05' }],
  'workforce.supervision': ({ n }) => [
    { clinician_id: at('workforce.clinician', 1), supervisor_id: at('workforce.clinician'), ...dayOf(n) },
  ],
  'workforce.works_at': ({ n }) => [{ clinician_id: at('workforce.clinician'), ...dayOf(n) }],
  'workforce.micro_team_member': ({ n }) => [{ clinician_id: at('workforce.clinician'), ...dayOf(n) }],
  'access.level_change': () => [{ level: 'green' }],
  'access.group_level_change': () => [{ level: 'green' }],
  'access.danger_review': () => [{ origin: 'sample', danger: 'no' }],
  'access.request_sent': ({ n }) => [{ key: `key ${n}`, digest: '\\x00' }],
  'access.help_step': () => [{ step: 'put-through' }],
  'access.contact_attempt': () => [{ way: 'telephone', result: 'no-answer' }],
  'access.duty': (_, today) => [{ level: 'group', starts_at: clock(today, '08:00'), ends_at: clock(today, '18:30') }],
  'audit.event': () => [{ kind: 'read' }, { kind: 'act', practice_id: null }],
};
