import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { environment } from './environment.ts';

/** A place in the navigation. */
interface NavItem {
  href: string;
  label: string;
  /** Set it only when the address alone does not say; otherwise the longest matching address is current. */
  current?: boolean;
}

/** A role the signed-in person holds and may switch to. */
interface RoleChoice {
  id: string;
  label: string;
  current: boolean;
}

/** What every page carries around its content. */
export interface Chrome {
  person: { name: string; role: string; place: string | null } | null;
  /** The patient whose own pages these are. */
  patient: { name: string; practice: string } | null;
  roles: readonly RoleChoice[];
  groupName: string | null;
  /** True when the group and everyone in it are made up: every page then says so. */
  fictional: boolean;
  nav: readonly NavItem[];
  csrfToken: string | null;
  flash: { kind: 'done' | 'note' | 'problem'; text: string } | null;
  /** Idle seconds after which the screen locks itself; null never locks. */
  idleSeconds: number | null;
}

/** Whose service it says it is: our wordmark unless whoever runs it configured their own. */
export interface Brand {
  name: string;
  /** Address of a picture served by us; without it the drawn mark is shown. */
  logoHref: string | null;
}

interface PageOptions extends Rendering {
  chrome: (request: FastifyRequest) => Chrome | Promise<Chrome>;
}

declare module 'fastify' {
  interface FastifyReply {
    /** Renders a view inside its layout and sends it as HTML that is not to be stored. */
    page(view: string, data?: object): Promise<FastifyReply>;
  }
}

const ownBrand: Brand = { name: 'Superpractice', logoHref: null };

/** The chrome of a page for nobody in particular: sign-in, errors before a session is known. */
export const bareChrome: Chrome = {
  person: null,
  patient: null,
  roles: [],
  groupName: null,
  fictional: false,
  nav: [],
  csrfToken: null,
  flash: null,
  idleSeconds: null,
};

function withCurrent(nav: readonly NavItem[], path: string): NavItem[] {
  if (nav.some((item) => item.current)) return [...nav];
  const matches = nav.filter((item) => path === item.href || path.startsWith(`${item.href.replace(/\/$/, '')}/`));
  const best = matches.reduce<NavItem | undefined>((a, b) => (a && a.href.length >= b.href.length ? a : b), undefined);
  return nav.map((item) => ({ ...item, current: item === best }));
}

interface Rendering {
  clock: () => Temporal.Instant;
  brand?: Brand;
  /** Folders searched for views besides our own. */
  folders?: readonly string[];
}

/** A page's surroundings: what it carries and the address it is at. */
interface Surroundings {
  chrome: Chrome;
  path: string;
  /** The page a form stood on that this one answers: the address to come back to, as a form's own cannot be opened. */
  formPage?: string | undefined;
}

/** Renders a view in its surroundings, outside a request too. */
export function pageRenderer({ clock, brand = ownBrand, folders = [] }: Rendering) {
  const env = environment(clock, folders);
  return (view: string, data: object, { chrome, path, formPage }: Surroundings): string => {
    const shown = { ...chrome, nav: withCurrent(chrome.nav, path), path, formPage, brand, now: clock().toString() };
    return env.render(view, { ...data, chrome: shown });
  };
}

/** The page a form stood on, when this very app sent the person from it; its path alone, so that nothing is led astray. */
export function formPageOf({ headers }: FastifyRequest): string | undefined {
  const from = URL.parse(headers.referer ?? '');
  return from !== null && from.host === headers.host ? `${from.pathname}${from.search}` : undefined;
}

/** Gives every reply `page(view, data)`, which wraps a view in the page of whoever asks. */
export function registerPages(app: FastifyInstance, options: PageOptions): void {
  const render = pageRenderer(options);
  app.decorateReply('page', async function (this: FastifyReply, view: string, data: object = {}) {
    const request = this.request;
    const chrome = await options.chrome(request);
    const html = render(view, data, {
      chrome,
      path: request.url.split('?')[0] ?? '/',
      formPage: request.method === 'GET' ? undefined : formPageOf(request),
    });
    if (!this.hasHeader('cache-control')) void this.header('cache-control', 'no-store');
    return this.type('text/html; charset=utf-8').send(html);
  });
}
