import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import type { Queryable } from '#platform/db/database.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import { dateFields, dateText, readDate } from '#platform/http/form-date.ts';
import { route } from '#platform/http/routes.ts';
import { endOwnLimit, setLimit, takeBackLimit } from '../commands/arrange.ts';
import { stepStates, type LimitFields } from '../limit.ts';
import { clinicians, limits, today, type KeptLimit, type ListedClinician } from '../queries.ts';
import { sayLimitRefused, type FieldFault, type LimitRefused } from '../refused.ts';
import { setLimits } from './permissions.ts';

const text = (most: number) => Type.Optional(Type.String({ maxLength: most }));

/** What stands beside every limit, so that refusing never looks safe: what was not met this week and how long people wait. */
export type BesideLimits = (
  db: Queryable,
  today: Temporal.PlainDate,
) => Promise<{
  readonly all: { readonly unmet: number; readonly requests: number; readonly stillWaiting: number } | null;
  readonly practices: readonly {
    readonly practiceId: string;
    readonly practiceName: string;
    readonly unmet: string | null;
    readonly median: string | null;
    readonly ninth: string | null;
  }[];
}>;

/** Clinicians whose limit cannot be relied on, because a book of theirs in another system was read too long ago, or never. */
export type UnverifiedLimits = (
  db: Queryable,
) => Promise<ReadonlyMap<string, { readonly bookName: string; readonly freshAsOf: Temporal.Instant | null }>>;

interface Told {
  readonly besideLimits: BesideLimits;
  readonly unverified: UnverifiedLimits;
}

/** Adds the page of safe limits: the group's path, clinicians' own, a further step, and taking one back. */
export function limitRoutes(app: FastifyInstance, told: Told): void {
  const show = pageOfLimits(told);
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
        sure: text(200),
      }),
    },
    handler: async ({ context, body: { clinician, contacts, source, sure, ...days } }, reply) => {
      const fields = { clinician, contacts, source, sure, from: dateText('from', days) };
      const set = await setLimit(context, fields);
      if (set.ok) return reply.redirect('/limits', 303);
      return show(context, reply.code(422), {
        fields,
        from: readDate('from', days).typed,
        asked: askedOf(set.error),
        faults: sayLimitRefused(set.error),
      });
    },
  });
  endRoutes(app, show);
}

/** Adds the end of a clinician's own limit, and taking back a step that is still to come. */
function endRoutes(app: FastifyInstance, show: ReturnType<typeof pageOfLimits>): void {
  route(app, {
    method: 'POST',
    url: '/limits/own/end',
    permission: setLimits,
    audit: 'end-own-limit',
    schema: {
      body: Type.Object({
        clinician: Type.String({ format: 'uuid', description: 'one of those shown' }),
        ...{ source: text(2000), ...dateFields('end') },
        sure: text(200),
      }),
    },
    handler: async ({ context, body: { clinician, source, sure, ...days } }, reply) => {
      const ended = await endOwnLimit(context, clinician, { source, sure, from: dateText('end', days) });
      if (ended.ok) return reply.redirect('/limits', 303);
      const ending = { clinician, source, end: readDate('end', days).typed, asked: askedOf(ended.error) };
      const faults = sayLimitRefused(ended.error).map(({ field, text: says }) => ({
        field: field === 'source' || field === 'sure' ? `end-${field}` : 'end',
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
    schema: {
      params: Type.Object({ limit: Type.String({ format: 'uuid' }) }),
      body: Type.Object({ sure: text(200) }),
    },
    handler: async ({ context, params: { limit }, body: { sure } }, reply) => {
      const taken = await takeBackLimit(context, limit, sure);
      if (taken.ok) return reply.redirect('/limits', 303);
      const asked = askedOf(taken.error);
      const faults = sayLimitRefused(taken.error).map((fault) =>
        fault.field === 'sure' ? { ...fault, field: 'back-sure' } : fault,
      );
      return show(context, reply.code(422), { fields: {}, faults, ...(asked ? { taking: { id: limit, asked } } : {}) });
    },
  });
}

/** The end of a clinician's own limit, as it is being typed. */
interface Ending {
  readonly clinician: string;
  readonly source?: string | undefined;
  readonly end?: object;
  readonly asked?: Asked | undefined;
}

type Asked = Extract<LimitRefused, { kind: 'rises' }>;

/** The rise a person is asked about, with what the tick says yes to; undefined for any other refusal. */
const askedOf = (reason: LimitRefused): Asked | undefined => (reason.kind === 'rises' ? reason : undefined);

/** What the page shows beside the paths: what was typed, what is wrong, and the rise that is asked about. */
interface Shown {
  readonly fields: LimitFields;
  readonly from?: object;
  readonly asked?: Asked | undefined;
  readonly ending?: Ending;
  readonly taking?: { readonly id: string; readonly asked: Asked };
  readonly faults: readonly FieldFault[];
}

const pageOfLimits =
  ({ besideLimits, unverified }: Told) =>
  async (
    context: Context,
    reply: FastifyReply,
    { fields, from, asked, ending, taking, faults }: Shown,
  ): Promise<FastifyReply> => {
    const view = await transaction(context, async (tx) => {
      const day = await today(tx);
      const everyone = await clinicians(tx, { q: '', role: '', practice: '', left: false });
      const old = await unverified(tx);
      const beside = await besideLimits(tx, day);
      return { day, steps: await limits(tx), everyone, beside, old };
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
      unverified: unverifiedByBook(view.everyone, view.old),
      unverifiedIds: [...view.old.keys()],
      beside: view.beside,
      besideOf: Object.fromEntries(view.beside.practices.map((one) => [one.practiceName, one])),
      clinicians: view.everyone.map((one) => ({
        value: one.id,
        text: `${one.name}, ${one.roleName}, ${one.practiceName}`,
      })),
      fields,
      from,
      asked,
      taking: taking && { ...taking, ...view.steps.find(({ id }) => id === taking.id) },
      ending: whose ? { ...ending, name: whose } : undefined,
      errors: faults.map(({ field, text: says }) => ({ text: says, href: `#${field}` })),
    });
  };

/** The books that are too old, each with whose limits they leave unverified. */
function unverifiedByBook(everyone: readonly ListedClinician[], old: Awaited<ReturnType<UnverifiedLimits>>) {
  const found = everyone.flatMap((one) => {
    const book = old.get(one.id);
    return book ? [{ one, book }] : [];
  });
  return [...Map.groupBy(found, ({ book, one }) => `${one.practiceId} ${book.bookName}`).values()].flatMap((of) =>
    of[0] ? [{ ...of[0].book, practiceName: of[0].one.practiceName, names: of.map(({ one }) => one.name) }] : [],
  );
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
