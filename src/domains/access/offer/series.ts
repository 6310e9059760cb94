import { bankHolidaysInEngland } from '#kernel/bank-holidays.ts';
import { england, isWorkingDay } from '#kernel/working-day.ts';
import { looked } from './opening.ts';
import type { CandidateSession, OfferContext, Opening } from './opening.ts';

/** How visits follow one another: the first that was chosen, how many in all, and days from one to the next. */
export interface SeriesTerms {
  readonly first: Opening;
  readonly times: number;
  readonly everyDays: number;
  /** Days before or after that will do where the day itself has no place. */
  readonly leeway: number;
}

/** A day on which a visit of a series is wanted. */
export interface SeriesDay {
  readonly place: number;
  readonly day: Temporal.PlainDate;
  /** Why it is not the day that was counted: that day's bank holiday, or that nobody works at a weekend. */
  readonly movedFrom?: { readonly day: Temporal.PlainDate; readonly why: string } | undefined;
}

/** A visit of a series with the place that is nearest to what was wanted; none where nothing is free. */
export interface SeriesPlace extends SeriesDay {
  readonly opening: Opening | undefined;
}

const london = 'Europe/London';
const timeOf = (at: number): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(london);

/**
 * The days a series is wanted on. A bank holiday is put off to the next working day, and so is a weekend where the first visit
 * is on a weekday; no day comes twice.
 */
export function seriesDays({ first, times, everyDays }: Omit<SeriesTerms, 'leeway'>): SeriesDay[] {
  const begins = timeOf(first.startsAt).toPlainDate();
  const weekends = begins.dayOfWeek > 5;
  const days: SeriesDay[] = [];
  for (let place = 0; place < times; place += 1) {
    const counted = begins.add({ days: everyDays * place });
    const before = days.at(-1)?.day;
    let day = counted;
    while (
      place > 0 &&
      ((weekends ? england.holidays.has(day.toString()) : !isWorkingDay(england, day)) ||
        (before !== undefined && Temporal.PlainDate.compare(day, before) <= 0))
    )
      day = day.add({ days: 1 });
    days.push({ place, day, ...(day.equals(counted) ? {} : { movedFrom: { day: counted, why: whyNot(counted) } }) });
  }
  return days;
}

function whyNot(day: Temporal.PlainDate): string {
  const holiday = bankHolidaysInEngland.days.find(({ date }) => date === day.toString());
  return holiday?.name ?? (day.dayOfWeek > 5 ? 'a weekend' : 'the day before is taken');
}

/**
 * The place of each day that is nearest to the first visit: the day itself before its neighbours, the same clinician before others,
 * then the nearest to the same time of day in London, whatever the clocks have done since. No two on one day.
 */
export function seriesPlaces(
  terms: SeriesTerms,
  { sessions, context }: { sessions: readonly CandidateSession[]; context: OfferContext },
): SeriesPlace[] {
  const { first, leeway } = terms;
  const byDay = Map.groupBy(openOn(sessions, { first, context }), ({ session }) => session.day);
  const minutes = minuteOfDay(first.startsAt);
  const taken = new Set<string>();
  return seriesDays(terms).map((wanted) => {
    const found = wanted.place === 0 ? first : nearest(wanted.day);
    if (found) taken.add(found.session.day);
    return { ...wanted, opening: found };
  });

  function nearest(day: Temporal.PlainDate): Opening | undefined {
    for (const days of Array.from({ length: 2 * leeway + 1 }, (_, at) => (at % 2 === 0 ? -at / 2 : (at + 1) / 2))) {
      const on = day.add({ days }).toString();
      if (taken.has(on)) continue;
      const [best] = (byDay.get(on) ?? []).toSorted(
        (a, b) => notSame(a) - notSame(b) || far(a) - far(b) || a.startsAt - b.startsAt,
      );
      if (best) return best;
    }
    return undefined;
  }
  function notSame({ session }: Opening): number {
    return session.clinicianId === first.session.clinicianId ? 0 : 1;
  }
  function far({ startsAt }: Opening): number {
    return Math.abs(minuteOfDay(startsAt) - minutes);
  }
}

function minuteOfDay(at: number): number {
  const { hour, minute } = timeOf(at);
  return hour * 60 + minute;
}

/** Every place of the days of a series that is like the first: same role, same way, same length, however late in the day. */
function openOn(
  sessions: readonly CandidateSession[],
  { first, context }: { first: Opening; context: OfferContext },
): Opening[] {
  const need = {
    ...context.need,
    roles: [first.session.role],
    modes: [first.session.mode],
    minutes: first.minutes,
    dueBy: Number.MAX_SAFE_INTEGER,
    mustBeInTime: false,
  };
  // The first visit's own length holds already what a longer appointment needs.
  const patient = { ...context.patient, needs: context.patient.needs.filter((code) => code !== 'longer') };
  // A day that is nearly full has its last places at any time of it, not the first alone.
  const withRoom = sessions
    .filter(({ contacts, limit }) => limit !== null && contacts < limit)
    .map((session) => ({ ...session, contacts: 0 }));
  return looked(withRoom, { ...context, need, patient }).openings;
}
