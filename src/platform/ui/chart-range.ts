import * as Plot from '@observablehq/plot';
import { draw, pictureOf } from './chart.ts';
import type { Form, Picture, Spoken } from './chart.ts';
import { numberWords } from './words.ts';

/** A range for the whole with, on the same axis, where each member stands at the range's low and high end. */
export interface RangeAndDots {
  readonly spoken: Spoken;
  readonly low: number;
  readonly high: number;
  /** The line that must not be passed. */
  readonly limit: number;
  readonly limitWords: string;
  readonly unit: string;
  /** Decimals of the figures as said. */
  readonly decimals?: number;
  readonly names: {
    readonly whole: string;
    readonly wholeNote: string;
    readonly low: string;
    readonly high: string;
    /** What one dot is: "practice". */
    readonly dot: string;
  };
  /** Members; one without a figure is left out here and named in the table. Only `mine` is named in the picture. */
  readonly rows: readonly {
    readonly label: string;
    readonly low: number | null;
    readonly high: number | null;
    readonly mine?: boolean;
  }[];
}

interface Dot {
  value: number;
  label: string;
  mine: boolean;
}

type Domain = [from: number, to: number];

interface Layout {
  left: number;
  right: number;
  top: number;
  axis: number;
  height: number;
  range: number;
  swarms: [number, number];
  lines: [number, number];
  /** Where the rows' names stand: beside their row, or above it on a phone. */
  nameY: (row: number) => number;
  noteY: (row: number) => number;
}

const layouts: Record<Form, Layout> = {
  wide: {
    left: 188,
    right: 28,
    top: 22,
    axis: 290,
    height: 322,
    range: 54,
    swarms: [139, 238],
    lines: [88, 190],
    nameY: (row) => [44, 128, 227][row] ?? 0,
    noteY: (row) => [65, 149, 248][row] ?? 0,
  },
  narrow: {
    left: 12,
    right: 12,
    top: 24,
    axis: 434,
    height: 482,
    range: 112,
    swarms: [238, 386],
    lines: [136, 284],
    nameY: (row) => [44, 154, 302][row] ?? 0,
    noteY: (row) => [64, 174, 322][row] ?? 0,
  },
};

const radius = (count: number, form: Form): number => {
  const size = count <= 40 ? 5.5 : count <= 120 ? 4 : 2.5;
  return form === 'wide' ? size : Math.min(size, 4.5);
};

function dotsOf(data: RangeAndDots, end: 'low' | 'high'): Dot[] {
  return data.rows.flatMap((row) => {
    const value = row[end];
    return value === null ? [] : [{ value, label: row.label, mine: row.mine === true }];
  });
}

function domainOf(data: RangeAndDots, dots: readonly Dot[]): Domain {
  const values = [...dots.map((dot) => dot.value), data.low, data.high, data.limit];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const step = most - least > 40 ? 10 : most - least > 16 ? 4 : 2;
  return [Math.floor((least - step / 4) / step) * step, Math.ceil((most + step / 4) / step) * step];
}

const said = (data: RangeAndDots, value: number): string => numberWords(value, data.decimals ?? 1);

type Anchor = 'start' | 'middle' | 'end';

interface Words {
  x?: number;
  dx?: number;
  y: number;
  text: string;
  className: string;
  anchor?: Anchor | undefined;
}

/** Words at a value of the axis, or from the picture's left edge when they have none. */
function words(at: Words, layout: Layout): Plot.Markish {
  const placed =
    at.x === undefined
      ? { frameAnchor: 'left' as const, dx: (at.dx ?? 0) - layout.left }
      : { x: [at.x], dx: at.dx ?? 0 };
  return Plot.text([at.text], {
    ...placed,
    y: [at.y],
    text: [at.text],
    textAnchor: at.anchor ?? 'start',
    lineAnchor: 'middle',
    className: at.className,
  });
}

