import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseSync } from 'node:sqlite';

/**
 * Locks between processes that the operating system itself releases when a process dies, however it dies.
 * A file holding a process number cannot promise that: the number may have been given to somebody else, and two
 * processes that both find it stale can both take it over. SQLite brings the operating system's file lock to Node.
 */
export interface Lock {
  readonly mode: LockMode;
  release(): void;
}

/** Many may share a lock at once; an exclusive one is held alone. */
export type LockMode = 'shared' | 'exclusive';

/** Takes the lock on a file if it is free at this moment, and answers undefined if it is not. */
export function tryLock(file: string, mode: LockMode): Lock | undefined {
  const handle = new DatabaseSync(file, { timeout: 0 });
  try {
    handle.exec(mode === 'exclusive' ? 'begin exclusive' : 'begin; select count(*) from sqlite_master');
  } catch (error) {
    handle.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
  let held = true;
  return {
    mode,
    release() {
      if (held) handle.close();
      held = false;
    },
  };
}

/** Waits for the lock on a file, looking again every 50 ms; throws when it is still taken after the given time. */
export async function waitForLock(file: string, mode: LockMode, timeoutMs: number): Promise<Lock> {
  const until = performance.now() + timeoutMs;
  for (;;) {
    const lock = tryLock(file, mode);
    if (lock) return lock;
    if (performance.now() > until) throw new Error(`${file} has been locked by another process for ${timeoutMs} ms`);
    await sleep(50);
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5;
}
