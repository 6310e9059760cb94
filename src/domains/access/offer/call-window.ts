/** From when until when somebody is rung, seen by video or visited, where they are told no time; in epoch milliseconds. */
export interface CallWindow {
  readonly from: number;
  readonly until: number;
}

/** How long windows are, for a way of being seen and a kind of appointment (access.call_window). */
export interface WindowRule {
  readonly mode: string;
  /** Null: every kind. */
  readonly kind: string | null;
  /** The first London day it holds on, as YYYY-MM-DD. */
  readonly validFrom: string;
  /** Null: they are told the time itself. */
  readonly minutes: number | null;
}

/** A session, or a part of one, as far as its windows depend on it. */
interface Place {
  readonly mode: string;
  readonly day: string;
  readonly startsAt: number;
  readonly endsAt: number;
}

/**
 * The window a start stands in; undefined where they are told the time itself. The session, or the part of its plan, is cut into
 * windows from its start. `rules` are in the order they are looked for. The database does the same as it books (access.set_window).
 */
export function windowAt(
  startsAt: number,
  { place, kind, rules }: { place: Place; kind: string; rules: readonly WindowRule[] },
): CallWindow | undefined {
  if (place.mode === 'face_to_face') return undefined;
  const rule = rules.find(
    (one) => one.mode === place.mode && (one.kind === null || one.kind === kind) && one.validFrom <= place.day,
  );
  if (rule === undefined || rule.minutes === null) return undefined;
  const length = rule.minutes * 60_000;
  const from = place.startsAt + Math.floor((startsAt - place.startsAt) / length) * length;
  return { from, until: Math.min(from + length, place.endsAt) };
}

/** A window as a visit carries it. */
export interface Windowed {
  readonly windowFrom: Temporal.Instant | null;
  readonly windowUntil: Temporal.Instant | null;
}

/** A window as a visit would carry it. */
export function windowed(window: CallWindow | undefined): Windowed {
  if (window === undefined) return { windowFrom: null, windowUntil: null };
  const at = (moment: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(moment);
  return { windowFrom: at(window.from), windowUntil: at(window.until) };
}

/** The window of a visit; undefined where it was told as a time. */
export function windowOf({ windowFrom, windowUntil }: Windowed): CallWindow | undefined {
  if (windowFrom === null || windowUntil === null) return undefined;
  return { from: windowFrom.epochMilliseconds, until: windowUntil.epochMilliseconds };
}
