import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Resource } from '@medplum/fhirtypes';
import { logFailure } from '#platform/http/problems.ts';
import { outcomeOf, type FhirFault } from './fault.ts';

const media = 'application/fhir+json; charset=utf-8';
/** Deeper than any resource we take; what is nested beyond it is an attack on whoever walks through it. */
const deepest = 40;

/** Sends a resource, with its version where it has one. */
export function sendResource(reply: FastifyReply, resource: Resource, status = 200): FastifyReply {
  const version = resource.meta?.versionId;
  if (version !== undefined) reply.header('etag', `W/"${version}"`);
  return reply.code(status).type(media).send(resource);
}

/** Sends a refusal as an OperationOutcome. */
export function sendFault(reply: FastifyReply, fault: FhirFault, base: string): FastifyReply {
  return reply.code(fault.status).type(media).send(outcomeOf(fault, base));
}

interface Failure extends Error {
  statusCode?: number;
  code?: string;
  headers?: Record<string, string>;
}

const standing: Readonly<Record<number, readonly [code: string, text: string]>> = {
  400: ['BAD_REQUEST', 'The body cannot be read as JSON.'],
  401: ['ACCESS_DENIED', 'Send an access token as a bearer token.'],
  403: ['ACCESS_DENIED', 'You may not do this.'],
  413: ['BAD_REQUEST', 'That is too much to send at once: at most 256 KiB.'],
  415: ['BAD_REQUEST', 'Send application/fhir+json.'],
  429: ['TOO_MANY_REQUESTS', 'Too many requests: wait as long as Retry-After says.'],
  500: ['INTERNAL_SERVER_ERROR', 'It was our fault. Nothing was half-saved.'],
};

/** What a failure outside the handlers is called; only words of our own are shown. */
function faultOf(error: Failure): FhirFault {
  // The database no longer lets the program act: it was revoked in between.
  const status = error.code === '42501' ? 401 : (error.statusCode ?? 500);
  const known = status >= 500 ? 500 : status in standing ? status : 400;
  const [code = '', text = ''] = standing[known] ?? [];
  const said = (status === 401 || status === 403) && error.headers !== undefined ? error.message : text;
  return { status: known, code, text: said };
}

/** Makes everything under one address FHIR: JSON in and out, every failure an OperationOutcome, the request's own ids sent back. */
export function speakFhir(app: FastifyInstance, base: string, types: readonly string[]): void {
  app.removeAllContentTypeParsers();
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser(
    ['application/fhir+json', 'application/json'],
    { parseAs: 'string' },
    (request, body, done) => {
      void parse(request, body as string, (error, value: unknown) => {
        const fault = error ?? (isDeep(value) ? new Error('nested too deeply') : undefined);
        if (fault) done(Object.assign(fault, { statusCode: 400 }));
        else done(null, value);
      });
    },
  );
  // Searches that are posted, so that nothing of them stands in an address.
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, body);
  });
  app.addHook('onRequest', async (request, reply) => {
    for (const name of ['x-request-id', 'x-correlation-id']) {
      const sent = idHeader(request, name);
      if (sent !== undefined) reply.header(name, sent);
    }
    if (!takesJson(request)) {
      const fault = { status: 406, code: 'BAD_REQUEST', text: 'Answers are application/fhir+json: accept that.' };
      return sendFault(reply, fault, base);
    }
    return undefined;
  });
  app.setErrorHandler(async (error: Failure, request, reply) => {
    const fault = faultOf(error);
    if (fault.status >= 500) logFailure(request, error);
    if (error.headers) reply.headers(error.headers);
    return sendFault(reply, fault, base);
  });
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    const type = path.slice(new URL(base).pathname.length + 1).split('/')[0] ?? '';
    if (types.includes(type)) {
      const text = `${type} is not used so here: the capability statement (metadata) says how it is.`;
      return sendFault(reply, { status: 405, code: 'BAD_REQUEST', text }, base);
    }
    const text = 'There is nothing here: the capability statement (metadata) says what there is.';
    return sendFault(reply, { status: 404, code: 'NO_RECORD_FOUND', text }, base);
  });
}

/** A header by which a request is known, if it is fit to be sent back. */
export function idHeader(request: FastifyRequest, name: string): string | undefined {
  const sent = request.headers[name];
  return typeof sent === 'string' && /^[\w.:-]{1,128}$/.test(sent) ? sent : undefined;
}

function takesJson(request: FastifyRequest): boolean {
  const format = new URLSearchParams(request.url.split('?')[1] ?? '').get('_format');
  if (format !== null) return /^(?:json|text\/json|application\/(?:fhir\+)?json)(?:;|$)/.test(format.replace(' ', '+'));
  const accept = request.headers.accept ?? '*/*';
  return /\*\/\*|application\/\*|json/.test(accept);
}

/** Whether a value is nested deeper than anything we take; looked at without recursion. */
function isDeep(value: unknown): boolean {
  let layer: unknown[] = [value];
  for (let depth = 0; layer.length > 0; depth += 1) {
    if (depth > deepest) return true;
    layer = layer.flatMap((each): unknown[] => (typeof each === 'object' && each !== null ? Object.values(each) : []));
  }
  return false;
}
