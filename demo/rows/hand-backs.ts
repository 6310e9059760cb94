import { at, lines, maybeAt, type Load } from '../copy.ts';
import type { HandBack } from '../hand-backs.ts';
import type { Foundation, Life } from '../story.ts';
import { patientId } from './visits.ts';

/** Hand-backs, what they ask and the results they leave owed. */
export function handBackLoads({ groupId, calendar }: Foundation, { handBacks }: Life): Load[] {
  const dateOf = (offset: number): string => calendar.day(offset).date;
  const places = ({ booking }: HandBack) =>
    [booking.patient.list.practice.code, booking.session.practice.code] as const;
  const asks = handBacks.flatMap((whole) => whole.asks.map((part) => ({ whole, part })));
  const owed = handBacks.flatMap((whole) => whole.owed.map((part) => ({ whole, part })));
  return [
    {
      table: 'access.hand_back',
      columns: [
        'id', 'group_id', 'practice_id', 'host_practice_id', 'booking_id', 'patient_id', 'clinician_id', 'nothing_asked', 'done', 'written_at', 'written_by',
        'asked_level', 'duty_clinician_id', 'asked_at', 'acknowledged_at', 'acknowledged_by', 'settled_at',
      ], // prettier-ignore
      lines: lines(handBacks, (h) => [
        h.id, groupId, ...places(h), h.booking.id, patientId(h.booking.patient), h.booking.session.clinician.id, h.nothingAsked, h.done, at(h.writtenAt),
        h.booking.session.clinician.person?.id ?? null, h.level, h.duty?.id ?? null, at(h.askedAt), maybeAt(h.acknowledged?.at),
        h.acknowledged?.by.id ?? null, maybeAt(h.settledAt),
      ]), // prettier-ignore
    },
    {
      table: 'access.hand_back_ask',
      columns: [
        'id', 'group_id', 'practice_id', 'host_practice_id', 'hand_back_id', 'booking_id', 'clinician_id', 'duty_clinician_id', 'what', 'of_kind', 'of_role', 'due_on',
        'written_at', 'closed_at', 'closed_by', 'closing_note',
      ], // prettier-ignore
      lines: lines(asks, ({ whole: h, part: a }) => [
        a.id, groupId, ...places(h), h.id, h.booking.id, h.booking.session.clinician.id, h.duty?.id ?? null, a.what, 'role', a.of, dateOf(a.dueOn),
        at(h.writtenAt), maybeAt(a.closed?.at), a.closed?.by.id ?? null, a.closed?.note ?? null,
      ]), // prettier-ignore
    },
    {
      table: 'access.owed_result',
      columns: [
        'id', 'group_id', 'practice_id', 'host_practice_id', 'hand_back_id', 'booking_id', 'clinician_id', 'duty_clinician_id', 'test', 'owner_clinician_id',
        'expected_on', 'written_at', 'closed_at', 'closed_by', 'closing_note',
      ], // prettier-ignore
      lines: lines(owed, ({ whole: h, part: r }) => [
        r.id, groupId, ...places(h), h.id, h.booking.id, h.booking.session.clinician.id, h.duty?.id ?? null, r.test, r.owner.id, dateOf(r.expectedOn),
        at(h.writtenAt), maybeAt(r.closed?.at), r.closed?.by.id ?? null, r.closed?.note ?? null,
      ]), // prettier-ignore
    },
  ];
}
