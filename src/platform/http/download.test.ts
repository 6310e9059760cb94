import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import fastify from 'fastify';
import { display, download } from './download.ts';

void test('a file is sent under its name and type, and nothing on the way keeps it', async () => {
  const app = fastify();
  app.get('/csv', (_, reply) => download(reply, 'practices.csv', 'a,b\r\n'));
  app.get('/zip', (_, reply) => download(reply, 'our.data.zip', Buffer.from('PK')));
  app.get('/letter', (_, reply) => display(reply, 'letter.pdf', Buffer.from('%PDF')));
  const csv = await app.inject('/csv');
  assert.equal(csv.body, '\ufeffa,b\r\n');
  assert.equal(csv.headers['content-type'], 'text/csv; charset=utf-8');
  assert.equal(csv.headers['content-disposition'], 'attachment; filename="practices.csv"');
  assert.equal(csv.headers['cache-control'], 'no-store');
  const zip = await app.inject('/zip');
  assert.equal(zip.headers['content-type'], 'application/zip');
  assert.equal(zip.headers['cache-control'], 'no-store');
  const letter = await app.inject('/letter');
  assert.equal(letter.headers['content-type'], 'application/pdf');
  assert.equal(letter.headers['content-disposition'], 'inline; filename="letter.pdf"');
  assert.equal(letter.headers['cache-control'], 'no-store');
});

void test('no route writes the head of a file by itself', () => {
  const src = path.join(import.meta.dirname, '../..');
  const files = globSync('**/*.ts', { cwd: src }).filter((file) => !file.endsWith('.test.ts'));
  assert.ok(files.length > 100);
  const own = files.filter((file) => readFileSync(path.join(src, file), 'utf8').includes('content-disposition'));
  assert.deepEqual(own, ['platform/http/download.ts']);
});
