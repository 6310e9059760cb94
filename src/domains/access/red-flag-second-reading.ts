import type { Fact, RedFlagCategoryId } from './red-flag-category.ts';
import { learn } from './red-flag-likeness.ts';
import type { Lesson, Likeness } from './red-flag-likeness.ts';
import { anyMarked, startingWithin } from './red-flag-pattern.ts';
import { categoryPhrases, everydayPhrases } from './red-flag-phrases/all.ts';
import { lines } from './red-flag-phrases/phrases.ts';
import { fillerWords, readScene } from './red-flag-scene.ts';
import type { Scene } from './red-flag-scene.ts';
import type { Span } from './red-flag-vocabulary.ts';
import { hushedWords } from './red-flag-wordings.ts';
import type { FirstReading } from './red-flag-wordings.ts';

/** A stretch of words that resembles the published phrases of a category, though none of its wordings stands there. */
export interface Resemblance {
  readonly category: RedFlagCategoryId;
  readonly from: number;
  readonly to: number;
}

// One sentence must be at least this likely, two together a little more: long letters hold many pairs.
const sure = 0.6;
const surePaired = 0.75;
// A sentence longer than this is read in overlapping stretches.
const longest = 32;

let learnt: Likeness | undefined;

// Learnt once, from the lists alone: the same answer whenever it happens.
function likeness(): Likeness {
  learnt ??= learn([
    ...categoryPhrases.flatMap(({ category, flags, quiet }) => [
      ...lines(flags).map((phrase) => lesson(phrase, category)),
      ...lines(quiet).map((phrase) => lesson(phrase, undefined)),
    ]),
    ...everydayPhrases.map((phrase) => lesson(phrase, undefined)),
  ]);
  return learnt;
}

function lesson(phrase: string, category: RedFlagCategoryId | undefined): Lesson {
  const scene = readScene(phrase, {});
  return { features: featuresIn({ from: 0, to: scene.tokens.length }, scene, hushedWords(scene)), category };
}

/** Reads again what the wordings passed over, sentence by sentence, for likeness to the published phrases. */
export function resemblances(scene: Scene, first: FirstReading): Resemblance[] {
  const found: Resemblance[] = [];
  const overlaps = (window: Span, taken: { readonly from: number; readonly to: number }): boolean =>
    window.from < taken.to && taken.from < window.to;
  for (const { window, threshold } of windowsOf(scene)) {
    if (first.seen.some((seen) => overlaps(window, seen)) || found.some((seen) => overlaps(window, seen))) continue;
    const features = featuresIn(window, scene, first.hushed);
    if (features.size === 0 || likeness().probability(features) < threshold) continue;
    const allowed = (category: RedFlagCategoryId): boolean => fits(category, scene);
    found.push({ category: likeness().nearest(features, allowed), from: window.from, to: window.to });
  }
  return found;
}

// Small words and denials carry no weight either way: a "no" more or less never decides.
const weightless = new Set(['negator', 'not-negator']);

// What everyday sayings have not taken up: every word that tells something, as written and without its ending, each two
// such words that follow each other, and every concept.
function featuresIn(window: Span, { tokens, spans }: Scene, hushed: Uint8Array): ReadonlySet<string> {
  const features = new Set<string>();
  let before: string | undefined;
  for (let at = window.from; at < window.to; at += 1) {
    const written = tokens[at]?.word ?? '';
    if (hushed[at] === 1) before = undefined;
    if (fillerWords.has(written) || hushed[at] === 1) continue;
    const word = /^\d/.test(written) ? '#' : written;
    features.add(word);
    features.add(`~${stemOf(word)}`);
    if (before !== undefined) features.add(`${before} ${word}`);
    before = word;
  }
  for (const [concept, found] of spans) {
    if (concept.startsWith('"') || weightless.has(concept)) continue;
    const here = startingWithin(found, window.from, window.to - 1);
    if (here.some((span) => span.to <= window.to && !anyMarked(hushed, span))) features.add(`@${concept}`);
  }
  return features;
}

const endings = ['ingly', 'edly', 'ings', 'ing', 'ers', 'ies', 'ied', 'est', 'ed', 'es', 'ly', 'er', 's', 'e', 'y'];

// A rough stem, only ever compared with others made the same way: "choking", "choked" and "chokes" are one.
function stemOf(word: string): string {
  const ending =
    word.length < 5 ? undefined : endings.find((end) => word.endsWith(end) && word.length - end.length >= 3);
  return ending === undefined ? word : word.slice(0, -ending.length).replace(/(.)\1$/, '$1');
}

const onlyOf: Readonly<Partial<Record<RedFlagCategoryId, Fact>>> = {
  'unwell-child': 'child',
  'infant-fever': 'infant',
  'child-dka': 'child',
  pregnancy: 'pregnant',
  'chemo-fever': 'chemo',
};

// What holds for children, or in pregnancy, is not said of someone else on mere likeness.
function fits(category: RedFlagCategoryId, { facts }: Scene): boolean {
  const fact = onlyOf[category];
  return fact === undefined || facts.has(fact);
}

function windowsOf({ tokens }: Scene): { window: Span; threshold: number }[] {
  const sentences: Span[] = [];
  for (let from = 0, to = 1; from < tokens.length; from = to, to += 1) {
    while (to < tokens.length && tokens[to]?.sentence === tokens[from]?.sentence) to += 1;
    for (let start = from; start < to; start += longest / 2) {
      sentences.push({ from: start, to: Math.min(start + longest, to) });
      if (start + longest >= to) break;
    }
  }
  const pairs = sentences.slice(1).map((second, at) => ({ from: sentences[at]?.from ?? 0, to: second.to }));
  return [
    ...sentences.map((window) => ({ window, threshold: sure })),
    ...pairs.filter(({ from, to }) => to - from <= longest).map((window) => ({ window, threshold: surePaired })),
  ];
}
