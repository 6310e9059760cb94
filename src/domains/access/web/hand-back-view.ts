import type { Context, Tx } from '#platform/db/transaction.ts';
import { askedOfWords } from '../commands/hand-back.ts';
import { askedRoles, dueBy, goesOnAt, rowsOnForm } from '../hand-back.ts';
import {
  asksOf,
  cliniciansOf,
  handBackRule,
  resultsOf,
  visitToHandBack,
  type HandBackCard,
  type VisitToHandBack,
} from '../queries/hand-back.ts';
import { mineAmong } from '../queries/my-day.ts';

interface Choice {
  readonly value: string;
  readonly text: string;
}

const isoDay = (now: Temporal.Instant): string => now.toZonedDateTimeISO('Europe/London').toPlainDate().toString();

/** What writing a hand-back chooses from: roles and clinicians of the home practice, the host, and owners of results. */
async function choices(
  tx: Tx,
  place: Pick<VisitToHandBack, 'practiceId' | 'practiceName' | 'hostPracticeId' | 'hostName'>,
  { usualGpId = null, writer = null }: { usualGpId?: string | null; writer?: string | null },
): Promise<{ of: Choice[]; owners: Choice[] }> {
  const at = (practiceId: string): string => (practiceId === place.practiceId ? place.practiceName : place.hostName);
  const home = await cliniciansOf(tx, [place.practiceId], usualGpId);
  const both = await cliniciansOf(tx, [place.hostPracticeId, place.practiceId], writer);
  return {
    of: [
      ...Object.entries(askedRoles).map(([code, name]) => ({
        value: `role:${code}`,
        text: `${place.practiceName}: ${name}`,
      })),
      ...home.map(({ id, name, roleName }) => ({
        value: `clinician:${id}`,
        text: `${name}, ${roleName}${id === usualGpId ? ', their own GP' : ''}`,
      })),
      { value: 'host', text: `${place.hostName} (here)` },
    ],
    owners: both.map(({ id, name, roleName, practiceId }) => ({
      value: id,
      text: id === writer ? `${name} (you)` : `${name}, ${roleName}, ${at(practiceId)}`,
    })),
  };
}

/** The form of a visit's hand-back. */
export async function formView(tx: Tx, visit: VisitToHandBack, now: Temporal.Instant): Promise<object> {
  const { usualGpId, clinicianId } = visit;
  return {
    visit,
    rows: Array.from({ length: rowsOnForm }, (_, n) => n + 1),
    earliest: isoDay(now),
    given: {},
    ...(await choices(tx, visit, { usualGpId, writer: clinicianId })),
  };
}

/** A hand-back as it stands, with what the actor may do with it. */
export async function pageView(
  tx: Tx,
  { card, context, now }: { card: HandBackCard; context: Context; now: Temporal.Instant },
): Promise<object> {
  const { actor } = context;
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
  const rule = await handBackRule(tx, card.groupId);
  const mine = await mineAmong(tx);
  const asks = (await asksOf(tx, [card.id])).map((ask) => ({
    ...ask,
    ofWords: askedOfWords(ask, card.hostName),
    isMine: ask.ofClinicianId !== null && mine.has(ask.ofClinicianId),
    due: dueBy(ask.dueOn, today),
  }));
  const results = (await resultsOf(tx, [card.id], rule)).map((result) => ({
    ...result,
    isMine: mine.has(result.ownerId),
    due: dueBy(result.expectedOn, today),
  }));
  const own = card.writtenBy === actor.personId;
  const waits = card.acknowledgedAt === null && !card.nothingAsked;
  return {
    card,
    asks,
    results,
    openAsks: asks.filter(({ closedAt }) => closedAt === null).length,
    openResults: results.filter(({ closedAt }) => closedAt === null).length,
    waits,
    // Whether it may be is decided by the database; the button is not shown where it would be refused for certain.
    mayAcknowledge: waits && !own && actor.practiceId !== card.hostPracticeId,
    mayCorrect: own && (await visitToHandBack(tx, card.bookingId)) !== undefined,
    isClinician: actor.role === 'clinician',
    goesOnAt: waits ? goesOnAt(rule, card.askedLevel, card.askedAt) : undefined,
    earliest: isoDay(now),
    given: {},
    ...(await choices(tx, card, {})),
  };
}
