import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lines } from './phrases/phrases.ts';
import { screen } from './red-flag.ts';

// Source: general knowledge, awaiting clinical owner; NEWS2 (Royal College of Physicians) for pulse and score; Unicode
// Technical Standard 39 for letters that look alike. Every phrase is original. The second reading does not learn from these.

const dangers: Readonly<Record<string, string>> = {
  'A jump, or a height nobody comes down from': `
I'm going to jump
im going to jump
i want to jump
he says he's going to jump
she is about to jump
pt states he will jump
my brother is threatening to jump
im gonna jump
I'll jump if nobody comes
he's going to jump off
caller states daughter going to jump, police not there yet
about to jump off the flats
she keeps saying shes gonna jump
top of the car park and I don't want to come down
I'm on the top of the car park and I don't want to come down
up on the roof of my block and not coming down
I'm sat on the ledge
he's on the roof and wont come down
She is on the wrong side of the railings on the flyover
hes climbed over the barrier on the bridge
standing at the edge of the platform thinking about it
pt on multistorey top floor refusing to come down
im at the station and i keep looking at the trains and want to step out
my son has gone up the viaduct
on the balcony legs over the side
sat on the cliff top and dont want to come back`,
  'An overdose, as it is said in short': `
OD'd
my daughter OD'd
she's OD'd last night
he od'd on his meds
pt OD'd at 2am
OD on paracetamol
od paracetamol 30 tabs
i have od'd
ODed this morning
?OD
poss OD, found by mum
mixed OD
has oded on her antidepressants
my flatmate's gone and OD'd
overdosed
intentional OD`,
  'Somebody dead, found or just now': `
he's dead
I think he's dead
hes dead
she's dead in the chair
my husband is dead
dad's dead, please help
my mum is dead on the floor
I think my wife has died in bed
just found him dead
she's gone, she's not breathing
pt's wife states he is dead
nan has died I'm with her now
he died just now
baby is dead
my baby's dead
he's passed away this morning at home, what do I do
dead in bed`,
  'Smoke of a fire breathed in': `
house fire breathed smoke
been in a house fire, breathed in smoke
inhaled smoke from chip pan fire
my kitchen caught fire and I breathed loads of smoke
pt rescued from house fire, hoarse voice
smoke inhalation
? smoke inhalation
he was in a fire last night and is coughing up black
coughing soot after fire
flat full of smoke and now my chest is tight
bedroom went up, swallowed a lot of smoke
smoke from the fire got in her lungs
neighbours house fire, the smoke came in and the baby breathed it`,
  'Clinicians’ shorthand': `
c/o CP
pt c/o CP
CP since this am
CP radiating L arm
c/o chest px
c/o cp and SOB
c/o sob
SOB at rest
SOBAR
SOBOE worse
c/o SOB, unable to complete sentences
LOC x1
+LOC
? LOC
LOC for 2 mins
LOC this am, no memory
had LOC after fall
HI + LOC
HI with LOC 2 mins
#NOF
? #NOF
poss #nof
#hip after fall
?CVA
? TIA
TIA this am
poss CVA
?MI
?ACS
?PE
? PE post op
?DVT and SOB
?sepsis
?CES
?CES saddle numbness
?ectopic
?AAA
query MI
query PE
poss MI
query CVA
haematemesis
PR bleed heavy
PV bleed 8/40
PVB 10/40
6/40 abdo pain bleeding
GCS 13
reduced GCS
sats 88
NEWS2 score 8
thunderclap h/a
worst h/a ever
HA worst ever
SI with plan
c/o SI
DSH
TLOC
?meningitis
non blanching rash`,
  'A heart that runs too fast or too slowly, by its number': `
heart going 180 for an hour
heart rate 180 for an hour
HR 180
my pulse is 190
pulse 175 at rest
heartbeat 200 on my watch
hr 170 wont come down
watch says 185 and im just sat here
HR 165 bpm since lunch
heart beating at 180 wont slow down
her heart is doing 190
his heart rate has been at 178 all morning
palps 180 for an hour
SVT again 190
heart been 160 odd for 2 hours
pulse 38`,
  'Letters that only look Latin, and letters nobody sees between': `
I have сhest pain
сhest раin
ｃｈｅｓｔ ｐａｉｎ
ch​est pa​in
Ι want to kіll mуself
I wаnt tо dіe
suіcidal
ｏｖｅｒｄｏｓｅ
can't breаthe
сan't brеathe
ѕtroke
he сollapsed
αnaphylaxis
not breathιng
bleеding heаvily
𝐜𝐡𝐞𝐬𝐭 𝐩𝐚𝐢𝐧
ⓒⓗⓔⓢⓣ ⓟⓐⓘⓝ
chest рain
ᴄhest pain
сhеst раіn аnd сап't brеаthе`,
  'Things put in order before dying': `
ive wrote the letters and sorted the dog
I've written letters to the kids
wrote a letter to everyone I love and tidied the flat
he's written notes to all of us
I have wrote notes for the family
he gave me his passwords and told me where the will is
he has rehomed the dog and cleared out his flat
found letters addressed to each of us on his desk
rehomed my cat, paid the bills, nothing left to do now
he is giving his things away and says I'll understand soon
left his wedding ring and a letter on the side
she told me which hymns she wants and gave me her rings
I've left everything neat so nobody has to clear up after me`,
  'A weapon to hand': `
He's got his shotgun out and been drinking
my husband has his rifle on the table and is crying
dad has got the gun out of the cabinet
he has loaded his shotgun
my brother's sat with a knife and wont speak
she's holding a knife to her own arm
he has an axe and is shouting in the garden
my mate has a gun and says he's had enough
farmer, guns in the house, very low and drinking
he's locked himself in the bathroom with a blade
she's got a razor and wont open the door
he's in the shed with the shotgun and wont come out`,
  'Signs of pre-eclampsia, by the weeks': `
35 weeks, head banging and silver stars in my eyes
32 weeks and seeing sparkles
30 weeks my face has gone puffy overnight, face is puffy
36/40 flashing lights
28 weeks, pounding head since this morning`,
};

describe('What is said short, or in other letters', () => {
  for (const [kind, flags] of Object.entries(dangers)) {
    test(`${kind}: each raises a red flag`, () => {
      assert.deepEqual(
        lines(flags).filter((text) => screen(text).length === 0),
        [],
      );
    });
  }

  test('The words of a flag are shown as they were written, whatever the letters', () => {
    assert.deepEqual(
      screen('Dad has сhest раin').map(({ words }) => words),
      ['сhest раin'],
    );
  });

  for (const [text, level] of [
    ['im going to jump', '999'],
    ["OD'd an hour ago", '999'],
    ['my husband is dead on the floor', '999'],
    ['nan passed away in the night at home', 'same-day-duty'],
    ['house fire breathed smoke', '999'],
    ['c/o CP', '999'],
    ['heart going 180 for an hour', '999'],
    ['pulse 38', 'same-day-duty'],
  ] as const) {
    test(`“${text}”: ${level === '999' ? '999' : 'the duty doctor today'}`, () => {
      assert.ok(screen(text).some((one) => one.level === level && one.basis === 'wording'));
    });
  }
});
