import { createHash } from 'node:crypto';
import ical, { ICalCalendarMethod } from 'ical-generator';
import { kindAt } from '../plan.ts';
import type { Feed, FeedBooking, FeedSession } from '../queries/calendar-link.ts';
import { modeWords } from '../request/words.ts';

const sessionWords = { ordinary: 'Session', duty: 'Duty session', hub: 'Hub session' } as const;

/**
 * The calendar of a link (RFC 5545): times in UTC, so that both clock changes are right everywhere. Its ids come from the
 * link, so that two calendars cannot be laid side by side and no booking is known by its own id.
 */
export function calendarFile(feed: Feed, now: Temporal.Instant): string {
  const calendar = ical({
    name: 'Superpractice: my sessions',
    prodId: { company: 'Superpractice', product: 'Sessions', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  });
  const add = (id: string, one: FeedSession | FeedBooking, said: { summary: string; location: string }): void => {
    calendar.createEvent({
      id: `${createHash('sha256').update(`${feed.link}:${id}`).digest('hex').slice(0, 32)}@superpractice`,
      start: new Date(one.startsAt),
      end: new Date(one.endsAt),
      stamp: new Date(now.epochMilliseconds),
      ...said,
    });
  };
  for (const session of feed.sessions) {
    const { place, address, postcode } = session;
    add(session.id, session, {
      summary: `${sessionWords[session.kind]}, ${place}`,
      location: [place, address, postcode].filter((part) => part !== null && part !== '').join(', '),
    });
  }
  for (const booking of feed.bookings) {
    add(booking.id, booking, {
      summary: [kindOf(booking, feed, now), modeWords(booking.mode), booking.urgent ? 'urgent' : '']
        .filter((part) => part !== '')
        .join(', '),
      location: booking.place,
    });
  }
  return calendar.toString();
}

/** The kind of appointment by the plan of its session; where the session has none it is an appointment. */
function kindOf({ sessionId, startsAt }: FeedBooking, { sessions, kinds }: Feed, now: Temporal.Instant): string {
  const session = sessions.find(({ id }) => id === sessionId);
  const minutes = session ? (Date.parse(startsAt) - Date.parse(session.startsAt)) / 60_000 : 0;
  const part = session?.plan?.find(({ from, to }) => minutes >= from && minutes < to);
  return (part && kinds[kindAt(part, now.epochMilliseconds)]) ?? 'Appointment';
}
