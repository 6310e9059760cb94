import { isApart, type Token } from './text.ts';
import { canonical } from './canon.ts';
import { phrasesOf } from './lexicon/words.ts';
import type { ConceptWords } from './lexicon/words.ts';
import { speller } from './spelling.ts';

/** A stretch of tokens that carries one concept: first token, and the one behind the last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where each concept stands in a text, in order of its end. */
export type ConceptSpans = ReadonlyMap<string, readonly Span[]>;

/** Recognises every concept in a text at once, misspelt clinical words included. */
export interface Vocabulary {
  readonly concepts: ReadonlySet<string>;
  /** Whether a word stands in any phrase, or is an everyday one. */
  knows(word: string): boolean;
  /** Cuts words written together (`chestpain`) and finds all concept spans. */
  read(tokens: readonly Token[]): { tokens: readonly Token[]; spans: Map<string, Span[]> };
}

interface Node {
  /** None at the end of a phrase, as most are: tens of thousands of empty maps would be made for nothing. */
  next: Map<string, Node> | undefined;
  readonly concepts: string[];
}

/** The words a vocabulary is built from. */
export interface Words {
  readonly concepts: ConceptWords;
  /** Concepts whose phrases must stand with the very articles they are written with: sayings, mostly. */
  readonly strict: ConceptWords;
  /** Words whose misspellings are forgiven. */
  readonly forgiven: ReadonlySet<string>;
  /** Everyday words, never taken for misspelt ones. */
  readonly ordinary: ReadonlySet<string>;
  /** Small words that may slip into the middle of a phrase. */
  readonly asides: ReadonlySet<string>;
}

/** Builds a vocabulary; a phrase is found whatever small words are dropped into it. */
export function vocabulary({ concepts, strict, forgiven, ordinary, asides }: Words): Vocabulary {
  const root: Node = { next: undefined, concepts: [] };
  const known = new Set<string>();
  const grow = (list: ConceptWords, form: (phrase: readonly string[]) => readonly string[]): void => {
    for (const [concept, phrases] of Object.entries(list)) {
      for (const phrase of phrasesOf(phrases)) {
        const words = form(canonical(phrase.map((word) => ({ word, end: 0, clause: 0 }))).map(({ word }) => word));
        plant(root, words, concept);
        for (const word of words) known.add(word);
      }
    }
  };
  grow(concepts, bare);
  grow(strict, (phrase) => phrase);
  const targets = [...forgiven].filter((word) => known.has(word));
  const spell = speller(targets, ordinary);
  const believable = (left: string, right: string): boolean =>
    known.has(left) && known.has(right) && (forgiven.has(left) || forgiven.has(right));

  const isWord = (word: string): boolean => known.has(word) || ordinary.has(word);

  return {
    concepts: new Set([...Object.keys(concepts), ...Object.keys(strict)]),
    knows: isWord,
    read: (written) => {
      const readings = new Map<string, readonly string[]>();
      const meanings = (word: string): readonly string[] => {
        const before = readings.get(word);
        if (before !== undefined) return before;
        const meant = known.has(word) ? [word] : spell(word);
        readings.set(word, meant);
        return meant;
      };
      const tokens = canonical(digitsAsLetters(written, (word) => forgiven.has(word))).flatMap((token) =>
        ordinary.has(token.word) || meanings(token.word).length > 0
          ? [token]
          : isApart(token)
            ? partApart(token, isWord)
            : partJoined(token, believable, () => partRun(token, isWord, (word) => forgiven.has(word))),
      );
      return { tokens, spans: spansIn(tokens, root, { meanings, asides }) };
    },
  };
}

const articles = new Set(['a', 'an', 'the', 'my', 'his', 'her', 'their', 'our', 'your']);

// Inside a phrase it does not matter whose ladder it was: such words are asides, and may be left out.
function bare(phrase: readonly string[]): string[] {
  return phrase.filter((word, at) => at === 0 || at === phrase.length - 1 || !articles.has(word));
}

function plant(root: Node, phrase: readonly string[], concept: string): void {
  let node = root;
  for (const word of phrase) {
    node.next ??= new Map();
    let following = node.next.get(word);
    if (following === undefined) {
      following = { next: undefined, concepts: [] };
      node.next.set(word, following);
    }
    node = following;
  }
  if (!node.concepts.includes(concept)) node.concepts.push(concept);
}

interface Reading {
  readonly meanings: (word: string) => readonly string[];
  readonly asides: ReadonlySet<string>;
}

// No phrase is read over more than this many asides.
const mostAsides = 3;

