import assert from 'node:assert/strict';
import { england, workingDaysInMonth, workingDaysInYear } from '#kernel/working-day.ts';
import { rules } from '../../../test/support/rules.ts';
import { gap, weeklyFactor, type GapInput } from './gap.ts';

const source = 'Superpractice, the gap measure; appointments and workforce as NHS England publishes them';
const pattern = { daysPerWeek: 4.5, weeksPerYear: 44 };
const april = Temporal.PlainDate.from('2025-04-01');

const close = (actual: number | null | undefined, expected: number | null, digits: number) =>
  assert.equal(actual === null || actual === undefined ? actual : Number(actual.toFixed(digits)), expected);

function practice(changes: Partial<GapInput>): GapInput {
  return {
    code: 'A10001',
    name: 'A practice',
    hub: null,
    list: 9000,
    appointments: { month: april, total: 5000 },
    gpShare: { value: 0.4, source: 'worked case' },
    fte: { permanent: 4, locumAndTrainee: 1 },
    ...changes,
  };
}

rules(
  'Appointments per week of the year',
  {
    source: 'GOV.UK bank holidays for England',
    note: 'The month’s appointments ÷ its working days × working days of that calendar year ÷ (days of the year ÷ 7).',
  },
  {
    cases: [
      {
        month: '2025-04',
        appointments: 5000,
        'working days of the month': 20,
        'of the year': 253,
        'per week': 1213.01,
      },
      {
        month: '2025-05',
        appointments: 5000,
        'working days of the month': 20,
        'of the year': 253,
        'per week': 1213.01,
      },
      {
        month: '2025-10',
        appointments: 5000,
        'working days of the month': 23,
        'of the year': 253,
        'per week': 1054.79,
      },
      { month: '2024-02', appointments: 4200, 'working days of the month': 21, 'of the year': 254, 'per week': 971.58 },
      {
        month: '2016-04',
        appointments: 4200,
        'working days of the month': null,
        'of the year': null,
        'per week': null,
      },
    ],
    check: (worked) => {
      const month = Temporal.PlainDate.from(`${worked.month}-01`);
      const [inMonth, inYear] = [workingDaysInMonth(england, month), workingDaysInYear(england, month.year)];
      assert.equal(inMonth.ok ? inMonth.value : null, worked['working days of the month']);
      assert.equal(inYear.ok ? inYear.value : null, worked['of the year']);
      const factor = weeklyFactor(month, england);
      close(factor === null ? null : worked.appointments * factor, worked['per week'], 2);
    },
  },
);

