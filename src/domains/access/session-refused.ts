import type { SessionFault } from './session-plan.ts';

/** Why sessions cannot be opened so. */
export type SessionRefused =
  | { readonly kind: 'faults'; readonly faults: readonly SessionFault[] }
  | { readonly kind: 'no-such-practice' }
  | { readonly kind: 'no-such-clinician' }
  | { readonly kind: 'not-here-then'; readonly name: string; readonly day: Temporal.PlainDate }
  | { readonly kind: 'no-such-site' }
  | { readonly kind: 'not-supervised' }
  | { readonly kind: 'overlap'; readonly name: string; readonly days: readonly Temporal.PlainDate[] };

/** Why a session's plan cannot be kept. */
export type PlanRefused =
  | { readonly kind: 'no-such-session' }
  | { readonly kind: 'over' }
  | { readonly kind: 'faults'; readonly faults: readonly SessionFault[] }
  | { readonly kind: 'unfit'; readonly bookings: number; readonly day: Temporal.PlainDate }
  | { readonly kind: 'room-without-plan' }
  | { readonly kind: 'no-room-there'; readonly site: string; readonly day: Temporal.PlainDate }
  | { readonly kind: 'without-room'; readonly bookings: number; readonly day: Temporal.PlainDate };

/** Says why a plan was not kept, field by field. */
export function sayPlanRefused(reason: PlanRefused): readonly SessionFault[] {
  switch (reason.kind) {
    case 'faults':
      return reason.faults;
    case 'no-such-session':
      return [{ field: 'kind-0', text: 'That session is not there, or it is cancelled' }];
    case 'over':
      return [{ field: 'kind-0', text: 'The session is over' }];
    case 'unfit': {
      const { bookings, day } = reason;
      const visits = bookings === 1 ? '1 visit that is booked does' : `${bookings} visits that are booked do`;
      return [
        { field: 'kind-0', text: `${visits} not fit into it on ${dated(day)}: move them first, or plan around them` },
      ];
    }
    case 'room-without-plan':
      return [
        { field: 'needsRoom', text: 'Only a session with a plan takes rooms: fill a row, or take the tick away' },
      ];
    case 'no-room-there':
      return [{ field: 'needsRoom', text: `${reason.site} has no room on ${dated(reason.day)}: add one first` }];
    case 'without-room': {
      const { bookings, day } = reason;
      const visits = bookings === 1 ? '1 visit is' : `${bookings} visits are`;
      return [
        {
          field: 'needsRoom',
          text: `${visits} booked without a room on ${dated(day)}: book ${bookings === 1 ? 'it' : 'them'} elsewhere first`,
        },
      ];
    }
  }
}

/** A day as a sentence says it. */
export const dated = (day: Temporal.PlainDate): string =>
  day.toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

function listed(days: readonly Temporal.PlainDate[]): string {
  const [first, ...more] = days;
  if (!first) return '';
  if (more.length === 0) return dated(first);
  return more.length <= 3
    ? `${days.slice(0, -1).map(dated).join('; ')} and ${dated(days.at(-1) ?? first)}`
    : `${dated(first)} and ${more.length} days more`;
}

/** Says why sessions were refused, field by field; nothing of a run is opened when one day of it cannot be. */
export function saySessionRefused(reason: SessionRefused): readonly SessionFault[] {
  switch (reason.kind) {
    case 'faults':
      return reason.faults;
    case 'no-such-practice':
      return [{ field: 'practice', text: 'Choose a practice you open sessions for' }];
    case 'no-such-clinician':
      return [{ field: 'clinician', text: 'Choose a clinician of a practice you open sessions for' }];
    case 'not-here-then':
      return [{ field: 'clinician', text: `${reason.name} does not work here on ${dated(reason.day)}` }];
    case 'no-such-site':
      return [{ field: 'site', text: 'Choose one of the practice’s sites' }];
    case 'not-supervised':
      return [{ field: 'clinician', text: 'No GP supervises them on that day: name their supervisor first' }];
    case 'overlap':
      return [
        {
          field: 'from',
          text: `${reason.name} has a session then already on ${listed(reason.days)}: nothing was opened. Choose other times, or cancel that session first`,
        },
      ];
  }
}
