import { createServer } from 'node:net';

/** A port nobody listens on: the wished one if it is free, else any. */
export async function freePort(wished = 0, host = '127.0.0.1'): Promise<number> {
  const found = await tryPort(wished, host);
  return typeof found === 'number' ? found : freePort(0, host);
}

/** Why a port cannot be listened on (EADDRINUSE, EACCES, EADDRNOTAVAIL, ENOTFOUND), or undefined when it can. */
export async function portProblem(port: number, host: string): Promise<string | undefined> {
  const found = await tryPort(port, host);
  return typeof found === 'number' ? undefined : (found.code ?? found.message);
}

function tryPort(port: number, host: string): Promise<number | NodeJS.ErrnoException> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error));
    probe.listen(port, host, () => {
      const address = probe.address();
      const listening = typeof address === 'object' && address ? address.port : port;
      probe.close(() => resolve(listening));
    });
  });
}
