import assert from 'node:assert/strict';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { ESLint } from 'eslint';
import fastify from 'fastify';
import tseslint from 'typescript-eslint';
import { guardRoutes, route } from '#platform/http/routes.ts';
import { domains } from '../scripts/domains.ts';
import { cruise, overlooked } from '../scripts/fence.ts';
import { filesUnder } from '../scripts/testing/kinds.ts';
import { ground, plantedViolations } from './support/plants.ts';
import { ownershipFaults, sqlNames, strayStatements } from './support/sql-scan.ts';

const root = path.join(import.meta.dirname, '..');

describe('The fence', async () => {
  const real = await cruise(root);
  const copy = copyWithPlants();
  after(() => rmSync(copy, { recursive: true, force: true }));
  const planted = await cruise(copy);
  // A ring is reported once, at either of its files.
  const rulesAgainst = (file: string) =>
    planted.violations
      .filter(({ rule, from, to }) => from === file || (rule === '9-no-cycles' && to === file))
      .map(({ rule }) => rule);

  test('looks at every module there is', () => {
    assert.ok(real.modules.length > 0);
    assert.deepEqual(overlooked(root, real), []);
    assert.deepEqual(overlooked(copy, planted), []);
  });

  test('finds nothing forbidden in the project', () => {
    assert.deepEqual(real.violations, []);
  });

  for (const { rule, what, file } of plantedViolations) {
    test(`catches ${what} by rule ${rule}`, () => {
      const against = rulesAgainst(file);
      assert.ok(against.includes(rule), `caught by ${against.join(', ') || 'nothing'}`);
    });
  }

  test('has a planted violation for each of its rules', () => {
    const config = readFileSync(path.join(root, '.dependency-cruiser.mjs'), 'utf8');
    const named = new Set([...config.matchAll(/name: '(\d-[\w-]+)'/g)].map((match) => match[1]));
    assert.deepEqual(named, new Set(plantedViolations.map(({ rule }) => rule)));
  });

  test("lets core know the types of another domain's door", () => {
    assert.deepEqual(rulesAgainst('src/domains/care/planted-typed.ts'), []);
  });

  test('knows the place of every domain', () => {
    const folders = readdirSync(path.join(root, 'src/domains'));
    assert.deepEqual(
      folders.filter((name) => !(domains as readonly string[]).includes(name)),
      [],
    );
  });
});

