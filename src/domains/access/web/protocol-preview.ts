import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import type { EdgeParts } from '#platform/http/edge.ts';
import { route } from '#platform/http/routes.ts';
import { askPreview } from '../commands/preview.ts';
import type { Answered, BeforeAfter, Impact } from '../protocol/impact.ts';
import { byWords, urgencyWords } from '../protocol/words.ts';
import type { Protocol } from '../protocol/protocol.ts';
import {
  listedRequests,
  namesFor,
  practicesSeen,
  previewById,
  versionById,
  type Preview,
} from '../queries/protocol.ts';
import { writeProtocols } from './permissions.ts';
import { hrefOf } from './protocol-view.ts';
import { showVersion, versionParams } from './protocol-page.ts';

/** Running a draft over the requests of the last weeks, and what it would change. */
export function previewRoutes(app: FastifyInstance, { now }: EdgeParts): void {
  route(app, {
    method: 'POST',
    url: '/protocols/:id/:version/previews',
    permission: writeProtocols,
    audit: 'ask-protocol-preview',
    schema: {
      params: Type.Object(versionParams),
      body: Type.Object({ weeks: Type.Optional(Type.String({ maxLength: 4 })) }),
    },
    handler: async ({ context, params: key, body }, reply) => {
      const asked = await askPreview(context, { ...key, weeks: Number(body.weeks ?? 4), now: now() });
      if (asked.ok) return reply.redirect(`/protocol-previews/${asked.value}`, 303);
      return showVersion(context, reply, { key, now: now(), refused: asked.error });
    },
  });
  route(app, {
    method: 'GET',
    url: '/protocol-previews/:preview',
    permission: writeProtocols,
    audit: 'read-protocol-preview',
    schema: { params: Type.Object({ preview: Type.String({ format: 'uuid' }) }) },
    handler: async ({ context, params: { preview } }, reply) => showPreview(context, reply, preview),
  });
}

async function showPreview(context: Context, reply: FastifyReply, id: string): Promise<FastifyReply> {
  const view = await transaction(context, async (tx) => {
    const preview = await previewById(tx, id);
    return preview && viewOfPreview(tx, context, preview);
  });
  if (view === undefined) return reply.problem(404, 'That run is not there', 'It may belong to another group.');
  return reply.page('access/views/protocol-preview.njk', view);
}

async function viewOfPreview(tx: Tx, context: Context, preview: Preview): Promise<object | undefined> {
  const draft = await versionById(tx, { id: preview.protocolId, version: preview.version });
  if (draft === undefined) return undefined;
  const protocol = draft.content as Protocol;
  const { roles, practices } = await namesFor(tx);
  const href = hrefOf(draft);
  const says = {
    by: (by: string) => byWords(by, roles),
    urgency: (urgency: string) => urgencyWords(protocol, urgency),
  };
  return {
    preview,
    href,
    live: ['clinician'].includes(context.actor.role),
    isOld: preview.digest !== draft.digest,
    result: preview.result ?? undefined,
    share: preview.ofRequests ? preview.doneRequests / preview.ofRequests : 0,
    ...(preview.result ? await tablesOf(tx, context, { result: preview.result, says, practices, protocol }) : {}),
    breadcrumbs: [
      { text: 'Protocols', href: '/protocols' },
      { text: `Version ${draft.version}`, href },
      { text: 'What it would change' },
    ],
  };
}

interface Says {
  readonly by: (by: string) => string;
  readonly urgency: (urgency: string) => string;
}

/** The counts before and after by role, urgency and practice, and those requests the actor may see. */
async function tablesOf(
  tx: Tx,
  { actor }: Context,
  {
    result,
    says,
    practices,
    protocol,
  }: { result: Impact; says: Says; practices: Map<string, string>; protocol: Protocol },
): Promise<object> {
  const rows = (counts: Readonly<Record<string, BeforeAfter>>, name: (code: string) => string) =>
    Object.entries(counts).map(([code, { before, after }]) => ({
      code,
      name: name(code),
      before,
      after,
      more: after - before,
    }));
  const order = (code: string): number => protocol.bands.findIndex(({ id }) => id === code);
  const seen = new Set(await practicesSeen(tx));
  const answers = new Map(result.examples.map((example) => [example.id, example]));
  const listed = await listedRequests(tx, [...answers.keys()]);
  const told = ({ by, urgency, rule }: Answered) => ({ by: says.by(by), urgency: says.urgency(urgency), rule });
  return {
    roles: rows(result.roles, says.by).sort((a, b) => b.before + b.after - (a.before + a.after)),
    urgencies: rows(result.urgencies, says.urgency).sort((a, b) => order(a.code) - order(b.code)),
    // Whose role is held at a practice sees its own; the others stand in the sum.
    practices: Object.entries(result.practices)
      .filter(([id]) => actor.practiceId === null || seen.has(id))
      .map(([id, counts]) => ({ ...counts, name: practices.get(id) ?? id }))
      .sort((a, b) => b.changed - a.changed || (a.name < b.name ? -1 : 1)),
    listed: listed.map((request) => {
      const example = answers.get(request.id);
      return { ...request, before: example && told(example.before), after: example && told(example.after) };
    }),
    notListed: result.changed - listed.length,
  };
}
