import assert from 'node:assert/strict';
import type { SignedIn } from './signed-in.ts';

/** A page that somebody is shown. */
export async function page(who: SignedIn, url: string): Promise<string> {
  const answer = await who.get(url);
  assert.equal(answer.statusCode, 200, answer.body);
  return answer.body;
}

/** What a field of that name holds on a page. */
export function field(html: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? assert.fail(`no ${name} on the page`);
}

/** Begins a call and answers its address. */
export async function begin(who: SignedIn, fields: Record<string, string> = {}): Promise<string> {
  const answer = await who.post('/calls', { channel: 'telephone', ...fields });
  assert.equal(answer.statusCode, 303, answer.body);
  return String(answer.headers.location);
}

/** A call about a patient who is known and confirmed, with words. */
export async function callAbout(
  who: SignedIn,
  patientId: string | undefined,
  { words = '', ...fields }: Record<string, string> = {},
): Promise<string> {
  const call = await begin(who, fields);
  await who.post(`${call}/patient`, { patient: patientId ?? '', matched: 'birth_date' });
  const confirmed = await who.post(`${call}/identity`, { matched: 'address' });
  assert.equal(confirmed.statusCode, 303, confirmed.body);
  if (words !== '') await who.post(`${call}/words`, { words });
  return call;
}
