import { err, ok, type Result } from '#kernel/result.ts';
import type { Context, Tx } from '#platform/db/transaction.ts';
import { guidanceFor } from '../queries/guidance.ts';
import { flagsOf, type Flag } from '../queries/red-flag.ts';
import type { Request } from '../queries/request.ts';
import type { Guidance } from '../request/guidance.ts';
import { directQuestionId } from '../request/question.ts';
import type { Screened } from '../request/request.ts';
import { answerSoftened, withdrawAnswer } from '../store/red-flag.ts';
import { saveAnswers } from '../store/request.ts';
import { isOpen, withRequest, type CallReason } from './opened.ts';
import { raise } from './raise.ts';
import { settle, type Settled } from './settle.ts';

/** What was said to a question. */
export interface Said {
  readonly questionId: string;
  readonly said: 'yes' | 'no';
  readonly now: Temporal.Instant;
}

/** Records the answer to the question that is open. A yes that means danger raises the flag; a no lets a softened one go on. */
export async function answerQuestion(
  context: Context,
  id: string,
  { questionId, said, now }: Said,
): Promise<Result<Settled, CallReason>> {
  return withRequest(context, id, async (tx, request) => {
    if (!isOpen(request)) return err({ kind: 'not-open' });
    const flags = await flagsOf(tx, id);
    const { question } = await guidanceFor(tx, request, { flags, now });
    // A page left open may send an answer to a question that is no longer asked.
    if (question?.id !== questionId) return ok(await settle(tx, id, { by: context.actor.personId, now }));
    await saveAnswers(tx, id, { ...request.answers, [questionId]: { said, at: now.toString() } });
    const softened = flags.find((flag) => isSoftened(flag) && directQuestionId(flag.category) === questionId);
    if (said === 'no' && softened) await answerSoftened(tx, softened.id, true);
    if (said === 'yes') await raiseMeant(tx, request, { question, by: context.actor.personId, now });
    return ok(await settle(tx, id, { by: context.actor.personId, now }));
  });
}

/** Raises what a yes to the open question means, without recording the answer; tells what it raised. */
export async function raiseYes(
  tx: Tx,
  request: Request,
  { questionId, by, now }: { questionId: string; by: string | null; now: Temporal.Instant },
): Promise<Screened | undefined> {
  if (!isOpen(request)) return undefined;
  const { question } = await guidanceFor(tx, request, { flags: await flagsOf(tx, request.id), now });
  return question?.id === questionId ? raiseMeant(tx, request, { question, by, now }) : undefined;
}

type Question = NonNullable<Guidance['question']>;

async function raiseMeant(
  tx: Tx,
  request: Request,
  { question, by, now }: { question: Question; by: string | null; now: Temporal.Instant },
): Promise<Screened | undefined> {
  if (question.yesMeans === undefined) return undefined;
  const { category, level } = question.yesMeans;
  const matched = `“${question.say}” Yes`;
  const raised: Screened = {
    category,
    level,
    matched,
    origin: 'answer',
    questionId: question.id,
    softened: false,
    basis: 'wording',
  };
  await raise(tx, request, { screened: [raised], by, now });
  return raised;
}

/**
 * Takes back an answer that was pressed by mistake. The question is asked again; an alert it raised stays with the
 * clinician, marked as taken back; what was found in words is not touched.
 */
export async function takeBackAnswer(
  context: Context,
  id: string,
  { questionId, now }: Omit<Said, 'said'>,
): Promise<Result<Settled, CallReason>> {
  return withRequest(context, id, async (tx, request) => {
    if (!isOpen(request)) return err({ kind: 'not-open' });
    const { [questionId]: before, ...answers } = request.answers;
    if (before === undefined) return ok(await settle(tx, id, { by: context.actor.personId, now }));
    await saveAnswers(tx, id, answers);
    await withdrawAnswer(tx, id, questionId);
    const softened = (await flagsOf(tx, id)).find(
      (flag) => isSoftened(flag) && directQuestionId(flag.category) === questionId,
    );
    if (softened?.answeredNoAt) await answerSoftened(tx, softened.id, false);
    return ok(await settle(tx, id, { by: context.actor.personId, now }));
  });
}

/** Lets an answer stand although their words say something else: whoever is on the call has asked again. */
export async function keepAnswer(
  context: Context,
  id: string,
  { questionId, now }: Omit<Said, 'said'>,
): Promise<Result<Settled, CallReason>> {
  return withRequest(context, id, async (tx, request) => {
    if (!isOpen(request)) return err({ kind: 'not-open' });
    const answer = request.answers[questionId];
    if (answer !== undefined)
      await saveAnswers(tx, id, { ...request.answers, [questionId]: { ...answer, sure: true } });
    return ok(await settle(tx, id, { by: context.actor.personId, now }));
  });
}

function isSoftened({ softened, closedAt }: Flag): boolean {
  return softened && closedAt === null;
}
