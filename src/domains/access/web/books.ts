import type { FastifyInstance, FastifyReply } from 'fastify';
import { parse } from 'csv-parse/sync';
import Type from 'typebox';
import { transaction, type Context } from '#platform/db/transaction.ts';
import type { Edge, EdgeParts } from '#platform/http/edge.ts';
import { route } from '#platform/http/routes.ts';
import {
  bookFields,
  bookStates,
  guessMapping,
  guessState,
  type BookField,
  type BookMapping,
  type BookState,
} from '../book/mapping.ts';
import { bookStateWords } from '../book/words.ts';
import { sayBookRefused } from '../book/refused.ts';
import { addBook, matchNames, saveBookMapping } from '../commands/book-known.ts';
import { importBook } from '../commands/book-import.ts';
import { booksSeen, importsOf, namesIn } from '../queries/book.ts';
import { sessionClinicians, sessionPractices } from '../queries/session.ts';
import { keepBooks } from './permissions.ts';

const params = Type.Object({ book: Type.String({ format: 'uuid' }) });
const text = (most: number) => Type.Optional(Type.String({ maxLength: most }));
/** The most letters of an export a page takes; larger ones are taken in on the command line. */
const mostText = 8 * 1024 * 1024;

/** Books of other systems: how fresh each is, how its exports are read, and reading one. */
export const booksEdge: Edge = {
  places: [{ href: '/books', label: 'Books', permission: keepBooks }],
  routes(app, parts) {
    listRoutes(app, parts);
    bookRoutes(app, parts);
    importRoutes(app, parts);
  },
};

async function showList(context: Context, reply: FastifyReply, extra: object = {}): Promise<FastifyReply> {
  const view = await transaction(context, async (tx) => ({
    books: await booksSeen(tx),
    practices: (await sessionPractices(tx)).map(({ id, name }) => ({ value: id, text: name })),
  }));
  return reply.page('access/views/books.njk', {
    ...view,
    stale: view.books.filter(({ stale }) => stale).length,
    ...extra,
  });
}

function listRoutes(app: FastifyInstance, _: EdgeParts): void {
  route(app, {
    method: 'GET',
    url: '/books',
    permission: keepBooks,
    audit: 'see-books',
    schema: {},
    handler: async ({ context }, reply) => showList(context, reply),
  });
  route(app, {
    method: 'POST',
    url: '/books',
    permission: keepBooks,
    audit: 'add-book',
    schema: { body: Type.Object({ practice: text(20), name: text(200), system: text(200) }) },
    handler: async ({ context, body }, reply) => {
      const { practice = '', name = '', system = '' } = body;
      const added = await addBook(context, { practice, name, system });
      if (added.ok) return reply.redirect(`/books/${added.value.id}`, 303);
      const errors = added.error.map(({ field, text: says }) => ({ text: says, href: `#${field}` }));
      return showList(context, reply.code(422), { errors, given: body });
    },
  });
}

/** What a page of one book shows besides what is always there. */
interface Extra {
  readonly errors?: readonly { text: string; href?: string }[];
  readonly example?: { readonly text: string; readonly mapping?: BookMapping };
  readonly looked?: object;
  readonly done?: string;
}

async function showBook(
  context: Context,
  reply: FastifyReply,
  { id, errors, example, ...extra }: Extra & { id: string },
): Promise<FastifyReply> {
  const view = await transaction(context, async (tx) => {
    const [book] = await booksSeen(tx, { id });
    return (
      book && {
        book,
        names: await namesIn(tx, id),
        imports: await importsOf(tx, id),
        clinicians: await sessionClinicians(tx),
      }
    );
  });
  if (!view) return reply.problem(404, 'That book is not there', 'It may belong to a practice you do not see.');
  const { book, clinicians } = view;
  const homeFirst = [...clinicians].sort(
    (a, b) => Number(b.practiceId === book.practiceId) - Number(a.practiceId === book.practiceId),
  );
  return reply.page('access/views/book.njk', {
    ...view,
    ...extra,
    errors: errors && errors.length > 0 ? errors : undefined,
    clinicians: homeFirst.map(({ id: value, name, roleName, practiceName }) => ({
      value,
      text: `${name}, ${roleName}, ${practiceName}`,
    })),
    meaning: book.mapping && meaningOf(book.mapping),
    example: example && exampleShown(example),
    states: bookStates.map((value) => ({ value, text: bookStateWords[value] })),
    breadcrumbs: [{ text: 'Books', href: '/books' }, { text: book.name }],
  });
}

