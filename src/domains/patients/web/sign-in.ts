import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { safeReturn, type Provider, type SignIn } from '#platform/auth/sign-in.ts';
import { browserMark, enter, type SignInCookies } from '#platform/auth/web.ts';
import type { Database } from '#platform/db/database.ts';
import { route } from '#platform/http/routes.ts';
import { provedIdentity, readClaims } from '../nhs-login.ts';
import { recognisedPatient } from '../queries.ts';

/** What a patient's signing in needs; without a provider the page says how to be helped instead. */
export interface PatientSignIn extends SignInCookies {
  readonly db: Database;
  readonly signIn: SignIn | undefined;
  readonly demonstration: boolean;
  readonly publicUrl: string;
  readonly sessionHours: number;
}

/** Where the provider sends patients back to. */
export const patientCallback = '/my/sign-in/callback';

/** NHS login, asked for an identity that is proved; its claims come from userinfo too. */
export function nhsLoginProvider(
  client: { issuer: string; clientId: string; clientKey: string },
  publicUrl: string,
): Provider {
  return {
    ...client,
    clientSecret: undefined,
    redirectUri: new URL(patientCallback, publicUrl).href,
    scope: 'openid profile',
    parameters: { vtr: JSON.stringify(provedIdentity) },
    userinfo: true,
  };
}

const open = { public: 'signing in must work for someone who is not signed in' };
const returning = Type.Object({
  return: Type.Optional(Type.String({ maxLength: 2000 })),
  advice: Type.Optional(Type.Enum(['ambulance', 'clinician'])),
});

/** Why somebody is not let in, each with what to do instead; the page says it. */
type NotIn = 'level' | 'incomplete' | 'unknown' | 'differs' | 'unfinished';

/** Patients sign in with NHS login: an identity proved to P9 whose NHS number, birth date and surname are on a list. */
export function patientSignInRoutes(app: FastifyInstance, options: PatientSignIn): void {
  const { signIn, demonstration, db } = options;
  route(app, {
    method: 'GET',
    url: '/my/sign-in',
    permission: open,
    audit: 'show-patient-sign-in',
    schema: { querystring: returning },
    handler: async ({ query }, reply) =>
      reply.page('patients/views/sign-in.njk', {
        returnTo: backTo(query.return),
        advice: query.advice,
        demonstration,
        available: signIn !== undefined,
      }),
  });
  route(app, {
    method: 'GET',
    url: '/my/sign-in/start',
    permission: open,
    audit: 'start-patient-sign-in',
    schema: { querystring: returning },
    handler: async ({ query, raw }, reply) => {
      const browser = browserMark(raw, reply, options);
      const address = await signIn?.begin(db, { returnTo: backTo(query.return), browser }).catch(() => undefined);
      if (address) return reply.redirect(address.href, 303);
      return reply.problem(503, 'We cannot reach NHS login', 'Try again in a minute, or ring us. Nothing was lost.');
    },
  });
  route(app, {
    method: 'GET',
    url: patientCallback,
    permission: open,
    audit: 'sign-in-as-patient',
    schema: { querystring: Type.Object({}, { additionalProperties: true }) },
    handler: async ({ raw }, reply) => finish(options, raw, reply),
  });
}

/** Patients come back to their own pages, whatever the address says. */
function backTo(path: string | undefined): string {
  const safe = safeReturn(path);
  return /^\/my(?=$|[/?])/.test(safe) || safe === '/kept-forms' ? safe : '/my';
}

async function finish(options: PatientSignIn, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { db, signIn } = options;
  const callback = new URL(request.url, options.publicUrl);
  const browser = request.cookies[`${options.cookie}_browser`];
  const signedIn = await signIn?.finish(db, { callback, browser }).catch(() => undefined);
  if (!signedIn) return refuse(reply, 'unfinished');
  const proved = readClaims(signedIn.claims);
  if (!proved.ok) return refuse(reply, proved.error);
  const patient = await recognisedPatient(db, proved.value);
  if (!patient) return refuse(reply, 'unknown');
  if (!patient.agrees) return refuse(reply, 'differs');
  return enter(options, { request, reply }, { personId: patient.id, patient: true, returnTo: signedIn.returnTo });
}

async function refuse(reply: FastifyReply, why: NotIn): Promise<unknown> {
  return reply.code(why === 'unfinished' ? 400 : 403).page('patients/views/not-in.njk', { why });
}
