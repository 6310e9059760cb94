import type { Token } from './text.ts';
import type { ConceptSpans, Span } from './vocabulary.ts';
import { expand } from './lexicon/words.ts';

/** A pattern ready to run: what must follow what, with how many words of their own between. */
export interface Pattern {
  readonly written: string;
  readonly orders: readonly (readonly Step[])[];
}

interface Step {
  /** Concepts of which any one will do. */
  readonly any: readonly string[];
  /** Words with a meaning of their own that may stand between this and the step before. */
  readonly gap: number;
}

/** Where a pattern stands in a text: its parts in the order they were said. */
export interface Hit {
  readonly parts: readonly Span[];
  readonly from: number;
  readonly to: number;
}

/** What it costs to step over each place of a text: its words, and the stops between them. */
export interface Distances {
  readonly words: readonly number[];
  readonly stops: readonly number[];
}

// No pattern reaches further than this many words, fillers and all.
const reach = 24;

/**
 * Reads a pattern: `{chest} &4 {pain}` is either order with up to four words between; `{cannot} ..2 {breathe}` is that
 * order; words stand for themselves with `(a|b)` for alternatives; steps side by side let only filler words between.
 */
export function parsePattern(written: string, literal: (words: string) => string): Pattern {
  const steps: Step[] = [];
  let gap = 0;
  let unordered = false;
  for (const item of itemsOf(written)) {
    const spacing = /^(\.\.|&)(\d+)$/.exec(item);
    if (spacing) {
      gap = Number(spacing[2]);
      unordered ||= spacing[1] === '&';
      continue;
    }
    const any = item.startsWith('{') ? item.slice(1, -1).split('|') : [literal(item)];
    steps.push({ any, gap });
    gap = 0;
  }
  if (steps.length === 0) throw new Error(`empty pattern "${written}"`);
  return { written, orders: unordered ? permutations(steps) : [steps] };
}

/** Names every concept a pattern asks for. */
export function conceptsOf(pattern: Pattern): string[] {
  return (pattern.orders[0] ?? []).flatMap((step) => step.any);
}

/** Collects the literal words of patterns as concepts of their own, to be built into the vocabulary. */
export function literalWords(): { literal: (words: string) => string; words: Record<string, string> } {
  const words: Record<string, string> = {};
  const literal = (item: string): string => {
    const concept = `"${item}"`;
    words[concept] = expand(item).join(',');
    return concept;
  };
  return { literal, words };
}

