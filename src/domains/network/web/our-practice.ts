import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { csvText } from '#kernel/csv.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import { asFields, dateFields, readDate, type TypedDate } from '#platform/http/form-date.ts';
import { download } from '#platform/http/download.ts';
import { route } from '#platform/http/routes.ts';
import { joinService, leaveService, undoStep } from '../commands/agreement.ts';
import { ledgerOf, previewOf, type Exchange, type LedgerParts } from '../our-practice.ts';
import { agreements, practicesOfGroup, services, today, type GroupPractice } from '../queries/group.ts';
import { lastLooks, readsByRole } from '../queries/reads.ts';
import { holders, sights } from '../queries/sight.ts';
import { sayStepRefused } from '../refused.ts';
import { readWords } from '../sight.ts';
import { decideAgreements, seeOurPractice } from './permissions.ts';

/** What other domains tell about a practice for its own page: its list, and what passes between it and the group. */
export type PracticeFacts = (
  context: Context,
  practiceId: string,
) => Promise<{
  readonly patients: number | null;
  readonly exchanges: readonly Exchange[];
  /** How much of what group operations ask of the practice waits for an answer. */
  readonly asked?: number;
}>;

/** What the pages of a practice are given. */
export interface OurPracticeParts {
  readonly now: () => Temporal.Instant;
  readonly facts: PracticeFacts | undefined;
}

const params = Type.Object({ service: Type.String({ pattern: '^[a-z_]{1,40}$' }) });

/** Adds the practice manager's page and the steps in and out of services. */
export function ourPracticeRoutes(app: FastifyInstance, parts: OurPracticeParts): void {
  route(app, {
    method: 'GET',
    url: '/our-practice',
    permission: seeOurPractice,
    audit: 'show-our-practice',
    schema: {},
    handler: async ({ context }, reply) => showLedger(context, reply, parts),
  });
  route(app, {
    method: 'GET',
    url: '/our-practice/:service',
    permission: decideAgreements,
    audit: 'preview-agreement',
    schema: { params },
    handler: async ({ context, params: { service } }, reply) => showPreview(context, reply, { parts, service }),
  });
  for (const step of ['join', 'leave'] as const) {
    route(app, {
      method: 'POST',
      url: `/our-practice/:service/${step}`,
      permission: decideAgreements,
      audit: `${step}-service`,
      schema: {
        params,
        body: Type.Object({ ...dateFields('from'), agreed: Type.Optional(Type.String({ maxLength: 500 })) }),
      },
      handler: async ({ context, params: { service }, body }, reply) =>
        takeStep(context, reply, { parts, service, step, from: readDate('from', body), agreed: body.agreed ?? '' }),
    });
  }
  route(app, {
    method: 'GET',
    url: '/our-practice/:service/places.csv',
    permission: seeOurPractice,
    audit: 'take-places-exchanged',
    schema: { params },
    handler: async ({ context, params: { service } }, reply) => {
      const told = await parts.facts?.(context, practiceOf(context));
      const table = told?.exchanges.find((exchange) => exchange.service === service)?.table;
      if (!table) return reply.problem(404, 'There is nothing to take', 'Go back to our practice.');
      return download(reply, `${practiceOf(context)}-${service}-places.csv`, csvText(table.columns, table.rows));
    },
  });
  route(app, {
    method: 'POST',
    url: '/our-practice/:service/undo',
    permission: decideAgreements,
    audit: 'undo-service-step',
    schema: { params },
    handler: async ({ context, params: { service } }, reply) => {
      const undone = await undoStep(context, { practiceId: practiceOf(context), service });
      if (!undone.ok) return reply.problem(409, 'Nothing was changed', `${sayStepRefused(undone.error)}.`);
      return reply.redirect(`/our-practice#${service}`, 303);
    },
  });
}

const practiceOf = ({ actor }: Context): string => actor.practiceId ?? '';

interface Gathered {
  readonly practice: GroupPractice | undefined;
  readonly ledger: LedgerParts;
}

