import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';

// The shell first: it draws no window that nobody sees, and a journey costs a third less.
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** What Chromium needs to run quietly without a display; as root it cannot use its own sandbox. */
export const chromiumArguments = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** The path of a Chromium on this machine: the one CHROMIUM names, Playwright's, or an installed one. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM'];
  if (named) {
    if (!runs(named)) throw new Error(`CHROMIUM is ${named}, which is not a program that can be run`);
    return named;
  }
  const onPath = (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [chromium.executablePath(), ...onPath, ...places].find((file) => file !== '' && runs(file));
}

/** Finds a Chromium or gets one (Debian's package as root, else Playwright's download); failing both, says what to do. */
export function provideChromium(): string {
  const tried: string[] = [];
  for (const install of [undefined, ...installers()]) {
    if (install) tried.push(attempt(install));
    const found = findChromium();
    if (found) return found;
  }
  throw new Error(
    `The browser tests need Chromium and none could be installed.\n${tried.join('\n')}\n` +
      'Install it (Debian: apt-get install chromium; elsewhere: npx playwright install chromium) or set CHROMIUM to its path.',
  );
}

function installers(): string[][] {
  const debian = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  const playwright = ['npx', 'playwright', 'install', 'chromium'];
  const install = ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'fonts-liberation'];
  const packages = [
    ['apt-get', 'update', '-qq'],
    ...['chromium-headless-shell', 'chromium'].map((name) => [...install, name]),
  ];
  return debian ? [...packages, playwright] : [playwright];
}

function attempt([command = '', ...args]: string[]): string {
  console.error(`No Chromium found: running ${command} ${args.join(' ')}`);
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'], timeout: 300_000, env });
    return `${command} ${args.join(' ')}: done`;
  } catch (error) {
    return `${command} ${args.join(' ')}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function runs(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

if (import.meta.main) console.log(provideChromium());
