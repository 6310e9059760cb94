import type { Token } from './text.ts';
import type { Span } from './vocabulary.ts';

const ranges: readonly (readonly [concept: string, low: number, high: number])[] = [
  ['number', 0, Number.MAX_SAFE_INTEGER],
  // Degrees Celsius; Fahrenheit from 100.4.
  ['number-fever', 38, 43],
  ['number-fever', 100.4, 108],
  ['number-high-fever', 39, 43],
  ['number-very-high-fever', 40, 43],
  ['number-very-high-fever', 104, 108],
  // Systolic pressure, for pregnancy.
  ['number-high-pressure', 140, 230],
  // Oxygen saturation in per cent: 92 or less is low in anyone.
  ['number-low-sats', 50, 92],
  // Blood sugar in mmol/l: under 3.5 is a hypo.
  ['number-low-sugar', 1, 3.4],
  // Beats a minute: no heart at rest should run so fast.
  ['number-fast-pulse', 150, 260],
  // So few, or so low a score of wakefulness, is nobody's at rest (NEWS2: 40 beats or fewer; a GCS of 15 is awake).
  ['number-slow-pulse', 20, 39],
  ['number-low-gcs', 3, 14],
  // NEWS2 of 5 or more is an urgent response (Royal College of Physicians).
  ['number-high-news', 5, 20],
  // Blood pressure of 180/120 or more is severe, and urgent with signs of harm (NICE NG136); 200 is so by itself.
  ['number-very-high-systolic', 180, 320],
  ['number-extreme-systolic', 200, 320],
  ['number-very-high-diastolic', 120, 200],
  // Breaths a minute: 25 or more is the gravest score of NEWS2; 60 is fast for a newborn too (NICE NG143).
  ['number-fast-breaths', 25, 59],
  ['number-very-fast-breaths', 60, 140],
  ['number-calm-breaths', 10, 20],
  // Results that a laboratory rings through (Royal College of Pathologists, G158, 2017): mmol/l, g/l, and a ratio.
  ['number-grave-potassium', 1, 2.5],
  ['number-grave-potassium', 6.5, 12],
  ['number-grave-sodium', 90, 120],
  ['number-grave-sodium', 160, 200],
  ['number-grave-haemoglobin', 20, 70],
  ['number-grave-clotting', 6.6, 25],
];

/** Numbers that say nothing by themselves: the second reading gives them no weight. */
export const numbersOfReadings: readonly string[] = [
  'number-very-high-systolic',
  'number-extreme-systolic',
  'number-very-high-diastolic',
  'number-fast-breaths',
  'number-very-fast-breaths',
  'number-calm-breaths',
  'number-grave-potassium',
  'number-grave-sodium',
  'number-grave-haemoglobin',
  'number-grave-clotting',
];

/** Finds numbers by what they may measure; whether they do is for the pattern that stands around them. */
export function numberSpans(tokens: readonly Token[]): Map<string, Span[]> {
  const spans = new Map<string, Span[]>();
  for (const [at, { word }] of tokens.entries()) {
    if (!/^\d/.test(word)) continue;
    for (const concept of meaningsAt(tokens, at)) {
      const list = spans.get(concept) ?? [];
      list.push({ from: at, to: at + 1 });
      spans.set(concept, list);
    }
  }
  return spans;
}

function meaningsAt(tokens: readonly Token[], at: number): string[] {
  const word = (place: number): string => tokens[place]?.word ?? '';
  const value = Number(word(at));
  // "mid 40s" is an age, "in the 90s" a time: neither measures anything.
  if (word(at + 1) === 's' && tokens[at]?.end === tokens[at + 1]?.start) return ['number'];
  // "I'm 40": years, unless a decimal tells of degrees.
  if (/^(?:im|aged|age)$/.test(word(at - 1)) && Number.isInteger(value)) return ['number'];
  const meanings = ranges.filter(([, low, high]) => value >= low && value <= high).map(([concept]) => concept);
  // "32 weeks" is how far a pregnancy has come, unless it tells how long something took.
  const weeks = /^(?:weeks?|wks?|w)$/.test(word(at + 1)) && value >= 4 && value <= 42;
  const lasting = word(at - 1) === 'for' || /^(?:old|ago|later|time|off|now|of|course|wait|notice)$/.test(word(at + 2));
  if (weeks && !lasting) meanings.push('weeks-count');
  // A year, or "at 50", tells of something long over.
  const year = /^(?:19|20)\d\d$/.test(word(at)) && /^(?:in|since|from|of|back|after|before|around)$/.test(word(at - 1));
  const unit = /^(?:am|pm|\d|rest|per|over|on|mg|weeks?|wks?|degrees|c|percent)$/.test(word(at + 1));
  const atAge = word(at - 1) === 'at' && value >= 18 && value <= 99 && Number.isInteger(value) && !unit;
  if (year || atAge) meanings.push('past', 'long-ago');
  // "She is 15 now": the years since, not something that has come back.
  if (word(at + 1) === 'now' && value >= 3 && value <= 110) meanings.push('age-now');
  return meanings;
}

