import { at, lines, type Load, type Value } from '../copy.ts';
import type { RedFlag } from '../flags.ts';
import type { Person } from '../people.ts';
import type { Request } from '../requests.ts';
import type { Foundation, Life } from '../story.ts';
import { historyBegins, type Booking } from '../visits.ts';
import { patientId } from './visits.ts';

/** Who did something: somebody by name, or the patient. */
interface By {
  readonly person: Person | undefined;
  readonly name: string;
  readonly role: string;
}

/** One row of the audit, as the product would have written it when it happened. */
interface Entry {
  readonly kind: 'change' | 'read';
  readonly action: string;
  readonly by: By;
  readonly practice: string;
  readonly class: 'visit' | 'patient';
  readonly subject: string;
  readonly subjectId: string;
  readonly detail: object | null;
}

/** What happened: when (epoch milliseconds), what kind of thing, and the place of the request, booking or flag it happened to. */
interface Happenings {
  readonly at: number[];
  readonly what: number[];
  readonly which: number[];
}

/** Every kind of thing the history tells; the place in the list stands for it in `Happenings`. */
const tellings: readonly ((which: number, life: Life) => Entry)[] = [
  (which, { requests }) => ofRequest(requests[which], { action: 'start-call', subject: 'access.request insert' }),
  (which, { requests }) => readByDesk(requests[which]),
  (which, { requests }) => ended(requests[which]),
  (which, { bookings, byBooking }) => ofBooking(bookings[which], { byBooking, action: 'book', change: null }),
  (which, { bookings, byBooking }) => {
    const change = { status: ['booked', bookings[which]?.status ?? ''] };
    return ofBooking(bookings[which], { byBooking, action: 'record-outcome', change });
  },
  (which, { bookings, byBooking }) => {
    const change = { status: ['booked', 'cancelled'], cancel_reason: [null, bookings[which]?.cancelled?.reason] };
    return ofBooking(bookings[which], { byBooking, action: 'cancel-booking', change });
  },
  (which, { bookings }) => readByClinician(bookings[which]),
  (which, { flags }) => ofFlag(flags[which], { action: 'save-call', change: null }),
  (which, { flags }) =>
    ofFlag(flags[which], {
      action: 'acknowledge-red-flag',
      change: { acknowledged_at: [null, at(flags[which]?.acknowledged?.at ?? 0)] },
    }),
  (which, { flags }) =>
    ofFlag(flags[which], { action: 'close-red-flag', change: { closing_note: [null, flags[which]?.closed?.note] } }),
];

const REQUESTED = 0;
const READ_BY_DESK = 1;
const ENDED = 2;
const BOOKED = 3;
const OUTCOME = 4;
const CANCELLED = 5;
const READ_BY_CLINICIAN = 6;
const RAISED = 7;
const ACKNOWLEDGED = 8;
const CLOSED = 9;

const byPatient: By = { person: undefined, name: '', role: 'patient' };

function byPerson(person: Person | undefined, role: string): By {
  return person ? { person, name: person.name, role } : byPatient;
}

function ofRequest(r: Request | undefined, { action, subject }: { action: string; subject: string }): Entry {
  if (r === undefined) throw new Error('the history tells of a request there is not');
  const by = r.channel === 'online' ? byPatient : byPerson(r.takenBy, 'navigator');
  return {
    kind: 'change',
    action,
    by,
    practice: r.patient.list.practice.code,
    class: 'visit',
    subject,
    subjectId: r.id,
    detail: null,
  };
}

function readByDesk(r: Request | undefined): Entry {
  const made = ofRequest(r, { action: 'choose-patient', subject: 'patient' });
  return {
    ...made,
    kind: 'read',
    by: byPerson(r?.takenBy, 'navigator'),
    class: 'patient',
    subjectId: r ? patientId(r.patient) : '',
  };
}

function ended(r: Request | undefined): Entry {
  const made = ofRequest(r, { action: r?.status === 'booked' ? 'book' : 'end-call', subject: 'access.request update' });
  const detail = { status: ['draft', r?.status], outcome: [null, r?.outcome] };
  return { ...made, by: byPerson(r?.takenBy, 'navigator'), detail };
}

interface Change {
  readonly action: string;
  readonly change: object | null;
}

