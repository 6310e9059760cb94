import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, Page } from '@playwright/test';

// The axe-core that @axe-core/playwright pins. Its own builder asks the page several times, and Playwright answers no
// new question once a navigation has begun; asked once, axe finishes while the next page waits.
const require = createRequire(import.meta.resolve('@axe-core/playwright'));
const { source } = require('axe-core') as { source: string };

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

/** Milliseconds the next page waits at most for axe to finish with this one. */
const PATIENCE = 15_000;

/** What is wrong on the pages a person went through: barriers axe found, and errors the browser reported. */
export interface Watch {
  readonly faults: string[];
  /** How many pages axe has looked at. */
  readonly looked: () => number;
  /** Ends when every page opened so far has been looked at. */
  readonly settled: () => Promise<void>;
}

/**
 * Looks at every page of the context with axe as soon as it has loaded. The next navigation is held back until it has
 * finished, so that no page is passed by unseen, however quickly a journey goes on.
 */
export async function watchPages(context: BrowserContext, withAxe: boolean): Promise<Watch> {
  const faults: string[] = [];
  let looked = 0;
  let looking: Promise<unknown> = Promise.resolve();
  const look = async (page: Page): Promise<void> => {
    const place = new URL(page.url()).pathname;
    const violations = await page.evaluate<Violation[]>(`${source}; axe.run().then((found) => found.violations)`);
    looked += 1;
    for (const { id, help, nodes } of violations) {
      const where = nodes.map((node) => node.target.join(' ')).join(', ');
      faults.push(`${place}: ${id}: ${help} (${where})`);
    }
  };
  context.on('page', (page) => {
    page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      // A page that is meant to be missing or forbidden is no fault; what the page itself says is.
      const isAnswer = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !isAnswer) faults.push(`${page.url()}: ${message.text()}`);
    });
    page.on('load', () => {
      if (!withAxe || !page.url().startsWith('http')) return;
      looking = looking
        .then(() => look(page))
        .catch((error: unknown) => faults.push(`${page.url()}: ${String(error)}`));
    });
  });
  await context.route('**/*', async (route) => {
    if (route.request().isNavigationRequest()) await Promise.race([looking, sleep(PATIENCE)]);
    await route.fallback();
  });
  return {
    faults,
    looked: () => looked,
    settled: async () => {
      await looking;
    },
  };
}
