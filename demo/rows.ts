import { at, line, type Load } from './copy.ts';
import type { Clinician } from './clinicians.ts';
import type { Calendar } from './calendar.ts';
import { limitPath } from './parameters.ts';
import type { Person } from './people.ts';
import type { Hub, Practice } from './practices.ts';
import type { RedFlag, Request } from './requests.ts';
import type { Rota } from './sessions.ts';
import type { Booking } from './visits.ts';
import { chanceOf } from './chance.ts';

/** What the group itself is made of. */
export interface Foundation {
  readonly groupId: string;
  readonly groupName: string;
  readonly hubs: readonly Hub[];
  readonly practices: readonly Practice[];
  readonly clinicians: readonly Clinician[];
  readonly people: readonly Person[];
  readonly calendar: Calendar;
  readonly seed: number;
}

/** When the practices came together, and when the newest of them joined. */
function since(practice: Practice): string {
  return practice.part === 'newest' ? '2026-04-01' : '2023-04-01';
}

/** The practices, places, hubs and contracts of the group. */
export function networkLoads(f: Foundation): Load[] {
  const chance = chanceOf(f.seed, 'network');
  const opening = JSON.stringify(Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, ['08:00', '18:30']])));
  const each = <T>(things: readonly T[], make: (thing: T) => readonly (string | number | boolean | null)[]) =>
    things.map((thing) => line(make(thing)));
  const sites = f.practices.flatMap((practice) => practice.sites.map((site) => ({ practice, site })));
  return [
    {
      table: 'network.practice',
      columns: ['id', 'name', 'address', 'postcode', 'latitude', 'longitude', 'opening', 'source'],
      lines: each(f.practices, ({ code, name, sites: [main] }) => [
        code,
        name,
        main.address,
        main.postcode,
        main.latitude,
        main.longitude,
        opening,
        'fictional: the demonstration',
      ]),
    },
    {
      table: 'network.group',
      columns: ['id', 'name', 'legal_shape', 'fictional', 'created_at'],
      lines: [line([f.groupId, f.groupName, 'super-partnership', true, at(f.calendar.now)])],
    },
    {
      table: 'network.group_practice',
      columns: ['group_id', 'practice_id', 'valid_from'],
      lines: each(f.practices, (practice) => [f.groupId, practice.code, since(practice)]),
    },
    {
      table: 'network.branch_site',
      columns: [
        'id',
        'practice_id',
        'name',
        'address',
        'postcode',
        'latitude',
        'longitude',
        'step_free',
        'main',
        'valid_from',
      ],
      lines: each(sites, ({ practice, site }) => [
        site.id, practice.code, site.name, site.address, site.postcode, site.latitude, site.longitude, site.stepFree, site.main, since(practice),
      ]), // prettier-ignore
    },
    {
      table: 'network.hub',
      columns: ['id', 'group_id', 'code', 'name'],
      lines: each(f.hubs, (hub) => [hub.id, f.groupId, hub.code, hub.name]),
    },
    {
      table: 'network.hub_member',
      columns: ['hub_id', 'group_id', 'practice_id', 'valid_from'],
      lines: each(f.practices, (practice) => [practice.hub.id, f.groupId, practice.code, since(practice)]),
    },
    {
      table: 'network.contract',
      columns: [
        'id',
        'group_id',
        'practice_id',
        'kind',
        'holders',
        'beneficiary',
        'cqc_provider',
        'site_id',
        'payee',
        'valid_from',
      ],
      lines: each(f.practices, (practice) => contractRow(practice, f, chance.uuid(Date.UTC(2023, 3, 1)))),
    },
    {
      table: 'network.agreement',
      columns: ['id', 'group_id', 'practice_id', 'service', 'joined_from', 'left_from', 'notice_given_on'],
      lines: each(f.practices.flatMap((practice) => agreementsOf(practice, f.calendar)), (one) => [
        chance.uuid(Date.UTC(2023, 3, 1)), f.groupId, one.practice.code, one.service, one.from, one.to ?? null, one.notice ?? null,
      ]), // prettier-ignore
    },
  ];
}

