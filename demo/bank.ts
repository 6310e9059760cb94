import { screenRequest, type Screened } from '#domains/access/request/request.ts';
import type { Chance } from './chance.ts';
import { adminWords } from './words/admin.ts';
import { redFlagWords, type RedFlagWords } from './words/red-flags.ts';
import type { RequestWords, Suits } from './words/request-words.ts';
import { routineWords } from './words/routine.ts';
import { sameDayWords } from './words/same-day.ts';

/** Whether the product's screening lets words pass for the youngest and the oldest they suit: others are left out. */
function isCalm({ words, ages = [18, 60] }: RequestWords): boolean {
  return ages.every((age) => screenRequest({ words, notes: '', answers: {} }, { ageYears: age }).length === 0);
}

const sameDay = sameDayWords.filter(isCalm);
const routine = routineWords.filter(isCalm);
const admin = adminWords.filter(isCalm);

/** Every way of asking there is, but for red flags. */
export const allWords: readonly RequestWords[] = [...sameDay, ...routine, ...admin];

function byRole(words: readonly RequestWords[]): ReadonlyMap<string, readonly RequestWords[]> {
  const roles = new Set(words.flatMap((one) => one.roles));
  return new Map([...roles].map((role) => [role, words.filter((one) => one.roles.includes(role))]));
}

const quick = byRole(sameDay);
const slow = byRole(routine);
const visits: readonly RequestWords[] = [...sameDay, ...routine];

/** Somebody who asks, as far as their words depend on it. */
export interface Asker {
  readonly list: { readonly ages: ArrayLike<number>; readonly female: ArrayLike<number> };
  readonly at: number;
}

/** Somebody as far as words must suit them. */
interface Speaker {
  readonly age: number;
  readonly female: boolean;
}

function fits({ ages: [from, to] = [0, 120], sex }: Suits, { age, female }: Speaker): boolean {
  return age >= from && age <= to && (sex === undefined || (sex === 'female') === female);
}

function suits(words: Suits, { list, at }: Asker): boolean {
  return fits(words, { age: list.ages[at] ?? 40, female: list.female[at] === 1 });
}

const banks = { visit: visits, admin, red: redFlagWords };

/** What somebody known by age and sex says: for a visit, for an answer without one, or a red flag's words; undefined where nothing suits. */
export function wordsOf(bank: keyof typeof banks, speaker: Speaker, chance: Chance): string | undefined {
  const able = banks[bank].filter((one) => fits(one, speaker));
  return able.length === 0 ? undefined : chance.pick(able).words;
}

/** Whether there are words of a red flag for somebody of that age and sex. */
export function saysDanger(speaker: Speaker): boolean {
  return redFlagWords.some((one) => fits(one, speaker));
}

function choose<T extends Suits>(words: readonly T[], isRight: (one: T) => boolean, chance: Chance): T | undefined {
  for (let tries = 0; tries < 15; tries += 1) {
    const one = words[chance.below(words.length)];
    if (one && isRight(one)) return one;
  }
  return words.find(isRight);
}

/** What somebody says who comes to see a person of that role, of these urgencies and rather the soonest; undefined where nothing suits them. */
export function wordsForVisit(
  role: string,
  { who, urgencies }: { who: Asker; urgencies: ReadonlySet<string> },
  chance: Chance,
): RequestWords | undefined {
  const isRight = (one: RequestWords): boolean => urgencies.has(one.urgency) && suits(one, who);
  return choose(quick.get(role) ?? [], isRight, chance) ?? choose(slow.get(role) ?? [], isRight, chance);
}

/** What somebody says who is answered without a visit. */
export function wordsForAnswer(who: Asker, chance: Chance): RequestWords | undefined {
  return choose(admin, (one) => suits(one, who), chance);
}

/** What somebody says who still waits for an answer or a place. */
export function wordsForWaiting(who: Asker, chance: Chance): RequestWords | undefined {
  return choose(chance.happens(0.3) ? admin : visits, (one) => suits(one, who), chance);
}

/** Words of a red flag that suit somebody, with what the product's own screening finds in them. */
export function redFlagOf(who: Asker, chance: Chance): { what: RedFlagWords; found: readonly Screened[] } | undefined {
  const able = chance.shuffled(redFlagWords.filter((one) => suits(one, who)));
  for (const what of able) {
    const found = screenRequest(
      { words: what.words, notes: '', answers: {} },
      { ageYears: who.list.ages[who.at] ?? 40 },
    );
    if (found.some((one) => !one.softened)) return { what, found };
  }
  return undefined;
}
