import { readFile } from 'node:fs/promises';
import { groupByName, groups } from '#domains/network/index.ts';
import { systemActor } from '#platform/auth/actor.ts';
import { command, commandFailed, wrongUsage, type Command } from '#platform/cli/command.ts';
import { columns } from '#platform/cli/output.ts';
import type { Database } from '#platform/db/database.ts';
import { importPatients } from './commands/import.ts';
import type { GpsOf } from './commands/register.ts';
import { patientFields } from './patient-details.ts';
import { sayImportRefused } from './patient-refused.ts';

async function groupNamed(db: Database, name: string): Promise<string> {
  const group = await groupByName(db, name);
  if (group) return group.id;
  const names = (await groups(db)).map((each) => each.name).join(', ');
  throw commandFailed(`There is no group called ${name}: there ${names === '' ? 'is none yet' : `are ${names}`}`);
}

/** The commands about patients; `gpsOf` finds a practice's GPs. */
export function commands(gpsOf: GpsOf): readonly Command[] {
  return [
    command({
      name: 'patient import',
      summary: 'Take a practice’s list of patients from a CSV file, all or nothing',
      usage: 'FILE.csv --practice CODE --group NAME',
      arity: [1, 1],
      json: true,
      options: {
        practice: { value: 'CODE', description: 'The practice they are registered at' },
        group: { value: 'NAME', description: 'The group the practice is in' },
      },
      async run({ db, args, options, out }) {
        const { practice, group } = options;
        const [file = ''] = args;
        if (practice === undefined || group === undefined)
          throw wrongUsage('patient import needs --practice CODE and --group NAME');
        const actor = systemActor('the command line', await groupNamed(db, group));
        const text = await readFile(file, 'utf8').catch(() => {
          throw commandFailed(`${file} cannot be read`);
        });
        const practiceId = practice.trim().toUpperCase();
        const done = await importPatients(
          { db, actor, act: { action: 'import-patients' } },
          { text, practiceId, gpsOf },
        );
        if (done.ok) {
          const { rows, added, changed, unchanged } = done.value;
          out.answer(
            { practice: practiceId, ...done.value, rejected: [] },
            () => `${rows} rows: ${added} patients added, ${changed} changed, ${unchanged} as they were.`,
          );
          return;
        }
        // What was wrong is shown to whoever runs this and written nowhere.
        if (done.error.kind === 'rows') {
          const { rows, rejected } = done.error;
          out.answer({ practice: practiceId, rows, added: 0, changed: 0, unchanged: 0, rejected }, () =>
            columns(
              ['Line', 'Column', 'Value', 'Reason'],
              rejected.map((row) => [String(row.line), row.column, row.value, row.reason]),
            ),
          );
        }
        throw commandFailed(sayImportRefused(done.error, patientFields));
      },
    }),
  ];
}