const written: Readonly<Record<string, number>> = {
  a: 1,
  one: 1,
  two: 2,
  couple: 2,
  three: 3,
  few: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
};
const units: Readonly<Record<string, number>> = {
  day: 1 / 365,
  days: 1 / 365,
  week: 7 / 365,
  weeks: 7 / 365,
  wk: 7 / 365,
  wks: 7 / 365,
  w: 7 / 365,
  month: 1 / 12,
  months: 1 / 12,
  mth: 1 / 12,
  mths: 1 / 12,
  mo: 1 / 12,
  mos: 1 / 12,
  m: 1 / 12,
  year: 1,
  years: 1,
  yr: 1,
  yrs: 1,
  y: 1,
  yo: 1,
  yrold: 1,
};
const newborn = new Set(['newborn', 'neonate']);
const tiny = new Set([
  'baby',
  'babys',
  'newborn',
  'infant',
  'boy',
  'girl',
  'son',
  'daughter',
  'lo',
  'twins',
  'bub',
  'bubba',
]);

const people = new Set([
  ...tiny,
  'he',
  'hes',
  'she',
  'shes',
  'child',
  'toddler',
  'kid',
  'grandson',
  'granddaughter',
  'little',
  'one',
  'who',
  'im',
  'patient',
]);
const beings = new Set(['is', 'hes', 'shes', 'im', 'only', 'just', 'now', 'turned', 'nearly', 'almost', 'aged', 'age']);

/** An age that is told, and the sentence that tells it. */
export interface Age {
  readonly years: number;
  readonly sentence: number;
}

/**
 * Reads the ages a text tells, in years ("6 week old", "my baby is 8 weeks", "aged 4", "he is 5"); how long an illness
 * has lasted is no age.
 */
export function agesOf(tokens: readonly Token[]): Age[] {
  const ages: Age[] = [];
  for (const [at, token] of tokens.entries()) {
    const { sentence } = token;
    if (newborn.has(token.word)) ages.push({ years: 0, sentence });
    const count = /^\d/.test(token.word)
      ? Number(token.word)
      : Object.hasOwn(written, token.word)
        ? written[token.word]
        : undefined;
    if (count !== undefined) ages.push(...ageAt(tokens, at, count).map((years) => ({ years, sentence })));
  }
  return ages;
}

function ageAt(tokens: readonly Token[], at: number, count: number): number[] {
  const word = (place: number): string => tokens[place]?.word ?? '';
  const before = [word(at - 1), word(at - 2), word(at - 3), word(at - 4)];
  // "couple of weeks old"
  const next = word(at + 1) === 'of' ? at + 2 : at + 1;
  const unit = Object.hasOwn(units, word(next)) ? units[word(next)] : undefined;
  const isSaid = beings.has(before[0] ?? '') && before.some((name) => people.has(name));
  if (unit === undefined) {
    const bare =
      before[0] === 'aged' || before[0] === 'age' || (isSaid && tokens[at + 1]?.clause !== tokens[at]?.clause);
    return bare && count < 110 ? [count] : [];
  }
  const after = word(next + 1);
  const told = after === 'old' || word(next) === 'yo' || (after === 'o' && word(next) === 'y') || tiny.has(after);
  const aged = before[0] === 'aged' || before[0] === 'age';
  return told || aged || (isSaid && after !== 'pregnant' && after !== 'gone') ? [count * unit] : [];
}
