import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Database } from '#platform/db/database.ts';
import { route } from '#platform/http/routes.ts';
import {
  dropKeptForm,
  gravest,
  halfWritten,
  keepForm,
  keptForms,
  spareKey,
  type Danger,
  type Hearing,
  type Keeping,
  type KeptForm,
} from './kept-form.ts';
import type { Session } from './session-store.ts';
import { safeReturn } from './sign-in.ts';

/** What is half-written on a page: its forms by where they go. */
export const halfWrittenBody = Type.Object(
  {
    path: Type.Optional(Type.String({ maxLength: 2000 })),
    mark: Type.Optional(Type.String({ maxLength: 100 })),
    forms: Type.Optional(
      Type.Array(
        Type.Object({
          action: Type.String({ maxLength: 2000 }),
          fields: Type.Record(Type.String(), Type.Union([Type.String(), Type.Array(Type.String())])),
        }),
        { maxItems: 100 },
      ),
    ),
  },
  { additionalProperties: true },
);

/** What giving back what somebody wrote needs. */
interface KeptFormOptions {
  readonly db: Database;
  readonly hearing: Hearing;
}

const own = { public: 'what a person wrote is given back to that person alone, whatever role they act under' };

/** Gives what was half-written back to its page; a form that waits can be sent again from the page that lists it, or thrown away. */
export function keptFormRoutes(app: FastifyInstance, { db, hearing }: KeptFormOptions): void {
  route(app, {
    method: 'GET',
    url: '/kept-form',
    permission: own,
    audit: 'show-kept-form',
    schema: {
      querystring: Type.Object({
        path: Type.String({ maxLength: 2000 }),
        mark: Type.Optional(Type.String({ maxLength: 2000, description: 'the marks of the window that asks' })),
      }),
    },
    handler: async ({ query, raw }, reply) => {
      const session = raw.identity?.session;
      if (!session || session.locked) return reply.problem(401, 'Locked', 'Unlock first.');
      const marks = query.mark?.split(',') ?? [];
      const found = await halfWritten(db, session.personId, { url: query.path, marks });
      const flagged = found.find(({ advicePage }) => advicePage !== null)?.advicePage;
      const forms = found.map(({ id, action, fields, own }) => ({ id, action, fields, own }));
      const key = session.patient ? undefined : await spareKey(db, session.personId);
      return { forms, ...(flagged ? { flagged } : {}), ...(key ? { key } : {}) };
    },
  });
  route(app, {
    method: 'POST',
    url: '/kept-form',
    permission: own,
    audit: 'keep-form',
    schema: { body: halfWrittenBody },
    handler: async ({ body, raw }, reply) => {
      const session = raw.identity?.session;
      if (!session || session.locked) return reply.problem(401, 'Locked', 'Unlock first.');
      const flagged = await keepLeftBehind({ db, hearing, log: raw.log }, session, body);
      return flagged === undefined ? {} : { flagged };
    },
  });
  route(app, {
    method: 'GET',
    url: '/kept-forms',
    permission: own,
    audit: 'show-kept-forms',
    schema: { querystring: Type.Object({ advice: Type.Optional(Type.Enum(['ambulance', 'clinician'])) }) },
    handler: async ({ raw, query: { advice } }, reply) => {
      const session = raw.identity?.session;
      if (!session || session.locked) return reply.redirect('/sign-in', 303);
      const forms = await keptForms(db, session.personId);
      const shown = forms.map((form) => ({ ...form, shown: shownFields(form), own: ownPage(form, hearing) }));
      const danger = gravest(forms) ?? (advice && { advice, page: null });
      return reply.page('kept-forms.njk', { forms: shown, danger });
    },
  });
  route(app, {
    method: 'POST',
    url: '/kept-forms/drop',
    permission: own,
    audit: 'drop-kept-form',
    schema: { body: Type.Object({ id: Type.String({ format: 'uuid' }) }) },
    handler: async ({ body, raw }, reply) => {
      const session = raw.identity?.session;
      if (!session || session.locked) return reply.redirect('/sign-in', 303);
      await dropKeptForm(db, session.personId, body.id);
      return reply.redirect('/kept-forms', 303);
    },
  });
}

/** Keeps what a page that is gone could not send; where a danger in it is seen to, if one was found. */
async function keepLeftBehind(
  keeping: Keeping,
  session: Session,
  { path, mark, forms = [] }: Type.Static<typeof halfWrittenBody>,
): Promise<string | undefined> {
  const url = safeReturn(path);
  const dangers: Danger[] = [];
  for (const { action, fields } of forms) {
    const danger = await keepForm(keeping, session, { url, action, fields, posted: false, mark: mark ?? null });
    if (danger) dangers.push(danger);
  }
  const [first] = dangers.toSorted((a, b) => Number(b.page !== null) - Number(a.page !== null));
  return first && (first.page ?? '/kept-forms');
}

/** Where a patient goes back to what they wrote, and whether it stands there again. */
function ownPage({ id, url, posted }: KeptForm, hearing: Hearing): { href: string; filled: boolean } | undefined {
  const page = posted ? hearing.ownPageOf(url) : undefined;
  return page && { ...page, href: page.filled ? `${page.href}?kept=${id}` : page.href };
}

/** What of a form its writer would know again: neither marks of the page nor boxes left empty. */
function shownFields({ fields }: KeptForm): { name: string; value: string }[] {
  const marks = new Set(['seen', 'page', 'state', 'key', 'offer', 'id', 'over', 'kept', 'for']);
  return Object.entries(fields)
    .map(([name, value]) => ({ name, value: [value].flat().filter((one) => one.trim() !== '') }))
    .filter(({ name, value }) => !marks.has(name) && value.length > 0)
    .map(({ name, value }) => ({ name: inWords(name), value: value.join(', ') }));
}

/** "callerName" as "Caller name". */
function inWords(name: string): string {
  const words = name.replaceAll(/(?<=\p{Ll})(?=\p{Lu})|[-_]/gu, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
