import type { Fields, KeptWords } from '#platform/auth/kept-form.ts';
import type { Tx } from '#platform/db/transaction.ts';
import { placeOf } from '../kept-words.ts';
import { requestById, type Request } from '../queries/request.ts';

/** Whether a form was kept before with the beginning of what it holds now: the same words, sent again or typed on. */
export function goesOn({ before, fields }: KeptWords): boolean {
  if (before === undefined) return false;
  const text = (one: Fields[string] | undefined): string => [one ?? ''].flat().join('\n');
  return Object.entries(before.fields).every(([name, was]) => text(fields[name]).startsWith(text(was)));
}

/** The request that the same words were raised in before; held against others. */
export async function requestBefore(tx: Tx, kept: KeptWords): Promise<Request | undefined> {
  const place = goesOn(kept) ? placeOf(kept.before?.page ?? '') : undefined;
  return place?.kind === 'request' ? requestById(tx, place.id, { lock: true }) : undefined;
}
