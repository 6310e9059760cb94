import { sql } from '#platform/db/sql.ts';

/** A time in epoch milliseconds, half-open. */
type Interval = readonly [number, number];

/** What of a session is taken, as `timesTaken` reads it. */
export interface TimesTaken {
  readonly fromMinutes: number[] | null;
  readonly toMinutes: number[] | null;
  readonly besides: string | null;
}

/** Clinicians' days, each with what is kept on it for patients who are choosing: looked up only where something may be. */
export const dayWithHolds = sql`(select k.*, case when k.held_until > statement_timestamp() then access.held_on(k.clinician_id, k.day) end as kept
  from access.clinician_day k)`;

/**
 * Of a session `s`, its clinician's day `d` (`clinician_day`) and its visits `v` (`access.visits_in`): when the clinician is taken. The
 * visits side by side, since several share the time of a group consultation; of all else (urgent overflow, other systems' books)
 * the time alone.
 */
export const timesTaken = sql`v.from_minutes as "fromMinutes", v.to_minutes as "toMinutes",
  (d.taken * access.minutes_of(s.starts_at, s.ends_at) - coalesce((select range_agg(access.minutes_of(s.starts_at + f.value::integer * interval '1 minute',
    s.starts_at + u.value::integer * interval '1 minute')) from json_array_elements_text(v.from_minutes) with ordinality f(value, n)
    join json_array_elements_text(v.to_minutes) with ordinality u(value, n) on u.n = f.n), '{}'))::text as besides`;

/** When a session's clinician is taken, in order. */
export function intervalsTaken({
  startsAt,
  fromMinutes,
  toMinutes,
  besides,
}: TimesTaken & { readonly startsAt: number }): Interval[] {
  const at = (minutes: number): number => startsAt + minutes * 60_000;
  const visits = (fromMinutes ?? []).map((from, n): Interval => [at(from), at(toMinutes?.[n] ?? from)]);
  return [...visits, ...intervalsOf(besides ?? '{}')].sort((a, b) => a[0] - b[0]);
}

/** Intervals, in order, of a multirange of minutes such as `{[29712345,29712360)}`. */
export function intervalsOf(multirange: string): Interval[] {
  const minutes = multirange.match(/\d+/g) ?? [];
  return Array.from(
    { length: minutes.length / 2 },
    (_, at) => [Number(minutes[at * 2]) * 60_000, Number(minutes[at * 2 + 1]) * 60_000] as const,
  );
}
