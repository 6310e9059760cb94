import type { FastifyInstance, FastifyReply } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Result } from '#kernel/result.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import { dateFields, readDate } from '#platform/http/form-date.ts';
import { route } from '#platform/http/routes.ts';
import {
  addSite,
  moveToHub,
  previewContract,
  previewHubMove,
  previewSite,
  recordContract,
  type ContractParties,
  type WantedMove,
  type WantedSite,
} from '../commands/arrange.ts';
import { contractKinds, hubsOfGroup, practicesOfGroup, sites, today } from '../queries/group.ts';
import { sayArrangeFaults, type ArrangeRefused, type FieldFault } from '../refused.ts';
import { contractCheck, hubMoveCheck, siteCheck, type Check } from './arrange-check.ts';
import { arrangeGroup } from './permissions.ts';

const text = (most: number) => Type.Optional(Type.String({ maxLength: most }));
const shared = { practice: text(6), confirmed: text(3), ...dateFields('from') };
const hubBody = Type.Object({ ...shared, to: text(60) });
const siteBody = Type.Object({
  ...{ ...shared, name: text(200), address: text(400), postcode: text(20) },
  ...{ latitude: text(20), longitude: text(20), stepFree: text(10) },
});
const id = Type.String({ format: 'uuid' });
const contractBody = Type.Object({
  ...{ ...shared, kind: text(20), holders: text(2000), beneficiary: text(300), cqcProvider: text(300) },
  ...{ payee: text(300), site: text(60), ends: Type.Optional(Type.Union([id, Type.Array(id, { maxItems: 20 })])) },
});

type Typed = Readonly<Record<string, unknown>>;
type Body = Readonly<Record<string, unknown>> & { readonly confirmed?: string };

/** One arrangement: its form, how what is typed is read, checked and done, and where its pages are. */
interface Arrangement<W> {
  readonly view: string;
  readonly title: string;
  readonly done: string;
  readonly read: (body: Typed) => W;
  readonly check: (context: Context, wanted: W) => Promise<Result<Check, ArrangeRefused>>;
  readonly carryOut: (context: Context, wanted: W, body: Typed) => Promise<Result<unknown, ArrangeRefused>>;
}

const str = (body: Typed, name: string): string => (typeof body[name] === 'string' ? body[name].trim() : '');

const hubMove: Arrangement<WantedMove> = {
  view: 'network/views/hub-move.njk',
  title: 'Move a practice to a hub',
  done: '/group',
  read: (body) => ({ practiceId: str(body, 'practice'), hub: str(body, 'to'), from: readDate('from', body).day }),
  check: async (context, wanted) => {
    const preview = await previewHubMove(context, wanted);
    return preview.ok ? { ok: true, value: hubMoveCheck(preview.value) } : preview;
  },
  carryOut: moveToHub,
};

const contract: Arrangement<ContractParties> = {
  view: 'network/views/contract-new.njk',
  title: 'Record a contract',
  done: '/group/contracts',
  read: (body) => ({
    practiceId: str(body, 'practice'),
    kind: str(body, 'kind'),
    holders: str(body, 'holders')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    beneficiary: str(body, 'beneficiary'),
    cqcProvider: str(body, 'cqcProvider'),
    payee: str(body, 'payee'),
    siteId: str(body, 'site') || null,
    from: readDate('from', body).day,
  }),
  check: async (context, wanted) => {
    const preview = await previewContract(context, wanted);
    return preview.ok ? { ok: true, value: contractCheck(wanted, preview.value) } : preview;
  },
  carryOut: (context, wanted, body) => recordContract(context, wanted, [body['ends'] ?? []].flat() as string[]),
};

const site: Arrangement<WantedSite> = {
  view: 'network/views/site-new.njk',
  title: 'Add a site',
  done: '/group/sites',
  read: (body) => ({ practiceId: str(body, 'practice'), fields: body, from: readDate('from', body).day }),
  check: async (context, wanted) => {
    const preview = await previewSite(context, wanted);
    return preview.ok ? { ok: true, value: siteCheck(preview.value) } : preview;
  },
  carryOut: addSite,
};

