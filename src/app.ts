import { readFileSync } from 'node:fs';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, type FastifyRequest, type FastifyServerOptions } from 'fastify';
import {
  besideLimits,
  hearElsewhere,
  keptHearing,
  practiceFacts,
  recordParts,
  safeContactOf,
  unverifiedLimits,
} from '#domains/access/index.ts';
import { boardEdge } from '#domains/access/web/board.ts';
import { apiRoutes } from '#domains/access/web/api.ts';
import { booksEdge } from '#domains/access/web/books.ts';
import { accessEdge } from '#domains/access/web/edge.ts';
import { ownEdge } from '#domains/access/web/my/edge.ts';
import { fullnessEdge } from '#domains/access/web/fullness.ts';
import { rankingEdge } from '#domains/access/web/ranking.ts';
import { windowsEdge } from '#domains/access/web/windows.ts';
import { hubPlacesEdge } from '#domains/access/web/hub-places.ts';
import { levelsEdge } from '#domains/access/web/levels.ts';
import { accessKinds } from '#domains/access/fhir/kinds.ts';
import { bookingMessages } from '#domains/access/fhir/message.ts';
import { protocolsEdge } from '#domains/access/web/protocols.ts';
import { servicesEdge } from '#domains/access/web/services.ts';
import { sessionsEdge } from '#domains/access/web/sessions.ts';
import { continuityEdge } from '#domains/evaluation/web/continuity.ts';
import { fairnessEdge } from '#domains/evaluation/web/fairness.ts';
import { mondayEdge } from '#domains/evaluation/web/monday.ts';
import { screeningEdge } from '#domains/evaluation/web/screening.ts';
import { gapEdge } from '#domains/evaluation/web/gap.ts';
import { measuresEdge } from '#domains/evaluation/web/places.ts';
import { networkKinds } from '#domains/network/fhir.ts';
import * as network from '#domains/network/index.ts';
import { demoDoor, demoIdentity } from '#domains/network/web/demo-identity.ts';
import { groupEdge, ourPracticeEdge } from '#domains/network/web/edge.ts';
import { seeAudit } from '#domains/network/web/permissions.ts';
import { patientKind } from '#domains/patients/fhir.ts';
import { auditedPatients, findAudited, patientRoleOf, searchLimit } from '#domains/patients/index.ts';
import { patientsEdge } from '#domains/patients/web/edge.ts';
import { demoNhsDoor, demoNhsLogin } from '#domains/patients/web/demo-nhs-login.ts';
import { patientSignInRoutes } from '#domains/patients/web/sign-in.ts';
import { publishedEdge } from '#domains/published/web.ts';
import { practitionerRoles } from '#domains/workforce/fhir.ts';
import { gpsOf } from '#domains/workforce/index.ts';
import { workforceEdge } from '#domains/workforce/web/edge.ts';
import { demoServer } from '#platform/auth/demo-provider.ts';
import { registerClients } from '#platform/auth/clients.ts';
import { hearSentForms } from '#platform/auth/sent-form.ts';
import { registerIdentity, type Identity } from '#platform/auth/identity.ts';
import { signInWith, type Provider, type SignedIn } from '#platform/auth/sign-in.ts';
import { tokenRoutes } from '#platform/auth/token-web.ts';
import { signInRoutes } from '#platform/auth/web.ts';
import type { Database } from '#platform/db/database.ts';
import { apiPath, apiServer } from '#platform/api/server.ts';
import { fhirPath, fhirServer } from '#platform/fhir/server.ts';
import type { Edge } from '#platform/http/edge.ts';
import type { LiveEvents } from '#platform/http/events.ts';
import { healthRoutes } from '#platform/http/health.ts';
import { homeRoute } from '#platform/http/home.ts';
import { registerProblems } from '#platform/http/problems.ts';
import { guardRoutes, type DeclaredRoute } from '#platform/http/routes.ts';
import { registerSecurityHeaders } from '#platform/http/security.ts';
import { registerAssets } from '#platform/ui/assets.ts';
import { bareChrome, registerPages, type Chrome } from '#platform/ui/pages.ts';

