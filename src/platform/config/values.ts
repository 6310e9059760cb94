import { createPrivateKey } from 'node:crypto';
import { isIP } from 'node:net';

/** A setting that cannot be used: the variable's name and what it accepts. */
export interface ConfigProblem {
  readonly variable: string;
  readonly message: string;
}

/** One variable's text turned into a value, or undefined when it is not of that kind. */
export type Parse<T> = (text: string) => T | undefined;

/** A whole number between two bounds, both allowed. */
export function whole(from: number, to: number): Parse<number> {
  return (text) => (/^\d{1,9}$/.test(text) ? within(Number(text), from, to) : undefined);
}

/** A decimal number between two bounds, both allowed. */
export function decimal(from: number, to: number): Parse<number> {
  return (text) => (/^\d{1,9}(\.\d{1,9})?$/.test(text) ? within(Number(text), from, to) : undefined);
}

/** One of a list of words. */
export function oneOf<const T extends string>(words: readonly T[]): Parse<T> {
  return (text) => words.find((word) => word === text);
}

/** An address of one of these kinds (`https`, `postgres`), kept as it was written. */
export function address(...kinds: readonly string[]): Parse<string> {
  return (text) => {
    if (!URL.canParse(text)) return undefined;
    const url = new URL(text);
    return kinds.includes(url.protocol.slice(0, -1)) && url.hostname !== '' ? text : undefined;
  };
}

/** A network name or number to listen on, such as 127.0.0.1, ::, or a host's name. */
export function hostName(text: string): string | undefined {
  return /^[A-Za-z0-9.:_-]{1,253}$/.test(text) ? text : undefined;
}

/** Addresses, ranges of them (10.0.0.0/8) and the names of known ranges, divided by commas; never every address. */
export function proxies(text: string): readonly string[] | undefined {
  const all = text.split(',').map((one) => one.trim());
  return all.every(isProxy) ? all : undefined;
}

function isProxy(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || (whole(1, version === 4 ? 32 : 128)(bits) !== undefined && /^[1-9]/.test(bits));
}

/** A secret long enough not to be guessed, which fits into one line of a header. */
export function secret(text: string): string | undefined {
  return /^[\x21-\x7e]{20,200}$/.test(text) ? text : undefined;
}

/** An RSA private key as PKCS #8 in PEM; where a line cannot hold new lines, \n stands for them. */
export function rsaKey(text: string): string | undefined {
  const pem = text.replaceAll(String.raw`\n`, '\n');
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa' && pem.includes('BEGIN PRIVATE KEY') ? pem : undefined;
  } catch {
    return undefined;
  }
}

const uuidForm = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** A UUID. */
export function uuid(text: string): string | undefined {
  return new RegExp(`^${uuidForm.source}$`).test(text) ? text : undefined;
}

/** A key of GOV.UK Notify: a name, then the ids of the service and of the key. */
export function notifyKey(text: string): string | undefined {
  return new RegExp(`^.+-${uuidForm.source}-${uuidForm.source}$`).test(text) ? text : undefined;
}

/** Any text at all; an empty one has already been taken as absent. */
export function anyText(text: string): string {
  return text;
}

function within(value: number, from: number, to: number): number | undefined {
  return value >= from && value <= to ? value : undefined;
}
