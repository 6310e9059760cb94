import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { showPhone } from '#kernel/phone.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import type { Edge, EdgeParts } from '#platform/http/edge.ts';
import { dateFields, dateText, readDate } from '#platform/http/form-date.ts';
import { route, type Permission } from '#platform/http/routes.ts';
import { serviceReasons, setService } from '../commands/services.ts';
import { protocolAt } from '../queries/guidance.ts';
import { selfReferrals } from '../queries/self-referral.ts';

const seeServices: Permission = {
  name: 'see-services',
  roles: ['operations', 'governance', 'administrator', 'clinician', 'navigator'],
};
const setServices: Permission = { name: 'set-services', roles: ['operations', 'governance', 'administrator'] };

/** The services people refer themselves to, and how each is reached. */
export const servicesEdge: Edge = { places: [], routes: serviceRoutes };

const text = (most: number) => Type.Optional(Type.String({ maxLength: most }));

function serviceRoutes(app: FastifyInstance, { now }: EdgeParts): void {
  route(app, {
    method: 'GET',
    url: '/services',
    permission: seeServices,
    audit: 'see-services',
    schema: {},
    handler: async ({ context }, reply) => show(context, reply, { now: now() }),
  });
  route(app, {
    method: 'POST',
    url: '/services',
    permission: setServices,
    audit: 'set-service',
    schema: {
      body: Type.Object({
        ...{ reason: text(60), name: text(120), phone: text(40), link: text(300), source: text(300) },
        ...dateFields('from'),
      }),
    },
    handler: async ({ context, body }, reply) => {
      const { reason = '', name = '', phone = '', link = '', source = '' } = body;
      const typed = { reason, name, phone, link, source };
      const set = await setService(context, { ...typed, from: dateText('from', body) }, now());
      if (set.ok) return reply.redirect('/services', 303);
      const errors = set.error.map(({ field, text: says }) => ({ text: says, href: `#${field}` }));
      return show(context, reply.code(422), {
        now: now(),
        errors,
        given: { ...typed, from: readDate('from', body).typed },
      });
    },
  });
}

async function show(
  context: Context,
  reply: FastifyReply,
  { now, errors = [], given }: { now: Temporal.Instant; errors?: object[]; given?: object },
): Promise<FastifyReply> {
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
  const [protocol, rows] = await transaction(context, async (tx) => [
    await protocolAt(tx, now),
    await selfReferrals(tx),
  ]);
  const begun = (from: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(from, today) <= 0;
  const services = serviceReasons(protocol).map((reason) => {
    const all = rows.filter((row) => row.reason === reason.id);
    return { ...reason, now: all.find(({ from }) => begun(from)), next: all.filter(({ from }) => !begun(from)).at(-1) };
  });
  return reply.page('access/views/services.njk', {
    ...{ services, errors, given, phoneOf: showPhone },
    unknown: services.filter((one) => one.now === undefined).length,
    maySet: setServices.roles.includes(context.actor.role),
    choices: services.map(({ id, name }) => ({ value: id, text: name })),
  });
}
