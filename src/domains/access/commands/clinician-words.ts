import { systemActor } from '#platform/auth/actor.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import { factsFor } from '../queries/guidance.ts';
import { flagsOf } from '../queries/red-flag.ts';
import { requestById } from '../queries/request.ts';
import { redFlagCategories } from '../red-flag/categories/all.ts';
import { screenRequest, type Screened } from '../request/request.ts';
import { announce, saveStatus } from '../store/request.ts';
import { isOpen } from './opened.ts';
import { raise } from './raise.ts';

/** What a clinician said when asked about words of their own that may mean danger; `of` are the kinds they were asked about. */
export interface AskedOfWords {
  readonly choice: 'raise' | 'as-it-is';
  readonly of: readonly string[];
}

/** Words of a clinician that may mean a danger which no flag of the request has: asked about before anything is saved. */
export interface MayMeanDanger {
  readonly kind: 'may-mean-danger';
  readonly found: readonly { readonly category: string; readonly name: string; readonly words: string }[];
}

interface Written {
  readonly requestId: string;
  readonly text: string;
  readonly asked: AskedOfWords | undefined;
  readonly now: Temporal.Instant;
}

/**
 * Screens what a clinician writes of a request and sends to others: by wordings alone, denials left out, and only for kinds of
 * danger that the request has no flag of, open or closed. Where there are such and the clinician has not been asked about
 * each, they are to be asked; on their word a flag is raised, put to whoever is on duty like any other. Either choice is in the
 * audit. Done by the program in the clinician's name, who may see nothing of the request but a flag that has gone on to them.
 */
export async function hearClinician(
  { db, actor, act }: Context,
  written: Written,
): Promise<MayMeanDanger | { readonly kind: 'heard'; readonly raised: readonly string[] }> {
  const program = systemActor(`words of ${actor.name}`, actor.groupId);
  return transaction({ db, actor: program, act }, async (tx) => {
    const found = await unheard(tx, written);
    const { asked, requestId } = written;
    if (found.some(({ category }) => !asked?.of.includes(category)))
      return { kind: 'may-mean-danger', found: found.map(inWords) };
    if (asked === undefined || found.length === 0) return { kind: 'heard', raised: [] };
    const request = await requestById(tx, requestId, { lock: true });
    if (request === undefined) return { kind: 'heard', raised: [] };
    const { practiceId } = request;
    const categories = found.map(({ category }) => category);
    tx.note({
      practiceId,
      subject: asked.choice === 'raise' ? 'red flag raised by a clinician' : 'clinician’s words sent as they are',
      subjectId: requestId,
      detail: { categories, person: actor.personId },
    });
    if (asked.choice === 'as-it-is') return { kind: 'heard', raised: [] };
    await raise(tx, request, { screened: found, by: actor.personId, now: written.now });
    if (isOpen(request) && request.status !== 'red_flag') await saveStatus(tx, requestId, 'red_flag');
    await announce(tx, 'requests', request);
    return { kind: 'heard', raised: categories };
  });
}

async function unheard(tx: Tx, { requestId, text, now }: Written): Promise<Screened[]> {
  const request = await requestById(tx, requestId);
  if (request === undefined) return [];
  const facts = await factsFor(tx, request.patientId, now);
  const typed = { words: '', notes: '', answers: {}, decided: [text] };
  const known = new Set<string>((await flagsOf(tx, requestId)).map(({ category }) => category));
  return screenRequest(typed, facts ? { ageYears: facts.ageYears } : {}).filter(
    ({ category, softened }) => !softened && !known.has(category),
  );
}

function inWords({ category, matched }: Screened): MayMeanDanger['found'][number] {
  return { category, name: redFlagCategories.find(({ id }) => id === category)?.name ?? category, words: matched };
}
