import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Database } from '#platform/db/database.ts';
import { wantsPage } from '#platform/http/problems.ts';
import { keepForm, type Danger, type Fields, type Hearing } from './kept-form.ts';
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
  session: Pick<Session, 'personId' | 'roleHeldId' | 'tokenHash'>,
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
    if (!options.hearing.hears(request.url, refused ? 'refused' : 'saved')) return payload;
    const danger = await heard(options, request);
    if (danger === undefined) return payload;
    const { session } = identity;
    // It has been heard: keeping it only keeps it.
    const keeping = { ...options, hearing: { ...options.hearing, kept: () => Promise.resolve(danger) } };
    if (refused) await keepSent(keeping, session, request);
    return lead(request, reply, { payload, goTo: danger.page ?? `${KEPT}?advice=${danger.advice}` });
  });
}

async function heard({ hearing }: SentOptions, request: FastifyRequest): Promise<Danger | undefined> {
  const { url, body, identity } = request;
  const fields = formFields(body);
  if (!identity || hearing.unknown(url, fields) === undefined) return undefined;
  const { personId, roleHeldId } = identity.session;
  return hearing.sent({ personId, roleHeldId, url, fields, before: undefined });
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
