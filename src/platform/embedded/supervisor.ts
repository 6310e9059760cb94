import { setTimeout as sleep } from 'node:timers/promises';
import type { EmbeddedServer } from './server.ts';

/** Milliseconds between two looks at the server. */
const PACE = 500;

/**
 * Looks after a server until stopped: when it has died, for whatever reason, it is started again on its port, and the
 * app's pool finds it there. A start that fails is tried again; `say` is told of each turn.
 */
export function supervise(server: Pick<EmbeddedServer, 'revive'>, say: (line: string) => void): () => Promise<void> {
  const ending = new AbortController();
  const pause = (ms: number) => sleep(ms, undefined, { signal: ending.signal }).catch(() => undefined);
  const watch = async () => {
    while (!ending.signal.aborted) {
      try {
        if (await server.revive()) say('The database server had stopped and has been started again.');
        await pause(PACE);
      } catch (error) {
        say(`The database server has stopped and does not start: ${(error as Error).message}`);
        await pause(PACE * 10);
      }
    }
  };
  const watching = watch();
  return async () => {
    ending.abort();
    await watching;
  };
}
