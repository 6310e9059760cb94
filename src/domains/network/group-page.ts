import { standing, type Agreement, type Standing } from './agreement.ts';

/** A practice as the list of a group shows it. */
export interface ListedPractice {
  readonly code: string;
  readonly name: string;
  readonly postcode: string | null;
  readonly list: number | null;
  readonly hubId: string | null;
  readonly hubName: string | null;
}

/** What a list of practices is narrowed to and ordered by. */
export interface PracticeFilter {
  readonly q: string;
  readonly hub: string;
  readonly sort: 'name' | 'list' | 'hub' | 'postcode';
  readonly dir: 'asc' | 'desc';
}

/** Narrows and orders practices; what is not known stands last, whichever way the order goes. */
export function listPractices<P extends ListedPractice>(all: readonly P[], { q, hub, sort, dir }: PracticeFilter): P[] {
  const wanted = q.trim().toLowerCase();
  const found = all.filter(
    (each) =>
      (hub === '' || (hub === 'none' ? each.hubId === null : each.hubId === hub)) &&
      [each.name, each.code, each.postcode ?? ''].some((text) => text.toLowerCase().includes(wanted)),
  );
  const key = (each: P): string | number | null =>
    ({ name: each.name, list: each.list, hub: each.hubName, postcode: each.postcode })[sort];
  const sign = dir === 'asc' ? 1 : -1;
  return found.sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
    return x === y ? (a.name < b.name ? -1 : 1) : x < y ? -sign : sign;
  });
}

/** Where each practice stands with each service on a day, in the order of the services. */
export function agreementMatrix<P extends { readonly code: string }>(
  practices: readonly P[],
  services: readonly { readonly code: string }[],
  { agreements, on }: { agreements: readonly Agreement[]; on: Temporal.PlainDate },
): { practice: P; cells: Standing[] }[] {
  const byKey = Map.groupBy(agreements, ({ practiceId, service }) => `${practiceId} ${service}`);
  return practices.map((practice) => ({
    practice,
    cells: services.map(({ code }) => standing(byKey.get(`${practice.code} ${code}`) ?? [], on)),
  }));
}
