import assert from 'node:assert/strict';
import { test } from 'node:test';
import { barChart } from './chart-bars.ts';
import { dotRows } from './chart-dots.ts';
import { rangeAndDots } from './chart-range.ts';
import { figure } from './chart.ts';

const spoken = { title: 'GPs see 22 to 31 a day', description: 'A range over two rows of dots.' };
const names = { whole: 'The group', wholeNote: '', low: 'Every GP', high: 'Permanent', dot: 'practice' };
const range = (rows: Parameters<typeof rangeAndDots>[0]['rows']) =>
  rangeAndDots({ spoken, low: 22.4, high: 31.5, limit: 23, limitWords: '23 is safe', unit: 'a day', names, rows });

test('a chart carries no style of its own, and says what it shows to those who cannot see it', () => {
  const { wide, narrow } = range([{ label: 'Quay', low: 21, high: 30 }]);
  for (const svg of [String(wide), String(narrow)]) {
    assert.doesNotMatch(svg, /<style|\sstyle=/);
    assert.match(svg, /role="img"/);
    const [, title] = /aria-labelledby="(\S+) /.exec(svg) ?? [];
    assert.ok(svg.includes(`<title id="${title ?? ''}">GPs see 22 to 31 a day</title>`));
  }
  assert.notEqual(/id="chart-(\d+)-title"/.exec(String(wide))?.[1], /id="chart-(\d+)-title"/.exec(String(narrow))?.[1]);
});

test('the picture names only the practice that looks at it, and leaves out what is not known', () => {
  const svg = String(
    range([
      { label: 'Quay', low: 21, high: 30 },
      { label: 'Tern', low: 24, high: 33.1, mine: true },
      { label: 'Gull', low: null, high: null },
    ]).wide,
  );
  assert.match(svg, /Tern 33\.1/);
  assert.doesNotMatch(svg, /Quay|Gull/);
  assert.match(svg, /1 of 2 over 23/);
  assert.match(svg, /2 of 2 over 23/);
});

test('a bar whose amount is not known is hatched and says so, never drawn as zero', () => {
  const rows = [
    { label: 'Quay', value: 0 },
    { label: 'Gull', value: null },
  ];
  const svg = String(barChart({ spoken, unit: 'a day', rows }).wide);
  assert.match(svg, /not known/);
  assert.match(
    svg,
    /class="chart-bar-unknown" fill="url\(#chart-\d+-hatch\)"|fill="url\(#chart-\d+-hatch\)"[^>]*class="chart-bar-unknown"/,
  );
});

test('a chart is never put on a page without its table', () => {
  const picture = range([]);
  const parts = { heading: '', source: '', period: '', csvHref: null };
  assert.throws(() => figure(picture, { ...parts, table: { caption: '', columns: [], rows: [] } }), /table/);
});

test('rows of dots name only the member that looks, and draw all of them together as a stroke where it may be shown', () => {
  const dots = [
    { label: 'Quay', value: 0.31, mine: false },
    { label: 'Tern', value: 0.42, mine: true },
  ];
  const drawn = (whole: number | null) =>
    String(
      dotRows({ spoken, dot: 'practice', whole: 'the group', rows: [{ label: 'Own GP', note: '2', whole, dots }] })
        .narrow,
    );
  assert.match(drawn(0.4), /Tern 42\.0%/);
  assert.match(drawn(0.4), /each dot is a practice, the stroke is the group/);
  assert.doesNotMatch(drawn(0.4), /Quay/);
  assert.doesNotMatch(drawn(null), /stroke is|40\.0%/);
});

test('The same figures are drawn once, others anew, and no more pictures are remembered than a day needs', () => {
  const spoken = { title: 'Visits', description: 'One bar.' };
  const of = (value: number) => barChart({ spoken, unit: 'visits', rows: [{ label: 'Monday', value }] });
  const first = of(0);
  assert.equal(of(0), first);
  for (let value = 1; value <= 60; value += 1) assert.notEqual(of(value), first);
  assert.notEqual(of(0), first, 'the one asked for longest ago is forgotten');
});
