import { createHash, randomUUIDv7 } from 'node:crypto';
import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { err, ok, type Result } from '#kernel/result.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import { bookReader, type RejectedRow, type StagedRow } from '../book/file.ts';
import { mappingFaults, type BookMapping } from '../book/mapping.ts';
import type { BookRefused } from '../book/refused.ts';
import { booksSeen } from '../queries/book.ts';
import { reconcile, stageRows, type Reconciled } from '../store/book.ts';
import { announce } from '../store/request.ts';

/** An export to be taken in; its bytes are read once, as they come. */
export interface BookFile {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** When it was exported. */
  readonly asOf: Temporal.Instant;
}

/** What a reading came to; with `preview` nothing of it was saved. */
export interface BookRead extends Reconciled {
  readonly rows: number;
  readonly rejected: number;
  readonly rejects: readonly RejectedRow[];
  /** Whether missing places were kept, because rows could not be read and may be theirs. */
  readonly keptMissing: boolean;
}

/** Carries a refusal, or a preview's answer, out of a transaction so that nothing of it stays. */
interface RolledBack extends Error {
  readonly answer: Result<BookRead, BookRefused>;
}

const rolledBack = 'rolled back';
const isRolledBack = (error: unknown): error is RolledBack => error instanceof Error && error.message === rolledBack;

/** Rows staged in one statement. */
const atATime = 1000;

/**
 * Takes an export in as the book from now on, all or nothing: what is new, changed or gone in the days it covers. The same
 * file twice changes nothing. Rows that cannot be read refuse the file, unless `withoutRejected` says to go on without them.
 */
export async function importBook(
  context: Context,
  bookId: string,
  how: { file: BookFile; preview?: boolean; withoutRejected?: boolean; mapping?: BookMapping },
): Promise<Result<BookRead, BookRefused>> {
  try {
    const read = await transaction(context, async (tx) => {
      const answer = await readInto(tx, bookId, how);
      if (!answer.ok || how.preview === true) throw Object.assign(new Error(rolledBack), { answer });
      return answer;
    });
    const { groupId, practiceId } = context.actor;
    if (groupId !== null) await announce(context.db, 'requests', { groupId, practiceId: practiceId ?? '' });
    return read;
  } catch (error) {
    if (isRolledBack(error)) return error.answer;
    const refused = refusedBy(error);
    if (refused) return err(refused);
    throw error;
  }
}

function refusedBy(error: unknown): BookRefused | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (code === 'SP010') return { kind: 'no-book' };
  if (code === 'SP081') return { kind: 'older' };
  if (code === 'SP082') return { kind: 'to-come' };
  if (code === 'SP083') return { kind: 'too-wide' };
  if (error instanceof TypeError && code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return { kind: 'not-text' };
  if (error instanceof CsvError) return { kind: 'not-csv' };
  return undefined;
}

interface Covered {
  first: Temporal.Instant | undefined;
  last: Temporal.Instant | undefined;
  rows: number;
}

async function readInto(
  tx: Tx,
  bookId: string,
  { file, withoutRejected = false, mapping: given }: Parameters<typeof importBook>[2],
): Promise<Result<BookRead, BookRefused>> {
  const [book] = await booksSeen(tx, { id: bookId });
  if (!book) return err({ kind: 'no-book' });
  const mapping = given ?? book.mapping;
  if (mapping === null) return err({ kind: 'no-mapping' });
  const [hash, importId, covered] = [
    createHash('sha256'),
    randomUUIDv7(),
    { first: undefined, last: undefined, rows: 0 } as Covered,
  ];
  let reader: ReturnType<typeof bookReader> | undefined;
  let waiting: StagedRow[] = [];
  for await (const { record, line } of rowsOf(file.bytes, hash)) {
    if (reader === undefined) {
      const faults = mappingFaults(mapping, record);
      if (faults.length > 0) return err({ kind: 'mapping', faults });
      reader = bookReader(mapping, record);
      continue;
    }
    covered.rows += 1;
    const row = reader.row(record, line);
    if (row === undefined) continue;
    if (covered.first === undefined || Temporal.Instant.compare(row.startsAt, covered.first) < 0)
      covered.first = row.startsAt;
    if (covered.last === undefined || Temporal.Instant.compare(row.startsAt, covered.last) > 0)
      covered.last = row.startsAt;
    waiting.push(row);
    if (waiting.length === atATime) {
      await stageRows(tx, importId, waiting);
      waiting = [];
    }
  }
  const { count: rejected, first: rejects } = reader?.rejected() ?? { count: 0, first: [] };
  if (covered.rows === 0) return err({ kind: 'empty' });
  if (rejected > 0 && !withoutRejected) return err({ kind: 'rows', rows: covered.rows, rejected, rejects });
  if (covered.first === undefined || covered.last === undefined) return err({ kind: 'empty' });
  await stageRows(tx, importId, waiting);
  const day = (at: Temporal.Instant) => at.toZonedDateTimeISO('Europe/London').toPlainDate().toString();
  const reading = {
    ...{ asOf: file.asOf.toString(), fileName: file.name.slice(0, 200), fileHash: hash.digest('hex') },
    ...{ fromDay: day(covered.first), toDay: day(covered.last), rows: covered.rows, rejected, rejects },
  };
  const done = await reconcile(tx, { importId, bookId, reading });
  return ok({ ...done, rows: covered.rows, rejected, rejects, keptMissing: rejected > 0 });
}

/** The rows of a file as they come, the heading first, each with the line it ends on; never the whole file at once. */
async function* rowsOf(
  bytes: AsyncIterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<{ record: string[]; line: number }> {
  const parser = parse({
    ...{ bom: true, info: true, skip_empty_lines: true, relax_column_count: true, max_record_size: 100_000 },
  });
  // What goes wrong in it is thrown by the reading below.
  pipeline(
    bytes,
    (source: AsyncIterable<Uint8Array>) => decoded(source, hash),
    parser,
    () => undefined,
  );
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>)
    yield { record, line: info.lines };
}

async function* decoded(
  source: AsyncIterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const piece of source) {
    hash.update(piece);
    yield decoder.decode(piece, { stream: true });
  }
  yield decoder.decode();
}
