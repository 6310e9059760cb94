import * as Plot from '@observablehq/plot';
import { draw, pictureOf } from './chart.ts';
import type { Form, Picture, Spoken } from './chart.ts';
import { numberWords } from './words.ts';

/** Amounts that share a scale from zero, each named beside its bar. */
export interface Bars {
  readonly spoken: Spoken;
  readonly unit: string;
  readonly decimals?: number;
  /** What the scale reaches at least: 100 for shares. */
  readonly to?: number;
  /** A line drawn through every bar, with its words. */
  readonly limit?: { readonly value: number; readonly words: string };
  readonly rows: readonly {
    readonly label: string;
    readonly value: number | null;
    readonly state?: 'soon' | 'now';
    readonly mine?: boolean;
  }[];
}

interface Row {
  label: string;
  value: number;
  known: boolean;
  says: string;
  look: string;
  top: number;
}

const top = 24;

function rowsOf(data: Bars, pitch: number, most: number): Row[] {
  return data.rows.map((row, i) => ({
    label: row.label,
    value: row.value ?? most,
    known: row.value !== null,
    says: row.value === null ? 'not known' : numberWords(row.value, data.decimals ?? 0),
    look: row.mine ? 'mine' : (row.state ?? 'plain'),
    top: top + i * pitch,
  }));
}

function picture(data: Bars, form: Form): Picture['wide'] {
  const wide = form === 'wide';
  const [left, right, pitch, barY] = wide ? [220, 90, 30, 5] : [0, 90, 46, 24];
  const most = Math.max(data.to ?? 1, data.limit?.value ?? 0, ...data.rows.map((row) => row.value ?? 0));
  const rows = rowsOf(data, pitch, most);
  const known = rows.filter((row) => row.known);
  const barOf = { x1: () => 0, x2: 'value', y1: (row: Row) => row.top + barY, y2: (row: Row) => row.top + barY + 16 };
  const height = top + rows.length * pitch + 8;
  return draw(form, data.spoken, {
    height,
    marginLeft: left,
    marginRight: right,
    marginTop: top,
    marginBottom: 8,
    x: { domain: [0, most], axis: null },
    y: { type: 'identity', axis: null },
    marks: [
      ...['plain', 'soon', 'now', 'mine'].map((look) =>
        Plot.rect(
          known.filter((row) => row.look === look),
          { ...barOf, className: `chart-bar-${look}` },
        ),
      ),
      Plot.rect(
        rows.filter((row) => !row.known),
        { ...barOf, className: 'chart-bar-unknown' },
      ),
      ...(data.limit
        ? [
            Plot.ruleX([data.limit.value], { y1: top, y2: height - 8, strokeWidth: 2, className: 'chart-limit' }),
            Plot.text([data.limit.words], {
              x: [data.limit.value],
              y: [11],
              text: [data.limit.words],
              textAnchor: 'end',
              lineAnchor: 'middle',
              className: 'chart-strong',
            }),
          ]
        : []),
      Plot.text(rows, {
        frameAnchor: 'left',
        dx: -left,
        y: (row: Row) => row.top + 13,
        text: 'label',
        textAnchor: 'start',
        lineAnchor: 'middle',
        className: 'chart-name',
      }),
      Plot.text(rows, {
        x: 'value',
        dx: 8,
        y: (row: Row) => row.top + barY + 8,
        text: 'says',
        textAnchor: 'start',
        lineAnchor: 'middle',
        className: 'chart-strong',
      }),
      Plot.text([data.unit], {
        frameAnchor: 'left',
        y: [11],
        text: [data.unit],
        textAnchor: 'start',
        lineAnchor: 'middle',
        className: 'chart-note',
      }),
    ],
  });
}

/** Bars from zero, longest and shortest as given; an unknown amount is hatched and says so. */
export const barChart = pictureOf<Bars>(picture);
