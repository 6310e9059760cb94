import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isUuid } from '#kernel/uuid.ts';
import type { Database } from '#platform/db/database.ts';
import { wantsPage } from '#platform/http/problems.ts';
import { dropKeptForm, keepForm, keptBefore, type Danger, type Fields, type Hearing } from './kept-form.ts';
import type { Session } from './session-store.ts';

/** Where forms wait that could not be sent. */
export const KEPT = '/kept-forms';

/** What keeping and hearing a form that was sent needs. */
export interface SentOptions {
  readonly db: Database;
  readonly hearing: Hearing;
}

/** Keeps a form that was sent, and has it heard. */
export async function keepSent(
  options: SentOptions,
  session: Pick<Session, 'personId' | 'roleHeldId' | 'tokenHash' | 'patient'>,
  request: FastifyRequest,
): Promise<Danger | undefined> {
  const { url, body } = request;
  const form = { url, action: url, fields: formFields(body), posted: true, mark: markOf(body) };
  return keepForm({ ...options, log: request.log }, session, form);
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** The fields of a form, without its token and the mark of its window. */
export function formFields(body: unknown): Fields {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]: [string, unknown]): [string, string | string[]][] => {
      if (name === '_csrf' || name === '_mark') return [];
      if (isText(value)) return [[name, value]];
      return Array.isArray(value) ? [[name, value.filter(isText)]] : [];
    }),
  );
}

/** The mark of the window a form was written in, where it sends one. */
function markOf(body: unknown): string | null {
  const mark = typeof body === 'object' && body !== null && '_mark' in body ? body._mark : undefined;
  return isText(mark) ? mark.slice(0, 100) : null;
}

/**
 * Hears forms that were refused, whose route therefore kept nothing of them, and those of routes that hear nothing themselves.
 * What stops a request leads to its page at once; a refused form waits for its writer.
 */
export function hearSentForms(app: FastifyInstance, options: SentOptions): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const { identity } = request;
    if (request.method !== 'POST' || !identity || identity.session.locked) return payload;
    const refused = reply.statusCode >= 400 && reply.statusCode < 500 && ![401, 403].includes(reply.statusCode);
    if (!refused && reply.statusCode !== 303) return payload;
    const { session } = identity;
    if (!refused) await dropBroughtBack(options, session, request);
    if (!options.hearing.hears(request.url, refused ? 'refused' : 'saved')) return payload;
    const danger = await heard(options, session, request);
    if (danger === undefined) return payload;
    // It has been heard: keeping it only keeps it.
    const keeping = { ...options, hearing: { ...options.hearing, kept: () => Promise.resolve(danger) } };
    if (refused) await keepSent(keeping, session, request);
    return lead(request, reply, { payload, goTo: pageFor(session, danger) });
  });
}

/** Where somebody is told what to do: a patient is shown no page of staff. */
function pageFor({ patient }: Session, { advice, page }: Danger): string {
  return page !== null && (!patient || page.startsWith('/my/')) ? page : `${KEPT}?advice=${advice}`;
}

/** A form that waited and was brought back into its page has been sent: it waits no longer. */
async function dropBroughtBack({ db }: SentOptions, { personId, patient }: Session, { body }: FastifyRequest) {
  const kept = patient && typeof body === 'object' && body !== null && 'kept' in body ? body.kept : undefined;
  if (isText(kept) && isUuid(kept)) await dropKeptForm(db, personId, kept);
}

/** Hears a form; whatever goes wrong with that, whoever sits there is told what to do. */
async function heard(
  { db, hearing }: SentOptions,
  session: Session,
  request: FastifyRequest,
): Promise<Danger | undefined> {
  const { personId, roleHeldId, patient } = session;
  const { url, body } = request;
  const fields = formFields(body);
  try {
    const before = await keptBefore(db, session, url);
    return await hearing.sent({ personId, roleHeldId, patient, url, fields, before });
  } catch (error) {
    // Never its message: that may quote the words.
    request.log.error({ kind: error instanceof Error ? error.name : 'unknown' }, 'a refused form could not be heard');
    const advice = hearing.unknown(url, fields);
    return advice && { advice, page: null };
  }
}

/** A page gives way to the one that says what to do; a script is told where that is. */
function lead(
  request: FastifyRequest,
  reply: FastifyReply,
  { payload, goTo }: { payload: unknown; goTo: string },
): unknown {
  if (!wantsPage(request)) {
    const problem = typeof payload === 'string' && payload.startsWith('{') ? (JSON.parse(payload) as object) : {};
    return JSON.stringify({ ...problem, goTo });
  }
  reply.code(303).removeHeader('content-type').removeHeader('content-length').header('location', goTo);
  return '';
}