rules(
  'Contacts per GP per day, safe contacts, and how far beyond',
  {
    source,
    note: '5,000 appointments in April 2025 are 1,213.01 a week. A full-time GP works 4.5 days a week in 44 of 52 weeks, which is 3.8077 days of an average week.',
  },
  {
    cases: [
      {
        case: 'counted one way it is within, the other way beyond',
        share: 0.32,
        permanent: 4,
        'locum and trainee': 1,
        limit: 23,
        low: 20.388,
        high: 25.486,
        'safe, all': 437.885,
        'safe, permanent': 350.308,
        'beyond, low': -49.72,
        'beyond, high': 37.857,
        verdict: 'depends on the assumption',
        'turns, all': 0.361,
        'turns, permanent': 0.2888,
      },
      {
        case: 'beyond whichever way GPs are counted',
        share: 0.4,
        permanent: 4,
        'locum and trainee': 1,
        limit: 23,
        low: 25.486,
        high: 31.857,
        'safe, all': 437.885,
        'safe, permanent': 350.308,
        'beyond, low': 47.321,
        'beyond, high': 134.898,
        verdict: 'beyond',
        'turns, all': 0.361,
        'turns, permanent': 0.2888,
      },
      {
        case: 'within whichever way',
        share: 0.25,
        permanent: 4,
        'locum and trainee': 1,
        limit: 23,
        low: 15.928,
        high: 19.911,
        'safe, all': 437.885,
        'safe, permanent': 350.308,
        'beyond, low': -134.631,
        'beyond, high': -47.054,
        verdict: 'within',
        'turns, all': 0.361,
        'turns, permanent': 0.2888,
      },
      {
        case: 'without locums and trainees both ends are the same',
        share: 0.4,
        permanent: 5,
        'locum and trainee': 0,
        limit: 25,
        low: 25.486,
        high: 25.486,
        'safe, all': 475.962,
        'safe, permanent': 475.962,
        'beyond, low': 9.244,
        'beyond, high': 9.244,
        verdict: 'beyond',
        'turns, all': 0.3924,
        'turns, permanent': 0.3924,
      },
      {
        case: 'no permanent GP in post: all they do is beyond what none can safely do, and per GP there is no figure',
        share: 0.4,
        permanent: 0,
        'locum and trainee': 6,
        limit: 23,
        low: 21.238,
        high: null,
        'safe, all': 525.462,
        'safe, permanent': 0,
        'beyond, low': -40.256,
        'beyond, high': 485.205,
        verdict: 'depends on the assumption',
        'turns, all': 0.4332,
        'turns, permanent': null,
      },
    ],
    check: (worked) => {
      const result = gap(
        [
          practice({
            gpShare: { value: worked.share, source },
            fte: { permanent: worked.permanent, locumAndTrainee: worked['locum and trainee'] },
          }),
        ],
        { limit: worked.limit, calendar: england, pattern },
      );
      const one = result.byPractice[0]!;
      close(one.contactsPerGpDay.low, worked.low, 3);
      close(one.contactsPerGpDay.high, worked.high, 3);
      close(one.safePerWeek.all, worked['safe, all'], 3);
      close(one.safePerWeek.permanent, worked['safe, permanent'], 3);
      close(one.beyondSafePerWeek.low, worked['beyond, low'], 3);
      close(one.beyondSafePerWeek.high, worked['beyond, high'], 3);
      assert.equal(one.verdict, worked.verdict);
      close(one.turnsAtShare.low, worked['turns, all'], 4);
      close(one.turnsAtShare.high, worked['turns, permanent'], 4);
      assert.deepEqual(one.missing, []);
      assert.equal(result.total.practicesCounted, 1);
    },
  },
);

rules(
  'A layer that is missing is not zero',
  { source, note: 'The figures that need it are not known, its name is in `missing`, and no sum counts the practice.' },
  {
    cases: [
      {
        case: 'no list',
        lacks: 'list',
        missing: ['list'],
        'delivered known': true,
        'safe known': true,
        'verdict known': true,
      },
      {
        case: 'no appointments in the month',
        lacks: 'appointments',
        missing: ['appointments'],
        'delivered known': false,
        'safe known': true,
        'verdict known': false,
      },
      {
        case: 'no GP share from anywhere',
        lacks: 'gpShare',
        missing: ['gpShare'],
        'delivered known': true,
        'safe known': true,
        'verdict known': false,
      },
      {
        case: 'no valid workforce return',
        lacks: 'fte',
        missing: ['workforce'],
        'delivered known': true,
        'safe known': false,
        'verdict known': false,
      },
      {
        case: 'a return that says there is no GP at all',
        lacks: 'gps',
        missing: ['GPs in post (the return says none)'],
        'delivered known': true,
        'safe known': true,
        'verdict known': true,
      },
      {
        case: 'a month whose bank holidays are not known',
        lacks: 'calendar',
        missing: ['working days'],
        'delivered known': false,
        'safe known': true,
        'verdict known': false,
      },
    ],
    check: (worked) => {
      const without: Record<string, Partial<GapInput>> = {
        list: { list: null },
        appointments: { appointments: null },
        gpShare: { gpShare: null },
        fte: { fte: null },
        gps: { fte: { permanent: 0, locumAndTrainee: 0 } },
        calendar: { appointments: { month: Temporal.PlainDate.from('2016-04-01'), total: 5000 } },
      };
      const result = gap([practice({ code: 'A10002' }), practice(without[worked.lacks]!)], {
        limit: 23,
        calendar: england,
        pattern,
      });
      const one = result.byPractice[1]!;
      assert.deepEqual(one.missing, worked.missing);
      assert.equal(one.deliveredPerWeek !== null, worked['delivered known']);
      assert.equal(one.safePerWeek.all !== null, worked['safe known']);
      assert.equal(one.verdict !== null, worked['verdict known']);
      assert.deepEqual([result.total.practices, result.total.practicesCounted, result.total.list], [2, 1, 9000]);
    },
  },
);
