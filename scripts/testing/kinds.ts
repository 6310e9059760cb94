import { readdirSync } from 'node:fs';
import path from 'node:path';

/** A kind of test: which files are of it, and what it needs. A kind without a test fails the run. */
export interface Kind {
  readonly name: string;
  readonly matches: (file: string) => boolean;
  readonly needsDatabase: boolean;
  /** Part of the fast run. */
  readonly fast: boolean;
}

const ending = (suffix: string) => (file: string) => file.endsWith(suffix);

/** Kinds of node:test files in the order they run; the first that matches a file claims it. */
export const kinds: readonly Kind[] = [
  { name: 'architecture', matches: ending('test/architecture.test.ts'), needsDatabase: false, fast: false },
  {
    name: 'database',
    matches: (file) => file.endsWith('.db.test.ts') || file === 'test/migrations.test.ts',
    needsDatabase: true,
    fast: false,
  },
  { name: 'web', matches: (file) => /(?:^|[./])web\.test\.ts$/.test(file), needsDatabase: true, fast: false },
  { name: 'property', matches: ending('.property.test.ts'), needsDatabase: false, fast: true },
  { name: 'rules', matches: ending('.rules.test.ts'), needsDatabase: false, fast: true },
  { name: 'unit', matches: ending('.test.ts'), needsDatabase: false, fast: true },
];

/** The order in which kinds run: quick answers first. */
export const runningOrder = ['unit', 'rules', 'property', 'architecture', 'database', 'web'] as const;

/** Every node:test file of the project under its kind's name, paths relative to the root. */
export function testFiles(root: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>(kinds.map((kind) => [kind.name, []]));
  // The longest files first, so that several at a time end together.
  for (const folder of ['demo', 'bench', 'scripts', 'test', 'src']) {
    for (const file of filesUnder(root, folder)) {
      const kind = kinds.find((each) => file.endsWith('.test.ts') && each.matches(file));
      if (kind) found.get(kind.name)?.push(file);
    }
  }
  return found;
}

/** Files below a folder, sorted, relative to the root and with forward slashes; none if the folder is missing. */
export function filesUnder(root: string, folder: string): string[] {
  try {
    return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
      .sort();
  } catch {
    return [];
  }
}
