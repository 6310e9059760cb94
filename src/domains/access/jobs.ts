import Type from 'typebox';
import Value from 'typebox/value';
import { systemActor } from '#platform/auth/actor.ts';
import type { Jobs } from '#platform/jobs/worker.ts';
import { escalate } from './commands/escalate.ts';
import { previewJob, runPreview } from './commands/preview.ts';
import { escalateHandBackJob } from './commands/hand-back.ts';
import { escalateHandBack } from './commands/hand-back-wait.ts';
import { escalateJob } from './commands/raise.ts';
import { takeLevels } from './commands/levels.ts';
import { offerFreed, sweepLists } from './commands/offer-freed.ts';
import { carryOut, carryOutJob } from './commands/remedy.ts';
import { placeFreedJob } from './commands/waiting-list.ts';
import { askStates, remind, sendMessage, tellLost, tellLostJob, type Sending } from './commands/send.ts';
import { sendJob } from './commands/tell.ts';
import { clearHolds } from './commands/online.ts';
import { watchClocks } from './commands/watch.ts';

const previewShape = Type.Object({ previewId: Type.String(), groupId: Type.String() });
const payloadShape = Type.Object({ flagId: Type.String(), groupId: Type.String() });
const handBackShape = Type.Object({ handBackId: Type.String(), groupId: Type.String() });
const freedShape = Type.Object({
  groupId: Type.String(),
  why: Type.String(),
  sessionId: Type.Optional(Type.String()),
  sessionIds: Type.Optional(Type.Array(Type.String())),
  clinicianId: Type.Optional(Type.String()),
});
const messageShape = Type.Object({ messageId: Type.String(), groupId: Type.String() });
const changeShape = Type.Object({ changeId: Type.String(), groupId: Type.String() });
const askShape = Type.Object({ askId: Type.String(), groupId: Type.String() });
const limitShape = Type.Object({ groupId: Type.String() });

/**
 * A red flag or a hand-back that nobody acknowledges goes on to the next level; a draft of a protocol is run over past requests;
 * every minute, people are alerted to what comes near its time.
 * Messages of the outbox are sent and asked after, reminders written, and places no longer kept cleared away.
 * What was agreed to and is not done yet is done.
 * A freed place is offered to the waiting list as it is freed; every five minutes the list is looked through, and levels are taken.
 */
export const accessJobs = (sending: Sending): Jobs => ({
  handlers: {
    [sendJob]: async (payload, db) => {
      await sendMessage(db, Value.Parse(messageShape, payload), sending);
    },
    [tellLostJob]: async (payload, db) => {
      await tellLost(db, Value.Parse(changeShape, payload), Temporal.Now.instant());
    },
    'access.ask-delivery': async (_payload, db) => {
      await askStates(db, sending);
    },
    'access.remind': async (_payload, db) => {
      await remind(db, Temporal.Now.instant());
    },
    'access.clear-holds': async (_payload, db) => {
      await clearHolds(db);
    },
    [escalateJob]: async (payload, db) => {
      await escalate(db, Value.Parse(payloadShape, payload), Temporal.Now.instant());
    },
    [previewJob]: async (payload, db) => {
      await runPreview(db, Value.Parse(previewShape, payload));
    },
    [escalateHandBackJob]: async (payload, db) => {
      await escalateHandBack(db, Value.Parse(handBackShape, payload), Temporal.Now.instant());
    },
    'access.watch-clocks': async (_payload, db) => {
      await watchClocks(db, Temporal.Now.instant());
    },
    [placeFreedJob]: async (payload, db) => {
      await offerFreed(db, Value.Parse(freedShape, payload), Temporal.Now.instant());
    },
    [carryOutJob]: async (payload, db) => {
      const { askId, groupId } = Value.Parse(askShape, payload);
      const context = { db, actor: systemActor('remedies', groupId), act: { action: 'carry-out-remedy' } };
      await carryOut(context, askId, Temporal.Now.instant());
    },
    'workforce.limit-changed': async (payload, db) => {
      const { groupId } = Value.Parse(limitShape, payload);
      await offerFreed(db, { groupId, why: 'limit' }, Temporal.Now.instant());
    },
    'access.sweep-waiting': async (_payload, db) => {
      await sweepLists(db, Temporal.Now.instant());
    },
    'access.take-levels': async (_payload, db) => {
      await takeLevels(db, Temporal.Now.instant());
    },
  },
  recurring: [
    { name: 'access.sweep-waiting', crontab: '*/5 * * * *' },
    { name: 'access.take-levels', crontab: '*/5 * * * *' },
    { name: 'access.watch-clocks', crontab: '* * * * *' },
    { name: 'access.remind', crontab: '*/10 * * * *' },
    { name: 'access.ask-delivery', crontab: '*/5 * * * *' },
    { name: 'access.clear-holds', crontab: '*/10 * * * *' },
  ],
});