function meaningOf({ columns, states, noContact }: BookMapping): object {
  return {
    columns: (Object.keys(bookFields) as BookField[]).flatMap((field) => {
      const column = columns[field];
      return column ? [{ term: bookFields[field], says: column }] : [];
    }),
    states: Object.entries(states).map(([word, state]) => `${word}: ${bookStateWords[state]}`),
    noContact,
  };
}

/** The heading and first rows of an example; undefined where it is no CSV. */
function readExample(sample: string): { heading: string[]; rows: string[][] } | undefined {
  try {
    const [heading, ...rows] = parse(sample, { bom: true, to: 200, relax_column_count: true, skip_empty_lines: true });
    return heading === undefined || heading.length < 2 ? undefined : { heading, rows };
  } catch {
    return undefined;
  }
}

/** The example with the guesses; of it only what the columns chosen hold is shown again. */
function exampleShown({ text: sample, mapping }: { text: string; mapping?: BookMapping }): object | undefined {
  const read = readExample(sample);
  if (!read) return undefined;
  const guess = mapping ?? guessMapping(read.heading, read.rows);
  const cells = (field: BookField): string[] => {
    const at = read.heading.indexOf(guess.columns[field] ?? '');
    return at < 0
      ? []
      : [...new Set(read.rows.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== ''))].slice(0, 40);
  };
  return {
    sample,
    heading: read.heading.map((name) => ({ value: name, text: name })),
    fields: (Object.keys(bookFields) as BookField[]).map((field) => ({
      ...{
        field,
        label: bookFields[field],
        value: guess.columns[field] ?? '',
        like: cells(field).slice(0, 3).join(', '),
      },
    })),
    dates: guess.dates,
    words: cells('state').map((word, at) => ({
      at,
      word,
      value: guess.states[word.toLowerCase()] ?? guessState(word) ?? '',
    })),
    types: cells('type').map((word) => ({
      value: word.toLowerCase(),
      text: word,
      checked: guess.noContact.includes(word.toLowerCase()),
    })),
  };
}

/** The mapping as a form sends it. */
function mappingOf(body: Readonly<Record<string, unknown>>): BookMapping {
  const said = (name: string): string => (typeof body[name] === 'string' ? body[name] : '');
  const columns: Partial<Record<BookField, string>> = {};
  for (const field of Object.keys(bookFields) as BookField[]) {
    const name = said(`column-${field}`);
    if (name !== '') columns[field] = name;
  }
  const states: Record<string, BookState> = {};
  for (let at = 0; at < 40; at += 1) {
    const state = bookStates.find((one) => one === said(`state-${at}`));
    if (state && said(`word-${at}`) !== '') states[said(`word-${at}`).toLowerCase()] = state;
  }
  const noContact = [body['noContact'] ?? []].flat().filter((one): one is string => typeof one === 'string');
  const dates = said('dates');
  return { columns, states, noContact, dates: dates === 'ymd' || dates === 'mdy' ? dates : 'dmy' };
}

