import { expect, test } from '@playwright/test';
import { watchPages } from './support/watch.ts';

const page = (body: string) => `<!doctype html><html lang="en"><title>Planted</title><main>${body}</main></html>`;

test('A barrier or a script error on any page visited is a fault, even when the journey goes straight on', async ({
  context,
}) => {
  await context.route('http://planted.test/**', (route) => {
    const isFirst = route.request().url().endsWith('/first');
    const body = isFirst ? '<h1>First</h1><img src="data:,"><a href="/next">Next</a>' : '<h1>Next</h1>';
    return route.fulfill({ contentType: 'text/html', body: page(body) });
  });
  const watch = await watchPages(context, true);
  const visitor = await context.newPage();
  await visitor.goto('http://planted.test/first');
  await visitor.getByRole('link').click();
  await visitor.waitForURL('**/next');
  await visitor.evaluate('setTimeout(() => { throw new Error("planted") })');
  await expect.poll(() => watch.faults.length).toBeGreaterThan(1);
  await watch.settled();
  expect(watch.looked()).toBe(2);
  expect(watch.faults.join('\n')).toContain('/first: image-alt');
  expect(watch.faults.join('\n')).toContain('planted');
});
