import type { Bundle, BundleEntry, Resource } from '@medplum/fhirtypes';
import { parseDay } from '#kernel/date.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { invalidParameter, type FhirFault } from './fault.ts';
import type { Asked, FhirKind, Found } from './kind.ts';

const timeZone = 'Europe/London';

/** A token parameter: `system|value`, `|value` or `value`. */
export function tokenOf(text: string): { system: string | undefined; value: string } {
  const bar = text.indexOf('|');
  return bar === -1 ? { system: undefined, value: text } : { system: text.slice(0, bar), value: text.slice(bar + 1) };
}

/** The id a reference parameter names, whether as `Type/id`, as an address here or as the id alone. */
export function idOf(text: string, type: string): string {
  return text.replace(new RegExp(`^(?:.*/)?${type}/`), '');
}

/** From when until when, each where it was said; `until` is the first instant that no longer counts. */
export interface Bounds {
  readonly from?: Temporal.Instant;
  readonly until?: Temporal.Instant;
}

const written = /^(ge|gt|le|lt)(\d{4}-\d\d-\d\d)(T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d))?$/;

/** The bounds that values such as `ge2026-11-23` or `le2026-11-23T18:30:00+00:00` set together. */
export function boundsOf(values: readonly string[], name: string): Result<Bounds, FhirFault> {
  let bounds: Bounds = {};
  for (const value of values) {
    // A plus in an address is read as a space.
    const [, prefix = '', date = '', time] = written.exec(value.replace(' ', '+')) ?? [];
    const wrong = invalidParameter(
      `${name} takes ge, gt, le or lt and a date, or a time with its offset, such as ge2026-11-23.`,
    );
    const day = parseDay(date);
    if (day === null) return err(wrong);
    try {
      const lower = prefix.startsWith('g');
      if (prefix === '' || bounds[lower ? 'from' : 'until'] !== undefined) return err(wrong);
      const after = prefix === 'gt' || prefix === 'le';
      const at =
        time === undefined
          ? day
              .add({ days: after ? 1 : 0 })
              .toZonedDateTime(timeZone)
              .toInstant()
          : Temporal.Instant.from(`${date}${time}`).add({ milliseconds: after ? 1 : 0 });
      bounds = { ...bounds, [lower ? 'from' : 'until']: at };
    } catch {
      return err(wrong);
    }
  }
  return ok(bounds);
}

/** What of a search's parameters is followed: the first named ones, and how answers are asked for. */
export function followed(params: URLSearchParams, names: readonly string[]): URLSearchParams {
  return new URLSearchParams([...params].filter(([name]) => names.includes(name)));
}

/** The answer to a search: what was found, what was to be included, and where there is more. */
export async function searchBundle(
  asked: Asked,
  found: Found,
  { kind, kinds, params, allowed }: Searching,
): Promise<Bundle> {
  const { included, names } = await includedWith(asked, found.matches, { kinds, params, allowed });
  const self = new URLSearchParams(found.followed);
  for (const [name, value] of params)
    if (/^_(?:include|revinclude)/.test(name) && names.has(value)) self.append(name, value);
  const address = (query: URLSearchParams): string =>
    `${asked.base}/${kind.type}${query.size ? `?${query.toString()}` : ''}`;
  const next =
    found.next && new URLSearchParams([...found.next, ...[...self].filter(([name]) => name.startsWith('_include'))]);
  const entry =
    (mode: 'match' | 'include') =>
    (resource: Resource): BundleEntry => ({
      fullUrl: `${asked.base}/${resource.resourceType}/${resource.id ?? ''}`,
      resource,
      search: { mode },
    });
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total: found.total,
    link: [{ relation: 'self', url: address(self) }, ...(next ? [{ relation: 'next', url: address(next) }] : [])],
    entry: [...found.matches.map(entry('match')), ...included.map(entry('include'))],
  };
}

/** Which kind is searched, with what; `allowed` says which other kinds the program may be given along. */
export interface Searching {
  readonly kind: FhirKind;
  readonly kinds: readonly FhirKind[];
  readonly params: URLSearchParams;
  readonly allowed: (kind: FhirKind) => boolean;
}

/** Follows the includes that were asked for, also from what they bring along, until there is nothing new. */
async function includedWith(
  asked: Asked,
  matches: readonly Resource[],
  { kinds, params, allowed }: Omit<Searching, 'kind'>,
): Promise<{ included: Resource[]; names: Set<string> }> {
  const wanted = [...params].flatMap(([name, value]) => (/^_include(?::\w+)?$/.test(name) ? [value] : []));
  const names = new Set<string>();
  const known = new Set(matches.map(({ resourceType, id }) => `${resourceType}/${id ?? ''}`));
  const included: Resource[] = [];
  for (let news = matches; news.length > 0;) {
    const references = new Set<string>();
    for (const name of wanted) {
      const follow = kinds.map(({ includes }) => includes?.[name]).find((each) => each !== undefined);
      if (follow === undefined) continue;
      names.add(name);
      for (const from of news.filter(({ resourceType }) => name.startsWith(`${resourceType}:`)))
        for (const to of follow(from)) if (to?.reference && !known.has(to.reference)) references.add(to.reference);
    }
    const byType = Map.groupBy(references, (reference) => reference.split('/')[0] ?? '');
    const brought = [...byType].map(async ([type, all]) => {
      const kind = kinds.find((each) => each.type === type && allowed(each));
      return kind
        ? kind.read(
            asked,
            all.map((reference) => reference.slice(type.length + 1)),
          )
        : [];
    });
    news = (await Promise.all(brought)).flat();
    for (const reference of references) known.add(reference);
    included.push(...news);
  }
  return { included, names };
}
