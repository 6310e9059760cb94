import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { TObject } from 'typebox';
import { formPageOf } from '#platform/ui/pages.ts';
import { sayFaults, type Fault } from './fault-words.ts';

/** What a person or program is told when a request cannot be done: what happened and what to do. */
export interface Problem {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
}

declare module 'fastify' {
  interface FastifyReply {
    /** Answers with a problem: a page for a browser, problem+json (RFC 9457) for a program. */
    problem(status: number, title: string, detail: string): FastifyReply;
  }
}

const standing: Record<number, Omit<Problem, 'status'>> = {
  403: {
    title: 'You cannot open this',
    detail: 'Your role does not include it. Switch role, or ask an administrator.',
  },
  404: { title: 'Page not found', detail: 'Check the address, or go back and follow the link again.' },
  413: {
    title: 'That is too much to send at once',
    detail: 'Go back with your browser’s Back, shorten it and send it again. Nothing was saved.',
  },
  415: { title: 'We cannot read that kind of content', detail: 'Send a form or JSON.' },
  429: { title: 'Too many requests', detail: 'Wait a minute, go back with your browser’s Back, and send it again.' },
  500: { title: 'Something went wrong', detail: 'It was our fault. Nothing was half-saved: go back and try again.' },
};

/** The standing words for a status. */
function problemFor(status: number): Problem {
  const words = standing[status] ?? (status >= 500 ? standing[500] : undefined);
  return { status, ...(words ?? { title: 'We could not do that', detail: 'Check what you sent and try again.' }) };
}

/** Statuses of a form that is refused before anything of it is read, so that no danger in it is found. */
const unread: readonly number[] = [413, 415, 429];

/** The view of a problem that is not a page of its own. */
function viewOf({ method }: FastifyRequest, status: number): string {
  if (unread.includes(status) && method !== 'GET' && method !== 'HEAD') return 'unread.njk';
  return [403, 404, 500].includes(status) ? `${status}.njk` : 'problem.njk';
}

/** Whether the caller reads pages rather than JSON. */
export function wantsPage(request: FastifyRequest): boolean {
  return (request.headers.accept ?? '').includes('text/html');
}

async function send(request: FastifyRequest, reply: FastifyReply, problem: Problem): Promise<void> {
  reply.code(problem.status);
  if (wantsPage(request)) {
    await reply.page(viewOf(request, problem.status), { problem });
    return;
  }
  await reply.type('application/problem+json').send({ type: 'about:blank', ...problem });
}

interface Failure {
  statusCode?: number;
  validation?: readonly Fault[];
  validationContext?: string;
  code?: string;
  /** Of a program that is not let in: what it is to send. */
  headers?: Readonly<Record<string, string>>;
}

/** Says to whoever filled a form in what to change and, where the form's page is known, leads to each field. */
async function sendFaults(request: FastifyRequest, reply: FastifyReply, failure: Failure): Promise<void> {
  const { validation = [], validationContext = 'body' } = failure;
  reply.code(400);
  if (validationContext === 'params') {
    const problem = { title: 'The address is not right', detail: 'Check it, or go back and follow the link again.' };
    await reply.page('problem.njk', { problem });
    return;
  }
  const schemas = request.routeOptions.schema as Readonly<Record<string, TObject | undefined>> | undefined;
  const page = formPageOf(request);
  const errors = sayFaults(validation, schemas?.[validationContext]?.properties ?? {}).map(({ field, text }) => ({
    text,
    href: page !== undefined && field !== null ? `${page}#${field.replace(/-day$/, '')}` : null,
  }));
  const wasForm = validationContext === 'body';
  const problem = {
    title: wasForm ? 'Some of that could not be taken' : 'That cannot be shown',
    detail: wasForm
      ? 'Nothing was saved. Your browser’s Back brings the form as you filled it in; the links above open it anew.'
      : 'Change what is named above.',
  };
  const links = page === undefined ? undefined : [{ href: page, text: wasForm ? 'Back to the form' : 'Go back' }];
  await reply.page('problem.njk', { problem, errors, links });
}

/** Turns every failure into a problem; the log gets the kind and the place, never what the person sent. */
export function registerProblems(app: FastifyInstance): void {
  app.decorateReply('problem', function (this: FastifyReply, ...[status, title, detail]: [number, string, string]) {
    void send(this.request, this, { status, title, detail });
    return this;
  });
  app.setNotFoundHandler(async (request, reply) => send(request, reply, problemFor(404)));
  app.setErrorHandler(async (error: Failure & Error, request, reply) => {
    if (error.validation) {
      if (wantsPage(request)) return sendFaults(request, reply, error);
      // The value is left out: it may be a name or a symptom.
      const places = error.validation.map((fault) =>
        `${fault.instancePath || '(whole)'} ${fault.message ?? ''}`.trim(),
      );
      const detail = `Check the ${error.validationContext ?? 'request'}: ${places.join('; ')}.`;
      return send(request, reply, { status: 400, title: 'Something in that was not right', detail });
    }
    if (error.code === '42501') return send(request, reply, problemFor(403));
    const status = error.statusCode ?? 500;
    if (error.headers && (status === 401 || status === 403)) {
      reply.headers(error.headers);
      return send(request, reply, { status, title: 'You are not let in', detail: error.message });
    }
    if (status >= 500) logFailure(request, error);
    return send(request, reply, problemFor(status));
  });
}

/** Logs what went wrong and where, never what was sent. */
export function logFailure(request: FastifyRequest, error: Error & { code?: string }): void {
  request.log.error({ kind: error.name, code: error.code, stack: placeOf(error) }, 'request failed');
}

/** The stack without its first line: a message may quote the value that broke something. */
function placeOf(error: Error): string {
  return (error.stack ?? '').split('\n').slice(1, 8).join('\n');
}
