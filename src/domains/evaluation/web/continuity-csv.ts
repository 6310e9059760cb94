import { measureKeys, type Cell, type ContinuityView } from '../continuity-page.ts';
import { measureWords } from './continuity-words.ts';
import type { MeasuredPeriod } from '../measured-period.ts';

const heading = ['level', 'code', 'name', 'from', 'to', 'measure', 'share', 'top', 'out of', 'patients', 'note'];

type Line = (string | number | null)[];

/** What the page shows and no more: a practice without a name has its share alone. */
export function continuityCsv(view: ContinuityView, { from, to }: MeasuredPeriod): { heading: string[]; rows: Line[] } {
  const last = to.subtract({ days: 1 }).toString();
  const whole = [from.toString(), last] as const;
  const lines = (level: string, who: [string | null, string], cells: ContinuityView['whole']): Line[] =>
    cells === null
      ? []
      : measureKeys.map((key) => [level, ...who, ...whole, measureWords[key].short, ...figures(cells[key])]);
  const named = view.mine ? [view.mine] : view.practices;
  const unnamed = measureKeys.flatMap((key) =>
    view.dots[key]
      .filter(({ mine }) => !mine && view.mine !== null)
      .map(({ value }) => value)
      .toSorted((a, b) => b - a)
      .map((value): Line => {
        const words = ['another practice', null, '', ...whole, measureWords[key].short];
        return [...words, Number(value.toFixed(3)), null, null, null, ''];
      }),
  );
  const months = view.months.flatMap(({ month, slicc, opr }) => {
    const end = Temporal.PlainDate.from(month).add({ months: 1 }).subtract({ days: 1 }).toString();
    const who = view.mine ? ['practice', view.mine.code, view.mine.name] : ['group', null, ''];
    const days = [month, end < last ? end : last];
    return [
      [...who, ...days, measureWords.slicc.short, ...figures(slicc)],
      [...who, ...days, measureWords.opr.short, ...figures(opr)],
    ];
  });
  return {
    heading,
    rows: [
      ...lines('group', [null, ''], view.whole),
      ...named.flatMap(({ code, name, cells }) => lines('practice', [code, name], cells)),
      ...unnamed,
      ...months,
    ],
  };
}

function figures(cell: Cell): Line {
  if (cell.state !== 'shown')
    return [null, null, null, null, cell.state === 'few' ? 'too few to show' : 'none to measure'];
  return [Number(cell.value.toFixed(6)), Number(cell.top.toFixed(6)), cell.of, cell.patients, ''];
}
