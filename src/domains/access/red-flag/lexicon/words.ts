/**
 * Words by meaning: each key is a concept, its text a comma-separated list of phrases. Parentheses hold alternatives:
 * `pass(ed|ing) out` is two phrases.
 */
export type ConceptWords = Readonly<Record<string, string>>;

/** Writes out every phrase of a compact list, each as its words in lower case. */
export function phrasesOf(list: string): string[][] {
  return split(list, ',')
    .flatMap((entry) => expand(entry.trim().replace(/\s+/g, ' ')))
    .map((phrase) => phrase.split(' ').filter((word) => word !== ''))
    .filter((words) => words.length > 0);
}

/** Writes out the parenthesised alternatives of one entry, which may stand inside each other. */
export function expand(entry: string): string[] {
  const open = entry.indexOf('(');
  if (open < 0) return [entry];
  const close = closing(entry, open);
  const alternatives = split(entry.slice(open + 1, close), '|').flatMap(expand);
  const rests = expand(entry.slice(close + 1));
  return alternatives.flatMap((alternative) => rests.map((rest) => entry.slice(0, open) + alternative + rest));
}

function closing(entry: string, open: number): number {
  let depth = 0;
  for (let at = open; at < entry.length; at += 1) {
    if (entry[at] === '(') depth += 1;
    if (entry[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error(`unclosed alternatives in "${entry}"`);
}

function split(list: string, mark: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < list.length; at += 1) {
    if (list[at] === '(') depth += 1;
    else if (list[at] === ')') depth -= 1;
    else if (list[at] === mark && depth === 0) {
      parts.push(list.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, list.slice(from)];
}
