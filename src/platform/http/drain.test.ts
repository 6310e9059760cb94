import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { drainable } from './drain.ts';

interface Slow {
  readonly server: Server;
  readonly url: string;
  readonly drain: ReturnType<typeof drainable>;
  /** Lets the requests that were not answered yet be answered. */
  readonly release: () => void;
}

/** A server that answers when it is told to, and live screens never. */
async function slowServer(): Promise<Slow> {
  const waiting: (() => void)[] = [];
  const server = createServer((request, response) => {
    if (request.url === '/live') response.write('data: {}\n\n');
    else waiting.push(() => response.end('done'));
  });
  const drain = drainable(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { server, drain, url, release: () => waiting.forEach((answer) => answer()) };
}

const never = new AbortController().signal;

test('a request that is open when the app is asked to stop is answered, and no new one is taken', async () => {
  const { url, server, drain, release } = await slowServer();
  const arrived = once(server, 'request');
  const open = fetch(`${url}/slow`).then((response) => response.text());
  await arrived;
  let hasDrained = false;
  const drained = drain(60_000, never).then(() => (hasDrained = true));
  await assert.rejects(fetch(`${url}/late`));
  assert.equal(hasDrained, false);
  release();
  await drained;
  assert.equal(await open, 'done');
});

test('a live screen, open for good, is not waited for', async () => {
  const { url, server, drain } = await slowServer();
  const live = await fetch(`${url}/live`, { headers: { accept: 'text/event-stream' } });
  await drain(60_000, never);
  server.closeAllConnections();
  await live.text().catch(() => undefined);
});

test('whoever asks to hurry does not wait for open requests', async () => {
  const { url, server, drain } = await slowServer();
  const arrived = once(server, 'request');
  const open = fetch(`${url}/slow`).catch(() => undefined);
  await arrived;
  await drain(60_000, AbortSignal.abort());
  server.closeAllConnections();
  await open;
});
