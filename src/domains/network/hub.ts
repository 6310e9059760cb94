/** What a hub should be: "a patient population of 30,000 to 50,000 patients" (the founding articles of hub working). */
const hubBand = { from: 30_000, to: 50_000 };

/** Whether a hub's list lies within 30,000 to 50,000 patients; null where a practice's list is not known. */
export function within30to50k(list: number | null): boolean | null {
  return list === null ? null : list >= hubBand.from && list <= hubBand.to;
}

/** The sum of the lists, or null as soon as one is not known: a sum that leaves one out would look whole. */
export function sumLists(lists: readonly (number | null)[]): number | null {
  return lists.reduce<number | null>((sum, list) => (sum === null || list === null ? null : sum + list), 0);
}
