import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Database } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import { route } from './routes.ts';
import { sameSecret } from './security.ts';

const machine = { public: 'asked by the machine that runs the app; answers hold no personal data' };

/**
 * Adds /health/live (the process answers), /health/ready (so does the database) and, for whoever sends the token as a
 * bearer, /metrics. Where a caller comes from proves nothing: behind a proxy on this machine everybody does.
 */
export function healthRoutes(app: FastifyInstance, db: Database, metricsToken: string | undefined): void {
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
    permission: { public: 'for a monitor, which shows the token of the settings instead of a session' },
    audit: 'metrics',
    schema: {},
    handler: async ({ raw }, reply) => {
      if (metricsToken === undefined)
        return reply.problem(404, 'There are no metrics here', 'Set METRICS_TOKEN to have them.');
      const sent = raw.headers.authorization ?? '';
      if (!sameSecret(sent, `Bearer ${metricsToken}`))
        return reply
          .header('www-authenticate', 'Bearer')
          .problem(401, 'Not without the token', 'Send the METRICS_TOKEN of the settings as a bearer token.');
      return reply.type(registry.contentType).send(await registry.metrics());
    },
  });
}
