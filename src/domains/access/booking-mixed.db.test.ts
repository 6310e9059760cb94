import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { as, openSessionFor, smallWorld, standing } from '../../../test/support/world.ts';
import { book, bookJoint, cancelBooking, moveBooking } from './commands/book.ts';
import { bookSeries } from './commands/series.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 120 });
const navigator = as(base.db, world.actors.navigator, 'book-mixed');
const [one = '', two = ''] = world.clinicians;
const [days, slots, minutes] = [3, 54, 10];
const tomorrow = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 1 }).withPlainTime('08:00');
const dayOf = (day: number): Temporal.ZonedDateTime => tomorrow.add({ days: day });
const startOf = (day: number, slot: number): Temporal.Instant =>
  dayOf(day)
    .add({ minutes: slot * minutes })
    .toInstant();
const sessions = new Map<string, string[]>();
for (const [at, clinician] of [one, two].entries())
  for (let day = 0; day < days; day += 1) {
    const startsAt = dayOf(day).toInstant();
    const opened = await openSessionFor(base, {
      n: at * days + day + 1,
      clinician,
      startsAt,
      minutes: slots * minutes,
    });
    sessions.set(clinician, [...(sessions.get(clinician) ?? []), opened]);
  }
const sessionOf = (clinician: string, day: number): string => sessions.get(clinician)?.[day] ?? '';

/** Numbers that look like chance and are the same every time. */
function* dice(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    yield state >>> 8;
  }
}
const roll = dice(20261123);
const upTo = (most: number): number => roll.next().value % most;

let keys = 0;
const visit = (clinician: string, day: number, slot: number) => ({
  ...{ key: `mixed-${(keys += 1)}`, requestId: null, patientId: world.patients[upTo(world.patients.length)] ?? '' },
  ...{ sessionId: sessionOf(clinician, day), startsAt: startOf(day, slot), minutes },
});
const seriesFrom = (clinician: string, slot: number, whole: boolean) => ({
  ...{ key: `mixed-${(keys += 1)}`, requestId: null, patientId: world.patients[upTo(world.patients.length)] ?? '' },
  ...{ everyDays: 1, whole },
  places: Array.from({ length: days }, (_, day) => ({
    ...{ place: day, day: dayOf(day).toPlainDate() },
    slot: { sessionId: sessionOf(clinician, day), startsAt: startOf(day, slot), minutes },
  })),
});

/** One of the ways to come to a visit or to leave it, by whatever was made before. */
async function act(made: string[]): Promise<string> {
  const [clinician, other] = upTo(2) === 0 ? [one, two] : [two, one];
  const [day, slot, way] = [upTo(days), upTo(slots), upTo(10)];
  const before = made[upTo(Math.max(made.length, 1))];
  if (way === 0 && before) return (await cancelBooking(navigator, before, 'they asked')).ok ? 'cancelled' : 'refused';
  if (way === 1 && before) {
    const moved = await moveBooking(navigator, { ...visit(clinician, day, slot), bookingId: before });
    if (moved.ok) made.push(moved.value.bookingId);
    return moved.ok ? 'moved' : 'refused';
  }
  if (way < 4) {
    const several = await bookSeries(navigator, seriesFrom(clinician, slot, way === 2));
    if (several.ok) made.push(...several.value.bookings);
    return several.ok ? 'series' : 'refused';
  }
  const want = visit(clinician, day, slot);
  const single =
    way < 6
      ? await bookJoint(navigator, { ...want, secondSessionId: sessionOf(other, day) })
      : await book(navigator, want);
  if (single.ok) made.push(single.value.bookingId);
  return single.ok ? (way < 6 ? 'joint' : 'single') : 'refused';
}

const visits = sql`select b.id, b.clinician_id, b.patient_id, b.day, b.starts_at, b.ends_at from access.booking b where b.status <> 'cancelled'
  union all select b.id, a.clinician_id, null, a.day, a.starts_at, a.ends_at from access.also_booked a join access.booking b on b.id = a.booking_id and b.status <> 'cancelled'`;

describe('Singles, series, visits with two clinicians, moves and cancellations all at once', () => {
  test('keep every promise: the limit, one visit at a time, and a day that counts what stands', async () => {
    const made: string[] = [];
    const done = new Map<string, number>();
    for (let round = 0; round < 16; round += 1)
      for (const what of await Promise.all(Array.from({ length: 30 }, () => act(made))))
        done.set(what, (done.get(what) ?? 0) + 1);
    for (const what of ['cancelled', 'moved', 'series', 'joint', 'single', 'refused'])
      assert.ok((done.get(what) ?? 0) > 0, `${what}: ${JSON.stringify([...done])}`);
    const stood = await standing<{ clinician: string; day: string; stands: number; counted: number; safe: number }>(
      base.owner,
      sql`select v.clinician_id as clinician, v.day::text as day, count(*)::integer as stands, max(d.ordinary) as counted,
          max(workforce.limit_on(${world.groupId}, v.clinician_id, v.day)) as safe
        from (${visits}) v left join access.clinician_day d on d.clinician_id = v.clinician_id and d.day = v.day group by v.clinician_id, v.day`,
    );
    assert.equal(stood.length, 2 * days);
    for (const { clinician, day, stands, counted, safe } of stood) {
      assert.equal(stands, counted, `${clinician} ${day} counts what stands`);
      assert.ok(stands <= safe, `${clinician} ${day}: ${stands} of ${safe}`);
    }
    assert.ok(
      stood.some(({ stands, safe }) => stands === safe),
      'some day was full, so that the limit was put to the test',
    );
    const twice = await standing(
      base.owner,
      sql`select a.id from (${visits}) a join (${visits}) b on (a.clinician_id = b.clinician_id or a.patient_id = b.patient_id)
        and (a.id, a.clinician_id) < (b.id, b.clinician_id) and a.starts_at < b.ends_at and b.starts_at < a.ends_at`,
    );
    assert.deepEqual(twice, []);
  });
});