/** A week of reads, the practice's agreements, and everybody who might look. */
async function gather(
  tx: Tx,
  practiceId: string,
  more: { now: Temporal.Instant; exchanges: readonly Exchange[] },
): Promise<Gathered> {
  const day = await today(tx);
  const practice = (await practicesOfGroup(tx, day)).find(({ code }) => code === practiceId);
  const ledger = {
    services: await services(tx),
    agreements: await agreements(tx),
    sights: await sights(tx),
    holders: await holders(tx, day),
    reads: await readsByRole(tx, practiceId, more.now.subtract({ hours: 7 * 24 })),
    exchanges: more.exchanges,
    practice: { practiceId, hubId: practice?.hubId ?? null },
    today: day,
  };
  return { practice, ledger };
}

async function showLedger(
  context: Context,
  reply: FastifyReply,
  { now, facts }: OurPracticeParts,
): Promise<FastifyReply> {
  const practiceId = practiceOf(context);
  const told = await facts?.(context, practiceId);
  const view = await transaction(context, async (tx) => {
    const { practice, ledger } = await gather(tx, practiceId, { now: now(), exchanges: told?.exchanges ?? [] });
    const looks = await lastLooks(tx, practiceId, 5);
    return { practice, ledger: ledgerOf(ledger), looks };
  });
  return reply.page('network/views/our-practice.njk', {
    ...view,
    practiceName: view.practice?.name ?? 'Our practice',
    patients: told?.patients ?? view.practice?.list ?? null,
    looks: view.looks.map((look) => ({ ...look, what: readWords(look.class), why: whyOf(look) })),
    mayTake: context.actor.role === 'practice_manager',
    asked: context.actor.role === 'practice_manager' ? (told?.asked ?? 0) : 0,
  });
}

function whyOf({ purpose, action }: { purpose: string; action: string }): string {
  return purpose || action.replaceAll(/[-_]/g, ' ');
}

interface Asked {
  readonly parts: OurPracticeParts;
  readonly service: string;
  readonly errors?: readonly { text: string; href: string }[];
  readonly from?: TypedDate['typed'];
  readonly agreed?: string;
}

async function showPreview(context: Context, reply: FastifyReply, asked: Asked): Promise<FastifyReply> {
  const practiceId = practiceOf(context);
  const { practice, ledger } = await transaction(context, (tx) =>
    gather(tx, practiceId, { now: asked.parts.now(), exchanges: [] }),
  );
  const service = ledger.services.find(({ code }) => code === asked.service);
  if (!service) return reply.problem(404, 'There is no such service', 'Go back to our practice and choose one.');
  const preview = previewOf(service, ledger);
  const told = await asked.parts.facts?.(context, practiceId);
  return reply.page('network/views/agreement-step.njk', {
    preview,
    exchange: told?.exchanges.find((exchange) => exchange.service === service.code),
    practiceName: practice?.name ?? 'Our practice',
    step: preview.standing.kind === 'not-joined' ? 'join' : 'leave',
    pending: preview.standing.kind === 'joining' || preview.standing.kind === 'leaving',
    from: asked.from ?? asFields(preview.earliest),
    agreed: asked.agreed ?? '',
    errors: asked.errors ?? [],
    breadcrumbs: [{ text: 'Our practice', href: '/our-practice' }, { text: service.name }],
  });
}

interface AskedStep {
  readonly parts: OurPracticeParts;
  readonly service: string;
  readonly step: 'join' | 'leave';
  readonly from: TypedDate;
  readonly agreed: string;
}

async function takeStep(context: Context, reply: FastifyReply, asked: AskedStep): Promise<FastifyReply> {
  const { parts, service, step, from, agreed } = asked;
  const again = (text: string, href = '#from') =>
    showPreview(context, reply.code(422), { parts, service, errors: [{ text, href }], from: from.typed, agreed });
  if (!from.day) return again('Enter a real date, like 19 12 2026');
  const where = { practiceId: practiceOf(context), service, from: from.day };
  const done = await (step === 'join'
    ? joinService(context, where)
    : leaveService(context, { ...where, jointAgreement: agreed || null }));
  if (!done.ok) return again(sayStepRefused(done.error));
  return reply.redirect(`/our-practice#${service}`, 303);
}
