import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { Provider } from 'oidc-provider';
import { demoMemory } from './demo-memory.ts';
import type { Provider as AppAsClient } from './sign-in.ts';

/** What the provider says of a fictional person. */
export type DemoClaims = Readonly<Record<string, string | boolean>>;

/** What the demonstration's identity provider needs; `find` answers for fictional people only. */
export interface DemoProviderOptions {
  /** How the app will ask it; its issuer is the address it lives at, a path under the app's own. */
  readonly client: AppAsClient;
  readonly find: (id: string) => Promise<DemoClaims | undefined>;
  readonly now: () => Temporal.Instant;
  /** Draws the page of people; its form goes to the action. */
  readonly page: (action: string) => Promise<string>;
}

/** A provider with the path it answers under. */
export interface DemoDoor {
  readonly path: string;
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
}

/** Serves the demonstration's providers beside the app, in one server. */
export function demoServer(doors: readonly DemoDoor[]): (handler: RequestListener) => Server {
  return (handler) =>
    createServer((request, response) => {
      const door = doors.find(({ path }) => request.url?.startsWith(`${path}/`));
      if (door) door.handle(request, response);
      else handler(request, response);
    });
}

async function personChosen(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > 10_000) return '';
    parts.push(part);
  }
  return new URLSearchParams(Buffer.concat(parts).toString()).get('person') ?? '';
}

/** Whoever was chosen before is forgotten at each sign-in: changing person would otherwise pass through a page that needs a script. */
function forgetSession(request: IncomingMessage): void {
  const cookies = (request.headers.cookie ?? '').split('; ').filter((cookie) => !cookie.startsWith('_session'));
  request.headers.cookie = cookies.join('; ');
}

interface Choosing {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** The page of people, and what follows from pressing one. */
async function choosePerson(
  provider: Provider,
  page: DemoProviderOptions['page'],
  { request, response }: Choosing,
): Promise<void> {
  if (request.method === 'POST') {
    const login = { accountId: await personChosen(request) };
    await provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
    return;
  }
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    // The answer of this form goes on to the app by redirects, which form-action would stop.
    'content-security-policy':
      "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:",
  });
  response.end(await page(request.url?.split('?')[0] ?? ''));
}

/**
 * Loads the provider, here so that a real deployment never does. It warns on loading of a Node that is not called long-term
 * support yet; the one used here is pinned and its sign-in tested, so whoever starts a demonstration is not worried by that.
 */
async function loadQuietly() {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return await import('oidc-provider');
  } finally {
    console.warn = warn;
  }
}

/**
 * A real OpenID Connect provider in which anyone may be any of the demonstration's people. Its keys live only as long as
 * the process. It is made in demo mode alone.
 */
export async function demoProvider({ client, find, now, page }: DemoProviderOptions): Promise<DemoDoor> {
  const path = new URL(client.issuer).pathname;
  const oidc = await loadQuietly();
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const provider = new oidc.Provider(client.issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [client.redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    findAccount: async (_context, id) => {
      const said = await find(id);
      return said && { accountId: id, claims: () => ({ sub: id, ...said }) };
    },
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['name', 'family_name', 'birthdate', 'nhs_number', 'identity_proofing_level'],
    },
    adapter: () => demoMemory(() => now().epochMilliseconds),
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    conformIdTokenClaims: false,
    cookies: {
      keys: [randomBytes(32).toString('hex')],
      short: { path: path },
      long: { path: path },
    },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `${path}/people/${interaction.uid}` },
    pkce: { required: () => true },
    ttl: { Session: 60, Grant: 3600, Interaction: 3600, AccessToken: 600, IdToken: 600 },
    loadExistingGrant: async (context) => {
      const { client, session } = context.oidc;
      const grant = new context.oidc.provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  const callback = provider.callback();
  const people = `${path}/people/`;
  const handle: DemoDoor['handle'] = (request, response) => {
    const url = request.url ?? '/';
    if (url.startsWith(people)) {
      choosePerson(provider, page, { request, response }).catch(() => {
        response.writeHead(303, { location: '/' }).end();
      });
      return;
    }
    if (url.startsWith(`${path}/auth?`)) forgetSession(request);
    // Mounted below a path: the provider builds its own addresses from what was asked for originally.
    Object.assign(request, { originalUrl: url });
    request.url = url.slice(path.length) || '/';
    void callback(request, response);
  };
  return { path, handle };
}