function ofBooking(b: Booking | undefined, { byBooking, action, change }: Change & Pick<Life, 'byBooking'>): Entry {
  if (b === undefined) throw new Error('the history tells of a visit there is not');
  const desk = byPerson(byBooking.get(b)?.takenBy, 'navigator');
  const seen = action === 'record-outcome';
  const by = seen ? byPerson(b.session.clinician.person, 'clinician') : desk;
  return {
    kind: 'change',
    action,
    by:
      by === byPatient
        ? {
            person: undefined,
            name: seen ? b.session.clinician.name : 'Recall list',
            role: seen ? 'clinician' : 'system',
          }
        : by,
    practice: b.patient.list.practice.code,
    class: 'visit',
    subject: `access.booking ${change === null ? 'insert' : 'update'}`,
    subjectId: b.id,
    detail: change,
  };
}

function readByClinician(b: Booking | undefined): Entry {
  if (b === undefined) throw new Error('the history tells of a visit there is not');
  const { clinician } = b.session;
  return {
    kind: 'read',
    action: 'see-visit',
    by: { person: clinician.person, name: clinician.name, role: 'clinician' },
    practice: b.patient.list.practice.code,
    class: 'patient',
    subject: 'patient',
    subjectId: patientId(b.patient),
    detail: null,
  };
}

function ofFlag(flag: RedFlag | undefined, { action, change }: Change): Entry {
  if (flag === undefined) throw new Error('the history tells of a red flag there is not');
  const { request: r } = flag;
  return {
    kind: 'change',
    action,
    by: change === null ? byPerson(r.takenBy, 'navigator') : byPerson(flag.acknowledged?.by, 'clinician'),
    practice: r.patient.list.practice.code,
    class: 'visit',
    subject: `access.red_flag ${change === null ? 'insert' : 'update'}`,
    subjectId: flag.id,
    detail: change,
  };
}

/** Everything that happened in the four weeks, in the order in which it did. */
function happened(
  { calendar }: Foundation,
  { requests, bookings, flags }: Life,
): { all: Happenings; order: Uint32Array } {
  const all: Happenings = { at: [], what: [], which: [] };
  const from = historyBegins(calendar);
  const tell = (instant: number | undefined, what: number, which: number): void => {
    if (instant === undefined || instant < from || instant > calendar.now) return;
    all.at.push(instant);
    all.what.push(what);
    all.which.push(which);
  };
  requests.forEach((r, which) => {
    tell(r.receivedAt, REQUESTED, which);
    if (r.takenBy) tell(r.receivedAt + 25_000, READ_BY_DESK, which);
    if (r.takenBy) tell(r.endedAt, ENDED, which);
  });
  bookings.forEach((b, which) => {
    tell(b.bookedAt, BOOKED, which);
    if (b.status === 'attended' || b.status === 'did_not_attend') tell(b.endsAt + 60_000, OUTCOME, which);
    tell(b.cancelled?.at, CANCELLED, which);
    const elsewhere = b.session.practice !== b.patient.list.practice;
    if (b.status === 'attended' && (elsewhere || which % 8 === 0)) tell(b.startsAt + 20_000, READ_BY_CLINICIAN, which);
  });
  flags.forEach((flag, which) => {
    tell(flag.request.receivedAt + 1000, RAISED, which);
    tell(flag.acknowledged?.at, ACKNOWLEDGED, which);
    tell(flag.closed?.at, CLOSED, which);
  });
  const order = Uint32Array.from(all.at, (_, place) => place);
  order.sort((one, other) => (all.at[one] ?? 0) - (all.at[other] ?? 0) || one - other);
  return { all, order };
}

/** The audit of the four weeks. `transactionOf` numbers the transactions that did it, so that the chain can be sealed piece by piece. */
export function auditLoads(group: Foundation, life: Life, transactionOf: (instant: number) => string | null): Load[] {
  const { all, order } = happened(group, life);
  const row = (place: number): Value[] => {
    const instant = all.at[place] ?? 0;
    const entry = tellings[all.what[place] ?? 0]?.(all.which[place] ?? 0, life);
    if (entry === undefined) throw new Error('the history tells of something it has no words for');
    const { by } = entry;
    return [
      transactionOf(instant), at(instant), entry.kind, entry.action, by.person?.id ?? null, by.name, by.role, group.groupId, entry.practice, entry.class,
      entry.subject, entry.subjectId, entry.detail === null ? null : JSON.stringify(entry.detail),
    ]; // prettier-ignore
  };
  return [
    {
      table: 'audit.event',
      columns: [
        'tx',
        'at',
        'kind',
        'action',
        'person_id',
        'person_name',
        'role',
        'group_id',
        'practice_id',
        'class',
        'subject',
        'subject_id',
        'detail',
      ],
      lines: lines(order, row),
    },
  ];
}
