import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { filesUnder } from '../scripts/testing/kinds.ts';

const root = path.join(import.meta.dirname, '..');

/** What a view may not hold: the policy sent with every page stops it in a browser, and nobody would see what is missing. */
function inlineFaults(view: string): string[] {
  const html = view.replaceAll(/\{#[^]*?#\}/g, '');
  return [
    ...[...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>/gi)].map(([found]) => `a script within the page: ${found}`),
    ...[...html.matchAll(/<style[\s>]|\sstyle\s*=/gi)].map(([found]) => `a style within the page: ${found.trim()}`),
    ...[...html.matchAll(/\son[a-z]+\s*=\s*["'{]/gi)].map(([found]) => `a handler within the page: ${found.trim()}`),
    ...[...html.matchAll(/javascript:/gi)].map(([found]) => `an address that runs: ${found}`),
  ];
}

/** What is put into a page unescaped: words written in the view itself, or a part of it that was escaped as it was put together. */
function rawFaults(view: string): string[] {
  const made = new Set([...view.matchAll(/\{%-?\s*set\s+(\w+)\s*-?%\}/g)].map((match) => match[1]));
  return [...view.matchAll(/\{\{-?\s*([^{}]*?)\s*\|\s*safe\b/g)]
    .map((match) => match[1] ?? '')
    .filter((what) => !/^'[^']*'$/.test(what) && !made.has(what))
    .map((what) => `unescaped: ${what}`);
}

const faultsOf = (view: string): string[] => [...inlineFaults(view), ...rawFaults(view)];

void describe('Views', () => {
  const views = filesUnder(root, 'src').filter((file) => file.endsWith('.njk'));

  void test('hold no script or style of their own, and put nothing anybody wrote into a page unescaped', () => {
    assert.ok(views.length > 50, `${views.length} views`);
    const faults = views.flatMap((file) =>
      faultsOf(readFileSync(path.join(root, file), 'utf8')).map((fault) => `${file}: ${fault}`),
    );
    assert.deepEqual(faults, []);
  });

  for (const [what, view] of [
    ['a script within a page', '<script>alert(1)</script>'],
    ['a style within a page', '<p style="color: red">x</p>'],
    ['a handler', '<p onclick="go()">x</p>'],
    ['an address that runs', '<a href="javascript:go()">x</a>'],
    ['a name that is not escaped', '<p>{{ practice.name | safe }}</p>'],
    ['a name behind another filter', '<p>{{ practice.name | upper | safe }}</p>'],
  ] as const) {
    void test(`${what} is found`, () => {
      assert.equal(faultsOf(view).length, 1);
    });
  }

  void test('what is written in the view, or was put together there, is no fault', () => {
    assert.deepEqual(faultsOf("{% set part %}<b>{{ name }}</b>{% endset %}{{ part | safe }}{{ '<br>' | safe }}"), []);
  });
});
