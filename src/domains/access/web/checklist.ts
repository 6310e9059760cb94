import type { FastifyInstance } from 'fastify';
import { route } from '#platform/http/routes.ts';
import { redFlagCategories } from '../red-flag/categories/all.ts';
import { categoryPhrases } from '../red-flag/phrases/all.ts';
import { lines } from '../red-flag/phrases/phrases.ts';
import { saidAlone } from '../request/stop.ts';
import { takeCalls } from './permissions.ts';

/** How many of the published phrases stand beside each red flag. */
const phrasesShown = 3;

const levels = [
  { level: '999', name: 'An ambulance: 999' },
  { level: 'same-day-duty', name: 'The duty doctor, now' },
] as const;

/** The published list of red flags as a page, to be gone through where the screening cannot hear. */
export function checklistRoute(app: FastifyInstance): void {
  route(app, {
    method: 'GET',
    url: '/red-flags/checklist',
    permission: takeCalls,
    audit: 'see-checklist',
    schema: {},
    handler: async (_, reply) =>
      reply.page('access/views/checklist.njk', {
        count: redFlagCategories.length,
        levels: levels.map(({ level, name }) => ({
          name,
          categories: redFlagCategories
            .filter((category) => category.level === level)
            .map((category) => ({ ...category, heard: heardAs(category.id), say: saidAlone(category) })),
        })),
        sources: [...new Set(redFlagCategories.map(({ source }) => source))],
        breadcrumbs: [{ text: 'Calls', href: '/calls' }, { text: 'Checklist of red flags' }],
      }),
  });
}

function heardAs(id: string): string[] {
  const phrases = categoryPhrases.find(({ category }) => category === id);
  return phrases ? lines(phrases.flags).slice(0, phrasesShown) : [];
}
