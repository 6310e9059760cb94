import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { chanceOf } from './chance.ts';
import { makeClinicians } from './clinicians.ts';
import { makePeople } from './people.ts';
import { makePractices } from './practices.ts';

/** The group's clinicians at a scale, as it is founded. */
function cliniciansOf(scale: number, seed: number) {
  const { practices } = makePractices(scale, chanceOf(seed, 'group'));
  return makeClinicians(practices, makePeople(practices, chanceOf(seed, 'people')), seed).clinicians;
}

describe('Those who see patients in the demonstration', () => {
  for (const scale of [0.05, 0.2, 1])
    test(`have a name each that nobody else has, at scale ${scale}, and the same every time`, () => {
      for (const seed of [1, 7, 42]) {
        const names = cliniciansOf(scale, seed).map(({ name }) => name);
        const plain = names.map((name) => name.replace(/^Dr /, '').toLowerCase());
        assert.deepEqual(
          plain.filter((name, at) => plain.indexOf(name) !== at),
          [],
        );
        assert.deepEqual(
          names,
          cliniciansOf(scale, seed).map(({ name }) => name),
        );
      }
    });
});