function bookRoutes(app: FastifyInstance, _: EdgeParts): void {
  route(app, {
    method: 'GET',
    url: '/books/:book',
    permission: keepBooks,
    audit: 'see-book',
    schema: { params },
    handler: async ({ context, params: { book } }, reply) => showBook(context, reply, { id: book }),
  });
  route(app, {
    method: 'POST',
    url: '/books/:book/example',
    permission: keepBooks,
    audit: 'show-book-example',
    schema: { params, body: Type.Object({ sample: Type.String({ maxLength: 60_000 }) }) },
    handler: async ({ context, params: { book }, body }, reply) => {
      if (readExample(body.sample)) return showBook(context, reply, { id: book, example: { text: body.sample } });
      const errors = [
        {
          text: 'Paste the heading and some rows of an export: that is no CSV of two columns or more',
          href: '#sample',
        },
      ];
      return showBook(context, reply.code(422), { id: book, errors });
    },
  });
  route(app, {
    method: 'POST',
    url: '/books/:book/mapping',
    permission: keepBooks,
    audit: 'save-book-mapping',
    schema: {
      params,
      body: Type.Object({ sample: Type.String({ maxLength: 60_000 }) }, { additionalProperties: true }),
    },
    handler: async ({ context, params: { book }, body }, reply) => {
      const mapping = mappingOf(body);
      const heading = readExample(body.sample)?.heading ?? [];
      const saved = await saveBookMapping(context, book, { mapping, heading });
      if (saved.ok) return reply.redirect(`/books/${book}`, 303);
      const errors = saved.error.map((says) => ({ text: says, href: '#example' }));
      return showBook(context, reply.code(422), { id: book, errors, example: { text: body.sample, mapping } });
    },
  });
  route(app, {
    method: 'POST',
    url: '/books/:book/names',
    permission: keepBooks,
    audit: 'match-book-names',
    schema: { params, body: Type.Record(Type.String({ maxLength: 60 }), Type.String({ maxLength: 60 })) },
    handler: async ({ context, params: { book }, body }, reply) => {
      const uuid = /^[0-9a-f-]{36}$/;
      const matches = Object.entries(body).flatMap(([name, who]) =>
        uuid.test(name) && (uuid.test(who) || who === '' || who === 'left-out') ? [{ matchId: name, who }] : [],
      );
      const matched = await matchNames(context, book, matches);
      if (matched.ok) return reply.redirect(`/books/${book}`, 303);
      const errors = [
        { text: 'A name or a clinician is not there any more: choose again', href: `#n-${matches[0]?.matchId ?? ''}` },
      ];
      return showBook(context, reply.code(422), { id: book, errors });
    },
  });
}

function importRoutes(app: FastifyInstance, { now }: EdgeParts): void {
  route(app, {
    method: 'POST',
    url: '/books/:book/import',
    permission: keepBooks,
    audit: 'import-book',
    bodyLimit: mostText + 64 * 1024,
    schema: {
      params,
      body: Type.Object({
        ...{ content: Type.String({ maxLength: mostText }), hours: text(6) },
        ...{ save: text(3), without: text(3) },
      }),
    },
    handler: async ({ context, params: { book }, body }, reply) => {
      const hours = Number(body.hours?.trim() === '' ? 0 : (body.hours ?? 0));
      if (!(hours >= 0 && hours <= 240))
        return showBook(context, reply.code(422), {
          id: book,
          errors: [{ text: 'Hours since it was exported: a number from 0 to 240', href: '#hours' }],
        });
      const asOf = now().subtract({ minutes: Math.round(hours * 60) });
      const file = { name: 'pasted', asOf, bytes: bytesOf(body.content) };
      const preview = body.save !== 'yes';
      const read = await importBook(context, book, { file, preview, withoutRejected: body.without === 'yes' });
      const content = { content: body.content, hours: body.hours ?? '' };
      if (!read.ok) {
        const { error } = read;
        const looked = error.kind === 'rows' ? { ...content, ...error, refused: true } : undefined;
        return showBook(context, reply.code(422), {
          id: book,
          errors: [{ text: sayBookRefused(error), href: '#content' }],
          ...(looked ? { looked } : {}),
        });
      }
      if (preview)
        return showBook(context, reply, {
          id: book,
          looked: { ...content, ...read.value, without: body.without === 'yes' },
        });
      return reply.redirect(`/books/${book}`, 303);
    },
  });
}

async function* bytesOf(content: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(new TextEncoder().encode(content));
}
