import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columns, outputTo } from './output.ts';
import { progressTo } from './progress.ts';

function sink(isTTY = false) {
  const written: string[] = [];
  return { written, isTTY, write: (text: string) => written.push(text) };
}

test('with --json standard output holds the JSON alone, and remarks go to standard error', () => {
  const [out, err] = [sink(), sink()];
  const output = outputTo({ out, err, json: true });
  output.notice('This took a while');
  output.answer({ practices: 35 }, () => 'text');
  assert.deepEqual(JSON.parse(out.written.join('')), { practices: 35 });
  assert.deepEqual(err.written, ['This took a while\n']);
});

test('without --json the answer is text', () => {
  const out = sink();
  outputTo({ out, err: sink(), json: false }).answer(35, (value) => `${value} practices`);
  assert.deepEqual(out.written, ['35 practices\n']);
});

test('columns are as wide as their widest cell, and figures stand at the right', () => {
  assert.equal(
    columns(
      ['Practice', 'List'],
      [
        ['Castle', '9,120'],
        ['The Birches', '870'],
      ],
    ),
    ['Practice      List', '-----------  -----', 'Castle       9,120', 'The Birches    870'].join('\n'),
  );
});

test('progress in a log is a line every five seconds at most, and always the last one', () => {
  let now = 0;
  const log = sink();
  const progress = progressTo(log, () => now);
  for (let done = 0; done <= 100; done++) {
    progress.update(done, 100, 'rows');
    now += 200;
  }
  assert.deepEqual(
    log.written.map((line) => /(\d+) of 100 rows\n$/.exec(line)?.[1]),
    ['0', '25', '50', '75', '100'],
  );
});

test('progress on a terminal redraws one line and leaves it clean', () => {
  let now = 0;
  const screen = sink(true);
  const progress = progressTo(screen, () => now);
  progress.update(1, 4, 'files');
  now += 1000;
  progress.update(2, 4, 'files');
  progress.step('Next');
  const text = screen.written.join('');
  assert.match(text, /25 %.*\r +\r.*50 %/);
  assert.ok(text.endsWith('\rNext\n'));
});

test('progress without a known end counts', () => {
  const log = sink();
  progressTo(log, () => 0).update(270_000, undefined, 'patients');
  assert.deepEqual(log.written, ['  270,000 patients\n']);
});