const over = (data: RangeAndDots, dots: readonly Dot[]): string =>
  `${numberWords(dots.filter((dot) => dot.value > data.limit).length)} of ${numberWords(dots.length)} over ${numberWords(data.limit)}`;

function rangeMarks(data: RangeAndDots, form: Form, domain: Domain): Plot.Markish[] {
  const layout = layouts[form];
  const { range: y } = layout;
  const wide = form === 'wide';
  const [from, to] = domain;
  // On a phone the two ends stand above their marks, apart from each other when the range is short.
  const short = (data.high - data.low) / (to - from) < 0.2;
  const gap = wide ? 12 : short ? -6 : 0;
  const [lowAnchor, highAnchor]: Anchor[] = wide || short ? ['end', 'start'] : ['middle', 'middle'];
  const endY = wide ? y : y - 26;
  const end = (at: Omit<Words, 'className' | 'y'>): Plot.Markish =>
    words({ ...at, y: endY, className: 'chart-end' }, layout);
  const inside = data.limit >= data.low && data.limit <= data.high;
  return [
    Plot.ruleX([data.low, data.high], { y1: y, y2: layout.axis, strokeDasharray: '2 4', className: 'chart-dashed' }),
    Plot.link([data], {
      x1: 'low',
      x2: 'high',
      y1: [y],
      y2: [y],
      strokeWidth: form === 'wide' ? 8 : 6,
      className: 'chart-range',
    }),
    Plot.ruleX([data.low, data.high], { y1: y - 13, y2: y + 13, strokeWidth: 4, className: 'chart-range' }),
    ...(inside
      ? [Plot.dot([data.limit], { x: [data.limit], y: [y], r: 7, strokeWidth: 3, className: 'chart-limit-dot' })]
      : []),
    end({ x: data.low, dx: -gap, text: said(data, data.low), anchor: lowAnchor }),
    end({ x: data.high, dx: gap, text: said(data, data.high), anchor: highAnchor }),
  ];
}

/** Words near an edge of the axis are turned inwards. */
function anchorAt(value: number, [from, to]: Domain): Anchor {
  const share = (value - from) / (to - from);
  return share < 0.15 ? 'start' : share > 0.85 ? 'end' : 'middle';
}

interface Swarm {
  domain: Domain;
  dots: readonly Dot[];
  centre: number;
  form: Form;
}

function swarmMarks(data: RangeAndDots, { dots, centre, form, domain }: Swarm): Plot.Markish[] {
  const layout = layouts[form];
  const size = radius(dots.length, form);
  const middle = (layout.top + layout.axis) / 2;
  const swarm = (dot: Dot): string => (dot.mine ? 'mine' : dot.value > data.limit ? 'over' : 'under');
  const ordered = [...dots].sort((a, b) => Number(b.mine) - Number(a.mine));
  const dodged = Plot.dot(
    ordered,
    Plot.dodgeY('middle', {
      x: 'value',
      r: (dot: Dot) => (dot.mine ? size + 2.5 : size),
      padding: 1.5,
      dy: centre - middle,
      className: 'chart-dots',
      fill: swarm,
      strokeWidth: 1.5,
    }),
  );
  const mine = dots.filter((dot) => dot.mine).slice(0, 3);
  return [
    dodged,
    ...mine.map((dot) =>
      words(
        {
          x: dot.value,
          y: centre - (form === 'wide' ? 41 : 38),
          text: `${dot.label} ${said(data, dot.value)}`,
          className: 'chart-mine',
          anchor: anchorAt(dot.value, domain),
        },
        layout,
      ),
    ),
  ];
}

function nameMarks(data: RangeAndDots, layout: Layout, swarms: readonly (readonly Dot[])[]): Plot.Markish[] {
  const [low = [], high = []] = swarms;
  const rows: [string, string][] = [
    [data.names.whole, data.names.wholeNote],
    [data.names.low, over(data, low)],
    [data.names.high, over(data, high)],
  ];
  return rows.flatMap(([name, note], i) => [
    words({ y: layout.nameY(i), text: name, className: i === 0 ? 'chart-head' : 'chart-strong' }, layout),
    words({ y: layout.noteY(i), text: note, className: i === 0 ? 'chart-note' : 'chart-quiet' }, layout),
  ]);
}

