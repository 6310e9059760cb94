import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Watches a server's requests; the function it answers takes no more of them and waits until the open ones have been
 * answered, at most so many milliseconds or until told to hurry. Live screens stay open for good and are not waited for.
 */
export function drainable(server: Server): (patienceMs: number, hurry: AbortSignal) => Promise<void> {
  let open = 0;
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (request.headers.accept?.includes('text/event-stream')) return;
    open += 1;
    response.once('close', () => (open -= 1));
  });
  return async (patienceMs, hurry) => {
    server.close();
    const until = performance.now() + patienceMs;
    while (open > 0 && performance.now() < until && !hurry.aborted) await sleep(20);
  };
}
