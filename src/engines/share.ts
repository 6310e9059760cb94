/** A share of a count with its interval, 0 to 1. */
export interface Share {
  readonly of: number;
  readonly found: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** Normal deviates: `alone` leaves 5 % outside an interval; `pair` 2.5 %, so that two hold together in at least 95 %. */
export const deviates = { alone: 1.959964, pair: 2.241403 } as const;

/** A share with Wilson's interval (95 % unless told), which holds near 0 and 1 where the plain one does not; null for none of none. */
export function shareOf(found: number, of: number, z: number = deviates.alone): Share | null {
  if (of === 0) return null;
  const share = found / of;
  const scale = 1 + z ** 2 / of;
  const middle = (share + z ** 2 / (2 * of)) / scale;
  const half = (z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))) / scale;
  return { of, found, share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
