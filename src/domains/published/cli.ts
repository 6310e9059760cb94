import { basename } from 'node:path';
import { parseMonth } from '#kernel/date.ts';
import { command, commandFailed, wrongUsage, type Command } from '#platform/cli/command.ts';
import { columns } from '#platform/cli/output.ts';
import { importPaths } from './commands/import-paths.ts';
import { restoreEdition, type RestoreRefused } from './commands/restore.ts';
import { monthPeriod, sayPeriod, type Period } from './edition.ts';
import { editions } from './queries.ts';
import { importText } from './report.ts';

function periodGiven(text: string | undefined): Period | null {
  if (text === undefined) return null;
  const month = /^\d{4}-\d{2}$/.test(text) ? parseMonth(text) : null;
  if (month === null) throw wrongUsage('--period accepts a month such as 2025-08');
  return monthPeriod(month);
}

const importCommand = command({
  name: 'import',
  summary: 'Import published statistics: files, or folders with all they contain; compressed (gz) too',
  usage: 'PATH…',
  arity: [1, Number.MAX_SAFE_INTEGER],
  json: true,
  options: {
    period: {
      value: 'YYYY-MM',
      description: 'The month of files that say it neither inside nor in their name or folder',
    },
    'skip-rejected': { description: 'Import the right rows of a file that has wrong ones, instead of nothing of it' },
    rejected: { value: 'FILE.csv', description: 'Write every rejected row there, with line, column, value and reason' },
  },
  async run({ args, options, db, out, progress }) {
    const result = await importPaths(db, {
      paths: args,
      period: periodGiven(options.period),
      skipRejected: options['skip-rejected'],
      rejectedTo: options.rejected,
      onFile: (file) => progress.update(0, undefined, `bytes of ${basename(file)}`),
      onBytes: (file, done, total) => progress.update(done, total, `bytes of ${basename(file)}`),
    });
    if (!result.ok) throw commandFailed(`There is no file or folder ${result.error.path}.`);
    out.answer({ files: result.value }, ({ files }) => importText(files));
    const rejected = result.value.filter((file) => file.outcome === 'rejected').length;
    if (rejected > 0) throw commandFailed(`${rejected} of ${result.value.length} files were rejected.`);
  },
});

const layersCommand = command({
  name: 'layers',
  summary: 'List the editions of published statistics that were imported, with what replaced them',
  usage: '',
  json: true,
  options: {},
  async run({ db, out }) {
    const rows = await editions(db);
    const layers = rows.map(({ from, to, importedAt, restoredAt, ...edition }) => ({
      ...edition,
      period: sayPeriod({ from, to }),
      importedAt: importedAt.toString(),
      restoredAt: restoredAt?.toString() ?? null,
    }));
    out.answer({ layers }, (answer) =>
      answer.layers.length === 0
        ? 'Nothing has been imported yet.'
        : columns(
            ['Kind', 'Period', 'Publisher', 'Rows', 'Practices', 'State', 'File', 'Edition'],
            answer.layers.map((layer) => [
              layer.kind,
              layer.period.words,
              layer.publisher + (layer.derived ? ' (derived by others)' : ''),
              layer.kept.toLocaleString('en-GB'),
              layer.practices === null
                ? '–'
                : layer.practices.toLocaleString('en-GB') +
                  (layer.fewer ? ` (before: ${layer.fewer.there.toLocaleString('en-GB')})` : ''),
              layer.replaced === 0 ? 'in force' : layer.replaced < layer.covers ? 'in force in part' : 'superseded',
              layer.fileName,
              layer.id,
            ]),
          ),
    );
  },
});

function sayRefused(refused: RestoreRefused): string {
  switch (refused.kind) {
    case 'no-such-edition':
      return `There is no edition ${refused.name}: superpractice layers shows them all.`;
    case 'several':
      return `Several editions have a file of that name. Say which: ${refused.ids.join(', ')}`;
    case 'in-force':
      return `Edition ${refused.id} is in force for all that it covers: there is nothing to put back.`;
  }
}

const restoreCommand = command({
  name: 'published restore',
  summary: 'Put an earlier edition of published statistics back in force; the one it replaces stays as history',
  usage: 'EDITION',
  arity: [1, 1],
  json: true,
  options: { reason: { value: 'TEXT', description: 'Why, for the audit' } },
  async run({ args, options, db, out }) {
    const name = args[0] ?? '';
    const restored = await restoreEdition(db, { name, reason: options.reason ?? null, by: 'the command line' });
    if (!restored.ok) throw commandFailed(sayRefused(restored.error));
    out.answer(restored.value, ({ file, period, replaced }) =>
      [
        `${file} (${period}) is in force again.`,
        ...replaced.map(
          (one) =>
            `  ${one.file} made room and stays as history: ${one.edition}${one.staysFor === 0 ? '' : `; it stays in force for ${one.staysFor} areas and periods that ${file} does not cover`}`,
        ),
      ].join('\n'),
    );
  },
});

/** Importing published statistics, putting an earlier edition back, and listing what was imported. */
export const commands: readonly Command[] = [importCommand, layersCommand, restoreCommand];
