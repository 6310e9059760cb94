/** An exact share: counts are kept as they were counted, so that both can be said; the bottom is never zero. */
export interface Ratio {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** One count out of another; null of nothing. */
export function ratio(top: number | bigint, bottom: number | bigint): Ratio | null {
  return BigInt(bottom) === 0n ? null : { top: BigInt(top), bottom: BigInt(bottom) };
}

/** The exact sum, in lowest terms. */
export function sumOf(ratios: readonly Ratio[]): Ratio {
  const sum = ratios.reduce(
    (a, b) => lowest({ top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom }),
    { top: 0n, bottom: 1n },
  );
  return lowest(sum);
}

/** The share as a number, good to fifteen digits whatever the size of its counts. */
export function valueOf({ top, bottom }: Ratio): number {
  const scale = 10n ** 15n;
  return Number((top * scale) / bottom) / Number(scale);
}

function lowest({ top, bottom }: Ratio): Ratio {
  let [a, b] = [top < 0n ? -top : top, bottom];
  while (b !== 0n) [a, b] = [b, a % b];
  return a > 1n ? { top: top / a, bottom: bottom / a } : { top, bottom };
}
