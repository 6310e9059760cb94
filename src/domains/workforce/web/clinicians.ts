import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { csvText } from '#kernel/csv.ts';
import type { Result } from '#kernel/result.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import { asFields, dateFields, dateText, readDate, type TypedDate } from '#platform/http/form-date.ts';
import { download } from '#platform/http/download.ts';
import { route } from '#platform/http/routes.ts';
import { endClinician, joinTeam, nameSupervisor } from '../commands/arrange.ts';
import { readClinician, type ClinicianFields } from '../clinician.ts';
import { stepStates } from '../limit.ts';
import { addClinician, askedAbout, type SameAnswer } from '../commands/one-person.ts';
import {
  alike,
  type ClinicianFilter,
  clinicianRoles,
  clinicians,
  countClinicians,
  limits,
  listedClinician,
  practiceChoices,
  samePersonChoices,
  supervisorChoices,
  teamsAt,
  tiesOf,
  today,
} from '../queries.ts';
import { sayClinicianRefused, type ClinicianRefused, type FieldFault } from '../refused.ts';
import type { UnverifiedLimits } from './limits.ts';
import { onePersonRoutes, type ShownOne } from './one-person.ts';
import { arrangeClinicians } from './permissions.ts';

const size = 50;
const text = (most: number) => Type.Optional(Type.String({ maxLength: most }));
const filterFields = { q: text(100), role: text(40), practice: text(6), left: text(4) };
const params = Type.Object({ clinician: Type.String({ format: 'uuid' }) });

type Asked = Readonly<Partial<Record<'q' | 'role' | 'practice' | 'left', string>>>;

/** Whoever acts for one practice sees its clinicians and nobody else's. */
function filterOf({ actor }: Context, asked: Asked): ClinicianFilter {
  return {
    q: (asked.q ?? '').trim(),
    role: asked.role ?? '',
    practice: actor.practiceId ?? asked.practice ?? '',
    left: asked.left === 'yes',
  };
}

/** As the address says it, without what was left open. */
function searchOf(asked: Asked): string {
  return new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== '')).toString();
}

const hrefOf = (faults: readonly FieldFault[]) =>
  faults.map(({ field, text: says }) => ({ text: says, href: `#${field}` }));

/** Adds the pages of who sees patients: the list, adding somebody, and ending their time here. */
export function clinicianRoutes(app: FastifyInstance, unverified: UnverifiedLimits): void {
  route(app, {
    method: 'GET',
    url: '/clinicians',
    permission: arrangeClinicians,
    audit: 'list-clinicians',
    schema: {
      querystring: Type.Object({
        ...filterFields,
        page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
      }),
    },
    handler: async ({ context, query: { page = 1, ...asked } }, reply) => {
      const filter = filterOf(context, asked);
      const view = await transaction(context, async (tx) => ({
        ...(await choices(tx, context)),
        count: await countClinicians(tx, filter),
        people: await clinicians(tx, filter, { number: page, size }),
        old: await unverified(tx),
      }));
      const search = searchOf(asked);
      return reply.page('workforce/views/clinicians.njk', {
        ...view,
        people: view.people.map((one) => ({ ...one, oldBook: view.old.get(one.id) })),
        filter,
        filtered: search !== '',
        csv: `/clinicians.csv?${search}`,
        pages: { page, pages: Math.ceil(view.count.clinicians / size), href: `/clinicians?${search}&page=__` },
      });
    },
  });
  route(app, {
    method: 'GET',
    url: '/clinicians.csv',
    permission: arrangeClinicians,
    audit: 'take-clinicians',
    schema: { querystring: Type.Object(filterFields) },
    handler: async ({ context, query }, reply) => {
      const rows = await transaction(context, (tx) => clinicians(tx, filterOf(context, query)));
      const heading = ['Name', 'Role', 'Practice code', 'Practice', 'Part of full time', 'From', 'Until', 'Safe today'];
      const cells = rows.map((one) => [
        ...[one.name, one.roleName, one.practiceId, one.practiceName, one.fte, one.validFrom.toString()],
        one.validTo?.toString() ?? null,
        one.limit,
      ]);
      return download(reply, 'clinicians.csv', csvText(heading, cells));
    },
  });
  addingRoutes(app);
  clinicianPage(app);
  tieRoutes(app);
  onePersonRoutes(app, { showOne, missing });
}

