import type { RedFlagCategoryId } from '../category.ts';

/** One category's phrases, one a line: those that must flag, and those that must raise no red flag though they look alike. */
export interface CategoryPhrases {
  readonly category: RedFlagCategoryId;
  readonly flags: string;
  readonly quiet: string;
}

/** Texts that were written and labelled to measure the screening, and are learnt from since, one a line. */
export interface LearntTexts {
  readonly red: Readonly<Partial<Record<RedFlagCategoryId, string>>>;
  readonly quiet: string;
}

/** The phrases of a list, one a line. */
export function lines(list: string): string[] {
  return list
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
