import path from 'node:path';
import { err, ok, type Result } from '#kernel/result.ts';
import {
  address,
  anyText,
  decimal,
  hostName,
  oneOf,
  proxies,
  secret,
  whole,
  type ConfigProblem,
  type Parse,
} from './values.ts';

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const OIDC = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;
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
  /** The address people reach the app by, without a slash at its end; undefined means http://localhost and the port. */
  readonly publicUrl: string | undefined;
  readonly idleLockMinutes: number;
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
    publicUrl: get('PUBLIC_URL', webAddress, 'an address without a path, such as https://practice.example.nhs.uk'),
    idleLockMinutes: get('IDLE_LOCK_MINUTES', whole(1, 240), 'a whole number of minutes from 1 to 240') ?? 15,
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

function readOidc(
  get: <T>(variable: string, parse: Parse<T>, accepted: string) => T | undefined,
  problems: ConfigProblem[],
): OidcConfig | undefined {
  const before = problems.length;
  const issuer = get('OIDC_ISSUER', address('https', 'http'), "the sign-in provider's address, beginning https://");
  const clientId = get('OIDC_CLIENT_ID', anyText, 'the name that the sign-in provider gave to this app');
  const clientSecret = get('OIDC_CLIENT_SECRET', anyText, 'the secret that the sign-in provider gave to this app');
  if (issuer && clientId && clientSecret) return { issuer, clientId, clientSecret };
  if (problems.length > before || (!issuer && !clientId && !clientSecret)) return undefined;
  const given = [issuer, clientId, clientSecret];
  for (const [place, variable] of OIDC.entries()) {
    if (given[place] === undefined) {
      problems.push({ variable, message: `is missing: set all of ${OIDC.join(', ')}, or none` });
    }
  }
  return undefined;
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