function addingRoutes(app: FastifyInstance): void {
  route(app, {
    method: 'GET',
    url: '/clinicians/new',
    permission: arrangeClinicians,
    audit: 'show-new-clinician',
    schema: {},
    handler: async ({ context }, reply) => showNew(context, reply, { fields: {} }),
  });
  route(app, {
    method: 'POST',
    url: '/clinicians',
    permission: arrangeClinicians,
    audit: 'add-clinician',
    schema: {
      body: Type.Object({
        ...{ name: text(1000), role: text(40), practice: text(20), registration: text(40), fte: text(40) },
        ...{ same: text(40), asked: text(1000), apart: text(1000) },
        ...dateFields('from'),
      }),
    },
    handler: async ({ context, body }, reply) => {
      const { practice = context.actor.practiceId ?? '', ...typed } = body;
      const fields = { ...typed, practice, from: dateText('from', body) };
      const added = await addClinician(context, fields);
      if (added.ok) return reply.redirect(`/clinicians/${added.value}`, 303);
      return showNew(context, reply.code(422), { fields, from: readDate('from', body).typed, refused: added.error });
    },
  });
}

function clinicianPage(app: FastifyInstance): void {
  route(app, {
    method: 'GET',
    url: '/clinicians/:clinician',
    permission: arrangeClinicians,
    audit: 'show-clinician',
    schema: { params },
    handler: async ({ context, params: { clinician } }, reply) => showOne(context, reply, { clinician }),
  });
  route(app, {
    method: 'POST',
    url: '/clinicians/:clinician/end',
    permission: arrangeClinicians,
    audit: 'end-clinician',
    schema: { params, body: Type.Object(dateFields('end')) },
    handler: async ({ context, params: { clinician }, body }, reply) => {
      const ended = await endClinician(context, clinician, dateText('end', body));
      if (ended.ok) return reply.redirect(`/clinicians/${clinician}`, 303);
      if (ended.error.kind === 'no-such-clinician' || ended.error.kind === 'not-your-practice') return missing(reply);
      const shown = { clinician, end: readDate('end', body).typed, faults: sayClinicianRefused(ended.error) };
      return showOne(context, reply.code(422), shown);
    },
  });
}

/** Who supervises somebody, and the small team they are in. */
function tieRoutes(app: FastifyInstance): void {
  const answered = async (
    context: Context,
    reply: FastifyReply,
    { clinician, tied, typed }: { clinician: string; tied: Result<null, ClinicianRefused>; typed: object },
  ) => {
    if (tied.ok) return reply.redirect(`/clinicians/${clinician}#ties`, 303);
    if (tied.error.kind === 'no-such-clinician' || tied.error.kind === 'not-your-practice') return missing(reply);
    return showOne(context, reply.code(422), { clinician, ties: typed, faults: sayClinicianRefused(tied.error) });
  };
  route(app, {
    method: 'POST',
    url: '/clinicians/:clinician/supervisor',
    permission: arrangeClinicians,
    audit: 'name-supervisor',
    schema: { params, body: Type.Object({ supervisor: text(60), ...dateFields('supervised') }) },
    handler: async ({ context, params: { clinician }, body }, reply) => {
      const { supervisor = '' } = body;
      const tied = await nameSupervisor(context, clinician, { supervisor, from: dateText('supervised', body) });
      const typed = { supervisor, supervised: readDate('supervised', body).typed };
      return answered(context, reply, { clinician, tied, typed });
    },
  });
  route(app, {
    method: 'POST',
    url: '/clinicians/:clinician/team',
    permission: arrangeClinicians,
    audit: 'join-team',
    schema: { params, body: Type.Object({ team: text(200), ...dateFields('teamed') }) },
    handler: async ({ context, params: { clinician }, body }, reply) => {
      const { team = '' } = body;
      const tied = await joinTeam(context, clinician, { team, from: dateText('teamed', body) });
      return answered(context, reply, { clinician, tied, typed: { team, teamed: readDate('teamed', body).typed } });
    },
  });
}

