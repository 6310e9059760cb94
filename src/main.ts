// The start of the app: brings everything up from the bottom, says how far it is, and takes it down in reverse.
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { screen } from '#domains/access/red-flag/red-flag.ts';
import type { Sending } from '#domains/access/commands/send.ts';
import { isDemonstration } from '#domains/network/index.ts';
import { nhsLoginProvider } from '#domains/patients/web/sign-in.ts';
import { loadDemo, seedProgress } from '#platform/cli/demo-seed.ts';
import { describeProblems, parseConfig, type Config } from '#platform/config/config.ts';
import { isSetupProblem, setupProblem } from '#platform/config/problem.ts';
import { closeDatabase, openDatabase, type Database } from '#platform/db/database.ts';
import { migrate } from '#platform/db/migrate.ts';
import type { Jobs } from '#platform/jobs/worker.ts';
import { sql } from '#platform/db/sql.ts';
import { claimFolder, type Claim } from '#platform/embedded/one-app.ts';
import { freePort, portProblem } from '#platform/embedded/port.ts';
import { provideDatabase } from '#platform/embedded/provide.ts';
import { supervise } from '#platform/embedded/supervisor.ts';
import { govNotify } from '#platform/notify/notify.ts';
import { listenForEvents } from '#platform/http/events.ts';
import { buildApp } from './app.ts';
import { drainable } from '#platform/http/drain.ts';
import { startWorker } from './worker.ts';

/** More requests a minute from one address are a fault or an attack: live screens ask often, offices share one. */
const REQUESTS_PER_MINUTE = 3000;
/** How long open requests may take to end when the app is asked to stop, in milliseconds. */
const PATIENCE = 10_000;
/** npm passes on a Ctrl-C that the terminal has sent us already; within this time, in milliseconds, it is the same. */
const SAME_SIGNAL = 700;

const running = new AsyncDisposableStack();
const hurry = new AbortController();

// Whoever read along may stop reading (`npm start | head`): no reason to leave the database server without its app.
process.stdout.on('error', () => undefined);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const detail = (line: string): void => say(`       ${line}`);

async function start(config: Config): Promise<void> {
  const claim = config.databaseUrl === undefined ? await claimOrExplain(config.dataDir) : undefined;
  if (claim) running.defer(() => claim.release());
  const port = await choosePort(config);
  say('1 of 4 Starting the database…');
  const database = await provideDatabase(config, detail);
  running.defer(() => database.stop({ hurry: hurry.signal.aborted }));
  if (database.server) running.defer(supervise(database.server, say));
  say('2 of 4 Bringing the schema up to date…');
  for (const name of await migrate(database.ownerUrl)) detail(name);
  const db = openDatabase(database.app);
  running.defer(() => closeDatabase(db));
  say('3 of 4 Preparing the data…');
  if (config.demo) await seedIfEmpty(config, database.ownerUrl, db);
  say('4 of 4 Opening the app…');
  const address = config.publicUrl ?? `http://localhost:${port}`;
  const notifier = config.notify && govNotify(config.notify);
  const sending = { notifier, publicUrl: address };
  await startJobs(database.ownerUrl, db, { sending, more: await arrivals(config, db) });
  await openApp(config, { db, url: database.app.url, port, address });
  await claim?.announce(address);
  say(`Superpractice is ready at ${address}`);
}

async function claimOrExplain(dataDir: string): Promise<Claim> {
  const claimed = await claimFolder(dataDir);
  if ('claim' in claimed) return claimed.claim;
  const { pid, address } = claimed.taken ?? {};
  const where = address ? `already running at ${address}` : 'already being started';
  const who = pid === undefined ? '' : ` (process ${pid})`;
  throw setupProblem(
    `Superpractice is ${where}${who}, with the data in ${dataDir}. Stop it first, or give this one its own ` +
      'SUPERPRACTICE_DATA and PORT.',
  );
}

/** The port to listen on, found out before the long part of the start. */
async function choosePort({ port, host }: Config): Promise<number> {
  if (port === 0) return freePort(0, host);
  const problem = await portProblem(port, host);
  if (problem === undefined) return port;
  throw setupProblem(
    {
      EADDRINUSE: `Port ${port} is taken by another program. Stop that one, or set PORT to another number (0 for any).`,
      EACCES: `Port ${port} may not be used by this user. Set PORT to a number above 1023.`,
    }[problem] ?? `HOST ${host} with PORT ${port} cannot be listened on (${problem}).`,
  );
}

async function seedIfEmpty(config: Config, ownerUrl: string, db: Database): Promise<void> {
  const { groups } = await db.one<{ groups: number }>(sql`select count(*) as groups from network.group`);
  const demo = groups === 0 ? await loadDemo() : undefined;
  if (!demo) return;
  detail('Making the demonstration group: fictional practices and people');
  await demo.seedDemo({ ownerUrl, scale: config.demoScale, progress: seedProgress(detail) });
}

