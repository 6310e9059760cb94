import { createLocalJWKSet, decodeJwt, errors, jwtVerify, type JWTPayload } from 'jose';
import { err, ok, type Result } from '#kernel/result.ts';
import { isUuid } from '#kernel/uuid.ts';
import type { Database } from '#platform/db/database.ts';
import { takeAssertion, type Client, type Clients } from './client-store.ts';

/** The longest a client may sign for, in seconds (SMART Backend Services, NHS API platform). */
const longestSeconds = 300;
/** How far two clocks may stand apart, in seconds. */
const clockSkew = 10;
/** What clients may sign with; nothing weaker and nothing that shares a secret. */
export const signingAlgorithms: readonly string[] = ['ES384', 'RS384', 'RS512', 'PS384', 'PS512', 'ES256', 'EdDSA'];

/** What an assertion is held against. */
export interface Asserting {
  readonly db: Database;
  readonly clients: Clients;
  /** The addresses that stand for this token endpoint. */
  readonly audience: readonly string[];
  readonly now: Temporal.Instant;
}

/**
 * The client that signed an assertion (RFC 7523, private_key_jwt): its own key, meant for us, good for five minutes at
 * most, and never taken before. Otherwise why not, in words for whoever builds the client.
 */
export async function clientOfAssertion(assertion: string, on: Asserting): Promise<Result<Client, string>> {
  const client = await clientNamed(assertion, on.clients);
  if (!client) return err('The assertion names no client that is known: iss and sub are the client id.');
  let claims: JWTPayload;
  try {
    ({ payload: claims } = await jwtVerify(assertion, createLocalJWKSet(client.jwks), {
      issuer: client.id,
      subject: client.id,
      audience: [...on.audience],
      algorithms: [...signingAlgorithms],
      requiredClaims: ['exp', 'jti'],
      clockTolerance: clockSkew,
      currentDate: new Date(on.now.epochMilliseconds),
    }));
  } catch (error) {
    if (error instanceof errors.JOSEError) return err(`The assertion does not hold: ${error.message}.`);
    throw error;
  }
  const { exp = 0, jti = '' } = claims;
  if (exp - on.now.epochMilliseconds / 1000 > longestSeconds + clockSkew)
    return err('The assertion is good for too long: exp is at most five minutes from now.');
  if (typeof jti !== 'string' || jti === '' || jti.length > 255)
    return err('The assertion needs a jti of 1 to 255 characters.');
  const expiresAt = Temporal.Instant.fromEpochMilliseconds((exp + clockSkew) * 1000);
  if (!(await takeAssertion(on.db, { clientId: client.id, jti, expiresAt })))
    return err('An assertion with this jti was sent before: sign a new one for each token.');
  return ok(client);
}

async function clientNamed(assertion: string, clients: Clients): Promise<Client | undefined> {
  let issuer: string | undefined;
  try {
    issuer = decodeJwt(assertion).iss;
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) throw error;
  }
  return issuer !== undefined && isUuid(issuer) ? clients.known(issuer) : undefined;
}
