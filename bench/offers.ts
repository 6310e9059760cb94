// How long offers for a need take, in a group of 35 practices and one of 350, while others book.
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { book, cancelBooking } from '#domains/access/commands/book.ts';
import { offersFor } from '#domains/access/offer/offer.ts';
import { sessionsFor } from '#domains/access/queries/offers.ts';
import { closeDatabase, openDatabase, type Database } from '#platform/db/database.ts';
import { migrate } from '#platform/db/migrate.ts';
import { sql } from '#platform/db/sql.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import { startEmbedded } from '#platform/embedded/server.ts';
import type { Benchmark } from './run.ts';
import { groupNavigator, layGroup, patientOf, patientsEach } from './support/offers-ground.ts';

/** Needs that are offered for each size, after some that warm the plans; and bookings a second meanwhile, more than a group's busiest hour. */
const [asked, warming, bookingsASecond] = [1000, 100, 20];

interface Patient {
  readonly id: string;
  readonly practiceId: string;
  readonly usualGpId: string;
  readonly latitude: number;
  readonly longitude: number;
}

const contextOf = (db: Database): Context => ({ db, actor: groupNavigator, act: { action: 'bench-offers' } });

async function patientAt(db: Database, n: number): Promise<Patient> {
  return transaction(contextOf(db), (tx) =>
    tx.one<Patient>(sql`select p.id, p.practice_id as "practiceId", p.usual_gp_id as "usualGpId", p.latitude, p.longitude
      from patients.patient p where p.id = ${patientOf(n)}`),
  );
}

/** Six weeks of offers for one patient; every fourth need is one for a nurse, every fifth one where knowing the patient matters less. */
async function offer(
  db: Database,
  patient: Patient,
  n: number,
): Promise<{ first: SlotFound | undefined; compared: number }> {
  const now = Temporal.Now.instant();
  const { sessions, context } = await transaction(contextOf(db), (tx) =>
    sessionsFor(tx, {
      ...{ patientId: patient.id, now },
      patient: {
        ...{ practiceId: patient.practiceId, usualGpId: patient.usualGpId, needs: [], forOther: false },
        point: { latitude: patient.latitude, longitude: patient.longitude },
      },
      need: {
        roles: n % 4 === 0 ? ['nurse', 'advanced_nurse'] : ['gp', 'advanced_nurse'],
        ...{ modes: ['face_to_face', 'telephone'], minutes: 15, mustBeInTime: false, continuity: n % 5 > 0 },
        dueBy: now.add({ hours: 14 * 24 }).epochMilliseconds,
      },
    }),
  );
  const [first] = offersFor(sessions, context).offers;
  return {
    first: first && { sessionId: first.session.id, startsAt: first.startsAt, minutes: first.minutes },
    compared: sessions.length,
  };
}

interface SlotFound {
  readonly sessionId: string;
  readonly startsAt: number;
  readonly minutes: number;
}

/** Books and cancels what is offered, so many a second, until told to stop; answers how many bookings were made. */
async function bookMeanwhile(
  db: Database,
  { slots, patients }: { slots: readonly SlotFound[]; patients: readonly Patient[] },
  running: () => boolean,
): Promise<number> {
  let made = 0;
  for (let n = 0; running(); n += 1) {
    const [slot, patient] = [slots[n % slots.length], patients[n % patients.length]];
    if (!slot || !patient) break;
    const began = performance.now();
    const startsAt = Temporal.Instant.fromEpochMilliseconds(slot.startsAt);
    const want = {
      key: `bench-${n}`,
      requestId: null,
      patientId: patient.id,
      sessionId: slot.sessionId,
      startsAt,
      minutes: slot.minutes,
    };
    const booked = await book(contextOf(db), want);
    if (booked.ok) {
      made += 1;
      await cancelBooking(contextOf(db), booked.value.bookingId, 'bench');
    }
    await new Promise((resolve) =>
      setTimeout(resolve, Math.max(0, 1000 / bookingsASecond - (performance.now() - began))),
    );
  }
  return made;
}

async function measure(practices: number): Promise<object> {
  const folder = await mkdtemp(path.join(tmpdir(), 'superpractice-bench-'));
  const server = await startEmbedded({ dataDir: folder });
  try {
    await migrate(server.ownerUrl);
    const owner = openDatabase({ url: server.ownerUrl, max: 1 });
    await layGroup(owner, { practices });
    await closeDatabase(owner);
    const db = openDatabase({ url: server.appUrl, max: 4 });
    const patients: Patient[] = [];
    for (let n = 0; n < 200; n += 1) patients.push(await patientAt(db, (n * 37) % (practices * patientsEach)));
    const slots: SlotFound[] = [];
    for (let n = 0; n < warming; n += 1) {
      const found = await offer(db, patients[n % patients.length] ?? (await patientAt(db, 0)), n);
      if (found.first) slots.push(found.first);
    }
    let running = true;
    const booking = bookMeanwhile(db, { slots, patients: patients.toReversed() }, () => running);
    const times: number[] = [];
    let compared = 0;
    const began = performance.now();
    const before = process.cpuUsage();
    for (let n = 0; n < asked; n += 1) {
      const from = performance.now();
      const found = await offer(db, patients[n % patients.length] ?? (await patientAt(db, 0)), n);
      times.push(performance.now() - from);
      compared += found.compared;
    }
    const took = (performance.now() - began) / 1000;
    const { user, system } = process.cpuUsage(before);
    running = false;
    const booked = await booking;
    await closeDatabase(db);
    times.sort((a, b) => a - b);
    const at = (share: number): number => Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10;
    return {
      ...{ practices, p50Ms: at(0.5), p90Ms: at(0.9), p99Ms: at(0.99), sessionsCompared: Math.round(compared / asked) },
      ...{ bookingsASecond: Math.round(booked / took), programCpuMsEach: Math.round((user + system) / 1000 / asked) },
      loadOfMachine: Math.round((loadavg()[0] ?? 0) * 10) / 10,
    };
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function main(args: readonly string[]): Promise<object> {
  const found: object[] = [];
  for (const practices of args.length > 0 ? args.map(Number) : [35, 350]) {
    const row = await measure(practices);
    console.log(JSON.stringify(row));
    found.push(row);
  }
  return { asked, found };
}

export const benchmark: Benchmark = {
  about: 'offers for a need over six weeks at 35 practices (450 clinicians) and 350, while others book',
  run: main,
};
