import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { stopWords } from '../request/stop.ts';
import type { RedFlagCategoryId, RedFlagLevel } from './category.ts';
import { lines } from './phrases/phrases.ts';
import { redFlagCategory, screen } from './red-flag.ts';

// Source: general knowledge, awaiting clinical owner. Every phrase is original. The second reading does not learn from
// these: what stands here is found by wordings alone.

interface Danger {
  readonly kind: string;
  readonly category: RedFlagCategoryId;
  readonly level: RedFlagLevel;
  readonly flags: string;
}

const dangers: readonly Danger[] = [
  {
    kind: 'Hanging',
    category: 'collapse',
    level: '999',
    flags: `
come quick my son has hung himself in the garage
bloke hanging from the banister
found him hanged in the shed
she has a rope round her neck, found her in the loft
my husband is hanging off the loft hatch
hanging in the loft, not moving`,
  },
  {
    kind: 'Found cold',
    category: 'collapse',
    level: '999',
    flags: `
found her cold and not moving
found mum cold and stiff in bed
dad is stone cold and wont wake
gone cold and grey, think he has died in the night
nan has passed away in the night, shes cold`,
  },
  {
    kind: 'A child pregnant, or with a grown-up',
    category: 'abuse',
    level: 'same-day-duty',
    flags: `
my 12 year old granddaughter is pregnant
fourteen and had sex with her teacher
my 13 yr old daughter is having sex with a 22 year old man
shes 14 and pregnant, boyfriend is 25
im 15 and my football coach has been sleeping with me
my 11 year old has missed her period and thinks shes pregnant`,
  },
  {
    kind: 'Held by the neck, or threatened by somebody close by',
    category: 'abuse',
    level: '999',
    flags: `
he put his hands round my throat last night and my voice is hoarse
partner strangled me on saturday, hurts to swallow
my boyfriend grabbed me by the throat, sore neck now
he choked me until I saw stars
threatening to kill me and he is outside
my ex is banging on the door saying he will kill me
he says hes going to kill me, ive locked myself in
he has a knife and is at the door`,
  },
  {
    kind: 'Fluid on the lung, or a clot',
    category: 'breathlessness',
    level: '999',
    flags: `
coughing pink froth
coughing pink froth and ankles swollen
bringing up frothy pink spit cant lie flat
one leg twice the size and short of puff
my calf is swollen and i am out of breath
leg like a balloon since the flight and breathless`,
  },
  {
    kind: 'A deep cut that bleeds on',
    category: 'bleeding',
    level: '999',
    flags: `
she has cut herself deep and it wont stop
cut her arm on purpose and the blood wont stop
self harmed an hour back, its deep and wont stop bleeding`,
  },
  {
    kind: 'A heart that races',
    category: 'heart-rhythm',
    level: '999',
    flags: `
heart racing 180 and dizzy
pulse is 170 and feels faint
heart going like the clappers at 190 and light headed`,
  },
  {
    kind: 'A small child and somebody’s tablets',
    category: 'poisoning',
    level: '999',
    flags: `
little un necked some of nanas sleepers
our little un has had a load of nans blood pressure pills
toddler has got into grandads heart tablets`,
  },
];

const quiet = `
hanging out with my son in the garage
he hung the picture from the banister
cold and stiff hands in the morning
found her coat, cold day
I am pregnant and my 12 year old has a cough
my 34 year old daughter is pregnant
sex education letter for my 13 year old
shes 14 weeks pregnant, need the scan date
my daughter is 15 and wants the pill
throat sore, voice hoarse since sunday
my wife will kill me if I miss this call
one leg longer than the other, needs insoles
the pink medicine made him froth at the bottle top
heart racing 90 when anxious
pulse 72 on my watch
she necked a pint of squash
our little un wont take his medicine
I want to cut down on drinking
boy of 6, bad ear since last night and is grizzly`;

describe('Dangers of the moment', () => {
  for (const { kind, category, level, flags } of dangers) {
    test(`${kind}: ${level === '999' ? '999' : 'the duty doctor today'}`, () => {
      const missed = lines(flags).filter(
        (text) =>
          !screen(text).some((one) => one.category === category && one.level === level && one.basis === 'wording'),
      );
      assert.deepEqual(missed, []);
    });
  }

  test('What only looks alike raises none', () => {
    const loud = lines(quiet).filter((text) => screen(text).length > 0);
    assert.deepEqual(loud, []);
  });

  test('The first words said of a hanging ask for 999', () => {
    const raised = screen('come quick my son has hung himself in the garage').map(({ category, level }) => ({
      category: redFlagCategory(category),
      level,
    }));
    const who = { they: 'he', them: 'him', their: 'his', itIs: '', has: 'has' };
    const words = stopWords(raised, { forOther: true, who, called: undefined });
    assert.match(words?.say[0] ?? '', /^Please call 999 now and stay with them\. Tell me: are they awake/);
    assert.doesNotMatch(words?.say.join(' ') ?? '', /Samaritans/);
    assert.match(words?.advice[0]?.lines.join(' ') ?? '', /take their weight, cut or loosen it/);
  });
});
