import { numberWords, percentWords, plural } from '#platform/ui/words.ts';
import { deprivation } from '../who-asked.ts';
import type { DeprivationLayer, Fairness, Fared } from '../fairness.ts';

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

/** Whose score it is, and how many of the practices counted have one. */
export function noteOn({ indices, covered }: Pick<DeprivationLayer, 'indices' | 'covered'>, practices: number): string {
  return `National fifth by the practice’s own score of ${indices}, not the patient’s. ${coveredWords(covered, practices)}`;
}

function coveredWords(covered: number, practices: number): string {
  if (practices === 1) return covered === 1 ? 'The practice has a score.' : 'The practice has no score.';
  if (covered === practices) return `All ${practices} practices have a score.`;
  if (covered === 0) return `None of the ${practices} practices has a score.`;
  const some = `${covered} of ${practices} practices ${covered === 1 ? 'has' : 'have'} a score`;
  return `${some}; requests to the others are under Not known.`;
}

/** Which scores stand behind the fifths, and newer ones that are not used. */
export function layerWords({ publisher, title, licence, indices, among, passedOver }: DeprivationLayer): string {
  const source = `${publisher}: ${title}, ${indices} Indices, ${plural(among, 'practice')} (${licence})`;
  return passedOver === null
    ? source
    : `${source}; newer but not used: those of ${passedOver} cover far fewer practices than the ones before`;
}

type Line = (string | number | null)[];

const noScores: Line = [
  ...[deprivation.name, 'Not known', null, null],
  ...['no published deprivation scores are imported', null, null, ''],
];

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
      ...(found.sections.some(({ name }) => name === deprivation.name) ? [] : [noScores]),
    ],
  };
}
