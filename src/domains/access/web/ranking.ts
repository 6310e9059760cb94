import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import type { Edge, EdgeParts } from '#platform/http/edge.ts';
import { dateFields, dateText, readDate } from '#platform/http/form-date.ts';
import { route, type Permission } from '#platform/http/routes.ts';
import { decideRule, proposeRule, type ProposalRefused } from '../commands/rule-proposal.ts';
import { rankWorked, readWeights, readWhen, weightFields, type WeightFault, type Weights } from '../offer/weights.ts';
import { offerTerms } from '../queries/offers.ts';
import { hubOpensItself } from '../queries/remedy.ts';
import { ruleProposals, weightsSource, type RuleProposal } from '../queries/rule-proposal.ts';

/** How offers are ranked and when the hub's places are opened: read, tried out, proposed and decided. */
const setRanking: Permission = { name: 'set-ranking', roles: ['operations', 'governance', 'administrator'] };

/** The weights of offers and the rule of remedies. */
export const rankingEdge: Edge = {
  places: [],
  routes: rankingRoutes,
};

type Typed = Readonly<Record<string, string | undefined>>;
interface Shown {
  readonly errors?: readonly object[];
  readonly given?: Typed;
  readonly ranked?: ReturnType<typeof rankWorked>;
  readonly [more: string]: unknown;
}

const text = (most: number) => Type.Optional(Type.String({ maxLength: most }));
const boxes = Object.fromEntries(weightFields.map(({ name }) => [name, text(10)]));
const london = (now: Temporal.Instant): Temporal.PlainDate => now.toZonedDateTimeISO('Europe/London').toPlainDate();

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
  decideRoute(app, now, show);
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

function decideRoute(app: FastifyInstance, now: () => Temporal.Instant, show: Show): void {
  route(app, {
    method: 'POST',
    url: '/ranking/:id/decide',
    permission: setRanking,
    audit: 'decide-ranking',
    schema: {
      params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
      body: Type.Object({ decision: Type.Enum(['approved', 'declined']), note: text(2000) }),
    },
    handler: async ({ context, params: { id }, body: { decision, note = '' } }, reply) => {
      const decided = await decideRule(context, id, { decision, note, today: london(now()) });
      if (decided.ok) return reply.redirect('/ranking', 303);
      const href = decided.error === 'note' ? { href: `#note-${id}` } : {};
      return show(context, reply.code(422), { errors: [{ text: refused[decided.error], ...href }], note });
    },
  });
}

const refused: Readonly<Record<ProposalRefused, string>> = {
  'not-there': 'That proposal is not there',
  decided: 'Somebody has decided that already',
  own: 'Somebody other than whoever proposed it decides',
  passed: 'Its first day has passed: propose it again from a later day',
  note: 'Say why, or where it was decided',
  'same-day': 'Another version begins on that day: choose a later one',
};

const errorOf = ({ field, text: says }: WeightFault): object => ({ text: says, href: `#${field}` });

function typedDay(typed: Typed): Typed {
  return { from: readDate('from', typed).typed } as unknown as Typed;
}

async function viewOf(tx: Tx, me: string | null, today: Temporal.PlainDate): Promise<object> {
  const { policy } = await offerTerms(tx, today);
  const all = await ruleProposals(tx);
  const boxesOf = (weights: Weights) =>
    weightFields.map((field) => ({ ...field, now: policy[field.name], value: weights[field.name] }));
  const shown = all.map((one) => ({
    ...one,
    standing: standingOf(one, today),
    mine: one.proposedBy === me,
    passed: Temporal.PlainDate.compare(one.from, today) < 0,
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

function standingOf({ decision, from }: RuleProposal, today: Temporal.PlainDate): string {
  if (decision === null) return 'proposed';
  if (decision === 'declined') return 'declined';
  return Temporal.PlainDate.compare(from, today) > 0 ? 'approved, to come' : 'approved';
}
