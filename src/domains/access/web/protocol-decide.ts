import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { EdgeParts } from '#platform/http/edge.ts';
import { dateFields, readDate } from '#platform/http/form-date.ts';
import { route } from '#platform/http/routes.ts';
import { approveDraft, beginVersion, callOffStart, rollBack } from '../commands/protocol.ts';
import { sayProtocolRefused } from '../protocol/refused.ts';
import { approveProtocols, writeProtocols } from './permissions.ts';
import { hrefOf } from './protocol-view.ts';
import { showVersion, versionParams } from './protocol-page.ts';

const params = Type.Object(versionParams);
const reason = Type.Optional(Type.String({ maxLength: 1000 }));

/** Approving a draft, putting a version in force from a day and time, rolling back, and calling a start off. */
export function decideRoutes(app: FastifyInstance, { now }: EdgeParts): void {
  route(app, {
    method: 'POST',
    url: '/protocols/:id/:version/approve',
    permission: approveProtocols,
    audit: 'approve-protocol',
    schema: { params, body: Type.Object({ digest: Type.String({ maxLength: 80 }) }) },
    handler: async ({ context, params: key, body }, reply) => {
      const done = await approveDraft(context, { ...key, digest: body.digest });
      if (done.ok) return reply.redirect(hrefOf(key), 303);
      return showVersion(context, reply, { key, now: now(), refused: done.error });
    },
  });
  beginRoute(app, now);
  route(app, {
    method: 'POST',
    url: '/protocols/:id/:version/roll-back',
    permission: writeProtocols,
    audit: 'roll-protocol-back',
    schema: { params, body: Type.Object({ reason }) },
    handler: async ({ context, params: key, body }, reply) => {
      const done = await rollBack(context, { ...key, reason: body.reason ?? '', now: now() });
      if (done.ok) return reply.redirect('/protocols', 303);
      return showVersion(context, reply, { key, now: now(), refused: done.error });
    },
  });
  route(app, {
    method: 'POST',
    url: '/protocol-starts/:decision/call-off',
    permission: writeProtocols,
    audit: 'call-off-protocol',
    schema: { params: Type.Object({ decision: Type.String({ format: 'uuid' }) }) },
    handler: async ({ context, params: { decision } }, reply) => {
      const done = await callOffStart(context, decision);
      if (done.ok) return reply.redirect('/protocols', 303);
      const [first] = sayProtocolRefused(done.error);
      return reply.problem(done.error.kind === 'not-there' ? 404 : 422, 'It was not called off', first?.text ?? '');
    },
  });
}

function beginRoute(app: FastifyInstance, now: () => Temporal.Instant): void {
  route(app, {
    method: 'POST',
    url: '/protocols/:id/:version/begin',
    permission: writeProtocols,
    audit: 'begin-protocol',
    schema: {
      params,
      body: Type.Object({
        ...dateFields('from'),
        time: Type.Optional(Type.String({ maxLength: 10 })),
        when: Type.Optional(Type.Enum(['now', 'later'])),
        reason,
      }),
    },
    handler: async ({ context, params: key, body }, reply) => {
      const at = now();
      const typed = readDate('from', body);
      const given = { from: typed.typed, time: body.time };
      const from = body.when === 'now' ? at : instantOf(typed.day, body.time ?? '');
      if (from === undefined)
        return showVersion(context, reply, { key, now: at, refused: { kind: 'time' }, extra: { given } });
      const done = await beginVersion(context, { ...key, from, reason: body.reason ?? '' });
      if (done.ok) return reply.redirect('/protocols', 303);
      return showVersion(context, reply, { key, now: at, refused: done.error, extra: { given } });
    },
  });
}

/** A day and a time of it in London; undefined where either is none. */
function instantOf(day: Temporal.PlainDate | undefined, time: string): Temporal.Instant | undefined {
  const [, hour, minute] = /^\s*(\d{1,2})[:.]?(\d{2})\s*$/.exec(time) ?? [];
  if (day === undefined || hour === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return day
    .toZonedDateTime({ timeZone: 'Europe/London', plainTime: { hour: Number(hour), minute: Number(minute) } })
    .toInstant();
}
