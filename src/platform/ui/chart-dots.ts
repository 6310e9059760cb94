import * as Plot from '@observablehq/plot';
import { draw, pictureOf } from './chart.ts';
import type { Form, Picture, Spoken } from './chart.ts';
import { percentWords } from './words.ts';

/** Shares of the same members by several measures: a row of dots each, on one axis from 0 to 100%. */
export interface DotRows {
  readonly spoken: Spoken;
  /** What one dot is: "practice". */
  readonly dot: string;
  /** What the upright stroke through a row is: "the group". */
  readonly whole: string;
  readonly rows: readonly {
    readonly label: string;
    readonly note: string;
    /** All members together, from 0 to 1; null where it is not shown. */
    readonly whole: number | null;
    /** Only `mine` is named in the picture. */
    readonly dots: readonly { readonly label: string; readonly value: number; readonly mine: boolean }[];
  }[];
}

type Row = DotRows['rows'][number];
type Dot = Row['dots'][number];

interface Layout {
  left: number;
  right: number;
  pitch: number;
  /** From a row's top to the middle of its dots. */
  middle: number;
  name: number;
  note: number;
  /** How near an edge words are turned inwards. */
  edge: number;
}

const top = 12;
const layouts: Record<Form, Layout> = {
  wide: { left: 330, right: 28, pitch: 92, middle: 52, name: 36, note: 58, edge: 0.15 },
  narrow: { left: 12, right: 12, pitch: 144, middle: 96, name: 14, note: 34, edge: 0.35 },
};

const radius = (count: number): number => (count <= 40 ? 5.5 : count <= 120 ? 4 : 2.5);
/** Words near an edge of the axis are turned inwards; on a phone they reach further. */
const inwards = (value: number, edge: number): 'start' | 'middle' | 'end' =>
  value < edge ? 'start' : value > 1 - edge ? 'end' : 'middle';

interface Words {
  readonly at?: number;
  readonly y: number;
  readonly text: string;
  readonly look: string;
}

/** Words at a value of the axis, or from the picture's left edge. */
function words({ at, y, text, look }: Words, { left, edge }: Layout): Plot.Markish {
  const placed = at === undefined ? { frameAnchor: 'left' as const, dx: 4 - left } : { x: [at] };
  return Plot.text([text], {
    ...placed,
    ...{ y: [y], text: [text], lineAnchor: 'middle', className: look },
    textAnchor: at === undefined ? 'start' : inwards(at, edge),
  });
}

function rowMarks(row: Row, at: { y: number; axis: number; layout: Layout }): Plot.Markish[] {
  const { y, axis, layout } = at;
  const centre = y + layout.middle;
  const size = radius(row.dots.length);
  const mine = row.dots.find((dot) => dot.mine);
  const under = centre + 34;
  return [
    words({ y: y + layout.name, text: row.label, look: 'chart-strong' }, layout),
    words({ y: y + layout.note, text: row.note, look: 'chart-note' }, layout),
    ...(row.whole === null
      ? []
      : [
          Plot.ruleX([row.whole], { y1: centre - 22, y2: centre + 22, strokeWidth: 3, className: 'chart-range' }),
          words({ at: row.whole, y: under, text: percentWords(row.whole, 1), look: 'chart-note' }, layout),
        ]),
    Plot.dot(
      [...row.dots].sort((a, b) => Number(b.mine) - Number(a.mine)),
      Plot.dodgeY('middle', {
        ...{ x: 'value', padding: 1.5, strokeWidth: 1.5, className: 'chart-dots', dy: centre - (top + axis) / 2 },
        r: (dot: Dot) => (dot.mine ? size + 2.5 : size),
        fill: (dot: Dot) => (dot.mine ? 'mine' : 'other'),
      }),
    ),
    ...(mine
      ? [
          words(
            {
              at: mine.value,
              y: centre - 32,
              text: `${mine.label} ${percentWords(mine.value, 1)}`,
              look: 'chart-mine',
            },
            layout,
          ),
        ]
      : []),
  ];
}

function picture(data: DotRows, form: Form): Picture['wide'] {
  const layout = layouts[form];
  const axis = top + data.rows.length * layout.pitch + 8;
  const lines = data.rows.slice(1).map((_, at) => top + (at + 1) * layout.pitch);
  const key = `each dot is a ${data.dot}${data.rows.some(({ whole }) => whole !== null) ? `, the stroke is ${data.whole}` : ''}`;
  return draw(form, data.spoken, {
    height: axis + 54,
    marginLeft: layout.left,
    marginRight: layout.right,
    marginTop: top,
    marginBottom: 54,
    x: { domain: [0, 1], label: null },
    y: { type: 'identity', axis: null },
    r: { type: 'identity' },
    color: { type: 'ordinal', domain: ['other', 'mine'], range: ['#ffffff', '#005eb8'] },
    marks: [
      Plot.ruleY(lines, { insetLeft: -layout.left, insetRight: -layout.right, className: 'chart-line' }),
      Plot.axisX({
        ticks: form === 'wide' ? 11 : 5,
        tickSize: 6,
        tickFormat: (value: number) => percentWords(value),
        className: 'chart-axis',
      }),
      Plot.ruleY([axis], { className: 'chart-base' }),
      ...data.rows.flatMap((row, at) => rowMarks(row, { y: top + at * layout.pitch, axis, layout })),
      words({ y: axis + 42, text: key, look: 'chart-note' }, layout),
    ],
  });
}

/** Rows of dots from 0 to 100%: where each member stands by several measures, with all of them together as a stroke. */
export const dotRows = pictureOf<DotRows>(picture);
