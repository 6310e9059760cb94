/** A file's heading row, found by name whatever its case, spacing or punctuation. */
export interface Header {
  readonly cells: readonly string[];
  /** Whether there is a column of that name. */
  has(name: string): boolean;
  /** The position of the first of the names that is there, or -1. */
  at(...names: string[]): number;
  /** The heading as the file prints it. */
  named(position: number): string;
}

/** Headings and labels vary in case, double spaces and underscores from year to year: "8  to 14 Days" is "8_to_14_DAYS". */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Reads a heading row. */
export function readHeader(cells: readonly string[]): Header {
  const positions = new Map<string, number>();
  cells.forEach((cell, index) => {
    const key = plain(cell);
    if (!positions.has(key)) positions.set(key, index);
  });
  const at = (...names: string[]) => {
    for (const name of names) {
      const position = positions.get(plain(name));
      if (position !== undefined) return position;
    }
    return -1;
  };
  return {
    cells,
    at,
    has: (name) => positions.has(plain(name)),
    named: (position) => (cells[position] ?? '').trim(),
  };
}
