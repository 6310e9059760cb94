import type { Period } from './edition.ts';

/** A period of a layer, and how many of the practices asked about have a figure in it. */
export interface CoveredPeriod extends Period {
  readonly practices: number;
}

/** The period a layer is taken from, and newer ones that cover too little. */
export interface Choice<P extends CoveredPeriod> {
  readonly chosen: P;
  readonly passedOver: readonly P[];
}

/**
 * The newest period that covers the practices reasonably: at least `share` of as many as the best-covered period of the
 * year up to the newest one. A thin newest file so never moves figures to a few practices, nor does an old one win for
 * being fuller. Null where no period covers any.
 */
export function choosePeriod<P extends CoveredPeriod>(periods: readonly P[], share: number): Choice<P> | null {
  const byAge = periods
    .filter(({ practices }) => practices > 0)
    .toSorted((a, b) => Temporal.PlainDate.compare(b.from, a.from));
  const [newest] = byAge;
  if (newest === undefined) return null;
  const since = newest.from.subtract({ years: 1 });
  const lately = byAge.filter(({ from }) => Temporal.PlainDate.compare(from, since) >= 0);
  const best = Math.max(...lately.map(({ practices }) => practices));
  const at = lately.findIndex(({ practices }) => practices >= best * share);
  return { chosen: lately[at] ?? newest, passedOver: lately.slice(0, at) };
}

/** That newer periods were not used, in words: "newer but not used: May 2025 covers only 1 of 35"; null without any. */
export function passedOverWords(
  passedOver: readonly { readonly words: string; readonly practices: number }[],
  of: number,
): string | null {
  if (passedOver.length === 0) return null;
  const said = passedOver.map(({ words, practices }) => `${words} covers only ${practices} of ${of}`);
  return `newer but not used: ${said.join(', ')}`;
}
