import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { transaction, type Context } from '#platform/db/transaction.ts';
import { dateFields, dateText, readDate } from '#platform/http/form-date.ts';
import { route } from '#platform/http/routes.ts';
import { endOwnLimit, setLimit, takeBackLimit } from '../commands.ts';
import { raisedFrom, readLimit, stepStates, type LimitFields } from '../limit.ts';
import { clinicians, limits, today, type KeptLimit } from '../queries.ts';
import { sayLimitRefused, type FieldFault } from '../refused.ts';
import { setLimits } from './permissions.ts';

const text = (most: number) => Type.Optional(Type.String({ maxLength: most }));

/** Adds the page of safe limits: the group's path, clinicians' own, a further step, and taking one back. */
export function limitRoutes(app: FastifyInstance): void {
  route(app, {
    method: 'GET',
    url: '/limits',
    permission: setLimits,
    audit: 'show-limits',
    schema: { querystring: Type.Object({ end: Type.Optional(Type.String({ format: 'uuid' })) }) },
    handler: async ({ context, query: { end } }, reply) =>
      show(context, reply, { fields: {}, faults: [], ...(end === undefined ? {} : { ending: { clinician: end } }) }),
  });
  route(app, {
    method: 'POST',
    url: '/limits',
    permission: setLimits,
    audit: 'set-limit',
    schema: {
      body: Type.Object({
        ...{ clinician: text(60), contacts: text(40), source: text(2000), ...dateFields('from') },
        sure: Type.Optional(Type.Literal('yes')),
      }),
    },
    handler: async ({ context, body: { clinician, contacts, source, sure, ...days } }, reply) => {
      const fields = { clinician, contacts, source, from: dateText('from', days) };
      const rise = sure === 'yes' ? undefined : await riseOf(context, fields);
      if (rise) {
        const says = `${rise.to} a day is more than the ${rise.from} that hold before it. Check it, and say that it is meant`;
        const asked = { fields, from: readDate('from', days).typed, rise, faults: [{ field: 'sure', text: says }] };
        return show(context, reply.code(422), asked);
      }
      const set = await setLimit(context, fields);
      if (set.ok) return reply.redirect('/limits', 303);
      return show(context, reply.code(422), {
        fields,
        from: readDate('from', days).typed,
        faults: sayLimitRefused(set.error),
      });
    },
  });
  endRoutes(app);
}

/** Adds the end of a clinician's own limit, and taking back a step that is still to come. */
function endRoutes(app: FastifyInstance): void {
  route(app, {
    method: 'POST',
    url: '/limits/own/end',
    permission: setLimits,
    audit: 'end-own-limit',
    schema: {
      body: Type.Object({
        clinician: Type.String({ format: 'uuid', description: 'one of those shown' }),
        ...{ source: text(2000), ...dateFields('end') },
      }),
    },
    handler: async ({ context, body: { clinician, source, ...days } }, reply) => {
      const ended = await endOwnLimit(context, clinician, { source, from: dateText('end', days) });
      if (ended.ok) return reply.redirect('/limits', 303);
      const ending = { clinician, source, end: readDate('end', days).typed };
      const faults = sayLimitRefused(ended.error).map(({ field, text: says }) => ({
        field: field === 'source' ? 'end-source' : 'end',
        text: says,
      }));
      return show(context, reply.code(422), { fields: {}, ending, faults });
    },
  });
  route(app, {
    method: 'POST',
    url: '/limits/:limit/take-back',
    permission: setLimits,
    audit: 'take-back-limit',
    schema: { params: Type.Object({ limit: Type.String({ format: 'uuid' }) }) },
    handler: async ({ context, params: { limit } }, reply) => {
      const taken = await takeBackLimit(context, limit);
      if (taken.ok) return reply.redirect('/limits', 303);
      return show(context, reply.code(422), { fields: {}, faults: sayLimitRefused(taken.error) });
    },
  });
}

/** A limit that goes up, which may be a slip: everything else here brings it down. */
interface Rise {
  readonly from: number;
  readonly to: number;
}

/** The rise a form asks for; undefined where it is none, or where the form is wrong and is refused as such. */
async function riseOf(context: Context, fields: LimitFields): Promise<Rise | undefined> {
  return transaction(context, async (tx) => {
    const read = readLimit(fields, await today(tx));
    const from = read.ok ? raisedFrom(read.value, await limits(tx)) : null;
    return read.ok && from !== null ? { from, to: read.value.contacts } : undefined;
  });
}

/** The end of a clinician's own limit, as it is being typed. */
interface Ending {
  readonly clinician: string;
  readonly source?: string | undefined;
  readonly end?: object;
}

async function show(
  context: Context,
  reply: FastifyReply,
  {
    fields,
    from,
    rise,
    ending,
    faults,
  }: { fields: LimitFields; from?: object; rise?: Rise; ending?: Ending; faults: readonly FieldFault[] },
): Promise<FastifyReply> {
  const view = await transaction(context, async (tx) => {
    const day = await today(tx);
    const everyone = await clinicians(tx, { q: '', role: '', practice: '', left: false });
    return { day, steps: await limits(tx), everyone };
  });
  const group = stepStates(
    view.steps.filter(({ clinicianId }) => clinicianId === null),
    view.day,
  );
  const whose = view.steps.find(
    ({ clinicianId }) => clinicianId !== null && clinicianId === ending?.clinician,
  )?.clinicianName;
  return reply.page('workforce/views/limits.njk', {
    group,
    now: group.find(({ state }) => state === 'today'),
    next: group.find(({ state }) => state === 'to come'),
    most: Math.max(1, ...view.steps.map(({ contacts }) => contacts ?? 0)),
    own: ownPaths(view.steps, view.day),
    clinicians: view.everyone.map((one) => ({
      value: one.id,
      text: `${one.name}, ${one.roleName}, ${one.practiceName}`,
    })),
    fields,
    from,
    rise,
    ending: whose ? { ...ending, name: whose } : undefined,
    errors: faults.map(({ field, text: says }) => ({ text: says, href: `#${field}` })),
  });
}

function ownPaths(steps: readonly KeptLimit[], day: Temporal.PlainDate) {
  const own = steps.filter(({ clinicianId }) => clinicianId !== null);
  return [...Map.groupBy(own, ({ clinicianId }) => clinicianId).values()].flatMap((path) => {
    const steps = stepStates(path, day);
    // Where the path has been ended, or its end is planned, there is nothing left to end.
    const endable = steps.at(-1)?.contacts !== null;
    return steps.map((step, at) => ({ ...step, endable: endable && at === steps.length - 1 }));
  });
}
