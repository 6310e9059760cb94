/** A fault put into a copy of the source, and the rule that must catch it. */
export interface Plant {
  readonly rule: string;
  readonly what: string;
  readonly file: string;
  readonly text: string;
}

const plants: Plant[] = [];

function plant(rule: string, what: string, [file, text]: readonly [file: string, text: string]): void {
  plants.push({ rule, what, file, text: `${text}\n` });
}

plant('1-domains-import-upwards-only', 'a domain that calls one below it', [
  'src/domains/estates/commands/planted-downwards.ts',
  "import { planted } from '#domains/care/index.ts'; export const a = planted",
]);
plant('1-domains-import-upwards-only', 'a domain that knows a type of one below it', [
  'src/domains/estates/commands/planted-downwards-type.ts',
  "import type { Planted } from '#domains/care/index.ts'; export type A = Planted",
]);
plant('1-domain-has-a-place', 'a domain that is not in the list', [
  'src/domains/planted/commands.ts',
  "import { ok } from '#kernel/result.ts'; export const a = ok",
]);
plant('2-domains-meet-at-the-door', "a command that reaches into another domain's queries", [
  'src/domains/care/commands/planted-door.ts',
  "import { read } from '#domains/estates/queries/planted.ts'; export const a = read",
]);
plant('2-domains-meet-at-the-door', "a test that reaches into another domain's core", [
  'src/domains/care/planted-door.test.ts',
  "import { rule } from '#domains/estates/planted-core.ts'; export const a = rule",
]);
plant('2-fixtures-are-for-tests', 'a command that uses fixtures', [
  'src/domains/care/commands/planted-fixtures.ts',
  "import { made } from '../fixtures/planted.ts'; export const a = made",
]);
plant('3-core-is-pure', 'core that uses the platform', [
  'src/domains/care/planted-platform.ts',
  "import type { Database } from '#platform/db/database.ts'; export type A = Database",
]);
plant('3-core-is-pure', 'core that reads files', [
  'src/domains/care/planted-files.ts',
  "import { readFileSync } from 'node:fs'; export const a = readFileSync",
]);
plant('3-core-is-pure', 'core that uses a package', [
  'src/domains/care/planted-package.ts',
  "import fastify from 'fastify'; export const a = fastify",
]);
plant('4-core-never-calls-shell', 'core that reads the database through its queries', [
  'src/domains/care/planted-shell.ts',
  "import { read } from './queries/planted.ts'; export const a = read",
]);
plant('4-core-takes-only-types-from-other-doors', "core that calls another domain's door", [
  'src/domains/care/planted-call.ts',
  "import { planted } from '#domains/estates/index.ts'; export const a = planted",
]);
plant('5-sql-only-in-store-and-queries', 'a command with a statement of its own', [
  'src/domains/care/commands/planted-sql.ts',
  "import { sql } from '#platform/db/sql.ts'; export const a = sql`select 1`",
]);
plant('5-sql-only-in-store-and-queries', 'a page that uses the database driver', [
  'src/domains/care/web/planted-driver.ts',
  "import pg from 'pg'; export const a = pg",
]);
plant('6-edges-go-through-commands-and-queries', 'a page that writes to the store', [
  'src/domains/care/web/planted-store.ts',
  "import { write } from '../store/planted.ts'; export const a = write",
]);
plant('7-nobody-imports-an-edge', 'a command that calls a page', [
  'src/domains/care/commands/planted-edge.ts',
  "import { page } from '../web/planted.ts'; export const a = page",
]);
plant('7-nobody-imports-an-edge', 'a job that calls a page', [
  'src/domains/care/jobs/planted-edge.ts',
  "import { page } from '../web/planted.ts'; export const a = page",
]);
plant('7-ways-in-are-roots', 'the platform starting the command line', [
  'src/platform/planted/way-in.ts',
  "import '../../cli.ts'",
]);
plant('7-src-stands-alone', 'the product using a script', [
  'src/platform/planted/outside.ts',
  "import { domains } from '../../../scripts/domains.ts'; export const a = domains",
]);
plant('7-src-stands-alone', 'the demo loaded before it is asked for', [
  'src/main.ts',
  "import * as plantedSeed from '../demo/seed.ts'; export const planted = plantedSeed",
]);
plant('8-foundations-know-no-domain', 'the platform knowing a domain', [
  'src/platform/planted/domain.ts',
  "import type { Planted } from '#domains/estates/index.ts'; export type A = Planted",
]);
plant('8-kernel-and-engines-do-no-io', 'an engine reading files', [
  'src/engines/planted-files.ts',
  "import { readFileSync } from 'node:fs'; export const a = readFileSync",
]);
plant('8-kernel-and-engines-do-no-io', 'a kernel word using the platform', [
  'src/kernel/planted-platform.ts',
  "import type { Sql } from '#platform/db/sql.ts'; export type A = Sql",
]);
plant('8-kernel-stands-first', 'the kernel using an engine', [
  'src/kernel/planted-engine.ts',
  "import { a } from '#engines/planted-files.ts'; export const b = a",
]);
plant('9-no-cycles', 'two files that need each other', [
  'src/kernel/planted-ring.ts',
  "import type { Ring } from './planted-ring-other.ts'; export type A = Ring",
]);
plant('9-nothing-unresolved', 'an import that leads nowhere', [
  'src/kernel/planted-nowhere.ts',
  "import { a } from '#kernel/planted-missing.ts'; export const b = a",
]);
plant('9-production-uses-declared-dependencies', 'the product using a development tool', [
  'src/platform/planted/tool.ts',
  "import fc from 'fast-check'; export const a = fc",
]);

/** Every planted violation of the fence. */
export const plantedViolations: readonly Plant[] = plants;

/** Innocent files the planted ones lead to; where a real file of that name stands, the text is added to it. */
export const ground: Readonly<Record<string, string>> = {
  'src/domains/estates/index.ts': 'export const planted = 1; export type Planted = number\n',
  'src/domains/estates/planted-core.ts': 'export const rule = 1\n',
  'src/domains/estates/queries/planted.ts': 'export const read = 1\n',
  'src/domains/care/index.ts': 'export const planted = 1; export type Planted = number\n',
  'src/domains/care/queries/planted.ts': 'export const read = 1\n',
  'src/domains/care/store/planted.ts': 'export const write = 1\n',
  'src/domains/care/web/planted.ts': 'export const page = 1\n',
  'src/domains/care/fixtures/planted.ts': 'export const made = 1\n',
  'src/domains/care/planted-typed.ts':
    "import type { Planted } from '#domains/estates/index.ts'; export type Allowed = Planted\n",
  'src/kernel/planted-ring-other.ts': "import type { A } from './planted-ring.ts'; export type Ring = A\n",
  'src/cli.ts': 'export const planted = 1\n',
  'demo/seed.ts': 'export const plantedSeed = 1\n',
};
