import { redFlagCategories } from './categories/all.ts';
import type { RedFlagCategory, RedFlagCategoryId, RedFlagLevel } from './category.ts';
import type { ScreenedPatient } from './facts.ts';
import { isInvisible } from './letters.ts';
import { readScene } from './scene.ts';
import { resemblances } from './second-reading.ts';
import { afterAllOf, deniedAt } from './softening.ts';
import { sightings } from './wordings.ts';

export type { RedFlagCategory, RedFlagCategoryId, RedFlagLevel } from './category.ts';
export type { ScreenedPatient } from './facts.ts';

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
  /** A wording of the category stands there, or the words resemble its published phrases. */
  readonly basis: 'wording' | 'likeness';
}

const byId = new Map(redFlagCategories.map((category) => [category.id, category]));

/** The category with this id: its name, words to say and advice. */
export function redFlagCategory(id: RedFlagCategoryId): RedFlagCategory {
  const category = byId.get(id);
  if (category === undefined) throw new Error(`no red-flag category "${id}"`);
  return category;
}

/** Whether somebody's words are about a baby, or else a child; undefined where they are about neither, or about a baby not born yet. */
export function spokenOf(text: string): 'infant' | 'child' | undefined {
  const { facts } = readScene(text, {});
  if (facts.has('pregnant')) return undefined;
  return facts.has('infant') ? 'infant' : facts.has('child') ? 'child' : undefined;
}

/**
 * Screens a person's own words for red flags, in any spelling, and tells which words raised each. Negation softens a
 * finding and never removes it. Findings stand in the order of the text.
 */
export function screen(text: string, patient: ScreenedPatient = {}): RedFlagFinding[] {
  const found = screenAsWritten(text, patient);
  const known = new Set(found.map(({ category }) => category));
  const parted = withSpaces(text);
  const besides = [
    ...behindStrayKeys(text, patient),
    ...(parted === text ? [] : screenAsWritten(parted, patient)),
  ].filter(({ category }) => !known.has(category));
  return besides.length === 0 ? found : [...besides, ...found].sort(byPlace);
}

const byPlace = (a: RedFlagFinding, b: RedFlagFinding): number => a.start - b.start || a.end - b.end;

/** Unseen characters stand within a word or between two: with a space for each, at the same place, it is read the second way. */
function withSpaces(text: string): string {
  return Array.from(text, (one) => (isInvisible(one) ? ' '.repeat(one.length) : one)).join('');
}

/** Keys of the call's page that tick what was checked: whoever types on from them puts them before the first word. */
const strayKeys = /^\s*([abhip]{1,3})(?=[a-z']{3})/i;
/** Characters from the beginning in which a danger that begins with the first word can stand. */
const REACH = 160;

/** Dangers that begin with a first word once keys pressed too late are taken off it: "picant breathe". */
function behindStrayKeys(text: string, patient: ScreenedPatient): RedFlagFinding[] {
  const [all = '', keys = ''] = strayKeys.exec(text) ?? [];
  const began = all.length - keys.length;
  const beginning = text.slice(0, REACH);
  for (let stray = 1; stray <= keys.length; stray += 1) {
    const first = began + stray;
    const meant = `${' '.repeat(first)}${beginning.slice(first)}`;
    const found = screenAsWritten(meant, patient).filter(({ start, basis }) => start === first && basis === 'wording');
    if (found.length > 0) return found;
  }
  return [];
}

function screenAsWritten(text: string, patient: ScreenedPatient): RedFlagFinding[] {
  const scene = readScene(text, patient);
  const { tokens } = scene;
  const first = sightings(scene);
  const finding = (
    { category, level }: { category: RedFlagCategory; level: RedFlagLevel },
    { from, to }: { from: number; to: number },
    rest: Pick<RedFlagFinding, 'softened' | 'basis'>,
  ): RedFlagFinding => {
    const start = tokens[from]?.start ?? 0;
    const end = tokens[to - 1]?.end ?? start;
    return { category: category.id, name: category.name, level, words: text.slice(start, end), start, end, ...rest };
  };
  return [
    ...first.seen.map((seen) => finding(seen, seen, { softened: seen.softened, basis: 'wording' })),
    ...resemblances(scene, first).map((like) => {
      const category = redFlagCategory(like.category);
      return finding({ category, level: category.level }, like, {
        softened: deniedAt(like, { ...scene, afterAll: afterAllOf(category.id, scene) }),
        basis: 'likeness',
      });
    }),
  ].sort(byPlace);
}
