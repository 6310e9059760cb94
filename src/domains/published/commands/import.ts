import { randomUUIDv7 } from 'node:crypto';
import path from 'node:path';
import type { Context, Tx } from '#platform/db/transaction.ts';
import { transaction } from '#platform/db/transaction.ts';
import { systemActor } from '#platform/auth/actor.ts';
import type { Database } from '#platform/db/database.ts';
import { collector, type Collected, type FileReport } from '../collect.ts';
import { sayPeriod, type Period } from '../edition.ts';
import { periodInName } from '../period-in-name.ts';
import { besideReplaced, fewerOf, fewerWords, isFarFewer, type Fewer, type ReplacedCell } from '../fewer.ts';
import { editionBefore, editionById, editionBySha, parameterInForce } from '../queries.ts';
import { recognise, type Recognised } from '../recognise.ts';
import {
  beginFile,
  copyRows,
  finishEdition,
  insertAreas,
  insertEdition,
  lockImports,
  noteFewer,
  putInForce,
  undoFile,
} from '../store.ts';
import { printed } from '../report.ts';
import { loadRows } from './load-rows.ts';
import { rejectedFile, type RejectedFile } from './rejected-file.ts';
import { headingOf, survey, type Survey } from './source.ts';

/** How a file is to be imported. */
export interface ImportOptions {
  /** The period of files that do not say it themselves. */
  readonly period: Period | null;
  /** Imports the right rows of a file that has wrong ones; otherwise nothing of it is applied. */
  readonly skipRejected: boolean;
  /** Where every rejected row is written; without it those of a file imported all the same stand beside it, if they are many. */
  readonly rejectedFile?: RejectedFile | undefined;
  readonly onBytes: (done: number, total: number) => void;
}

interface Found extends Recognised {
  readonly file: string;
  readonly survey: Survey;
  readonly period: Period | null;
}

const nothing = {
  reason: null,
  edition: null,
  period: null,
  rows: 0,
  kept: 0,
  rejectedRows: 0,
  rejected: [],
  problems: 0,
  rejectedFile: null,
  leftOut: {},
  practices: null,
  warning: null,
  supersedes: [],
} as const;

const needsPeriod = 'neither the file, its name nor its folder says which month it is about: give it with --period';

type Nothing = Omit<FileReport, 'outcome'>;
type Before = NonNullable<Awaited<ReturnType<typeof editionBySha>>>;

/** Imports one file, all of it or nothing. A file of no known kind is passed over. */
export async function importFile(db: Database, file: string, options: ImportOptions): Promise<FileReport> {
  const heading = await headingOf(file);
  const passedOver = { ...nothing, file, kind: null } as const;
  if (heading.kind === 'unreadable') return { ...passedOver, outcome: 'rejected', reason: heading.why };
  if (heading.kind === 'none') return { ...passedOver, outcome: 'unknown', reason: heading.why };
  const known = recognise(heading.cells);
  if (known === null) return { ...passedOver, outcome: 'unknown', reason: 'its heading is of no kind that is known' };
  const period = options.period ?? periodInName(path.resolve(file));
  const { kind } = known.fileKind;
  if (known.fileKind.periodFromName && period === null)
    return { ...nothing, file, kind, outcome: 'rejected', reason: needsPeriod };
  const surveyed = await survey(file).catch(() => null);
  if (surveyed === null)
    return {
      ...nothing,
      file,
      kind,
      outcome: 'rejected',
      reason: 'it could not be read to its end: it is damaged or cut off, so fetch it again',
    };
  const context: Context = {
    db,
    actor: systemActor('import'),
    act: { action: 'import-published-file', purpose: path.basename(file) },
  };
  return transaction(context, (tx) => importInto(tx, { ...known, file, survey: surveyed, period }, options));
}

