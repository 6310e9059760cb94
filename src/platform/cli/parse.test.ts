import assert from 'node:assert/strict';
import { test } from 'node:test';
import { command, isWrongUsage } from './command.ts';
import { helpText } from './help.ts';
import { readCommandLine } from './parse.ts';

const run = () => Promise.resolve();
const commands = [
  command({ name: 'import', summary: 'Import files', usage: 'PATH…', arity: [1, 9], json: true, options: {}, run }),
  command({
    name: 'group create',
    summary: 'Create a group',
    usage: '--name N (--sub-icb CODE | --codes FILE)',
    json: true,
    options: {
      name: { value: 'NAME', description: 'What the group is called' },
      code: { value: 'CODE', many: true, description: 'A practice' },
      force: { description: 'Even if it exists' },
    },
    run,
  }),
  command({ name: 'group show', summary: 'Show a group', usage: 'NAME', arity: [1, 1], options: {}, run }),
];

const read = (line: string) => readCommandLine(line.split(' ').filter(Boolean), commands);

function refusal(line: string): string {
  try {
    read(line);
  } catch (error) {
    assert.ok(isWrongUsage(error));
    return error.message;
  }
  assert.fail(`"${line}" should have been refused`);
}

test('a command of two words gets its arguments and options, wherever they stand', () => {
  const asked = read('group create --json --name Castle --code D83004 --code D83005');
  assert.ok(asked.kind === 'run');
  assert.equal(asked.command.name, 'group create');
  assert.equal(asked.json, true);
  assert.deepEqual(asked.options, { name: 'Castle', code: ['D83004', 'D83005'], force: false });
  const other = read('import a.csv --json b.csv');
  assert.ok(other.kind === 'run');
  assert.deepEqual(other.args, ['a.csv', 'b.csv']);
});

test('options that were not given have a value all the same: nothing, no, or an empty list', () => {
  const asked = read('group create');
  assert.ok(asked.kind === 'run');
  assert.deepEqual(asked.options, { name: undefined, code: [], force: false });
});

test('help is given for everything, for a family of commands and for each command', () => {
  const about = (line: string) => {
    const asked = read(line);
    assert.ok(asked.kind === 'help', line);
    return asked.about.map(({ name }) => name);
  };
  assert.deepEqual(about(''), ['import', 'group create', 'group show']);
  assert.deepEqual(about('--help'), ['import', 'group create', 'group show']);
  assert.deepEqual(about('group'), ['group create', 'group show']);
  assert.deepEqual(about('group --help'), ['group create', 'group show']);
  assert.deepEqual(about('group create --help'), ['group create']);
  assert.deepEqual(about('import x.csv -h'), ['import']);
});

test('the help of a command names every option it takes, and of many each command', () => {
  const one = helpText(commands.slice(1, 2));
  for (const part of [
    'Create a group',
    '-- group create --name N',
    '--name NAME',
    '--code CODE …',
    '--force',
    '--json',
    '--help',
  ])
    assert.ok(one.includes(part), part);
  const all = helpText(commands);
  for (const { name, summary } of commands) assert.ok(all.includes(name) && all.includes(summary), name);
});

test('an unknown word is refused with the nearest that exists', () => {
  assert.match(refusal('imprt x'), /no command "imprt".*"import"/);
  assert.match(refusal('group crate'), /no command "group crate".*"group create"/);
  assert.match(refusal('grup show x'), /"group show"/);
  assert.match(refusal('group create --nam Castle'), /no option --nam.*"--name"/);
  assert.match(refusal('--verbose'), /no command "--verbose"/);
  assert.equal(refusal('zzzzzz'), 'there is no command "zzzzzz"');
});

test('a number below zero after an option is its value, for what takes it to judge', () => {
  const asked = read('group create --name -5 --code -1 --code 2');
  assert.ok(asked.kind === 'run');
  assert.deepEqual([asked.options['name'], asked.options['code']], ['-5', ['-1', '2']]);
  assert.match(refusal('group create --code -x2'), /--code needs a value/);
});

test('a call that lacks something or has too much is refused with what it needs', () => {
  assert.match(refusal('import'), /import needs PATH…/);
  assert.match(refusal('group show a b'), /does not know what to do with "b"/);
  assert.match(refusal('group create --name'), /--name needs a value: --name NAME/);
  assert.match(refusal('group create --name --force'), /--name needs a value/);
  assert.match(refusal('group create --force=yes'), /--force takes no value/);
  assert.match(refusal('group show x --json'), /does not answer with data/);
});