function spansIn(tokens: readonly Token[], root: Node, { meanings, asides }: Reading): Map<string, Span[]> {
  const spans = new Map<string, Span[]>();
  for (const [from, first] of tokens.entries()) {
    let nodes: Node[] = [root];
    let skipped = 0;
    for (let to = from; to < tokens.length; to += 1) {
      const token = tokens[to];
      // A phrase does not run on over the end of a sentence.
      if (token === undefined || token.sentence !== first.sentence) break;
      const reached = meanings(token.word).flatMap((word) => nodes.flatMap((node) => node.next?.get(word) ?? []));
      const aside = to > from && skipped < mostAsides && asides.has(token.word);
      if (reached.length === 0 && !aside) break;
      if (aside) skipped += 1;
      for (const concept of reached.flatMap((node) => node.concepts)) {
        const list = spans.get(concept) ?? [];
        list.push({ from, to: to + 1 });
        spans.set(concept, list);
      }
      nodes = aside ? [...nodes, ...reached] : reached;
      if (nodes.length === 0) break;
    }
  }
  return spans;
}

/** `chestpain`, `cantbreathe`: an unknown long word made of two known ones is read as two; `rest` reads any other. */
function partJoined(token: Token, believable: (left: string, right: string) => boolean, rest: () => Token[]): Token[] {
  const { word } = token;
  if (word.length < 7 || token.end - token.start !== word.length) return [token];
  for (let cut = 3; cut <= word.length - 3; cut += 1) {
    if (!believable(word.slice(0, cut), word.slice(cut))) continue;
    const middle = token.start + cut;
    return [
      { ...token, word: word.slice(0, cut), end: middle },
      { ...token, word: word.slice(cut), start: middle },
    ];
  }
  return rest();
}

const longestWord = 18;
// Fewer letters are two words at most; more are nobody's words.
const longestRun = 120;
// Shorter ones than three letters stand in a run of words only where everybody knows them.
const smallest = new Set('a i am an and at he im in is it me my of on to'.split(' '));

/** `chestpainandsweating`: a run of known words, two of them grave, is read as the fewest words that make it up. */
function partRun(token: Token, isKnown: (word: string) => boolean, isGrave: (word: string) => boolean): Token[] {
  const { word, start } = token;
  if (word.length > longestRun) return [token];
  const cuts = fewestPieces(word, (piece) => (piece.length < 3 ? smallest.has(piece) : isKnown(piece)));
  const pieces = (cuts ?? []).map((to, place) => ({ from: cuts?.[place - 1] ?? 0, to }));
  if (pieces.filter(({ from, to }) => isGrave(word.slice(from, to))).length < 2) return [token];
  return pieces.map(({ from, to }) => ({ ...token, word: word.slice(from, to), start: start + from, end: start + to }));
}

const meantBy: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' };

/** `ch3st pa1n`: digits among letters are read as the letters they look like, where a grave word comes of it. */
function digitsAsLetters(tokens: readonly Token[], isGrave: (word: string) => boolean): Token[] {
  const read: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const first = tokens[at] as Token;
    let to = at + 1;
    while (to < tokens.length && tokens[to]?.start === tokens[to - 1]?.end) to += 1;
    const run = tokens.slice(at, to);
    const meant = run.map(({ word }) => word.replace(/[013457]/g, (one) => meantBy[one] ?? one)).join('');
    const isOne = run.length > 1 && meant.length <= longestWord && isGrave(meant);
    read.push(...(isOne ? [{ ...first, word: meant, end: run.at(-1)?.end ?? first.end }] : run));
    at = to;
  }
  return read;
}

/** `i c a n t b r e a t h e`: letters that stand apart are read as the fewest known words that make them up. */
function partApart(token: Token, isKnown: (word: string) => boolean): Token[] {
  const { word, start } = token;
  const cuts = fewestPieces(word, (piece) => (piece.length === 1 ? /[ai]/.test(piece) : isKnown(piece)));
  if (cuts === undefined) return [token];
  return cuts.map((to, place) => {
    const from = cuts[place - 1] ?? 0;
    return { ...token, word: word.slice(from, to), start: start + from * 2, end: start + to * 2 - 1 };
  });
}

/** Where each of the fewest believable pieces of a word ends; undefined where it has a part that is none. */
function fewestPieces(word: string, believable: (piece: string) => boolean): readonly number[] | undefined {
  const best: (readonly number[] | undefined)[] = [[]];
  for (let to = 1; to <= word.length; to += 1) {
    for (let from = Math.max(0, to - longestWord); from < to; from += 1) {
      const before = best[from];
      if (before === undefined || !believable(word.slice(from, to))) continue;
      const now = best[to];
      if (now === undefined || before.length + 1 < now.length) best[to] = [...before, to];
    }
  }
  return best[word.length];
}
