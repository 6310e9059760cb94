import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Sets the headers that keep a page to itself: no inline script or style, no framing, no referrer, no caching. */
export function registerSecurityHeaders(app: FastifyInstance, { https }: { https: boolean }): void {
  app.addHook('onSend', async (request, reply) => {
    reply.headers({
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    });
    if (https) reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
    if (!reply.hasHeader('cache-control') && !request.url.startsWith('/assets/'))
      reply.header('cache-control', 'no-store');
  });
}

/** Compares two secrets without telling by its time how much of them agrees. */
export function sameSecret(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Whether a state-changing request carries its session's token and comes from our own pages. */
export function passesCsrf(request: FastifyRequest, token: string): boolean {
  const { origin, host } = request.headers;
  if (origin !== undefined && origin !== 'null' && URL.parse(origin)?.host !== host) return false;
  const body = request.body;
  const inBody = typeof body === 'object' && body !== null && '_csrf' in body ? body._csrf : undefined;
  const sent = request.headers['x-csrf-token'] ?? inBody;
  return typeof sent === 'string' && sameSecret(sent, token);
}
