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
  roles: readonly RoleChoice[];
  groupName: string | null;
  /** True when the group and everyone in it are made up: every page then says so. */
  fictional: boolean;
  nav: readonly NavItem[];
  csrfToken: string | null;
  flash: { kind: 'done' | 'note' | 'problem'; text: string } | null;
  /** Idle seconds after which the screen locks itself; null never locks. */
  idleSeconds: number | null;
  /** True when a half-written form waits to be put back after a lock. */
  keptForm: boolean;
}

/** Whose service it says it is: our wordmark unless whoever runs it configured their own. */
export interface Brand {
  name: string;
  /** Address of a picture served by us; without it the drawn mark is shown. */
  logoHref: string | null;
}

interface PageOptions {
  chrome: (request: FastifyRequest) => Chrome | Promise<Chrome>;
  clock: () => Temporal.Instant;
  brand?: Brand;
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
  roles: [],
  groupName: null,
  fictional: false,
  nav: [],
  csrfToken: null,
  flash: null,
  idleSeconds: null,
  keptForm: false,
};

function withCurrent(nav: readonly NavItem[], path: string): NavItem[] {
  if (nav.some((item) => item.current)) return [...nav];
  const matches = nav.filter((item) => path === item.href || path.startsWith(`${item.href.replace(/\/$/, '')}/`));
  const best = matches.reduce<NavItem | undefined>((a, b) => (a && a.href.length >= b.href.length ? a : b), undefined);
  return nav.map((item) => ({ ...item, current: item === best }));
}

/** Renders pages outside a request too (tests, letters): the same views, filters and layout. */
export function pageRenderer(clock: () => Temporal.Instant, brand: Brand = ownBrand, extraFolders: string[] = []) {
  const env = environment(clock, extraFolders);
  return (view: string, data: object, chrome: Chrome, path: string): string => {
    const shown = { ...chrome, nav: withCurrent(chrome.nav, path), path, brand, now: clock().toString() };
    return env.render(view, { ...data, chrome: shown });
  };
}

/** Gives every reply `page(view, data)`, which wraps a view in the page of whoever asks. */
export function registerPages(app: FastifyInstance, options: PageOptions): void {
  const render = pageRenderer(options.clock, options.brand);
  app.decorateReply('page', async function (this: FastifyReply, view: string, data: object = {}) {
    const request = this.request;
    const chrome = await options.chrome(request);
    const html = render(view, data, chrome, request.url.split('?')[0] ?? '/');
    if (!this.hasHeader('cache-control')) void this.header('cache-control', 'no-store');
    return this.type('text/html; charset=utf-8').send(html);
  });
}
