import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Database } from '#platform/db/database.ts';
import { transaction } from '#platform/db/transaction.ts';
import { wantsPage } from '#platform/http/problems.ts';
import { route } from '#platform/http/routes.ts';
import { passesCsrf } from '#platform/http/security.ts';
import { dangerOf, keepForm, keptForms, type Danger, type Hearing } from './kept-form.ts';
import { halfWrittenBody, keptFormRoutes } from './kept-form-web.ts';
import { endedSession, lockSession, openSession, revokeSession, switchRole } from './session-store.ts';
import { safeReturn, type SignedIn, type SignIn } from './sign-in.ts';

/** What signing in and out needs. */
export interface SignInOptions {
  readonly db: Database;
  readonly signIn: SignIn;
  readonly demonstration: boolean;
  readonly publicUrl: string;
  readonly cookie: string;
  readonly https: boolean;
  readonly sessionHours: number;
  /** Hears what is half-written when a screen locks. */
  readonly hearing: Hearing;
  /** The person behind a sign-in, if the group knows them. */
  readonly personFor: (signedIn: SignedIn) => Promise<string | undefined>;
}

const open = { public: 'signing in and out must work for someone who is not signed in' };
const returning = Type.Object({ return: Type.Optional(Type.String({ maxLength: 2000 })) });
const empty = Type.Object({});

/** The cookies of signing in. */
export type SignInCookies = Pick<SignInOptions, 'cookie' | 'https'>;

/** For no script to read, for no form of another site to bring, and over https for https alone. */
const cookieTerms = (https: boolean) => ({ path: '/', httpOnly: true, sameSite: 'lax', secure: https }) as const;

/** The browser's own secret for signing in, made at its first attempt and the same for all its tabs. */
export function browserMark(request: FastifyRequest, reply: FastifyReply, { cookie, https }: SignInCookies): string {
  const known = request.cookies[`${cookie}_browser`];
  if (known !== undefined && known.length >= 32) return known;
  const mark = randomBytes(32).toString('base64url');
  reply.setCookie(`${cookie}_browser`, mark, cookieTerms(https));
  return mark;
}

function setCookie(reply: FastifyReply, { cookie, https }: SignInCookies, token: string): void {
  reply.setCookie(cookie, token, cookieTerms(https));
}

/** Adds the pages for signing in, out, locking, unlocking and switching role. */
export function signInRoutes(app: FastifyInstance, options: SignInOptions): void {
  const { db, signIn } = options;
  route(app, {
    method: 'GET',
    url: '/sign-in',
    permission: open,
    audit: 'show-sign-in',
    schema: {
      querystring: Type.Object({
        ...returning.properties,
        advice: Type.Optional(Type.Enum(['ambulance', 'clinician'])),
        lost: Type.Optional(Type.Literal('yes')),
      }),
    },
    handler: async ({ query, raw }, reply) =>
      reply.page('sign-in.njk', {
        returnTo: safeReturn(query.return),
        demonstration: options.demonstration,
        why: query.lost && !query.advice ? 'You were signed out. What was being written could not be kept.' : undefined,
        danger:
          (await dangerBefore(options, raw)) ?? (query.advice && { advice: query.advice, page: null, lost: true }),
      }),
  });
  route(app, {
    method: 'GET',
    url: '/sign-in/start',
    permission: open,
    audit: 'start-sign-in',
    schema: { querystring: returning },
    handler: async ({ query, raw }, reply) => {
      const browser = browserMark(raw, reply, options);
      const address = await signIn.begin(db, { returnTo: safeReturn(query.return), browser }).catch(() => undefined);
      if (address) return reply.redirect(address.href, 303);
      return reply.problem(503, 'We cannot reach the sign-in service', 'Try again in a minute. Nothing was lost.');
    },
  });
  route(app, {
    method: 'GET',
    url: '/sign-in/callback',
    permission: open,
    audit: 'sign-in',
    schema: { querystring: Type.Object({}, { additionalProperties: true }) },
    handler: async ({ raw }, reply) => finish(options, raw, reply),
  });
  route(app, {
    method: 'POST',
    url: '/sign-out',
    permission: open,
    audit: 'sign-out',
    schema: { body: empty },
    handler: async ({ raw }, reply) => {
      if (raw.identity) await revokeSession(db, raw.identity.session);
      // The cookie stays, worth nothing any more: what another tab still writes is kept for its own person by it.
      return reply.redirect(raw.identity?.session.patient ? '/my/sign-in' : '/sign-in', 303);
    },
  });
  lockRoutes(app, options);
  keptFormRoutes(app, options);
  roleRoutes(app, options);
}

/** The danger in what was kept for the session that ended in this browser. */
async function dangerBefore({ db, cookie }: SignInOptions, request: FastifyRequest): Promise<Danger | undefined> {
  const token = request.cookies[cookie];
  const ended = request.identity || token === undefined ? undefined : await endedSession(db, token);
  return ended && dangerOf(db, ended);
}

