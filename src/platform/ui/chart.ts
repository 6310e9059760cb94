import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type nunjucks from 'nunjucks';
import { safe } from './environment.ts';

/** A picture at the two widths it is read at: a desk's screen and a phone's. */
export interface Picture {
  readonly wide: nunjucks.runtime.SafeString;
  readonly narrow: nunjucks.runtime.SafeString;
}

/** What a picture says to those who cannot see it: its answer in a sentence, then how it is built. */
export interface Spoken {
  readonly title: string;
  readonly description: string;
}

/** The two forms of a picture, in pixels at which its text is drawn at its own size. */
export type Form = 'wide' | 'narrow';
/** The width of each form. */
const widths: Record<Form, number> = { wide: 1216, narrow: 343 };

interface SvgNode {
  querySelectorAll(selector: string): Iterable<SvgNode>;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  insertBefore(node: SvgNode, before: SvgNode | null): void;
  remove(): void;
  readonly firstChild: SvgNode | null;
  textContent: string | null;
  readonly outerHTML: string;
}

interface SvgDocument {
  createElementNS(space: string, name: string): SvgNode;
}

/** Plot's own types name the browser's document; ours is linkedom's, of which this much is used. */
const plot = Plot.plot as unknown as (
  options: Omit<Plot.PlotOptions, 'document'> & { document: SvgDocument },
) => SvgNode;

let drawn = 0;

/** Adds the hatching that stands for an amount nobody knows. */
function hatch(svg: SvgNode, document: SvgDocument, id: string): void {
  const make = (name: string, attributes: Record<string, string>): SvgNode => {
    const node = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    return node;
  };
  const pattern = make('pattern', { id, width: '6', height: '6', patternUnits: 'userSpaceOnUse' });
  pattern.setAttribute('patternTransform', 'rotate(45)');
  pattern.insertBefore(make('rect', { width: '2', height: '6', fill: '#c9d0d4' }), null);
  const defs = make('defs', {});
  defs.insertBefore(pattern, null);
  svg.insertBefore(defs, svg.firstChild);
}

/** Drops what the page's policy forbids (style elements and attributes) and names the picture for screen readers. */
function finish(svg: SvgNode, document: SvgDocument, spoken: Spoken): string {
  for (const style of svg.querySelectorAll('style')) style.remove();
  for (const styled of [svg, ...svg.querySelectorAll('[style]')]) styled.removeAttribute('style');
  for (const named of svg.querySelectorAll('[aria-label]')) named.removeAttribute('aria-label');
  drawn = (drawn + 1) % 1_000_000;
  const id = `chart-${String(drawn)}`;
  const add = (name: string, text: string): void => {
    const node = document.createElementNS('http://www.w3.org/2000/svg', name);
    node.setAttribute('id', `${id}-${name}`);
    node.textContent = text;
    svg.insertBefore(node, svg.firstChild);
  };
  add('desc', spoken.description);
  add('title', spoken.title);
  const unknown = [...svg.querySelectorAll('.chart-bar-unknown')];
  if (unknown.length > 0) hatch(svg, document, `${id}-hatch`);
  for (const bars of unknown) bars.setAttribute('fill', `url(#${id}-hatch)`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-labelledby', `${id}-title ${id}-desc`);
  for (const size of ['width', 'height', 'font-size', 'font-family']) svg.removeAttribute(size);
  return svg.outerHTML;
}

/** Draws with Observable Plot, outside a browser, and hands over markup that carries no style of its own. */
export function draw(
  form: Form,
  spoken: Spoken,
  options: Omit<Plot.PlotOptions, 'document'>,
): nunjucks.runtime.SafeString {
  const { document } = parseHTML('<!doctype html><html><body></body></html>') as unknown as { document: SvgDocument };
  const svg = plot({
    width: widths[form],
    ...options,
    document,
    className: 'chart',
    figure: false,
  });
  svg.setAttribute('class', `chart chart--${form}`);
  return safe(finish(svg, document, spoken));
}

/** Pictures of one kind that are remembered: those of the figures a group looks at on one day. */
const remembered = 60;

/** Both forms of a picture of `data`, which is plain data. Drawing takes tens of milliseconds: the same figures are drawn once. */
export function pictureOf<D extends object>(form: (data: D, form: Form) => Picture['wide']): (data: D) => Picture {
  const drawnOf = new Map<string, Picture>();
  return (data) => {
    const key = JSON.stringify(data);
    const picture = drawnOf.get(key) ?? { wide: form(data, 'wide'), narrow: form(data, 'narrow') };
    // The one asked for last stands last.
    drawnOf.delete(key);
    drawnOf.set(key, picture);
    const [oldest] = drawnOf.keys();
    if (drawnOf.size > remembered && oldest !== undefined) drawnOf.delete(oldest);
    return picture;
  };
}

/** A table's column: its heading, and whether its cells are figures. */
export interface FigureColumn {
  readonly text: string;
  readonly number?: boolean;
}

/** A chart with its heading, where its figures come from, and the same figures as a table and as CSV. */
export interface Figure extends Picture {
  readonly heading: string;
  readonly source: string;
  readonly period: string;
  readonly csvHref: string | null;
  readonly table: {
    readonly summary?: string;
    readonly caption: string;
    readonly columns: readonly FigureColumn[];
    /** Cells as they are said; null is shown as not known. */
    readonly rows: readonly (readonly (string | null)[])[];
  };
}

/** Puts a picture together with the table it must never stand without, for the `figure` macro. */
export function figure(picture: Picture, parts: Omit<Figure, 'wide' | 'narrow'>): Figure {
  if (parts.table.columns.length === 0) throw new Error('A chart is never shown without its table');
  return { ...parts, ...picture };
}
