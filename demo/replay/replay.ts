import { groups } from '#domains/network/index.ts';
import { systemActor } from '#platform/auth/actor.ts';
import type { ReplayOptions } from '#platform/cli/demo-replay.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import { saysDanger, wordsOf } from '../bank.ts';
import { chanceOf } from '../chance.ts';
import { behaviour } from '../parameters.ts';
import { browser, castOf, signIn, type Browser, type CastMember, type Taken } from './browser.ts';
import { clinician, type Clinical } from './clinician.ts';
import { clockFrom, clockText, type Clock } from './clock.ts';
import { closes, mondayOf, opens, type Arrival, type Day } from './day.ts';
import { figuresOf, type Figures } from './figures.ts';
import { serve } from './navigator.ts';
import { reportOf } from './report.ts';
import { brokenPromises, countPatients, outcomesOf, patientsOf, practicesNamed, sessionsToday } from './rows.ts';
import { sender, type Sender } from './sender.ts';
import { newQueue, type Patient, type Queue, type Work } from './work.ts';

/** When the replay begins: forms sent before are in the queue by then. */
const dawn = 7 * 60 + 30;

interface Running {
  readonly clock: Clock;
  readonly queue: Queue;
  readonly works: readonly Work[];
  readonly flagged: Set<Work>;
  readonly did: Clinical;
  readonly seed: number;
}

interface Window {
  readonly tab: Browser;
  readonly practices: ReadonlySet<string>;
}

/** What a replayed day came to, with what it was made of, as data and as text. */
interface Replayed {
  readonly answer: Figures & {
    readonly day: 'monday';
    readonly seed: number;
    readonly rate: number;
    readonly seconds: number;
    readonly patients: number;
    readonly practices: number;
    readonly navigators: number;
    readonly sessionsToday: number;
    readonly about: readonly string[];
  };
  readonly text: string;
}

/** Replays a Monday on a running demonstration through its own pages and interfaces; answers what it came to. */
export async function replayMonday({ db, address, rate, total, seed, progress }: ReplayOptions): Promise<Replayed> {
  const [group] = await groups(db);
  if (!group) throw new Error('the demonstration has no group');
  const context: Context = { db, actor: systemActor('replay', group.id), act: { action: 'replay-day' } };
  const taken: Taken[] = [];
  const cast = await castOf(browser(address, []));
  const served = await whoServes(context, cast);
  const practices = [...new Set(served.flatMap((one) => one.practices))];
  const [patients, sessions, before] = await transaction(context, async (tx) => [
    await countPatients(tx, practices),
    await sessionsToday(tx, practices),
    await brokenPromises(tx),
  ]);
  const day = mondayOf({ patients, seed, ...(total === undefined ? {} : { total }) });
  const works = await worksOf(context, day, { practices, seed });
  const count = Math.max(served.length, Math.ceil(patients / behaviour.patientsANavigator));
  progress.step(
    `${works.length} contacts of ${practices.length} practices, ${count} navigators, ${rate} times as fast`,
  );
  const windows = await openWindows(address, { served, count, taken });
  const doctors = await openDoctors(address, { cast, taken });
  const online = await sender(context, address, taken);
  const running: Running = {
    ...{ clock: clockFrom(dawn, rate), queue: newQueue(), works, flagged: new Set(), seed },
    did: { acknowledged: 0, closed: 0, started: 0, finished: 0, handedBack: 0 },
  };
  const began = performance.now();
  const startedAt = Temporal.Now.zonedDateTimeISO('Europe/London');
  try {
    await drive(running, { windows, doctors, online, progress });
  } finally {
    await online.end();
  }
  const ids = works.flatMap(({ id }) => id ?? []);
  const outcomes = await transaction(context, (tx) => outcomesOf(tx, ids));
  const broken = { before, after: await transaction(context, brokenPromises) };
  const { did: clinicians, clock } = running;
  const figures = figuresOf({ works, afterwards: day.afterwards, outcomes, taken, clinicians, broken });
  const on = { rate, practices: practices.length, patients, navigators: count, sessionsToday: sessions };
  const about = aboutOf({ ...on, ended: clock.now(), today: startedAt });
  const seconds = Math.round((performance.now() - began) / 1000);
  return { answer: { day: 'monday', seed, seconds, ...on, about, ...figures }, text: reportOf(figures, about) };
}

