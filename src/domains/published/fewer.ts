import { periodWords, type CoverageCell, type Period } from './edition.ts';

/** The edition before, beside which a newer one covers far fewer practices, counted over the same newest period of each. */
export interface Fewer {
  readonly edition: string;
  readonly file: string;
  readonly period: string;
  /** Practices that the newer edition covers, and that the one before does. */
  readonly here: number;
  readonly there: number;
  /** Whether the newer took the other's place, or the other is of an earlier period and stays in force. */
  readonly replaced: boolean;
}

/** A part of an edition that another took the place of. */
export interface ReplacedCell {
  readonly edition: string;
  readonly area: string;
  readonly from: string;
  readonly practices: number | null;
}

/** How many practices an edition and another, named one have in common ground. */
export interface Beside {
  readonly edition: string;
  readonly here: number;
  readonly there: number;
}

/**
 * Of the editions a new one took the place of, the one that loses most, with the practices each has in the areas that
 * changed hands, in the newest period of them; null where none has practices.
 */
export function besideReplaced(cells: readonly CoverageCell[], replaced: readonly ReplacedCell[]): Beside | null {
  const own = new Map(cells.map((cell) => [`${cell.area} ${cell.from}`, cell.practices ?? 0]));
  const newest = replaced.reduce((last, { from }) => (from > last ? from : last), '');
  const lost = replaced.filter(({ from, practices }) => from === newest && practices !== null);
  const besides = [...Map.groupBy(lost, ({ edition }) => edition)].map(([edition, gone]): Beside => {
    const sum = (count: (cell: ReplacedCell) => number) => gone.reduce((so, cell) => so + count(cell), 0);
    return {
      edition,
      here: sum(({ area, from }) => own.get(`${area} ${from}`) ?? 0),
      there: sum(({ practices }) => practices ?? 0),
    };
  });
  return besides.sort((a, b) => b.there - b.here - (a.there - a.here))[0] ?? null;
}

/** Whether so few that a person should look: fewer than the share in force of what the edition before covers. */
export function isFarFewer({ here, there }: Pick<Beside, 'here' | 'there'>, share: number): boolean {
  return here < there * share;
}

/** The period of an edition before, in words. */
export function fewerOf(beside: Beside, other: Period & { readonly file: string }, replaced: boolean): Fewer {
  return { ...beside, file: other.file, period: periodWords(other), replaced };
}

const count = (n: number) => n.toLocaleString('en-GB');

/** The warning as it stands beside the edition in a table. */
export function fewerNote({ file, period, here, there, replaced }: Fewer): string {
  const before = replaced ? `${file}, whose place it took in the same areas,` : `${file} (${period})`;
  return `covers ${count(here)} where ${before} covered ${count(there)}`;
}

/** The warning in a sentence, with what can be done about it. */
export function fewerWords({ edition, file, period, here, there, replaced }: Fewer): string {
  const practices = here === 1 ? '1 practice' : `${count(here)} practices`;
  if (replaced)
    return `it covers only ${practices} where ${file} (${period}), whose place it takes, covered ${count(there)} in the same areas. If that is wrong, put the earlier edition back: superpractice published restore ${edition}`;
  return `it covers only ${practices}; the edition before, ${file} (${period}), covers ${count(there)}. A group’s figures go on resting on the earlier period where this one covers too little of the group`;
}
