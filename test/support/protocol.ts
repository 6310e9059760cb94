import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseProtocol } from '#domains/access/protocol/parse.ts';
import type { Protocol } from '#domains/access/protocol/protocol.ts';

/** The first protocol as the migration holds it, before it is parsed. */
export function firstProtocolData(): unknown {
  const file = path.join(import.meta.dirname, '../../migrations/0007_first_protocol.sql');
  const [, text = ''] = readFileSync(file, 'utf8').split('$protocol$');
  return JSON.parse(text);
}

/** The first protocol, which must be sound. */
export function firstProtocol(): Protocol {
  const parsed = parseProtocol(firstProtocolData());
  if (!parsed.ok) throw new Error(parsed.error.join('; '));
  return parsed.value;
}
