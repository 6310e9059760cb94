import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { runCommandLine } from '#platform/cli/main.ts';
import { commands } from './cli.ts';
import { categoryPhrases, everydayPhrases, learntTexts } from './red-flag/phrases/all.ts';
import { lines } from './red-flag/phrases/phrases.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redflags-'));
});
after(async () => rm(folder, { recursive: true }));

/** Runs the command on a file with this content, with no database to be had. */
async function check(
  content: string | Uint8Array,
  ...more: string[]
): Promise<{ code: number; out: string; err: string }> {
  const file = join(folder, 'texts.csv');
  await writeFile(file, content);
  const said = { out: '', err: '' };
  const code = await runCommandLine({
    words: ['redflags', 'check', file, ...more],
    commands,
    environment: { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' },
    folder,
    out: { write: (text) => (said.out += text) },
    err: { write: (text) => (said.err += text) },
  });
  return { code, ...said };
}

interface Answer {
  screeningVersion: string;
  sensitivity: number | null;
  falseAlarmRate: number | null;
  lines: { line: number; flag: boolean; category: string | null }[];
}

async function answer(content: string): Promise<Answer> {
  const { code, out, err } = await check(content, '--json');
  assert.equal(code, 0, err);
  return JSON.parse(out) as Answer;
}

describe('superpractice redflags check', () => {
  test('answers line by line in order, with the measures and the version, and needs no database', async () => {
    const { lines, sensitivity, falseAlarmRate, screeningVersion } = await answer(
      'text,label\ncrushing chest pain,red\nverruca on my foot,no\n',
    );
    assert.deepEqual(
      lines.map(({ flag, category }) => [flag, category]),
      [
        [true, 'chest-pain'],
        [false, null],
      ],
    );
    assert.deepEqual([sensitivity, falseAlarmRate], [1, 0]);
    assert.match(screeningVersion, /^[0-9a-f]{12}$/);
    assert.notEqual(screeningVersion, createHash('sha256').digest('hex').slice(0, 12), 'the print of no file at all');
  });

  test('reads what spreadsheets write: a BOM, CRLF, columns in any order and case, quoted commas and new lines', async () => {
    const { lines } = await answer(
      '\ufeffLabel,Text,Who\r\nred,"Hello,\r\nmy ""chest"" is crushing",a\r\n\r\nNO,verruca,b\r\n',
    );
    assert.deepEqual(
      lines.map(({ line, flag }) => [line, flag]),
      [
        [2, true],
        [5, false],
      ],
    );
  });

  test('takes texts without labels, and an empty one as no flag', async () => {
    const { lines, sensitivity } = await answer('text,label\n"",\nchest pain,\n');
    assert.deepEqual([lines.map(({ flag }) => flag), sensitivity], [[false, true], null]);
  });

  test('says in words what it found when nobody asks for JSON', async () => {
    const { out } = await check('text,label,kind\ncrushing chest pain,red,chest-pain\nnits,no,minor\n');
    assert.match(out, /Sensitivity: 100\.0 % \(95 % interval 20\.6 % to 100\.0 %\), 1 of 1/);
    assert.match(out, /red +chest-pain +1 +1 +1/);
  });

  for (const [what, content, says] of [
    ['an empty file', '', /is empty/],
    ['a heading alone', 'text,label\n', /has a heading and no texts/],
    ['a missing column', 'words,label\nchest pain,red\n', /line 1: no column is called text; there are: words, label/],
    ['the same column twice', 'text,text\na,b\n', /line 1: two columns are called text/],
    ['an unknown label', 'text,label\n"a\nb",no\nchest pain,yes\n', /line 4: "yes" is no label/],
    ['a line with too many cells', 'text,label\nnits, really,no\n', /line 2: this is no CSV/],
    ['a quote that never ends', 'text\n"chest pain\n', /line \d+: this is no CSV/],
    ['a text too long to screen', `text\nnits\n${'a'.repeat(20_001)}\n`, /line 3: the text has 20001 characters/],
    ['another encoding', new Uint8Array([0xff, 0xfe, 0x74, 0x00]), /is not UTF-8/],
  ] as const) {
    test(`fails on ${what}, naming the line, with nothing on standard output`, async () => {
      const { code, out, err } = await check(content, '--json');
      assert.deepEqual([code, out], [1, '']);
      assert.match(err, says);
      assert.doesNotMatch(err, / at .*\.ts/);
    });
  }
});

describe('The labelled texts of docs/safety/evaluation', () => {
  const evaluation = join(import.meta.dirname, '../../../docs/safety/evaluation');

  async function measured(name: string): Promise<{ sensitivity: number; falseAlarmRate: number }> {
    const { sensitivity, falseAlarmRate } = await answer(await readFile(join(evaluation, name), 'utf8'));
    assert.ok(sensitivity !== null && falseAlarmRate !== null);
    return { sensitivity, falseAlarmRate };
  }

  test('on those never used for improving, screening stays within one text of what was measured', async () => {
    for (const [name, found, red, alarms, no] of [
      ['red-flags-1-apart.csv', 101, 102, 13, 126],
      ['red-flags-5-apart.csv', 219, 232, 51, 268],
      ['red-flags-6-apart.csv', 75, 75, 12, 157],
    ] as const) {
      const { sensitivity, falseAlarmRate } = await measured(name);
      assert.ok(sensitivity >= (found - 1) / red - 0.0001, `${name}: sensitivity ${sensitivity}`);
      assert.ok(falseAlarmRate <= (alarms + 1) / no + 0.0001, `${name}: false alarms ${falseAlarmRate}`);
    }
  });

  for (const [name, least] of [
    ['red-flags-1-tuning.csv', 0.98],
    ['red-flags-2.csv', 0.96],
    ['red-flags-3.csv', 0.95],
    ['red-flags-4-tuning.csv', 0.98],
    ['red-flags-6-tuning.csv', 0.98],
  ] as const) {
    test(`on ${name}, since used for improving, screening does not fall back`, async () => {
      const { sensitivity, falseAlarmRate } = await measured(name);
      assert.ok(sensitivity >= least, `sensitivity ${sensitivity}`);
      assert.ok(falseAlarmRate <= 0.15, `false alarms ${falseAlarmRate}`);
    });
  }

  test('the second reading learns from the tuning files, text by text, and from none of those kept apart', async () => {
    const texts = async (name: string): Promise<string[]> => {
      const rows: Record<string, string>[] = parse(await readFile(join(evaluation, name), 'utf8'), { columns: true });
      return rows.map((row) => (row['text'] ?? '').trim());
    };
    const tuning = ['1-tuning', '2', '3', '4-tuning', '6-tuning'].map((set) => `red-flags-${set}.csv`);
    const learnt = learntTexts.flatMap(({ red, quiet }) => [...Object.values(red), quiet].flatMap(lines));
    assert.deepEqual(learnt.sort(), (await Promise.all(tuning.map(texts))).flat().sort());
    const phrases = categoryPhrases.flatMap(({ flags, quiet }) => [...lines(flags), ...lines(quiet)]);
    const known = new Set([...learnt, ...phrases, ...everydayPhrases]);
    const inCommon = async (name: string): Promise<number> =>
      (await texts(name)).filter((text) => known.has(text)).length;
    // The author of sets 1 to 3 wrote two texts twice; one short text of set 6 stood among the phrases by chance.
    const apart = ['1', '5', '6'].map((set) => `red-flags-${set}-apart.csv`);
    assert.deepEqual(await Promise.all(apart.map(inCommon)), [2, 0, 1]);
  });
});
