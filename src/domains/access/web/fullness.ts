import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { transaction, type Context } from '#platform/db/transaction.ts';
import type { Edge, EdgeParts } from '#platform/http/edge.ts';
import { dateFields, dateText, readDate } from '#platform/http/form-date.ts';
import { route, type Permission } from '#platform/http/routes.ts';
import { decidePolicy, proposePolicy, type PolicyRefused } from '../commands/fullness.ts';
import { fullnessSteps, type FullnessStep, type PolicyFields } from '../fullness.ts';
import { policies, type KeptPolicy } from '../queries/fullness.ts';

/** What the group does when it is full: read, proposed and decided. */
const setFullness: Permission = { name: 'set-fullness-policy', roles: ['operations', 'governance', 'administrator'] };

/** The policy for when nothing bookable is left. */
export const fullnessEdge: Edge = {
  places: [{ href: '/fullness', label: 'When full', permission: setFullness }],
  routes: fullnessRoutes,
};

const stepIds = Object.keys(fullnessSteps) as FullnessStep[];
const text = (most: number) => Type.Optional(Type.String({ maxLength: most }));
const order = Object.fromEntries(stepIds.map((step) => [`order-${step}`, text(4)]));
const params = Type.Object({ id: Type.String({ format: 'uuid' }) });

function fullnessRoutes(app: FastifyInstance, { now }: EdgeParts): void {
  route(app, {
    method: 'GET',
    url: '/fullness',
    permission: setFullness,
    audit: 'see-fullness-policy',
    schema: {},
    handler: async ({ context }, reply) => show(context, reply, { now: now() }),
  });
  route(app, {
    method: 'POST',
    url: '/fullness',
    permission: setFullness,
    audit: 'propose-fullness-policy',
    schema: {
      body: Type.Object({
        ...order,
        ...{ promiseDays: text(10), offerMinutes: text(10), source: text(2000), ...dateFields('from') },
      }),
    },
    handler: async ({ context, body }, reply) => {
      const typed = body as Readonly<Record<string, string | undefined>>;
      const fields: PolicyFields = {
        order: Object.fromEntries(stepIds.map((step) => [step, typed[`order-${step}`] ?? ''])),
        promiseDays: typed['promiseDays'] ?? '',
        offerMinutes: typed['offerMinutes'] ?? '',
        source: typed['source'] ?? '',
        from: dateText('from', typed),
      };
      const proposed = await proposePolicy(context, fields, now());
      if (proposed.ok) return reply.redirect('/fullness', 303);
      const given = { ...fields, from: readDate('from', typed).typed };
      return show(context, reply.code(422), { now: now(), errors: sayRefused(proposed.error), given });
    },
  });
  decideRoute(app, now);
}

function decideRoute(app: FastifyInstance, now: () => Temporal.Instant): void {
  route(app, {
    method: 'POST',
    url: '/fullness/:id/decide',
    permission: setFullness,
    audit: 'decide-fullness-policy',
    schema: { params, body: Type.Object({ decision: Type.Enum(['approved', 'declined']), note: text(2000) }) },
    handler: async ({ context, params: { id }, body }, reply) => {
      const { decision, note = '' } = body;
      const decided = await decidePolicy(context, id, { decision, note, now: now() });
      if (decided.ok) return reply.redirect('/fullness', 303);
      return show(context, reply.code(422), { now: now(), errors: sayRefused(decided.error), note });
    },
  });
}

function sayRefused(refused: PolicyRefused): { text: string; href?: string }[] {
  if (refused.kind === 'faults')
    return refused.faults.map(({ field, text: says }) => ({ text: says, href: `#${field}` }));
  const words = {
    'not-there': 'That version is not there',
    decided: 'Somebody has decided that version already',
    own: 'Somebody other than whoever proposed it decides',
    passed: 'Its first day has passed: propose it again from a later day',
    note: 'Say why, or where it was decided',
  };
  return [{ text: words[refused.kind], ...(refused.kind === 'note' ? { href: '#note' } : {}) }];
}

/** How a version stands on a day. */
function standingOf(policy: KeptPolicy, inForce: KeptPolicy | undefined, today: Temporal.PlainDate): string {
  if (policy.decision === 'declined') return 'declined';
  if (policy.decision === null) return 'proposed';
  if (policy.id === inForce?.id) return 'in force';
  return Temporal.PlainDate.compare(policy.from, today) > 0 ? 'to come' : 'past';
}

async function show(
  context: Context,
  reply: FastifyReply,
  { now, errors = [], given, note }: { now: Temporal.Instant; errors?: object[]; given?: object; note?: string },
): Promise<FastifyReply> {
  const all = await transaction(context, (tx) => policies(tx));
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
  const inForce = all
    .filter(({ decision, from }) => decision === 'approved' && Temporal.PlainDate.compare(from, today) <= 0)
    .toSorted((a, b) => Temporal.PlainDate.compare(b.from, a.from) || b.version - a.version)[0];
  const shown = all.map((policy) => ({
    ...policy,
    standing: standingOf(policy, inForce, today),
    steps: policy.steps.map((step) => fullnessSteps[step]),
    mine: policy.proposedBy === context.actor.personId,
    passed: Temporal.PlainDate.compare(policy.from, today) < 0,
  }));
  const before = inForce ?? all[0];
  return reply.page('access/views/fullness.njk', {
    inForce: shown.find(({ id }) => id === inForce?.id),
    proposed: shown.filter(({ standing }) => standing === 'proposed'),
    all: shown,
    next: shown.find(({ standing }) => standing === 'to come'),
    steps: stepIds.map((step) => ({ step, says: fullnessSteps[step], place: placeIn(before, step) })),
    before,
    errors,
    given,
    note,
  });
}

function placeIn(policy: KeptPolicy | undefined, step: FullnessStep): string {
  const at = policy?.steps.indexOf(step) ?? -1;
  return at === -1 ? '' : String(at + 1);
}