describe('Tables belong to one domain', () => {
  const files = filesUnder(root, 'src/domains').flatMap((file) => {
    const [, domain, kind] = /^src\/domains\/([^/]+)\/(store|queries)(?:\.ts|\/.*(?<!\.test)\.ts)$/.exec(file) ?? [];
    return domain !== undefined && (kind === 'store' || kind === 'queries') ? [{ file, domain, kind } as const] : [];
  });

  test('in statements the scan can read', () => {
    const statements = files.map(({ file }) => sqlNames(readFileSync(path.join(root, file), 'utf8')).statements);
    assert.ok(statements.reduce((sum, each) => sum + each, 0) > 0);
  });

  test('so a store names only its own schema, and queries only schemas at or above their place', () => {
    const faults = files.flatMap(({ file, domain, kind }) =>
      ownershipFaults(domain, kind, readFileSync(path.join(root, file), 'utf8')).map((fault) => `${file} ${fault}`),
    );
    assert.deepEqual(faults, []);
  });

  test('and no statement stands outside store and queries', () => {
    const others = filesUnder(root, 'src/domains').filter(
      (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !files.some((each) => each.file === file),
    );
    const stray = others.flatMap((file) =>
      strayStatements(readFileSync(path.join(root, file), 'utf8')).map((found) => `${file}: ${found}`),
    );
    assert.deepEqual(stray, []);
  });

  test('catches a statement in a string, and leaves English alone', () => {
    assert.equal(strayStatements('tx.client.query(`select id from access.request where id = ${id}`)').length, 1);
    assert.equal(strayStatements("tx.client.query('update access.request set state = 1')").length, 1);
    assert.deepEqual(strayStatements("const words = 'Select a practice from the list'"), []);
  });

  for (const [what, kind, statement] of [
    ['a store that writes to another schema', 'store', 'update network.practice set name = ${name}'],
    ['a store that reads another schema', 'store', 'insert into access.request select id from patients.patient'],
    ['a store that names a table without its schema', 'store', 'delete from request where id = ${id}'],
    ['queries that read a schema below', 'queries', 'select id from finance.payment'],
    ['queries that join a schema below', 'queries', 'select 1 from access.request r join care.plan p on p.id = r.id'],
    [
      'queries that name a table without its schema',
      'queries',
      'select 1 from access.request r left join slot s on true',
    ],
    ['queries that insert', 'queries', 'insert into access.request (id) values (${id})'],
    ['queries that update', 'queries', 'update access.request r set state = 1'],
    [
      'queries that delete in a with',
      'queries',
      'with gone as (delete from access.request returning id) select id from gone',
    ],
  ] as const) {
    test(`catches ${what}`, () => {
      assert.equal(ownershipFaults('access', kind, `const a = sql\`${statement}\``).length, 1);
    });
  }

  for (const [what, kind, statement] of [
    [
      'a store of its own',
      'store',
      'insert into access.request (id) values (${id}) on conflict (id) do update set state = 1',
    ],
    [
      'reading above',
      'queries',
      'select extract(year from p.born) from patients.patient p where a is distinct from b for update',
    ],
    [
      'with, functions and sets',
      'queries',
      'with recent as (select 1 from access.request), other as materialized (select 2) select * from recent, other, unnest(${ids}::text[]) as given(id) join platform.today() on true',
    ],
    ['a copy', 'store', 'copy access.request (id) from stdin with (format csv)'],
    ['an alias called like a schema', 'queries', 'select care.id from access.request care where care.id = ${id}'],
  ] as const) {
    test(`accepts ${what}`, () => {
      assert.deepEqual(ownershipFaults('access', kind, `const a = sql\`${statement}\``), []);
    });
  }
});

describe('Core, engines and kernel know no clock, chance or outside world', () => {
  // The rules of purity need no types, so the planted text need not be part of the program.
  const eslint = new ESLint({ cwd: root, overrideConfig: tseslint.configs.disableTypeChecked as never });
  const faultsOf = async (file: string, text: string) => {
    const [result] = await eslint.lintText(text, { filePath: path.join(root, file) });
    return (result?.messages ?? [])
      .map(({ ruleId }) => ruleId ?? 'unreadable')
      .filter((rule) => /restricted|unreadable/.test(rule));
  };
  const impure = [
    'Date.now()',
    'new Date()',
    'Date()',
    '[Date]',
    "new Intl.DateTimeFormat('en-GB').format()",
    'Math.random()',
    'Temporal.Now.instant()',
    "process.env['PATH']",
    "fetch('https://example.org')",
    'setTimeout(() => undefined, 1)',
    'setInterval(() => undefined, 1)',
    'performance.now()',
    'crypto.randomUUID()',
    "console.log('seen')",
    'globalThis.Date',
    'global.process',
    "Reflect.get(Temporal, 'Now')",
    "new EventSource('x')",
    '(() => { const m = Math; return m.random(); })()',
    "import('node:fs')",
  ];

  for (const text of impure) {
    test(`so ${text} is caught in all three, and allowed in the shell`, async () => {
      const source = `export const planted = ${text};\n`;
      for (const file of ['src/kernel/planted.ts', 'src/engines/planted.ts', 'src/domains/care/planted.ts']) {
        assert.equal((await faultsOf(file, source)).length, 1, file);
      }
      for (const file of [
        'src/domains/care/commands.ts',
        'src/domains/care/web/planted.ts',
        'src/platform/planted.ts',
      ]) {
        assert.deepEqual(await faultsOf(file, source), [], file);
      }
    });
  }

  test('and pure text is accepted', async () => {
    const pure = 'export const planted = (at: Temporal.Instant) => new Date(at.epochMilliseconds);\n';
    assert.deepEqual(await faultsOf('src/domains/care/planted.ts', pure), []);
  });
});

describe('The app refuses to start with a route', () => {
  const permission = { name: 'see planted things', roles: ['auditor'] };
  const config = { permission, audit: 'planted-seen' };
  const start = async (options: object) => {
    const app = fastify();
    guardRoutes(app);
    app.route({ method: 'GET', url: '/planted', handler: () => 'seen', ...options });
    await app.ready();
  };

  for (const [what, options, fault] of [
    ['without a permission', { config: { audit: 'planted-seen' }, schema: {} }, /no permission/],
    [
      'that is public for no reason',
      { config: { ...config, permission: { public: ' ' } }, schema: {} },
      /without a reason/,
    ],
    [
      'whose permission no role carries',
      { config: { ...config, permission: { name: 'x', roles: [] } }, schema: {} },
      /no role/,
    ],
    ['without an audit name', { config: { permission }, schema: {} }, /no audit/],
    ['without a schema', { config }, /no schema/],
  ] as const) {
    test(what, async () => {
      await assert.rejects(start(options), fault);
    });
  }

  test('but starts with one that has all three', async () => {
    const app = fastify();
    const declared = guardRoutes(app);
    route(app, {
      method: 'GET',
      url: '/planted',
      permission,
      audit: 'planted-seen',
      schema: {},
      handler: async () => 'seen',
    });
    await app.ready();
    assert.deepEqual(
      declared.map(({ method, url, audit }) => [method, url, audit]),
      [['GET', '/planted', 'planted-seen']],
    );
    assert.equal(declared[0]?.permission, permission);
  });
});

function copyWithPlants(): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'superpractice-fence-'));
  for (const name of ['src', 'scripts', 'demo', 'package.json', 'tsconfig.json', '.dependency-cruiser.mjs']) {
    if (existsSync(path.join(root, name))) cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  for (const [file, text] of [
    ...Object.entries(ground),
    ...plantedViolations.map((each) => [each.file, each.text] as const),
  ]) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
    appendFileSync(path.join(copy, file), text);
  }
  return copy;
}
