import { createHash } from 'node:crypto';
import { importPKCS8 } from 'jose';
import * as oidc from 'openid-client';
import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';

/** The provider people sign in with; any that speaks OpenID Connect. */
export interface Provider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  readonly redirectUri: string;
  /** The client's own key as PKCS #8 (PEM), where it proves itself by signing (private_key_jwt, RS512) instead of by a secret. */
  readonly clientKey?: string;
  /** What is asked of the provider besides the rest, and how: scopes, further parameters, whether claims come from userinfo too. */
  readonly scope?: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly userinfo?: boolean;
}

/** Who the provider says has signed in. */
export interface SignedIn {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | undefined;
  /** Everything it says of them, for those who need more. */
  readonly claims: Readonly<Record<string, unknown>>;
  readonly returnTo: string;
}

/**
 * The two halves of a sign-in: the way out to the provider, and the way back. `browser` is a secret of the browser that
 * began: the answer counts from it alone, so that no link signs somebody in as another (RFC 6749, 10.12).
 */
export interface SignIn {
  begin(db: Queryable, from: { returnTo: string; browser: string }): Promise<URL>;
  finish(db: Queryable, answer: { callback: URL; browser: string | undefined }): Promise<SignedIn | undefined>;
}

/** How the client proves itself: with its key where it has one, else with its secret. */
async function authentication({ clientKey }: Provider): Promise<oidc.ClientAuth | undefined> {
  if (clientKey === undefined) return undefined;
  return oidc.PrivateKeyJwt(await importPKCS8(clientKey, 'RS512'));
}

/** What is kept of a browser's secret. */
function marked(browser: string): Buffer {
  return createHash('sha256').update(browser).digest();
}

/** Only a path of our own may follow a sign-in. */
export function safeReturn(path: string | undefined): string {
  return path !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : '/';
}

/**
 * Authorisation code flow with PKCE, state and nonce (OpenID Connect Core 1.0, RFC 7636). The provider is discovered at
 * the first sign-in, so that the app starts while the provider is away.
 */
export function signInWith(provider: Provider): SignIn {
  let found: Promise<oidc.Configuration> | undefined;
  const insecure = provider.issuer.startsWith('http://');
  const discover = (): Promise<oidc.Configuration> => {
    found ??= authentication(provider)
      .then((how) =>
        oidc.discovery(
          new URL(provider.issuer),
          provider.clientId,
          provider.clientSecret,
          how,
          // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so that it stands out: http is for the demonstration
          insecure ? { execute: [oidc.allowInsecureRequests] } : undefined,
        ),
      )
      .catch((error: unknown) => {
        found = undefined;
        throw error;
      });
    return found;
  };
  return {
    async begin(db, { returnTo, browser }) {
      const config = await discover();
      const verifier = oidc.randomPKCECodeVerifier();
      const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
      await db.rows(sql`select platform.forget_sign_ins()`);
      await db.rows(sql`insert into platform.sign_in_attempt (state, verifier, nonce, return_to, browser)
        values (${state}, ${verifier}, ${nonce}, ${safeReturn(returnTo)}, ${marked(browser)})`);
      return oidc.buildAuthorizationUrl(config, {
        redirect_uri: provider.redirectUri,
        scope: provider.scope ?? 'openid email profile',
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
        // Screens are shared: whoever signs in or unlocks proves who they are, whatever session the provider still has.
        prompt: 'login',
        ...provider.parameters,
      });
    },
    async finish(db, { callback, browser }) {
      if (browser === undefined) return undefined;
      const attempt = await db.maybe<{ verifier: string; nonce: string; return_to: string }>(
        sql`select a.verifier, a.nonce, a.return_to
          from platform.finish_sign_in(${callback.searchParams.get('state')}, ${marked(browser)}) a`,
      );
      if (!attempt) return undefined;
      const state = callback.searchParams.get('state') ?? '';
      const tokens = await oidc.authorizationCodeGrant(await discover(), callback, {
        pkceCodeVerifier: attempt.verifier,
        expectedState: state,
        expectedNonce: attempt.nonce,
      });
      const claims = tokens.claims();
      if (!claims) return undefined;
      const email =
        claims['email_verified'] === true && typeof claims['email'] === 'string' ? claims['email'] : undefined;
      const more = provider.userinfo
        ? await oidc.fetchUserInfo(await discover(), tokens.access_token, claims.sub)
        : undefined;
      const told = { ...more, ...claims };
      return { issuer: claims.iss, subject: claims.sub, email, claims: told, returnTo: attempt.return_to };
    },
  };
}
