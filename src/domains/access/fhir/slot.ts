import type { Slot } from '@medplum/fhirtypes';
import { err, ok, type Result } from '#kernel/result.ts';
import type { Queryable } from '#platform/db/database.ts';
import { transaction } from '#platform/db/transaction.ts';
import { invalidParameter, type FhirFault } from '#platform/fhir/fault.ts';
import type { FhirKind, Found } from '#platform/fhir/kind.ts';
import { boundsOf, followed, idOf } from '#platform/fhir/search.ts';
import { parseSlotName, slotName } from '../slot-name.ts';
import { bookableParts } from '../plan.ts';
import { freeStarts } from '../slot.ts';
import { appointmentKinds } from '../queries/offers.ts';
import { bookableSessions, sessionsNamed, type BookableSession, type SessionsWanted } from '../queries/slots.ts';
import { channelOf } from './channel.ts';
import { actorsWanted, windowOf } from './window.ts';

/** How many slots one answer holds unless the program says, and at the most; the rest follows by its `next` link. */
const usualCount = 500;
const mostCount = 1000;

const minute = 60_000;
const timeOf = (at: number): string => Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'second' });

function slotOf(session: BookableSession, start: number, status: Slot['status']): Slot {
  const startsAt = Temporal.Instant.fromEpochMilliseconds(start);
  return {
    resourceType: 'Slot',
    id: slotName({ sessionId: session.id, startsAt }),
    extension: [channelOf(session.mode)],
    serviceType: [{ text: session.roleName }],
    schedule: { reference: `Schedule/${session.id}` },
    status,
    start: timeOf(start),
    end: timeOf(start + session.slotMinutes * minute),
  };
}

/** Whether programs may book a kind of appointment. */
type Open = (kind: string) => boolean;

/** The slots named, each as it is now: free, busy, or free in time but kept, or past the clinician's safe limit. */
function slotsNamed(
  sessions: readonly BookableSession[],
  names: readonly string[],
  { opens, now }: { opens: Open; now: number },
): Slot[] {
  return names.flatMap((name) => {
    const named = parseSlotName(name);
    const whole = sessions.find(({ id }) => id === named?.sessionId);
    if (!named || !whole) return [];
    const start = named.startsAt.epochMilliseconds;
    const covers = ({ startsAt, endsAt }: BookableSession) => startsAt <= start && start < endsAt;
    const session = partsOf(whole, Number.MAX_SAFE_INTEGER, () => true).find(covers);
    if (!session) return [];
    const { startsAt, endsAt, slotMinutes, booked, full, open, places = 1 } = session;
    const end = start + slotMinutes * minute;
    if (start < startsAt || end > endsAt || (start - startsAt) % (slotMinutes * minute) !== 0) return [];
    const taken = booked.filter(([from, to]) => from < end && to > start).length >= places;
    const kept = full || !open || !bookableParts(whole, now, opens).some(covers);
    return [slotOf(session, start, taken ? 'busy' : kept ? 'busy-unavailable' : 'free')];
  });
}

const partsOf = bookableParts<BookableSession>;

/** What programs may book, as it is decided by data. */
async function opensTo(tx: Queryable): Promise<Open> {
  const kinds = new Set((await appointmentKinds(tx)).filter(({ programs }) => programs).map(({ code }) => code));
  return (kind) => kinds.has(kind);
}

/** What a search for slots asks, by GP Connect's rules: free ones, of a range of two weeks at most, with their schedules. */
function wantedBy(params: URLSearchParams, now: Temporal.Instant): Result<SessionsWanted, FhirFault> {
  if (params.getAll('status').join() !== 'free') return err(invalidParameter('status=free is required.'));
  const includes = [...params].some(([name, value]) => name.startsWith('_include') && value === 'Slot:schedule');
  if (!includes) return err(invalidParameter('_include=Slot:schedule is required.'));
  // GP Connect closes the range by the slot's end, BaRS and FHIR by its start.
  const bounds = boundsOf([...params.getAll('start'), ...params.getAll('end')], 'start');
  if (!bounds.ok) return bounds;
  const window = windowOf(bounds.value, now);
  if (!window.ok) return err(invalidParameter(`start ${window.error}`));
  const schedule = params.get('schedule');
  const sessions = schedule === null ? {} : { sessions: schedule.split(',').map((each) => idOf(each, 'Schedule')) };
  return ok({ ...window.value, ...sessions, ...actorsWanted(params, 'schedule.actor') });
}

function page(all: readonly Slot[], params: URLSearchParams): Result<Found, FhirFault> {
  const whole = (name: string, usual: number): number => {
    const given = params.get(name);
    return given === null ? usual : /^\d{1,6}$/.test(given) ? Number(given) : Number.NaN;
  };
  const [count, offset] = [Math.min(whole('_count', usualCount), mostCount), whole('_offset', 0)];
  if (Number.isNaN(count + offset)) return err(invalidParameter('_count and _offset are whole numbers.'));
  const names = [...params.keys()].filter((name) =>
    /^(?:status|start|end|schedule(?:\.actor.*)?|_count|_offset)$/i.test(name),
  );
  const self = followed(params, names);
  const next = new URLSearchParams(self);
  next.set('_offset', String(offset + count));
  return ok({
    matches: all.slice(offset, offset + count),
    total: all.length,
    followed: self,
    ...(offset + count < all.length && count > 0 ? { next } : {}),
  });
}

/** Free places, computed from sessions and bookings at the moment they are asked for. */
export const slotKind: FhirKind = {
  type: 'Slot',
  readScopes: ['system/Slot.read'],
  documentation: 'Free places of sessions whose clinicians are within their safe limit. Unknown filters are ignored.',
  params: [
    { name: 'status', type: 'token', documentation: 'Required: free' },
    { name: 'start', type: 'date', documentation: 'Required: from (ge) and until (le), two weeks at most' },
    { name: 'schedule', type: 'reference', documentation: 'Of these schedules' },
    { name: 'schedule.actor', type: 'reference', documentation: 'HealthcareService, Location or PractitionerRole' },
    {
      name: '_count',
      type: 'special',
      documentation: `How many at once, ${usualCount} unless said, ${mostCount} at most`,
    },
  ],
  includes: { 'Slot:schedule': (from) => [(from as Slot).schedule] },
  read: async ({ context, now }, names) => {
    const ids = names.flatMap((name) => parseSlotName(name)?.sessionId ?? []);
    return transaction(context, async (tx) =>
      slotsNamed(await sessionsNamed(tx, ids), names, { opens: await opensTo(tx), now: now.epochMilliseconds }),
    );
  },
  search: async ({ context, now }, params) => {
    const wanted = wantedBy(params, now);
    if (!wanted.ok) return wanted;
    const [from, until] = [wanted.value.from.epochMilliseconds, wanted.value.until.epochMilliseconds];
    // A range closed by the slot's end holds whole slots.
    const closing = params.has('end') ? minute : 0;
    const [sessions, opens] = await transaction(context, async (tx) => [
      await bookableSessions(tx, wanted.value),
      await opensTo(tx),
    ]);
    const slots = sessions
      .filter(({ full }) => !full)
      .flatMap((session) => bookableParts(session, now.epochMilliseconds, opens))
      .flatMap((session) =>
        freeStarts(session, session.slotMinutes, { from, most: 1000 })
          .filter((start) => start + closing * session.slotMinutes < until)
          .map((start) => slotOf(session, start, 'free')),
      );
    slots.sort((a, b) => (a.start === b.start ? ((a.id ?? '') < (b.id ?? '') ? -1 : 1) : a.start < b.start ? -1 : 1));
    return page(slots, params);
  },
};
