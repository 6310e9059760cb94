import type { CategoryPhrases } from './phrases.ts';

export const dangerousReading: CategoryPhrases = {
  category: 'dangerous-reading',
  flags: `
my defib went off twice this morning
my ICD shocked me in the night
my pacemaker defibrillator shocked me twice
his defibrillator has fired and he feels faint
implanted defibrillator kicked in while I was gardening
the box in my chest, the ICD, zapped me three times
the hospital rang, my potassium is 7
lab says potassium 6.8
bloods back: potassium of 6.9 and sodium 118
my potassium is 2.1
they told me my sodium is 116
haemoglobin 58 on the blood test
INR is 9 on warfarin
my bp is 220/130
blood pressure 230/130 with headache
my blood pressure is 210 over 125
BP 195 at home and my head is pounding
home monitor says blood pressure 204 over 121
he is breathing sixty times a minute
my two year old is breathing 60 times a minute
resp rate 35
respiratory rate of 32
resident has RR 28 and looks awful
she is taking 40 breaths a minute
my mum's potassium came back dangerously high`,
  quiet: `
my defibrillator check is due, who do I ring
ICD clinic letter not arrived
the village defibrillator needs a new battery
potassium 4.5, is that ok
can I have my potassium result
my potassium was a bit low last year, do I need another test
my blood pressure is 138/82
bp 128 over 76 this morning
blood pressure tablets repeat please
hba1c was 48
sodium valproate repeat
haemoglobin 132, all fine
my INR is 2.5, when is the next test
breathing rate 14 at rest, all normal
low sodium salt, is it safe with ramipril
shocked by how long the wait was for the ICD clinic`,
};

export const foreignBody: CategoryPhrases = {
  category: 'foreign-body',
  flags: `
put a bead up his nose
she has put a bead up her nose
my toddler stuck a pea up his nose
he's pushed a raisin right up his nostril
bit of foam up her nose and it smells
my lad has shoved lego up his nose
there's a button battery in his nose
watch battery stuck up her nose
she's got a battery in her ear
he put a hearing aid battery in his ear
four year old, sweetcorn up the nose
magnet stuck up his nose
she has got something stuck up her nose
stone in his nostril, cant see it any more
popcorn kernel up my daughter's nose`,
  quiet: `
hearing aid batteries please
my nose stud is infected
nose piercing, the ring is too tight
cotton bud in my ear, wax came out
runny nose for a week
swab up the nose hurt a bit
the spray up my nose stings
pea sized lump on my nose
something on my nose, a spot`,
};

export const infectionRisk: CategoryPhrases = {
  category: 'infection-risk',
  flags: `
fever after coming back from Nigeria
I've got a temperature and I got back from Ghana last week
back from Kenya ten days ago, shivering and hot
been to Uganda for a wedding, now hot and cold and headache
returned from India two weeks ago with fever and vomiting
think I have malaria
could it be malaria, temp since Tuesday
jaw locked and spasms
lockjaw after a rusty nail
my jaw has locked and my back is in spasm
cant open my mouth since a thorn went in my hand
a bat bit me
bitten by a bat in the loft
bat scratched my hand when I picked it up
bitten by a dog in Thailand, now home
monkey bit my son in Bali
needlestick injury at work
I pricked myself with a used needle
stood on a needle on the beach
a patient's blood went in my eye
I need PEP, condom broke and he is HIV positive
I slept with someone who is HIV positive last night`,
  quiet: `
travel jabs for Kenya please
malaria tablets for Ghana, which do I need
going to India in March, yellow fever certificate
back from Spain with a sunburn
hit with a cricket bat last week, bruise going down
my jaw clicks, TMJ, physio letter
sharps bin full, can I swap it
scared of needles, blood test booked
bat and ball at school
moved here from Ghana, want to register
rabies vaccine course, second dose
my family is in Pakistan, I need a letter for the visa`,
};

export const hearing: CategoryPhrases = {
  category: 'hearing',
  flags: `
gone deaf in one ear overnight
suddenly lost hearing in my left ear
woke up this morning deaf in my right ear
sudden hearing loss one side
I lost the hearing in one ear yesterday
hearing has gone in my left ear all of a sudden
woke up and cant hear out of my right ear
sudden deafness
sudden sensorineural hearing loss
my husband went deaf in one ear last night
lost all hearing in an instant
cant hear in my left ear since yesterday, no pain
my ear went completely dead overnight, buzzing
loss of hearing overnight
hearing just went this morning in my good ear`,
  quiet: `
hearing aid battery please
lost my hearing aid this morning
hearing test referral
my hearing is going slowly with age
ears blocked with wax, can they be syringed
he is profoundly deaf, please text
deaf since birth, need an interpreter
cant hear you on the phone line
it fell on deaf ears`,
};

export const skinReaction: CategoryPhrases = {
  category: 'skin-reaction',
  flags: `
skin peeling with mouth sores after new antibiotic
blisters all over, mouth raw since starting lamotrigine
skin is coming off and my lips are blistered
blistering rash and sore eyes a week after starting allopurinol
peeling skin and ulcers in my mouth, new epilepsy tablets
mouth ulcers and rash on lamotrigine
his skin is blistering since he started carbamazepine
think its Stevens Johnson
Stevens Johnson syndrome starting again, same as before
sheets of skin coming away, on co-trimoxazole
blisters everywhere and mouth is raw
rash since starting lamotrigine
blistering skin and mouth sores
skin started peeling after a course of septrin
mouth and eyes raw, skin peeling, on phenytoin`,
  quiet: `
sunburn, skin is peeling on my shoulders
eczema on my hands, skin peeling
athletes foot, skin peeling between the toes
lamotrigine repeat please
one mouth ulcer for a week
blisters on my heel from new shoes
peeling fingertips every winter
retinol made my face peel`,
};

export const exposure: CategoryPhrases = {
  category: 'exposure',
  flags: `
I think my husband has heatstroke, he is confused
gran has heat stroke in the conservatory
my baby was left in a hot car and is drowsy
my dad is hypothermic, he was outside all night
he fell in icy water and is confused
think I have the bends after scuba diving
came up from a deep dive and my arm is numb
sunstroke and she is being sick and confused
my toddler was locked in a car and is floppy and drowsy
frostbite on his toes, they have gone black
heatwave and mum has collapsed
sauna then he collapsed
hypothermia, mountain rescue brought her down
been diving and now dizzy with pains in my joints
heat stroke at the festival`,
  quiet: `
how do I avoid heatstroke on holiday
need a diving medical certificate signed
diving lessons, can I go with asthma
hot car journey made my back ache
he had hypothermia as a child, is it on his record
the sauna made my eczema itch`,
};
