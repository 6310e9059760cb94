import { err, ok, type Result } from '#kernel/result.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import { protocolAt } from '../queries/guidance.ts';
import { flagsOf } from '../queries/red-flag.ts';
import { requestById, type Request } from '../queries/request.ts';
import { higherUrgency } from '../request/guidance.ts';
import { joinContacts } from '../request/join.ts';
import { asks, heldByOther, stops } from '../request/request.ts';
import { saveJoined, savePromise } from '../store/contact.ts';
import { announce, saveAnswers, saveIdentity, savePatient, saveTaker, saveWritten } from '../store/request.ts';
import { isOpen, type CallReason } from './opened.ts';
import { settle } from './settle.ts';

/**
 * Joins a second contact to an open request of the same patient: that one goes on with the words of both, is screened again,
 * and keeps the graver urgency and the earlier clock. An open red flag of the second is dealt with first.
 */
export async function joinRequest(
  context: Context,
  id: string,
  { to, now }: { to: string; now: Temporal.Instant },
): Promise<Result<undefined, CallReason>> {
  return transaction(context, async (tx) => {
    // Always in the same order, so that two people who join two requests to each other never stop one another.
    const held = new Map<string, Request | undefined>();
    for (const one of [id, to].toSorted()) held.set(one, await requestById(tx, one, { lock: true }));
    const [second, first] = [held.get(id), held.get(to)];
    if (second === undefined || first === undefined) return err({ kind: 'not-there' });
    if (!isOpen(second) || !isOpen(first) || id === to) return err({ kind: 'not-open' });
    if (second.patientId === null) return err({ kind: 'nobody' });
    if (second.patientId !== first.patientId) return err({ kind: 'changed' });
    if (second.apart.length > 0) return err({ kind: 'apart' });
    const flags = await flagsOf(tx, id);
    if (flags.some(stops)) return err({ kind: 'red-flag' });
    if (flags.some(asks)) return err({ kind: 'question' });
    const joined = joinContacts(first, second);
    if (joined.words.length > 10_000 || joined.notes.length > 10_000) return err({ kind: 'too-long' });
    const by = context.actor.personId;
    await saveWritten(tx, to, { words: joined.words, notes: joined.notes, by, at: now, page: '' });
    await saveAnswers(tx, to, joined.answers);
    await savePatient(tx, to, { patientId: second.patientId, practiceId: first.practiceId, matched: joined.matched });
    await saveIdentity(tx, to, joined.identityConfirmed);
    const protocol = await protocolAt(tx, now);
    const urgency = second.urgency === null ? first.urgency : higherUrgency(protocol, first.urgency, second.urgency);
    const due = [first.dueAt, second.dueAt].filter((at) => at !== null);
    const [dueAt = null] = due.toSorted((one, other) => Temporal.Instant.compare(one, other));
    await savePromise(tx, to, { urgency, dueAt, callerPhone: second.callerPhone ?? first.callerPhone });
    if (!heldByOther(first, { me: by, now })) await saveTaker(tx, to, by);
    await saveJoined(tx, id, to);
    await settle(tx, to, { by, now });
    await announce(tx, 'requests', first);
    return ok(undefined);
  });
}
