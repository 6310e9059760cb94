import type { CategoryPhrases } from './phrases.ts';

export const severeAbdomen: CategoryPhrases = {
  category: 'severe-abdomen',
  flags: `
Perforated ulcer in 2012 and its come back exactly the same
had pancreatitis in 2017, it's back with a vengeance
severe stomach pain
excruciating pain in my tummy
belly is rock hard and hurts
doubled over with stomach cramps, cant stand up
worst tummy pain ive ever had
agony in my lower right side and vomiting
think its appendicitis
screaming with belly ache
tummy rigid and he wont let us touch it
tearing pain in stomach going through to back
vomiting green bile and belly swollen
unbearable abdominal pain
really bad pain in my stomach since 3am, cant move
sudden severe lower abdo pain, missed period
never known pain like it in my tummy, I'm on all fours
stomach is solid like a board, he's white as a sheet
My son 12 has really bad pain low down on the right and has been sick, cant jump
horrendous stomach pains coming and going, screaming
the pain in my belly is unbearable
tummy pain that bad i was crying on the bathroom floor
stabbing pains in gut, cannot stand straight, temp
her belly is hard as a rock and swollen
my abdomen hurts so much I nearly passed out
right side belly pain, fever, off food, worse when I cough
extreme stomach pain
severe abdominal pain and vomiting
tummy so painful I can't move
stomach hard and distended, terrible pain
really severe cramps in belly, never had it this bad
I'm in agony with my stomach
severe pain lower right abdomen with fever
stomach pain so bad I'm curled up in a ball
tummy like a drum and haven't stopped vomiting
severe belly pain
stomach agony
really bad stomach pains doubled up
appendicitus?
my stomach pain is ten out of ten
Pain started round my belly button and moved to the right and I've been vomiting
my husband is rolling about on the floor with stomach pain
lower tummy pain so severe I fainted
I've had terrible pain in the right side of my tummy since last night and I can't stand up straight.
My husband's stomach is swollen and hard and he's in agony.
My wife is doubled up with stomach pain and keeps being sick.
I've never had pain like this in my stomach, I'm shaking with it
his belly's blown up and rigid
worst stomach pain of my life
she's on the floor screaming with tummy pain
belly pain too much, cannot stand straight
stomach so hard you could knock on it, grey and sweating
pain in side so bad I am rolling about, been sick
knife pain in belly up to shoulder tip, white and sweating
stomach pain sudden like stabbed, cold and pale
lump in my groin won't go back in and I'm throwing up green
haven't passed wind for two days and my belly is like a drum
pain started round my belly button and now it's low on the right, can't straighten up
doubled up on the bathroom floor, can't bear anyone touching my belly
tearing pain in my back and tummy and I've gone clammy, I am 74
pain like knives through to my shoulder and I'm white as a sheet
tummy gone hard as a board
`,
  quiet: `
tummy ache after eating dairy
bit of bloating and wind
ibs flare up, usual cramps
I had my appendix out as a child, do you have the date
constipation for 5 days
gut feeling that I need a blood test
stomach bug going round school, he's ok now
period pains, want to try something stronger than paracetamol
indigestion tablets repeat
appendix to the report is missing
`,
};

export const pregnancy: CategoryPhrases = {
  category: 'pregnancy',
  flags: `
had an ectopic in 2019, this is the same
miscarried six years ago, it is happening again
34 weeks pregnant and baby isnt moving
im pregnant and bleeding
reduced movements today
cant feel baby kicking
spotting at 8 weeks pregnant with cramps
think im having a miscarriage
pregnant with bad headache and seeing flashing lights
waters broke at 30 weeks
36 weeks, baby has been quiet all day
less movement than usual from bump
20 weeks gone and tummy pain
pregnant and fell on my stomach
my baby hasnt moved since last night, 28 weeks
expecting, lots of blood just now
contractions at 29 weeks
31 weeks and I've not felt him move since last night
I am pregnant 9 weeks and have been bleeding since this morning
bump is not kicking like normal
expecting twins, terrible headache, hands and face swollen
im 22 weeks preg and having cramps and brown blood
think my waters have gone at 33 weeks
7 weeks pregnant stabbing pain low on one side and shoulder pain
bubba hasn't been kicking much today
I'm preggo and bleeding like a period
preg 37 wks with blurred vision and swelling in my face
Noticed baby's movements have slowed down, 32+4
fluid leaking, 26 weeks
pregnant and no movement from baby
heavy bleeding, 10 weeks pregnant
24 weeks pregnant with severe headache
I can't feel my baby move, 30 weeks
baby not moving at 35 weeks
brown bleeding at 6 weeks pregnant
heavily pregnant, bad headache, swollen hands
I'm 39 weeks and had a gush of fluid
pregnant and bleeding
baby stopped moving 38 wks
cant feel baby moving
8 wks preg heavy bleed
pregnent bad belly pain
I have bad itching on my hands and feet, 33 weeks
I'm pregnant and my blood pressure machine says 170 over 110
pregnant with twins and having regular tightenings at 30 weeks
18 weeks and there's bright red blood
she hasn't kicked since breakfast
I am 27 weeks and have not noticed the baby moving much since yesterday.
I'm 32 weeks pregnant and my baby has hardly moved today.
I'm ten weeks pregnant and have started bleeding with cramps.
I'm 36 weeks and the baby's kicks have gone really weak.
I'm expecting and have awful pain on one side and a bit of bleeding.
I'm due next month and haven't felt her kick all day
six weeks pregnant, sharp pain on my left and dizzy
pregnant and not felt baby move today
12 weeks pregnant bleeding heavily
baby moving much less today, 33 weeks
she kicks far less than last week, due next month
kicks a lot less since yesterday, 29 weeks
pregnant and water is running, not time yet
six month pregnant and blood come
haven't felt baby kick since yesterday, tried cold water and chocolate
bump's gone quiet on me, 33 weeks
35 weeks and my blood pressure machine says 165 over 110
seeing stars and my hands are puffed up, 34 weeks
7 weeks, one sided pain and my shoulder tip hurts
waters have gone at 29 weeks
bleeding through pads and I'm 13 weeks gone
had the baby ten days ago, clots the size of an egg
headache won't shift and bright lights in my eyes, baby due next month
`,
  quiet: `
just found out im pregnant, how do I book the midwife
pregnant and need my whooping cough jab
morning sickness, can keep water down
maternity exemption certificate form
pregnancy test negative, period late
trying to get pregnant for a year
12 weeks pregnant heartburn advice
MATB1 form please, 24 weeks
`,
};