async function finish(options: SignInOptions, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { db } = options;
  const callback = new URL(request.url, options.publicUrl);
  const browser = request.cookies[`${options.cookie}_browser`];
  const signedIn = await options.signIn.finish(db, { callback, browser }).catch(() => undefined);
  if (!signedIn) return reply.problem(400, 'That sign-in did not finish', 'Sign in again. Nothing was lost.');
  const personId = await options.personFor(signedIn);
  if (!personId)
    return reply.problem(
      403,
      'We do not know you here yet',
      'Ask your group’s administrator to add you with this address.',
    );
  return enter(options, { request, reply }, { personId, patient: false, returnTo: signedIn.returnTo });
}

/** Opens the session of somebody who has just proved who they are, in place of the one before, and leads them on. */
export async function enter(
  options: Pick<SignInOptions, 'db' | 'sessionHours'> & SignInCookies,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  { personId, patient, returnTo }: { personId: string; patient: boolean; returnTo: string },
): Promise<unknown> {
  const { db } = options;
  const before = request.identity?.session;
  const roleHeldId = before?.personId === personId ? before.roleHeldId : null;
  if (before) await revokeSession(db, before);
  const hours = options.sessionHours;
  const token = await openSession(db, {
    personId,
    roleHeldId,
    hours,
    patient,
    before: request.cookies[options.cookie],
  });
  const actor = { personId, name: '', roleHeldId: null, role: 'public', groupId: null, practiceId: null };
  await transaction({ db, actor, act: { action: patient ? 'sign-in-as-patient' : 'sign-in' } }, async (tx) => {
    tx.note({ subject: before ? 'unlock or sign in again' : 'sign in', subjectId: personId });
    return Promise.resolve();
  });
  setCookie(reply, options, token);
  // Another person at the same screen never lands on the page the first one left.
  const stranger = before !== undefined && before.personId !== personId;
  return reply.redirect(stranger ? '/' : returnTo, 303);
}

/** Keeps what is half-written on a page that locks; whether it could. */
async function keepHalfWritten(
  { db, hearing, cookie }: SignInOptions,
  request: FastifyRequest,
  body: Type.Static<typeof halfWrittenBody>,
): Promise<{ kept: boolean; advice?: Danger['advice'] }> {
  const { path, mark = null, forms = [] } = body;
  const token = request.cookies[cookie];
  const ended = request.identity || token === undefined ? undefined : await endedSession(db, token);
  const session = request.identity?.session ?? (ended && passesCsrf(request, ended.csrf) ? ended : undefined);
  if (session === undefined) {
    // Whose it is nobody knows: nothing is kept and nobody is told, but whoever sits there is.
    const found = forms.map(({ action, fields }) => hearing.unknown(action, fields));
    const advice = found.includes('ambulance') ? 'ambulance' : found.find((one) => one !== undefined);
    return { kept: forms.length === 0, ...(advice ? { advice } : {}) };
  }
  const url = safeReturn(path);
  for (const { action, fields } of forms)
    await keepForm({ db, hearing, log: request.log }, session, { url, action, fields, posted: false, mark });
  return { kept: true };
}

function lockRoutes(app: FastifyInstance, options: SignInOptions): void {
  const { db } = options;
  route(app, {
    method: 'GET',
    url: '/locked',
    permission: open,
    audit: 'show-locked',
    schema: { querystring: returning },
    handler: async ({ query, raw }, reply) => {
      const { identity } = raw;
      if (!identity) return reply.redirect(`/sign-in?return=${encodeURIComponent(safeReturn(query.return))}`, 303);
      return reply.page('locked.njk', {
        returnTo: safeReturn(query.return),
        personName: identity.roles[0]?.personName ?? '',
        kept: (await keptForms(db, identity.session.personId)).length > 0,
        danger: identity.session.locked ? await dangerOf(db, identity.session) : undefined,
      });
    },
  });
  route(app, {
    method: 'POST',
    url: '/lock',
    permission: open,
    audit: 'lock',
    schema: { body: halfWrittenBody },
    handler: async ({ body, raw }, reply) => {
      const { identity } = raw;
      const { kept, advice } = await keepHalfWritten(options, raw, body);
      if (identity) await lockSession(db, identity.session);
      const back = `${identity ? '/locked' : '/sign-in'}?return=${encodeURIComponent(safeReturn(body.path))}`;
      const goTo = `${back}${kept ? '' : '&lost=yes'}${advice ? `&advice=${advice}` : ''}`;
      return wantsPage(raw) ? reply.redirect(goTo, 303) : { goTo, kept };
    },
  });
}

function roleRoutes(app: FastifyInstance, { db }: SignInOptions): void {
  route(app, {
    method: 'POST',
    url: '/role',
    permission: { public: 'a person may act under any role they hold, which is checked here' },
    audit: 'switch-role',
    schema: { body: Type.Object({ role: Type.String({ maxLength: 40 }) }) },
    handler: async ({ body, raw }, reply) => {
      const { identity } = raw;
      if (!identity || identity.session.locked) return reply.redirect('/sign-in', 303);
      const role = identity.roles.find((held) => held.id === body.role);
      if (!role) return reply.problem(403, 'You do not hold that role today', 'Ask an administrator.');
      await switchRole(db, identity.session, role.id);
      return reply.redirect('/', 303);
    },
  });
}
