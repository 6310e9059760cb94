import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Database } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import { route } from './routes.ts';

const machine = { public: 'asked by the machine that runs the app; answers hold no personal data' };

function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');
}

/** Adds /health/live (the process answers), /health/ready (so does the database) and, to this machine alone, /metrics. */
export function healthRoutes(app: FastifyInstance, db: Database): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'http_request_seconds',
    help: 'Time to answer by route pattern, method and status',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  });
  app.addHook('onResponse', async (request, reply) => {
    const labels = { route: request.routeOptions.url ?? 'unknown', method: request.method, status: reply.statusCode };
    seconds.observe(labels, reply.elapsedTime / 1000);
  });
  route(app, {
    method: 'GET',
    url: '/health/live',
    permission: machine,
    audit: 'health-live',
    schema: {},
    handler: () => Promise.resolve({ status: 'live' }),
  });
  route(app, {
    method: 'GET',
    url: '/health/ready',
    permission: machine,
    audit: 'health-ready',
    schema: {},
    handler: async (_request, reply) => {
      const ready = await db.one(sql`select 1 as answer`).then(
        () => true,
        () => false,
      );
      return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'database away' });
    },
  });
  route(app, {
    method: 'GET',
    url: '/metrics',
    permission: machine,
    audit: 'metrics',
    schema: {},
    handler: async ({ raw }, reply) => {
      if (!isLoopback(raw.socket.remoteAddress ?? ''))
        return reply.problem(403, 'Not from here', 'Ask from this machine.');
      return reply.type(registry.contentType).send(await registry.metrics());
    },
  });
}
