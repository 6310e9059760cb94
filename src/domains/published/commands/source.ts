import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse/sync';

/** What one reading of a file's bytes tells. */
export interface Survey {
  /** Of the uncompressed content. */
  readonly sha256: string;
  readonly bytes: number;
  /** Files that are not UTF-8 are read as Windows-1252, which contains ISO 8859-1. */
  readonly encoding: 'utf-8' | 'windows-1252';
}

async function isCompressed(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

/** The file's content, unpacked where it is gzip, whatever its name. */
export async function contentOf(file: string): Promise<Readable> {
  const raw = createReadStream(file, { highWaterMark: 1 << 18 });
  if (!(await isCompressed(file))) return raw;
  const unpacked = createGunzip({ chunkSize: 1 << 18 });
  raw.on('error', (error) => unpacked.destroy(error));
  unpacked.on('close', () => raw.destroy());
  return raw.pipe(unpacked);
}

/** The cells of the first line; null where the file is not a table of text. */
export async function headingOf(file: string): Promise<string[] | null> {
  const parts: Buffer[] = [];
  for await (const chunk of await contentOf(file)) {
    parts.push(chunk as Buffer);
    if ((chunk as Buffer).includes(10)) break;
  }
  const start = Buffer.concat(parts);
  if (start.includes(0)) return null;
  const end = start.indexOf(10);
  const line = start.subarray(0, end < 0 ? undefined : end).toString('latin1');
  try {
    const rows: string[][] = parse(line.replace(/^\u00ef\u00bb\u00bf/, ''), { relax_quotes: true });
    return rows[0] ?? null;
  } catch {
    return null;
  }
}

/** Reads the whole file once, to know it again and to know how to read it. */
export async function survey(file: string): Promise<Survey> {
  const hash = createHash('sha256');
  const strict = new TextDecoder('utf-8', { fatal: true });
  let [bytes, unicode] = [0, true];
  const check = (chunk?: Buffer) => {
    try {
      if (unicode) strict.decode(chunk, { stream: chunk !== undefined });
    } catch {
      unicode = false;
    }
  };
  for await (const chunk of (await contentOf(file)) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
    check(chunk);
  }
  check();
  return { sha256: hash.digest('hex'), bytes, encoding: unicode ? 'utf-8' : 'windows-1252' };
}

/** Every file of the paths given, folders with all they contain, in the order of their names; null where one does not exist. */
export async function filesUnder(given: string): Promise<string[] | null> {
  const found = await stat(given).catch(() => null);
  if (found === null) return null;
  if (!found.isDirectory()) return [given];
  const entries = await readdir(given, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
