import { randomUUIDv7 } from 'node:crypto';
import { CsvError, parse } from 'csv-parse/sync';
import { err, ok, type Result } from '#kernel/result.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import { fieldsOf, patientFields, readPatient, type PatientDetails, type PatientField } from '../patient-details.ts';
import type { ImportRefused, RejectedRow } from '../patient-refused.ts';
import { practiceOfGroup, recordsByNumber, type PatientRecord } from '../queries.ts';
import { insertPatients, updatePatients } from '../store.ts';
import { choicesAt, type GpsOf } from './register.ts';

/** What an import did. */
export interface Imported {
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** The columns every file must have; the others may be left out, and what they say is then left as it is. */
const needed: readonly PatientField[] = ['nhs_number', 'given_name', 'family_name', 'birth_date', 'sex'];
const batch = 2000;

interface FileRow {
  readonly line: number;
  readonly fields: Partial<Record<PatientField, string>>;
}

/** Reads a CSV file with a heading row; headings are found whatever their case, spacing and underscores. */
function readRows(text: string): Result<readonly FileRow[], ImportRefused> {
  let read: { record: string[]; info: { lines: number } }[];
  try {
    read = parse(text, {
      bom: true,
      info: true,
      skip_empty_lines: true,
      max_record_size: 20_000,
    }) as unknown as typeof read;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    return err({
      kind: 'unreadable',
      line,
      reason: 'the row has too many or too few cells, or a quotation mark is left open',
    });
  }
  const [heading, ...rows] = read;
  if (!heading) return err({ kind: 'empty' });
  const plain = heading.record.map((cell) =>
    cell
      .trim()
      .toLowerCase()
      .replaceAll(/[\s_-]+/g, '_'),
  );
  const known: readonly string[] = patientFields;
  const missing = needed.filter((field) => !plain.includes(field));
  const unknown = heading.record.filter((_, at) => !known.includes(plain[at] ?? ''));
  const twice = plain.filter((name, at) => plain.indexOf(name) !== at);
  if (missing.length + unknown.length + twice.length > 0)
    return err({ kind: 'columns', missing, unknown: [...unknown, ...twice.map((name) => `${name} twice`)] });
  if (rows.length === 0) return err({ kind: 'empty' });
  return ok(
    rows.map(({ record, info }) => ({
      line: info.lines,
      fields: Object.fromEntries(plain.map((name, at) => [name, record[at] ?? ''])),
    })),
  );
}

/**
 * Takes a practice's list from a CSV file: known NHS numbers of the practice are brought up to date, others added. All or
 * nothing; the same file twice changes nothing.
 */
export async function importPatients(
  context: Context,
  { text, practiceId, gpsOf }: { text: string; practiceId: string; gpsOf: GpsOf },
): Promise<Result<Imported, ImportRefused>> {
  const rows = readRows(text);
  if (!rows.ok) return rows;
  try {
    return await transaction(context, async (tx) => {
      if ((await practiceOfGroup(tx, practiceId)) === undefined)
        return err({ kind: 'no-such-practice', practice: practiceId });
      const done = await takeRows(tx, rows.value, { practiceId, gpsOf });
      tx.note({ practiceId, subject: 'patients imported', detail: { ...done } });
      return ok(done);
    });
  } catch (error) {
    if (isUndone(error)) return err({ kind: 'rows', rows: rows.value.length, rejected: error.rejected });
    throw error;
  }
}

const undone = 'rows were rejected';

interface Undone extends Error {
  readonly rejected: readonly RejectedRow[];
}

const isUndone = (error: unknown): error is Undone => error instanceof Error && error.message === undone;

async function takeRows(
  tx: Tx,
  rows: readonly FileRow[],
  { practiceId, gpsOf }: { practiceId: string; gpsOf: GpsOf },
): Promise<Imported> {
  const choices = await choicesAt(tx, practiceId, gpsOf);
  const rejected: RejectedRow[] = [];
  const firstLine = new Map<string, number>();
  const count = { added: 0, changed: 0, unchanged: 0 };
  for (let from = 0; from < rows.length; from += batch) {
    const some = rows.slice(from, from + batch);
    const numbers = some.map(({ fields }) => (fields.nhs_number ?? '').replaceAll(/[\s-]/g, ''));
    const known = new Map((await recordsByNumber(tx, practiceId, numbers)).map((one) => [one.nhsNumber, one]));
    const added: (PatientDetails & { id: string; practiceId: string; row: FileRow })[] = [];
    const changed: (PatientDetails & { id: string })[] = [];
    some.forEach((row, at) => {
      const before = known.get(numbers[at] ?? '');
      const read = readRow(row, { before, choices, firstLine });
      if (!read.ok) rejected.push(...read.error);
      else if (!before) added.push({ ...read.value, id: randomUUIDv7(), practiceId, row });
      else if (before.left || !same(before, read.value)) changed.push({ ...read.value, id: before.id });
      else count.unchanged += 1;
    });
    const written = new Set(await insertPatients(tx, added));
    for (const { id, row } of added)
      if (!written.has(id))
        rejected.push(fault(row, 'nhs_number', 'That NHS number is registered at another practice'));
    if (changed.length > 0) await updatePatients(tx, changed);
    count.added += added.length;
    count.changed += changed.length;
  }
  if (rejected.length > 0)
    throw Object.assign(new Error(undone), { rejected: rejected.sort((a, b) => a.line - b.line) });
  return { rows: rows.length, ...count };
}

const fault = ({ line, fields }: FileRow, column: PatientField, reason: string): RejectedRow => ({
  ...{ line, column, reason },
  value: fields[column] ?? '',
});

function readRow(
  row: FileRow,
  at: {
    before: PatientRecord | undefined;
    choices: Awaited<ReturnType<typeof choicesAt>>;
    firstLine: Map<string, number>;
  },
): Result<PatientDetails, readonly RejectedRow[]> {
  if ((row.fields.nhs_number ?? '').trim() === '')
    return err([fault(row, 'nhs_number', 'A row needs an NHS number: it tells patients apart')]);
  // What a file has no column for stays as it is recorded; so does a usual GP who has left since.
  const kept = at.before && fieldsOf(at.before);
  const gps =
    kept?.usual_gp && !row.fields.usual_gp
      ? [...at.choices.gps.filter(({ id }) => id !== kept.usual_gp), { id: kept.usual_gp, name: kept.usual_gp }]
      : at.choices.gps;
  const read = readPatient({ ...kept, ...row.fields }, { ...at.choices, gps });
  if (!read.ok) return err(read.error.map(({ field, text }) => fault(row, field, text)));
  const number = read.value.nhsNumber ?? '';
  const first = at.firstLine.get(number);
  if (first !== undefined) return err([fault(row, 'nhs_number', `The same NHS number stands in line ${first}`)]);
  at.firstLine.set(number, row.line);
  return ok(read.value);
}

function same(before: PatientDetails, after: PatientDetails): boolean {
  return JSON.stringify(fieldsOf({ ...before, needs: [...before.needs].sort() })) === JSON.stringify(fieldsOf(after));
}
