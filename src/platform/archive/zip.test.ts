import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { PassThrough, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from 'node:test';
import { unzip } from '../../../test/support/unzip.ts';
import { writeZip, type ArchivedFile } from './zip.ts';

const at = Temporal.Instant.from('2026-03-02T09:00:00Z');
const piece = randomBytes(64 * 1024);
const file = (name: string, ...pieces: string[]): ArchivedFile => ({
  name,
  write: async (put) => {
    for (const each of pieces) await put(each);
  },
});

test('files stand in an archive in their order, each whole, and an empty one too', async () => {
  const to = new PassThrough();
  const read = buffer(to);
  await writeZip(to, [file('README.txt', 'Hello'), file('empty.csv'), file('ä.csv', 'a,b\r\n', '1,2\r\n')], at);
  const expected = { 'README.txt': 'Hello', 'empty.csv': '', 'ä.csv': 'a,b\r\n1,2\r\n' };
  assert.deepEqual(Object.fromEntries(unzip(await read)), expected);
});

test('a slow reader holds the writer back, so that memory does not grow with the file', async () => {
  let written = 0;
  const slow = new Writable({ highWaterMark: 1, write: () => undefined });
  const large: ArchivedFile = {
    name: 'large.csv',
    write: async (put) => {
      for (let n = 0; n < 500 && (await put(piece)); n += 1) written += piece.length;
    },
  };
  const done = writeZip(slow, [large], at);
  await sleep(200);
  assert.ok(written < 2_000_000, `${written} bytes were taken from the source while nobody read`);
  slow.destroy();
  await assert.rejects(done);
});

test('when the reader goes away the writer is told, finishes and no later file is begun', async () => {
  const to = new PassThrough();
  let [told, finished, begun] = [false, false, false];
  const done = writeZip(
    to,
    [
      {
        name: 'first.csv',
        write: async (put) => {
          while (await put(piece)) if (to.readableLength > 0) to.destroy();
          told = true;
          await sleep(20);
          finished = true;
        },
      },
      { name: 'second.csv', write: async () => void (begun = true) },
    ],
    at,
  );
  await assert.rejects(done);
  assert.deepEqual([told, finished, begun], [true, true, false]);
});

test('a file that cannot be read breaks the archive instead of leaving it short', async () => {
  const to = new PassThrough();
  to.resume();
  const failing = { name: 'b.csv', write: () => Promise.reject(new Error('the table is gone')) };
  await assert.rejects(writeZip(to, [file('a.csv', 'a'), failing], at), /the table is gone/);
  assert.ok(to.destroyed);
});
