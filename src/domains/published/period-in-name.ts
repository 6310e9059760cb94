import { parseMonth } from '#kernel/date.ts';
import { monthPeriod, type Period } from './edition.ts';

const numeric = /(?<!\d)(20\d\d)[-_. ]?(0[1-9]|1[0-2])(?!\d)/;
const worded = /(?<![a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-_. ]?(20\d\d|\d\d)(?!\d)/i;

function inOne(part: string): Period | null {
  const digits = numeric.exec(part);
  const words = worded.exec(part);
  const first = digits ? parseMonth(`${digits[1]}-${digits[2]}`) : words ? parseMonth(`${words[1]} ${words[2]}`) : null;
  return first === null ? null : monthPeriod(first);
}

/**
 * The month a file is about, from its name or else the nearest of two folders that names one ("…-2025-08.csv",
 * "Practice_Level_Crosstab_Aug_25/Mapping.csv"); null where none does.
 */
export function periodInName(path: string): Period | null {
  for (const part of path.split(/[\\/]/).reverse().slice(0, 3)) {
    const period = inOne(part);
    if (period !== null) return period;
  }
  return null;
}
