import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readsShown, refreshHeader } from '#platform/audit/shown.ts';
import type { Database } from '#platform/db/database.ts';
import type { Context } from '#platform/db/transaction.ts';
import { passesCsrf } from '#platform/http/security.ts';
import { wantsPage } from '#platform/http/problems.ts';
import type { Actor } from './actor.ts';
import { clientActor } from './clients.ts';
import type { Hearing } from './kept-form.ts';
import { formFields, keepSent, KEPT } from './sent-form.ts';
import { endedSession, findSession, type IdleMinutes, type Session } from './session-store.ts';

/** A role somebody may act under, as the app's people know it. */
export interface Role {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly role: string;
  readonly roleName: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly fictional: boolean;
  readonly practiceId: string | null;
  /** The practice, hub or group the role is held for, as people say it. */
  readonly placeName: string;
}

/** Someone signed in: their session, the roles they hold today and the one they act under. */
export interface Identity {
  readonly session: Session;
  readonly roles: readonly Role[];
  readonly current: Role | undefined;
}

/** What the platform must be told about people, since it knows no domain. */
export interface People {
  rolesOf(personId: string): Promise<readonly Role[]>;
  /** A patient as the one role they have; undefined once they are on no list. */
  patientOf(patientId: string): Promise<Role | undefined>;
}

/** How sessions are recognised and guarded. */
export interface IdentityOptions {
  readonly db: Database;
  readonly people: People;
  readonly cookie: string;
  readonly idle: IdleMinutes;
  /** Hears the forms that cannot be sent. */
  readonly hearing: Hearing;
  readonly now: () => Temporal.Instant;
}

declare module 'fastify' {
  interface FastifyRequest {
    identity: Identity | undefined;
    /** Who acts through this request, under the audit name its route declares. */
    context(): Context;
  }
}

const nobody: Actor = { personId: null, name: '', roleHeldId: null, role: 'public', groupId: null, practiceId: null };

/** The role of whoever acts as a patient. */
export const patientRole = 'patient';

/** The actor of a role held, or of a patient. */
export function actorOf(role: Role | undefined): Actor {
  if (!role) return nobody;
  const { personId, personName: name, groupId, practiceId } = role;
  if (role.role === patientRole)
    return { personId: null, patientId: personId, name, roleHeldId: null, role: patientRole, groupId, practiceId };
  return { personId, name, roleHeldId: role.id, role: role.role, groupId, practiceId };
}

/** Loads who is signed in before every request and refuses what their role does not allow. */
export function registerIdentity(app: FastifyInstance, options: IdentityOptions): void {
  app.decorateRequest('identity', undefined);
  const shownOn = readsShown(options.now);
  app.decorateRequest('context', function (this: FastifyRequest): Context {
    const { session, current } = this.identity ?? {};
    const action = this.routeOptions.config.audit ?? 'unnamed';
    const refresh = this.method === 'GET' && this.headers[refreshHeader] === 'yes';
    return {
      db: options.db,
      actor: this.client ? clientActor(this.client) : actorOf(current),
      act: { action },
      ...(session && !this.client
        ? { shown: shownOn({ session: session.tokenHash.toString('hex'), role: current?.id ?? null, action, refresh }) }
        : {}),
    };
  });
  app.addHook('onRequest', async (request) => {
    const token = request.cookies[options.cookie];
    if (!token || request.url.startsWith('/assets/')) return;
    const session = await findSession(options.db, token, options.idle);
    if (!session) return;
    const roles = await rolesOf(options.people, session);
    request.identity = { session, roles, current: roles.find((role) => role.id === session.roleHeldId) ?? roles[0] };
  });
  app.addHook('preValidation', async (request) => {
    dropNulls(request.body);
    return Promise.resolve();
  });
  app.addHook('preValidation', (request, reply) => guard(options, request, reply));
}

async function rolesOf(people: People, { personId, patient }: Session): Promise<readonly Role[]> {
  if (!patient) return people.rolesOf(personId);
  const own = await people.patientOf(personId);
  return own ? [own] : [];
}

/** PostgreSQL keeps no text with a NUL in it; a form that carries one loses that character, not its words. */
function dropNulls(body: unknown): void {
  if (typeof body !== 'object' || body === null) return;
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === 'string') Object.assign(body, { [name]: value.replaceAll('\u0000', '') });
    else dropNulls(value);
  }
}

