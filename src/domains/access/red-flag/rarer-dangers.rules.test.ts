import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { RedFlagCategoryId, RedFlagLevel } from './category.ts';
import { lines } from './phrases/phrases.ts';
import { screen } from './red-flag.ts';

// Source: general knowledge, awaiting clinical owner; blood pressure: NICE NG136; results: Royal College of Pathologists G158; breaths:
// NEWS2. Every phrase is original. The second reading does not learn from these.

const dangers: readonly (readonly [kind: string, category: RedFlagCategoryId, level: RedFlagLevel, flags: string])[] = [
  [
    'A shock of a heart device, a figure that kills',
    'dangerous-reading',
    '999',
    `
my ICD fired twice and I feel faint
potassium 7.1
lab rang: K level 6.9, potassium 6.9
bp 190/118 and a splitting headache
resp rate 34
she is breathing 66 times a minute`,
  ],
  [
    'A figure that a doctor looks at today',
    'dangerous-reading',
    'same-day-duty',
    `
my ICD shocked me last night
sodium 117
my blood pressure is 212 over 110
INR 9.2
my little boy is breathing 36 times a minute`,
  ],
  [
    'A feeding tube that came out',
    'known-illness',
    'same-day-duty',
    `
peg tube came out
her NG tube fell out at breakfast
my gastrostomy has been pulled out`,
  ],
  [
    'No water passed, in fewer words',
    'sepsis',
    '999',
    `
my wee has been nothing for 24 hours
nil urine since yesterday`,
  ],
  [
    'Something inhaled, and a tube that keeps an airway open',
    'breathlessness',
    '999',
    `
he inhaled a peanut and is coughing
she breathed in a bead
a grape has gone down the wrong way and he cant stop coughing
piece of carrot stuck in his windpipe
tracheostomy blocked
his trachy tube has come out`,
  ],
  [
    'An aneurysm that hurts',
    'severe-abdomen',
    '999',
    `
I have an AAA and my back hurts
triple a and back pain
known aortic aneurysm with tummy pain
dad has a triple A and has gone grey with back pain`,
  ],
  [
    'A fit while pregnant',
    'pregnancy',
    '999',
    `
fits in pregnancy
my wife is pregnant and having a fit
she had a seizure while pregnant`,
  ],
  [
    'A leg after a birth',
    'hot-joint',
    'same-day-duty',
    `
calf pain two weeks after having a baby
I gave birth last month and my calf is swollen
had a c section ten days ago, sore calf`,
  ],
  [
    'A limb without blood',
    'hot-joint',
    '999',
    `
leg is white, cold and no feeling
my foot has gone cold and white and numb
his arm is suddenly cold, pale and numb
hand is blue, freezing and painful since this morning`,
  ],
  [
    'A black toe',
    'hot-joint',
    'same-day-duty',
    `
my toe is black and I'm diabetic
foot has gone black
think it is gangrene`,
  ],
  [
    'Fingers without blood',
    'sepsis',
    '999',
    `
fingers purple and she's cold
her toes are blue and freezing, not herself
his hands are dusky and stone cold`,
  ],
  [
    'An erection that stays, a foreskin that is trapped',
    'testicular-pain',
    '999',
    `
erection for 6 hours
I've had an erection that won't go down
priapism
trapped foreskin
foreskin stuck back and swollen
penis snapped and popped and is black`,
  ],
  [
    'A lethal dose, affairs put in order',
    'self-harm',
    'same-day-duty',
    `
what is a lethal dose of paracetamol
how many paracetamol does it take to die
I've put my affairs in order
12 year old has cut herself
my 15 year old keeps cutting her arms`,
  ],
  [
    'Somebody to be stabbed, affairs in order to go',
    'self-harm',
    '999',
    `
I am going to stab my neighbour
im gonna kill my ex with a hammer
i have got my affairs in order so I can go`,
  ],
  [
    'Days without sleep and grand ideas, a baby to be left',
    'self-harm',
    'same-day-duty',
    `
not slept for five days and I'm the messiah
he says he is jesus and hasnt slept for a week
my son thinks he is god
postnatal and I want to leave the baby on the road`,
  ],
  [
    'A marriage that is forced',
    'abuse',
    'same-day-duty',
    `
they will kill me if I don't marry him
my parents are forcing me to marry and took my passport
forced marriage, I am scared of my uncle`,
  ],
  [
    'A snake, lightning',
    'poisoning',
    '999',
    `
snake bit me
bitten by an adder on the common
adder bite on his hand`,
  ],
  [
    'Breathing misspelt, somebody blue, hard to wake',
    'breathlessness',
    '999',
    `
my baby isn't breething
husband isnt brething
he is blue
she's blue
turned grey`,
  ],
  [
    'Somebody hard to wake',
    'collapse',
    '999',
    `
trouble waking my toddler
I have difficulty waking him
hard to rouse her this morning`,
  ],
  [
    'A head that explodes within a second, a wound that lets one see inside',
    'stroke',
    '999',
    `
my head is exploding, came on in a second
head exploded with pain all of a sudden`,
  ],
];

