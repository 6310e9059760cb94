/** A row of the audit, as far as it says to which act it belongs. */
interface Row {
  readonly id: number;
  readonly tx: number;
  readonly kind: 'change' | 'read' | 'act';
  readonly action: string;
}

/**
 * Rows of the audit, newest first, by the acts they were written in: what one look at a page read is one, every change its own. Acts
 * stand where their newest row does.
 */
export function actsOf<R extends Row>(rows: readonly R[]): [R, ...R[]][] {
  const acts = new Map<string, [R, ...R[]]>();
  for (const row of rows) {
    const key = row.kind === 'read' ? `${row.tx} ${row.action}` : String(row.id);
    const act = acts.get(key);
    if (act) act.push(row);
    else acts.set(key, [row]);
  }
  return [...acts.values()];
}

/**
 * The first acts, and the id below which the older rows are; null where there are none. `limit` is how many rows were asked for at most:
 * with more, there are older ones. An act whose rows stand on both sides is shown twice in part rather than once too little.
 */
export function pageOfActs<R extends Row>(
  rows: readonly R[],
  { size, limit }: { size: number; limit: number },
): { acts: [R, ...R[]][]; before: number | null } {
  const read = rows.slice(0, limit);
  const acts = actsOf(read);
  const next = acts[size];
  if (next) return { acts: acts.slice(0, size), before: next[0].id + 1 };
  return { acts, before: rows.length > limit ? (read.at(-1)?.id ?? null) : null };
}