export const caudaEquina: CategoryPhrases = {
  category: 'cauda-equina',
  flags: `
I had cauda equina in 2016 and the numbness is back
back pain and numb between my legs
cant feel when i wipe
sciatica and ive wet myself
both legs gone numb
back pain and cant pee
numb bum and leg weakness
slipped disc and lost control of my bladder
no feeling in my private parts
both legs weak and back agony
back is bad and i have soiled myself
saddle numbness
tingling around my back passage and both legs
my legs have given way and I cant feel them
bad back, cant tell when I need a wee
my back's gone again and this time my bits feel numb
can't feel myself wiping and my legs feel like jelly
Awful back pain with pins and needles in both legs, haven't been able to go for a wee since last night
slipped disk, now losing control of my bowels
numbness around bottom and can't tell when bladder full
lumbar disc problem, now my saddle area feels numb and sex feels different
weak legs and can't control my wee
Sciatica in both legs and numb in the groin
I can't feel my bum or back of thighs
legs keep giving way and I've started leaking wee, back pain 9/10
lower back pain with numbness in groin and can't control bladder
lost feeling around my bottom
both my legs are weak and numb
back pain, cannot urinate
can't feel my bottom after back injury
my back is agony and I've lost control of my bladder
weakness in both legs since yesterday and numb between thighs
back pain cant feel my bum
legs numb and cant wee
numb privates bad back
I've got no sensation when I go to the toilet and my back is killing
down below feels numb since my back went
my legs don't work properly, and I had an accident in bed, bad back
My back pain is much worse and I can't feel when I'm having a wee.
I've had sciatica for weeks but since yesterday I'm numb between my legs and can't pass water.
Since my back went I've been numb around my bottom and wetting myself.
numb undercarriage and my foot's gone weak, back's been bad
numb around my back passage and bad sciatica
cant control my bladder since my back went
back pain and cannot feel seat, toilet problem start
legs is weak both, urine come by self
numb round the back passage since my disc went
bad back and I can't feel myself when I wipe
can't wee since last night and my bits are numb, did my back in lifting
numb round my saddle and both legs tingling
wet myself twice and didn't know, my back went on Tuesday
legs keep giving way and my bum's gone numb
can't tell when I need to go since the slipped disc
`,
  quiet: `
bad back after gardening
sciatica down left leg, been to physio before
ring me back please
back pain for years, need codeine review
leaking a little when I sneeze since having kids
back to work note
going back to the hospital in june
numb toes when I wear heels
need a physio for my lower back
please call back after 3
`,
};

export const testicularPain: CategoryPhrases = {
  category: 'testicular-pain',
  flags: `
I had a twisted testicle when I was 15 and it's happening again
sudden pain in my testicle
my son has pain in his balls
left ball is swollen and really sore
one testicle is twisted I think
scrotum red and swollen
14 year old with testicular pain since school
bollocks are killing me, cant walk
kicked in the nuts and they are massive
his privates hurt and one side is swollen
severe pain in testicals, being sick
my right nut aches badly
my 13yr old lad says one of his nuts is killing him since PE
Painful swollen testicle, came on in the night
got a really bad ache in my left bollock
balls are throbbing and one is up high
Woke up with agony in right testicle
son hurt in the balls, swelling
lad of 15, groin and testicle pain, vomiting
severe testicle pain
swollen painful testicle
my boy has a sore swollen ball
one of my balls is really painful
testicle swollen up like an orange
pain in left testicle since last night
testical pain
balls really hurt
one ball bigger and painful
excruciating pain down below in my left nut
my son's testicle looks swollen and is up high
My son woke up with a very sore testicle and he's been sick.
My left testicle is agony and swollen since this morning.
lad's got a really swollen painful knacker
severe pain in one testicle
one egg is very pain since night, boy of 14
ball pain sudden woke him up, sick with it
one of my balls is killing and I've been sick
woke with agony in his left nut, it's ridden up
sudden pain down below after football, testicle swollen
14 year old won't walk, says his privates hurt and he threw up
got a kick and now one has swelled to an orange
my son is holding himself and crying, one side is hard and high
`,
  quiet: `
ball of my foot hurts when I run
hit by a tennis ball on the arm, bruise
allergic to nuts, new epipen
vasectomy referral please
driving me nuts waiting for this letter
football injury to knee, old one
jock itch cream
`,
};
