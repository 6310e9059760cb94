import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { calledBy } from '../../offer/words.ts';
import type { OwnVisit } from '../../queries/online.ts';

/**
 * A visit as a calendar file (RFC 5545). It says when, where and with whom, never why: calendars are shared. One id for one
 * visit, so that a file taken again changes the entry; a cancelled visit takes it away.
 */
export function calendarOf(visit: OwnVisit, now: Temporal.Instant): string {
  const cancelled = visit.status === 'cancelled';
  const calendar = ical({
    prodId: { company: 'Superpractice', product: 'Appointments', language: 'EN' },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  const at = (moment: Temporal.Instant): Date => new Date(moment.epochMilliseconds);
  const goes = visit.mode === 'face_to_face';
  const event = calendar.createEvent({
    id: `${visit.id}@superpractice`,
    start: at(visit.windowFrom ?? visit.startsAt),
    end: at(visit.windowUntil ?? visit.endsAt),
    stamp: at(now),
    sequence: cancelled ? 1 : 0,
    summary: goes ? `Appointment, ${visit.placeName}` : 'Appointment by telephone or video',
    description: `With ${calledBy(visit)}. To move or cancel it, sign in or ring the practice.`,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(goes
      ? { location: [visit.placeName, visit.address, visit.postcode].filter((part) => part !== null).join(', ') }
      : {}),
  });
  if (!cancelled) event.createAlarm({ type: ICalAlarmType.display, trigger: 3600 });
  return calendar.toString();
}
