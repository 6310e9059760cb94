import type { Fact } from './red-flag-category.ts';
import { agesOf } from './red-flag-numbers.ts';
import type { Token } from './red-flag-text.ts';
import type { ConceptSpans } from './red-flag-vocabulary.ts';

/** What is known about the person besides their words. */
export interface ScreenedPatient {
  readonly ageYears?: number;
  readonly pregnant?: boolean;
}

const infantYears = 0.25;
const adultYears = 16;

/**
 * Tells who the words are about, from the words themselves and the record. The record never takes away what the words
 * say: a mother may write about her baby from her own account.
 */
export function factsOf(tokens: readonly Token[], spans: ConceptSpans, patient: ScreenedPatient): ReadonlySet<Fact> {
  const facts = new Set<Fact>();
  const has = (concept: string): boolean => (spans.get(concept)?.length ?? 0) > 0;
  const ages = agesOf(tokens);
  const recorded = patient.ageYears;
  const told = ages.length > 0;

  const childTold = ages.some((age) => age < adultYears) || (has('child-person') && !ages.some((age) => age >= adultYears));
  if (childTold || (recorded !== undefined && recorded < adultYears)) facts.add('child');

  const infantTold = ages.some((age) => age < infantYears) || has('newborn') || (has('baby') && !told && (recorded === undefined || recorded < 1));
  if (infantTold || (recorded !== undefined && recorded < infantYears)) facts.add('infant');

  if (patient.pregnant === true || (has('pregnant') && !has('not-pregnant'))) facts.add('pregnant');
  if (has('chemo')) facts.add('chemo');
  return facts;
}
