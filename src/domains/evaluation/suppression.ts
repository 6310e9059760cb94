/**
 * Which cells of a table are too small to show. A cell of 1 to `least` − 1 is hidden (none at all is no secret). Where a total
 * stands beside them, one hidden cell could be worked out, and so could a few that are small together: then the next smallest is
 * hidden with them, until two or more hide at least `least`.
 */
export function tooFew(sizes: readonly number[], least: number, { total = true } = {}): boolean[] {
  const hidden = sizes.map((size) => size > 0 && size < least);
  if (!total || !hidden.includes(true)) return hidden;
  const order = sizes.map((size, at) => ({ size, at })).toSorted((a, b) => a.size - b.size || a.at - b.at);
  for (const { size, at } of order) {
    const hiding = sizes.filter((_, n) => hidden[n]);
    if (hiding.length >= 2 && hiding.reduce((sum, each) => sum + each, 0) >= least) break;
    if (size > 0) hidden[at] = true;
  }
  return hidden;
}

/** A count as it is shown where small groups of people stand behind it: to the nearest multiple. */
export function rounded(count: number, to: number): number {
  return Math.round(count / to) * to;
}
