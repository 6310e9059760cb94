import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { csvRows } from './csv-rows.ts';

/** What one reading of a file's bytes tells. */
export interface Survey {
  /** Of the uncompressed content. */
  readonly sha256: string;
  readonly bytes: number;
  /** Files that are not UTF-8 are read as Windows-1252, which contains ISO 8859-1. */
  readonly encoding: 'utf-8' | 'windows-1252';
}

/** The cells of a file's first line; or why it has none, and whether the file is one that ought to have been readable. */
export type Heading =
  | { readonly kind: 'cells'; readonly cells: string[] }
  | { readonly kind: 'none'; readonly why: string }
  | { readonly kind: 'unreadable'; readonly why: string };

/** No heading of any publication is nearly so long (bytes). */
const longestHeading = 1 << 16;

async function firstBytes(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

const starts = (bytes: Buffer, ...with_: number[]) => with_.every((byte, at) => bytes[at] === byte);
const isGzip = (bytes: Buffer) => starts(bytes, 0x1f, 0x8b);
const isZip = (bytes: Buffer) =>
  starts(bytes, 0x50, 0x4b) && (starts(bytes.subarray(2), 3, 4) || starts(bytes.subarray(2), 5, 6));

/** Whether an error says that a compressed file cannot be unpacked. */
export function isDamage(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}

/** The file's content, unpacked where it is gzip, whatever its name. */
export async function contentOf(file: string): Promise<Readable> {
  const raw = createReadStream(file, { highWaterMark: 1 << 18 });
  if (!isGzip(await firstBytes(file))) return raw;
  const unpacked = createGunzip({ chunkSize: 1 << 18 });
  raw.on('error', (error) => unpacked.destroy(error));
  unpacked.on('close', () => raw.destroy());
  return raw.pipe(unpacked);
}

const none = (why: string): Heading => ({ kind: 'none', why });

/** Why a file whose bytes begin so is no table of text; null where nothing is against it yet. */
function notText(file: string, first: Buffer): string | null {
  if (first.length === 0) return 'it is empty';
  if (isZip(first))
    return /\.(xlsx|xlsm|ods)$/i.test(file)
      ? 'it is a spreadsheet: save its sheet as CSV and import that'
      : 'it is a zip archive, which is not unpacked here: unpack it and import the files in it';
  if (starts(first, 0xff, 0xfe) || starts(first, 0xfe, 0xff))
    return 'it is text in UTF-16: save it as CSV in UTF-8 and import that';
  return null;
}

async function startOf(file: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of (await contentOf(file)) as AsyncIterable<Buffer>) {
    parts.push(chunk);
    bytes += chunk.length;
    if (chunk.includes(10) || bytes > longestHeading) break;
  }
  return Buffer.concat(parts);
}

/** The cells of the first line. Reads no more of the file than that. */
export async function headingOf(file: string): Promise<Heading> {
  try {
    const against = notText(file, await firstBytes(file));
    if (against !== null) return none(against);
    const start = await startOf(file);
    if (start.length === 0) return none('it is empty');
    if (start.includes(0)) return none('it is not a table of text but a file for a program');
    const end = start.indexOf(10);
    if (end > longestHeading || (end < 0 && start.length > longestHeading))
      return none(
        `its first line is longer than ${longestHeading.toLocaleString('en-GB')} characters, so it has no heading`,
      );
    const line = start.subarray(0, end < 0 ? undefined : end + 1).toString('latin1');
    return await firstRow(line.replace(/^\u00ef\u00bb\u00bf/, ''));
  } catch (error) {
    if (isDamage(error))
      return { kind: 'unreadable', why: 'the compressed file is damaged or cut off: fetch it again' };
    return { kind: 'unreadable', why: 'it could not be read: is it there, and may this user read it?' };
  }
}

async function firstRow(line: string): Promise<Heading> {
  let first: string[] = [];
  const rows = csvRows((cells) => void (first = cells));
  const fault = (await rows.feed(line)) ?? (await rows.end());
  return fault === null ? { kind: 'cells', cells: first } : none(`its heading cannot be read: ${fault.reason}`);
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

/** Every file of the paths given, folders with all they contain, each file once, in the order of their names; null where one does not exist. */
export async function filesUnder(given: string): Promise<string[] | null> {
  const found = await stat(given).catch(() => null);
  if (found === null) return null;
  if (!found.isDirectory()) return [given];
  const entries = await readdir(given, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  // A link to a folder above would show the same files again at every turn: each is read where it is nearest.
  const once = new Map<string, string>();
  for (const file of files) {
    const real = await realpath(file);
    if (!once.has(real)) once.set(real, file);
  }
  return [...once.values()].sort();
}
