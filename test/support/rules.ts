import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';

/** Where a rule comes from: the law, guidance, contract or clinical source a reader can check it against. */
export interface About {
  readonly source: string;
  /** A sentence or two a reader of the rule book needs before the table. */
  readonly note?: string;
}

/** One worked case, a row of the table: keys are the column headings, `case` (if there is one) names the row. */
export type Case = Readonly<Record<string, unknown>>;

interface Table extends About {
  readonly title: string;
  readonly cases: readonly Case[];
}

const tables: Table[] = [];

/**
 * States one rule as a titled table of worked cases: each case becomes a test, and the table a section of docs/rules.
 * Keys are headings for people (`'minutes late'`, not `minutesLate`); their order is the order of the columns.
 */
export function rules<C extends Case>(
  title: string,
  about: About,
  { cases, check }: { cases: readonly C[]; check: (worked: C) => void | Promise<void> },
): void {
  if (cases.length === 0) throw new Error(`the rule "${title}" has no worked case`);
  tables.push({ title, ...about, cases });
  describe(title, () => {
    for (const worked of cases) test(nameOf(worked), () => check(worked));
  });
}

const out = process.env['RULES_OUT'];
if (out) process.on('exit', () => writePage(out));

function nameOf(worked: Case): string {
  if (typeof worked['case'] === 'string') return worked['case'];
  return Object.entries(worked)
    .map(([heading, value]) => `${heading}: ${shown(value)}`)
    .join(', ');
}

/** The page of one rule-book file: docs/rules/<folder>-<name>.md, from src/domains/<folder>/<name>.rules.test.ts. */
function writePage(folder: string): void {
  const file = path.relative(path.join(import.meta.dirname, '../..'), process.argv[1] ?? '').replaceAll(path.sep, '/');
  const name = file.replace(/^src\/(?:domains\/)?/, '').replace(/\.rules\.test\.ts$/, '');
  const words = name.replaceAll('/', ': ').replaceAll('-', ' ');
  const heading = `# ${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  const page = [heading, `Worked cases from \`${file}\`; each row is a test.`, ...tables.map(section)].join('\n\n');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${name.replaceAll('/', '-')}.md`), `${page}\n`);
}

function section({ title, source, note, cases }: Table): string {
  const headings = [...new Set(cases.flatMap((worked) => Object.keys(worked)))];
  const lines = [
    headings.map((heading) => cell(heading)),
    headings.map(() => '---'),
    ...cases.map((worked) => headings.map((heading) => cell(shown(worked[heading])))),
  ].map((cells) => `| ${cells.join(' | ')} |`);
  return [`## ${title}`, `Source: ${source}`, ...(note ? [note] : []), lines.join('\n')].join('\n\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return '–';
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(shown).join('; ');
  // eslint-disable-next-line @typescript-eslint/no-base-to-string -- dates and durations say themselves
  if (!isPlain(value)) return String(value);
  return Object.entries(value)
    .map(([key, each]) => `${key} ${shown(each)}`)
    .join(', ');
}

/** A record of fields, rather than something (a date, a duration) that says itself in words. */
function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
