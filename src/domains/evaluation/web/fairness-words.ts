import { numberWords, percentWords, plural } from '#platform/ui/words.ts';
import type { Fairness, Fared } from '../fairness.ts';

type State = 'shown' | 'few' | 'none';

/** Why a figure is not there. */
function missingFigure(state: State): string {
  return state === 'few' ? 'too few to show' : 'none';
}

/** "96%". */
export function promiseWords({ promise }: Fared): string {
  return promise.state === 'shown' ? percentWords(promise.share) : missingFigure(promise.state);
}

/** "the same day", "1 day", "2.5 days". */
export function waitWords({ wait }: Fared): string {
  if (wait.state !== 'shown') return missingFigure(wait.state);
  if (wait.medianDays === 0) return 'the same day';
  return Number.isInteger(wait.medianDays) ? plural(wait.medianDays, 'day') : `${numberWords(wait.medianDays, 1)} days`;
}

/** The page's answer. */
export function fairnessAnswer({ all }: Fairness): string {
  if (all.promise.state === 'shown') return `${promiseWords(all)} of requests were answered within their time`;
  return all.promise.state === 'few' ? 'Too few requests to show' : 'Not known: no request has been counted';
}

type Line = (string | number | null)[];

/** What the page shows, as rows of a CSV. */
export function fairnessCsv(found: Fairness): { heading: string[]; rows: Line[] } {
  const line = (by: string, row: Fared): Line => {
    const { promise, wait } = row;
    const kept = promise.state === 'shown' ? promise : null;
    const waited = wait.state === 'shown' ? wait : null;
    return [
      ...[by, row.label, kept?.requests ?? null, kept?.share ?? null],
      ...[kept ? '' : missingFigure(promise.state), waited?.appointments ?? null, waited?.medianDays ?? null],
      waited ? '' : missingFigure(wait.state),
    ];
  };
  const counts = ['requests, rounded', 'share answered in time', 'note on requests'];
  return {
    heading: [
      'by',
      'group',
      ...counts,
      'with an appointment, rounded',
      'median days to the appointment',
      'note on waits',
    ],
    rows: [
      line('everybody', found.all),
      ...found.sections.flatMap(({ name, rows }) => rows.map((row) => line(name, row))),
      ['Deprivation', 'Not known', null, null, 'no published score of any patient’s area', null, null, ''],
    ],
  };
}
