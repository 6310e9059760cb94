import { categoryPhrases, everydayPhrases, learntTexts } from './phrases/all.ts';
import { isKnownWord } from './scene.ts';
import { tokenise } from './text.ts';

let written: ReadonlySet<string> | undefined;

// Every word that stands in the published lists: what people have written to a practice, each list of a few thousand lines.
function wordsOfLists(): ReadonlySet<string> {
  written ??= new Set(
    [
      ...everydayPhrases,
      ...categoryPhrases.flatMap(({ flags, quiet }) => [flags, quiet]),
      ...learntTexts.flatMap(({ red, quiet }) => [...Object.values(red), quiet]),
    ].flatMap((text) => tokenise(text).map(({ word }) => word)),
  );
  return written;
}

// Measured on texts kept apart: with these, another language is told from English written in a hurry or in dialect.
const leastKnown = 0.55;
const mostInARow = 2;

/**
 * Whether so few words of a text are known to the screening that it may be another language: of three words or more nearly
 * half unknown, three unknown in a row, or both of two. Names and rare illnesses count as unknown too: it is a doubt, no verdict.
 */
export function isStrange(text: string): boolean {
  const known = tokenise(text)
    .filter(({ word }) => word.length > 1 && /^\p{L}/u.test(word))
    .map(({ word }) => isKnownWord(word) || wordsOfLists().has(word));
  const share = known.filter(Boolean).length / known.length;
  if (known.length === 0) return false;
  if (known.length === 1) return share === 0 && !begins(text.trim().toLowerCase());
  return known.length === 2 ? share === 0 : share < leastKnown || longestUnknown(known) > mostInARow;
}

// A word that stands alone may be half-written, or a name of few letters.
const leastLetters = 6;

function begins(word: string): boolean {
  return (
    word.length < leastLetters ||
    wordsOfLists()
      .values()
      .some((one) => one.startsWith(word))
  );
}

function longestUnknown(known: readonly boolean[]): number {
  let longest = 0;
  let row = 0;
  for (const one of known) {
    row = one ? 0 : row + 1;
    longest = Math.max(longest, row);
  }
  return longest;
}
