import type { Fact } from './category.ts';
import { agesOf } from './numbers.ts';
import type { Token } from './text.ts';
import type { ConceptSpans } from './vocabulary.ts';

/** What is known about the person besides their words. */
export interface ScreenedPatient {
  readonly ageYears?: number;
  readonly pregnant?: boolean;
}

const infantYears = 0.25;
const adultYears = 16;

// A daughter who said that her mother should ring is the teller, not who is ill.
const telling = new Set(
  'said says say told tells thinks thought rang rings ring phoned phones asked asks suggested suggests noticed notices reckons insisted insists wants made makes brought drives drove worries'.split(
    ' ',
  ),
);

function tells(tokens: readonly Token[], after: number): boolean {
  return [0, 1].some((on) => telling.has(tokens[after + on]?.word ?? ''));
}

/**
 * Tells who the words are about, from the words themselves and the record. An age belongs to its own sentence, and the
 * record never takes away what the words say: a mother may write about her baby from her own account.
 */
export function factsOf(tokens: readonly Token[], spans: ConceptSpans, patient: ScreenedPatient): ReadonlySet<Fact> {
  const facts = new Set<Fact>();
  const ages = agesOf(tokens);
  const recorded = patient.ageYears;
  const sentencesWith = (concept: string): (number | undefined)[] =>
    (spans.get(concept) ?? []).map((span) => tokens[span.from]?.sentence);
  const toldIn = (sentence: number | undefined, holds: (age: number) => boolean): boolean =>
    ages.some((told) => told.sentence === sentence && holds(told.years));

  const grownUp = recorded !== undefined && recorded >= adultYears;
  const childrenNamed = (spans.get('child-person') ?? []).filter((span) => !(grownUp && tells(tokens, span.to)));
  const childTold =
    ages.some((told) => told.years < adultYears) ||
    childrenNamed.some((span) => !toldIn(tokens[span.from]?.sentence, (years) => years >= adultYears));
  if (childTold || (recorded !== undefined && recorded < adultYears)) facts.add('child');

  const infantTold =
    ages.some((told) => told.years < infantYears) ||
    sentencesWith('newborn').length > 0 ||
    ((recorded === undefined || recorded < 1) &&
      sentencesWith('baby').some((sentence) => !toldIn(sentence, () => true)));
  if (infantTold || (recorded !== undefined && recorded < infantYears)) facts.add('infant');

  const denied = new Set(sentencesWith('not-pregnant'));
  if (patient.pregnant === true || sentencesWith('pregnant').some((sentence) => !denied.has(sentence)))
    facts.add('pregnant');
  if (spans.has('chemo')) facts.add('chemo');
  if (hasComeBack(tokens, spans)) facts.add('come-back');
  return facts;
}

// Right before it: "has not happened again", "nothing has returned".
const denials = new Set([
  'not',
  'never',
  'nothing',
  'isnt',
  'hasnt',
  'havent',
  'didnt',
  'wasnt',
  'arent',
  'doesnt',
  'dont',
]);
// A little further off: "how do I stop it happening again", "the chance of one coming back".
const guards = new Set(['stop', 'stopping', 'prevent', 'preventing', 'avoid', 'avoiding', 'risk', 'chance', 'chances']);

// "And it is back", "feels the same": what was long over is of now again, wherever in the text it says so.
function hasComeBack(tokens: readonly Token[], spans: ConceptSpans): boolean {
  const said = (from: number, words: ReadonlySet<string>, reach: number): boolean =>
    tokens.slice(Math.max(0, from - reach), from).some((token) => words.has(token.word));
  const only = spans.get('not-come-back') ?? [];
  return (spans.get('come-back') ?? []).some(
    ({ from, to }) =>
      !only.some((other) => other.from < to && from < other.to) && !said(from, denials, 2) && !said(from, guards, 4),
  );
}
