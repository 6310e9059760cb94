import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/transaction.ts';
import type { Windowed } from '../offer/call-window.ts';
import type { CandidateSession, OfferContext } from '../offer/opening.ts';
import { seriesDays, seriesPlaces, type SeriesPlace, type SeriesTerms } from '../offer/series.ts';
import { candidates } from './candidates.ts';

/** The places of a series after its first, at the practice of the first: one look for each of its days, however far ahead. */
export async function placesOfSeries(
  tx: Tx,
  terms: SeriesTerms,
  { context, patientId }: { context: OfferContext; patientId: string },
): Promise<SeriesPlace[]> {
  const { first, leeway } = terms;
  const { practiceId, role, mode } = first.session;
  const days = seriesDays(terms).slice(1);
  const near = days.flatMap(({ day }) =>
    Array.from({ length: 2 * leeway + 1 }, (_, at) => day.add({ days: at - leeway }).toString()),
  );
  const known = await tx.rows<{ id: string; day: Temporal.PlainDate }>(sql`
    select s.id, s.day from access.session s
    where s.practice_id = ${practiceId} and s.day = any (${near}::date[]) and s.role = ${role} and s.status = 'open'`);
  const sessions: CandidateSession[] = [];
  for (const [day, ids] of Map.groupBy(known, (one) => one.day.toString()))
    sessions.push(
      ...(await candidates(tx, {
        ...{ practiceId, patientId, usualGpId: context.patient.usualGpId, roles: [role], modes: [mode] },
        ...{ now: Temporal.Instant.fromEpochMilliseconds(context.now), until: Temporal.PlainDate.from(day) },
        ...{ duty: false, practices: 1, sessions: ids.map(({ id }) => id), within: [practiceId] },
      })),
    );
  return seriesPlaces(terms, { sessions, context });
}

/** A series as it stands, its visits in order. */
export interface SeriesTold {
  readonly id: string;
  readonly practiceId: string;
  readonly patientId: string;
  readonly requestId: string | null;
  readonly everyDays: number;
  readonly madeAt: Temporal.Instant;
  readonly visits: readonly SeriesVisit[];
}

/** One visit of a series: as it is booked now, or why it could not be had. */
export interface SeriesVisit extends Windowed {
  readonly place: number;
  /** The day it was to be. */
  readonly day: Temporal.PlainDate;
  readonly unmet: string | null;
  readonly bookingId: string | null;
  readonly status: string | null;
  readonly startsAt: Temporal.Instant | null;
  readonly clinicianName: string | null;
  readonly placeName: string | null;
  readonly mode: string | null;
}

/** One series the actor may see; an audited read of its patient. */
export async function seriesById(tx: Tx, id: string): Promise<SeriesTold | undefined> {
  const series = await tx.maybe<Omit<SeriesTold, 'visits'>>(sql`
    select s.id, s.practice_id as "practiceId", s.patient_id as "patientId", s.request_id as "requestId", s.every_days as "everyDays", s.made_at as "madeAt"
    from access.series s where s.id = ${id}`);
  if (series === undefined) return undefined;
  tx.read({ class: 'patient', practiceId: series.practiceId, subjectId: series.patientId });
  const visits = await tx.rows<SeriesVisit>(sql`
    select v.place, v.day, v.unmet, b.id as "bookingId", b.status, b.starts_at as "startsAt", b.window_from as "windowFrom", b.window_until as "windowUntil",
      c.name as "clinicianName", coalesce(site.name, p.name) as "placeName", b.mode
    from access.series_visits(${id}) v left join access.booking b on b.id = v.booking_id left join workforce.clinician c on c.id = b.clinician_id
    left join network.practice p on p.id = b.host_practice_id left join access.session s on s.id = b.session_id
    left join network.branch_site site on site.id = s.site_id
    order by v.place`);
  return { ...series, visits };
}

/** The series a visit is one of, and how many it has; undefined where it stands alone. */
export async function seriesOf(db: Queryable, bookingId: string): Promise<{ id: string; visits: number } | undefined> {
  return db.maybe<{ id: string; visits: number }>(sql`
    with recursive before as (
      select ${bookingId}::uuid as id
      union all select b.id from before n join access.booking b on b.moved_to = n.id)
    select k.series_id as id, (select count(*)::integer from access.series_place o where o.series_id = k.series_id and o.unmet is null) as visits
    from access.series_place k join before n on n.id = k.booking_id limit 1`);
}
