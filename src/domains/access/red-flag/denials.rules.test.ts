import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { directQuestion } from '../request/question.ts';
import { redFlagCategories } from './categories/all.ts';
import { lines } from './phrases/phrases.ts';
import { screen } from './red-flag.ts';

// Source: general knowledge, awaiting clinical owner. Every phrase is original.

const plain = (text: string): boolean => screen(text).some(({ softened }) => !softened);
const soft = (text: string): boolean => screen(text).length > 0 && !plain(text);

const takenBack: Readonly<Record<string, string>> = {
  'It was there earlier': `
no chest pain now but had it for an hour this morning
denies chest pain but wife says he had it in the night
no chest pain at the moment, it was terrible at six this morning
had it for an hour this morning but no chest pain now
no chest pain, sweating or sickness now but had them all last night
her face isn't drooping now but it was at breakfast
speech not slurred now, came back after ten minutes
face not drooping any more
no longer slurring his words
not struggling to breathe now but was all night
isn't choking now but was, coughed it up
not bleeding heavily now but was earlier
no heavy bleeding now but soaked three towels this morning
no seizure now but had one an hour ago
no swelling of the tongue now but it came up after the prawns
not suicidal today but was last night
no crushing chest pain at present. It lasted an hour`,
  'It is there as soon as the person does something': `
no chest pain when sitting, but when I walk it is like a vice
no chest pain unless I climb the stairs
no chest pain at rest, only on the stairs
no trouble breathing sitting still, but on the stairs I can't
not short of breath until I walk to the bathroom`,
  'Twice denied': `
not once has the chest pain stopped
my chest doesn't stop hurting
no let up in the chest pain
never does the chest pain let up
the chest pain never eases
not a day without chest pain
wouldn't say no chest pain
there is no stopping the bleeding from his leg, its heavy`,
  'The danger itself stands behind the denial': `
didn't take an overdose, only 20 paracetamol
not an overdose, just 30 of her tablets
no overdose but took a whole box of ibuprofen
not suicidal but has a plan`,
};

const trulyDenied = `
no chest pain
denies chest pain, no breathlessness
No fever, chest pain or breathlessness
no chest pain or sob, sore throat had it three days
no chest pain but has a cold and a cough
no chest pain but when I walk my knee hurts
no chest pain now, never had it
no chest pain now but had it in 2019
no chest pain, had it checked and ecg fine
no chest pain today
no heavy bleeding, period due
denies overdose, only took 2 paracetamol
not suicidal, just wants to talk about sleep
no slurred speech, just tired
not breathless, cough since Monday
denies chest pain and has stopped smoking`;

describe('A denial taken back in the same breath', () => {
  for (const [kind, texts] of Object.entries(takenBack)) {
    test(`${kind}: told plainly, never softened`, () => {
      assert.deepEqual(
        lines(texts).filter((text) => !plain(text)),
        [],
      );
    });
  }

  test('What is truly denied stays softened', () => {
    assert.deepEqual(
      lines(trulyDenied).filter((text) => !soft(text)),
      [],
    );
  });
});

describe('The direct question behind a denial', () => {
  test('never asks of this minute alone: what was there today counts', () => {
    for (const { id, level } of redFlagCategories)
      for (const ageYears of [undefined, 1, 8])
        for (const forOther of [false, true]) {
          const { say } = directQuestion({ category: id, level }, { forOther, ageYears });
          assert.ok(/\bnow\b/.test(say) === /at any time today\?$/.test(say), say);
        }
  });

  for (const [text, asked] of [
    ['sore throat and a cough, not coughing blood', /^Have you coughed up any blood, or bled heavily anywhere, now or/],
    ['been sick twice, no blood in the vomit', /^Have you been sick with blood or something like coffee grounds/],
    ['loose stools, no blood in my poo', /^Have you passed blood or anything black and sticky in your poo/],
    ['a cut on my finger, not bleeding heavily', /^Are you bleeding heavily/],
    ['dizzy, no sudden severe headache', /^Have you had a sudden, very bad headache/],
    ['a sore knee, no swollen calf', /^Is one calf or leg swollen/],
  ] as const)
    test(`asks of what was denied: ${text}`, () => {
      const [finding] = screen(text);
      assert.ok(finding?.softened, 'it is denied');
      const { category, level, words: matched } = finding;
      assert.match(directQuestion({ category, level, matched }, { forOther: false }).say, asked);
    });
});
