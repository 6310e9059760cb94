import { importJWK, SignJWT } from 'jose';
import { createClient, revokeClient } from '#domains/network/commands/clients.ts';
import type { Context } from '#platform/db/transaction.ts';
import { measured, type Taken } from './browser.ts';
import type { Work } from './work.ts';

/** Patients' online forms, sent by a connected program through the interface for programs. */
export interface Sender {
  /** Sends one form; answers whether its words raised a red flag. */
  send(work: Work): Promise<{ id: string; redFlag: boolean }>;
  /** Shuts the program out again. */
  end(): Promise<void>;
}

const tokenSeconds = 480;

/** Lets a program in that sends online requests of the acting group, by the command the command line uses itself. */
export async function sender(context: Context, base: string, taken: Taken[]): Promise<Sender> {
  const name = `Replayed day ${Temporal.Now.instant().toString()}`;
  const made = await createClient(context, { name, scopes: ['requests.write'] });
  if (!made.ok || !made.value.privateKey) throw new Error('no program could be let in');
  const { id, privateKey } = made.value;
  const audience = new URL('/oauth2/token', base);
  let token: { value: Promise<string>; until: number } | undefined;
  const newToken = async (): Promise<string> => {
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: id, sub: id, jti: crypto.randomUUID(), exp: now + 240 };
    const key = await importJWK(privateKey, 'ES384');
    const signed = new SignJWT(claims).setProtectedHeader({ alg: 'ES384', kid: privateKey.kid ?? '' });
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await signed.setAudience(audience.href).sign(key),
    });
    const { response, body: answer } = await measured(audience, { method: 'POST', body }, taken);
    if (response.status !== 200) throw new Error(`no token: ${answer}`);
    return (JSON.parse(answer) as { access_token: string }).access_token;
  };
  return {
    async send({ patient, words }) {
      if (token === undefined || token.until < performance.now())
        token = { value: newToken(), until: performance.now() + tokenSeconds * 1000 };
      const { practiceId: practice, nhsNumber, birthDate } = patient;
      const { response, body } = await measured(
        new URL('/api/v1/requests', base),
        {
          method: 'POST',
          headers: {
            authorization: `Bearer ${await token.value}`,
            'content-type': 'application/json',
            'idempotency-key': crypto.randomUUID(),
          },
          body: JSON.stringify({ practice, channel: 'online', words, patient: { nhsNumber, birthDate } }),
        },
        taken,
      );
      if (response.status !== 201) throw new Error(`a form was not taken (${response.status}): ${body}`);
      const sent = JSON.parse(body) as { id: string; redFlag: object | null };
      return { id: sent.id, redFlag: sent.redFlag !== null };
    },
    async end() {
      await revokeClient(context, id);
    },
  };
}
