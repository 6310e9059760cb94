import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import type { Edge, EdgeParts } from '#platform/http/edge.ts';
import { dateFields, dateText, readDate } from '#platform/http/form-date.ts';
import { route } from '#platform/http/routes.ts';
import { proposeRule } from '../commands/rule-proposal.ts';
import { rankWorked, readWeights, readWhen, weightFields, type Weights } from '../offer/weights.ts';
import { offerTerms } from '../queries/offers.ts';
import { hubOpensItself } from '../queries/remedy.ts';
import { ruleProposals, weightsSource } from '../queries/rule-proposal.ts';
import { decideRoute, errorOf, london, refused, setRanking, shownProposal, typedDay, type Typed } from './proposals.ts';

/** The weights of offers and the rule of remedies. */
export const rankingEdge: Edge = {
  places: [],
  routes: rankingRoutes,
};

interface Shown {
  readonly errors?: readonly object[];
  readonly given?: Typed;
  readonly ranked?: ReturnType<typeof rankWorked>;
  readonly [more: string]: unknown;
}

const text = (most: number) => Type.Optional(Type.String({ maxLength: most }));
const boxes = Object.fromEntries(weightFields.map(({ name }) => [name, text(10)]));

function rankingRoutes(app: FastifyInstance, { now }: EdgeParts): void {
  const show = async (context: Context, reply: FastifyReply, extra: Shown = {}): Promise<FastifyReply> =>
    reply.page('access/views/ranking.njk', {
      ...(await transaction(context, (tx) => viewOf(tx, context.actor.personId, london(now())))),
      ...extra,
    });
  route(app, {
    method: 'GET',
    url: '/ranking',
    permission: setRanking,
    audit: 'see-ranking',
    schema: {},
    handler: async ({ context }, reply) => show(context, reply),
  });
  route(app, {
    method: 'POST',
    url: '/ranking',
    permission: setRanking,
    audit: 'propose-ranking',
    schema: {
      body: Type.Object({ ...boxes, why: text(2000), ...dateFields('from'), do: Type.Enum(['try', 'propose']) }),
    },
    handler: async ({ context, body }, reply) => {
      const typed = body as Typed;
      const given = { ...typed, ...typedDay(typed) };
      const weights = readWeights(typed);
      const when = readWhen({ from: dateText('from', typed), why: typed['why'] ?? '' }, london(now()));
      const faults = [...(weights.ok ? [] : weights.error), ...(when.ok || body.do === 'try' ? [] : when.error)];
      if (!weights.ok || faults.length > 0)
        return show(context, reply.code(422), { errors: faults.map(errorOf), given });
      const { policy } = await transaction(context, (tx) => offerTerms(tx, london(now())));
      const ranked = rankWorked(policy, weights.value);
      if (body.do === 'try' || !when.ok) return show(context, reply, { ranked, given });
      const proposed = await proposeRule(context, { rule: 'offers', content: weights.value, ...when.value });
      if (proposed.ok) return reply.redirect('/ranking', 303);
      return show(context, reply.code(422), { errors: [{ text: refused[proposed.error] }], given, ranked });
    },
  });
  remedyRoute(app, now, show);
  decideRoute(app, { at: '/ranking', audit: 'decide-ranking', now, show });
}

type Show = (context: Context, reply: FastifyReply, extra?: Shown) => Promise<FastifyReply>;

function remedyRoute(app: FastifyInstance, now: () => Temporal.Instant, show: Show): void {
  route(app, {
    method: 'POST',
    url: '/ranking/remedies',
    permission: setRanking,
    audit: 'propose-remedy-rule',
    schema: {
      body: Type.Object({
        ...{ opens: Type.Optional(Type.Enum(['yes', 'no'])), whyOpens: text(2000) },
        ...dateFields('begins'),
      }),
    },
    handler: async ({ context, body }, reply) => {
      const typed = body as Typed;
      const when = readWhen({ from: dateText('begins', typed), why: typed['whyOpens'] ?? '' }, london(now()));
      const opens = body.opens;
      const named = { from: 'begins', why: 'whyOpens' } as Readonly<Record<string, string>>;
      const errors = [
        ...(opens === undefined
          ? [{ text: 'Say whether the hub’s places are opened without asking', href: '#opens' }]
          : []),
        ...(when.ok ? [] : when.error.map((one) => errorOf({ ...one, field: named[one.field] ?? one.field }))),
      ];
      const given = { ...typed, begins: readDate('begins', typed).typed } as unknown as Typed;
      if (opens === undefined || !when.ok) return show(context, reply.code(422), { errors, given });
      const content = { hubOpensItself: opens === 'yes' };
      const proposed = await proposeRule(context, { rule: 'remedies', content, ...when.value });
      if (proposed.ok) return reply.redirect('/ranking', 303);
      return show(context, reply.code(422), { errors: [{ text: refused[proposed.error] }], given });
    },
  });
}

async function viewOf(tx: Tx, me: string | null, today: Temporal.PlainDate): Promise<object> {
  const { policy } = await offerTerms(tx, today);
  const all = (await ruleProposals(tx)).filter(({ rule }) => rule !== 'windows');
  const boxesOf = (weights: Weights) =>
    weightFields.map((field) => ({ ...field, now: policy[field.name], value: weights[field.name] }));
  const shown = all.map((one) => ({
    ...shownProposal(one, { me, today }),
    about: one.rule === 'offers' ? 'Weights' : 'The hub’s places',
    changed: one.rule === 'offers' ? boxesOf(one.content).filter(({ now, value }) => now !== value) : [],
    ranked: one.rule === 'offers' ? rankWorked(policy, one.content) : [],
    opens: one.rule === 'remedies' && one.content.hubOpensItself,
  }));
  return {
    fields: boxesOf(policy),
    source: await weightsSource(tx, today),
    opens: await hubOpensItself(tx),
    waiting: shown.filter(({ decision }) => decision === null),
    all: shown,
  };
}
