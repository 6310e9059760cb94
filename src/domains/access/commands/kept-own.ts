import { randomUUIDv7 } from 'node:crypto';
import { isUuid } from '#kernel/uuid.ts';
import { patientById, patientRoleOf } from '#domains/patients/index.ts';
import { systemActor, type Actor } from '#platform/auth/actor.ts';
import { actorOf } from '#platform/auth/identity.ts';
import type { KeptWords } from '#platform/auth/kept-form.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import { placeOf, saidIn } from '../kept-words.ts';
import { factsFor } from '../queries/guidance.ts';
import { ownVisit } from '../queries/online.ts';
import { requestById, type Request } from '../queries/request.ts';
import { insertRequest, saveTyped, saveWritten } from '../store/request.ts';
import { goesOn, requestBefore } from './kept-before.ts';
import { dangersSaid, firmIn, hearIn, type Heard, type ToHear } from './kept-raise.ts';
import { beginOnline } from './online.ts';

const act = { action: 'hear-kept-form' };
/** The most letters of a new request that their own words take. */
const mostWords = 9_000;

/**
 * Hears what a patient wrote in a form of their own pages that was not taken: in the request or visit it is about, or in a
 * new request of whom they chose. Where nobody was chosen, the program itself begins one in the patient's practice that says
 * who wrote it. Undefined where there is nothing to raise, or the patient is on no list any more.
 */
export async function hearOwn(db: Context['db'], hear: ToHear): Promise<Heard | undefined> {
  const { kept } = hear;
  const role = await patientRoleOf(db, kept.personId);
  if (role === undefined) return undefined;
  const own: Context = { db, actor: actorOf(role), act };
  const heard = await transaction(own, async (tx) => {
    const request = await ownRequest(tx, own, hear);
    return request && hearIn(tx, request, hear);
  });
  if (heard || firmIn(saidIn(kept.url, kept.fields)).length === 0) return heard;
  const actor = { ...systemActor('kept forms', role.groupId), practiceId: role.practiceId };
  return transaction({ db, actor, act }, async (tx) => {
    const request = await ofNobodyYet(tx, actor, hear);
    return request && hearIn(tx, request, hear);
  });
}

/** The request of the patient, or of somebody they act for, that words belong to; begun where it is clear whose it is. */
async function ownRequest(tx: Tx, context: Context, { kept, now }: ToHear): Promise<Request | undefined> {
  const place = placeOf(kept.url);
  if (place.kind === 'request') return requestById(tx, place.id, { lock: true });
  const said = saidIn(kept.url, kept.fields);
  const before = await requestBefore(tx, kept);
  if (before) return before;
  const visit = place.kind === 'visit' ? await ownVisit(tx, place.id) : undefined;
  if (visit?.requestId) return requestById(tx, visit.requestId, { lock: true });
  const chosen = visit?.patientId ?? chosenIn(kept);
  const patient = chosen === undefined ? undefined : await patientById(tx, chosen);
  if (patient === undefined || goesOn(kept)) return undefined;
  const facts = (await factsFor(tx, patient.id, now)) ?? {};
  if (firmIn(said, facts).length === 0) return undefined;
  const id = await beginOnline(tx, context, patient.id);
  if (id === undefined) return undefined;
  await saveWritten(tx, id, { words: dangersSaid(said, facts, mostWords), by: null, at: now, page: '' });
  return requestById(tx, id, { lock: true, again: true });
}

/** Whom a form that asks for help was to help, where somebody was chosen. */
function chosenIn({ url, fields }: KeptWords): string | undefined {
  const chosen = [fields['for'] ?? ''].flat()[0] ?? '';
  return /^\/my\/ask(?![^?])/.test(url) && isUuid(chosen) ? chosen : undefined;
}

/**
 * A request about somebody who is still to be identified, in the practice of the patient who wrote, and free for whoever
 * takes calls. It is begun by the program: as a patient they may begin none that is nobody's.
 */
async function ofNobodyYet(tx: Tx, actor: Actor, { kept, now }: ToHear): Promise<Request | undefined> {
  const before = await requestBefore(tx, kept);
  if (before) return before;
  const writer = await patientById(tx, kept.personId);
  if (writer === undefined || actor.groupId === null) return undefined;
  const id = randomUUIDv7();
  await insertRequest(tx, {
    ...{ id, groupId: actor.groupId, practiceId: writer.practiceId, channel: 'online', takenBy: null },
    callerPhone: writer.phone,
  });
  tx.note({
    practiceId: writer.practiceId,
    subject: 'written by a patient for somebody not said',
    subjectId: writer.id,
  });
  const name = `${writer.givenName} ${writer.familyName}`;
  await saveTyped(tx, id, { callerName: name });
  const line = dangersSaid(saidIn(kept.url, kept.fields), {}, mostWords);
  const words = `${name} wrote this online and did not say for whom it is.\n${line}`;
  await saveWritten(tx, id, { words, by: null, at: now, page: '' });
  return requestById(tx, id, { lock: true, again: true });
}