/** Every domain's pages; their places make the navigation, in this order. */
const edges: readonly Edge[] = [
  ourPracticeEdge(practiceFacts),
  ownEdge,
  accessEdge,
  boardEdge,
  sessionsEdge,
  booksEdge,
  protocolsEdge,
  patientsEdge({
    gpsOf,
    async hear(context, words, now) {
      const id = context.actor.role === 'navigator' ? await hearElsewhere(context, words, now) : undefined;
      return id && `/calls/${id}`;
    },
    auditRoles: seeAudit.roles,
    safeFor: (tx, patientId) => safeContactOf(tx, { requestId: null, patientId }),
  }),
  workforceEdge({ besideLimits, unverified: unverifiedLimits }),
  fullnessEdge,
  rankingEdge,
  windowsEdge,
  servicesEdge,
  hubPlacesEdge,
  levelsEdge,
  measuresEdge,
  gapEdge,
  continuityEdge,
  fairnessEdge,
  screeningEdge,
  mondayEdge,
  groupEdge({
    find: findAudited,
    limit: searchLimit,
    patient: async (tx, id) => (await auditedPatients(tx, { id }))[0],
    partsOf: recordParts,
  }),
  publishedEdge,
];

/** Every kind of resource that other programs are told of. */
const fhirKinds = [...networkKinds, practitionerRoles, patientKind, ...accessKinds];
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** What an app is made of. Nothing in it is global, so that a test may have several. */
export interface AppParts {
  readonly db: Database;
  readonly events: LiveEvents;
  readonly publicUrl: string;
  /** The provider of a real deployment; without one the demonstration's own is used, in a demonstration alone. */
  readonly provider?: Provider;
  /** What patients sign in with; without one a demonstration has its own, and elsewhere they are helped by staff. */
  readonly patientProvider?: Provider;
  readonly demonstration: boolean;
  readonly idleMinutes: number;
  readonly patientIdleMinutes?: number;
  readonly sessionHours: number;
  readonly requestsPerMinute: number;
  /** Proxies that are believed when they say whom a request comes from; without any, it comes from whoever connects. */
  readonly trustProxy?: readonly string[];
  /** What a monitor shows to be given /metrics; without it there is none. */
  readonly metricsToken?: string | undefined;
  readonly logLevel: string;
  /** Where the log's lines go; standard output without it. */
  readonly logTo?: { readonly write: (line: string) => void };
  readonly now?: () => Temporal.Instant;
}

declare module 'fastify' {
  interface FastifyInstance {
    declaredRoutes: DeclaredRoute[];
  }
}

/** "1e309" is read as infinity, which Ajv's strictness would keep from being held against a field's bounds. */
const customOptions = { strictNumbers: false };

