import type { FastifyReply, FastifyRequest } from 'fastify';
import pg from 'pg';

/** Something that changed on a live screen. The payload carries ids and places, never a person's details. */
export interface LiveEvent {
  readonly topic: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** The one listener of a process, shared by every open live screen. */
export interface LiveEvents {
  subscribe(listener: (event: LiveEvent) => void): () => void;
  close(): Promise<void>;
}

/** Opens the process's one LISTEN connection and keeps it: after a lost server it listens again. */
export async function listenForEvents(url: string): Promise<LiveEvents> {
  const listeners = new Set<(event: LiveEvent) => void>();
  let client: pg.Client | undefined;
  let closed = false;
  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url, application_name: 'superpractice-events' });
    next.on('error', () => undefined);
    next.on('notification', ({ payload }) => {
      if (payload === undefined) return;
      const event = JSON.parse(payload) as LiveEvent;
      for (const listener of listeners) listener(event);
    });
    next.on('end', () => {
      if (!closed) setTimeout(() => void connect().catch(() => next.emit('end')), 1000).unref();
    });
    await next.connect();
    await next.query('listen superpractice');
    client = next;
    // Whatever was announced while nobody listened is unknown: every live screen looks again.
    for (const listener of listeners) listener({ topic: 'reconnected', payload: {} });
  };
  await connect();
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      closed = true;
      await client?.end();
    },
  };
}

/** How one live screen is served: which events concern it, and whether its person may still see it. */
export interface Stream {
  readonly events: LiveEvents;
  readonly concerns: (event: LiveEvent) => boolean;
  readonly stillAllowed: () => Promise<boolean>;
  readonly recheckSeconds?: number;
}

/** Server-sent events: tells the page that something it shows has changed. Permission is checked again as it goes on. */
export function streamEvents(request: FastifyRequest, reply: FastifyReply, stream: Stream): void {
  reply.hijack();
  const response = reply.raw;
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    connection: 'keep-alive',
  });
  response.write('retry: 3000\n\n');
  let queued = false;
  const unsubscribe = stream.events.subscribe((event) => {
    if (queued || !(event.topic === 'reconnected' || stream.concerns(event))) return;
    queued = true;
    // A burst of changes is one message: the page fetches the whole of what it shows anyway.
    setTimeout(() => {
      queued = false;
      response.write(`event: ${event.topic}\ndata: {}\n\n`);
    }, 250).unref();
  });
  const recheck = setInterval(
    () => {
      stream.stillAllowed().then(
        (allowed) => (allowed ? response.write(': still here\n\n') : response.end('event: ended\ndata: {}\n\n')),
        () => response.end(),
      );
    },
    (stream.recheckSeconds ?? 20) * 1000,
  );
  recheck.unref();
  const stop = (): void => {
    clearInterval(recheck);
    unsubscribe();
  };
  request.raw.on('close', stop);
  response.on('close', stop);
}
