import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import { transaction, type Context } from '#platform/db/transaction.ts';
import { sayProtocolRefused, type ProtocolRefused } from '../protocol/refused.ts';
import { readingOf, viewOfVersion } from './protocol-view.ts';

/** A version as it stands in an address. */
export const versionParams = {
  id: Type.String({ maxLength: 60, pattern: '^[a-z0-9-]+$' }),
  version: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
};

/** What is said where a version is not there. */
export const gone = ['That version is not there', 'It may belong to another group.'] as const;

/** Draws one version's page, with what was wrong; or says that it is not there. */
export async function showVersion(
  context: Context,
  reply: FastifyReply,
  {
    key,
    now,
    refused,
    extra = {},
  }: { key: { id: string; version: number }; now: Temporal.Instant; refused?: ProtocolRefused; extra?: object },
): Promise<FastifyReply> {
  const view = await transaction(context, async (tx) => {
    const reading = await readingOf(tx, key);
    return reading && viewOfVersion(tx, context, { ...reading, now });
  });
  if (view === undefined) return reply.problem(404, ...gone);
  if (refused) void reply.code(422);
  return reply.page('access/views/protocol.njk', {
    ...view,
    ...extra,
    ...(refused ? { errors: sayProtocolRefused(refused) } : {}),
    breadcrumbs: [{ text: 'Protocols', href: '/protocols' }, { text: `Version ${key.version}` }],
  });
}
