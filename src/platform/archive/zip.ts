import { once } from 'node:events';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** Takes the next piece of a file; answers false once nobody reads the archive any more. */
export type Put = (piece: string | Buffer) => Promise<boolean>;

/** A file of an archive: its name and whoever writes its content, which is called when all files before it are whole. */
export interface ArchivedFile {
  readonly name: string;
  readonly write: (put: Put) => Promise<void>;
}

/**
 * Writes files into a ZIP archive one after another, holding no more than a few pieces in memory however large they are.
 * Rejects, and leaves the archive visibly broken, when a file cannot be written or the reader goes away; even then the
 * file being written is written to its end, because its source may be one that cannot be broken off.
 */
export async function writeZip(to: Writable, files: readonly ArchivedFile[], at: Temporal.Instant): Promise<void> {
  const zip = new ZipFile();
  // Its type says no more than that it can be read; it is one of Node's own streams.
  const out = zip.outputStream as unknown as Readable;
  const gone = once(out, 'close').catch(() => undefined);
  let writing: Promise<void> = Promise.resolve();
  zip.on('error', (error: Error) => out.destroy(error));
  for (const { name, write } of files) {
    const options = { mtime: new Date(at.epochMilliseconds), mode: 0o100600 };
    zip.addReadStreamLazy(name, options, (give) => {
      const entry = new PassThrough();
      give(null, entry);
      const put: Put = async (piece) => {
        if (out.destroyed) return false;
        if (!entry.write(piece)) await Promise.race([once(entry, 'drain'), gone]);
        return !out.destroyed;
      };
      writing = write(put).then(
        () => void entry.end(),
        (error: unknown) => void out.destroy(error instanceof Error ? error : new Error('a file could not be read')),
      );
    });
  }
  zip.end();
  try {
    await pipeline(out, to);
  } finally {
    await writing;
  }
}
