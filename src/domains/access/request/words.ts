import type { RedFlagCategory } from '../red-flag/category.ts';
import { aboutThem, type Called, type Pronouns } from './person.ts';

const matchWords: Readonly<Record<string, string>> = {
  nhs_number: 'NHS number',
  name: 'name',
  birth_date: 'birth date',
  phone: 'telephone number',
  address: 'address',
};

/** "Caller’s number and birth date match". */
export function matchedWords(matched: readonly string[]): string {
  const words = matched.map((one) => matchWords[one] ?? one);
  if (words.length === 0) return 'Nothing checked yet';
  const list = words.length === 1 ? words[0] : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
  const text = `${list ?? ''} ${words.length === 1 ? 'matches' : 'match'}`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const modeNames: Readonly<Record<string, string>> = {
  face_to_face: 'face to face',
  telephone: 'by telephone',
  video: 'by video',
  home_visit: 'at home',
};

/** "face to face", "by telephone". */
export function modeWords(mode: string): string {
  return modeNames[mode] ?? mode;
}

/** What a flag of this kind makes of the screen: the words that replace everything else. */
export interface StopWords {
  readonly heading: string;
  readonly then: string;
  readonly say: string;
  readonly advice: readonly string[];
  readonly needs999: boolean;
  readonly safeContactFirst: boolean;
}

const ofChildren: ReadonlySet<string> = new Set(['unwell-child', 'infant-fever', 'child-dka']);

function isChild(called: Called | undefined): boolean {
  return called !== undefined && called.ageYears < 18;
}

/** What the stop screen says: an ambulance where any flag needs one, else the duty clinician now. */
export function stopWords(
  flags: readonly { level: string; category: RedFlagCategory }[],
  { forOther, who, called }: { forOther: boolean; who: Pronouns; called: Called | undefined },
): StopWords | undefined {
  const first = flags.find(({ level }) => level === '999') ?? flags[0];
  if (first === undefined) return undefined;
  const needs999 = first.level === '999';
  const { say, safeContactFirst } = first.category;
  return {
    heading: needs999 ? `Stop. Get ${who.them} an ambulance now` : 'Stop. The duty doctor must hear this now',
    then: needs999
      ? 'No appointment will do. The offers are put away and nothing is booked.'
      : 'The offers are put away and nothing is booked until a clinician says what to do.',
    // What is said of a child is never said of a grown patient whose call it is.
    say: forOther
      ? aboutThem(say.other, ofChildren.has(first.category.id) && !isChild(called) ? undefined : called)
      : say.self,
    advice: [...new Set(flags.flatMap(({ category }) => category.advice))],
    needs999,
    safeContactFirst: safeContactFirst || flags.some(({ category }) => category.safeContactFirst),
  };
}

/** "Polish" for "pl"; the code itself where the language has no name. */
export function languageWords(code: string): string {
  return new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'code' }).of(code) ?? code;
}

/** "3rd", "21st": which time it is. */
export function ordinal(n: number): string {
  const ending = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' };
  return `${n}${ending[new Intl.PluralRules('en-GB', { type: 'ordinal' }).select(n)]}`;
}
