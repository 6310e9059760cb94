/** A session with what is already booked in it, times in epoch milliseconds, intervals half-open. */
export interface SessionTimes {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly slotMinutes: number;
  /** Booked intervals as [start, end), in order of start. */
  readonly booked: readonly (readonly [number, number])[];
  /** How many may be there at one time: one unless it is said. */
  readonly places?: number;
}

/**
 * The starts (epoch milliseconds) at which `minutes` are free in a session from `from` on, on the session's own grid.
 * Needs of more than a slot take neighbouring slots. Earliest first, at most `most`.
 */
export function freeStarts(
  session: SessionTimes,
  minutes: number,
  { from, most }: { from: number; most: number },
): number[] {
  const slot = session.slotMinutes * 60_000;
  const length = Math.ceil(minutes / session.slotMinutes) * slot;
  const skipped = Math.max(0, Math.ceil((from - session.startsAt) / slot));
  const starts: number[] = [];
  let next = 0;
  for (let start = session.startsAt + skipped * slot; start + length <= session.endsAt; start += slot) {
    while (next < session.booked.length && (session.booked[next]?.[1] ?? 0) <= start) next += 1;
    const taken = session.booked[next];
    if (taken && taken[0] < start + length && !(session.places && roomBeside(session, start, length))) continue;
    starts.push(start);
    if (starts.length === most) break;
  }
  return starts;
}

/** Whether a group that meets at a start has a place left; nobody joins one that began before. */
function roomBeside({ booked, places = 1 }: SessionTimes, start: number, length: number): boolean {
  const there = booked.filter(([from, to]) => from < start + length && to > start);
  return there.length < places && there.every(([from]) => from === start);
}

/** Minutes a need takes in a session: whole slots. */
export function minutesTaken(session: Pick<SessionTimes, 'slotMinutes'>, minutes: number): number {
  return Math.ceil(minutes / session.slotMinutes) * session.slotMinutes;
}