/** Adds the forms that change how the group is made; each shows first what would change, and changes it when confirmed. */
export function arrangeRoutes(app: FastifyInstance): void {
  formRoutes(app, { url: '/group/hubs/move', name: 'hub-move', body: hubBody, arrangement: hubMove });
  formRoutes(app, { url: '/group/contracts/new', name: 'contract', body: contractBody, arrangement: contract });
  formRoutes(app, { url: '/group/sites/new', name: 'site', body: siteBody, arrangement: site });
}

function formRoutes<W, B extends typeof hubBody | typeof siteBody | typeof contractBody>(
  app: FastifyInstance,
  { url, name, body: schema, arrangement }: { url: string; name: string; body: B; arrangement: Arrangement<W> },
): void {
  route(app, {
    method: 'GET',
    url,
    permission: arrangeGroup,
    audit: `show-${name}-form`,
    schema: { querystring: Type.Object({ practice: text(6) }) },
    handler: async ({ context, query }, reply) => showForm(context, reply, { arrangement, fields: query, faults: [] }),
  });
  route(app, {
    method: 'POST',
    url,
    permission: arrangeGroup,
    audit: `arrange-${name}`,
    schema: { body: schema },
    handler: async ({ context, body: sent }, reply) => {
      const body = sent as Static<typeof hubBody> as Body;
      const wanted = arrangement.read(body);
      const typed = readDate('from', body);
      const again = (faults: readonly FieldFault[]) =>
        showForm(context, reply.code(422), { arrangement, fields: body, faults });
      if (!typed.empty && !typed.day) return again([{ field: 'from', text: 'Enter a real date, like 19 12 2026' }]);
      if (body.confirmed !== 'yes') {
        const check = await arrangement.check(context, wanted);
        if (!check.ok) return again(sayArrangeFaults(check.error));
        return showCheck(reply, { url, title: arrangement.title, body, check: check.value });
      }
      const done = await arrangement.carryOut(context, wanted, body);
      return done.ok ? reply.redirect(arrangement.done, 303) : again(sayArrangeFaults(done.error));
    },
  });
}

/** What was typed goes along hidden: confirming sends the same again, to be checked again. */
async function showCheck(
  reply: FastifyReply,
  { url, title, body, check }: { url: string; title: string; body: Body; check: Check },
): Promise<FastifyReply> {
  const hidden = Object.entries(body).filter(
    ([name, value]) => typeof value === 'string' && !['_csrf', 'ends', 'confirmed'].includes(name),
  );
  return reply.page('network/views/arrange-check.njk', {
    ...{ title, check, hidden, url },
    breadcrumbs: [{ text: 'Group', href: '/group' }, { text: title, href: url }, { text: 'What changes' }],
  });
}

async function showForm<W>(
  context: Context,
  reply: FastifyReply,
  { arrangement, fields, faults }: { arrangement: Arrangement<W>; fields: Typed; faults: readonly FieldFault[] },
): Promise<FastifyReply> {
  const offered = await transaction(context, async (tx) => {
    const day = await today(tx);
    const practices = await practicesOfGroup(tx, day);
    return {
      practices: practices.map(({ code, name, hubName }) => ({
        value: code,
        text: `${name} (${hubName ?? 'no hub'})`,
      })),
      hubs: (await hubsOfGroup(tx)).map((hub) => ({ value: hub.id, text: hub.name })),
      kinds: (await contractKinds(tx)).map((kind) => ({ value: kind, text: kind })),
      sites: (await sites(tx, day)).map((one) => ({ value: one.id, text: `${one.practiceName}: ${one.name}` })),
    };
  });
  return reply.page(arrangement.view, {
    ...{ ...offered, fields, title: arrangement.title },
    from: readDate('from', fields).typed,
    errors: faults.map(({ field, text: says }) => ({ text: says, href: `#${field}` })),
    breadcrumbs: [{ text: 'Group', href: '/group' }, { text: arrangement.title }],
  });
}
