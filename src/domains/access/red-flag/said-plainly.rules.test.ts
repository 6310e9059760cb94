import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { RedFlagCategoryId, RedFlagLevel } from './category.ts';
import { lines } from './phrases/phrases.ts';
import { screen } from './red-flag.ts';

// Source: general knowledge, awaiting clinical owner; giant cell arteritis: NICE CKS. Every phrase is original. The second
// reading does not learn from these.

interface Family {
  readonly kind: string;
  readonly category: RedFlagCategoryId;
  readonly level: RedFlagLevel;
  readonly flags: string;
}

const dangers: readonly Family[] = [
  {
    kind: 'A cord that comes before the baby',
    category: 'pregnancy',
    level: '999',
    flags: `
my waters broke and the cord is hanging out
cord is hanging out
the cord's hanging oot, am 38 weeks
i can see the cord between my legs
I can feel the umbilical cord coming out
umbilical cord prolapse
?cord prolapse
poss cord prolapse 37/40
prolapsed cord
my wife is in labour and the babys cord has come out first
umbillical cord is showing
waters gone and theres a loop of cord
the baby's cord is poking out of me
my partners cord is hanging out shes 37 weeks pregnant
im 39 weeks, i can feel a cord down below
something like a cord hanging out of me, waters went`,
  },
  {
    kind: 'A wound burst open after an operation',
    category: 'severe-abdomen',
    level: '999',
    flags: `
my stitches have opened and my bowels are showing
stitches opened and bowels showing
staples burst and I can see my insides
his operation wound has come open and his guts are coming out
wound dehiscence, bowel visible
?burst abdomen day 6 post laparotomy
burst abdomen
evisceration
her c section has split open and something is bulging out of it
ma stitches huv burst and ma guts are hingin oot
stiches opened up and bowel poking out
mums tummy scar has opened, intestines showing
my scar popped open and I can see my intestines
ma wound's burst open and a can see ma guts
hernia op wound burst and guts out
dads staples have gone and his intestines are out
surgical wound burst open and insides coming through`,
  },
  {
    kind: 'Not breathing, in Scots and northern words',
    category: 'breathlessness',
    level: '999',
    flags: `
ma wee boy is no breathin right
no breathin
he's no breathin
the wean is no breathin
ma wean's no breathin right
she's no right breathing
bairn's no breathin proper
cannae breathe
a cannae breathe
canny breathe
I canny breath
canna breathe
ah cannae get ma breath
he isnae breathin right
she isny breathing
wee yin's no breathing well
da's struggling tae breathe
our lad's not breathing reet
wee man cannie breathe
she cannae catch her breath
ma maw is no breathin
no breathing right`,
  },
  {
    kind: 'Hit at home',
    category: 'abuse',
    level: 'same-day-duty',
    flags: `
being hit at home
I am being hit at home
I'm getting hit at home
my friend is being beaten at home
she gets slapped about at home
gettin battered at hame
I get leathered at home by my da
says he is being punched at home
pt discloses being hit at home
someone at home is hitting me
someone hits me at home
bein hit at home
I'm knocked about at home
somebody I live with hits me
my neighbour says she is getting hit in the house`,
  },
  {
    kind: 'Means of suicide to hand',
    category: 'self-harm',
    level: '999',
    flags: `
I have a rope ready
I've got a rope ready
ive got the rope in the car
rope is ready
he has a rope ready in the shed
she's got a noose made
I've got the tablets lined up
tablets lined up
I've got my tablets saved up
ive been saving up my tablets
she has her pills all lined up
got ma tablets lined up
she's been hoarding her tablets
pt has stockpiled tabs
tabs saved up and ready
rope's ready
got the rope tied
I have lined my tablets up
I have tablets stashed
i have the blades ready
the pills are ready and so am I
my mate says he has tablets put by to do it`,
  },
  {
    kind: 'Headache with a jaw that aches on chewing, or sight that fails: giant cell arteritis',
    category: 'eye',
    level: 'same-day-duty',
    flags: `
headache and jaw ache when chewing, 70, blurred vision
headache and my jaw aches when I chew
jaw hurts when chewing and sore head at the temples
scalp tender when I comb my hair and jaw aches eating
my mum is 74, her scalp is sore to brush and her sight has been blurry
temple headache, sore to touch, blurred vision, age 78
?GCA
?temporal arteritis
query giant cell arteritis
my temples are tender and I've got double vision
sair heid and ma jaw's sair when a chew
headake and jaw pain wen eating
72F new headache, jaw claudication
scalp hurts when I lie on the pillow and my jaw gets tired chewing
dad has a headache at his temple and his jaw aches chewing his food`,
  },
  {
    kind: 'A yellow baby with pale stools',
    category: 'unwell-child',
    level: 'same-day-duty',
    flags: `
yellow baby and pale poo
my baby is yellow and has white poo
baby has white poo
newborn jaundice and pale stools
bairn's yella and his poo is white
jaundiced baby with chalky poo
3 week old, skin still yellow and poos are pale
his nappies are white like clay, 4 weeks old
newborns poo pale and the wee is dark
baby yelow, poo gone white
our little one is still yellow and has cream coloured poo
prolonged jaundice, putty stools, 3/52
wean has pale poos and yellow eyes
grandson 5 weeks old, yellow, grey poo`,
  },
];

