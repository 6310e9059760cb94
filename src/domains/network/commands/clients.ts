import { randomUUIDv7 } from 'node:crypto';
import { exportJWK, generateKeyPair, importJWK, calculateJwkThumbprint, type JWK } from 'jose';
import { err, ok, type Result } from '#kernel/result.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import { scopes as knownScopes } from '../client.ts';
import { insertClient, revokeClientRow } from '../store/clients.ts';

/** Why a client is not created. */
export type ClientRefused =
  | { readonly kind: 'name-missing' }
  | { readonly kind: 'name-taken'; readonly name: string }
  | { readonly kind: 'no-scopes' }
  | { readonly kind: 'no-such-scope'; readonly scope: string }
  | { readonly kind: 'not-a-public-key'; readonly why: string };

/** A client as it was created; the private key only where it was made here, and only this once. */
export interface CreatedClient {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly keyId: string;
  readonly privateKey: JWK | null;
}

/**
 * Records a connected program of the acting group. Its public key is taken from `jwk` (a key or a key set); without one a
 * pair is made, whose private half is answered and kept nowhere.
 */
export async function createClient(
  context: Context,
  wanted: { name: string; scopes: readonly string[]; jwk?: unknown },
): Promise<Result<CreatedClient, ClientRefused>> {
  const name = wanted.name.trim();
  if (name === '') return err({ kind: 'name-missing' });
  const scopes = [...new Set(wanted.scopes)];
  if (scopes.length === 0) return err({ kind: 'no-scopes' });
  const unknown = scopes.find((scope) => !Object.hasOwn(knownScopes, scope));
  if (unknown !== undefined) return err({ kind: 'no-such-scope', scope: unknown });
  const made = wanted.jwk === undefined ? await newKey() : undefined;
  const keys = made ? ok([made.publicKey]) : await publicKeys(wanted.jwk);
  if (!keys.ok) return keys;
  const id = randomUUIDv7();
  const client = { id, groupId: context.actor.groupId ?? '', name, scopes, jwks: { keys: keys.value } };
  if (!(await transaction(context, (tx) => insertClient(tx, client)))) return err({ kind: 'name-taken', name });
  return ok({ id, name, scopes, keyId: keys.value[0]?.kid ?? '', privateKey: made?.privateKey ?? null });
}

/** Revokes a client at once and for good, with every token it holds; false where there is none to revoke. */
export async function revokeClient(context: Context, id: string): Promise<boolean> {
  return transaction(context, (tx) => revokeClientRow(tx, id));
}

async function newKey(): Promise<{ publicKey: JWK; privateKey: JWK }> {
  const pair = await generateKeyPair('ES384', { extractable: true });
  const shown = await exportJWK(pair.publicKey);
  const about = { kid: await calculateJwkThumbprint(shown), alg: 'ES384', use: 'sig' };
  return { publicKey: { ...shown, ...about }, privateKey: { ...(await exportJWK(pair.privateKey)), ...about } };
}

async function publicKeys(given: unknown): Promise<Result<JWK[], ClientRefused>> {
  const no = (why: string) => err({ kind: 'not-a-public-key' as const, why });
  const list = typeof given === 'object' && given !== null && 'keys' in given ? given.keys : [given];
  if (!Array.isArray(list) || list.length === 0 || list.length > 10)
    return no('there is no key in it, or more than ten');
  const keys: JWK[] = [];
  for (const one of list as (JWK | null)[]) {
    if (typeof one !== 'object' || one === null || (one.kty !== 'RSA' && one.kty !== 'EC' && one.kty !== 'OKP'))
      return no('a key has kty RSA, EC or OKP');
    if (one.d !== undefined) return no('that is a private key: keep it, and give the public one');
    const alg = one.alg ?? (one.kty === 'EC' ? 'ES384' : one.kty === 'RSA' ? 'RS384' : 'EdDSA');
    try {
      await importJWK(one, alg);
    } catch {
      return no('a key cannot be read');
    }
    if (one.kty === 'RSA' && (one.n ?? '').length < 342) return no('an RSA key has 2048 bits at least');
    keys.push({ ...one, kid: one.kid ?? (await calculateJwkThumbprint(one)) });
  }
  return ok(keys);
}
