import { endOfNextWorkingDay } from '../calendar.ts';
import { array, at, lines, maybeAt, type Load } from '../copy.ts';
import type { Foundation, Life } from '../story.ts';
import type { Who } from '../visits.ts';
import { recallReasons } from '../words/reasons.ts';

/** In the demonstration everything is near its time within the hour, whatever its urgency. */
const nearMinutes = 60;

/** The identifier of a patient. */
export function patientId({ list, at: place }: Who): string {
  return list.ids[place] ?? '';
}

/** Sessions and duties. */
export function rotaLoads({ groupId, clinicians }: Foundation, { rota }: Life): Load[] {
  // Numbers that Ofcom keeps for drama: nobody's.
  const phones = new Map(clinicians.map(({ id }, n) => [id, `+447700900${String(n % 1000).padStart(3, '0')}`]));
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
        'plan',
      ],
      lines: lines(rota.sessions, (s) => [
        s.id, groupId, s.practice.code, s.site.id, s.clinician.id, s.clinician.role, s.mode, s.kind, s.day.date, at(s.day.at(s.from)), at(s.day.at(s.to)), s.slot,
        s.plan === undefined ? null : JSON.stringify(s.plan),
      ]), // prettier-ignore
    },
    {
      table: 'access.duty',
      columns: [
        'id',
        'group_id',
        'level',
        'duty_practice_id',
        'hub_id',
        'clinician_id',
        'phone',
        'starts_at',
        'ends_at',
      ],
      lines: lines(rota.duties, (d) => [
        d.id, groupId, d.level, d.practice?.code ?? null, d.hub?.id ?? null, d.clinician.id, phones.get(d.clinician.id) ?? null, at(d.from), at(d.to),
      ]), // prettier-ignore
    },
  ];
}

/** What was asked for, and the red flags among it. */
export function requestLoads({ groupId }: Foundation, { requests, flags }: Life): Load[] {
  return [
    {
      table: 'access.request',
      columns: [
        'id', 'group_id', 'practice_id', 'patient_id', 'channel', 'words', 'caller_phone', 'status', 'reason', 'identity_confirmed', 'matched', 'urgency',
        'outcome', 'unmet_reason', 'received_at', 'due_at', 'about', 'answer_by', 'warn_at', 'taken_by', 'taken_at', 'ended_at',
      ], // prettier-ignore
      lines: lines(requests, (r) => {
        const phone = r.channel === 'telephone' ? (r.patient.list.phones[r.patient.at] ?? '') : '';
        const known = r.takenBy !== undefined;
        const answerBy = Math.min(r.dueAt, endOfNextWorkingDay(r.receivedAt));
        const matched = known ? ['birth_date', phone === '' ? 'address' : 'phone'] : phone === '' ? [] : ['phone'];
        return [
          r.id, groupId, r.patient.list.practice.code, patientId(r.patient), r.channel, r.words, phone === '' ? null : phone, r.status, r.reason, known,
          array(matched), r.urgency, r.outcome ?? null, r.unmetReason ?? null, at(r.receivedAt), at(r.dueAt), r.reason, at(answerBy), at(answerBy - nearMinutes * 60_000),
          r.takenBy?.id ?? null,
          known ? at(r.receivedAt + (r.channel === 'online' ? 600_000 : 0)) : null, maybeAt(r.endedAt),
        ]; // prettier-ignore
      }),
    },
    {
      table: 'access.red_flag',
      columns: [
        'id', 'group_id', 'practice_id', 'request_id', 'patient_id', 'category', 'level', 'matched', 'softened', 'raised_at', 'raised_by', 'asked_level',
        'asked_clinician_id', 'asked_at', 'asked_before', 'acknowledged_at', 'acknowledged_by', 'closed_at', 'closed_by', 'closing_note', 'danger',
      ], // prettier-ignore
      lines: lines(flags, (flag) => {
        const { request: r, found, asked, acknowledged, closed } = flag;
        const before = flag.before.map((step) => ({
          level: step.asked.level,
          clinicianId: step.asked.clinicianId,
          at: new Date(step.at).toISOString(),
        }));
        return [
          flag.id, groupId, r.patient.list.practice.code, r.id, patientId(r.patient), found.category, found.level, found.matched, found.softened,
          at(r.receivedAt), r.takenBy?.id ?? null, asked.level, asked.clinicianId, at(flag.askedAt), JSON.stringify(before), maybeAt(acknowledged?.at),
          acknowledged?.by.id ?? null, maybeAt(closed?.at), closed ? (acknowledged?.by.id ?? null) : null, closed?.note ?? null, closed?.danger ?? null,
        ]; // prettier-ignore
      }),
    },
  ];
}

/** The visits. */
export function bookingLoads({ groupId, clinicians }: Foundation, { bookings, byBooking }: Life): Load[] {
  const deciders = new Map(clinicians.map((one) => [one, one.name]));
  return [
    {
      table: 'access.booking',
      columns: [
        'id', 'group_id', 'practice_id', 'host_practice_id', 'session_id', 'clinician_id', 'patient_id', 'request_id', 'kind', 'mode', 'day', 'starts_at', 'ends_at',
        'status', 'reason', 'overflow_reason', 'overflow_by', 'overflow_decider', 'overflow_confirmed_at', 'idempotency_key', 'booked_at', 'booked_by', 'cancelled_at', 'cancel_reason',
      ], // prettier-ignore
      lines: lines(bookings, (b) => {
        const { session: s } = b;
        const request = byBooking.get(b);
        const past = b.overflow !== undefined;
        const recalls = recallReasons[s.clinician.role] ?? ['Follow-up'];
        return [
          b.id, groupId, b.patient.list.practice.code, s.practice.code, past ? null : s.id, s.clinician.id, patientId(b.patient), request?.id ?? null,
          past ? 'overflow' : 'ordinary', s.mode, s.day.date, at(b.startsAt), at(b.endsAt), b.status, request?.reason ?? recalls[b.patient.at % recalls.length] ?? '',
          b.overflow ?? null, past ? (deciders.get(s.clinician) ?? null) : null,
          past ? s.clinician.id : null, past ? at(b.bookedAt) : null, `demo-${b.id}`, at(b.bookedAt), request?.takenBy?.id ?? null,
          maybeAt(b.cancelled?.at), b.cancelled?.reason ?? null,
        ]; // prettier-ignore
      }),
    },
  ];
}