const standing: Readonly<Record<string, readonly [category: RedFlagCategoryId, flags: string]>> = {
  'Pain that goes only with the spray': [
    'chest-pain',
    `
without my spray the chest pain does not go
without my spray the chest pain doesn't go
the chest pain does not go without my spray
chest pain won't ease without gtn
without the gtn his chest pain doesnt settle
without his spray my husband's chest pain never goes
cannae shift the chest pain without ma spray`,
  ],
  'A bowel that empties unfelt, and legs that tingle': [
    'cauda-equina',
    `
I poo myself without knowing and my legs tingle
I keep pooing myself without knowing and my legs are tingling
poo comes out without me knowing and both legs tingle
she wees without knowing and her legs are numb
he soils himself without realising and his legs tingle
I wet myself without feeling it and my legs are tingly
pooin masel withoot knowing and ma legs tingle
dad messes himself without noticing, legs feel weak`,
  ],
};

const quiet = `
the blind cord is hanging down in the waiting room
phone cord is hanging out of the wall
cord is hanging out of my hearing aid
baby's cord stump has come off
umbilical cord stump is a bit smelly
cord clamp came off today
spinal cord stimulator review
I can see the cord on the hospital gown
vocal cord clinic letter
my stitches need taking out
when do the stitches dissolve
stitches came out on their own
one stitch has opened in my toe
wound check after my operation please
staples out on Friday
bowel showing up fine on the scan
bowel screening kit
no breathing machine prescription
breathin exercises sheet
I have no breath test date
it's a canny surgery that
canny day
it cannae be right, my bill
cannae get through on the phone
ma wee boy is no eating his veg
he's no bother
being hit by pollen at home
I was hit with a big bill at home
we got hit at home by the power cut
being seen at home please
home visit, hit my toe
been hit by flu at home
tow rope ready for the car
skipping rope ready for PE
I have a rope burn
he's hanging out with his mates
shirt hanging out
missed two pills in a row
tablets laid out in my dosette
my tablets lined up for the week by my daughter
stitches from bowel op coming out tuesday
scar opened a bit after my bowel operation
climbing rope ready for the weekend
tablets ready to collect
are my tablets ready
my tablets are ready at the chemist
pills ready for pick up
prescription ready and lined up for Friday
I've an appointment lined up
holiday saved up
have my blades ready for shaving
tension headache at work
headache and jaw ache at the dentist
jaw aches when chewing
my jaw clicks when I chew
headache with my new glasses
itchy scalp
flaky scalp and sore scalp from dandruff
GCA review, on prednisolone
temporal arteritis steroid review
yellow fever jab
yellow nappy cream for baby
yellow baby grow lost at reception
baby has green poo
baby's poo is yellow
pale poo after barium
baby wrapped in a white blanket
white noise for baby
baby has white spots on his nose
I'm hard of hearing
hearing aid batteries
my hearing has got worse over years
sudden change of my appointment`;

describe('What is said plainly, in dialect and in short', () => {
  for (const { kind, category, level, flags } of dangers) {
    test(`${kind}: ${level === '999' ? '999' : 'the duty doctor today'}`, () => {
      const missed = lines(flags).filter(
        (text) =>
          !screen(text).some(
            (one) => one.category === category && one.level === level && one.basis === 'wording' && !one.softened,
          ),
      );
      assert.deepEqual(missed, []);
    });
  }

  for (const [kind, [category, flags]] of Object.entries(standing)) {
    test(`${kind}: no denial, so it stands`, () => {
      const softened = lines(flags).filter(
        (text) => !screen(text).some((one) => one.category === category && !one.softened),
      );
      assert.deepEqual(softened, []);
    });
  }

  test('What only looks alike raises none', () => {
    assert.deepEqual(
      lines(quiet).filter((text) => screen(text).length > 0),
      [],
    );
  });
});
