import type { Danger, KeptWords } from '#platform/auth/kept-form.ts';
import type { Tx } from '#platform/db/transaction.ts';
import { fitted, grownNotes, saidIn, typedAlone, type Said } from '../kept-words.ts';
import { factsFor } from '../queries/guidance.ts';
import type { Request } from '../queries/request.ts';
import { screen } from '../red-flag/red-flag.ts';
import { screenRequest } from '../request/request.ts';
import { announce, saveWritten } from '../store/request.ts';
import { raiseYes } from './answer.ts';
import { settle } from './settle.ts';

/** Words that are heard, and when. */
export interface ToHear {
  readonly kept: KeptWords;
  readonly now: Temporal.Instant;
  /** Whether words without a danger of their own change nothing: what was refused is not part of its request. */
  readonly dangerAlone: boolean;
}

/** What came of hearing words in a request. */
export interface Heard {
  readonly requestId: string;
  readonly advice: Danger['advice'] | undefined;
  /** A red flag of the request is open. */
  readonly stopped: boolean;
  /** Whether it is of a patient: one that is nobody's yet is not to be seen by whoever wrote it. */
  readonly own: boolean;
}

const head = 'Written in a form that could not be saved:';
/** The most letters notes hold, and that one line of them takes. */
const [mostLetters, longestLine] = [10_000, 9_000];

/** Hears what was written in the request it belongs to: notes it down there, raises what it finds, and says what to do. */
export async function hearIn(tx: Tx, request: Request, { kept, now, dangerAlone }: ToHear): Promise<Heard | undefined> {
  const said = saidIn(kept.url, kept.fields);
  // A patient holds no role: what they wrote is theirs by the request.
  const by = kept.patient ? null : kept.personId;
  const facts = await factsFor(tx, request.patientId, now);
  const patient = facts ? { ageYears: facts.ageYears } : {};
  const firm = firmIn(said, patient);
  if (dangerAlone && firm.length === 0) return undefined;
  if (firm.length > 0) await noteDown(tx, request, { said, patient, by, now });
  const yes = said.yesTo && (await raiseYes(tx, request, { questionId: said.yesTo, by, now }));
  const { words: also, decided } = said;
  const { stopped } = await settle(tx, request.id, { by, now, also, decided });
  if (stopped) await announce(tx, 'requests', request);
  const advice = adviceFor(yes ? [...firm, yes] : firm);
  return { requestId: request.id, advice, stopped, own: request.patientId !== null };
}

type Patient = Parameters<typeof screenRequest>[1];

/** What was said stands on the request for the clinician who is asked: its writer may not come back. */
async function noteDown(
  tx: Tx,
  request: Request,
  { said, patient, by, now }: { said: Said; patient: Patient; by: string | null; now: Temporal.Instant },
): Promise<void> {
  const line = dangersSaid(said, patient, longestLine);
  const { words, notes: stood, safeContact } = request;
  if ([words, stood, safeContact].some((one) => one.replaceAll(/\s*\n\s*/g, ' ').includes(line))) return;
  // What was said now is what a clinician must read: where there is no room for all, the older goes.
  const notes = grownNotes(stood, head, line).slice(-mostLetters);
  await saveWritten(tx, request.id, { notes, by, at: now, page: request.typedIn ?? '' });
}

/** The texts that hold a danger, or as much of them as there is room for with each of their dangers in it. */
export function dangersSaid(said: Said, patient: Patient, most: number): string {
  const texts = [
    ...said.words.filter((text) => firmIn({ ...said, words: [text], decided: [] }, patient).length > 0),
    ...said.decided.filter((text) => firmIn({ ...said, words: [], decided: [text] }, patient).length > 0),
  ];
  return fitted(texts, most, (text) => screen(text, patient).filter(({ softened }) => !softened));
}

type Levelled = Pick<ReturnType<typeof screenRequest>[number], 'level'>;

/** The dangers in what was said that are not denied. */
export function firmIn(said: Said, patient: Patient = {}): Levelled[] {
  return screenRequest(typedAlone(said), patient).filter(({ softened }) => !softened);
}

/** What dangers ask for: an ambulance before a clinician; undefined where there is none. */
export function adviceFor(found: readonly Levelled[]): Danger['advice'] | undefined {
  if (found.length === 0) return undefined;
  return found.some(({ level }) => level === '999') ? 'ambulance' : 'clinician';
}
