import { randomUUIDv7 } from 'node:crypto';
import { err, ok, type Result } from '#kernel/result.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import { mappingFaults, type BookMapping } from '../book/mapping.ts';
import { booksSeen } from '../queries/book.ts';
import { sessionPractices } from '../queries/session.ts';
import { refusalOf, type Refusal } from '../refusal.ts';
import { insertBook, matchClinician, saveMapping } from '../store/book.ts';

/** Why a book is not made, or how it is read not saved. */
export type BookFault = { readonly field: string; readonly text: string };

/** Makes a book of another system known, of a practice whose sessions the actor sees; answers its id and number. */
export async function addBook(
  context: Context,
  fields: { practice: string; name: string; system: string },
): Promise<Result<{ id: string; number: number }, BookFault[]>> {
  const name = fields.name.trim();
  return transaction(context, async (tx) => {
    const practice = (await sessionPractices(tx)).find(({ id }) => id === fields.practice);
    const faults: BookFault[] = [];
    if (!practice) faults.push({ field: 'practice', text: 'Choose a practice whose sessions you see' });
    if (name === '' || name.length > 100)
      faults.push({ field: 'name', text: 'Give the book a name of 100 letters at most' });
    if (!practice || faults.length > 0) return err(faults);
    const id = randomUUIDv7();
    const system = fields.system.trim().slice(0, 100);
    const by = context.actor.personId;
    return ok({
      id,
      number: await insertBook(tx, { id, practiceId: practice.id, name, system, kind: 'csv', bookable: false, by }),
    });
  });
}

/** Saves how a book's exports are read, as it was made from an example with that heading. */
export async function saveBookMapping(
  context: Context,
  bookId: string,
  { mapping, heading }: { mapping: BookMapping; heading: readonly string[] },
): Promise<Result<null, string[]>> {
  const faults = mappingFaults(mapping, heading);
  if (faults.length > 0) return err(faults);
  return transaction(context, async (tx) => {
    const [book] = await booksSeen(tx, { id: bookId });
    if (!book) return err(['That book is not there']);
    await saveMapping(tx, bookId, mapping);
    return ok(null);
  });
}

/** Says who names in a book are: a clinician here, nobody who sees patients (`left-out`), or not yet known (empty); all or none. */
export async function matchNames(
  context: Context,
  bookId: string,
  matches: readonly { readonly matchId: string; readonly who: string }[],
): Promise<Result<null, Refusal>> {
  const matched = transaction(context, async (tx) => {
    for (const { matchId, who } of matches)
      await matchClinician(tx, {
        matchId,
        clinicianId: who === '' || who === 'left-out' ? null : who,
        leftOut: who === 'left-out',
      });
    tx.note({ subject: 'names of a book', subjectId: bookId, detail: { matched: matches.length } });
    return ok(null);
  });
  return matched.catch((error: unknown) => {
    const refusal = refusalOf(error);
    if (refusal === undefined) throw error;
    return err(refusal);
  });
}
