import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import type { Actor } from '#platform/auth/actor.ts';
import { findSession, openSession } from '#platform/auth/session-store.ts';
import type { Database } from '#platform/db/database.ts';

/** Somebody signed in to an app without a browser: asks for pages and sends forms as their own session. */
export interface SignedIn {
  /** The token of the session's forms. */
  readonly csrf: string;
  get(url: string, accept?: string): Promise<LightMyRequestResponse>;
  /** Asks for a page again as it does itself when something on it has changed. */
  refresh(url: string): Promise<LightMyRequestResponse>;
  /** Sends a form; a list gives a field several values. */
  post(
    url: string,
    fields?: Readonly<Record<string, string | readonly string[]>>,
    accept?: string,
  ): Promise<LightMyRequestResponse>;
  /** Locks the screen as a page's script does, with what is half-written on it. */
  lock(body: {
    path: string;
    mark?: string;
    forms: readonly { action: string; fields: Readonly<Record<string, string>> }[];
  }): Promise<LightMyRequestResponse>;
}

/** Signs somebody in by opening a session as the sign-in does. */
export async function signIn(app: FastifyInstance, db: Database, actor: Actor): Promise<SignedIn> {
  const { personId, roleHeldId } = actor;
  if (personId === null) throw new Error('only a person signs in');
  return signedInBy(app, db, await openSession(db, { personId, roleHeldId, hours: 10 }));
}

/** Signs a patient in as their own sign-in does. */
export async function signInPatient(app: FastifyInstance, db: Database, patientId: string): Promise<SignedIn> {
  return signedInBy(
    app,
    db,
    await openSession(db, { personId: patientId, roleHeldId: null, hours: 10, patient: true }),
  );
}

async function signedInBy(app: FastifyInstance, db: Database, token: string): Promise<SignedIn> {
  const session = await findSession(db, token, { staff: 10, patient: 10 });
  const ask = (options: InjectOptions): Promise<LightMyRequestResponse> =>
    app.inject({ ...options, cookies: { superpractice: token } });
  return {
    csrf: session?.csrf ?? '',
    get: (url, accept = 'text/html') => ask({ method: 'GET', url, headers: { accept } }),
    refresh: (url) => ask({ method: 'GET', url, headers: { accept: 'text/html', 'sp-refresh': 'yes' } }),
    post: (url, fields = {}, accept = 'text/html') => {
      const body = new URLSearchParams({ _csrf: session?.csrf ?? '' });
      for (const [name, value] of Object.entries(fields))
        for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
      return ask({
        method: 'POST',
        url,
        payload: body.toString(),
        headers: { accept, 'content-type': 'application/x-www-form-urlencoded' },
      });
    },
    lock: (body) =>
      ask({
        method: 'POST',
        url: '/lock',
        payload: { ...body, _csrf: session?.csrf ?? '' },
        headers: { accept: 'application/json' },
      }),
  };
}
