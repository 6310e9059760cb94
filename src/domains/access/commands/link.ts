import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a link that cancels stands for. */
export interface CancelLink {
  readonly bookingId: string;
  readonly patientId: string;
  readonly expiresAt: Temporal.Instant;
  /** Makes each link its own, so that one may be used once. */
  readonly nonce: string;
}

/** The link's last part: what it stands for and a signature over it (HMAC SHA-256, 128 bits of it). */
export function writeLink({ bookingId, patientId, expiresAt, nonce }: CancelLink, key: string): string {
  const seconds = Math.floor(expiresAt.epochMilliseconds / 1000);
  const parts = [bytesOf(bookingId), bytesOf(patientId), Buffer.alloc(6), Buffer.from(nonce, 'hex')];
  parts[2]?.writeUIntBE(seconds, 0, 6);
  const said = Buffer.concat(parts);
  return Buffer.concat([said, signatureOf(said, key)]).toString('base64url');
}

/** What a link stands for; undefined where it was not signed by us. Whether it has run out is for the caller to say. */
export function readLink(text: string, key: string): CancelLink | undefined {
  const all = Buffer.from(text, 'base64url');
  if (all.length !== 62 || all.toString('base64url') !== text) return undefined;
  const said = all.subarray(0, 46);
  if (!timingSafeEqual(all.subarray(46), signatureOf(said, key))) return undefined;
  return {
    bookingId: uuidOf(said.subarray(0, 16)),
    patientId: uuidOf(said.subarray(16, 32)),
    expiresAt: Temporal.Instant.fromEpochMilliseconds(said.readUIntBE(32, 6) * 1000),
    nonce: said.subarray(38, 46).toString('hex'),
  };
}

function signatureOf(said: Buffer, key: string): Buffer {
  return createHmac('sha256', Buffer.from(key, 'hex')).update(said).digest().subarray(0, 16);
}

function bytesOf(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}

function uuidOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
