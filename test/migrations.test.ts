import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { migrate, readMigrations, type Migration } from '#platform/db/migrate.ts';
import { sql } from '#platform/db/sql.ts';
import { emptyDatabase, type TestDatabase } from './support/database.ts';

const known = await readMigrations();

const next = (change: Partial<Migration>): Migration => ({
  id: known.length + 1,
  name: `${String(known.length + 1).padStart(4, '0')}_next.sql`,
  text: 'create table platform.planted (id integer primary key)',
  checksum: 'planted',
  breaking: false,
  ...change,
});

const appliedIn = async ({ owner }: TestDatabase): Promise<string[]> =>
  (await owner.rows<{ name: string }>(sql`select name from platform.migration order by id`)).map(({ name }) => name);

describe('The migrator', () => {
  test('brings an empty database up to date, and changes nothing the second time', async () => {
    const t = await emptyDatabase();
    const names = known.map(({ name }) => name);
    assert.deepEqual(await migrate(t.ownerUrl), names);
    assert.deepEqual(await migrate(t.ownerUrl), []);
    assert.deepEqual(await appliedIn(t), names);
    await t.drop();
  });

  test('applies each migration once, however many start at the same moment', async () => {
    const t = await emptyDatabase();
    const starters = await Promise.all(Array.from({ length: 12 }, () => migrate(t.ownerUrl)));
    const names = known.map(({ name }) => name);
    assert.deepEqual(starters.flat().sort(), names);
    assert.deepEqual(await appliedIn(t), names);
    await t.drop();
  });

  test('leaves nothing of a migration that fails, and carries on when it is put right', async () => {
    const t = await emptyDatabase();
    const broken = next({ text: 'create table platform.planted (id integer); select 1 / 0' });
    await assert.rejects(migrate(t.ownerUrl, [...known, broken]), /division by zero/);
    assert.equal((await appliedIn(t)).length, known.length);
    assert.deepEqual(await migrate(t.ownerUrl, [...known, next({})]), [next({}).name]);
    await t.drop();
  });

  test('refuses a database that a newer version changed in a breaking way', async () => {
    const t = await emptyDatabase();
    await migrate(t.ownerUrl, [...known, next({ breaking: true })]);
    await assert.rejects(migrate(t.ownerUrl), /newer version/);
    await t.drop();
  });

  test('works on a database that a newer version only added to', async () => {
    const t = await emptyDatabase();
    await migrate(t.ownerUrl, [...known, next({})]);
    assert.deepEqual(await migrate(t.ownerUrl), []);
    await t.drop();
  });

  test('refuses a migration that was edited after it was applied', async () => {
    const t = await emptyDatabase();
    await migrate(t.ownerUrl, [...known, next({})]);
    await assert.rejects(migrate(t.ownerUrl, [...known, next({ checksum: 'edited' })]), /was changed after/);
    await t.drop();
  });

  test('tells whoever gave it a login without the rights which setting to change', async () => {
    const t = await emptyDatabase();
    await assert.rejects(migrate(t.appUrl), { name: 'SetupProblem', message: /^DATABASE_URL: its login may not/ });
    await t.drop();
  });

  test('lets the app role neither change the schema nor own anything', async () => {
    const t = await emptyDatabase();
    await migrate(t.ownerUrl);
    await assert.rejects(t.db.rows(sql`create table platform.planted (id integer)`), /permission denied/);
    const owned = await t.owner.rows(
      sql`select relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'superpractice_app'`,
    );
    assert.deepEqual(owned, []);
    const rights = await t.owner.one(
      sql`select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = 'superpractice_app'`,
    );
    assert.deepEqual(rights, { rolsuper: false, rolbypassrls: false, rolcreaterole: false });
    await t.drop();
  });
});
