import { lastlyHeld, rolesOf } from '#domains/network/index.ts';
import { systemActor, type Actor } from '#platform/auth/actor.ts';
import { actorOf } from '#platform/auth/identity.ts';
import type { Danger, Fields, Hearing, KeptWords } from '#platform/auth/kept-form.ts';
import type { Database } from '#platform/db/database.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import { grownNotes, placeOf, saidIn, typedAlone, type Said } from '../kept-words.ts';
import { factsFor } from '../queries/guidance.ts';
import { requestById, type Request } from '../queries/request.ts';
import { screenRequest } from '../request/request.ts';
import { announce, saveWritten } from '../store/request.ts';
import { raiseYes } from './answer.ts';
import { newRequest, requestOfVisit } from './heard.ts';
import { settle } from './settle.ts';

/** Whose words are about patients: those who take calls. */
const takers = ['navigator', 'clinician'];
const head = 'Written in a form that could not be saved:';

/**
 * Hears the forms that could not be sent, at the moment they are kept: a danger in them is raised in the request they
 * belong to, or in a new one, in the name of whoever wrote them.
 */
export function keptHearing(db: Database, now: () => Temporal.Instant): Hearing {
  const hear = async (words: KeptWords): Promise<(Danger & { readonly stopped: boolean }) | undefined> => {
    const said = saidIn(words.url, words.fields);
    const writer = await writerOf(db, words);
    const heard = writer && (await hearKept({ db, actor: writer, act: { action: 'hear-kept-form' } }, words, now()));
    if (heard)
      return heard.advice && { advice: heard.advice, page: `/calls/${heard.requestId}`, stopped: heard.stopped };
    // Nobody may raise it: whoever sits there is told all the same.
    const advice = writer?.role === 'clinician' ? undefined : adviceFor(firmIn(said));
    return advice && { advice, page: null, stopped: true };
  };
  const told = ({ advice, page }: Danger): Danger => ({ advice, page });
  return {
    unknown: (url, fields) => adviceFor(firmIn(saidIn(url, fields))),
    hears: (url, when) =>
      (when === 'saved' ? /^\/patients(?!\/find)/ : /^\/(?:calls|visits|patients)(?![^/?])/).test(url),
    async kept(words) {
      const danger = await hear(words);
      return danger && told(danger);
    },
    async sent(words) {
      const danger = await hear(words);
      return danger?.stopped ? told(danger) : undefined;
    },
  };
}

interface Heard {
  readonly requestId: string;
  readonly advice: Danger['advice'] | undefined;
  /** A red flag of the request is open. */
  readonly stopped: boolean;
}

/**
 * Who acts: the writer, in the role of the session where it takes calls, else in another of theirs that does; where the last
 * such role ended since yesterday, the program itself for that group.
 */
async function writerOf(db: Database, { personId, roleHeldId }: KeptWords): Promise<Actor | undefined> {
  const roles = (await rolesOf(db, personId)).filter(({ role }) => takers.includes(role));
  const role = roles.find(({ id }) => id === roleHeldId) ?? roles[0];
  if (role) return actorOf(role);
  const last = await lastlyHeld(db, personId, takers);
  return last && { ...systemActor('kept forms', last.groupId), practiceId: last.practiceId };
}

async function hearKept(context: Context, kept: KeptWords, now: Temporal.Instant): Promise<Heard | undefined> {
  const said = saidIn(kept.url, kept.fields);
  return transaction(context, async (tx) => {
    const request = await belongsTo(tx, context, { kept, said });
    if (request === undefined) return undefined;
    const facts = await factsFor(tx, request.patientId, now);
    const firm = firmIn(said, facts ? { ageYears: facts.ageYears } : {});
    if (firm.length > 0) await noteDown(tx, request, { said, by: kept.personId, now });
    const yes = said.yesTo && (await raiseYes(tx, request, { questionId: said.yesTo, by: kept.personId, now }));
    const { words: also, decided } = said;
    const { stopped } = await settle(tx, request.id, { by: kept.personId, now, also, decided });
    if (stopped) await announce(tx, 'requests', request);
    return { requestId: request.id, advice: adviceFor(yes ? [...firm, yes] : firm), stopped };
  });
}

/** The request that kept words belong to; for words of danger that belong to none, the one raised before or a new one. */
async function belongsTo(
  tx: Tx,
  context: Context,
  { kept, said }: { kept: KeptWords; said: Said },
): Promise<Request | undefined> {
  const place = placeOf(kept.url);
  if (place.kind === 'request') {
    const request = await requestById(tx, place.id, { lock: true });
    if (request) return request;
  }
  if (firmIn(said).length === 0 || (place.kind === 'elsewhere' && context.actor.role === 'clinician')) return undefined;
  const before = goesOn(kept) && placeOf(kept.before?.page ?? '');
  if (before && before.kind === 'request') return requestById(tx, before.id, { lock: true });
  // In nobody's hands: its writer is not at a screen that could go on with it.
  const untaken = { ...context, actor: { ...context.actor, personId: null } };
  if (place.kind === 'visit') {
    const request = await requestOfVisit(tx, untaken, place.id);
    if (request) return request;
  }
  const id = await newRequest(tx, untaken);
  return id === undefined ? undefined : requestById(tx, id, { lock: true });
}

/** Whether a form was kept before with the beginning of what it holds now: the same words, sent again or typed on. */
function goesOn({ before, fields }: KeptWords): boolean {
  if (before === undefined) return false;
  const text = (one: Fields[string] | undefined): string => [one ?? ''].flat().join('\n');
  return Object.entries(before.fields).every(([name, was]) => text(fields[name]).startsWith(text(was)));
}

/** What was said stands on the request for the clinician who is asked: its writer may not come back. */
async function noteDown(
  tx: Tx,
  request: Request,
  { said, by, now }: { said: Said; by: string; now: Temporal.Instant },
): Promise<void> {
  const dangers = [
    ...said.words.filter((text) => firmIn({ ...said, words: [text], decided: [] }).length > 0),
    ...said.decided.filter((text) => firmIn({ ...said, words: [], decided: [text] }).length > 0),
  ];
  const texts = dangers.filter((text) => ![request.words, request.notes].some((one) => one.includes(text.trim())));
  if (texts.length === 0) return;
  const notes = grownNotes(request.notes, head, texts.join(' / ')).slice(0, 10_000);
  await saveWritten(tx, request.id, { notes, by, at: now, page: request.typedIn ?? '' });
}

type Levelled = Pick<ReturnType<typeof screenRequest>[number], 'level'>;

function firmIn(said: Said, patient: Parameters<typeof screenRequest>[1] = {}): Levelled[] {
  return screenRequest(typedAlone(said), patient).filter(({ softened }) => !softened);
}

function adviceFor(found: readonly Levelled[]): Danger['advice'] | undefined {
  if (found.length === 0) return undefined;
  return found.some(({ level }) => level === '999') ? 'ambulance' : 'clinician';
}
