import type { FileReport, Outcome } from './collect.ts';

const outcomes: Readonly<Record<Outcome, string>> = {
  imported: 'imported',
  unchanged: 'unchanged',
  superseded: 'superseded since',
  rejected: 'REJECTED',
  unknown: 'passed over',
};

/** How many problems of one file are printed; the JSON has the first 100,000, and a file of rejected rows every one. */
export const printed = 20;

const count = (n: number) => n.toLocaleString('en-GB');

/** What a person reads about one file: its name, what became of it, and each row that is wrong. */
function fileLines(report: FileReport): string[] {
  const period = report.period === null ? '' : `, ${report.period.words}`;
  const rows = report.rows === 0 ? '' : `: ${count(report.kept)} of ${count(report.rows)} rows kept`;
  const practices = report.practices === null ? '' : `, ${count(report.practices)} practices`;
  const head = `${outcomes[report.outcome].padEnd(16)} ${report.file}${report.kind === null ? '' : ` (${report.kind}${period})`}${rows}${practices}`;
  const left = Object.entries(report.leftOut).map(([reason, n]) => `  ${count(n)} left out, ${reason}`);
  const problems = report.rejected
    .slice(0, printed)
    .map(
      ({ line, column, value, reason }) => `  line ${line}${column === '' ? '' : `, ${column}`}: "${value}" ${reason}`,
    );
  const where =
    report.rejectedFile === null
      ? 'to see every one, add --rejected FILE.csv, or --json'
      : `every one is in ${report.rejectedFile}`;
  const more =
    report.problems > printed || report.rejectedFile !== null
      ? [`  ${count(report.rejectedRows)} rows are wrong in all: ${where}`]
      : [];
  const superseded =
    report.supersedes.length === 0
      ? []
      : [`  it takes the place of ${count(report.supersedes.length)} older edition(s)`];
  return [
    head,
    ...(report.reason === null ? [] : [`  ${report.reason}`]),
    ...left,
    ...superseded,
    ...(report.warning === null ? [] : [`  WARNING: ${report.warning.words}.`]),
    ...problems,
    ...more,
  ];
}

/** The whole import in lines, and the sum at its end. */
export function importText(files: readonly FileReport[]): string {
  const tally = (outcome: Outcome) => files.filter((file) => file.outcome === outcome).length;
  const sums = (Object.keys(outcomes) as Outcome[])
    .filter((outcome) => tally(outcome) > 0)
    .map((outcome) => `${tally(outcome)} ${outcomes[outcome].toLowerCase()}`);
  const warned = files.filter(({ warning }) => warning !== null).length;
  const look = warned === 0 ? '' : ` ${warned} with far fewer practices than before: see the warnings above.`;
  return [...files.flatMap(fileLines), '', `${files.length} files: ${sums.join(', ')}.${look}`].join('\n');
}
