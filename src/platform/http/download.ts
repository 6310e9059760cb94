import type { FastifyReply } from 'fastify';

const types = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  zip: 'application/zip',
  ics: 'text/calendar; charset=utf-8',
  pdf: 'application/pdf',
} as const;

type FileName = `${string}.${keyof typeof types}`;
type Body = string | NodeJS.ReadableStream | Buffer;

/** Sends a file to be kept under a name whose ending tells what it is; no cache on the way or in the browser keeps it. */
export function download(reply: FastifyReply, name: FileName, body: Body): FastifyReply {
  return send(reply.header('content-disposition', `attachment; filename="${name}"`), name, body);
}

/** The same for a file that is looked at where it is opened, such as a letter on a telephone. */
export function display(reply: FastifyReply, name: FileName, body: Body): FastifyReply {
  return send(reply.header('content-disposition', `inline; filename="${name}"`), name, body);
}

function send(reply: FastifyReply, name: FileName, body: Body): FastifyReply {
  const ending = name.slice(name.lastIndexOf('.') + 1) as keyof typeof types;
  // Without its mark a spreadsheet reads UTF-8 as another encoding, and names lose their letters.
  const marked = ending === 'csv' && typeof body === 'string' ? `\ufeff${body}` : body;
  return reply.type(types[ending]).header('cache-control', 'no-store').send(marked);
}
