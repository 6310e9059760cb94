import { ofAcuteDanger } from './lexicon/of-acute-danger.ts';
import { anyMarked, startingWithin } from './pattern.ts';
import { numbersOfReadings } from './numbers.ts';
import { fillerWords } from './scene.ts';
import type { Scene } from './scene.ts';
import type { Span } from './vocabulary.ts';

/** A text made ready to take features from: what everyday sayings have taken up, and which words deny, tell nothing. */
export interface FeatureGround {
  readonly scene: Scene;
  readonly silent: Uint8Array;
  readonly hushed: Uint8Array;
}

/** Makes a text ready to take features from. */
export function featureGround(scene: Scene, hushed: Uint8Array): FeatureGround {
  const silent = hushed.slice();
  for (const { from, to } of scene.spans.get('negator') ?? []) silent.fill(1, from, to);
  return { scene, silent, hushed };
}

// Denials carry no weight either way: a "no" more or less never decides.
const weightless = new Set([
  ...Object.keys(ofAcuteDanger),
  'number-slow-pulse',
  'number-low-gcs',
  'number-high-news',
  ...numbersOfReadings,
  'negator',
  'not-negator',
  'had-it',
  'not-had-it',
  'then-again',
  'for-now',
  'ended',
  'other-part',
]);

/** Tells a feature of how words are put together, which says little of the kind of illness they tell. */
export function isManner(feature: string): boolean {
  return feature.startsWith('+');
}

/**
 * The features of a stretch of words: every word that tells something, as written and without its ending, each two such
 * words that follow each other, each small word, each two words as they stand or one apart, and every concept.
 */
export function featuresIn(window: Span, { scene, silent, hushed }: FeatureGround): ReadonlySet<string> {
  const { tokens, spans } = scene;
  const features = new Set<string>();
  let telling: { word: string; stem: string } | undefined;
  let last: string | undefined;
  let lastButOne: string | undefined;
  for (let at = window.from; at < window.to; at += 1) {
    if (hushed[at] === 1) telling = last = lastButOne = undefined;
    if (silent[at] === 1) continue;
    const written = tokens[at]?.word ?? '';
    const word = /^\d/.test(written) ? '#' : written;
    if (last !== undefined) features.add(`+${last} ${word}`);
    if (lastButOne !== undefined) features.add(`+${lastButOne} … ${word}`);
    lastButOne = last;
    last = word;
    if (fillerWords.has(written)) {
      features.add(`+${word}`);
      continue;
    }
    const stem = stemOf(word);
    features.add(word).add(`~${stem}`);
    if (telling !== undefined) features.add(`${telling.word} ${word}`).add(`~${telling.stem} ${stem}`);
    telling = { word, stem };
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
