import type { Calendar } from './calendar.ts';
import type { Practice } from './practices.ts';

const FOUNDED = '2023-04-01';
const NEWEST = '2026-04-01';

/** The day a practice came into the group: when it was founded, but for the newest. */
export function since(practice: Practice): string {
  return practice.part === 'newest' ? NEWEST : FOUNDED;
}

/** A practice's joining of one shared service. */
interface Agreement {
  readonly practice: Practice;
  readonly service: string;
  readonly from: string;
  readonly to: string | undefined;
  readonly notice: string | undefined;
}

const services = ['hub_booking', 'shared_workforce', 'payments', 'policies', 'evaluation'];

/** What practices that play a part have not joined. */
const notJoined: Readonly<Partial<Record<NonNullable<Practice['part']>, string>>> = {
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
      if (part === 'leaving') {
        const days = service === 'payments' ? 90 : 28;
        return { practice, service, from: FOUNDED, to: calendar.day(days - 18).date, notice: calendar.day(-18).date };
      }
      const soon = part === 'joining' && service === 'hub_booking';
      const from = part === 'newest' ? NEWEST : service === 'evaluation' ? '2024-09-02' : FOUNDED;
      return { practice, service, from: soon ? calendar.day(13).date : from, to: undefined, notice: undefined };
    });
}