// A run of literal words is one item, so that "in and out of it" is a phrase of the vocabulary.
function itemsOf(written: string): string[] {
  const items: string[] = [];
  let run: string[] = [];
  const flush = (): void => {
    if (run.length > 0) items.push(run.join(' '));
    run = [];
  };
  for (const word of written.trim().split(/\s+/)) {
    if (/^(\{|\.\.\d|&\d)/.test(word)) {
      flush();
      items.push(word);
    } else {
      run.push(word);
    }
  }
  flush();
  return items;
}

function permutations(steps: readonly Step[]): Step[][] {
  // In any order the widest gap written holds between all.
  const gap = Math.max(...steps.map((step) => step.gap));
  const arrange = (rest: readonly Step[]): Step[][] =>
    rest.length <= 1
      ? [[...rest]]
      : rest.flatMap((step, at) => arrange(rest.filter((_, other) => other !== at)).map((tail) => [step, ...tail]));
  return arrange(steps).map((order) => order.map((step, at) => ({ ...step, gap: at === 0 ? 0 : gap })));
}

/** Sums what it costs to step over each token: `free` words nothing, others one, a comma a half, a full stop three. */
export function distancesOf(tokens: readonly Token[], free: ReadonlySet<string>): Distances {
  const words = [0];
  const stops = [0];
  tokens.forEach((token, at) => {
    words.push((words[at] ?? 0) + (free.has(token.word) ? 0 : 1));
    const before = tokens[at - 1] ?? token;
    const stop = before.sentence !== token.sentence ? 3 : before.clause !== token.clause ? 0.5 : 0;
    stops.push((stops[at] ?? 0) + stop);
  });
  return { words, stops };
}

// From behind one part to the start of the next: the words between, and every stop on the way.
function between(behind: number, start: number, { words, stops }: Distances): number {
  return (words[start] ?? 0) - (words[behind] ?? 0) + (stops[start + 1] ?? 0) - (stops[behind] ?? 0);
}

/** A text made ready for patterns: where its concepts stand, alone and taken together, and how far apart. */
export interface Ground {
  readonly spans: ConceptSpans;
  readonly distances: Distances;
  readonly together: Map<string, readonly Span[]>;
}

/** Makes a text ready for patterns. */
export function groundOf(spans: ConceptSpans, distances: Distances): Ground {
  return { spans, distances, together: new Map() };
}

/** Finds every place where a pattern holds: for each ending, its shortest form. Never more than linear work. */
export function hitsOf(pattern: Pattern, ground: Ground): Hit[] {
  const steps = pattern.orders[0] ?? [];
  if (!steps.every((step) => step.any.some((concept) => ground.spans.has(concept)))) return [];
  return pattern.orders.flatMap((order) => {
    let partial: Hit[] = [];
    for (const [at, step] of order.entries()) {
      const here = spansOf(step.any, ground);
      partial =
        at === 0
          ? here.map((span) => ({ parts: [span], from: span.from, to: span.to }))
          : extend(partial, here, { gap: step.gap, distances: ground.distances });
      if (partial.length === 0) return [];
    }
    return partial;
  });
}

function spansOf(concepts: readonly string[], { spans, together }: Ground): readonly Span[] {
  if (concepts.length === 1) return spans.get(concepts[0] ?? '') ?? [];
  const name = concepts.join('|');
  let found = together.get(name);
  if (found === undefined) {
    found = concepts.flatMap((concept) => spans.get(concept) ?? []).sort((a, b) => a.from - b.from);
    together.set(name, found);
  }
  return found;
}

function extend(partial: readonly Hit[], spans: readonly Span[], within: { gap: number; distances: Distances }): Hit[] {
  const { gap, distances } = within;
  const byEnd = [...partial].sort((a, b) => a.to - b.to);
  const extended: Hit[] = [];
  let ready = 0;
  for (const span of spans) {
    while (ready < byEnd.length && (byEnd[ready]?.to ?? 0) <= span.from) ready += 1;
    let best: Hit | undefined;
    for (let at = ready - 1; at >= 0; at -= 1) {
      const before = byEnd[at];
      if (before === undefined || span.from - before.to > reach) break;
      if (between(before.to, span.from, distances) > gap) break;
      if (best === undefined || before.from > best.from) best = before;
    }
    if (best !== undefined) extended.push({ parts: [...best.parts, span], from: best.from, to: span.to });
  }
  return extended;
}

/** Many patterns to be looked for at once, each under the concepts of the step that leaves it fewest ways to begin. */
export type PatternIndex = ReadonlyMap<string, readonly Pattern[]>;

/** Orders patterns so that a text asks only those of which it holds a part. */
export function indexOf(patterns: readonly Pattern[]): PatternIndex {
  const index = new Map<string, Pattern[]>();
  for (const pattern of patterns) {
    const [narrowest] = [...(pattern.orders[0] ?? [])].sort((a, b) => a.any.length - b.any.length);
    for (const concept of new Set(narrowest?.any)) {
      const here = index.get(concept);
      if (here) here.push(pattern);
      else index.set(concept, [pattern]);
    }
  }
  return index;
}

/** The places where any of these patterns holds within one sentence: a saying does not reach over a full stop. */
export function sentenceHits(index: PatternIndex, ground: Ground, tokens: readonly Token[]): Hit[] {
  const asked = new Set<Pattern>();
  for (const concept of ground.spans.keys()) for (const pattern of index.get(concept) ?? []) asked.add(pattern);
  return [...asked]
    .flatMap((pattern) => hitsOf(pattern, ground))
    .filter(({ from, to }) => tokens[from]?.sentence === tokens[to - 1]?.sentence);
}

/** Marks every word that belongs to one of the hits, not those that merely stand between. */
export function wordsOf(hits: readonly Hit[], size: number): Uint8Array {
  const marked = new Uint8Array(size);
  for (const { parts } of hits) for (const { from, to } of parts) marked.fill(1, from, to);
  return marked;
}

/** Tells whether any word of a stretch is marked. */
export function anyMarked(marked: Uint8Array, { from, to }: Span): boolean {
  for (let at = from; at < to; at += 1) if (marked[at] === 1) return true;
  return false;
}

/** The spans, in order of their start, that start within a stretch. */
export function startingWithin(spans: readonly Span[], from: number, to: number): Span[] {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.from ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const found: Span[] = [];
  for (let at = low; at < spans.length; at += 1) {
    const span = spans[at];
    if (span === undefined || span.from > to) break;
    found.push(span);
  }
  return found;
}
