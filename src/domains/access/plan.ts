import type { SessionTimes } from './slot.ts';

/** One part of a session's plan: what its time is for. `from` and `to` in minutes after the session's start. */
export interface PlanPart {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
  /** Of one appointment. */
  readonly minutes: number;
  /** At one time: more than one in a group consultation alone. */
  readonly places: number;
  /** Where it is not the session's own. */
  readonly mode?: string | undefined;
  /** Its embargo: not booked before. */
  readonly opensAt?: string | undefined;
  /** From when what is left of it is `releasesAs`. */
  readonly releasesAt?: string | undefined;
  readonly releasesAs?: string | undefined;
}

/** A kind of appointment, and what need is offered it. */
export interface AppointmentKind {
  readonly code: string;
  readonly name: string;
  readonly says: string;
  readonly takesPatients: boolean;
  /** In which order urgent and other need is offered it; null: never. */
  readonly urgent: number | null;
  readonly routine: number | null;
  /** The patient's need it is kept for. */
  readonly forNeed: string | null;
  readonly programs: boolean;
}

/** A session as its plan is read from. */
export interface Planned extends SessionTimes {
  readonly mode: string;
  readonly plan?: readonly PlanPart[] | null | undefined;
}

/** The kind a part is of at an instant: as it was planned, or as what it was released. */
export function kindAt(part: PlanPart, now: number): string {
  return part.releasesAt !== undefined && part.releasesAs !== undefined && Date.parse(part.releasesAt) <= now
    ? part.releasesAs
    : part.kind;
}

/** Whether a part may be booked yet. */
function isOpen(part: PlanPart, now: number): boolean {
  return part.opensAt === undefined || Date.parse(part.opensAt) <= now;
}

/**
 * A session as it is booked: itself where it has no plan, else one for each part that may be booked now and is of a kind wanted,
 * with the part's own times, length and mode.
 */
export function bookableParts<S extends Planned>(session: S, now: number, wanted: (kind: string) => boolean): S[] {
  if (session.plan === null || session.plan === undefined) return [session];
  return session.plan
    .filter((part) => isOpen(part, now) && wanted(kindAt(part, now)))
    .map((part) => ({
      ...session,
      startsAt: session.startsAt + part.from * 60_000,
      endsAt: session.startsAt + part.to * 60_000,
      slotMinutes: part.minutes,
      places: part.places,
      mode: part.mode ?? session.mode,
      partKind: kindAt(part, now),
      plan: null,
    }));
}
