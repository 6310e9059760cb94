import assert from 'node:assert/strict';
import { after } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { listenForEvents } from '#platform/http/events.ts';
import { freePort } from '#platform/embedded/port.ts';
import { buildApp, type AppParts } from '../../src/app.ts';
import type { TestDatabase } from './database.ts';
import { watchedLog } from './log.ts';

/** The app on a test database; `inject` works at once, `listen` opens it at `url` for tests that need a real server. */
export interface TestApp {
  readonly app: FastifyInstance;
  readonly url: string;
  readonly listen: () => Promise<void>;
}

/** Builds the app over a test database and closes it after the file's tests. */
export async function testApp({ db, appUrl }: TestDatabase, parts: Partial<AppParts> = {}): Promise<TestApp> {
  const port = await freePort(0, '127.0.0.1');
  const url = `http://127.0.0.1:${port}`;
  const events = await listenForEvents(appUrl);
  const log = watchedLog();
  const app = await buildApp({
    ...{ db, events, publicUrl: url, demonstration: true, idleMinutes: 15, sessionHours: 10 },
    ...{ requestsPerMinute: 100_000, logLevel: 'info', logTo: log },
    ...parts,
  });
  after(async () => {
    await app.close();
    await events.close();
    assert.deepEqual(log.faults, [], 'the log holds only what is known to name nobody');
  });
  const listen = async (): Promise<void> => {
    await app.listen({ port, host: '127.0.0.1' });
  };
  return { app, url, listen };
}

/**
 * The clock of an app whose tests book later today, whenever they run: the time as it is, and from 20:00 on always 20:00.
 * For what is written as a time of today; the database goes by its own clock.
 */
export function clockBeforeNight(): Temporal.Instant {
  const now = Temporal.Now.zonedDateTimeISO('Europe/London');
  return (now.hour < 20 ? now : now.withPlainTime('20:00')).toInstant();
}
