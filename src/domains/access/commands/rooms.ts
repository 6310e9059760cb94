import { randomUUIDv7 } from 'node:crypto';
import { parseDay } from '#kernel/date.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import { heldRoomVisits, roomById, siteKept, type Room } from '../queries/rooms.ts';
import { sessionPractices } from '../queries/session.ts';
import type { SessionFault } from '../session-plan.ts';
import { dated } from '../session-refused.ts';
import { endRoomOn, insertRoom } from '../store/rooms.ts';

/** The form as it was typed. */
export interface RoomFields {
  readonly practice: string;
  /** Empty: the main site. */
  readonly site: string;
  readonly name: string;
  /** Empty: today. */
  readonly from: string;
}

/** Letters of a room's name. */
const longest = 60;
const today = (now: Temporal.Instant): Temporal.PlainDate => now.toZonedDateTimeISO('Europe/London').toPlainDate();

/** Adds a room to a site of a practice the actor arranges sessions of; answers the practice. */
export async function addRoom(
  context: Context,
  fields: RoomFields,
  now: Temporal.Instant,
): Promise<Result<string, readonly SessionFault[]>> {
  const faults: SessionFault[] = [];
  const name = fields.name.trim().replaceAll(/\s+/g, ' ');
  if (name === '') faults.push({ field: 'name', text: 'Give the room’s name or number' });
  else if (name.length > longest)
    faults.push({ field: 'name', text: `A room’s name has up to ${longest} letters: this has ${name.length}` });
  const from = fields.from.trim() === '' ? today(now) : parseDay(fields.from);
  if (from === null) faults.push({ field: 'from', text: 'Enter the day it begins, like 19/12/2026' });
  return transaction(context, async (tx) => {
    const practice = (await sessionPractices(tx)).find(
      ({ id }) => id === fields.practice && (context.actor.practiceId ?? id) === id,
    );
    if (!practice) faults.unshift({ field: 'practice', text: 'Choose a practice whose sessions you arrange' });
    else if (fields.site !== '' && !practice.sites.some(({ value }) => value === fields.site))
      faults.unshift({ field: 'site', text: 'Choose one of the practice’s sites' });
    if (faults.length > 0 || !practice || from === null) return err(faults);
    const siteId = await siteKept(tx, fields.site);
    const id = randomUUIDv7();
    if (!(await insertRoom(tx, { id, practiceId: practice.id, siteId, name, from })))
      return err([
        { field: 'name', text: `That site has a room named ${name} then already: give another name, or end that one` },
      ]);
    return ok(practice.id);
  });
}

/** Why a room is not ended. */
export type RoomRefused =
  { readonly kind: 'no-such-room' } | { readonly kind: 'faults'; readonly faults: readonly SessionFault[] };

const wrong = (text: string) => err({ kind: 'faults', faults: [{ field: 'end', text }] } as const);

/**
 * Ends a room, or ends it on another day; the day is the first without it. A visit booked in it from that day on refuses: it would
 * lose its room, and nobody would be told.
 */
export async function endRoom(
  context: Context,
  { id, day: typed }: { id: string; day: string },
  now: Temporal.Instant,
): Promise<Result<Room, RoomRefused>> {
  const day = parseDay(typed);
  return transaction(context, async (tx) => {
    const room = await roomById(tx, id);
    if (!room || (context.actor.practiceId ?? room.practiceId) !== room.practiceId)
      return err({ kind: 'no-such-room' });
    if (room.state === 'ended') return wrong('The room has ended already');
    if (day === null) return wrong('Enter the first day without it, like 19/12/2026');
    if (Temporal.PlainDate.compare(day, today(now)) < 0)
      return wrong('What was booked stands: choose today or a later day');
    if (Temporal.PlainDate.compare(day, room.from) <= 0)
      return wrong(`The room begins on ${dated(room.from)}: choose a later day`);
    const { visits, firstAt, lastDay } = await heldRoomVisits(tx, id, day);
    if (visits > 0 && firstAt && lastDay) return wrong(sayBooked(visits, firstAt, lastDay));
    if (await clashes(() => endRoomOn(tx, id, day)))
      return wrong('Another room of that name has begun there by then: choose an earlier day');
    return ok(room);
  });
}

function sayBooked(visits: number, firstAt: Temporal.Instant, lastDay: Temporal.PlainDate): string {
  const since = firstAt.toZonedDateTimeISO('Europe/London');
  const time = since.toPlainTime().toString({ smallestUnit: 'minute' });
  const booked =
    visits === 1
      ? `1 visit is booked in it then, on ${dated(since.toPlainDate())} at ${time}: cancel it`
      : `${visits} visits are booked in it from ${dated(since.toPlainDate())}, ${time}, on: cancel them`;
  return `${booked} and book anew first, or choose ${dated(lastDay.add({ days: 1 }))} or later`;
}

/** Whether the database refuses what would be two rooms of one name. */
async function clashes(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return false;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '23P01') return true;
    throw error;
  }
}
