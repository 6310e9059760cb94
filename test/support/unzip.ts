import { inflateRawSync } from 'node:zlib';

/** The files of a ZIP archive by name, read from its directory at the end; throws where it is not whole. */
export function unzip(archive: Buffer): Map<string, string> {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error('the archive has no end');
  const files = new Map<string, string>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, name, extra, note] = [20, 28, 30, 32].map((place, n) =>
      n === 0 ? archive.readUInt32LE(at + place) : archive.readUInt16LE(at + place),
    ) as [number, number, number, number];
    const header = archive.readUInt32LE(at + 42);
    const begins = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
    const content = inflateRawSync(archive.subarray(begins, begins + packed)).toString('utf8');
    files.set(archive.toString('utf8', at + 46, at + 46 + name), content);
    at += 46 + name + extra + note;
  }
  return files;
}
