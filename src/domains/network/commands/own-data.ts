import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { writeZip, type Put } from '#platform/archive/zip.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import { fileOf, readmeOf, type TakenTable } from '../own-data-readme.ts';
import {
  csvOf,
  jsonOf,
  periodOf,
  practiceName,
  practiceTables,
  rowsOf,
  type PracticeTable,
} from '../queries/own-data.ts';

const practiceOf = ({ actor }: Context): string => actor.practiceId ?? '';

/** What there is to take: every table that holds rows of the practice, as far as the actor sees them. */
export async function ownTables(context: Context): Promise<TakenTable[]> {
  return transaction(context, async (tx) => counted(tx, await practiceTables(tx), practiceOf(context)));
}

/** Tables with how many rows of the practice are in each, and from when. */
async function counted(tx: Tx, tables: readonly PracticeTable[], practiceId: string): Promise<TakenTable[]> {
  const found: TakenTable[] = [];
  for (const table of tables) {
    const rows = await rowsOf(tx.client, table, practiceId);
    found.push({ ...table, rows, ...(await periodOf(tx.client, table, practiceId)) });
  }
  return found;
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
  return streamed(context, async (tx, to) => {
    await writeCsv(tx, table, { practiceId: practiceOf(context), put: putInto(to) });
    to.end();
  });
}

/**
 * All of the practice's own data as one ZIP archive, written while it is read: a README, each table as CSV, and the same
 * rows as JSON, all as they stood at one moment. Audited first.
 */
export async function takeAll(context: Context, at: Temporal.Instant): Promise<Readable> {
  const all = await noteExport(context, 'everything', () => true);
  const practiceId = practiceOf(context);
  return streamed({ ...context, snapshot: true }, async (tx, to) => {
    const taken = await counted(tx, all, practiceId);
    const name = (await practiceName(tx, practiceId)) ?? practiceId;
    const readme = readmeOf(taken, { practice: name, code: practiceId, by: context.actor.name, at });
    const head = { practice: practiceId, takenAt: at.toString(), takenBy: context.actor.name };
    await writeZip(
      to,
      [
        {
          name: 'README.txt',
          write: async (put) => {
            await put(readme);
          },
        },
        ...all.map((table) => ({
          name: fileOf(table),
          write: (put: Put) => writeCsv(tx, table, { practiceId, put }),
        })),
        { name: 'all.json', write: (put) => writeJson(tx, all, { practiceId, head, put }) },
      ],
      at,
    );
  });
}

interface Writing {
  readonly practiceId: string;
  readonly put: Put;
}

/** COPY cannot be broken off without its connection: what nobody reads any more is read to its end and thrown away. */
async function writeCsv(tx: Tx, table: PracticeTable, { practiceId, put }: Writing): Promise<void> {
  let wanted = true;
  for await (const piece of await csvOf(tx.client, table, practiceId)) if (wanted) wanted = await put(piece as Buffer);
}

/** When, of whom, and the rows of each table, as one JSON document. */
async function writeJson(
  tx: Tx,
  tables: readonly PracticeTable[],
  { practiceId, head, put }: Writing & { readonly head: object },
): Promise<void> {
  await put(`${JSON.stringify(head).slice(0, -1)},"tables":{`);
  for (const [place, table] of tables.entries()) {
    await put(`${place === 0 ? '' : ','}\n${JSON.stringify(`${table.schema}.${table.name}`)}:[`);
    let first = true;
    for await (const rows of jsonOf(tx.client, table, practiceId)) {
      if (!(await put(`${first ? '' : ','}\n${rows.join(',\n')}`))) return;
      first = false;
    }
    await put(']');
  }
  await put('}}\n');
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
  transaction(context, (tx) => fill(tx, stream)).catch((error: unknown) => {
    stream.destroy(error instanceof Error ? error : new Error('the data could not be read'));
  });
  return stream;
}

function putInto(to: PassThrough): Put {
  const gone = once(to, 'close').catch(() => undefined);
  return async (piece) => {
    if (to.destroyed) return false;
    if (!to.write(piece)) await Promise.race([once(to, 'drain'), gone]);
    return !to.destroyed;
  };
}
