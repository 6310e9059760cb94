import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { transaction } from '#platform/db/transaction.ts';
import type { Edge, EdgeParts } from '#platform/http/edge.ts';
import { download } from '#platform/http/download.ts';
import { route } from '#platform/http/routes.ts';
import { startDraft, uploadDraft } from '../commands/protocol.ts';
import { sayProtocolRefused } from '../protocol/refused.ts';
import { versionById } from '../queries/protocol.ts';
import { writeProtocols } from './permissions.ts';
import { overrideRoutes } from './overrides.ts';
import { decideRoutes } from './protocol-decide.ts';
import { draftRoutes } from './protocol-draft.ts';
import { gone, showVersion, versionParams } from './protocol-page.ts';
import { previewRoutes } from './protocol-preview.ts';
import { hrefOf, viewOfList } from './protocol-view.ts';

/** Protocols: reading, drafting, trying, approving and putting in force. */
export const protocolsEdge: Edge = {
  places: [{ href: '/protocols', label: 'Protocols', permission: writeProtocols }],
  routes(app, parts) {
    listRoutes(app, parts);
    uploadRoutes(app);
    overrideRoutes(app, parts);
    versionRoutes(app, parts);
    draftRoutes(app, parts);
    decideRoutes(app, parts);
    previewRoutes(app, parts);
  },
};

function listRoutes(app: FastifyInstance, { now }: EdgeParts): void {
  route(app, {
    method: 'GET',
    url: '/protocols',
    permission: writeProtocols,
    audit: 'list-protocols',
    schema: {},
    handler: async ({ context }, reply) =>
      reply.page('access/views/protocols.njk', await transaction(context, (tx) => viewOfList(tx, context, now()))),
  });
  route(app, {
    method: 'POST',
    url: '/protocols',
    permission: writeProtocols,
    audit: 'start-protocol-draft',
    schema: { body: Type.Object(versionParams) },
    handler: async ({ context, body }, reply) => {
      const started = await startDraft(context, body);
      return started.ok ? reply.redirect(hrefOf(started.value), 303) : reply.problem(404, ...gone);
    },
  });
}

function uploadRoutes(app: FastifyInstance): void {
  const breadcrumbs = [{ text: 'Protocols', href: '/protocols' }, { text: 'From a file' }];
  route(app, {
    method: 'GET',
    url: '/protocols/upload',
    permission: writeProtocols,
    audit: 'show-protocol-upload',
    schema: {},
    handler: async (_, reply) => reply.page('access/views/protocol-upload.njk', { breadcrumbs }),
  });
  route(app, {
    method: 'POST',
    url: '/protocols/upload',
    permission: writeProtocols,
    audit: 'upload-protocol',
    schema: { body: Type.Object({ content: Type.String({ maxLength: 240_000 }) }) },
    handler: async ({ context, body }, reply) => {
      const kept = await uploadDraft(context, body.content);
      if (kept.ok) return reply.redirect(hrefOf(kept.value), 303);
      const errors = sayProtocolRefused(kept.error).map(({ text }) => ({ text, href: '#content' }));
      return reply.code(422).page('access/views/protocol-upload.njk', { breadcrumbs, errors, content: body.content });
    },
  });
}

function versionRoutes(app: FastifyInstance, { now }: EdgeParts): void {
  route(app, {
    method: 'GET',
    url: '/protocols/:id/:version',
    permission: writeProtocols,
    audit: 'read-protocol',
    schema: { params: Type.Object(versionParams) },
    handler: async ({ context, params: key }, reply) => showVersion(context, reply, { key, now: now() }),
  });
  route(app, {
    method: 'GET',
    url: '/protocols/:id/:version/json',
    permission: writeProtocols,
    audit: 'take-protocol',
    schema: { params: Type.Object(versionParams) },
    handler: async ({ context, params: key }, reply) => {
      const found = await transaction(context, (tx) => versionById(tx, key));
      if (found === undefined) return reply.problem(404, ...gone);
      return download(reply, `protocol-${key.version}.json`, `${JSON.stringify(found.content, null, 1)}\n`);
    },
  });
}
