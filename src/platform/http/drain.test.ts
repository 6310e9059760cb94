import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { drainable } from './drain.ts';

async function slowServer(): Promise<{ server: Server; url: string; drain: ReturnType<typeof drainable> }> {
  const server = createServer((request, response) => {
    if (request.url === '/live') response.write('data: {}\n\n');
    else setTimeout(() => response.end('done'), 150);
  });
  const drain = drainable(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, drain, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const never = new AbortController().signal;

test('a request that is open when the app is asked to stop is answered, and no new one is taken', async () => {
  const { url, drain } = await slowServer();
  const open = fetch(`${url}/slow`).then((response) => response.text());
  await sleep(30);
  const drained = drain(5000, never);
  await assert.rejects(fetch(`${url}/late`));
  await drained;
  assert.equal(await open, 'done');
});

test('a live screen, open for good, is not waited for', async () => {
  const { url, server, drain } = await slowServer();
  const live = await fetch(`${url}/live`, { headers: { accept: 'text/event-stream' } });
  const began = performance.now();
  await drain(5000, never);
  assert.ok(performance.now() - began < 1000);
  server.closeAllConnections();
  await live.text().catch(() => undefined);
});

test('whoever asks to hurry does not wait for open requests', async () => {
  const { url, server, drain } = await slowServer();
  const open = fetch(`${url}/slow`).catch(() => undefined);
  await sleep(30);
  const began = performance.now();
  await drain(5000, AbortSignal.abort());
  assert.ok(performance.now() - began < 100);
  server.closeAllConnections();
  await open;
});
