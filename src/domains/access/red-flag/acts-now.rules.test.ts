import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { RedFlagCategoryId } from './category.ts';
import { lines } from './phrases/phrases.ts';
import { screen } from './red-flag.ts';

// Source: general knowledge, awaiting clinical owner. Every phrase is original. The second reading does not learn from these.

const dangers: readonly (readonly [kind: string, category: RedFlagCategoryId, flags: string])[] = [
  [
    'Somebody who is killing themself now, or has the means in place',
    'self-harm',
    `
she's hanging herself
he's hanging himself right now
I've just hung myself
my dad has cut his throat
my husband's slit his throat
my mum's cut her own throat
she's slashed her neck open
my wife is trying to kill herself
she tried to gas herself this morning
i have slashed my arms really deep
I have a knife and I'm going to use it on myself
i've a razor to my wrist
i've turned the gas on
i've put a hose on the exhaust
I've left the car running in the garage with the door shut
he's got a plastic bag over his head
she's poured petrol over herself
he's put something round his neck
I don't want to be here any more, I've got the tablets in front of me
he's set himself on fire
im at beachy head
I'm at the top of the cliff`,
  ],
  [
    'Somebody who breaks in, rages at home or is armed',
    'abuse',
    `
my exs trying to get in the house
my ex is breaking in
my ex has broken in
someone is trying to get into my house with a bat
he's outside my house and wont go away, hes got an injunction
my partner is smashing up the house
my husband's going mad smashing the place up with the kids here
there's a burglar in the house
there are men in my house
he's holding us hostage
my ex has turned up and I'm scared for my life and the kids
he says he'll burn the house down with us in it
my husband is going to kill me
he won't let me leave the house and has hurt the kids
I'm being held against my will
my husband's wandering with a hammer and saying we're demons
he's got a hammer`,
  ],
  [
    'Heat, cold and depth',
    'exposure',
    `
heatstroke
he has heat stroke
hypothermia
the bends after diving
came up from a dive and my arm's numb
my mum's been outside all night and she's freezing and confused`,
  ],
  [
    'Great beasts, heavy things, machines, a broken hip',
    'major-injury',
    `
a bull gored him
trampled by cows
a tractor has rolled on him
arm trapped in a machine
my leg's been caught in a baler
my cast is so tight my fingers are blue
my hip is broken I think`,
  ],
  [
    'What is inside comes out behind an operation',
    'severe-abdomen',
    `
my insides have come out after my op, the wound's burst open
there's bowel poking through where they stitched me`,
  ],
  [
    'A machine that breathes for somebody fails, or a child chokes or is blue',
    'breathlessness',
    `
the ventilator at home is alarming
something in my baby's throat
blue baby
feeding tube has come out and he's coughing and blue`,
  ],
  ['A device that shocks again and again', 'dangerous-reading', "mum's pacemaker keeps shocking her"],
  ['A sugar that does not rise', 'known-illness', "my blood sugar won't come above 3"],
  ['A fever with an organ of somebody else', 'sepsis', "transplanted kidney and I've a fever"],
  ['A birth that has begun', 'pregnancy', "baby's head is showing\nI can see the baby's head\nbaby's coming now"],
  ['Two of everything, all at once', 'stroke', 'double vision came on today\nsuddenly seeing double'],
  ['A mouth to one side', 'stroke', "my mouth's gone skew-whiff\nfaice drooping"],
  [
    'A gas that burns the chest, a vape drunk',
    'poisoning',
    'swimming pool chlorine gas, coughing\nshe drank the liquid from my vape',
  ],
  ['A throat that tightens behind a medicine', 'anaphylaxis', 'throat is tight after the antibiotics'],
];

const harmless = `
we went for a walk at beachy head and I twisted my ankle
I live at beachy head cottage, new address
we had a picnic at the top of the cliff and I got stung
turned the gas on to cook dinner and burnt my thumb a little
the gas man turned the gas on and I was late
he's got a hammer toe
he has got an axe throwing party, can he go with his sling
he's got a glass eye and needs drops
she's got a bar job and her feet ache
our house was broken into last month and I cant sleep
breaking in new shoes, blister
I need to push my appointment back
the car broke down so I'm late
car rolled into my garage, need to move my appointment
double vision for years, need new glasses
hung the washing out and hurt my shoulder
can you see my baby's head circumference
baby's coming in June, which midwife
I cut my throat sweet intake
cut throat razor shaving rash
throat is tight after shouting at the football
heatwave, should I keep my insulin in the fridge
going diving next month, need medical form signed
the bends in the road make me car sick
my plaster cast is off next week, do I book physio
vape liquid made my mouth dry
cpap machine needs a new filter
the ventilator delivery is late, order replacement tubing
blue baby grow order
my jaw clicks when it's open
my husband is going to kill me if I miss this appointment again
scared for my life after the diagnosis letter, can I talk to someone
my guts hurt when I go out
I've had enough tablets, please cancel the repeat
blood sugar doesn't come up on the app`;

describe('What is happening at this minute', () => {
  for (const [kind, category, flags] of dangers) {
    test(`${kind} (source: general knowledge, awaiting clinical owner)`, () => {
      const missed = lines(flags).filter(
        (line) =>
          !screen(line).some((flag) => flag.category === category && flag.level === '999' && flag.basis === 'wording'),
      );
      assert.deepEqual(missed, []);
    });
  }

  test('The same words in everyday use stay silent (source: general knowledge, awaiting clinical owner)', () => {
    assert.deepEqual(
      lines(harmless).filter((line) => screen(line).length > 0),
      [],
    );
  });
});
