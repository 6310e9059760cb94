import { err, ok, type Result } from '#kernel/result.ts';
import { parsePatientSearch, type NotASearch } from './search.ts';

/** The two ways to say whose record an audit is about. */
export type AuditedSearch =
  | { readonly kind: 'nhs-number'; readonly number: string }
  | { readonly kind: 'birth-date'; readonly date: Temporal.PlainDate; readonly familyKey: string };

/** Why nobody can be looked for by what was typed. */
export type NotAudited = NotASearch['kind'] | 'no-name';

/** Reads an NHS number, or a birth date with the start of a surname: a date alone would show people nobody asked about. */
export function parseAuditedSearch(text: string, today: Temporal.PlainDate): Result<AuditedSearch, NotAudited> {
  const read = parsePatientSearch(text, today);
  if (!read.ok) return err(read.error.kind);
  const search = read.value;
  if (search.kind === 'phone') return err('unreadable');
  return search.kind === 'birth-date' && search.familyKey === '' ? err('no-name') : ok(search);
}
