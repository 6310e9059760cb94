import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { download } from '#platform/http/download.ts';
import { route } from '#platform/http/routes.ts';
import { ownTables, takeAll, takeTable } from '../commands/own-data.ts';
import { bySubject, tableHolds, tableWords } from '../table-words.ts';
import { takeOurData } from './permissions.ts';

/** Adds the page from which a practice takes its own data, table by table or all at once. */
export function ownDataRoutes(app: FastifyInstance, now: () => Temporal.Instant): void {
  route(app, {
    method: 'GET',
    url: '/our-practice/data',
    permission: takeOurData,
    audit: 'show-our-data',
    schema: {},
    handler: async ({ context }, reply) => {
      const tables = (await ownTables(context)).map((table) => ({
        ...table,
        words: tableWords(table),
        holds: tableHolds(table),
      }));
      const named = tables.sort((a, b) => (a.words < b.words ? -1 : 1));
      const filled = named.filter((table) => table.rows > 0);
      return reply.page('network/views/own-data.njk', {
        subjects: bySubject(filled),
        empty: named.filter((table) => table.rows === 0),
        files: tables.length,
        rows: tables.reduce((sum, table) => sum + table.rows, 0),
        breadcrumbs: [{ text: 'Our practice', href: '/our-practice' }, { text: 'Take our data' }],
      });
    },
  });
  route(app, {
    method: 'GET',
    url: '/our-practice/data/all.zip',
    permission: takeOurData,
    audit: 'take-our-data',
    schema: {},
    handler: async ({ context }, reply) => {
      const at = now();
      const file = `${fileName(context.actor.practiceId, at)}.zip` as const;
      return download(reply, file, await takeAll(context, at));
    },
  });
  route(app, {
    method: 'GET',
    url: '/our-practice/data/:schema/:table',
    permission: takeOurData,
    audit: 'take-our-data',
    schema: {
      params: Type.Object({
        schema: Type.String({ pattern: '^[a-z_]{1,63}$' }),
        table: Type.String({ pattern: '^[a-z0-9_]{1,63}\\.csv$' }),
      }),
    },
    handler: async ({ context, params }, reply) => {
      const name = params.table.replace(/\.csv$/, '');
      const csv = await takeTable(context, { schema: params.schema, name });
      if (!csv) return reply.problem(404, 'There is no such table', 'Go back to our data and choose one.');
      const file = `${fileName(context.actor.practiceId, now())}-${params.schema}-${name}.csv` as const;
      return download(reply, file, csv);
    },
  });
}

function fileName(practiceId: string | null, at: Temporal.Instant): string {
  return `${practiceId ?? 'practice'}-${at.toZonedDateTimeISO('Europe/London').toPlainDate().toString()}`;
}
