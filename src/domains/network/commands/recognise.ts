import type { Database } from '#platform/db/database.ts';
import { personSignedIn } from '../queries/people.ts';
import { insertIdentity } from '../store/people.ts';

/** The person behind a sign-in, remembered by the provider's subject from their first time on; undefined if unknown. */
export async function recognise(
  db: Database,
  signedIn: { issuer: string; subject: string; email: string | undefined },
): Promise<string | undefined> {
  const person = await personSignedIn(db, signedIn);
  if (person && !person.known)
    await insertIdentity(db, { issuer: signedIn.issuer, subject: signedIn.subject, personId: person.id });
  return person?.id;
}