/** What of it is simulated and what is not, in words. */
function aboutOf(on: {
  rate: number;
  practices: number;
  patients: number;
  navigators: number;
  sessionsToday: number;
  ended: number;
  today: Temporal.ZonedDateTime;
}): string[] {
  const weekday = on.today.toLocaleString('en-GB', { weekday: 'long' });
  return [
    `A simulated Monday for ${on.patients.toLocaleString('en-GB')} patients of ${on.practices} practices, ${on.rate} times as fast as the clock.`,
    `Simulated: who asks, when and in which words; ${on.navigators} navigators, who give each request at least ${behaviour.minutesARequest} minutes; what clinicians answer. Calls and forms come in published proportions.`,
    `Not simulated: every request, booking and refusal is the app’s own, at the real time. Visits are those of today, ${weekday}, from ${on.today.toPlainTime().toString({ smallestUnit: 'minute' })} on and of the days ahead: ${on.sessionsToday} sessions today.`,
    `Left out: the desk, 111, live updates and pictures of pages. The simulated day ended at ${clockText(on.ended)}.`,
  ];
}

async function drive(
  running: Running,
  {
    windows,
    doctors,
    online,
    progress,
  }: { windows: readonly Window[]; doctors: readonly Browser[]; online: Sender; progress: ReplayOptions['progress'] },
): Promise<void> {
  const over = new AbortController();
  const clinical = doctors.map((one) => answering(one, running, over.signal));
  const told = telling(running, progress, over.signal);
  const answered = Promise.all(windows.map((window, at) => answeringCalls(window, at, running)));
  await Promise.all(running.works.map((work) => arrive(work, running, online)));
  await settled(running);
  running.queue.close();
  await answered;
  over.abort();
  await Promise.all([...clinical, told]);
}

/** The works begin when they come: a form is sent, a call rings. Before the lines open forms wait. */
async function arrive(work: Work, { clock, queue, flagged }: Running, online: Sender): Promise<void> {
  await clock.until(work.arrival.minute);
  if (work.arrival.channel === 'online') {
    try {
      const { id, redFlag } = await online.send(work);
      work.id = id;
      if (redFlag) {
        work.flaggedAt = clock.now();
        work.ending = 'red flag';
        flagged.add(work);
        return;
      }
    } catch (error) {
      failed(work, error);
      return;
    }
    await clock.until(opens);
  }
  queue.put(work);
}

function failed(work: Work, error: unknown): void {
  work.ending = 'fault';
  // `fetch failed` says nothing: why is in its cause.
  const cause = error instanceof Error && error.cause instanceof Error ? `: ${codeOf(error.cause)}` : '';
  const said = `${error instanceof Error ? error.message : String(error)}${cause}`;
  work.fault = said.replaceAll(/[0-9a-f-]{36}/g, '…').slice(0, 200);
}

const codeOf = (error: Error): string => ('code' in error ? String(error.code) : error.name);

/** Waits until nobody is on a call and no red flag of the day is open, an hour past closing at most. */
async function settled({ works, flagged, clock }: Running): Promise<void> {
  const isOpen = (): boolean => flagged.size > 0 || works.some(({ ending }) => ending === undefined);
  while (isOpen() && clock.now() < closes + 60) await clock.until(clock.now() + 1);
}

async function answeringCalls({ tab, practices }: Window, at: number, running: Running): Promise<void> {
  const { clock, queue, flagged, seed } = running;
  const chance = chanceOf(seed, `navigator ${at}`);
  for (;;) {
    const work = await queue.take(({ patient }) => practices.has(patient.practiceId));
    if (work === undefined) return;
    const from = clock.now();
    work.takenAt ??= from;
    try {
      work.ending = await serve(tab, work, chance);
    } catch (error) {
      failed(work, error);
    }
    work.servedMinutes = (work.servedMinutes ?? 0) + clock.now() - from;
    if (work.ending === 'red flag') {
      work.flaggedAt ??= clock.now();
      flagged.add(work);
    }
    await clock.until(from + behaviour.minutesARequest);
  }
}

async function answering(tab: Browser, { clock, queue, flagged, did }: Running, over: AbortSignal): Promise<void> {
  const look = clinician(tab);
  const back = (work: Work): void => {
    work.ending = undefined;
    queue.put(work);
  };
  while (!over.aborted) {
    // A page that fails is among the times with its status; the clinician looks again.
    await look({ clock, did, flagged, back }).catch(() => undefined);
    await clock.until(clock.now() + Math.max(2, clock.rate / 30), over);
  }
}

