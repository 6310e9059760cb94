import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { testFiles } from './testing/kinds.ts';
import { runTool } from './testing/processes.ts';

/** The folder the rule-book tests write their pages to, fresh and empty. */
export function emptyRuleBook(): string {
  return mkdtempSync(path.join(tmpdir(), 'superpractice-rules-'));
}

/** Pages of docs/rules that differ from what the rule-book tests just wrote: each as one line for the reader. */
export function differences(root: string, written: string): string[] {
  writeContents(written);
  const committed = path.join(root, 'docs/rules');
  const names = new Set([...pages(committed), ...pages(written)]);
  return [...names].sort().flatMap((name) => {
    const [before, after] = [read(committed, name), read(written, name)];
    if (before === after) return [];
    if (after === undefined) return [`docs/rules/${name} has no rule-book test any more`];
    return [before === undefined ? `docs/rules/${name} is missing` : `docs/rules/${name} is out of date`];
  });
}

/** Puts the pages just written in place of the committed ones. */
function replace(root: string, written: string): void {
  writeContents(written);
  const committed = path.join(root, 'docs/rules');
  rmSync(committed, { recursive: true, force: true });
  mkdirSync(committed, { recursive: true });
  for (const name of pages(written)) writeFileSync(path.join(committed, name), read(written, name) ?? '');
}

function writeContents(folder: string): void {
  const entries = pages(folder)
    .filter((name) => name !== 'README.md')
    .map((name) => {
      const text = read(folder, name) ?? '';
      const titles = [...text.matchAll(/^## (.*)$/gm)].map((match) => `  - ${match[1] ?? ''}`);
      return [`- [${/^# (.*)$/m.exec(text)?.[1] ?? name}](${name})`, ...titles].join('\n');
    });
  const intro =
    'What the software decides and where each rule comes from, written by the rule-book tests (`npm run rules`).';
  writeFileSync(path.join(folder, 'README.md'), `# Rule book\n\n${intro}\n\n${entries.join('\n')}\n`);
}

function pages(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.md'));
  } catch {
    return [];
  }
}

function read(folder: string, name: string): string | undefined {
  try {
    return readFileSync(path.join(folder, name), 'utf8');
  } catch {
    return undefined;
  }
}

async function main(): Promise<void> {
  const root = path.join(import.meta.dirname, '..');
  const files = testFiles(root).get('rules') ?? [];
  const written = emptyRuleBook();
  const { code, output } = await runTool('node', ['--test', ...files], { cwd: root, env: { RULES_OUT: written } });
  if (code === 0) {
    replace(root, written);
    console.log(`docs/rules: ${pages(written).length} pages`);
  } else {
    console.error(output);
    process.exitCode = 1;
  }
  rmSync(written, { recursive: true });
}

if (import.meta.main) await main();
