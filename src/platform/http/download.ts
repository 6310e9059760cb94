import type { FastifyReply } from 'fastify';

const types = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  zip: 'application/zip',
} as const;

/** Sends a file to be kept under a name whose ending tells what it is; no cache on the way or in the browser keeps it. */
export function download(
  reply: FastifyReply,
  name: `${string}.${keyof typeof types}`,
  body: string | NodeJS.ReadableStream | Buffer,
): FastifyReply {
  const ending = name.slice(name.lastIndexOf('.') + 1) as keyof typeof types;
  return reply
    .type(types[ending])
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'no-store')
    .send(body);
}