const missing = (reply: FastifyReply) =>
  reply.problem(404, 'That clinician is not among yours', 'Go back to the list of clinicians.');

async function choices(tx: Tx, { actor }: Context) {
  const practices = await practiceChoices(tx, await today(tx));
  return {
    roles: await clinicianRoles(tx),
    practices: practices.filter(({ value }) => actor.practiceId === null || value === actor.practiceId),
    ownPractice: actor.practiceId,
  };
}

/** Whom the question is about that is asked, or was asked and not answered so that it could be done. */
async function asking(tx: Tx, fields: ClinicianFields & SameAnswer, refused?: ClinicianRefused) {
  if (refused?.kind === 'same-person') return refused.alike;
  if (!fields.asked) return [];
  const read = readClinician(fields, { today: await today(tx), roles: await clinicianRoles(tx) });
  return read.ok ? alike(tx, read.value) : [];
}

async function showNew(
  context: Context,
  reply: FastifyReply,
  {
    fields,
    from,
    refused,
  }: { fields: ClinicianFields & SameAnswer; from?: TypedDate['typed']; refused?: ClinicianRefused },
): Promise<FastifyReply> {
  const offered = await transaction(context, async (tx) => ({
    ...(await choices(tx, context)),
    there: await asking(tx, fields, refused),
  }));
  return reply.page('workforce/views/clinician-new.njk', {
    ...offered,
    asked: askedAbout(offered.there),
    place: offered.practices.find(({ value }) => value === fields.practice)?.text ?? 'this practice',
    fields,
    from,
    errors: hrefOf(refused ? sayClinicianRefused(refused) : []),
    breadcrumbs: [{ text: 'Clinicians', href: '/clinicians' }, { text: 'Add a clinician' }],
  });
}

async function showOne(context: Context, reply: FastifyReply, shown: ShownOne): Promise<FastifyReply> {
  const own = context.actor.practiceId;
  const view = await transaction(context, async (tx) => {
    const one = await listedClinician(tx, shown.clinician);
    return {
      one,
      today: asFields(await today(tx)),
      steps: stepStates(await limits(tx, shown.clinician), await today(tx)),
      ties: await tiesOf(tx, shown.clinician),
      supervisors: (await supervisorChoices(tx, one?.practiceId ?? '')).filter(
        ({ value }) => value !== shown.clinician,
      ),
      teams: await teamsAt(tx, one?.practiceId ?? ''),
      others: await samePersonChoices(tx, shown.clinician),
      practices: own === null ? await practiceChoices(tx, await today(tx)) : [],
      kept: one?.samePersonAs ? await listedClinician(tx, one.samePersonAs) : undefined,
      register: (await clinicianRoles(tx)).find(({ value }) => value === one?.role)?.register,
    };
  });
  const { one } = view;
  const ours = own === null || one?.practiceId === own;
  if (!one || !(ours || one.places.some(({ practiceId }) => practiceId === own))) return missing(reply);
  return reply.page('workforce/views/clinician.njk', {
    ...view,
    ours,
    ownPractice: own,
    ownToday: view.steps.some(({ state, contacts }) => state === 'today' && contacts !== null),
    end: shown.end,
    typed: shown.ties ?? {},
    errors: hrefOf(shown.faults ?? []),
    mayLimit: context.actor.role !== 'practice_manager',
    // An administrator arranges who works here and sees no session.
    maySessions: context.actor.role !== 'administrator',
    breadcrumbs: [{ text: 'Clinicians', href: '/clinicians' }, { text: one.name }],
  });
}