/** The zone within the limit, the lines between rows, the axis, and the limit itself. */
function groundMarks(data: RangeAndDots, form: Form, domain: Domain): Plot.Markish[] {
  const layout = layouts[form];
  const { top: y1, axis: y2, left, right } = layout;
  const limit = { x: data.limit, y: 11, text: data.limitWords, anchor: anchorAt(data.limit, domain) };
  return [
    Plot.rect([data.limit], { x1: [domain[0]], x2: [data.limit], y1: [y1], y2: [y2], className: 'chart-within' }),
    Plot.ruleY(layout.lines, { insetLeft: -left, insetRight: -right, className: 'chart-line' }),
    Plot.axisX({ ticks: form === 'wide' ? 7 : 5, tickSize: 6, className: 'chart-axis' }),
    Plot.ruleY([y2], { className: 'chart-base' }),
    Plot.ruleX([data.limit], { y1, y2, strokeWidth: 2, className: 'chart-limit' }),
    words({ ...limit, className: 'chart-strong' }, layout),
  ];
}

/** What a dot is, what its filling means, and the axis's unit. */
function keyMarks(data: RangeAndDots, form: Form, domain: Domain): Plot.Markish[] {
  const layout = layouts[form];
  const note = (at: Omit<Words, 'className'>): Plot.Markish => words({ ...at, className: 'chart-note' }, layout);
  const dot = `each dot is a ${data.names.dot}`;
  const filling = `● over ${numberWords(data.limit)}   ○ ${numberWords(data.limit)} or fewer`;
  if (form === 'narrow') {
    const y = layout.height - 14;
    const unit = { x: domain[1], y: layout.axis - 10, text: data.unit, anchor: 'end' as const };
    return [note({ y, text: dot }), note({ dx: 170, y, text: filling }), note(unit)];
  }
  const room = anchorAt(data.high + (domain[1] - data.high) / 4, domain) !== 'end';
  const unit = room
    ? { x: data.high, dx: 84, anchor: 'start' as const }
    : { x: data.low, dx: -84, anchor: 'end' as const };
  return [
    note({ y: layout.height - 34, text: dot }),
    note({ y: layout.height - 12, text: filling }),
    note({ ...unit, y: layout.range, text: data.unit }),
    note({ x: domain[1], y: 34, text: 'beyond it', anchor: 'end' }),
    words({ x: domain[0], dx: 10, y: 34, text: 'within the limit', className: 'chart-inside' }, layout),
  ];
}

function picture(data: RangeAndDots, form: Form): Picture['wide'] {
  const layout = layouts[form];
  const swarms = [dotsOf(data, 'low'), dotsOf(data, 'high')];
  const domain = domainOf(data, swarms.flat());
  return draw(form, data.spoken, {
    height: layout.height,
    marginLeft: layout.left,
    marginRight: layout.right,
    marginTop: layout.top,
    marginBottom: layout.height - layout.axis,
    x: { domain, label: null },
    y: { type: 'identity', axis: null },
    r: { type: 'identity' },
    color: { type: 'ordinal', domain: ['under', 'over', 'mine'], range: ['#ffffff', '#4c6272', '#005eb8'] },
    marks: [
      ...groundMarks(data, form, domain),
      ...rangeMarks(data, form, domain),
      ...nameMarks(data, layout, swarms),
      ...swarms.flatMap((dots, i) => swarmMarks(data, { dots, centre: layout.swarms[i] ?? 0, form, domain })),
      ...keyMarks(data, form, domain),
    ],
  });
}

/** One range, and the members behind each of its ends, on one axis with the limit drawn through. */
export const rangeAndDots = pictureOf<RangeAndDots>(picture);
