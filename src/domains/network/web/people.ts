import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import { dateFields, readDate } from '#platform/http/form-date.ts';
import { route } from '#platform/http/routes.ts';
import { addPerson, endRole, giveRole, signOutEverywhere, whoRefused, type NewRole } from '../commands/people.ts';
import { hubsOfGroup, practicesOfGroup, today } from '../queries/group.ts';
import { roleCodes } from '../queries/people.ts';
import { countStaff, staff } from '../queries/staff.ts';
import { sayPeopleRefused, type PeopleRefused } from '../refused.ts';
import { arrangePeople } from './permissions.ts';

const size = 50;
const id = Type.String({ format: 'uuid' });
const roleFields = {
  role: Type.Optional(Type.String({ maxLength: 40 })),
  place: Type.Optional(Type.String({ maxLength: 60 })),
  ...dateFields('from'),
  ...dateFields('to'),
};
type Fields = Readonly<Record<string, unknown>>;

/** The field of a form that a refusal is about. */
const fieldOf: Partial<Record<PeopleRefused['kind'], string>> = {
  'name-missing': '#name',
  'not-an-email': '#email',
  'person-known': '#email',
  'date-passed': '#from',
  'ends-before-it-begins': '#to',
  'role-needs-practice': '#place',
  'role-is-the-groups': '#place',
  'role-not-for-hub': '#place',
  'no-such-practice': '#place',
  'no-such-hub': '#place',
};

/** Adds the administrator's pages: who is in the group, and which roles they hold from when until when. */
export function peopleRoutes(app: FastifyInstance): void {
  route(app, {
    method: 'GET',
    url: '/people',
    permission: arrangePeople,
    audit: 'list-people',
    schema: {
      querystring: Type.Object({
        q: Type.Optional(Type.String({ maxLength: 100 })),
        role: Type.Optional(Type.String({ maxLength: 40 })),
        practice: Type.Optional(Type.String({ maxLength: 6 })),
        page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
      }),
    },
    handler: async ({ context, query }, reply) => {
      const filter = { q: query.q ?? '', role: query.role ?? '', practice: query.practice ?? '' };
      const number = query.page ?? 1;
      const view = await transaction(context, async (tx) => ({
        ...(await choices(tx)),
        count: await countStaff(tx, filter),
        people: await staff(tx, filter, { number, size }),
      }));
      const search = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== '')).toString();
      return reply.page('network/views/people.njk', {
        ...view,
        filter,
        pages: { page: number, pages: Math.ceil(view.count.people / size), href: `/people?${search}&page=__` },
      });
    },
  });
  route(app, {
    method: 'GET',
    url: '/people/new',
    permission: arrangePeople,
    audit: 'show-new-person',
    schema: {},
    handler: async ({ context }, reply) => showNew(context, reply, { fields: {}, errors: [] }),
  });
  route(app, {
    method: 'POST',
    url: '/people',
    permission: arrangePeople,
    audit: 'add-person',
    schema: {
      body: Type.Object({
        name: Type.Optional(Type.String({ maxLength: 200 })),
        email: Type.Optional(Type.String({ maxLength: 200 })),
        ...roleFields,
      }),
    },
    handler: async ({ context, body }, reply) => {
      const first = readRole(body);
      const again = (errors: readonly FieldError[]) => showNew(context, reply.code(422), { fields: body, errors });
      const who = { name: body.name ?? '', email: body.email ?? '' };
      const errors = [...whoRefused(who).map(errorOf), ...('errors' in first ? first.errors : [])];
      if (errors.length > 0 || 'errors' in first) return again(errors);
      const added = await addPerson(context, { ...who, first });
      if (!added.ok) return again([errorOf(added.error)]);
      return reply.redirect(`/people/${added.value}`, 303);
    },
  });
  personRoutes(app);
}

