import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from './port.ts';
import { startEmbedded, type EmbeddedServer } from './server.ts';

const dataDir = await mkdtemp(path.join(tmpdir(), 'embedded-test-'));
const used: EmbeddedServer[] = [];
after(async () => {
  for (const server of used.reverse()) await server.stop({ hurry: true });
  // Children of a server that was stopped at once may still be closing their files.
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10 });
});

async function start(): Promise<EmbeddedServer> {
  const server = await startEmbedded({ dataDir });
  used.push(server);
  return server;
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

async function kill(server: EmbeddedServer): Promise<void> {
  process.kill(server.pid(), 'SIGKILL');
  while (await query(server.superuserUrl, 'select 1').catch(() => undefined)) await sleep(10);
}

const notes = async (server: EmbeddedServer): Promise<unknown[]> =>
  (await query(server.ownerUrl, 'select text from note order by text')).map((row) => row['text']);

test('the embedded server keeps its data through stops, kills and adoptions', async (t) => {
  const first = await start();

  await t.test('a fresh folder becomes a durable PostgreSQL 18 in UTF-8 that sorts by code point', async () => {
    assert.equal(first.origin, 'created');
    const [row] = await query(
      first.superuserUrl.replace(/postgres$/, 'superpractice'),
      `select current_setting('server_version_num')::int / 10000 as version, current_setting('fsync') as fsync,
         current_setting('listen_addresses') as listens, current_setting('shared_preload_libraries') as preloaded,
         pg_encoding_to_char(encoding) as encoding, upper('é') as upper, 'B' < 'a' as by_code_point
       from pg_database where datname = current_database()`,
    );
    assert.deepEqual(row, {
      version: 18,
      fsync: 'on',
      listens: '127.0.0.1',
      preloaded: '',
      encoding: 'UTF8',
      upper: 'É',
      by_code_point: true,
    });
  });

  await t.test('the app’s login can neither bypass row-level security nor make anything', async () => {
    const rights = 'rolsuper, rolbypassrls, rolcreaterole, rolcreatedb';
    const [app] = await query(first.appUrl, `select ${rights} from pg_roles where rolname = current_user`);
    assert.deepEqual(app, { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false });
    const [owner] = await query(first.ownerUrl, `select ${rights} from pg_roles where rolname = current_user`);
    assert.deepEqual(owner, { rolsuper: false, rolbypassrls: false, rolcreaterole: true, rolcreatedb: false });
    await assert.rejects(query(first.appUrl, 'create table mine (a int)'), /permission denied/);
  });

  await t.test('nobody gets in without the password, not even from this machine', async () => {
    const wrong = new URL(first.superuserUrl);
    wrong.password = 'postgres';
    await assert.rejects(query(wrong.href, 'select 1'), /password authentication failed/);
  });

  await t.test('passwords and the run file can be read by their owner alone', async () => {
    for (const file of ['run.json', 'postgres.log', 'postgres/superpractice.passwords.json']) {
      assert.equal((await stat(path.join(dataDir, file))).mode & 0o777, 0o600, file);
    }
    const run = JSON.parse(await readFile(path.join(dataDir, 'run.json'), 'utf8')) as { pid: number; port: number };
    assert.deepEqual([run.pid, run.port], [first.pid(), first.port]);
  });

  await t.test('a killed server comes back on the same port with everything that was committed', async () => {
    await query(first.ownerUrl, `create table note (text text); insert into note values ('before the kill')`);
    await kill(first);
    assert.equal(await first.revive(), true);
    assert.equal(await first.revive(), false);
    assert.deepEqual(await notes(first), ['before the kill']);
  });

  await t.test('a second start joins the running server, and the server outlives the first to leave', async () => {
    const second = await start();
    assert.deepEqual([second.origin, second.port, second.pid()], ['found', first.port, first.pid()]);
    await second.stop();
    assert.deepEqual(await notes(first), ['before the kill']);
  });

  await t.test('ten starts at once end with one server', async () => {
    const joined = await Promise.all(Array.from({ length: 10 }, start));
    assert.deepEqual([...new Set(joined.map((server) => server.pid()))], [first.pid()]);
    await Promise.all(joined.map((server) => server.stop()));
    assert.deepEqual(await notes(first), ['before the kill']);
  });

  await t.test('the last to leave stops it, and the next start keeps the data', async () => {
    await query(first.ownerUrl, `insert into note values ('before the stop')`);
    await first.stop();
    await assert.rejects(query(first.ownerUrl, 'select 1'), /ECONNREFUSED/);
    const next = await start();
    assert.equal(next.origin, 'started');
    assert.deepEqual(await notes(next), ['before the kill', 'before the stop']);
    await next.stop();
  });

  await t.test('a postmaster.pid that names a stranger does not keep the server from starting', async () => {
    const stranger = `${process.pid}\n${dataDir}/postgres\n1\n${await freePort()}\n\n127.0.0.1\n 1 1\nready   \n`;
    await writeFile(path.join(dataDir, 'postgres', 'postmaster.pid'), stranger);
    const next = await start();
    assert.equal(next.origin, 'started');
    await next.stop();
  });

  await t.test('a server killed while nobody looked after it is recovered by the next start', async () => {
    const next = await start();
    await query(next.ownerUrl, `insert into note values ('after the strangers')`);
    await kill(next);
    const recovered = await start();
    assert.equal(recovered.origin, 'started');
    assert.equal((await notes(recovered)).length, 3);
  });
});

test('a folder with somebody else’s database is left alone', async () => {
  const theirs = await mkdtemp(path.join(tmpdir(), 'embedded-test-'));
  await mkdir(path.join(theirs, 'postgres'));
  await writeFile(path.join(theirs, 'postgres', 'PG_VERSION'), '18\n');
  await assert.rejects(startEmbedded({ dataDir: theirs }), /did not make[^]*SUPERPRACTICE_DATA/);
  assert.deepEqual(await readdir(path.join(theirs, 'postgres')), ['PG_VERSION']);
  await rm(theirs, { recursive: true });
});
