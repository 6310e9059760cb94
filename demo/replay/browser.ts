import { setTimeout as sleep } from 'node:timers/promises';
import { parseHTML } from 'linkedom';

/** One answer of the server: which route, its status and how long it took from sending to the last byte. */
export interface Taken {
  readonly route: string;
  readonly status: number;
  readonly ms: number;
}

/** As much of the browser's elements as is used here; the types of the browser itself are not those of a server. */
interface Found {
  readonly localName: string;
  readonly textContent: string;
  querySelector(selector: string): Found | null;
  querySelectorAll(selector: string): Iterable<Found>;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
}

/** A page as a browser ends up on it, after the redirects. */
export interface Page {
  readonly status: number;
  readonly path: string;
  readonly document: Pick<Found, 'querySelector' | 'querySelectorAll'>;
}

/** What is typed, ticked or pressed, by the field's name. */
type Typed = Readonly<Record<string, string | readonly string[]>>;

/** Somebody's browser: it keeps cookies, follows redirects and sends the forms of the page it is on. */
export interface Browser {
  open(path: string): Promise<Page>;
  /** What it says of itself with each request, as the header has it. */
  cookie(): string;
  /** Sends the form of a page that `selector` finds, with what is typed or pressed besides what stands in it. */
  send(page: Page, selector: string, typed?: Typed): Promise<Page>;
}

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const patience = 90_000;

/** The route of an address, with what names one thing taken out. */
export function routeOf(method: string, path: string): string {
  const bare = path.split('?')[0] ?? '';
  return `${method} ${bare.replaceAll(uuid, ':id').replace(/^(\/demo-identity\/[a-z]+\/).+$/, '$1:id')}`;
}

/** Asks once and measures; a server that says it is asked too often is asked again when it says. */
export async function measured(
  url: URL,
  init: RequestInit & { method: string },
  taken: Taken[],
): Promise<{ response: Response; body: string }> {
  for (;;) {
    const from = performance.now();
    const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(patience) });
    const body = await response.text();
    taken.push({
      route: routeOf(init.method, url.pathname),
      status: response.status,
      ms: performance.now() - from,
    });
    if (response.status !== 429) return { response, body };
    await sleep(Number(response.headers.get('retry-after') ?? 1) * 1000);
  }
}

// Its own types name the browser's document, of which as much is used as stands above.
const documentOf = (html: string): Page['document'] =>
  (parseHTML(html) as unknown as { document: Page['document'] }).document;

/** What a form would send as it stands. */
function fieldsOf(form: Found): URLSearchParams {
  const fields = new URLSearchParams();
  for (const input of form.querySelectorAll('input, textarea, select')) {
    const name = input.getAttribute('name');
    const type = input.getAttribute('type');
    if (name === null || ((type === 'radio' || type === 'checkbox') && !input.hasAttribute('checked'))) continue;
    const chosen = input.querySelector('option[selected]') ?? input.querySelector('option');
    const value =
      input.localName === 'select'
        ? chosen?.getAttribute('value')
        : input.localName === 'textarea'
          ? input.textContent
          : input.getAttribute('value');
    fields.append(name, value ?? '');
  }
  return fields;
}

/** A new browser without cookies, whose answers are put to `taken`. */
export function browser(base: string, taken: Taken[]): Browser {
  const cookies = new Map<string, string>();
  const keep = (response: Response): void => {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const value = pair.slice(at + 1);
      if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(line)) cookies.delete(pair.slice(0, at));
      else cookies.set(pair.slice(0, at), value);
    }
  };
  const cookie = (): string => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const ask = async (path: string, body?: URLSearchParams): Promise<Page> => {
    let url = new URL(path, base);
    let sent = body;
    for (let hops = 0; hops < 12; hops += 1) {
      const headers = {
        cookie: cookie(),
        accept: 'text/html',
        origin: new URL(base).origin,
      };
      const init = sent ? { method: 'POST', headers, body: sent } : { method: 'GET', headers };
      const { response, body: html } = await measured(url, init, taken);
      keep(response);
      const to = response.headers.get('location');
      if (to === null || response.status < 300 || response.status > 399)
        return { status: response.status, path: url.pathname, document: documentOf(html) };
      url = new URL(to, url);
      sent = undefined;
    }
    throw new Error(`${path} is redirected without end`);
  };
  return {
    open: (path) => ask(path),
    cookie,
    async send(page, selector, typed = {}) {
      const form = page.document.querySelector(selector);
      if (!form) throw new Error(`${page.path} (${page.status}) has no form ${selector}`);
      const fields = fieldsOf(form);
      for (const [name, value] of Object.entries(typed)) {
        fields.delete(name);
        for (const each of [value].flat()) fields.append(name, each);
      }
      return ask(form.getAttribute('action') ?? page.path, fields);
    },
  };
}

/** Somebody who can be chosen on the demonstration's sign-in page, with the roles it names. */
export interface CastMember {
  readonly id: string;
  readonly name: string;
  readonly roles: string;
}

/** Everybody the demonstration lets a visitor be. */
export async function castOf(one: Browser): Promise<CastMember[]> {
  const page = await one.open('/sign-in/start?return=/');
  return [...page.document.querySelectorAll('button[name=person]')].map((button) => ({
    id: button.getAttribute('value') ?? '',
    name: button.querySelector('b')?.textContent ?? '',
    roles: button.querySelector('span')?.textContent ?? '',
  }));
}

/** Signs somebody of the cast in by the demonstration's identity provider. */
export async function signIn(one: Browser, { id, name }: CastMember): Promise<void> {
  const choosing = await one.open('/sign-in/start?return=/');
  const page = await one.send(choosing, 'main form', { person: id });
  if (page.status !== 200) throw new Error(`${name} could not sign in (${page.status} at ${page.path})`);
}
