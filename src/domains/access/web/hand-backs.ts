import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { transaction, type Context } from '#platform/db/transaction.ts';
import type { EdgeParts } from '#platform/http/edge.ts';
import { route } from '#platform/http/routes.ts';
import { dueBy } from '../hand-back.ts';
import { handBackCards, handBackCounts, handBackLimit, handBacks } from '../queries/hand-back.ts';
import { seeVisits } from './permissions.ts';

/** The list of hand-backs: those the home practice must acknowledge first, then what is still open of the others. */
export function handBackListRoutes(app: FastifyInstance, { now }: EdgeParts): void {
  route(app, {
    method: 'GET',
    url: '/hand-backs',
    permission: seeVisits,
    audit: 'see-hand-backs',
    schema: {
      querystring: Type.Object({
        show: Type.Optional(Type.Enum(['open', 'all'])),
        practice: Type.Optional(Type.String({ maxLength: 10 })),
      }),
    },
    handler: async ({ context, query }, reply) => {
      const asked = { all: query.show === 'all', practiceId: query.practice, now: now() };
      return reply.page('access/views/hand-backs.njk', await viewOf(context, asked));
    },
  });
}

async function viewOf(
  context: Context,
  asked: { all: boolean; practiceId: string | undefined; now: Temporal.Instant },
): Promise<object> {
  const { now, all, practiceId } = asked;
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
  return transaction(context, async (tx) => {
    const listed = await handBacks(tx, asked);
    const cards = await handBackCards(
      tx,
      listed.map(({ id }) => id),
    );
    const rows = listed.flatMap((row) => {
      const card = cards.get(row.id);
      if (!card) return [];
      const waits = card.acknowledgedAt === null && !card.nothingAsked;
      const own = card.writtenBy === context.actor.personId;
      const due = row.nextDue && dueBy(row.nextDue, today);
      return [{ ...row, card, waits, due, acts: waits && row.home && !own }];
    });
    return {
      now,
      all,
      rows,
      counts: await handBackCounts(tx, practiceId),
      full: listed.length === handBackLimit,
      only: practiceId !== undefined && (rows[0]?.card.practiceName ?? practiceId),
      practiceId,
    };
  });
}