/** What keeps a demonstration going: the newest requests are there before anybody looks, others come as time goes on. */
async function arrivals(config: Config, db: Database): Promise<readonly Jobs[]> {
  const demo = config.demo && config.demoArrivals && (await isDemonstration(db)) ? await loadDemo() : undefined;
  if (!demo) return [];
  detail('Letting fictional patients ask for what they would have asked for today');
  await demo.letSomeArrive(db, Temporal.Now.instant());
  return [demo.demoJobs];
}

/** Handles jobs in this process, and begins again when the runner ends by itself, as it may when the server dies. */
async function startJobs(
  ownerUrl: string,
  db: Database,
  { sending, more }: { sending: Sending; more: readonly Jobs[] },
): Promise<void> {
  const ownerPool = new pg.Pool({ connectionString: ownerUrl, max: 8, application_name: 'superpractice-jobs' });
  ownerPool.on('error', () => undefined);
  ownerPool.on('connect', (client) => client.on('error', () => undefined));
  running.defer(() => ownerPool.end());
  const onFailure = (job: string, error: unknown) =>
    say(`Job ${job} failed and will be tried again: ${error instanceof Error ? error.message : 'no reason given'}`);
  const parts = { ownerPool, db, sending, onFailure };
  let runner = await startWorker(parts, more);
  const ending = new AbortController();
  const keepGoing = async (): Promise<void> => {
    for (;;) {
      await runner.promise.catch(() => undefined);
      if (ending.signal.aborted) return;
      await sleep(1000);
      runner = await startWorker(parts, more).catch(() => runner);
    }
  };
  void keepGoing();
  running.defer(async () => {
    ending.abort();
    await runner.stop().catch(() => undefined);
  });
}

interface Opening {
  readonly db: Database;
  readonly url: string;
  readonly port: number;
  readonly address: string;
}

async function openApp(config: Config, { db, url, port, address }: Opening): Promise<void> {
  const events = await listenForEvents(url);
  running.defer(() => events.close());
  const demonstration = config.demo && (await isDemonstration(db));
  if (!config.oidc && !demonstration) {
    detail('Nobody can sign in yet: set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.');
  }
  if (address.startsWith('https://') && config.trustProxy.length === 0) {
    detail(
      'A proxy is in front (PUBLIC_URL is https) and TRUST_PROXY is not set: its callers share one limit of requests.',
    );
  }
  const app = await buildApp({
    ...{ db, events, publicUrl: address, demonstration, requestsPerMinute: REQUESTS_PER_MINUTE },
    ...(config.nhsLogin ? { patientProvider: nhsLoginProvider(config.nhsLogin, address) } : {}),
    ...(config.oidc ? { provider: { ...config.oidc, redirectUri: `${address}/sign-in/callback` } } : {}),
    ...{
      idleMinutes: config.idleLockMinutes,
      patientIdleMinutes: config.patientIdleMinutes,
      sessionHours: config.sessionHours,
      logLevel: 'warn',
    },
    ...{ trustProxy: config.trustProxy, metricsToken: config.metricsToken },
  });
  // The first screening learns from the phrase list, which takes most of a second: nobody's call should wait for it.
  screen('ready');
  const drain = drainable(app.server);
  await app.listen({ port, host: config.host });
  // The last line of the start is the address; from here on the log has its own level.
  app.log.level = config.logLevel;
  running.defer(() => app.close());
  running.defer(() => drain(PATIENCE, hurry.signal));
}

/** Takes everything down in the reverse order: open requests end, then the jobs, then the pools, then the server. */
async function stop(): Promise<never> {
  say('Stopping: letting open work finish…');
  await running.disposeAsync().catch((error: unknown) => say(`While stopping: ${String(error)}`));
  say('Stopped.');
  process.exit(0);
}

function stopOnSignals(): void {
  let since: number | undefined;
  const onSignal = (): void => {
    if (since === undefined) {
      since = performance.now();
      void stop();
    } else if (performance.now() - since > SAME_SIGNAL && !hurry.signal.aborted) {
      say('Hurrying: open work is broken off.');
      hurry.abort();
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
}

const config = parseConfig(process.env, process.cwd());
if (!config.ok) {
  process.stderr.write(`${describeProblems(config.error)}\n`);
  process.exit(1);
}
stopOnSignals();
try {
  await start(config.value);
} catch (error) {
  if (running.disposed) await new Promise(() => undefined);
  process.stderr.write(`${isSetupProblem(error) ? error.message : String((error as Error).stack)}\n`);
  await running.disposeAsync().catch(() => undefined);
  process.exit(1);
}
