import { randomUUIDv7 } from 'node:crypto';
import { err, ok, type Result } from '#kernel/result.ts';
import { systemActor } from '#platform/auth/actor.ts';
import type { Database } from '#platform/db/database.ts';
import { transaction, type Tx } from '#platform/db/transaction.ts';
import { periodWords } from '../edition.ts';
import { cellsInForce, editionById, editionsNamed } from '../queries.ts';
import { insertRestoration, lockImports, putBack } from '../store.ts';

/** An edition that was put back in force. */
export interface Restored {
  readonly edition: string;
  readonly file: string;
  readonly period: string;
  /** The editions that had to make room, and for how many areas and periods that this one lacks each stays in force. */
  readonly replaced: readonly { readonly edition: string; readonly file: string; readonly staysFor: number }[];
}

/** Why no edition was put back. */
export type RestoreRefused =
  | { readonly kind: 'no-such-edition'; readonly name: string }
  | { readonly kind: 'several'; readonly ids: readonly string[] }
  | { readonly kind: 'in-force'; readonly id: string };

/**
 * Puts an earlier edition, named by its id or its file's name, back in force for all that it covers. Nothing is lost:
 * the editions that make room stay as history and can be put back in turn.
 */
export async function restoreEdition(
  db: Database,
  { name, reason, by }: { readonly name: string; readonly reason: string | null; readonly by: string },
): Promise<Result<Restored, RestoreRefused>> {
  const act = { action: 'restore-published-edition', ...(reason === null ? {} : { purpose: reason }) };
  return transaction({ db, actor: systemActor(by), act }, async (tx) => {
    await lockImports(tx);
    const named = await editionsNamed(tx, name.trim());
    const [found] = named;
    if (found === undefined) return err({ kind: 'no-such-edition', name });
    if (named.length > 1) return err({ kind: 'several', ids: named.map(({ id }) => id) });
    if (found.whole) return err({ kind: 'in-force', id: found.id });
    const replaced = await putBack(tx, found.id);
    await insertRestoration(tx, { id: randomUUIDv7(), edition: found.id, by, reason, replaced });
    return ok(await restoredOf(tx, found.id, replaced));
  });
}

async function restoredOf(tx: Tx, id: string, replaced: readonly string[]): Promise<Restored> {
  const named = async (edition: string) => {
    const known = await editionById(tx, edition);
    if (known === undefined) throw new Error(`there is no edition ${edition}`);
    return known;
  };
  const madeRoom: Restored['replaced'][number][] = [];
  for (const edition of replaced)
    madeRoom.push({ edition, file: (await named(edition)).file, staysFor: await cellsInForce(tx, edition) });
  const back = await named(id);
  return { edition: id, file: back.file, period: periodWords(back), replaced: madeRoom };
}
