import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import { csvOf, jsonOf, practiceTables, rowsOf, type PracticeTable } from '../queries/own-data.ts';

/** A table of the practice's own data with how many rows are in it. */
export interface OwnTable extends PracticeTable {
  readonly rows: number;
}

const practiceOf = ({ actor }: Context): string => actor.practiceId ?? '';

/** What there is to take: every table that holds rows of the practice, as far as the actor sees them. */
export async function ownTables(context: Context): Promise<OwnTable[]> {
  return transaction(context, async (tx) => {
    const found: OwnTable[] = [];
    for (const table of await practiceTables(tx))
      found.push({ ...table, rows: await rowsOf(tx.client, table, practiceOf(context)) });
    return found;
  });
}

/** One table of the practice's own data as CSV; undefined where there is no such table. The export is audited first. */
export async function takeTable(context: Context, named: PracticeTable): Promise<Readable | undefined> {
  const known = await noteExport(
    context,
    `${named.schema}.${named.name}`,
    (table) => table.schema === named.schema && table.name === named.name,
  );
  const [table] = known;
  if (!table) return undefined;
  return streamed(context, (tx, to) => pipeline(csvOf(tx.client, table, practiceOf(context)), to, { end: false }));
}

/** All of the practice's own data as one JSON document: when, of whom, and the rows of each table. Audited first. */
export async function takeAll(context: Context, at: Temporal.Instant): Promise<Readable> {
  const all = await noteExport(context, 'everything', () => true);
  return streamed(context, async (tx, to) => {
    const head = { practice: practiceOf(context), takenAt: at.toString(), takenBy: context.actor.name };
    await write(to, `${JSON.stringify(head).slice(0, -1)},"tables":{`);
    for (const [place, table] of all.entries()) {
      await write(to, `${place === 0 ? '' : ','}\n${JSON.stringify(`${table.schema}.${table.name}`)}:[`);
      let first = true;
      for await (const rows of jsonOf(tx.client, table, practiceOf(context))) {
        await write(to, `${first ? '' : ','}\n${rows.join(',\n')}`);
        first = false;
      }
      await write(to, ']');
    }
    await write(to, '}}\n');
  });
}

/** That data was taken stands in the audit even where the line breaks before its end. */
async function noteExport(
  context: Context,
  what: string,
  wanted: (table: PracticeTable) => boolean,
): Promise<PracticeTable[]> {
  return transaction(context, async (tx) => {
    const found = (await practiceTables(tx)).filter(wanted);
    if (found.length > 0) tx.note({ practiceId: practiceOf(context), subject: `own data taken: ${what}` });
    return found;
  });
}

/** A stream that a transaction fills while it is read; a reader who goes away ends the transaction. */
function streamed(context: Context, fill: (tx: Tx, to: PassThrough) => Promise<void>): Readable {
  const stream = new PassThrough();
  transaction(context, (tx) => fill(tx, stream)).then(
    () => stream.end(),
    (error: unknown) => stream.destroy(error instanceof Error ? error : new Error('the data could not be read')),
  );
  return stream;
}

async function write(to: PassThrough, text: string): Promise<void> {
  if (to.destroyed) throw new Error('the reader has gone');
  if (!to.write(text)) await Promise.race([once(to, 'drain'), once(to, 'close')]);
}
