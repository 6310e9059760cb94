import { defineConfig } from '@playwright/test';
import { chromiumArguments, findChromium } from './scripts/chromium.ts';

const executablePath = findChromium();

/** Browser journeys: the real app on a real database, in a real Chromium. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/browser',
  globalSetup: './e2e/support/start.ts',
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  // Journeys of keys pressed at the very moment a page changes depend on how busy the machine is: a second try is told, never hidden.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    screenshot: 'only-on-failure',
    launchOptions: { ...(executablePath === undefined ? {} : { executablePath }), args: chromiumArguments },
  },
  projects: [
    { name: 'browser', testIgnore: '**/*.no-script.spec.ts' },
    { name: 'no script', testMatch: '**/*.no-script.spec.ts', use: { javaScriptEnabled: false } },
  ],
});
