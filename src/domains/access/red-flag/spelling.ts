/** Finds the words of a vocabulary that a misspelt word may stand for, by a bounded number of slips. */
export type Speller = (word: string) => readonly string[];

const shortest = 4;

/**
 * Builds a speller over clinical words. A word of 8 letters or more may differ by two slips (a letter wrong, missing,
 * added, or two swapped), of 5–7 by one, of 4 only by a swap or a doubled letter. Ordinary words are never corrected.
 */
export function speller(clinical: Iterable<string>, ordinary: ReadonlySet<string>): Speller {
  const known = new Set(clinical);
  const shelves = new Map<string, string[]>();
  for (const word of known) {
    if (word.length < shortest) continue;
    const shelf = shelves.get(word.charAt(0)) ?? [];
    shelf.push(word);
    shelves.set(word.charAt(0), shelf);
  }
  return (word) => {
    if (ordinary.has(word)) return [];
    const squeezed = squeeze(word).filter((form) => known.has(form));
    if (squeezed.length > 0) return squeezed;
    if (word.length < shortest) return [];
    return closest(word, shelves);
  };
}

/** `paaain` as it was meant: runs of three and more letters made single or double. */
function squeeze(word: string): string[] {
  if (!/(.)\1\1/.test(word)) return [];
  return [word.replace(/(.)\1{2,}/g, '$1'), word.replace(/(.)\1{2,}/g, '$1$1')];
}

function closest(word: string, shelves: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const initials = new Set([word.charAt(0), word.charAt(1)]);
  let best = 3;
  let found: string[] = [];
  for (const initial of initials) {
    for (const candidate of shelves.get(initial) ?? []) {
      const allowed = slipsAllowed(candidate);
      if (Math.abs(candidate.length - word.length) > allowed) continue;
      // The first letter is seldom wrong: if it is, only a swap of the first two is believed.
      if (initial !== word.charAt(0) && candidate.charAt(1) !== word.charAt(0)) continue;
      const slips = distance(word, candidate, Math.min(allowed, best));
      if (slips > allowed || slips > best) continue;
      if (candidate.length === shortest && !isSwapOrDouble(word, candidate)) continue;
      if (slips < best) found = [];
      best = slips;
      found.push(candidate);
    }
  }
  return found;
}

function slipsAllowed(word: string): number {
  return word.length >= 8 ? 2 : 1;
}

function isSwapOrDouble(word: string, meant: string): boolean {
  if (word.length === meant.length) return [...word].sort().join('') === [...meant].sort().join('');
  return word.length === meant.length + 1 && /(.)\1/.test(word) && word.replace(/(.)\1/, '$1') === meant;
}

/** Optimal string alignment distance, given up (as bound + 1) once it must exceed the bound. */
export function distance(left: string, right: string, bound: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (swapped) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > bound) return bound + 1;
    beforeLast = last;
    last = current;
  }
  return last[right.length] ?? 0;
}
