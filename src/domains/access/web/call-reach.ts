import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { EdgeParts } from '#platform/http/edge.ts';
import { route } from '#platform/http/routes.ts';
import { joinRequest } from '../commands/join.ts';
import { endUnreached, recordTry } from '../commands/reach.ts';
import { keepHelp } from '../commands/help.ts';
import { helpSteps, type HelpStep } from '../request/help.ts';
import { onwards } from './call.ts';
import { takeCalls } from './permissions.ts';

const params = Type.Object({ id: Type.String({ format: 'uuid' }) });

const steps = Object.keys(helpSteps) as HelpStep[];

/** Joining a second contact to the first, trying to reach somebody, and what was done about a red flag. */
export function reachRoutes(app: FastifyInstance, { now }: EdgeParts): void {
  route(app, {
    method: 'POST',
    url: '/calls/:id/join',
    permission: takeCalls,
    audit: 'join-requests',
    schema: { params, body: Type.Object({ to: Type.String({ format: 'uuid' }) }) },
    handler: async ({ context, params: { id }, body: { to } }, reply) => {
      const at = now();
      const done = await joinRequest(context, id, { to, now: at });
      return onwards(context, reply, { id, now: at, done, to: `/calls/${to}` });
    },
  });
  route(app, {
    method: 'POST',
    url: '/calls/:id/help',
    permission: takeCalls,
    audit: 'record-help',
    schema: { params, body: Type.Object({ step: Type.Enum(steps), undo: Type.Optional(Type.Literal('yes')) }) },
    handler: async ({ context, params: { id }, body: { step, undo } }, reply) => {
      const done = await keepHelp(context, id, { step, undo: undo === 'yes' });
      return onwards(context, reply, { id, now: now(), done });
    },
  });
  route(app, {
    method: 'POST',
    url: '/calls/:id/tried',
    permission: takeCalls,
    audit: 'record-contact-try',
    schema: { params, body: Type.Object({ result: Type.Enum(['no-answer', 'left-message', 'wrong-number']) }) },
    handler: async ({ context, params: { id }, body: { result } }, reply) => {
      const at = now();
      const done = await recordTry(context, id, { result, now: at });
      // Whoever must still write to them stays with the request; else the next one is taken.
      const to = done.ok && done.value.kind !== 'write' ? '/calls' : `/calls/${id}`;
      return onwards(context, reply, { id, now: at, done, to });
    },
  });
  route(app, {
    method: 'POST',
    url: '/calls/:id/written',
    permission: takeCalls,
    audit: 'end-unreached-request',
    schema: { params, body: Type.Object({ way: Type.Enum(['text', 'letter']) }) },
    handler: async ({ context, params: { id }, body: { way } }, reply) => {
      const at = now();
      return onwards(context, reply, { id, now: at, done: await endUnreached(context, id, { way, now: at }) });
    },
  });
}
