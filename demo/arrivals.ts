import { endCall } from '#domains/access/commands/finish.ts';
import { sendRequest } from '#domains/access/commands/send-request.ts';
import { createClient } from '#domains/network/commands/clients.ts';
import { systemActor } from '#platform/auth/actor.ts';
import type { Database } from '#platform/db/database.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import type { Jobs } from '#platform/jobs/worker.ts';
import { answeredAt, arrivalsOf, type Planned } from './arriving.ts';
import * as rows from './arrival-rows.ts';
import { redFlagOf, wordsForWaiting } from './bank.ts';
import { chanceOf, drawer, drawerOf, type Chance } from './chance.ts';
import { answeredWithout, arriving } from './parameters.ts';

/** The program that sends what fictional patients ask, as the audit and the list of connected programs name it. */
const SENDER = 'Online form and 111 of the demonstration (fictional)';
const SEED = 1;

/** What one round did. */
export interface Arrived {
  readonly made: number;
  readonly answered: number;
}

/**
 * Lets fictional patients ask for what they were to ask today until now, by the command any program's request comes in by,
 * and fictional navigators answer what nobody has in hand after its time. Only in a database made as a demonstration: elsewhere
 * nothing is done. Run again it makes nothing twice; how many stand open, and how many are made and answered `atOnce`, has a limit
 * (`parameters.ts`): the newest are made first, the rest in the next rounds.
 */
export async function letArrive(
  db: Database,
  now: Temporal.Instant,
  atOnce: number = arriving.atOnce,
): Promise<Arrived> {
  const groupId = await rows.demonstrationGroup(db);
  if (groupId === undefined) return { made: 0, answered: 0 };
  const sender = await senderOf(db, groupId);
  const answered = await answerAll(db, { groupId, clientId: sender.actor.clientId ?? '', now, atOnce });
  return { made: await makeAll(sender, now, atOnce), answered };
}

/** The first round of a start: few, since somebody waits for it; the next minute brings the others. */
export async function letSomeArrive(db: Database, now: Temporal.Instant): Promise<Arrived> {
  return letArrive(db, now, arriving.beforeOpening);
}

/** Every minute, as long as the app runs. */
export const demoJobs: Jobs = {
  handlers: {
    'demonstration.let-arrive': async (_payload, db) => {
      await letArrive(db, Temporal.Now.instant());
    },
  },
  recurring: [{ name: 'demonstration.let-arrive', crontab: '* * * * *' }],
};

/** The sender's context; it is recorded like any connected program, with a key whose private half nobody has. */
async function senderOf(db: Database, groupId: string): Promise<Context> {
  const act = { action: 'send-request', purpose: 'demonstration' };
  const system: Context = { db, actor: systemActor('demonstration', groupId), act };
  const known = (): Promise<string | undefined> => transaction(system, (tx) => rows.clientNamed(tx, SENDER));
  let clientId = await known();
  if (clientId === undefined) {
    await createClient(system, { name: SENDER, scopes: ['requests.write'] });
    clientId = await known();
  }
  if (clientId === undefined) throw new Error('The sender of the demonstration is not recorded.');
  return {
    ...system,
    actor: {
      ...{ personId: null, name: SENDER, roleHeldId: null, role: 'client', groupId, practiceId: null },
      clientId,
    },
  };
}

/** Makes what is due and not made yet, the newest first: a start late in the day fills the queue before the history. */
async function makeAll(sender: Context, now: Temporal.Instant, atOnce: number): Promise<number> {
  const isDue = ({ at, danger }: Planned): boolean => {
    const minutes = (now.epochMilliseconds - at.epochMilliseconds) / 60_000;
    return minutes >= 0 && (!danger || minutes < arriving.redFlagsFresh);
  };
  const due = arrivalsOf(now, SEED).filter(isDue).reverse();
  const standing = await transaction(sender, (tx) =>
    rows.standing(
      tx,
      due.map(({ key }) => key),
    ),
  );
  const places = await transaction(sender, rows.places);
  if (places.length === 0) return 0;
  const drawPlace = drawer(places.map(({ patients, cast }) => patients * (cast ? arriving.whereSeen : 1)));
  let { waiting, redFlags } = standing;
  let made = 0;
  for (const planned of due) {
    if (made >= atOnce) break;
    const isOver = Temporal.Instant.compare(answeredAt(planned.at, planned.key), now) <= 0;
    if (standing.made.has(planned.key) || (!isOver && waiting >= arriving.mostWaiting)) continue;
    const danger = planned.danger && redFlags < arriving.mostRedFlags;
    const chance = chanceOf(SEED, `arrival/${planned.key}`);
    const place = places[drawPlace(chance)];
    if (place === undefined || !(await ask(sender, { ...planned, danger, practice: place.id, chance }))) continue;
    made += 1;
    if (!isOver) waiting += 1;
    if (danger) redFlags += 1;
  }
  return made;
}

/** One fictional patient asks. */
async function ask(
  sender: Context,
  { key, at, channel, danger, practice, chance }: Planned & { practice: string; chance: Chance },
): Promise<boolean> {
  const patient = await transaction(sender, (tx) => rows.somebody(tx, { practice, key, on: at }));
  if (patient === undefined) return false;
  const asker = { list: { ages: [patient.age], female: [patient.female ? 1 : 0] }, at: 0 };
  const words = danger ? redFlagOf(asker, chance)?.what.words : wordsForWaiting(asker, chance)?.words;
  if (words === undefined) return false;
  const { nhsNumber, birthDate } = patient;
  const want = { key, practice, channel, words, patient: { nhsNumber, birthDate } };
  const sent = await sendRequest(sender, want, at);
  return sent.ok && !sent.value.repeated;
}

const { admin: _, ...others } = answeredWithout;
const drawAnswer = drawerOf(others);

/** Lets a navigator of the practice answer what nobody has in hand, when its time has come. */
async function answerAll(
  db: Database,
  { groupId, clientId, now, atOnce }: { groupId: string; clientId: string; now: Temporal.Instant; atOnce: number },
): Promise<number> {
  const act = { action: 'end-request', purpose: 'demonstration' };
  const system: Context = { db, actor: systemActor('demonstration', groupId), act };
  const open = await transaction(system, (tx) => rows.inNobodysHands(tx, { clientId, now }));
  let answered = 0;
  for (const { id, key, practiceId, receivedAt, urgency } of open) {
    if (answered >= atOnce) break;
    const at = answeredAt(receivedAt, key ?? id);
    if (Temporal.Instant.compare(at, now) > 0) continue;
    const actor = await rows.navigatorOf(db, { practiceId, id });
    if (actor === undefined) continue;
    const soon = urgency === 'urgent' || urgency === 'same-day';
    const outcome =
      urgency === 'admin' ? 'admin' : soon ? 'not-needed' : drawAnswer(chanceOf(SEED, `end/${key ?? id}`));
    const context = { db, actor: { ...actor, groupId }, act };
    const ended =
      (await endCall(context, id, { outcome, now: at })).ok ||
      (await endCall(context, id, { outcome: 'not-needed', now: at })).ok;
    if (ended) answered += 1;
  }
  return answered;
}