/** The legal holder, who benefits, who is registered, where, and who is paid: five answers, as a super-partnership has them. */
function contractRow(practice: Practice, f: Foundation, id: string): (string | null)[] {
  const partners = f.clinicians
    .filter((one) => one.practice === practice && one.role === 'gp' && one.kind === 'permanent')
    .slice(0, 3);
  const held = practice.contract === 'APMS';
  const holders = held ? ['Harebell Care Limited'] : partners.map((one) => one.name);
  const registered =
    practice.part === 'newest'
      ? `${partners[0]?.name ?? 'The partners'} and partners, until the change is registered`
      : f.groupName;
  return [
    id,
    f.groupId,
    practice.code,
    practice.contract,
    `{${holders.map((name) => `"${name}"`).join(',')}}`,
    f.groupName,
    registered,
    practice.sites[0].id,
    held ? 'Harebell Care Limited' : `${f.groupName}, profit centre ${practice.name}`,
    since(practice),
  ];
}

interface Agreement {
  readonly practice: Practice;
  readonly service: string;
  readonly from: string;
  readonly to?: string | undefined;
  readonly notice?: string | undefined;
}

const services = ['hub_booking', 'shared_workforce', 'payments', 'policies', 'evaluation'];
/** What some practices have not joined. */
const notJoined: Readonly<Record<string, string>> = {
  home: 'policies',
  uncompared: 'evaluation',
  unlent: 'shared_workforce',
  apart: 'hub_booking',
};

/** Which shared services a practice has joined, from when, and until when. */
export function agreementsOf(practice: Practice, calendar: Calendar): Agreement[] {
  const { part } = practice;
  return services
    .filter((service) => part === undefined || notJoined[part] !== service)
    .map((service) => {
      const from = part === 'newest' ? '2026-04-01' : service === 'evaluation' ? '2024-09-02' : '2023-04-01';
      if (part === 'leaving') {
        const notice = service === 'payments' ? 90 : 28;
        return { practice, service, from, to: calendar.day(notice - 18).date, notice: calendar.day(-18).date };
      }
      const soon = part === 'joining' && service === 'hub_booking';
      return { practice, service, from: soon ? calendar.day(13).date : from };
    });
}

/** The people of the group, their roles, and the path of the safe limit. */
export function peopleLoads(f: Foundation): Load[] {
  const chance = chanceOf(f.seed, 'limits');
  const own = f.clinicians.filter((one) => one.ownLimit !== undefined);
  return [
    {
      table: 'network.person',
      columns: ['id', 'group_id', 'name', 'email', 'fictional'],
      lines: f.people.map((person) => line([person.id, f.groupId, person.name, person.email, true])),
    },
    {
      table: 'network.role_held',
      columns: ['id', 'person_id', 'group_id', 'practice_id', 'hub_id', 'role', 'valid_from'],
      lines: f.people.flatMap((person) =>
        person.roles.map((held) =>
          line([
            held.id,
            person.id,
            f.groupId,
            held.practice?.code ?? null,
            held.hubId ?? null,
            held.role,
            '2024-01-08',
          ]),
        ),
      ),
    },
    {
      table: 'workforce.clinician',
      columns: ['id', 'group_id', 'practice_id', 'person_id', 'name', 'role', 'fte', 'valid_from'],
      lines: f.clinicians.map((one) =>
        line([one.id, f.groupId, one.practice.code, one.person?.id ?? null, one.name, one.role, one.fte, '2024-01-08']),
      ),
    },
    {
      table: 'workforce.daily_limit',
      columns: ['id', 'group_id', 'clinician_id', 'valid_from', 'contacts', 'source'],
      lines: [
        ...limitPath.map((step) =>
          line([
            chance.uuid(f.calendar.day(step.from).at(0)),
            f.groupId,
            null,
            f.calendar.day(step.from).date,
            step.contacts,
            'group decision (fictional)',
          ]),
        ),
        ...own.map((one) =>
          line([
            chance.uuid(f.calendar.day(-400).at(0)),
            f.groupId,
            one.id,
            f.calendar.day(-400).date,
            one.ownLimit ?? 0,
            one.kind === 'trainee' ? 'training plan (fictional)' : 'phased return (fictional)',
          ]),
        ),
      ],
    },
  ];
}

