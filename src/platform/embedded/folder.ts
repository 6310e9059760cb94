import { chmod, mkdir, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { setupProblem } from '#platform/config/problem.ts';

/** Files by which a data folder is known to be one. */
const MARKS = ['start.lock', 'app.lock'];

/** Makes the data folder if it is missing, and answers its real path; throws a setup problem when it cannot be used. */
export async function prepareFolder(dataDir: string): Promise<string> {
  try {
    await makeWithParents(dataDir);
    const { mode, uid } = await stat(dataDir);
    const entries = await readdir(dataDir);
    const ours = uid === 0 && (entries.length === 0 || MARKS.some((mark) => entries.includes(mark)));
    // As root another user must pass through to the database's files; each secret file is closed for itself.
    if (process.getuid?.() === 0 && ours) await chmod(dataDir, (mode & 0o7777) | 0o011);
    return await realpath(dataDir);
  } catch (error) {
    throw setupProblem(
      `The data folder ${dataDir} cannot be used (${(error as Error).message}). ` +
        'Set SUPERPRACTICE_DATA to a folder that you may write to.',
    );
  }
}

/** Makes a folder and those above it. Node's own recursive mkdir never ends where a parent exists but takes no folders (/proc). */
async function makeWithParents(folder: string): Promise<void> {
  const exists = await stat(folder).then(
    () => true,
    () => false,
  );
  if (exists) return;
  await makeWithParents(path.dirname(folder));
  await mkdir(folder).catch((error: unknown) => {
    // Another start may have made it meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
}