async function telling(
  { clock, works, queue, flagged }: Running,
  progress: ReplayOptions['progress'],
  over: AbortSignal,
): Promise<void> {
  while (!over.aborted) {
    const done = works.filter(({ ending }) => ending !== undefined).length;
    progress.update(
      done,
      works.length,
      `dealt with at ${clockText(clock.now())}; ${queue.length()} wait, ${flagged.size} red flags open`,
    );
    await clock.until(clock.now() + Math.max(1, clock.rate / 60), over);
  }
}

interface Served {
  readonly member: CastMember;
  readonly practices: readonly string[];
}

/** Everybody who only takes calls, with the practices they take them for. */
async function whoServes(context: Context, cast: readonly CastMember[]): Promise<Served[]> {
  const navigators = cast.filter(({ roles }) => roles.startsWith('Care navigator, ') && !roles.includes(';'));
  const served = await transaction(context, async (tx) => {
    const all: Served[] = [];
    for (const member of navigators)
      all.push({ member, practices: await practicesNamed(tx, member.roles.slice('Care navigator, '.length)) });
    return all;
  });
  if (served.every(({ practices }) => practices.length === 0))
    throw new Error('nobody of the demonstration takes calls');
  return served;
}

/** One window to each navigator; the one who serves most practices is many people here. */
async function openWindows(
  address: string,
  { served, count, taken }: { served: readonly Served[]; count: number; taken: Taken[] },
): Promise<Window[]> {
  const [widest] = served.toSorted((a, b) => b.practices.length - a.practices.length);
  const windows: Window[] = [];
  for (let at = 0; at < count; at += 1) {
    const one = served[at] ?? widest;
    if (!one) continue;
    const tab = browser(address, taken);
    await signIn(tab, one.member);
    windows.push({ tab, practices: new Set(one.practices) });
  }
  return windows;
}

async function openDoctors(
  address: string,
  { cast, taken }: { cast: readonly CastMember[]; taken: Taken[] },
): Promise<Browser[]> {
  const tabs: Browser[] = [];
  for (const member of cast.filter(({ roles }) => roles.startsWith('Clinician, ') && !roles.includes(';'))) {
    const tab = browser(address, taken);
    await signIn(tab, member);
    tabs.push(tab);
  }
  return tabs;
}

/** The same patients, so ordered that whoever has a red flag is of an age and sex that there are words of one for. */
function withDangersSaid(people: readonly Patient[], arrivals: readonly Arrival[]): readonly Patient[] {
  const ordered = [...people];
  for (const [at, { red }] of arrivals.entries()) {
    const here = at % ordered.length;
    const other = ordered.findIndex((one, place) => saysDanger(one) && arrivals[place]?.red !== true);
    const patient = ordered[here];
    if (!red || patient === undefined || saysDanger(patient) || other < 0) continue;
    ordered[here] = ordered[other] as Patient;
    ordered[other] = patient;
  }
  return ordered;
}

async function worksOf(
  context: Context,
  { arrivals }: Day,
  { practices, seed }: { practices: readonly string[]; seed: number },
): Promise<Work[]> {
  const drawn = await transaction(context, (tx) => {
    tx.note({ subject: 'patients drawn for a replayed day', detail: { count: arrivals.length } });
    return patientsOf(tx, { practices, seed, most: arrivals.length });
  });
  const people = withDangersSaid(drawn, arrivals);
  const chance = chanceOf(seed, 'replayed words');
  return arrivals.flatMap((arrival, at) => {
    const patient = people[at % people.length];
    if (!patient) return [];
    const bank = arrival.red ? 'red' : chance.happens(behaviour.admin) ? 'admin' : 'visit';
    const words = wordsOf(bank, patient, chance) ?? wordsOf('admin', patient, chance);
    const nothing = {
      id: undefined,
      takenAt: undefined,
      servedMinutes: undefined,
      ending: undefined,
      fault: undefined,
    };
    return words === undefined
      ? []
      : [{ ...{ arrival, patient, words, flaggedAt: undefined, flagClosedAt: undefined }, ...nothing }];
  });
}