/** Builds the app: a request's whole life, top to bottom. */
export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  const { db, publicUrl, provider = demoIdentity(publicUrl) } = parts;
  const https = publicUrl.startsWith('https://');
  const sessionCookie = https ? '__Host-superpractice' : 'superpractice';
  const now = parts.now ?? (() => Temporal.Now.instant());
  const hearing = keptHearing(db, now);
  const demonstration = parts.demonstration && parts.provider === undefined;
  const nhsLogin = demoNhsLogin(publicUrl);
  const patientProvider = parts.patientProvider ?? (demonstration ? nhsLogin : undefined);
  const app: FastifyInstance = Fastify({
    logger: logOf(parts),
    ...{ bodyLimit: 256 * 1024, ajv: { customOptions } },
    // An address nobody can read leads nowhere, with the page and the headers of any other that does; PostgreSQL takes no NUL.
    rewriteUrl: ({ url = '/' }) => (isReadable(url) ? url.replaceAll('%00', '') : '/unreadable'),
    forceCloseConnections: true,
    trustProxy: parts.trustProxy?.length ? [...parts.trustProxy] : false,
    ...(demonstration
      ? { serverFactory: demoServer([await demoDoor(db, provider, now), await demoNhsDoor(db, nhsLogin, now)]) }
      : {}),
  });
  app.decorate('declaredRoutes', guardRoutes(app));
  registerSecurityHeaders(app, { https });
  await app.register(rateLimit, {
    max: parts.requestsPerMinute,
    timeWindow: '1 minute',
    allowList: isUnlimited,
    // A socket that has gone already has no address.
    keyGenerator: (request) => (request.socket.remoteAddress === undefined ? 'gone' : request.ip),
  });
  await app.register(cookie);
  await app.register(formbody, { bodyLimit: 256 * 1024 });
  registerIdentity(app, {
    db,
    people: { rolesOf: (id) => network.rolesOf(db, id), patientOf: (id) => patientRoleOf(db, id) },
    cookie: sessionCookie,
    idle: { staff: parts.idleMinutes, patient: parts.patientIdleMinutes ?? 60 },
    hearing,
    now,
  });
  hearSentForms(app, { db, hearing });
  const clients = { known: (id: string) => network.clientKnown(db, id) };
  registerClients(app, { db, clients });
  registerPages(app, { clock: now, chrome: (request) => chromeOf(request, parts.idleMinutes, demonstration) });
  registerProblems(app);
  registerAssets(app);
  healthRoutes(app, db, parts.metricsToken);
  const door = { db, publicUrl, demonstration, https, cookie: sessionCookie, sessionHours: parts.sessionHours };
  signInRoutes(app, {
    ...door,
    signIn: signInWith(provider),
    hearing,
    personFor: (signedIn) => personFor(db, signedIn, demonstration ? provider.issuer : undefined),
  });
  patientSignInRoutes(app, { ...door, signIn: patientProvider && signInWith(patientProvider) });
  tokenRoutes(app, { db, clients, publicUrl, now });
  homeRoute(app, edges);
  for (const edge of edges) edge.routes(app, { db, events: parts.events, now });
  await app.register(apiServer, {
    ...{ prefix: apiPath, publicUrl, version, now },
    scopes: network.apiScopes,
    routes: [apiRoutes],
  });
  await app.register(fhirServer, {
    prefix: fhirPath,
    kinds: fhirKinds,
    messages: bookingMessages,
    publicUrl,
    version,
    now,
  });
  return app;
}

/** Whether the path can be decoded; a query that cannot is read as it stands. */
function isReadable(url: string): boolean {
  try {
    return decodeURI(url.split('?')[0] ?? '') !== '';
  } catch {
    return false;
  }
}

function isUnlimited(request: FastifyRequest): boolean {
  return request.url.startsWith('/health/') || request.url.startsWith('/assets/');
}

/** Logs know the route's pattern, never the address asked for: an address may carry an id or a search. */
function logOf({ logLevel, logTo }: AppParts): Exclude<FastifyServerOptions['logger'], undefined> {
  return { level: logLevel, serializers: { req: describe }, ...(logTo === undefined ? {} : { stream: logTo }) };
}

function describe(request: FastifyRequest): { method: string; route: string } {
  return { method: request.method, route: request.routeOptions.url ?? 'unknown' };
}

/** The demonstration's provider can vouch for fictional people alone, whatever it says. */
async function personFor(
  db: Database,
  signedIn: SignedIn,
  demoIssuer: string | undefined,
): Promise<string | undefined> {
  if (signedIn.issuer === demoIssuer) return (await network.fictionalPerson(db, signedIn.subject))?.id;
  return network.recognise(db, signedIn);
}

function chromeOf({ identity }: FastifyRequest, idleMinutes: number, demonstration: boolean): Chrome {
  if (!identity || identity.session.locked) return { ...bareChrome, fictional: demonstration };
  const { current, roles, session } = identity;
  if (session.patient) return patientChrome(identity);
  const places = edges.flatMap((edge) => edge.places);
  return {
    ...bareChrome,
    person: current ? { name: current.personName, role: current.roleName, place: current.placeName } : null,
    roles: roles.map((role) => ({
      id: role.id,
      label: `${role.roleName}, ${role.placeName}`,
      current: role.id === current?.id,
    })),
    groupName: current?.groupName ?? null,
    fictional: current?.fictional ?? false,
    nav: current ? places.filter((place) => place.permission.roles.includes(current.role)) : [],
    csrfToken: session.csrf,
    idleSeconds: idleMinutes * 60,
  };
}

/** What a patient's pages carry: no roles to switch, no screen to lock, no navigation of the group's. */
function patientChrome({ current, session }: Identity): Chrome {
  return {
    ...bareChrome,
    patient: current ? { name: current.personName, practice: current.placeName } : null,
    groupName: current?.groupName ?? null,
    fictional: current?.fictional ?? false,
    csrfToken: session.csrf,
  };
}
