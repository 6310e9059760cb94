import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { RedFlagCategoryId, RedFlagLevel } from './category.ts';
import { lines } from './phrases/phrases.ts';
import { screen } from './red-flag.ts';

// Source: general knowledge, awaiting clinical owner. Every phrase is original. The second reading does not learn from these.

const dangers: readonly (readonly [kind: string, category: RedFlagCategoryId, level: RedFlagLevel, flags: string])[] = [
  [
    'An inhaler that no longer helps',
    'breathlessness',
    '999',
    `
blue inhaler's not touching it
my blue inhaler is not helping
his blue puffer isn't working`,
  ],
  [
    'Gas in the house, too many pills, teeth gone down',
    'poisoning',
    '999',
    `
we've had the heating on and we all have headaches and the alarm's been beeping
everyone in the house has had a headache since the boiler was fixed
the gas alarm keeps bleeping
boiler's been making a funny smell and we're all dizzy
took some paracetamol, like 20 of them, last night for my tooth
I've been taking paracetamol every two hours for three days
gas smell and we all feel sick
swallowed my denture`,
  ],
  [
    'A device that shocks, by any name',
    'dangerous-reading',
    'same-day-duty',
    `
my pacemaker shocked me
my implantable thing keeps giving me shocks
device in my chest gave me a jolt`,
  ],
  [
    'Somebody old who takes nothing in',
    'sepsis',
    'same-day-duty',
    `
she has stopped eating and drinking and is just staring at the wall, she's 84
gran won't take any fluids for two days`,
  ],
  [
    'Somebody at the door',
    'abuse',
    '999',
    `
someone is trying to break my door down
my ex is kicking the door in
my ex has turned up and is smashing the windows
he is putting my windows in`,
  ],
  [
    'A low placenta that bleeds',
    'pregnancy',
    '999',
    `
my placenta is low and I am spotting
placenta low and I'm spotting bright red
low lying placenta and I've started bleeding`,
  ],
  [
    'Stuck hard',
    'testicular-pain',
    '999',
    `
my willy is stuck hard`,
  ],
  [
    'Somebody with a blade, at the throat, or on the way',
    'abuse',
    '999',
    `
my boyfriend is strangling me right now
he is strangling me
he is holding a knife to my throat
my dad put a knife to my neck
my husband is going to kill me tonight
he said he is coming round to kill me`,
  ],
  [
    'A threat, with or without an if',
    'abuse',
    'same-day-duty',
    `
he's going to kill me when he gets home
he will kill me if I leave`,
  ],
  [
    'Something in a drink',
    'poisoning',
    '999',
    `
someone's put something in my drink and I can't stay awake`,
  ],
  [
    'A heart that flutters, and near to fainting',
    'heart-rhythm',
    'same-day-duty',
    `
my heart is fluttering and I'm dizzy and faint`,
  ],
  [
    'A heart that flutters, and more',
    'heart-rhythm',
    '999',
    `
palpitations and chest pain
heart racing and I nearly passed out`,
  ],
  [
    'A cut, not meant',
    'major-injury',
    'same-day-duty',
    `
I've cut my arm deep with a knife cooking
cut my hand deep on a tin`,
  ],
  [
    'A voice that commands',
    'self-harm',
    '999',
    `
voices are telling me to kill her
a voice telling me to stab my brother
the voices say I must jump`,
  ],
  [
    'Foreskin that cannot be put back',
    'testicular-pain',
    '999',
    `
cant get my foreskin back and its swollen blue`,
  ],
  [
    'A cut that shows what is under the skin',
    'major-injury',
    '999',
    `
cut my arm really deep and you can see the white stuff`,
  ],
  [
    'At work, and meant',
    'self-harm',
    'same-day-duty',
    `
I am thinking of killing myself at work`,
  ],
];

const harmless = `
my wife is going to kill me if I miss this appointment
mum will kill me, lost my prescription again
tight chest muscles after the gym
I fainted at the sight of a needle once
ankle twisted last week, walking fine
he is putting in new windows and hurt his back
my husband is putting the window in and strained his shoulder
they are breaking the house up for flats and the dust sets off my hay fever`;

describe('Gas, blades, and what else stands at the door', () => {
  for (const [kind, category, level, flags] of dangers)
    test(`${kind}: ${level === '999' ? '999' : 'the duty doctor today'}`, () => {
      const missed = lines(flags).filter(
        (text) => !screen(text).some((one) => one.category === category && one.level === level && !one.softened),
      );
      assert.deepEqual(missed, []);
    });

  test('A cut by a machine or in the kitchen asks for no words about harming oneself', () => {
    for (const text of ['I cut my leg with the chainsaw', "I've cut my arm deep with a knife cooking"])
      assert.deepEqual(
        screen(text).map(({ category }) => category),
        ['major-injury'],
        text,
      );
  });

  test('Jests, muscles, needles seen and windows put in raise none', () => {
    const raised = lines(harmless).filter((text) => screen(text).length > 0);
    assert.deepEqual(raised, []);
  });

  test('A threat by somebody else is no thought of harming oneself', () => {
    for (const text of ['he is holding a knife to my throat', 'my husband is going to kill me tonight'])
      assert.deepEqual(
        screen(text).map(({ category }) => category),
        ['abuse'],
        text,
      );
  });
});
