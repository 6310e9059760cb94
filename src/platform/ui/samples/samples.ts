import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { registerAssets } from '../assets.ts';
import { barChart } from '../chart-bars.ts';
import { rangeAndDots } from '../chart-range.ts';
import { figure } from '../chart.ts';
import { bareChrome, registerPages } from '../pages.ts';
import type { Chrome } from '../pages.ts';

const now = Temporal.Instant.from('2026-07-20T08:03:14Z');
const minutes = (n: number): Temporal.Instant => now.add({ minutes: n });

const chrome: Chrome = {
  ...bareChrome,
  person: { name: 'Petra Lowe', role: 'Care navigator', place: 'Weir Lane' },
  roles: [
    { id: 'a', label: 'Care navigator, Weir Lane', current: true },
    { id: 'b', label: 'Group operations', current: false },
  ],
  groupName: 'Tidewater Practices',
  fictional: true,
  nav: ['Calls', 'Requests', 'Bookings', 'Messages', 'Measures'].map((label, i) => ({
    label,
    href: `/${label}`,
    current: i === 0,
  })),
  csrfToken: 'sample',
  idleSeconds: 600,
};

const rows = Array.from({ length: 35 }, (_, i) => {
  const low = i === 6 ? null : 17 + 12 * Math.abs(Math.sin(i * 12.9898) * 0.7 + Math.sin(i * 4.1) * 0.3);
  return {
    label: i === 4 ? 'Weir Lane' : `Practice ${String(i + 1)}`,
    low,
    high: low === null ? null : low * 1.37,
    mine: i === 4,
  };
});

const chart = figure(
  rangeAndDots({
    spoken: { title: 'GPs see 22.4 to 31.5 people a day', description: 'One dot for each of 34 practices.' },
    low: 22.4,
    high: 31.5,
    limit: 23,
    limitWords: '23 is the safe limit',
    unit: 'contacts per GP per day',
    names: {
      whole: 'The group',
      wholeNote: 'between two assumptions',
      low: 'Counting every GP',
      high: 'Permanent GPs only',
      dot: 'practice',
    },
    rows,
  }),
  {
    heading: '',
    source: 'made up for this sample',
    period: 'April 2025',
    csvHref: '/gap.csv',
    table: {
      caption: 'Contacts per GP per day by practice',
      columns: [{ text: 'Practice' }, { text: 'Every GP', number: true }, { text: 'Permanent', number: true }],
      rows: rows.map((row) => [row.label, row.low?.toFixed(1) ?? null, row.high?.toFixed(1) ?? null]),
    },
  },
);

const barsChart = figure(
  barChart({
    spoken: { title: 'Five hubs', description: 'Contacts per GP per day in each hub.' },
    unit: 'contacts per GP per day',
    decimals: 1,
    limit: { value: 23, words: '23 is safe' },
    rows: [
      { label: 'Harbour', value: 27.4, state: 'now' },
      { label: 'Moor', value: 22.8, state: 'soon' },
      { label: 'Ferry', value: 19.6, mine: true },
      { label: 'Mill', value: 14.2 },
      { label: 'Chapel', value: null },
    ],
  }),
  {
    heading: 'Harbour’s GPs see most people',
    source: 'made up for this sample',
    period: 'April 2025',
    csvHref: null,
    table: {
      caption: 'By hub',
      columns: [{ text: 'Hub' }, { text: 'Contacts', number: true }],
      rows: [['Chapel', null]],
    },
  },
);

const hubs = ['Harbour', 'Moor', 'Ferry', 'Mill'].map((name, h) => ({
  name: `${name} Hub`,
  full: h === 1 ? 'room all day' : 'full about 15:10',
  tiles: Array.from({ length: 8 - h }, (_, i) => {
    const level = h === 2 && i === 5 ? null : 1.02 - 0.05 * i - 0.08 * h;
    const state = level !== null && level > 0.99 ? 'now' : level !== null && level > 0.92 ? 'soon' : '';
    const name = ['Weir Lane', 'Quay', 'Old Customs House', 'Lantern', 'Slipway', 'Tern', 'Beacon', 'Gull'][i];
    return {
      name,
      href: '/x',
      level,
      state,
      carried: 5 - i > 0 ? 5 - i : 0,
      full: i > 5 ? '' : `1${String(i)}:40`,
      room: 'room',
      badge: h + i === 0 ? '1' : '',
    };
  }),
}));

