import { redFlagCategories } from './categories/all.ts';
import { sayings } from './categories/sayings.ts';
import type { Fact, FlagWording, RedFlagCategory, RedFlagCategoryId, RedFlagLevel } from './category.ts';
import { factsOf } from './facts.ts';
import type { ScreenedPatient } from './facts.ts';
import { body } from './lexicon/body.ts';
import { comeBack } from './lexicon/come-back.ts';
import { denials } from './lexicon/denials.ts';
import { events } from './lexicon/events.ts';
import { harm } from './lexicon/harm.ts';
import { lookalikes } from './lexicon/lookalikes.ts';
import { manner } from './lexicon/manner.ts';
import { ordinaryWords } from './lexicon/ordinary.ts';
import { people } from './lexicon/people.ts';
import { ofHeartAndBreath } from './lexicon/of-heart-and-breath.ts';
import { ofActsNow } from './lexicon/of-acts-now.ts';
import { ofAcuteDanger } from './lexicon/of-acute-danger.ts';
import { ofBrain } from './lexicon/of-brain.ts';
import { ofBloodAndPoison } from './lexicon/of-blood-and-poison.ts';
import { ofInfectionAndChildren } from './lexicon/of-infection-and-children.ts';
import { ofMindAndSafety } from './lexicon/of-mind-and-safety.ts';
import { ofBody } from './lexicon/of-body.ts';
import { asides, fillers } from './lexicon/small-words.ts';
import { forgivenWords } from './lexicon/spelling.ts';
import { symptoms } from './lexicon/symptoms.ts';
import { numberSpans } from './numbers.ts';
import { conceptsOf, distancesOf, groundOf, indexOf, literalWords, parsePattern, sentenceHits } from './pattern.ts';
import type { Ground, Hit, Pattern, PatternIndex } from './pattern.ts';
import { tokenise } from './text.ts';
import type { Token } from './text.ts';
import { vocabulary } from './vocabulary.ts';
import type { ConceptSpans, Vocabulary } from './vocabulary.ts';

/** A category with its patterns ready to run. */
export interface ReadyCategory {
  readonly category: RedFlagCategory;
  readonly wordings: readonly ReadyWording[];
  readonly quiet: PatternIndex;
  readonly quietPast: PatternIndex;
  readonly afterAll: readonly Pattern[];
}

export interface ReadyWording {
  readonly patterns: readonly Pattern[];
  readonly when: Fact | undefined;
  readonly unless: readonly string[];
  readonly level: RedFlagLevel;
}

/** A text as read: its words, the concepts they carry, what they tell about the person, and where sayings stand. */
export interface Scene {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly spans: ConceptSpans;
  readonly facts: ReadonlySet<Fact>;
  readonly ground: Ground;
  readonly sayings: readonly Hit[];
}

const setOf = (list: string): ReadonlySet<string> => new Set(list.split(/[\s,]+/).filter((word) => word !== ''));

/** Words too small to tell anything. */
export const fillerWords = setOf(fillers);

interface RuleBook {
  readonly categories: readonly ReadyCategory[];
  readonly sayings: PatternIndex;
  readonly words: Vocabulary;
}

let ruleBook: RuleBook | undefined;

// Made ready once, when first needed: it is a few tens of thousands of phrases, and most programs never screen.
function rules(): RuleBook {
  ruleBook ??= makeReady();
  return ruleBook;
}

function makeReady(): RuleBook {
  const { literal, words: literals } = literalWords();
  const ready = (written: string): Pattern => parsePattern(written, literal);
  const readyWording = (wording: FlagWording, level: RedFlagLevel): ReadyWording => ({
    patterns: wording.match.map(ready),
    when: wording.when,
    unless: wording.unless ?? [],
    level: wording.level ?? level,
  });
  const categories = redFlagCategories.map((category) => ({
    category,
    wordings: category.wordings.map((wording) => readyWording(wording, category.level)),
    quiet: indexOf(category.quiet.map(ready)),
    quietPast: indexOf((category.quietPast ?? []).map(ready)),
    afterAll: (category.afterAll ?? []).map(ready),
  }));
  const everyday = indexOf(sayings.map(ready));
  const words = vocabulary({
    concepts: {
      ...body,
      ...symptoms,
      ...events,
      ...harm,
      ...people,
      ...ofHeartAndBreath,
      ...ofBrain,
      ...ofBloodAndPoison,
      ...ofInfectionAndChildren,
      ...ofMindAndSafety,
      ...ofBody,
      ...ofAcuteDanger,
      ...ofActsNow,
    },
    strict: { ...manner, ...denials, ...lookalikes, ...comeBack, ...literals },
    forgiven: setOf(forgivenWords),
    ordinary: setOf(ordinaryWords),
    asides: setOf(asides),
  });
  return { categories, sayings: everyday, words };
}

/** One category with its patterns. */
export function readyCategory(id: RedFlagCategoryId): ReadyCategory | undefined {
  return rules().categories.find(({ category }) => category.id === id);
}

/** Every category with its patterns, in the order of the published list. */
export function readyCategories(): readonly ReadyCategory[] {
  return rules().categories;
}

/** Whether the rule book knows a word: it stands in a phrase, is an everyday word or too small to tell anything. */
export function isKnownWord(word: string): boolean {
  return fillerWords.has(word) || rules().words.knows(word);
}

/** Reads a text once for all categories. */
export function readScene(text: string, patient: ScreenedPatient): Scene {
  const { words, sayings: everyday } = rules();
  const { tokens, spans } = words.read(tokenise(text));
  for (const [concept, found] of numberSpans(tokens)) {
    spans.set(
      concept,
      [...(spans.get(concept) ?? []), ...found].sort((a, b) => a.from - b.from),
    );
  }
  const ground = groundOf(spans, distancesOf(tokens, fillerWords));
  return {
    text,
    tokens,
    spans,
    facts: factsOf(tokens, spans, patient),
    ground,
    sayings: sentenceHits(everyday, ground, tokens),
  };
}

const conceptsIn = (index: PatternIndex): string[] => [...index.values()].flat().flatMap(conceptsOf);

/** Names every concept the patterns use and no list of words explains: none, in a sound rule book. */
export function unknownConcepts(): string[] {
  const { categories, sayings: everyday, words } = rules();
  const used = [
    ...conceptsIn(everyday),
    ...categories.flatMap(({ wordings, quiet, quietPast, afterAll }) => [
      ...conceptsIn(quiet),
      ...conceptsIn(quietPast),
      ...afterAll.flatMap(conceptsOf),
      ...wordings.flatMap((wording) => [...wording.patterns.flatMap(conceptsOf), ...wording.unless]),
    ]),
  ];
  return [...new Set(used)].filter((concept) => !words.concepts.has(concept) && !concept.startsWith('number'));
}
