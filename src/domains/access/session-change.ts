/** Why sessions are changed, as the form offers it; never why somebody is away. */
export const changeReasons = {
  absence: 'the clinician is away',
  closure: 'the practice is closed then',
  times: 'the session’s times change',
  'not-needed': 'the session is cancelled',
} as const;
export type ChangeReason = keyof typeof changeReasons;

/** A session as it stands, which may be cut, moved or cancelled. */
export interface StandingSession {
  readonly id: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly slotMinutes: number;
}

/** A time, half-open. */
export interface Span {
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
}

/** What becomes of one session; `left` is null where nothing of it stands. */
export interface SessionChange {
  readonly session: StandingSession;
  readonly left: Span | null;
}

const before = (a: Temporal.Instant, b: Temporal.Instant): boolean => Temporal.Instant.compare(a, b) < 0;
const later = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant => (before(a, b) ? b : a);
const minutesOf = ({ startsAt, endsAt }: Span): number => startsAt.until(endsAt).total('minutes');

/**
 * What becomes of the sessions in which somebody is away: each keeps what lies outside that time, on its own grid. Away in
 * the middle of a session, the longer part still to come stands: a session is one stretch of time.
 */
export function changesByAbsence(
  sessions: readonly StandingSession[],
  away: Span,
  now: Temporal.Instant,
): SessionChange[] {
  return sessions
    .filter(({ startsAt, endsAt }) => before(startsAt, away.endsAt) && before(away.startsAt, endsAt))
    .map((session) => ({ session, left: leftOf(session, away, now) }));
}

function leftOf(session: StandingSession, away: Span, now: Temporal.Instant): Span | null {
  const { startsAt, endsAt, slotMinutes } = session;
  const slots = Math.ceil(startsAt.until(later(away.endsAt, startsAt)).total('minutes') / slotMinutes);
  const parts: Span[] = [
    { startsAt, endsAt: away.startsAt },
    { startsAt: startsAt.add({ minutes: slots * slotMinutes }), endsAt },
  ].filter((part) => minutesOf(part) >= slotMinutes);
  const toCome = (part: Span): number => minutesOf({ ...part, startsAt: later(part.startsAt, now) });
  return parts.toSorted((a, b) => toCome(b) - toCome(a))[0] ?? null;
}

/** A change as the database takes it: sessions with what is left of them, and the times somebody is away. */
export function changesAsJson(
  changes: readonly SessionChange[],
  away: readonly ({ readonly clinicianId: string } & Span)[] = [],
): string {
  return JSON.stringify([
    ...changes.map(({ session, left }) => ({
      session_id: session.id,
      was_starts_at: session.startsAt.toString(),
      was_ends_at: session.endsAt.toString(),
      starts_at: left?.startsAt.toString() ?? null,
      ends_at: left?.endsAt.toString() ?? null,
    })),
    ...away.map(({ clinicianId, startsAt, endsAt }) => ({
      clinician_id: clinicianId,
      starts_at: startsAt.toString(),
      ends_at: endsAt.toString(),
    })),
  ]);
}
