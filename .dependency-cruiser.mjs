// The fence. Each rule is numbered as in docs/decisions and has a planted violation in test/architecture.test.ts.
import { domains, shellNames } from './scripts/domains.ts';

const anyOf = (names) => `(?:${names.join('|')})`;
const named = (names) => `${anyOf(names)}(?:\\.ts$|/)`;

const domain = '^src/domains/([^/]+)/';
const ownDomain = '^src/domains/$1/';
const tests = '\\.test\\.ts$';
const shell = `^src/domains/[^/]+/${named(shellNames)}`;
const core = { path: domain, pathNot: [shell, tests] };
const edges = ['web', 'fhir', 'jobs', 'cli'];
const waysIn = '^src/(?:main|app|worker|cli)\\.ts$';
const outside = '^(?:demo|bench|test|e2e|scripts)/';
const assertions = '^(?:node:)?assert(?:/strict)?$';
const thirdParty = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'];

const upwardsOnly = domains.slice(0, -1).map((name, place) => ({
  name: '1-domains-import-upwards-only',
  comment: 'A domain imports only from domains above it; news for one below travels as an event.',
  severity: 'error',
  from: { path: `^src/domains/${name}/` },
  to: { path: `^src/domains/${anyOf(domains.slice(place + 1))}/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...upwardsOnly,
    {
      name: '1-domain-has-a-place',
      comment: 'Every domain stands in the list of scripts/domains.ts, so that its place in the order is known.',
      severity: 'error',
      from: { path: '^src/domains/', pathNot: `^src/domains/${anyOf(domains)}/` },
      to: {},
    },
    {
      name: '2-domains-meet-at-the-door',
      comment: 'Other domains are reached through their index.ts alone (fixtures and tests may share fixtures).',
      severity: 'error',
      from: { path: domain, pathNot: [tests, `^src/domains/[^/]+/${named(['fixtures'])}`] },
      to: { path: domain, pathNot: [ownDomain, '^src/domains/[^/]+/index\\.ts$'] },
    },
    {
      name: '2-domains-meet-at-the-door',
      comment: 'Tests and fixtures reach other domains through index.ts and fixtures.',
      severity: 'error',
      from: { path: domain },
      to: { path: domain, pathNot: [ownDomain, `^src/domains/[^/]+/${named(['index', 'fixtures'])}`] },
    },
    {
      name: '2-fixtures-are-for-tests',
      comment: 'Fixtures are test data: only tests, other fixtures and the folders outside src use them.',
      severity: 'error',
      from: { path: '^src/', pathNot: [tests, `^src/domains/[^/]+/${named(['fixtures'])}`] },
      to: { path: `^src/domains/[^/]+/${named(['fixtures'])}` },
    },
    {
      name: '3-core-is-pure',
      comment: 'Core does no I/O: no platform, no packages, no Node modules but assertions.',
      severity: 'error',
      from: core,
      to: { path: '^src/(?!kernel/|engines/|domains/)' },
    },
    {
      name: '3-core-is-pure',
      comment: 'Core does no I/O: no platform, no packages, no Node modules but assertions.',
      severity: 'error',
      from: core,
      to: { dependencyTypes: ['core', ...thirdParty], pathNot: assertions },
    },
    {
      name: '4-core-never-calls-shell',
      comment: 'The shell calls the core; what the core needs comes as arguments.',
      severity: 'error',
      from: core,
      to: { path: `${ownDomain}${named(shellNames)}` },
    },
    {
      name: '4-core-takes-only-types-from-other-doors',
      comment: "Another domain's door leads to its queries and commands: core may know its types, not call it.",
      severity: 'error',
      from: core,
      to: { path: domain, pathNot: ownDomain, dependencyTypesNot: ['type-only'] },
    },
    {
      name: '5-sql-only-in-store-and-queries',
      comment: 'Within domains, statements stand in store and queries; database functions in migrations.',
      severity: 'error',
      from: { path: domain, pathNot: [tests, `^src/domains/[^/]+/${named(['store', 'queries'])}`] },
      to: { path: ['^src/platform/db/sql\\.ts$', 'node_modules/(?:@types/)?(?:pg|pg-copy-streams|graphile-worker)/'] },
    },
    {
      name: '6-edges-go-through-commands-and-queries',
      comment: 'Edges and the door change state by commands and read by queries; only those reach the store.',
      severity: 'error',
      from: { path: `${domain}${named([...edges, 'views', 'index'])}` },
      to: { path: `^src/domains/[^/]+/${named(['store'])}` },
    },
    {
      name: '7-nobody-imports-an-edge',
      comment:
        'Routes, jobs, FHIR and commands of the command line are mounted by the four ways in, and called by nobody.',
      severity: 'error',
      from: { path: '^src/', pathNot: [waysIn, tests, `^src/domains/[^/]+/${named([...edges, 'views'])}`] },
      to: { path: `^src/domains/[^/]+/${named([...edges, 'views'])}` },
    },
    ...edges.map((edge) => ({
      name: '7-nobody-imports-an-edge',
      comment: 'One edge does not call another: what they share is a command, a query or core.',
      severity: 'error',
      from: { path: `${domain}${named([...edges, 'views'])}`, pathNot: `^src/domains/[^/]+/${named([edge])}` },
      to: { path: `^src/domains/[^/]+/${named([edge])}` },
    })),
    {
      name: '7-ways-in-are-roots',
      comment: 'The four ways in are imported only by each other.',
      severity: 'error',
      from: { path: '^src/', pathNot: [waysIn, tests] },
      to: { path: waysIn },
    },
    {
      name: '7-src-stands-alone',
      comment:
        'The product uses nothing of demo, bench, test, e2e or scripts; main and cli load the demo seed, and the replay, on demand.',
      severity: 'error',
      from: { path: '^src/', pathNot: [tests, '^src/(?:main|cli)\\.ts$'] },
      to: { path: outside },
    },
    {
      name: '7-src-stands-alone',
      comment: 'main and cli load demo/seed.ts, by dynamic import only, and nothing else from outside src.',
      severity: 'error',
      from: { path: '^src/(?:main|cli)\\.ts$' },
      to: { path: outside, pathNot: '^demo/seed\\.ts$' },
    },
    {
      name: '7-src-stands-alone',
      comment: 'main and cli load demo/seed.ts, by dynamic import only, and nothing else from outside src.',
      severity: 'error',
      from: { path: '^src/(?:main|cli)\\.ts$' },
      to: { path: outside, dependencyTypesNot: ['dynamic-import'] },
    },
    {
      name: '8-foundations-know-no-domain',
      comment: 'kernel, engines and platform have no domain words.',
      severity: 'error',
      from: { path: '^src/(?:kernel|engines|platform)/' },
      to: { path: '^src/domains/' },
    },
    {
      name: '8-kernel-and-engines-do-no-io',
      comment: 'kernel and engines import neither platform nor packages nor Node modules but assertions.',
      severity: 'error',
      from: { path: '^src/(?:kernel|engines)/', pathNot: tests },
      to: { path: '^src/(?!kernel/|engines/|domains/)' },
    },
    {
      name: '8-kernel-and-engines-do-no-io',
      comment: 'kernel and engines import neither platform nor packages nor Node modules but assertions.',
      severity: 'error',
      from: { path: '^src/(?:kernel|engines)/', pathNot: tests },
      to: { dependencyTypes: ['core', ...thirdParty], pathNot: assertions },
    },
    {
      name: '8-kernel-stands-first',
      comment: 'The kernel uses nothing but itself.',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: tests },
      to: { path: '^src/engines/' },
    },
    {
      name: '9-no-cycles',
      comment: 'A ring of files can only be understood, tested and moved as one.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: '9-nothing-unresolved',
      comment: 'An import that leads nowhere hides from every other rule.',
      severity: 'error',
      // Browser modules import by address: the server gives them their libraries.
      from: { pathNot: '^src/platform/ui/js/' },
      to: { couldNotResolve: true },
    },
    {
      name: '9-production-uses-declared-dependencies',
      comment: 'src runs on what package.json lists under dependencies.',
      severity: 'error',
      from: { path: '^(?:src|demo)/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    moduleSystems: ['es6'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      // A package of types alone has no module.
      mainFields: ['module', 'main', 'types'],
    },
  },
};