/** Sessions and duties. */
export function rotaLoads(f: Foundation, rota: Rota): Load[] {
  return [
    {
      table: 'access.session',
      columns: [
        'id',
        'group_id',
        'practice_id',
        'site_id',
        'clinician_id',
        'role',
        'mode',
        'kind',
        'day',
        'starts_at',
        'ends_at',
        'slot_minutes',
      ],
      lines: rota.sessions.map((s) =>
        line([
          s.id,
          f.groupId,
          s.practice.code,
          s.site.id,
          s.clinician.id,
          s.clinician.role,
          s.mode,
          s.kind,
          s.day.date,
          at(s.day.at(s.from)),
          at(s.day.at(s.to)),
          s.slot,
        ]),
      ),
    },
    {
      table: 'access.duty',
      columns: ['id', 'group_id', 'level', 'duty_practice_id', 'hub_id', 'clinician_id', 'starts_at', 'ends_at'],
      lines: rota.duties.map((d) =>
        line([
          d.id,
          f.groupId,
          d.level,
          d.practice?.code ?? null,
          d.hub?.id ?? null,
          d.clinician.id,
          at(d.from),
          at(d.to),
        ]),
      ),
    },
  ];
}

const maybeAt = (instant: number | undefined): string | null => (instant === undefined ? null : at(instant));

/** What was asked and what came of it. */
export function accessLoads(
  f: Foundation,
  asked: { requests: readonly Request[]; flags: readonly RedFlag[]; byBooking: ReadonlyMap<Booking, Request> },
  bookings: readonly Booking[],
): Load[] {
  return [
    {
      table: 'access.request',
      columns: [
        'id',
        'group_id',
        'practice_id',
        'patient_id',
        'channel',
        'words',
        'caller_phone',
        'status',
        'reason',
        'identity_confirmed',
        'urgency',
        'outcome',
        'unmet_reason',
        'received_at',
        'due_at',
        'taken_by',
        'ended_at',
      ],
      lines: mapped(asked.requests, (r) => {
        const phone = r.channel === 'telephone' ? r.patient.list.phones[r.patient.at] : '';
        return line([
          r.id, f.groupId, r.patient.list.practice.code, r.patient.list.ids[r.patient.at] ?? null, r.channel, r.words, phone === '' ? null : (phone ?? null), r.status,
          r.reason === '' ? null : r.reason, true, r.urgency, r.outcome ?? null, r.unmetReason ?? null, at(r.receivedAt), at(r.dueAt), r.takenBy.id, maybeAt(r.endedAt),
        ]); // prettier-ignore
      }),
    },
    {
      table: 'access.red_flag',
      columns: [
        'id',
        'group_id',
        'practice_id',
        'request_id',
        'patient_id',
        'category',
        'level',
        'matched',
        'softened',
        'raised_at',
        'raised_by',
        'asked_level',
        'asked_clinician_id',
        'asked_at',
        'acknowledged_at',
        'acknowledged_by',
        'closed_at',
        'closed_by',
        'closing_note',
      ],
      lines: mapped(asked.flags, (flag) => {
        const { request: r, what } = flag;
        const by = flag.asked?.clinician.person?.id ?? null;
        return line([
          flag.id, f.groupId, r.patient.list.practice.code, r.id, r.patient.list.ids[r.patient.at] ?? null, what.category, what.level, what.matched, flag.softened,
          at(r.receivedAt), r.takenBy.id, flag.asked?.level ?? 'group', flag.asked?.clinician.id ?? null, at(r.receivedAt), maybeAt(flag.acknowledgedAt),
          flag.acknowledgedAt === undefined ? null : by, maybeAt(flag.closedAt), flag.closedAt === undefined ? null : by, flag.closedAt === undefined ? null : what.closing,
        ]); // prettier-ignore
      }),
    },
    {
      table: 'access.booking',
      columns: [
        'id',
        'group_id',
        'practice_id',
        'host_practice_id',
        'session_id',
        'clinician_id',
        'patient_id',
        'request_id',
        'kind',
        'mode',
        'day',
        'starts_at',
        'ends_at',
        'status',
        'reason',
        'idempotency_key',
        'booked_at',
        'booked_by',
        'cancelled_at',
        'cancel_reason',
      ],
      lines: mapped(bookings, (b) => {
        const request = asked.byBooking.get(b);
        return line([
          b.id, f.groupId, b.patient.list.practice.code, b.session.practice.code, b.session.id, b.session.clinician.id, b.patient.list.ids[b.patient.at] ?? null, request?.id ?? null,
          'ordinary', b.session.mode, b.session.day.date, at(b.startsAt), at(b.endsAt), b.status, request?.reason ?? '', `demo-${b.id}`, at(b.bookedAt), request?.takenBy.id ?? null,
          maybeAt(b.cancelledAt), b.cancelledAt === undefined ? null : 'patient',
        ]); // prettier-ignore
      }),
    },
  ];
}

function* mapped<T>(things: readonly T[], make: (thing: T) => string): Generator<string> {
  for (const thing of things) yield make(thing);
}
