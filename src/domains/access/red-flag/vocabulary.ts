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

  return {
    concepts: new Set([...Object.keys(concepts), ...Object.keys(strict)]),
    read: (written) => {
      const readings = new Map<string, readonly string[]>();
      const meanings = (word: string): readonly string[] => {
        const before = readings.get(word);
        if (before !== undefined) return before;
        const meant = known.has(word) ? [word] : spell(word);
        readings.set(word, meant);
        return meant;
      };
      const tokens = canonical(written).flatMap((token) =>
        ordinary.has(token.word) || meanings(token.word).length > 0
          ? [token]
          : isApart(token)
            ? partApart(token, (word) => known.has(word) || ordinary.has(word))
            : partJoined(token, believable),
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

/** `chestpain`, `cantbreathe`: an unknown long word made of two known ones is read as two. */
function partJoined(token: Token, believable: (left: string, right: string) => boolean): Token[] {
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
  return [token];
}

const longestWord = 18;

/** `i c a n t b r e a t h e`: letters that stand apart are read as the fewest known words that make them up. */
function partApart(token: Token, isKnown: (word: string) => boolean): Token[] {
  const { word, start } = token;
  const believable = (piece: string): boolean => (piece.length === 1 ? /[ai]/.test(piece) : isKnown(piece));
  const best: (readonly number[] | undefined)[] = [[]];
  for (let to = 1; to <= word.length; to += 1) {
    for (let from = Math.max(0, to - longestWord); from < to; from += 1) {
      const before = best[from];
      if (before === undefined || !believable(word.slice(from, to))) continue;
      const now = best[to];
      if (now === undefined || before.length + 1 < now.length) best[to] = [...before, to];
    }
  }
  const cuts = best[word.length];
  if (cuts === undefined) return [token];
  return cuts.map((to, place) => {
    const from = cuts[place - 1] ?? 0;
    return { ...token, word: word.slice(from, to), start: start + from * 2, end: start + to * 2 - 1 };
  });
}
