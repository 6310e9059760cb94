import { numberWords } from '#platform/ui/words.ts';
import type { PolicyId, PolicyResult, Range } from '../monday.ts';

/** The policies as the page calls them, with what each means. */
export const policyWords: Readonly<Record<PolicyId, { readonly name: string; readonly means: string }>> = {
  alone: { name: 'Each practice alone', means: 'The earliest place at the patient’s own practice.' },
  pooled: { name: 'Pooled', means: 'The earliest place at any practice of the hub.' },
  'pooled-own-gp': {
    name: 'Pooled, own GP weighed',
    means: 'The same, and a place with the own GP counts as earlier.',
  },
};

const percent = (value: number): string => `${numberWords(value * 100, 0)}%`;

/** A mean with the least and the most: "91%" and "88 to 94%"; null where no simulated day has the figure. */
export type RangeSaid = { readonly mean: string; readonly range: string } | null;

/** A share from 0 to 1 as it is said. */
export function shareSaid(range: Range): RangeSaid {
  return range && { mean: percent(range.mean), range: `${numberWords(range.low * 100, 0)} to ${percent(range.high)}` };
}

/** A count, or minutes, as it is said. */
export function countSaid(range: Range): RangeSaid {
  if (range === null) return null;
  return { mean: numberWords(range.mean, 0), range: `${numberWords(range.low, 0)} to ${numberWords(range.high, 0)}` };
}

/** The page's answer: what pooling changed in the simulation, whichever way it came out; ranges that overlap are no difference. */
export function mondayAnswer(results: readonly PolicyResult[]): string {
  const of = (policy: PolicyId) => results.find((one) => one.policy === policy);
  const [alone, pooled, weighed] = [of('alone'), of('pooled'), of('pooled-own-gp')];
  if (!alone?.seenShare || !pooled?.seenShare) return 'Not known: nobody asked for a visit to a GP on the day';
  const seen = compared('seen the same day', {
    from: alone.seenShare,
    to: pooled.seenShare,
    by: pooled.beyondAlone.seenShare,
  });
  const own = compared('with their own GP', {
    from: alone.ownShare,
    to: pooled.ownShare,
    by: pooled.beyondAlone.ownShare,
  });
  const back = weighed?.ownShare ? `; weighing the own GP makes that ${percent(weighed.ownShare.mean)}` : '';
  return `In this simulation pooling has ${seen}, and ${own}${back}`;
}

/** A difference that goes both ways on the same simulated days is said to be no more than chance. */
function compared(what: string, { from, to, by }: Readonly<Record<'from' | 'to' | 'by', Range>>): string {
  if (from === null || to === null) return `nobody to count ${what}`;
  if (Math.round(from.mean * 100) === Math.round(to.mean * 100)) return `as many ${what} (${percent(to.mean)})`;
  const says = `${percent(to.mean)} ${what} instead of ${percent(from.mean)}`;
  return by !== null && by.low < 0 && by.high > 0 ? `${says} (within what chance does)` : says;
}

/** The figures as rows of a CSV, shares from 0 to 1 and waits in minutes. */
export function mondayCsv(results: readonly PolicyResult[]): { heading: string[]; rows: (string | number | null)[][] } {
  const figures = ['seenShare', 'notSeen', 'medianWait', 'longWait', 'ownShare', 'elsewhereShare'] as const;
  const heading = ['policy', 'figure', 'mean', 'low', 'high'];
  const rows = results.flatMap((result) =>
    figures.map((figure) => {
      const range = result[figure];
      return [result.policy, figure, range?.mean ?? null, range?.low ?? null, range?.high ?? null];
    }),
  );
  return { heading, rows };
}