async function importInto(tx: Tx, found: Found, options: ImportOptions): Promise<FileReport> {
  const { file, survey: surveyed, fileKind } = found;
  const base = { ...nothing, file, kind: fileKind.kind };
  await lockImports(tx);
  const before = await editionBySha(tx, surveyed.sha256);
  if (before !== undefined) return seenBefore(base, before);
  await beginFile(tx);
  const id = randomUUIDv7();
  await insertEdition(tx, {
    ...fileKind,
    id,
    fileName: path.basename(file),
    sha256: surveyed.sha256,
    importedBy: 'import',
  });
  const beside =
    options.rejectedFile === undefined && options.skipRejected ? rejectedFile(`${file}.rejected.csv`, printed) : null;
  const every = options.rejectedFile ?? beside;
  const gathered = collector(id, (rejection) => every?.add(file, rejection));
  const stopped = await loadRows({
    file,
    survey: surveyed,
    header: found.header,
    reader: fileKind.reader(found.header, { period: found.period }),
    collector: gathered,
    into: copyRows(tx, fileKind.kind),
    onBytes: (done) => options.onBytes(done, surveyed.bytes),
  });
  const collected = gathered.summary();
  const written = beside?.close() ?? null;
  const refused = stopped ? `line ${stopped.line}: ${stopped.reason}` : refusal(collected, options.skipRejected);
  const report = {
    ...base,
    period: said(collected.period),
    rows: collected.read,
    kept: collected.kept,
    rejectedRows: collected.rejected,
    rejected: collected.rejections,
    problems: collected.problems,
    rejectedFile: written,
    leftOut: collected.leftOut,
  };
  if (refused !== null) {
    await undoFile(tx);
    const wrong = stopped !== null || collected.rejected > 0;
    return {
      ...report,
      kept: 0,
      outcome: wrong ? 'rejected' : 'unknown',
      reason: refused + unlisted(collected, every),
    };
  }
  await finishEdition(tx, id, collected);
  await insertAreas(tx, id, collected.areas);
  const replaced = await putInForce(tx, { id, kind: fileKind.kind }, collected.coverage);
  const supersedes = [...new Set(replaced.map(({ edition }) => edition))];
  const fewer = await fewerThanBefore(tx, { id, coverage: collected.coverage, replaced });
  if (fewer !== null) await noteFewer(tx, id, fewer);
  const warning = fewer && { ...fewer, words: fewerWords(fewer) };
  return { ...report, practices: collected.practices, edition: id, outcome: 'imported', supersedes, warning };
}

/** What is said of a file whose content was imported before. */
function seenBefore(base: Nothing, before: Before): FileReport {
  const report = {
    ...base,
    edition: before.id,
    period: said(before.period),
    rows: before.read,
    kept: before.kept,
    practices: before.practices,
  };
  return before.inForce
    ? { ...report, outcome: 'unchanged', reason: 'the same content is already there' }
    : {
        ...report,
        outcome: 'superseded',
        reason: `the same content was imported before and a newer edition has replaced it. To put it back: superpractice published restore ${before.id}`,
      };
}

/** Says where the problems are that are too many to be listed, unless they are all in a file. */
function unlisted({ problems, rejections }: Collected, every: RejectedFile | null): string {
  return every !== null || problems === rejections.length
    ? ''
    : `; only the first ${rejections.length} of ${problems} problems are listed here, --rejected FILE.csv writes every one`;
}

/** The edition before, where the new one covers far fewer practices: the one it replaces, else that of the period before. */
async function fewerThanBefore(
  tx: Tx,
  { id, coverage, replaced }: Pick<Collected, 'coverage'> & { id: string; replaced: readonly ReplacedCell[] },
): Promise<Fewer | null> {
  const beside = besideReplaced(coverage, replaced) ?? (await editionBefore(tx, id)) ?? null;
  if (beside === null || !isFarFewer(beside, await parameterInForce(tx, 'edition-before'))) return null;
  const other = await editionById(tx, beside.edition);
  return other === undefined ? null : fewerOf(beside, other, replaced.length > 0);
}

/** Why nothing of the file is applied; null where it is. */
function refusal({ read, kept, rejected }: Collected, skipRejected: boolean): string | null {
  if (rejected > 0 && !skipRejected)
    return `${rejected} of ${read} rows are wrong, so nothing of the file was imported: mend them, or import the rest with --skip-rejected`;
  if (read === 0) return 'it has a heading and no rows';
  if (kept === 0) return 'it has no rows of the kind that is wanted';
  return null;
}

function said(period: Period | null): FileReport['period'] {
  return period && sayPeriod(period);
}
