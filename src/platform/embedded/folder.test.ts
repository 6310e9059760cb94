import assert from 'node:assert/strict';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { prepareFolder } from './folder.ts';

test('a data folder is made with those above it, by any number of starts at once', async (t) => {
  const above = await mkdtemp(path.join(tmpdir(), 'superpractice-folder-'));
  t.after(() => rm(above, { recursive: true }));
  const wanted = path.join(above, 'a', 'b', 'c');
  await Promise.all(Array.from({ length: 8 }, () => prepareFolder(wanted)));
  assert.ok((await stat(wanted)).isDirectory());
});

test('a place that takes no folders is said at once, with the variable that names it', async (t) => {
  const above = await mkdtemp(path.join(tmpdir(), 'superpractice-folder-'));
  t.after(() => rm(above, { recursive: true }));
  const file = path.join(above, 'file');
  await writeFile(file, '');
  for (const place of [file, path.join(file, 'data'), ...(process.platform === 'linux' ? ['/proc/no/data'] : [])])
    await assert.rejects(prepareFolder(place), /SUPERPRACTICE_DATA/, place);
});