const quiet = `
he's blue team captain at school, needs a form
his hair turned grey
the strip turned blue, is that right
my beard turned grey early
she has trouble with the school about coming in late
I had an ICD fitted in 2020 and it shocked me last year, all fine, need travel letter
hello can I have my potassium and sodium results from Tuesday
my haemoglobin was 9 years ago
hb 128 last time
bp 182/100 no symptoms
BP was 175/95 at the chemist
my pressure cooker is 200 watts
amlodipine for blood pressure 5mg and simvastatin 40mg
labetalol 200mg for blood pressure repeat
we went to Kenya on honeymoon, lovely, need my asthma inhaler
back from India, need my vaccination record for work
going to Ghana next month for my sister's wedding, malaria tablets
my wife's from Nigeria, can she register
cricket bat hit my shin
vampire bat costume for halloween
I had a temperature last night, nothing to do with travel
the needle phobia clinic number please
my hearing has been bad for years, worse today on the phone
cant hear anything on this phone
lost my hearing aid this morning
I can't get an erection for six months
erection problems, viagra stopped working
my son's foreskin won't pull back, he is four
tight foreskin, need a circumcision referral
phone call at 10 hours to talk about erections
my feet are cold and purple in winter, raynauds
going to kill my husband for forgetting my prescription
I could murder a curry
I'm going to murder someone if I have to hold again lol
my neighbour is doing my head in
sorting out dads affairs, he died in may, need death certificate copy
I want to put my affairs in order and make a will, do you witness signatures
my son is called Jesus Garcia, change of address
my mum believes in god and prays a lot
cut my finger chopping, 14 year old son cut himself on a tin lid
I was in Africa for my job and now home, knees hurt
visiting my nan in Poland, she is poorly
inhaled my brown inhaler wrong, check technique
I inhaled some flour at the bakery once
peeling skin after sunburn started yesterday
my new tablets make my mouth dry
RR told me to ring
breathing exercises 20 minutes a day
AAA screening invitation, can I change the date
two packs of AAA batteries for my hearing aid
my brother had a brain aneurysm in 2010, should I be scanned
nose ring stuck to my jumper ha
stud in my nose is infected
legs ache after spin class, had a baby two years ago
I've not slept well for days with the heat
the antibiotic gave me diarrhoea
my toenail went black after I dropped a tin on it
my fingers go white in the cold, raynauds review
my hand was cold and white after swimming
pet snake, is it safe with eczema
adder stone jewellery allergy
scared of lightning, can I have something
planning to marry abroad in June, jabs please
when can I leave the baby with my mum for work
laryngectomy review appointment
the tube on my catheter stand is broken
talk about coming off my antidepressants slowly
can I talk to somebody about getting off the drink
I've been killing myself at work, need a rest
book a peg tube change appointment
blue inhaler repeat please
need a new blue inhaler, lips dry too
pacemaker check letter came
boiler broken and everyone has colds
told to stop eating and drinking before my op, from midnight
my denture broke and rubs
feeding tube supplies, repeat order please
honour to be in your care, thank you`;

describe('Dangers that come seldom', () => {
  for (const [kind, category, level, flags] of dangers) {
    test(`${kind}: ${level === '999' ? '999' : 'the duty doctor today'}`, () => {
      const missed = lines(flags).filter(
        (text) => !screen(text).some((one) => one.category === category && one.level === level && !one.softened),
      );
      assert.deepEqual(missed, []);
    });
  }

  test('What only looks alike raises none', () => {
    const loud = lines(quiet).filter((text) => screen(text).length > 0);
    assert.deepEqual(loud, []);
  });
});
