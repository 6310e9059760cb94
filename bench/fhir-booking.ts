// How fast programs book through FHIR: eight on one schedule, eight over sixteen, beside a route that only authenticates.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { importJWK, SignJWT } from 'jose';
import { slotName } from '#domains/access/slot-name.ts';
import { createClient } from '#domains/network/commands/clients.ts';
import { systemActor } from '#platform/auth/actor.ts';
import { closeDatabase, openDatabase } from '#platform/db/database.ts';
import { migrate } from '#platform/db/migrate.ts';
import { startEmbedded } from '#platform/embedded/server.ts';
import { spread } from '../demo/replay/figures.ts';
import type { Benchmark } from './run.ts';
import { dayStart, idOf, layGround, navigator } from './support/booking-ground.ts';

const ground = { clinicians: 16, days: 48, slotsADay: 96, pastDays: 30 };
const clients = 8;
const rounds = 4;
const seconds = 3;
const target = { oneOfSixteen: 0.8, falseConflicts: 0 };

interface App {
  readonly address: string;
  stop(): Promise<void>;
}

/** The app as it is started for real, in a process of its own. */
async function startApp(ownerUrl: string): Promise<App> {
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: path.join(import.meta.dirname, '..'),
    env: {
      ...process.env,
      ...{ PORT: '0', DATABASE_URL: ownerUrl, SUPERPRACTICE_DEMO: 'no', LOG_LEVEL: 'error', TRUST_PROXY: 'loopback' },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /ready at (http:\S+)/.exec(line)?.[1];
    if (address === undefined) continue;
    child.stdout.resume();
    const stop = async (): Promise<void> => {
      child.kill('SIGINT');
      await once(child, 'exit');
    };
    return { address, stop };
  }
  throw new Error('the app ended before it was ready');
}

