import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { transaction, type Context } from '#platform/db/transaction.ts';
import type { EdgeParts } from '#platform/http/edge.ts';
import { route } from '#platform/http/routes.ts';
import { passOffer } from '../commands/waiting-list.ts';
import { protocolAt } from '../queries/guidance.ts';
import { onList, type OnList } from '../queries/waiting-list.ts';
import { modeWords } from '../request/words.ts';
import { fairOrder, notFitting, passedWords, placeKey } from '../waiting-list.ts';
import { takeCalls } from './permissions.ts';

const params = Type.Object({ offer: Type.String({ format: 'uuid' }) });

/** What freed a place, in words. */
const freedWords: Readonly<Record<string, string>> = {
  cancelled: 'a visit was cancelled',
  moved: 'a visit was moved',
  session: 'a session was added',
  routine: 'routine bookings were let in again',
  limit: 'a safe limit was changed',
  'passed-on': 'somebody did not take it',
  'looked-through': 'nobody has booked it',
};

/** The waiting list in its fair order, and what is done with an offer. */
export function waitingRoutes(app: FastifyInstance, { now }: EdgeParts): void {
  route(app, {
    method: 'GET',
    url: '/waiting',
    permission: takeCalls,
    audit: 'see-waiting-list',
    schema: {},
    handler: async ({ context }, reply) => show(context, reply, { now: now() }),
  });
  route(app, {
    method: 'POST',
    url: '/waiting/offers/:offer/pass',
    permission: takeCalls,
    audit: 'pass-offer-on',
    schema: { params, body: Type.Object({ reason: Type.Optional(Type.String({ maxLength: 500 })) }) },
    handler: async ({ context, params: { offer }, body }, reply) => {
      const passed = await passOffer(context, offer, { reason: body.reason ?? '', now: now() });
      // A danger told while a place is refused is answered before anything else, on the page that says what to do.
      if (passed.ok)
        return reply.redirect(passed.value.flaggedIn ? `/calls/${passed.value.flaggedIn}` : '/waiting', 303);
      const text =
        passed.error.kind === 'reason'
          ? 'Say why the place is passed on'
          : 'That offer no longer stands: the list below is as it is now';
      const href = passed.error.kind === 'reason' ? `#reason-${offer}` : undefined;
      return show(context, reply.code(422), { now: now(), errors: [{ text, ...(href ? { href } : {}) }] });
    },
  });
}

async function show(
  context: Context,
  reply: FastifyReply,
  { now, errors = [] }: { now: Temporal.Instant; errors?: object[] },
): Promise<FastifyReply> {
  const view = await transaction(context, async (tx) => {
    const protocol = await protocolAt(tx, now);
    const names = new Map(protocol.bands.map(({ id, name }) => [id, name]));
    const inOrder = fairOrder(await onList(tx), [...names.keys()]);
    return {
      rows: inOrder.map((row, at) => rowOf(row, { at, now, names })),
      practices: new Set(inOrder.map((row) => row.practiceId)).size,
    };
  });
  const { rows } = view;
  return reply.page('access/views/waiting.njk', {
    ...view,
    now,
    errors,
    offered: rows.filter(({ offer }) => offer !== null).length,
    late: rows.filter((row) => row.late).length,
  });
}

function rowOf(
  row: OnList,
  { at, now, names }: { at: number; now: Temporal.Instant; names: ReadonlyMap<string, string> },
) {
  const { offer } = row;
  return {
    ...row,
    place: at + 1,
    urgencyName: (row.urgency === null ? undefined : names.get(row.urgency)) ?? null,
    late: Temporal.Instant.compare(row.promisedBy, now) < 0,
    stopped: row.status === 'red_flag',
    passedWords: row.passedBy.map(({ why, times }) => `${notFitting[why]} (${times})`),
    offer: offer && {
      ...offer,
      over: Temporal.Instant.compare(offer.until, now) <= 0,
      choice: `${placeKey(offer.sessionId, offer.startsAt.epochMilliseconds).replace(' ', '_')}_${offer.minutes}`,
      modeSays: modeWords(offer.mode),
      freed: freedWords[offer.freedBy] ?? offer.freedBy,
      wentPast: passedWords(offer.passedOver),
    },
  };
}