/** Order matters: who you are, whether you are locked out, whether the form is ours, and only then what you may do. */
async function guard(options: IdentityOptions, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { permission } = request.routeOptions.config;
  const { identity } = request;
  const changes = request.method !== 'GET' && request.method !== 'HEAD';
  // Programs have been asked for their token before their body was read.
  if (!permission || 'scopes' in permission) return undefined;
  if ('public' in permission) {
    if (changes && identity && !passesCsrf(request, identity.session.csrf)) return refuseForm(options, request, reply);
    return undefined;
  }
  if (!identity) return askToSignIn(options, request, reply);
  if (identity.session.locked) return askToUnlock(options, request, reply);
  if (changes && !passesCsrf(request, identity.session.csrf)) return refuseForm(options, request, reply);
  const { current } = identity;
  if (current && permission.roles.includes(current.role)) return undefined;
  const words = wordsFor(identity, permission.roles);
  // The role was switched in another tab: what was written waits for its own role.
  if (!changes || !identity.roles.some(({ role }) => permission.roles.includes(role)))
    return reply.problem(403, 'You cannot open this', words);
  const danger = await keepSent(options, identity.session, request);
  if (danger && wantsPage(request)) return reply.redirect(KEPT, 303);
  const detail = `${words} What you wrote is kept at ${KEPT}: send it from there.`;
  const title = 'You cannot send this now';
  if (wantsPage(request)) return reply.problem(403, title, detail);
  return leadAway(reply, { status: 403, title, detail, kept: true, ...(danger ? { goTo: KEPT } : {}) });
}

/** Answers a script whose form could not be sent: whether it is kept; a danger in its words replaces the page. */
function leadAway(
  reply: FastifyReply,
  problem: { status: number; title: string; detail: string; kept: boolean; goTo?: string },
): FastifyReply {
  void reply.code(problem.status).type('application/problem+json');
  return reply.send({ type: 'about:blank', ...problem });
}

function wordsFor({ roles, current }: Identity, wanted: readonly string[]): string {
  const other = roles.find((role) => wanted.includes(role.role));
  if (other) return `You can as ${other.roleName}, ${other.placeName}: switch role at the top of the page.`;
  if (!current) return 'You hold no role today. Ask an administrator.';
  // Who gives out roles is not sent to themselves.
  const ask = current.role === 'administrator' ? 'It belongs to another role.' : 'Ask an administrator.';
  return `${current.roleName} does not include it. ${ask}`;
}

/** A form that is not this session's own is kept by nobody and raises nothing; whoever sits there is told of a danger in it. */
function refuseForm({ hearing }: IdentityOptions, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const advice = hearing.unknown(request.url, formFields(request.body));
  const title = 'This form is out of date';
  const detail = 'Go back, open the page again and send it again. Nothing was saved.';
  if (!advice) return reply.problem(403, title, detail);
  const goTo = doorOf(request) === '/sign-in' ? `${KEPT}?advice=${advice}` : `/my/sign-in?advice=${advice}`;
  if (wantsPage(request)) return reply.redirect(goTo, 303);
  return leadAway(reply, { status: 403, title, detail, kept: false, goTo });
}

async function askToSignIn(
  options: IdentityOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { db, cookie, hearing } = options;
  const back = request.method === 'GET' ? request.url : '/';
  const token = request.cookies[cookie];
  const ended = request.method === 'GET' || token === undefined ? undefined : await endedSession(db, token);
  // A session that ended under a form: the form waits for its own person, whoever signs in here next.
  const kept = ended !== undefined && passesCsrf(request, ended.csrf);
  const danger = kept ? await keepSent(options, ended, request) : undefined;
  // Whose it is nobody knows: nothing is kept and nobody is told, but whoever sits there is.
  const advice = kept ? danger?.advice : hearing.unknown(request.url, formFields(request.body));
  const at = `${doorOf(request)}?return=${encodeURIComponent(kept ? KEPT : back)}`;
  const goTo = !kept && advice ? `${at}&advice=${advice}` : at;
  if (wantsPage(request)) return reply.redirect(goTo, 303);
  const [title, detail] = ['Sign in first', 'This needs somebody who is signed in.'];
  return leadAway(reply, { status: 401, title, detail, kept, ...(advice ? { goTo } : {}) });
}

/** Where whoever a route is for signs in. */
function doorOf({ routeOptions }: FastifyRequest): string {
  const { permission } = routeOptions.config;
  return permission && 'roles' in permission && permission.roles.includes(patientRole) ? '/my/sign-in' : '/sign-in';
}

async function askToUnlock(
  options: IdentityOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (request.method === 'GET') {
    if (!wantsPage(request)) return reply.problem(401, 'Locked', 'Unlock first.');
    return reply.redirect(`/locked?return=${encodeURIComponent(request.url)}`, 303);
  }
  const session = request.identity?.session;
  if (session) await keepSent(passesCsrf(request, session.csrf) ? options : quietly(options), session, request);
  return reply.redirect(`/locked?return=${KEPT}`, 303);
}

/** For a form that does not show its session's token: kept, and whoever sits there is told, but nothing is raised by it. */
function quietly({ hearing, ...options }: IdentityOptions): IdentityOptions {
  const kept: Hearing['kept'] = ({ url, fields }) => {
    const advice = hearing.unknown(url, fields);
    return Promise.resolve(advice && { advice, page: null });
  };
  return { ...options, hearing: { ...hearing, kept } };
}
