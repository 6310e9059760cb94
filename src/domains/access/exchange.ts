import type { Exchange } from '#domains/network/index.ts';

/** Two counts of appointments: of this week, and of the four whole weeks before it. */
interface Weeks {
  readonly week: number;
  readonly four: number;
}

/** What passed between a practice and one other: places it gave to the other's patients, and received for its own. */
export interface ExchangedWith {
  readonly practiceName: string;
  readonly hubName: string | null;
  readonly given: Weeks;
  readonly received: Weeks;
}

/** The days of one calendar week, Monday to Sunday, and of the four before it. */
export interface ExchangeDays {
  readonly monday: Temporal.PlainDate;
  readonly sunday: Temporal.PlainDate;
  readonly fourFrom: Temporal.PlainDate;
  readonly fourTo: Temporal.PlainDate;
}

/** The calendar week a day is in, and the four whole weeks before it. */
export function exchangeDays(today: Temporal.PlainDate): ExchangeDays {
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  return {
    monday,
    sunday: monday.add({ days: 6 }),
    fourFrom: monday.subtract({ days: 28 }),
    fourTo: monday.subtract({ days: 1 }),
  };
}

/** Appointments that stand between a practice and others, by direction and by kind. */
export interface StillToCome {
  /** Whether the patients are the practice's own, seen elsewhere; else it sees others' patients. */
  readonly received: boolean;
  readonly ordinary: number;
  readonly overflow: number;
  readonly last: Temporal.PlainDate;
}

/** What is booked between a practice and others and still to come: how many each way, ordinary and urgent, and until when. */
function toComeOf(rows: readonly StillToCome[]): NonNullable<Exchange['toCome']> {
  if (rows.length === 0)
    return { says: 'No appointment between us and other practices is still to come.', table: null };
  const all = rows.reduce((sum, { ordinary, overflow }) => sum + ordinary + overflow, 0);
  const last = rows.map((row) => row.last).reduce((a, b) => (Temporal.PlainDate.compare(a, b) < 0 ? b : a));
  const line = (received: boolean, name: string): (string | number)[] => {
    const { ordinary = 0, overflow = 0 } = rows.find((row) => row.received === received) ?? {};
    return [name, ordinary, overflow, ordinary + overflow];
  };
  return {
    says: `${capital(appointments(all))} between us and other practices ${all === 1 ? 'is' : 'are'} still to come, the last on ${short(last)}. ${all === 1 ? 'It stays' : 'They stay'} booked, whatever the day of leaving.`,
    table: {
      caption: 'Appointments still to come, by whose patients they are and by kind',
      columns: ['Still to come', 'Ordinary', 'Urgent overflow', 'Together'],
      rows: [line(true, 'Our patients elsewhere'), line(false, 'Patients of others with us')],
    },
  };
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const short = (day: Temporal.PlainDate): string => day.toLocaleString('en-GB', { day: 'numeric', month: 'short' });
const appointments = (count: number): string =>
  count === 0 ? 'no appointment' : `${count.toLocaleString('en-GB')} appointment${count === 1 ? '' : 's'}`;

const service = 'hub_booking';
const loses =
  'After that day they are offered our own places alone: none at another practice or the hub, however long they would wait for ours.';

const elsewhere = {
  says: 'counts something else, so its figures differ: places our clinicians put on at the hub, booked or not, and visits of our patients there, also where the hub is at our own surgery.',
  name: 'Hub places',
  href: '/hub-places',
};

/** Hub booking for whoever does not see the practice's appointments: the numbers are there, but not theirs to count. */
export function exchangeUnseen(): Exchange {
  const says = [
    'Places given and received are counted from appointments, which a partner’s role does not see. The practice manager sees them here.',
  ];
  return { service, bars: [], note: '', says, elsewhere: null, loses, table: null, toCome: null };
}

/** Hub booking told to a practice: places received elsewhere for its patients and given to others', as words and a table. */
export function exchangeOf(
  rows: readonly ExchangedWith[],
  days: ExchangeDays,
  standing: readonly StillToCome[] = [],
): Exchange {
  const toCome = toComeOf(standing);
  const sum = (of: (row: ExchangedWith) => number): number => rows.reduce((total, row) => total + of(row), 0);
  const received = { week: sum((row) => row.received.week), four: sum((row) => row.received.four) };
  const given = { week: sum((row) => row.given.week), four: sum((row) => row.given.four) };
  const week = `${short(days.monday)} to ${short(days.sunday)}`;
  const four = `${short(days.fourFrom)} to ${short(days.fourTo)}`;
  if (rows.length === 0)
    return {
      ...{ service, loses, elsewhere },
      bars: [],
      note: 'No place has passed between us and others in five weeks',
      says: [
        `From ${short(days.fourFrom)} to ${short(days.sunday)} no patient of ours has an appointment elsewhere, and no patient of another practice has one with us.`,
      ],
      table: null,
      toCome,
    };
  return {
    ...{ service, loses, elsewhere, toCome },
    bars: [
      { name: 'Received', value: received.week, words: received.week.toLocaleString('en-GB') },
      { name: 'Given', value: given.week, words: given.week.toLocaleString('en-GB'), second: true },
    ],
    note: `Appointments between us and other practices this week, ${week}`,
    says: [
      `This week (${week}) our patients have ${appointments(received.week)} elsewhere, and patients of other practices have ${appointments(given.week)} with us.`,
      `In the four weeks before (${four}) our patients had ${appointments(received.four)} elsewhere, and patients of other practices had ${appointments(given.four)} with us.`,
      balance(received.week + received.four, given.week + given.four),
    ],
    table: {
      caption: 'Places received and given by practice',
      columns: [
        'Practice',
        'Hub',
        'Received this week',
        'Given this week',
        'Received in four weeks before',
        'Given in four weeks before',
      ],
      rows: rows.map((row) => [
        row.practiceName,
        row.hubName,
        row.received.week,
        row.given.week,
        row.received.four,
        row.given.four,
      ]),
    },
  };
}

function balance(received: number, given: number): string {
  if (received === given) return 'In these five weeks we received as many places as we gave.';
  const more = Math.abs(received - given).toLocaleString('en-GB');
  return received > given
    ? `In these five weeks we received ${more} more than we gave.`
    : `In these five weeks we gave ${more} more than we received.`;
}
