import { systemActor } from '#platform/auth/actor.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import { visitById, visitCard } from '../queries/booking.ts';
import { factsFor } from '../queries/guidance.ts';
import { screenRequest } from '../request/request.ts';
import { announce, saveWritten } from '../store/request.ts';
import { requestOfVisit } from './heard.ts';
import { settle } from './settle.ts';

/**
 * Screens what is written in a hand-back: a red flag in it is raised in the visit's own request, or in a new one of the home
 * practice, so that its duty clinician is asked wherever it was written. Done by the program in the writer's name, because
 * the writer may not see that practice's requests; before anything is saved, so that nothing is ever kept unscreened.
 */
export async function hearHandBack(
  { db, actor, act }: Context,
  { bookingId, texts, now }: { bookingId: string; texts: readonly string[]; now: Temporal.Instant },
): Promise<void> {
  const written = texts.filter((text) => text.trim() !== '');
  if (written.length === 0 || actor.groupId === null) return;
  const program = systemActor(`hand-backs, for ${actor.name}`, actor.groupId);
  await transaction({ db, actor: program, act }, async (tx) => {
    const context = { db, actor: program, act };
    const visit = await visitById(tx, bookingId);
    if (visit === undefined) return;
    const card = await visitCard(tx, visit);
    const facts = card && (await factsFor(tx, card.patientId, now));
    const typed = { words: '', notes: '', answers: {}, asked: written };
    if (screenRequest(typed, facts ? { ageYears: facts.ageYears } : {}).length === 0) return;
    const request = await requestOfVisit(tx, context, bookingId);
    if (request === undefined) return;
    const line = `In the hand-back of a visit: ${written.join(' / ')}`;
    const notes = [request.notes, line].filter(Boolean).join('\n').slice(0, 10_000);
    await saveWritten(tx, request.id, { notes, by: actor.personId, at: now, page: '' });
    await settle(tx, request.id, { by: actor.personId, now, also: written });
    await announce(tx, 'requests', request);
  });
}