/** Lets a program in and answers its token: with every scope a booking needs, or with one that books nothing. */
async function tokenWith(
  scopes: readonly string[],
  { address, ownerUrl }: { address: string; ownerUrl: string },
): Promise<string> {
  const db = openDatabase({ url: ownerUrl, max: 1 });
  const context = { db, actor: systemActor('bench', navigator.groupId), act: { action: 'bench' } };
  const made = await createClient(context, { name: `Bench ${scopes.join(' ')}`, scopes });
  await closeDatabase(db);
  if (!made.ok || !made.value.privateKey) throw new Error(`no client: ${JSON.stringify(made)}`);
  const { id, privateKey } = made.value;
  const claims = { iss: id, sub: id, jti: crypto.randomUUID(), exp: Math.floor(Date.now() / 1000) + 240 };
  const signed = new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES384', kid: privateKey.kid ?? '' })
    .setAudience(`${address}/oauth2/token`);
  const response = await fetch(`${address}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await signed.sign(await importJWK(privateKey, 'ES384')),
    }),
  });
  return ((await response.json()) as { access_token: string }).access_token;
}

/** One figure: what eight clients got through in a few seconds. */
interface Cell {
  readonly perSecond: number;
  readonly p50Ms: number | null;
  readonly p99Ms: number | null;
  readonly wrong: number;
}

let sent = 0;

async function measure(send: () => Promise<boolean>): Promise<Cell> {
  const times: number[] = [];
  let wrong = 0;
  const began = performance.now();
  const client = async (): Promise<void> => {
    while (performance.now() - began < seconds * 1000) {
      const from = performance.now();
      if (!(await send())) wrong += 1;
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const { p50, p99 } = spread(times);
  const perSecond = Math.round(times.length / ((performance.now() - began) / 1000));
  return { perSecond, p50Ms: p50, p99Ms: p99, wrong };
}

/** Sends an Appointment for a place nobody else wants; whether the answer is the one that is right. */
function sender(address: string, { token, right }: { token: string; right: number }) {
  return async ({ clinician, day, slot }: { clinician: number; day: number; slot: number }): Promise<boolean> => {
    const startsAt = dayStart(day).add({ minutes: slot * 5 });
    const sessionId = idOf('session', day * ground.clinicians + clinician);
    const second = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'second' });
    sent += 1;
    const response = await fetch(`${address}/fhir/R4/Appointment`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/fhir+json',
        'x-forwarded-for': `10.${sent % 250}.${Math.floor(sent / 250) % 250}.1`,
      },
      body: JSON.stringify({
        ...{ resourceType: 'Appointment', status: 'booked', start: second(startsAt) },
        end: second(startsAt.add({ minutes: 5 })),
        slot: [{ reference: `Slot/${slotName({ sessionId, startsAt })}` }],
        participant: [
          {
            actor: { reference: `Patient/${idOf('patient', slot * ground.clinicians + clinician)}` },
            status: 'accepted',
          },
        ],
      }),
    });
    const answer = await response.text();
    if (response.status !== right && process.env['BENCH_SAY'] === 'yes')
      console.error(response.status, answer.slice(0, 300));
    return response.status === right;
  };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const hundredths = (value: number): number => Math.round(value * 100) / 100;

/** Takes places in turn: of one clinician's schedule day after day, or of fifteen others' and the last one's together. */
function places(of: 'one' | 'sixteen') {
  let next = 0;
  return () => {
    const n = next++;
    // Days of one never touch those of sixteen.
    if (of === 'one') return { clinician: 0, day: Math.floor(n / ground.slotsADay), slot: n % ground.slotsADay };
    const each = Math.floor(n / ground.clinicians);
    return {
      clinician: n % ground.clinicians,
      day: ground.days - 1 - Math.floor(each / ground.slotsADay),
      slot: each % ground.slotsADay,
    };
  };
}

async function compare(address: string, ownerUrl: string): Promise<object> {
  const books = sender(address, {
    token: await tokenWith(['system/Appointment.write'], { address, ownerUrl }),
    right: 201,
  });
  const refused = sender(address, { token: await tokenWith(['day.read'], { address, ownerUrl }), right: 403 });
  const [one, sixteen] = [places('one'), places('sixteen')];
  const found = { one: [] as Cell[], sixteen: [] as Cell[], authenticates: [] as Cell[] };
  await measure(() => books(sixteen()));
  for (let round = 0; round < rounds; round += 1) {
    found.authenticates.push(await measure(() => refused({ clinician: 0, day: 0, slot: 0 })));
    found.sixteen.push(await measure(() => books(sixteen())));
    found.one.push(await measure(() => books(one())));
  }
  const ratio = (left: readonly Cell[], right: readonly Cell[]): number =>
    hundredths(median(left.map(({ perSecond }, at) => perSecond / (right[at]?.perSecond ?? NaN))));
  const said = Object.entries(found).map(([design, cells]) => ({
    design,
    perSecond: median(cells.map(({ perSecond }) => perSecond)),
    p50Ms: median(cells.map(({ p50Ms }) => p50Ms ?? NaN)),
    p99Ms: median(cells.map(({ p99Ms }) => p99Ms ?? NaN)),
    wrong: cells.reduce((sum, { wrong }) => sum + wrong, 0),
  }));
  const falseConflicts = [...found.one, ...found.sixteen].reduce((sum, { wrong }) => sum + wrong, 0);
  const summary = {
    oneOfSixteen: ratio(found.one, found.sixteen),
    falseConflicts,
    sixteenOfAuthenticates: ratio(found.sixteen, found.authenticates),
    oneOfAuthenticates: ratio(found.one, found.authenticates),
  };
  for (const row of [...said, summary]) console.log(JSON.stringify(row));
  const met = summary.oneOfSixteen >= target.oneOfSixteen && falseConflicts === target.falseConflicts;
  console.log(
    `Target: one schedule at least ${target.oneOfSixteen} of sixteen, no false conflict: ${met ? 'met' : 'NOT met'}`,
  );
  return { clients, rounds, secondsEach: seconds, ground, target, met, ...summary, found: said, cells: found };
}

async function main(): Promise<object> {
  const folder = await mkdtemp(path.join(tmpdir(), 'superpractice-bench-'));
  const server = await startEmbedded({ dataDir: folder });
  try {
    await migrate(server.ownerUrl);
    const owner = openDatabase({ url: server.ownerUrl, max: 1 });
    await layGround(owner, ground);
    await closeDatabase(owner);
    const app = await startApp(server.ownerUrl);
    try {
      return await compare(app.address, server.ownerUrl);
    } finally {
      await app.stop();
    }
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

export const benchmark: Benchmark = {
  about:
    'bookings a second through FHIR with 8 clients, on one schedule and over sixteen, beside a route that only authenticates',
  run: main,
};