const services = [
  {
    name: 'Hub booking',
    joined: '2024-04-01',
    what: 'What a visit needs: name, age, reason.',
    who: 'Navigators and hub clinicians',
    reads: 214,
    note: '13 places more than we gave',
    passes: [
      { name: 'Given', value: 38, words: '38' },
      { name: 'Received', value: 51, words: '51', second: true },
    ],
  },
  {
    name: 'Payments',
    joined: '2024-04-01',
    what: 'What we are owed and paid, never for whom.',
    who: '2 people in group finance',
    reads: 12,
    note: 'chased on Thursday',
    passes: [
      { name: 'Expected', value: 51, words: '£412,300' },
      { name: 'Late', value: 1, words: '£9,870', state: 'now' },
    ],
  },
  {
    name: 'Evaluation',
    joined: '2025-01-01',
    what: 'Counts by week. No patients.',
    who: 'All 35 practices',
    reads: 47,
    note: '4th highest of 34',
    passes: null,
  },
  {
    name: 'Policies',
    joined: null,
    what: 'The group sees nothing.',
    who: 'We keep our own 46 policies',
    reads: 0,
    note: 'Joining shows our titles and dates',
    passes: null,
  },
];

const offers = [
  {
    at: minutes(4397),
    who: 'Dr Okoro, his own GP',
    where: 'Weir Lane, face to face, 15 min',
    say: 'She knows your knees, and it is a short walk.',
  },
  {
    at: minutes(157),
    who: 'Nurse practitioner Adu',
    where: 'Weir Lane, face to face, 20 min',
    say: 'She can see you this morning and examine it.',
  },
  {
    at: minutes(95),
    who: 'Dr Marsh',
    where: 'Harbour Hub, 2 miles, step-free',
    say: 'The soonest doctor, but it means the bus.',
  },
];

const base = {
  began: now.subtract({ seconds: 74 }),
  offers,
  chart,
  barsChart,
  rows: rows.slice(0, 12),
  hubs,
  services,
};
const problem = {
  title: 'That time has just gone',
  detail: 'Somebody else booked it a moment ago. Nothing was changed.',
};

/** Every sample page by name: the view it shows and what it is given. */
export const samples: Record<string, { view: string; data: object; chrome?: Chrome }> = {
  call: { view: 'call.njk', data: base },
  answered: { view: 'call.njk', data: { ...base, answered: true } },
  stop: { view: 'stop.njk', data: base },
  gap: { view: 'gap.njk', data: base },
  board: { view: 'board.njk', data: base },
  ledger: { view: 'ledger.njk', data: base },
  forms: { view: 'forms.njk', data: base },
  choose: { view: 'choose.njk', data: { practiceName: 'Weir Lane Surgery', backHref: '/back', checked: 1 } },
  problem: { view: 'problem.njk', data: { problem, todo: ['Choose another time.'] } },
  forbidden: { view: '403.njk', data: {} },
  missing: { view: '404.njk', data: {} },
  broken: { view: '500.njk', data: {} },
  locked: { view: 'locked.njk', data: { personName: 'Petra Lowe', kept: true, returnTo: '/call' }, chrome: bareChrome },
  'sign-in': { view: 'sign-in.njk', data: { demonstration: true }, chrome: bareChrome },
  kept: { view: 'kept-forms.njk', data: { forms: [{ url: '/call', fields: { words: 'Sore knee' } }] } },
};

/** An app that shows the samples under the policy of the real one, and keeps, locks and fills nothing. */
export function sampleApp(): FastifyInstance {
  const app = Fastify();
  app.addHook('onSend', async (_, reply) => {
    void reply.header(
      'content-security-policy',
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'",
    );
  });
  registerAssets(app);
  registerPages(app, {
    clock: () => now,
    chrome: (request) => samples[request.url.slice(1).split('?')[0] ?? '']?.chrome ?? chrome,
    folders: [import.meta.dirname],
  });
  app.get<{ Params: { name: string } }>('/:name', (request, reply) => {
    const sample = samples[request.params.name];
    return sample ? reply.page(sample.view, sample.data) : reply.code(404).send({ fields: null });
  });
  return app;
}
