import type { LearntTexts } from './phrases.ts';

/** The texts of docs/safety/evaluation/red-flags-3.csv, to learn from: none is promised to flag or to stay quiet. */
export const learntThird: LearntTexts = {
  red: {
    abuse: `
mother is being kept in her room, he turns the carers away and says she's asleep
social worker here, child disclosed that grandad puts his hand in her pants
ive run away im at the bus station, he has my kids
a man online wants to meet my daughter, she is 12, he sent her money
i lost it and hit my little boy really hard, there is a mark
my husband forces me at night I cannot say no
he gets angry and I have a broken finger but I said I fell`,
    anaphylaxis: `
my lips are tingling and getting fatter, i had sesame
stung in the mouth, throat feels full
swollen eyes and hives and chest tight after the dentist jab`,
    bleeding: `
period so heavy i passed out in the shower
been to the loo and it was all blood, no poo
he's on clopidogrel, nose has been pouring for over an hour
my coughing has got blood streaks then today a mouthful
cut her leg on the fence deep, blood keeps coming through the tea towel
brought up blood clots, i have a bad liver`,
    breathlessness: `
baby stops breathing for a few secs then starts, going dusky
sats 86 on my finger thing, covid day 8
out of puff just talking to you, worse since last night
my husband with heart failure is frothing and bubbling when he breathes
cannot breathing good, chest make noise, pump finish`,
    'cauda-equina': `
since the lifting injury no feeling round my bottom and I dribble wee
known bone mets, new pain round my middle like a belt, legs wobbly
my legs have gone numb from the waist after weeks of back ache`,
    'chemo-fever': `
had my second lot of chemo friday, throat on fire and 37.9 with shakes
dad has leukaemia, nose bleed and a fever today`,
    'chest-pain': `
my chest feels like its in a clamp n my neck is achin, started carrying shopping
pulse 38 and I keep nearly blacking out
Pt's daughter phoned. Father, 70, "not right", grey, pain between the shoulders and in the chest, since 11am
she took her GTN twice in the night and it still aches
I have burning in the middle of chest and sweat comes, my hand is weak, never had before
heart has been bouncing around like a frog since tea and im breathless with it`,
    'child-dka': `
he drinks a whole jug before bed and wees through his pjs, lost his little belly, wiped out
known T1, 10 yrs, ketones 3.6, tummy hurting, breathing funny`,
    collapse: `
went black and woke up under the desk
My mother suddenly dropped in the kitchen, awake now, no memory of it
i found him on the landing, hes breathing but i cant get sense out of him`,
    eye: `
caustic drain stuff in my eye
scalp tender, jaw aches eating and one eye keeps going misty
can only see the bottom half out of my right eye since i woke up
poked in the eye with a stick, its full of blood and blurry`,
    'hot-joint': `
grandads new knee is roasting and swollen and hes got a temp
finger joint big like sausage red and hot, temperature 38.6`,
    'infant-fever': `
8 week old boy, 38.1, seems well
baby born 3 weeks ago is hot hot and will not feed`,
    'major-injury': `
my nan fell n cant get up her hip is killin
dog bit her face, deep, eyelid torn
toddler pulled the kettle on himself
he came off the trampoline on to his neck and his hands are tingly
lorry clipped me on the bike, side is agony and weeing blood
banged my head at work last night, been sick and cant face the light`,
    poisoning: `
my mate is spiked i think, cant stand, eyes rolling
swallowed two little magnets off a toy, he is 3
my nan has had all of thursday fridays and saturdays pills out of the box today
wood burner and all three of us woke with banging heads and vomiting
ive had 16 co codamol since midnight for my tooth
i took the dog's tablets by mistake quite a few`,
    pregnancy: `
not felt my little one wriggle since yesterday dinner time, 27 wks
35 weeks BP machine 168/112, headache over eyes
pregnancy test positive 2 wks ago, now terrible cramp one side, dizzy
36 weeks, something is hanging out down there and waters gone
I'm expecting in June and there's blood on the sheets`,
    seizure: `
staring and lip smacking then fell and shook, 4 times today
fitting for the first time in his life, 45 yr old
she goes stiff jerks and is blue in lips, seven months old`,
    'self-harm': `
had baby in may. i look at her and think they'd both be happier if i was dead
her arms are cut to ribbons and she won't show me
dont think i'll make it to the weekend, head's gone
theyre coming for me the radio told me i have to hurt him first
cutting again, on thighs so nobody sees
sick of living. no fight left. nobody is going to miss an old man
i've been reading about ways to do it painlessly
my daughter has deleted everything and sent her nan a goodbye
God forgive me but I pray I die tonight`,
    sepsis: `
wound from c section open with green stuff and im boiling and dizzy
feels dreadful, mottly arms, weed once since yesterday
he has HIV not on meds, cough, fever 39 and sweats, hard to breathe
burning up, breathing like hes run a race, hands like ice, wont stop shaking
bad tonsils, cannot swallow my spit, cannot open mouth, hot
cellulitis tablets not working, red has gone up past my knee, feel awful and sweaty
dad not himself since water infection started, seeing cats on the wall
kidney infection, shaking fit last night, being sick so the antibiotics wont stay in`,
    'severe-abdomen': `
pain in tummy like knife and shoulder, my skin is white and cold
he's 7, tummy pain down on the right, walking bent over, puking and hot
worst pain ever in my stomach came on like a switch, i'm folded in half
belly blown up tight, sick of green stuff, no farts`,
    stroke: `
speech went slurry at bingo, my friend noticed
woke him for his breakfast and he couldnt lift the spoon, that side of his face has dropped
lost all the feeling in my left arm for half an hr, back now
my gran keep say wrong things and one eye is closed little bit and mouth crooked
shes staggering and being sick and says the room is double since this morning, 66
I couldn't work the telly remote, my fingers would not obey, and now I can't write`,
    'testicular-pain': `
my son is 15 and woke in agony in the groin, one testicle is up high
right nad throbbing since football, can't walk straight, feel sick`,
    'unwell-child': `
high temp 5 days and her tongue is like a strawberry, hands swollen, eyes red
dots that dont fade on her tummy, hot, neck hurts
she's gone all quiet and grey and her eyes are rolling, 14 months
little lad, bad chest, not drinking, sleeping through feeds, ribs going in`,
  },
  quiet: `
i'd give my right arm for a good night, restless legs
put my tablets in a dosette box please, i muddle the days
migraines twice a month like always, preventer?
Please amend my title to Dr on your system
dodgy tummy, two loose poos today, fine in myself
interpreter Romanian please for 14 March
head injury in the army in 1985, hearing test for the veterans claim
hiccups most evenings
numb toes with my diabetes, no change, feet check
ear spray didnt help can i try drops
hip op in june, when's my check
nearly drowned as a child, doing swimming lessons, just want ear plugs advice
need proof i was ill in june for the exam board
pregnant and my gums bleed when I floss
blood pressure loan machine, can i keep it till monday
travel insurance wants to know if my angina is stable, it is
moving in with my partner, new postcode
my husband had kittens when he saw the mole, can someone look
sepsis charity run form, will you sponsor the surgery team
wife's mum is moving in, 88, uses a frame, can she join here
stubbed my little toe, a bit bruised, walking on it
low back ache, no numbness, no weakness, peeing normally
breathless up hills, two years, weight going up, want to get fit
toddler pulled my hair out lol but also has warts
ankle physio finished and happy
headache from new glasses
my old ulcer bled in 2010, can i take naproxen
I run the bleed control kit scheme in the village; may we put a poster up
had a stroke at 55, now 61 and walking fine, want to fly to Canada
graze on elbow
jaw sore from grinding teeth at night
hit the big five oh, do I get a health check
asthma nurse changed my inhaler, loads better
wee leaks on the trampoline
lupus review, all quiet
boss had a stroke and it made me think, can I get a health check
need something for travel sickness
something in my ear, cotton bud end
my granddaughter is thinking of being a vegan, vitamins?
Sertraline 50 to 100? talked with Dr Ali on Monday, she said send a message
cut my chin shaving, stopped
can i collect the breathing test instructions
perforated appendix as a kid, could that be why we are not getting pregnant
ive lost the green form for blood test
back is same old, ten years, want a different cream
letter about my overactive bladder clinic says Tuesday but text says Thursday
can you tell me which of your doctors does acupuncture
mouth ulcer week 1
do i still need the aspirin
my dad passed away in the hospice this morning, they said to let you know so his appointments stop
the wait times are criminal, anyway my thumb is stiff
social anxiety, would like group therapy
had cauda equina op in 2018, recovered, want to know about pregnancy
doc said ring if the cough wasn't gone by six weeks, it's nearly gone, still ring?
Sorry for rambling, my brain is fried. Smear please.
crying my eyes out at soaps, is it my hormones
down in the dumps but not thinking of harming myself, want CBT
spots on forehead
discharged from the stroke team, they want BP weekly, can i drop readings in
took an overdose at uni, fifteen years on I'm a nurse and the form asks
bursting at the seams, want the weight loss jab
helping my neighbour with her forms, she is blind, large print please
had a near heart attack finding a tick on the dog, do we need lyme tests for us
want a chaperone for my appointment friday
eye twitch
the chemist says my oramorph needs a new prescription, mum has 3 days left
7 and still sucks thumb
palps at bedtime, no faint, no chest pain, coffee probably
next lot of methadone script to the other chemist from monday
sore knee, no swelling, not hot, been gardening
my son's school wants an asthma plan signing
Which vaccination for shingles did I have, date please
seizure clinic moved my date, just so you know
our son wants to see someone about his voice breaking late
thrush cream again pls
first of all thank you to the lady on the desk, second my husband's tablets come on a different day to mine and it means two trips on the bus so could they be lined up please
how long for the heart monitor results to come from the hospital
my water tablets please
can't switch off from work, gym helps, want a chat
collected wrong strength ramipril, not taken any, do i bring it back
5 week old sneezes a lot
bloods repeated after my iron course
kid bit the dentist lol, he needs a tooth guard form
steroid cream ran out
We had the grandchildren all week, and what with the little one's cough and Alan's back we never got round to the flu clinic, so could you tell me if there is another one, a Saturday if possible, as I do the shop on weekdays
went to A&E with a nosebleed last month, they cauterised it, no more since, do i need the ENT appt
stabbed myself with the knitting needle, tiny dot, tetanus up to date?
bad reaction to penicillin in 2002, want allergy test to see if i still am
17 weeks, when will I feel it move
buccal midazolam spare for school
detached retina fixed 2020, ok for contact sport?
ringing ears getting on my nerves
tests for palpitations came back fine, am i ok to run
been charged twice for a private letter
What's the fax number for the eye casualty referral, optician is asking
dermatology said to send a photo of the scar in 3 months
change surgery to the one on high st same group
this weather will be the death of me, chilblains again
scratchy throat
Is this tablet gluten free
my old tennis elbow
cramp in foot
ruptured ectopic in 2015, what scan do i get this time
ache in every muscle after my first spin class
runny nose and temperature of 38 in my 6 year old, eating ice cream
head cold, no rash, no stiff neck, kids same
insulin, lantus pens x5 please
apixaban 5mg due on the 20th
hot flush at night
her poo is green since new formula, happy`,
};