function personRoutes(app: FastifyInstance): void {
  const params = Type.Object({ person: id });
  route(app, {
    method: 'GET',
    url: '/people/:person',
    permission: arrangePeople,
    audit: 'show-person',
    schema: { params },
    handler: async ({ context, params: { person } }, reply) =>
      showPerson(context, reply, { person, fields: {}, errors: [] }),
  });
  route(app, {
    method: 'POST',
    url: '/people/:person/roles',
    permission: arrangePeople,
    audit: 'give-role',
    schema: { params, body: Type.Object(roleFields) },
    handler: async ({ context, params: { person }, body }, reply) => {
      const wanted = readRole(body);
      const again = (errors: readonly FieldError[]) =>
        showPerson(context, reply.code(422), { person, fields: body, errors });
      if ('errors' in wanted) return again(wanted.errors);
      const given = await giveRole(context, person, wanted);
      return given.ok ? reply.redirect(`/people/${person}`, 303) : again([errorOf(given.error)]);
    },
  });
  route(app, {
    method: 'POST',
    url: '/people/:person/roles/:held/end',
    permission: arrangePeople,
    audit: 'end-role',
    schema: { params: Type.Object({ person: id, held: id }), body: Type.Object(dateFields('end')) },
    handler: async ({ context, params: { person, held }, body }, reply) => {
      const end = readDate('end', body);
      const again = (text: string) =>
        showPerson(context, reply.code(422), { person, fields: {}, errors: [{ text, href: `#end-${held}` }] });
      if (!end.day && !end.empty) return again('Enter a real date, like 19 12 2026');
      const ended = await endRole(context, held, end.day);
      return ended.ok ? reply.redirect(`/people/${person}`, 303) : again(sayPeopleRefused(ended.error));
    },
  });
  route(app, {
    method: 'POST',
    url: '/people/:person/sign-out',
    permission: arrangePeople,
    audit: 'sign-out-everywhere',
    schema: { params },
    handler: async ({ context, params: { person } }, reply) => {
      const [found] = await transaction(context, (tx) => staff(tx, personOnly(person), { number: 1, size: 1 }));
      if (!found) return reply.problem(404, 'That person is not in this group', 'Go back to the list of people.');
      await signOutEverywhere(context, person);
      return reply.redirect(`/people/${person}`, 303);
    },
  });
}

interface FieldError {
  readonly text: string;
  readonly href: string;
}

const errorOf = (reason: PeopleRefused): FieldError => ({
  text: sayPeopleRefused(reason),
  href: fieldOf[reason.kind] ?? '#role',
});

/** A role as the form asks for it: `place` is empty for the group, else practice:CODE or hub:ID. */
function readRole(body: Fields): NewRole | { errors: FieldError[] } {
  const text = (name: string) => (typeof body[name] === 'string' ? body[name].trim() : '');
  const [from, to] = [readDate('from', body), readDate('to', body)];
  const errors: FieldError[] = [];
  if (text('role') === '') errors.push({ text: 'Choose a role', href: '#role' });
  for (const [name, date] of [
    ['from', from],
    ['to', to],
  ] as const)
    if (!date.empty && !date.day) errors.push({ text: 'Enter a real date, like 19 12 2026', href: `#${name}` });
  if (errors.length > 0) return { errors };
  const [kind, place = ''] = text('place').split(':');
  return {
    role: text('role'),
    practiceId: kind === 'practice' ? place : null,
    hub: kind === 'hub' ? place : null,
    from: from.day,
    to: to.day ?? null,
  };
}

/** What a form about roles offers to choose from. */
async function choices(tx: Tx) {
  const practices = await practicesOfGroup(tx, await today(tx));
  const hubs = await hubsOfGroup(tx);
  return {
    roles: (await roleCodes(tx)).map(({ code, name }) => ({ value: code, text: name })),
    practices: practices.map(({ code, name }) => ({ value: code, text: name })),
    places: [
      { value: '', text: 'The whole group' },
      ...hubs.map((hub) => ({ value: `hub:${hub.id}`, text: hub.name })),
      ...practices.map(({ code, name }) => ({ value: `practice:${code}`, text: name })),
    ],
  };
}

async function showNew(
  context: Context,
  reply: FastifyReply,
  shown: { fields: Fields; errors: readonly FieldError[] },
): Promise<FastifyReply> {
  const offered = await transaction(context, choices);
  return reply.page('network/views/person-new.njk', {
    ...offered,
    ...shown,
    from: readDate('from', shown.fields).typed,
    to: readDate('to', shown.fields).typed,
    breadcrumbs: [{ text: 'People', href: '/people' }, { text: 'Add somebody' }],
  });
}

const personOnly = (person: string) => ({ q: '', role: '', practice: '', id: person });

async function showPerson(
  context: Context,
  reply: FastifyReply,
  shown: { person: string; fields: Fields; errors: readonly FieldError[] },
): Promise<FastifyReply> {
  const view = await transaction(context, async (tx) => {
    const [member] = await staff(tx, personOnly(shown.person), { number: 1, size: 1 });
    return { member, offered: await choices(tx) };
  });
  if (!view.member) return reply.problem(404, 'That person is not in this group', 'Go back to the list of people.');
  return reply.page('network/views/person.njk', {
    ...view.offered,
    ...shown,
    member: view.member,
    held: view.member.roles.filter(({ state }) => state === 'held').length,
    from: readDate('from', shown.fields).typed,
    to: readDate('to', shown.fields).typed,
    breadcrumbs: [{ text: 'People', href: '/people' }, { text: view.member.name }],
  });
}
