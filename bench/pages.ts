// How long pages take of people who are signed in, with the database behind, at 50 requests a second.
import { setTimeout as sleep } from 'node:timers/promises';
import { browser, castOf, measured, signIn, type Browser, type Taken } from '../demo/replay/browser.ts';
import { spread } from '../demo/replay/figures.ts';
import start from '../e2e/support/start.ts';
import type { Benchmark } from './run.ts';

/** The rate of the target, and before it one at which nothing waits for anything else. */
const [quiet, perSecond] = [5, 50];
const seconds = 30;
const target = { p99Ms: 50 };

/** Who looks at what, as often as it stands here: the pages that stay open or are opened all day. */
const looks: readonly (readonly [who: string, paths: readonly string[]])[] = [
  ['Niamh Carrow', ['/calls', '/calls', '/waiting', 'a call', 'a call', 'a call']],
  ['Dr Hana Rahmani', ['/my-day', '/red-flags', '/hand-backs']],
  ['Wes Calderbank', ['/today', '/levels', '/measures/continuity']],
];

interface Look {
  readonly tab: Browser;
  readonly path: string;
}

/** Everybody signed in, with the addresses of what they look at. */
async function signedIn(base: string): Promise<Look[]> {
  const cast = await castOf(browser(base, []));
  const found: Look[] = [];
  for (const [who, paths] of looks) {
    const member = cast.find(({ name }) => name === who);
    if (!member) throw new Error(`${who} is not in the demonstration`);
    const tab = browser(base, []);
    await signIn(tab, member);
    const queue = await tab.open('/calls');
    const calls = [...queue.document.querySelectorAll('form[action$="/take"]')].map(
      (form) => form.getAttribute('action')?.replace(/\/take$/, '') ?? '',
    );
    let next = 0;
    for (const path of paths)
      found.push({ tab, path: path === 'a call' ? (calls[next++ % calls.length] ?? '/calls') : path });
  }
  return found;
}

/** Sends at the rate whatever the answers take, each from an address of its own: offices are many, and one is limited. */
async function ask(base: string, all: readonly Look[], rate: { perSecond: number; seconds: number }): Promise<Taken[]> {
  const taken: Taken[] = [];
  const began = performance.now();
  const open: Promise<unknown>[] = [];
  for (let n = 0; n < rate.perSecond * rate.seconds; n += 1) {
    const wait = began + (n * 1000) / rate.perSecond - performance.now();
    if (wait > 1) await sleep(wait);
    const { tab, path } = all[n % all.length] as Look;
    const headers = { cookie: tab.cookie(), accept: 'text/html', 'x-forwarded-for': `10.0.${n % 200}.1` };
    open.push(measured(new URL(path, base), { method: 'GET', headers }, taken));
  }
  await Promise.all(open);
  return taken;
}

/** The small demonstration, started for this; or an app of any size that runs at an address, with `TRUST_PROXY=loopback`. */
async function appAt(address: string | undefined): Promise<{ base: string; of: string; stop: () => Promise<void> }> {
  if (address !== undefined) return { base: address, of: 'the app that ran', stop: () => Promise.resolve() };
  process.env['TRUST_PROXY'] = 'loopback';
  const stop = await start();
  return { base: process.env['E2E_ADDRESS'] ?? '', of: 'the demonstration at a scale of 0.05', stop };
}

async function main([address]: readonly string[]): Promise<object> {
  const { base, of: measuredOn, stop } = await appAt(address);
  try {
    const all = await signedIn(base);
    // The first of each page is compiled and planned: nobody's day begins with a new process.
    await ask(base, all, { perSecond: quiet, seconds: 5 });
    const alone = await ask(base, all, { perSecond: quiet, seconds: 12 });
    const began = performance.now();
    const taken = await ask(base, all, { perSecond, seconds });
    const took = (performance.now() - began) / 1000;
    const wrong = taken.filter(({ status }) => status !== 200).length;
    const of = (list: readonly Taken[]) => {
      const { count, p50, p95, p99 } = spread(list.map(({ ms }) => ms));
      return { asked: count, p50Ms: p50, p95Ms: p95, p99Ms: p99 };
    };
    const overall = { ...of(taken), answeredPerSecond: Math.round((taken.length / took) * 10) / 10, wrong };
    const pages = [...Map.groupBy(taken, ({ route }) => route)].map(([route, list]) => ({ route, ...of(list) }));
    const atEase = { perSecond: quiet, ...of(alone) };
    for (const row of [{ route: `all, ${quiet} a second`, ...atEase }, { route: 'all', ...overall }, ...pages])
      console.log(JSON.stringify(row));
    const met = (overall.p99Ms ?? Infinity) <= target.p99Ms && wrong === 0;
    console.log(`Target: p99 ≤ ${target.p99Ms} ms at ${perSecond} requests a second: ${met ? 'met' : 'NOT met'}`);
    return { perSecond, seconds, measuredOn, target, met, overall, atEase, pages };
  } finally {
    await stop();
  }
}

export const benchmark: Benchmark = {
  about:
    'how long pages take of people signed in, with the database behind, at 50 requests a second; p99 to be at most 50 ms',
  run: main,
};
