import { err, ok, type Result } from '#kernel/result.ts';
import { idOf, type Bounds } from '#platform/fhir/search.ts';
import type { SessionsWanted } from '../queries/slots.ts';

/** A time that is searched, from an instant until before another. */
export type Window = Pick<SessionsWanted, 'from' | 'until'>;

/** GP Connect, search for free slots: a range of two weeks at most, both of whose days count. */
const longestDays = 15;

/** The window two bounds make; what has passed of it is left out. Otherwise what is wrong, to follow the parameter's name. */
export function windowOf({ from, until }: Bounds, now: Temporal.Instant): Result<Window, string> {
  if (from === undefined || until === undefined) return err('is needed twice: from (ge) and until (le).');
  if (Temporal.Instant.compare(until, from) <= 0) return err('ends before it begins.');
  const day = (at: Temporal.Instant) => at.toZonedDateTimeISO('Europe/London');
  if (
    day(from)
      .until(day(until), { largestUnit: 'days' })
      .total({ unit: 'days', relativeTo: day(from) }) > longestDays
  )
    return err('covers more than two weeks: ask for less.');
  // From now on, unless all of it has passed.
  const later = Temporal.Instant.compare(from, now) < 0 ? now : from;
  return ok({ from: later, until: Temporal.Instant.compare(until, later) < 0 ? later : until });
}

/** Whose or which place's sessions are asked for, by parameters such as `actor`, `actor:Location` or `schedule.actor:HealthcareService`. */
export function actorsWanted(params: URLSearchParams, name: string): Partial<SessionsWanted> {
  const wanted: { practices?: string[]; places?: string[]; clinicians?: string[] } = {};
  for (const [key, value] of params) {
    if (key.toLowerCase() !== name && !key.toLowerCase().startsWith(`${name}:`)) continue;
    const type = key.slice(name.length + 1) || (/([A-Za-z]+)\/[^/]+$/.exec(value)?.[1] ?? '');
    const ids = (of: string) => value.split(',').map((each) => idOf(each, of));
    if (type.toLowerCase() === 'healthcareservice') wanted.practices = ids('HealthcareService');
    else if (type.toLowerCase() === 'location') wanted.places = ids('Location');
    else if (type.toLowerCase() === 'practitionerrole') wanted.clinicians = ids('PractitionerRole');
  }
  return wanted;
}
