/** A limit that would go up on a day, which may be a slip: everything else here brings it down. */
export interface Rise {
  readonly day: Temporal.PlainDate;
  readonly from: number;
  readonly to: number;
}

/** The steps of a group and of its clinicians' own. */
export type Steps = readonly {
  readonly id: string;
  readonly clinicianId: string | null;
  readonly validFrom: Temporal.PlainDate;
  /** Null where the step ends a clinician's own limit. */
  readonly contacts: number | null;
}[];

interface Wanted {
  readonly clinicianId: string | null;
  readonly contacts: number;
  readonly from: Temporal.PlainDate;
}

const compare = (a: Temporal.PlainDate, b: Temporal.PlainDate): number => Temporal.PlainDate.compare(a, b);

/** The steps as they would be with a limit set; one that begins the same day gives way to it. */
export function withStep(steps: Steps, { clinicianId, contacts, from }: Wanted): Steps {
  const others = steps.filter((step) => step.clinicianId !== clinicianId || compare(step.validFrom, from) !== 0);
  return [...others, { id: '', clinicianId, contacts, validFrom: from }];
}

/** The steps as they would be where a clinician's own limit ends: those of it to come go. */
export function withEnd(steps: Steps, clinicianId: string, { from }: Pick<Wanted, 'from'>): Steps {
  const others = steps.filter((step) => step.clinicianId !== clinicianId || compare(step.validFrom, from) < 0);
  return [...others, { id: '', clinicianId, contacts: null, validFrom: from }];
}

/** The limit that holds on a day for the group, or for one clinician, whose own comes first; null where none does. */
function heldOn(steps: Steps, whose: string | null, day: Temporal.PlainDate): number | null {
  const last = steps
    .filter(({ clinicianId, validFrom }) => clinicianId === whose && compare(validFrom, day) <= 0)
    .sort((a, b) => compare(a.validFrom, b.validFrom))
    .at(-1);
  return last?.contacts ?? (whose === null ? null : heldOn(steps, null, day));
}

/**
 * The greatest rise that a change makes on any day over what holds on that day without it, the first of several; null where
 * none goes up. A day without any limit is none: nothing can be booked then, and a first limit is no slip.
 */
export function riseBetween(before: Steps, after: Steps, whose: string | null): Rise | null {
  const days = [...before, ...after].map(({ validFrom }) => validFrom).sort(compare);
  let greatest: Rise | null = null;
  for (const day of days) {
    const [from, to] = [heldOn(before, whose, day), heldOn(after, whose, day)];
    if (from === null || to === null || to - from <= (greatest ? greatest.to - greatest.from : 0)) continue;
    greatest = { day, from, to };
  }
  return greatest;
}

/** What a tick says yes to: this change and this rise, and no other. */
export function meantBy(change: readonly (string | number)[], { day, from, to }: Rise): string {
  return [...change, day.toString(), from, to].join(' ');
}
