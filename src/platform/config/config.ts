import path from 'node:path';
import { err, ok, type Result } from '#kernel/result.ts';
import {
  address,
  anyText,
  decimal,
  hostName,
  notifyKey,
  oneOf,
  proxies,
  rsaKey,
  secret,
  uuid,
  whole,
  type ConfigProblem,
  type Parse,
} from './values.ts';

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const OIDC = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;
const NHS_LOGIN = ['NHS_LOGIN_ISSUER', 'NHS_LOGIN_CLIENT_ID', 'NHS_LOGIN_PRIVATE_KEY'] as const;
const NOTIFY = ['NOTIFY_API_KEY', 'NOTIFY_TEXT_TEMPLATE', 'NOTIFY_EMAIL_TEMPLATE'] as const;
const OWN_VARIABLES: readonly string[] = [
  'SUPERPRACTICE_DATA',
  'SUPERPRACTICE_DEMO',
  'SUPERPRACTICE_DEMO_SCALE',
  'SUPERPRACTICE_DEMO_ARRIVALS',
];

/** The provider people sign in with. */
export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** NHS login, as patients sign in with it: the client proves itself with its own key. */
export interface NhsLoginConfig {
  readonly issuer: string;
  readonly clientId: string;
  /** PKCS #8, PEM. */
  readonly clientKey: string;
}

/** GOV.UK Notify: one template for each way, whose whole text is ((message)). */
export interface NotifyConfig {
  readonly apiKey: string;
  readonly textTemplate: string;
  readonly emailTemplate: string;
  readonly baseUrl: string;
}

/** Every setting there is, read once at the start and never changed. */
export interface Config {
  /** 0 means any free port. */
  readonly port: number;
  readonly host: string;
  /** The owner's connection to a PostgreSQL of one's own; undefined for the embedded one. */
  readonly databaseUrl: string | undefined;
  /** The folder of the embedded database, absolute. */
  readonly dataDir: string;
  /** Whether an empty database gets the demonstration group. */
  readonly demo: boolean;
  /** The size of the demonstration, as a share of the whole. */
  readonly demoScale: number;
  /** Whether fictional patients go on asking while the demonstration runs. */
  readonly demoArrivals: boolean;
  readonly oidc: OidcConfig | undefined;
  /** What patients sign in with; undefined: they cannot, outside a demonstration. */
  readonly nhsLogin: NhsLoginConfig | undefined;
  /** What sends messages; undefined: they are shown in the app alone. */
  readonly notify: NotifyConfig | undefined;
  /** The address people reach the app by, without a slash at its end; undefined means http://localhost and the port. */
  readonly publicUrl: string | undefined;
  readonly idleLockMinutes: number;
  /** Minutes after which a patient who does nothing is signed out. */
  readonly patientIdleMinutes: number;
  readonly sessionHours: number;
  /** Who may say for whom it passes a request on; empty believes nobody. */
  readonly trustProxy: readonly string[];
  /** What a monitor must send to be given /metrics; undefined: there is no /metrics. */
  readonly metricsToken: string | undefined;
  readonly logLevel: (typeof LEVELS)[number];
}

/** Environment variables, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The settings of an environment, or everything that is wrong with them at once; `folder` is where ./data is. */
export function parseConfig(environment: Environment, folder: string): Result<Config, readonly ConfigProblem[]> {
  const problems: ConfigProblem[] = [];
  const raw = (variable: string) => environment[variable]?.trim() || undefined;
  const get = <T>(variable: string, parse: Parse<T>, accepted: string): T | undefined => {
    const text = raw(variable);
    const value = text === undefined ? undefined : parse(text);
    if (text !== undefined && value === undefined) problems.push({ variable, message: `accepts ${accepted}` });
    return value;
  };
  const postgres = address('postgres', 'postgresql');
  const connection = 'a PostgreSQL address, such as postgres://user:password@host:5432/name';
  // Empty it is an own database whose address did not arrive: the embedded one with its demonstration would take its place.
  if (environment['DATABASE_URL']?.trim() === '')
    problems.push({ variable: 'DATABASE_URL', message: `accepts ${connection}; leave it out for the embedded server` });
  const databaseUrl = get('DATABASE_URL', postgres, connection);
  const demo = get('SUPERPRACTICE_DEMO', oneOf(['yes', 'no']), 'yes or no');
  const config: Config = {
    port: get('PORT', whole(0, 65535), 'a whole number from 0 to 65535; 0 means any free port') ?? 3000,
    host: get('HOST', hostName, 'an address of this machine, such as 127.0.0.1 or 0.0.0.0') ?? '127.0.0.1',
    databaseUrl,
    dataDir: path.resolve(folder, get('SUPERPRACTICE_DATA', anyText, 'a folder') ?? 'data'),
    demo: demo === undefined ? databaseUrl === undefined : demo === 'yes',
    demoScale: get('SUPERPRACTICE_DEMO_SCALE', decimal(0.01, 1), 'a number from 0.01 to 1') ?? 1,
    demoArrivals: get('SUPERPRACTICE_DEMO_ARRIVALS', oneOf(['yes', 'no']), 'yes or no') !== 'no',
    oidc: readOidc(get, problems),
    nhsLogin: readNhsLogin(get, problems),
    notify: readNotify(get, problems),
    publicUrl: get('PUBLIC_URL', webAddress, 'an address without a path, such as https://practice.example.nhs.uk'),
    idleLockMinutes: get('IDLE_LOCK_MINUTES', whole(1, 240), 'a whole number of minutes from 1 to 240') ?? 15,
    patientIdleMinutes: get('PATIENT_IDLE_MINUTES', whole(20, 240), 'a whole number of minutes from 20 to 240') ?? 60,
    sessionHours: get('SESSION_HOURS', whole(1, 24), 'a whole number of hours from 1 to 24') ?? 10,
    trustProxy:
      get('TRUST_PROXY', proxies, 'loopback, addresses and ranges such as 10.0.0.0/8, divided by commas') ?? [],
    metricsToken: get('METRICS_TOKEN', secret, 'a secret of 20 to 200 characters without spaces'),
    logLevel: get('LOG_LEVEL', oneOf(LEVELS), `one of ${LEVELS.join(', ')}`) ?? 'info',
  };
  problems.push(...unknownVariables(environment));
  return problems.length === 0 ? ok(Object.freeze(config)) : err(problems);
}

