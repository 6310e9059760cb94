import type { Fact, RedFlagCategoryId } from './category.ts';
import { featureGround, featuresIn } from './features.ts';
import type { FeatureGround } from './features.ts';
import { learn } from './likeness.ts';
import type { Lesson, Likeness } from './likeness.ts';
import { categoryPhrases, everydayPhrases, learntTexts } from './phrases/all.ts';
import { lines } from './phrases/phrases.ts';
import { readScene } from './scene.ts';
import type { Scene } from './scene.ts';
import type { Span } from './vocabulary.ts';
import { hushedWords } from './wordings.ts';
import type { FirstReading } from './wordings.ts';

/** A stretch of words that resembles the published phrases of a category, though none of its wordings stands there. */
export interface Resemblance {
  readonly category: RedFlagCategoryId;
  readonly from: number;
  readonly to: number;
}

// The highest at which every set of labelled texts, left out in turn, is still found to 95 in 100. One sentence must be
// at least this likely, two together a little more: long letters hold many pairs.
const sure = 0.39;
const surePaired = 0.57;
// A sentence longer than this is read in overlapping stretches.
const longest = 32;
// Whole messages teach more than phrases: they are what is to be read.
const messageWeight = 2;

// A figure, an illness, a thing or a place is named or it is not: mere likeness to these tells nothing.
const namedOnly: ReadonlySet<RedFlagCategoryId> = new Set([
  'dangerous-reading',
  'foreign-body',
  'infection-risk',
  'hearing',
  'skin-reaction',
  'heart-rhythm',
  'exposure',
  'known-illness',
]);

let learnt: Likeness | undefined;

// Learnt once, from the lists alone: the same answer whenever it happens.
function likeness(): Likeness {
  learnt ??= learn([
    ...categoryPhrases
      .filter(({ category }) => !namedOnly.has(category))
      .flatMap(({ category, flags, quiet }) => [
        ...lines(flags).map((phrase) => lesson(phrase, category)),
        ...lines(quiet).map((phrase) => lesson(phrase, undefined)),
      ]),
    ...everydayPhrases.map((phrase) => lesson(phrase, undefined)),
    ...learntTexts.flatMap(({ red, quiet }) => [
      ...Object.entries(red).flatMap(([category, texts]) =>
        lines(texts).map((text) => ({ ...lesson(text, category as RedFlagCategoryId), weight: messageWeight })),
      ),
      ...lines(quiet).flatMap(lessonsOfQuiet),
    ]),
  ]);
  return learnt;
}

function groundOf(text: string): FeatureGround {
  const scene = readScene(text, {});
  return featureGround(scene, hushedWords(scene));
}

function lesson(phrase: string, category: RedFlagCategoryId | undefined): Lesson {
  const ground = groundOf(phrase);
  return { features: featuresIn({ from: 0, to: ground.scene.tokens.length }, ground), category };
}

// Nothing stands in a quiet text, so each stretch that will be read must stay quiet; where in a red one, nobody has said.
function lessonsOfQuiet(text: string): Lesson[] {
  const ground = groundOf(text);
  return windowsOf(ground.scene).map(({ window }) => ({
    features: featuresIn(window, ground),
    category: undefined,
    weight: messageWeight,
  }));
}

const overlap = (one: Span, other: Span): boolean => one.from < other.to && other.from < one.to;

/** Reads again what the wordings passed over, sentence by sentence, for likeness to the published phrases. */
export function resemblances(scene: Scene, first: FirstReading): Resemblance[] {
  const found: Resemblance[] = [];
  const ground = featureGround(scene, first.hushed);
  for (const { window, threshold } of windowsOf(scene)) {
    if (first.seen.some((seen) => overlap(window, seen)) || found.some((seen) => overlap(window, seen))) continue;
    const features = featuresIn(window, ground);
    if (features.size === 0 || likeness().probability(features) < threshold) continue;
    const allowed = (category: RedFlagCategoryId): boolean => fits(category, scene);
    found.push({ category: likeness().nearest(features, allowed), from: window.from, to: window.to });
  }
  return found;
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
