import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Files of the domains that share a process: loading the app and making the screening ready is most of what one costs. */
const TOGETHER = 8;

/** The kinds of which each file costs more to make ready than its tests take. */
const kindsTogether = new Set(['database', 'web']);

/** Test files to be run by one process, and the file to give to node:test for them. */
export interface Batch {
  readonly entry: string;
  readonly files: readonly string[];
}

/**
 * Puts the files of a kind together, paths relative to the root. Those outside the domains run alone: they are long, or
 * start programs of their own. Neighbours are dealt out, so that what is long in one folder is spread.
 */
export function batchesOf(kind: string, files: readonly string[], root: string): Batch[] {
  const folder = path.join(root, 'node_modules/.cache/tests', kind);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const shared = files.filter((file) => file.startsWith('src/domains/') && kindsTogether.has(kind));
  const alone = files.filter((file) => !shared.includes(file));
  const count = Math.ceil(shared.length / TOGETHER);
  const dealt = Array.from({ length: count }, (_, batch) => shared.filter((_file, at) => at % count === batch));
  return [
    ...alone.map((file) => ({ entry: path.join(root, file), files: [file] })),
    ...dealt.map((together, at) => {
      const entry = path.join(folder, `${at + 1}.mjs`);
      writeFileSync(entry, entryOf(together, root));
      return { entry, files: together };
    }),
  ];
}

// All are loaded before the first test runs: what they do when all tests are done would otherwise be done while one is still
// loading. A file that cannot be loaded is a failed test of its name, and the others still run.
function entryOf(files: readonly string[], root: string): string {
  return `import { test } from 'node:test';
let loaded;
test('loading', () => new Promise((resolve) => (loaded = resolve)));
for (const [name, address] of ${JSON.stringify(files.map((file) => [file, pathToFileURL(path.join(root, file)).href]))})
  await import(address).catch((error) => void test(\`\${name} can be loaded\`, () => Promise.reject(error)));
loaded();
`;
}
