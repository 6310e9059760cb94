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
  /** What is said aloud, one text of each danger, the gravest first. */
  readonly say: readonly string[];
  /** What can be done until help comes, by danger; a line that a graver one says already is not said again. */
  readonly advice: readonly { readonly name: string; readonly lines: readonly string[] }[];
  readonly needs999: boolean;
  readonly safeContactFirst: boolean;
}

const ofChildren: ReadonlySet<string> = new Set(['unwell-child', 'infant-fever', 'child-dka']);

function isChild(called: Called | undefined): boolean {
  return called !== undefined && called.ageYears < 18;
}

/** The sentences of a text that no text before it has said. */
function unsaid(text: string, said: Set<string>): string {
  const sentences = text.split(/(?<=[.?!]) /).filter((sentence) => !said.has(sentence));
  for (const sentence of sentences) said.add(sentence);
  return sentences.join(' ');
}

/** A text without the sentences that ask for 999, or to go to A&E instead, for after an ambulance has been asked for. */
function without999(text: string): string {
  return text
    .split(/(?<=[.?!]) /)
    .filter((sentence) => !/\bcall 999\b|\b(?:go|take \w+) (?:straight )?to (?:A&E|an eye casualty)/i.test(sentence))
    .join(' ');
}

/** One thing that is said of each danger, in their order, whichever call it stands in. */
interface Speaking {
  readonly forOther: boolean;
  readonly who: Pronouns;
  readonly called: Called | undefined;
}

/** What is said of each danger: 999 is asked for once; how somebody in danger at home calls silently stands whole. */
function saidOf(categories: readonly RedFlagCategory[], needs999: boolean, speaking: Speaking): StopWords['say'] {
  const { forOther, called } = speaking;
  const said = new Set<string>();
  return categories.flatMap(({ id, say, safeContactFirst }, at) => {
    const whole = forOther ? say.other : say.self;
    const text = unsaid(needs999 && at > 0 && !safeContactFirst ? without999(whole) : whole, said);
    // What is said of a child is never said of a grown patient whose call it is.
    const words = forOther ? aboutThem(text, ofChildren.has(id) && !isChild(called) ? undefined : called) : text;
    return words === '' ? [] : [words];
  });
}

function adviceOf(categories: readonly RedFlagCategory[]): StopWords['advice'] {
  const given = new Set<string>();
  return categories.flatMap(({ name, advice }) => {
    const lines = advice.filter((line) => !given.has(line));
    for (const line of lines) given.add(line);
    return lines.length === 0 ? [] : [{ name, lines }];
  });
}

/** What the stop screen says of flags given gravest first: an ambulance where any needs one, else the duty clinician now. */
export function stopWords(
  flags: readonly { level: string; category: RedFlagCategory }[],
  speaking: Speaking,
): StopWords | undefined {
  if (flags.length === 0) return undefined;
  const needs999 = flags.some(({ level }) => level === '999');
  const { who } = speaking;
  // Raised in words and by an answer, one danger is still one.
  const categories = [...new Set(flags.map(({ category }) => category))];
  return {
    heading: needs999 ? `Stop. Get ${who.them} an ambulance now` : 'Stop. The duty doctor must hear this now',
    then: needs999
      ? 'No appointment will do. The offers are put away and nothing is booked.'
      : 'The offers are put away and nothing is booked until a clinician says what to do.',
    say: saidOf(categories, needs999, speaking),
    advice: adviceOf(categories),
    needs999,
    safeContactFirst: categories.some(({ safeContactFirst }) => safeContactFirst),
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