/** The problems as lines for the person at the terminal, each beginning with its variable. */
export function describeProblems(problems: readonly ConfigProblem[]): string {
  const lines = problems.map(({ variable, message }) => `  ${variable} ${message}`);
  return ['Superpractice cannot start with these settings:', ...lines].join('\n');
}

type Get = <T>(variable: string, parse: Parse<T>, accepted: string) => T | undefined;

/** All of a set of variables or none: what is missing of a set that was begun is a problem. */
function allOrNone<T extends readonly string[]>(
  variables: T,
  given: readonly (string | undefined)[],
  problems: ConfigProblem[],
): boolean {
  if (given.every((value) => value !== undefined)) return true;
  if (problems.some(({ variable }) => variables.includes(variable)) || given.every((value) => value === undefined))
    return false;
  for (const [place, variable] of variables.entries()) {
    if (given[place] === undefined)
      problems.push({ variable, message: `is missing: set all of ${variables.join(', ')}, or none` });
  }
  return false;
}

function readOidc(get: Get, problems: ConfigProblem[]): OidcConfig | undefined {
  const issuer = get('OIDC_ISSUER', address('https', 'http'), "the sign-in provider's address, beginning https://");
  const clientId = get('OIDC_CLIENT_ID', anyText, 'the name that the sign-in provider gave to this app');
  const clientSecret = get('OIDC_CLIENT_SECRET', anyText, 'the secret that the sign-in provider gave to this app');
  const all = allOrNone(OIDC, [issuer, clientId, clientSecret], problems);
  return all && issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : undefined;
}

function readNhsLogin(get: Get, problems: ConfigProblem[]): NhsLoginConfig | undefined {
  const issuer = get('NHS_LOGIN_ISSUER', address('https', 'http'), "NHS login's address, beginning https://");
  const clientId = get('NHS_LOGIN_CLIENT_ID', anyText, 'the name that NHS login gave to this app');
  const clientKey = get(
    'NHS_LOGIN_PRIVATE_KEY',
    rsaKey,
    'an RSA private key as PKCS #8 (PEM); \\n may stand for new lines',
  );
  const all = allOrNone(NHS_LOGIN, [issuer, clientId, clientKey], problems);
  return all && issuer && clientId && clientKey ? { issuer, clientId, clientKey } : undefined;
}

function readNotify(get: Get, problems: ConfigProblem[]): NotifyConfig | undefined {
  const apiKey = get('NOTIFY_API_KEY', notifyKey, 'an API key of GOV.UK Notify');
  const id = 'the id of a template of GOV.UK Notify whose text is ((message))';
  const textTemplate = get('NOTIFY_TEXT_TEMPLATE', uuid, id);
  const emailTemplate = get('NOTIFY_EMAIL_TEMPLATE', uuid, id);
  const baseUrl = get('NOTIFY_URL', address('https', 'http'), "GOV.UK Notify's address, beginning https://");
  const all = allOrNone(NOTIFY, [apiKey, textTemplate, emailTemplate], problems);
  if (!all || !apiKey || !textTemplate || !emailTemplate) return undefined;
  return { apiKey, textTemplate, emailTemplate, baseUrl: baseUrl ?? 'https://api.notifications.service.gov.uk' };
}

function webAddress(text: string): string | undefined {
  const written = address('https', 'http')(text);
  if (written === undefined) return undefined;
  const url = new URL(written);
  return url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' ? url.origin : undefined;
}

function unknownVariables(environment: Environment): ConfigProblem[] {
  return Object.keys(environment)
    .filter((name) => name.startsWith('SUPERPRACTICE_') && !OWN_VARIABLES.includes(name))
    .map((variable) => ({ variable, message: `is not a setting: there are ${OWN_VARIABLES.join(', ')}` }));
}
