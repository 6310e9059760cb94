import { redFlagCategories } from './red-flag-categories/all.ts';
import type { Fact, FlagWording, RedFlagCategory, RedFlagCategoryId, RedFlagLevel } from './red-flag-category.ts';
import { factsOf } from './red-flag-facts.ts';
import { body } from './red-flag-lexicon/body.ts';
import { events } from './red-flag-lexicon/events.ts';
import { harm } from './red-flag-lexicon/harm.ts';
import { manner } from './red-flag-lexicon/manner.ts';
import { ordinaryWords } from './red-flag-lexicon/ordinary.ts';
import { people } from './red-flag-lexicon/people.ts';
import { pieces } from './red-flag-lexicon/pieces.ts';
import { forgivenWords } from './red-flag-lexicon/spelling.ts';
import { asides, fillers } from './red-flag-lexicon/small-words.ts';
import { symptoms } from './red-flag-lexicon/symptoms.ts';
import { numberSpans } from './red-flag-numbers.ts';
import { conceptsOf, distancesOf, hitsOf, literalWords, parsePattern, share } from './red-flag-pattern.ts';
import type { Hit, Pattern } from './red-flag-pattern.ts';
import { sayings } from './red-flag-categories/sayings.ts';
import { softens } from './red-flag-softening.ts';
import { tokenise } from './red-flag-text.ts';
import type { Token } from './red-flag-text.ts';
import { vocabulary } from './red-flag-vocabulary.ts';
import type { Span } from './red-flag-vocabulary.ts';

/** A danger found in someone's words. */
export interface RedFlagFinding {
  readonly category: RedFlagCategoryId;
  readonly name: string;
  readonly level: RedFlagLevel;
  /** Their exact words, as they stand in the text from `start` to `end`. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
  /** True where every mention is denied ("no chest pain"): the wording to use is milder, the finding stays. */
  readonly softened: boolean;
}

/** What is known about the person besides their words. */
export interface ScreenedPatient {
  readonly ageYears?: number;
  readonly pregnant?: boolean;
}

interface ReadyWording {
  readonly patterns: readonly Pattern[];
  readonly when: Fact | undefined;
  readonly unless: readonly string[];
  readonly level: RedFlagLevel;
}

interface ReadyCategory {
  readonly category: RedFlagCategory;
  readonly wordings: readonly ReadyWording[];
  readonly quiet: readonly Pattern[];
}

const splitWords = (list: string): ReadonlySet<string> => new Set(list.split(/[\s,]+/).filter((word) => word !== ''));
const fillerWords = splitWords(fillers);

const { literal, words: literals } = literalWords();
const ready: readonly ReadyCategory[] = redFlagCategories.map((category) => ({
  category,
  wordings: category.wordings.map((wording) => prepare(wording, category.level)),
  quiet: category.quiet.map((written) => parsePattern(written, literal)),
}));

const everyday = sayings.map((written) => parsePattern(written, literal));

const words = vocabulary({
  concepts: { ...body, ...symptoms, ...events, ...harm, ...people, ...manner, ...pieces, ...literals },
  forgiven: splitWords(forgivenWords),
  ordinary: splitWords(ordinaryWords),
  asides: splitWords(asides),
});

function prepare(wording: FlagWording, level: RedFlagLevel): ReadyWording {
  return {
    patterns: wording.match.map((written) => parsePattern(written, literal)),
    when: wording.when,
    unless: wording.unless ?? [],
    level: wording.level ?? level,
  };
}

/** Names every concept the categories' patterns use and no list of words explains: none, in a sound rule book. */
export function unknownConcepts(): string[] {
  const used = [{ wordings: [], quiet: everyday }, ...ready].flatMap(({ wordings, quiet }) => [
    ...quiet.flatMap(conceptsOf),
    ...wordings.flatMap((wording) => [...wording.patterns.flatMap(conceptsOf), ...wording.unless]),
  ]);
  return [...new Set(used)].filter((concept) => !words.concepts.has(concept) && !concept.startsWith('number'));
}

