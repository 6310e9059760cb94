import { createHash, randomUUIDv7 } from 'node:crypto';
import { err, ok, type Result } from '#kernel/result.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import { readSlots, type AnswerFault } from '../gp-connect/answer.ts';
import { mostDays, searchSlots, type GpConnectRequest } from '../gp-connect/request.ts';
import { booksSeen } from '../queries/book.ts';
import { reconcile, stageRows, type Reconciled } from '../store/book.ts';

/** What a provider answers. */
export interface Answered {
  readonly status: number;
  readonly body: string;
}

/** Why a GP Connect book was not read; nothing of it is changed then, and it grows older. */
export type NotRead = AnswerFault | { readonly kind: 'no-book' | 'no-source' | 'unreachable' };

/**
 * Reads the free slots of the next two weeks from a GP Connect provider and takes them in as an export is: what is new, changed
 * and gone. All or nothing: an answer that is refused or not sound changes nothing.
 */
export async function readGpConnect(
  context: Context,
  bookId: string,
  { get, now }: { get: (request: GpConnectRequest) => Promise<Answered>; now: Temporal.Instant },
): Promise<Result<Reconciled & { slots: number }, NotRead>> {
  const [book] = await transaction(context, (tx) => booksSeen(tx, { id: bookId }));
  if (!book) return err({ kind: 'no-book' });
  if (book.kind !== 'gp_connect' || book.source === null) return err({ kind: 'no-source' });
  const from = now.toZonedDateTimeISO('Europe/London').toPlainDate();
  const to = from.add({ days: mostDays - 1 });
  const importId = randomUUIDv7();
  const request = searchSlots(book.source, { from, to }, { now, trace: importId, program: 'superpractice' });
  const answered = await get(request).catch(() => undefined);
  if (answered === undefined) return err({ kind: 'unreachable' });
  const read = readSlots(answered.status, answered.body);
  if (!read.ok) return read;
  return transaction(context, async (tx) => {
    await stageRows(tx, importId, read.value);
    const fileHash = createHash('sha256').update(answered.body).digest('hex');
    const reading = {
      ...{ asOf: now.toString(), fileName: 'GP Connect', fileHash, fromDay: from.toString(), toDay: to.toString() },
      ...{ rows: read.value.length, rejected: 0, rejects: [] },
    };
    return ok({ ...(await reconcile(tx, { importId, bookId, reading })), slots: read.value.length });
  });
}
