import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { provideChromium } from '../chromium.ts';
import { runTool } from './processes.ts';
import { heading, tally, type Tally } from './tally.ts';

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: { message?: string }[];
}

/** Runs the browser journeys with Playwright in a Chromium that is found or installed; none at all is a failure. */
export async function runBrowserTests(root: string, specs: readonly string[]): Promise<Tally> {
  heading('Tests: browser');
  const startedAt = performance.now();
  const counted = tally('browser');
  const report = path.join(root, 'test-results/browser.json');
  mkdirSync(path.dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const env = { CHROMIUM: provideChromium(), PLAYWRIGHT_JSON_OUTPUT_NAME: report, FORCE_COLOR: '0' };
  const args = ['test', '--reporter=list,json', ...specs];
  const { code } = await runTool('playwright', args, { cwd: root, env, live: true });
  const { stats, errors } = existsSync(report)
    ? (JSON.parse(readFileSync(report, 'utf8')) as PlaywrightReport)
    : { stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] };
  counted.passed = stats.expected + stats.flaky;
  counted.failed = stats.unexpected + errors.length;
  if (stats.flaky > 0) process.stdout.write(`${stats.flaky} of them passed only when tried again\n`);
  counted.skipped = stats.skipped;
  if (code !== 0 && counted.failed === 0) counted.failed = 1;
  if (counted.passed + counted.failed === 0) counted.failed = 1;
  counted.milliseconds = performance.now() - startedAt;
  return counted;
}