/**
 * Screens a person's own words for red flags, in any spelling, and tells which words raised each. Negation softens a
 * finding and never removes it. Findings stand in the order of the text.
 */
export function screen(text: string, patient: ScreenedPatient = {}): RedFlagFinding[] {
  const read = words.read(tokenise(text));
  const { tokens } = read;
  const spans = read.spans;
  for (const [concept, found] of numberSpans(tokens)) spans.set(concept, found);
  const distances = distancesOf(tokens, fillerWords);
  const scene: Scene = {
    text,
    tokens,
    spans,
    facts: factsOf(tokens, spans, patient),
    distances,
    sayings: everyday.flatMap((pattern) => hitsOf(pattern, spans, distances)),
  };
  return ready.flatMap((category) => findingsOf(category, scene)).sort((a, b) => a.start - b.start || a.end - b.end);
}

interface Scene {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly spans: ReadonlyMap<string, readonly Span[]>;
  readonly facts: ReadonlySet<Fact>;
  readonly distances: ReturnType<typeof distancesOf>;
  /** Where everyday sayings stand. */
  readonly sayings: readonly Hit[];
}

function findingsOf({ category, wordings, quiet }: ReadyCategory, scene: Scene): RedFlagFinding[] {
  const hits = wordings.flatMap((wording) => hitsOfWording(wording, scene));
  if (hits.length === 0) return [];
  const hushed = [...scene.sayings, ...quiet.flatMap((pattern) => hitsOf(pattern, scene.spans, scene.distances))];
  const loud = hits.filter(({ hit }) => !hushed.some((quietHit) => share(hit, quietHit)));
  return merge(loud, scene).map(({ hit, level, softened }) => {
    const start = scene.tokens[hit.from]?.start ?? 0;
    const end = scene.tokens[hit.to - 1]?.end ?? start;
    return { category: category.id, name: category.name, level, words: scene.text.slice(start, end), start, end, softened };
  });
}

interface Graded {
  readonly hit: Hit;
  readonly level: RedFlagLevel;
}

function hitsOfWording(wording: ReadyWording, scene: Scene): Graded[] {
  if (wording.when !== undefined && !scene.facts.has(wording.when)) return [];
  return wording.patterns
    .flatMap((pattern) => hitsOf(pattern, scene.spans, scene.distances))
    .filter((hit) => !wording.unless.some((concept) => standsNear(concept, hit, scene)))
    .map((hit) => ({ hit, level: wording.level }));
}

// How many words away, in the same sentence, another meaning still colours a hit.
const nearby = 10;

function standsNear(concept: string, hit: Hit, { tokens, spans }: Scene): boolean {
  const first = tokens[hit.from]?.sentence;
  const last = tokens[hit.to - 1]?.sentence;
  return (spans.get(concept) ?? []).some((span) => {
    const sentence = tokens[span.from]?.sentence;
    if (sentence !== first && sentence !== last) return false;
    if (span.to < hit.from - nearby || span.from > hit.to + nearby) return false;
    return !hit.parts.some((part) => part.from < span.to && span.from < part.to);
  });
}

function merge(hits: readonly Graded[], scene: Scene): (Graded & { softened: boolean })[] {
  const merged: (Graded & { softened: boolean })[] = [];
  for (const { hit, level } of [...hits].sort((a, b) => a.hit.from - b.hit.from || a.hit.to - b.hit.to)) {
    const softened = softens(hit, scene);
    const before = merged.at(-1);
    if (before !== undefined && hit.from < before.hit.to) {
      merged[merged.length - 1] = {
        hit: { parts: [...before.hit.parts, ...hit.parts], from: before.hit.from, to: Math.max(before.hit.to, hit.to) },
        level: before.level === '999' ? '999' : level,
        softened: before.softened && softened,
      };
    } else {
      merged.push({ hit, level, softened });
    }
  }
  return merged;
}
