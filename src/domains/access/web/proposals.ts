import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import type { Context } from '#platform/db/transaction.ts';
import { readDate } from '#platform/http/form-date.ts';
import { route, type Permission } from '#platform/http/routes.ts';
import { decideRule, type ProposalRefused } from '../commands/rule-proposal.ts';
import type { WeightFault } from '../offer/weights.ts';
import type { RuleProposal } from '../queries/rule-proposal.ts';

/** How offers are ranked and told, and when the hub's places are opened: read, tried out, proposed and decided. */
export const setRanking: Permission = { name: 'set-ranking', roles: ['operations', 'governance', 'administrator'] };

/** What a form of proposals sent, as it was typed. */
export type Typed = Readonly<Record<string, string | undefined>>;

/** Why a proposal is not taken, as it is said. */
export const refused: Readonly<Record<ProposalRefused, string>> = {
  'not-there': 'That proposal is not there',
  decided: 'Somebody has decided that already',
  own: 'Somebody other than whoever proposed it decides',
  passed: 'Its first day has passed: propose it again from a later day',
  note: 'Say why, or where it was decided',
  'same-day': 'Another version begins on that day: choose a later one',
};

/** The London day of an instant. */
export const london = (now: Temporal.Instant): Temporal.PlainDate =>
  now.toZonedDateTimeISO('Europe/London').toPlainDate();

/** A fault as the summary of errors shows it. */
export const errorOf = ({ field, text }: WeightFault): object => ({ text, href: `#${field}` });

/** The day of a form as it was typed, for showing it again. */
export function typedDay(typed: Typed): Typed {
  return { from: readDate('from', typed).typed } as unknown as Typed;
}

/** A proposal as its page lists it. */
export function shownProposal(
  one: RuleProposal,
  { me, today }: { me: string | null; today: Temporal.PlainDate },
): RuleProposal & { standing: string; mine: boolean; passed: boolean } {
  const standing = standingOf(one, today);
  return { ...one, standing, mine: one.proposedBy === me, passed: Temporal.PlainDate.compare(one.from, today) < 0 };
}

function standingOf({ decision, from }: RuleProposal, today: Temporal.PlainDate): string {
  if (decision === null) return 'proposed';
  if (decision === 'declined') return 'declined';
  return Temporal.PlainDate.compare(from, today) > 0 ? 'approved, to come' : 'approved';
}

/** A page of proposals: where it stands, how its decisions are audited, and how it is shown again with what was wrong. */
interface ProposalPage {
  readonly at: string;
  readonly audit: string;
  readonly now: () => Temporal.Instant;
  readonly show: (
    context: Context,
    reply: FastifyReply,
    extra: Readonly<Record<string, unknown>>,
  ) => Promise<FastifyReply>;
}

/** Approving or declining what somebody else proposed. */
export function decideRoute(app: FastifyInstance, { at, audit, now, show }: ProposalPage): void {
  route(app, {
    method: 'POST',
    url: `${at}/:id/decide`,
    permission: setRanking,
    audit,
    schema: {
      params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
      body: Type.Object({
        decision: Type.Enum(['approved', 'declined']),
        note: Type.Optional(Type.String({ maxLength: 2000 })),
      }),
    },
    handler: async ({ context, params: { id }, body: { decision, note = '' } }, reply) => {
      const decided = await decideRule(context, id, { decision, note, today: london(now()) });
      if (decided.ok) return reply.redirect(at, 303);
      const href = decided.error === 'note' ? { href: `#note-${id}` } : {};
      return show(context, reply.code(422), { errors: [{ text: refused[decided.error], ...href }], note });
    },
  });
}
