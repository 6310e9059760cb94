import { err, ok, type Result } from '#kernel/result.ts';
import type { Database } from '#platform/db/database.ts';
import type { FileReport } from '../collect.ts';
import type { Period } from '../edition.ts';
import { renewStatistics } from '../store.ts';
import { importFile } from './import.ts';
import { rejectedFile } from './rejected-file.ts';
import { filesUnder } from './source.ts';

/** What to import, and how far it has come. */
export interface Wanted {
  readonly paths: readonly string[];
  readonly period: Period | null;
  readonly skipRejected: boolean;
  /** Where every rejected row of all files is written. */
  readonly rejectedTo?: string | undefined;
  readonly onFile: (file: string) => void;
  readonly onBytes: (file: string, done: number, total: number) => void;
}

/** Imports files, and folders with all they contain, one after the other; each is applied by itself. */
export async function importPaths(
  db: Database,
  wanted: Wanted,
): Promise<Result<FileReport[], { readonly kind: 'no-such-path'; readonly path: string }>> {
  const found = await Promise.all(wanted.paths.map((path) => filesUnder(path)));
  const absent = found.findIndex((files) => files === null);
  if (absent >= 0) return err({ kind: 'no-such-path', path: wanted.paths[absent] ?? '' });
  const every = wanted.rejectedTo === undefined ? undefined : rejectedFile(wanted.rejectedTo, -1);
  const reports: FileReport[] = [];
  for (const file of new Set(found.flatMap((files) => files ?? []))) {
    wanted.onFile(file);
    reports.push(
      await importFile(db, file, {
        period: wanted.period,
        skipRejected: wanted.skipRejected,
        rejectedFile: every,
        onBytes: (done, total) => wanted.onBytes(file, done, total),
      }),
    );
  }
  const written = every?.close() ?? null;
  const grown = new Set(
    reports.flatMap(({ outcome, kind }) => (outcome === 'imported' && kind !== null ? [kind] : [])),
  );
  for (const kind of grown) await renewStatistics(db, kind);
  return ok(reports.map((one) => (one.problems > 0 && written !== null ? { ...one, rejectedFile: written } : one)));
}
