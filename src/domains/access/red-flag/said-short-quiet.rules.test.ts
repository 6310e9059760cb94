import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lines } from './phrases/phrases.ts';
import { screen } from './red-flag.ts';

// Source: general knowledge, awaiting clinical owner. Every phrase is original. The second reading does not learn from these.

const quiet = `
my knee feels odd on the stairs, it clicks
a bit odd on my feet this morning
I wrote the letter to the hospital myself
written a letter of complaint
need letters written to the kids school
can you write letters for my landlord
I've sorted the dog's vaccinations
dog sitter sorted so I can come Tuesday
I wrote to the surgery twice
left a letter with reception
shotgun licence form needs signing
shotgun certificate medical
firearms licence report from police
gun licence renewal
knife and fork hard to hold with my arthritis
glue gun burn, small
massage gun helped my back
he got a nerf gun in the eye last year, ok now
heat gun
my ring is stuck on my finger
rehomed the dog because of his allergies
I gave my passwords to the NHS app helper
who do I give his passwords to for the app
making a will, need a capacity letter
lasting power of attorney and will form
razor burn on neck

coat hanging in the garage
my coat is hanging in the garage
his coat was hanging in the wardrobe
her coat hanging in the hall
left my bag hanging on the door
the keys are hanging in the shed
I left the prescription hanging on the back of the door
bat hanging in the loft
bird feeder hanging from the tree
picture hanging in the bedroom
hanging basket fell on my toe from the beam
I'm going to jump on the bus
im going to jump in the shower so ring after 10
going to jump in the bath
he's going to jump at the chance
i jumped when the dog barked
she wants to jump up a dose
he can't jump since his knee op
going to jump off the sofa hurt my ankle
my son did a long jump at sports day
going to do a parachute jump for charity need form signed
bungee jump medical form
at the top of the car park, where is the entrance
I'm on the roof terrace flat, buzzer 3
fell off the climbing frame last year
cp clinic letter
cerebral palsy review
my son has CP and needs physio
CP physio referral
he has CP, wheelchair review
cp prescription for codeine phosphate
health visitor wants CP conference report
CP conference minutes requested
OD medication (once daily)
take 1 tablet OD
omeprazole 20mg od
amlodipine 5mg OD repeat please
ramipril 10mg od and atorvastatin 20mg on
vision OD 6/6
lansoprazole od request
my dog's dead
the phone is dead
battery's dead
my husband died last year, need a copy of his death certificate
dad died in March, need his records
she's dead tired
he's dead set on it
he's dead good that doctor
my leg's dead from sitting
line went dead
mum passed away last month, cancel her appointments
my wife is dead five years and I still set two cups
he is dead against having the jab
the hedge is dead
dead skin on my heel
dead tooth
can i get a copy of my mum's death certificate she's dead since 2019
give up smoking, smoke clinic
smoke alarm
I smoke 20 a day
want help to stop smoking
passive smoking question
fire at the surgery, are you open?
fire alarm test at the practice
house fire last year, need letter for insurance
fire service fitted smoke alarm
I am a fire fighter medical form
LOC visit number
LOC review (level of care)
local pharmacy
SOB story
sob all night over a film
she sobs at school
heart rate 72
HR department called about sick note
HR 68 regular
hr manager needs a letter
pulse 80
BP 180/90 at pharmacy
BP 180
180 tablets
my weight is 180 lb
zoom at 180
#NoFilter
#1 priority
appointment # 44
NEWS letter
good news
si units
MI clinic letter
PE lesson at school
PE kit, note to be off PE please
HI there
HI, need to book
pr officer
tia maria
thanks in advance TIA
ces 2026 conference
RIP my phone
Ελένη needs a repeat prescription
Владимир нужен рецепт
я хочу записаться
Привет, мне нужен рецепт
β-blocker repeat
α-tocopherol cream
5µg vitamin D
naïve café
he will jump on the trampoline all day
my toddler wants to jump in puddles
she might jump up a class next year
Can I jump the queue for the flu jab
should I jump at this chance of a trial
after the jump my knee swelled at netball
the dog is going to jump all over me
standing on the roof terrace watching fireworks
roof of my mouth is sore
I don't want to come down to the surgery
not coming down with anything, just tired
his blood pressure is not coming down on the tablets
the swelling is not going down in my ankle
cat on the roof wont come down lol
work on scaffolding need a medical
CP diagnosis letter for school
my daughter with CP needs new splints
PE results letter
PE last year, on apixaban, repeat please
had a PE in 2019
MI in 2015, repeat ramipril
MI nurse clinic appointment
ACS forms
discharge letter: NSTEMI 3 weeks ago, needs meds review
post MI review
?UTI
?shingles
?chest infection
? tonsillitis
?blood test results back
?appointment Tuesday
is Dr Shah in today ?THANKS
can someone ring me back ?
ectopic beats on ECG, known
ectopic eczema
SI joint pain
sacroiliac SI joint injection
pip claim DSHS letter
GCS education form
news 24 said there's a measles outbreak
good news 10 weeks pregnant
my dad died in 2019
my mother died last year of bowel cancer, should I be tested
mum died last week, low and not sleeping
my husband died in hospital last night, what do I need to do
partner died in a hospice this morning
nan's dead pleased with her new hip
my friend's dead worried about her scan
everyone on my dad's side is dead, heart disease family history
I'm dead on my feet
phone died mid call
the baby is dead to the world, sleeping lovely
she's dead good with him
scare the dead
deadline for the form
died my hair and scalp itchy
smoke detector letter for landlord
house fire safety visit referral
fire certificate
I burn incense and the smoke bothers my asthma a bit
firefighter medical, heart rate 52
smoking cessation
heart rate 150 at the gym on the treadmill
peak heart rate 182 on my run
baby's heart rate 150 at the scan, all normal
midwife said fetal heart 155
resting pulse 52 I am a runner
pulse 64 regular
BP 165/95
bp 178 over 90 pulse 70
bp 182/100 no symptoms
2 hr 160 mile drive to get to you
24 hr ECG 180 pounds private?
I have 180 tablets left
amlodipine od and bisoprolol od
sertraline 50mg od please
take two tablets od
folic acid 5mg od
movicol one sachet od
odd rash
odd job man
it's odd that she's not been called
the oddest thing
she fractured her wrist last year
neck stiff after sleeping badly
#flu jab
#MeToo
please ring # 3 for reception
Привет! Мне нужен рецепт на лекарства
Καλημέρα, θέλω ραντεβού
Дитина кашляє, потрібна консультація
Αναστασία Παπαδοπούλου needs a letter`;

describe('What looks like a danger said in short', () => {
  test('raises no red flag', () => {
    assert.deepEqual(
      lines(quiet).filter((text) => screen(text).length > 0),
      [],
    );
  });
});
