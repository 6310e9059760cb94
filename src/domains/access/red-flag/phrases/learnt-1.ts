import type { LearntTexts } from './phrases.ts';

/** The texts of docs/safety/evaluation/red-flags-1-tuning.csv, to learn from: none is promised to flag or to stay quiet. */
export const learntFirst: LearntTexts = {
  red: {
    abuse: `
my brother takes all dads pension and theres no food in the fridge and he's in a dirty bed
I'm so worried I'll do something to the baby, I nearly threw her last night
He hit me again last night. Please don't ring the house phone he checks it
i'm scared to go home
my stepdad comes in my room at night
they are taking my sister to have the cutting done in the holidays
i shook the baby i just couldnt take the crying`,
    anaphylaxis: `
my daughter got stung by a wasp 10 min ago face is puffing up and she feels faint
peanut allergy kid ate a biscuit he's been sick and hes wheezing we used the epipen is it ok to stay home now
come out in big lumps all over after new antibiotic and my throat feels like its closing
voice croaky, throat tight, itching all over, ate curry at 7`,
    bleeding: `
cut his wrist on glass doing the window it wont stop pumping out
coughing up blood this morning about an egg cup
throwing up bright red
soaking a pad every half hour, golf ball clots, feel dizzy standing up
my varicose vein has burst and theres blood everywhere in the bathroom we have a towel on it
Passing clots out of my back passage, toilet was full of red`,
    breathlessness: `
Could someone ring about my mother's chest. She's on home oxygen and her finger reader says 81, usually 90
she swallowed a grape and is still coughing and gagging and can't get it up
puffed out just going from chair to the kettle, wasnt like this last week
my lad is 4 and his tummy is sucking in under his ribs when he breathes and hes making a grunting noise
breathin dead fast n shallow baby is 5 month, nostrils flarin, wont take bottle
his lips look a funny blue colour`,
    'cauda-equina': `
saddle area tingly, no feeling when having sex, back pain
bad back for weeks, now I can't wee and I'm numb between my legs
I have cancer in prostate. Now strong back pain and legs are not strong, cannot walk stairs since two days
legs have gone to jelly since last night and I can't tell when my bowels are going to open`,
    'chemo-fever': `
on carbimazole, terrible sore throat, mouth ulcers and fever
having chemo last was 8 days ago temp 38.1
neutropenic n got the shakes`,
    'chest-pain': `
Chest pain going down left arm
chst pian keeps cumming bak wen i walk
my spray isnt shifting the angina today used it 3 times
tight band round me chest comes on when i walk up the bank and its lasting longer now, had it twice sat watching telly today
Asking for a repeat of my bisoprolol. I have run out and since last night my chest feels like it's in a vice
my husband is 61 he went grey when he was digging the garden and he's rubbing his breastbone he says its just wind but he never complains
heart going like the clappers 160 on my watch and feel like im gonna pass out`,
    'child-dka': `
my boy he drink water all time, all time toilet, he is very thin now and sleep after school
insulin pump packed up last night, BM reading HI, tummy ache and puking
my 6 year old is drinking gallons and weeing constantly, lost weight, so tired`,
    collapse: `
cant rouse him he is snoring strange, took his usual sleeping tablets
she's gone floppy and isnt answering us
mum found on kitchen floor can't be woken properly
passed out twice today`,
    eye: `
splashed oven cleaner in my eye
was hammering and something flew into my eye now its all blurry and weeping
sudden loss of sight for 5 mins then it came back, headache at side of head and hurts to chew my food
cannot see nothing right side from this morning. no pain
bleach flicked up in his eye`,
    'hot-joint': `
big toe no its the ankle, hot, shiny, red, swollen like a melon, cant bear the sheet on it, i'm on steroids and feel shivery
my wrist joint swell very much, hot like fire, i cannot move even little bit. Shiver at night
knee is red hot and swollen up cant bend it and i feel feverish`,
    'infant-fever': `
baby is 7 weeks and has temp of 38.3
newborn feels boiling hot and not interested in boob
little man is only 2 months and thermometer saying 38.9 he seems ok in himself`,
    'major-injury': `
horse kicked her in the head
come off me motorbike, neck is killing and got pins n needles in both hands
Dad (on blood thinners) banged his head on the cupboard yesterday and now has a headache that's getting worse
fell off ladder hit my head been sick 3 times since and cant remember it`,
    poisoning: `
mums had two days worth of her morphine patches on at the same time and shes very sleepy
took 20 paracetamol last night i regret it now feel sick
he drank some of the dishwasher stuff from under the sink
mate took loads of pills n vodka hes breathing but wont wake up
I have taken my methotrexate every day this week instead of once a week`,
    pregnancy: `
had baby 2 weeks ago soaking through pads and big clots still
baby kicking a lot less than normal 36 weeks is that because running out of room
expecting twins and itching palms soles all night and dark wee, less movements
waters have gone and im only 30 weeks
bump rock hard constant pain and theres some blood when I wipe, 33wks`,
    seizure: `
known epileptic, been fitting on and off and not come round in between
convulsion last night in sleep, tongue is cut. First time
my son jerked all over and his eyes rolled back, hes hot, hes 18 months. its stopped now but hes sleepy
my daughter 7 had a funny turn eyes went up shaking arms went blue around mouth`,
    'self-harm': `
thinking about stepping in front of a train on the way home
cant see the point in carrying on. ive written letters to the kids
hearing voices telling me to hurt my mum
our lass has took herself off up the bridge before now and shes in that same frame of mind today
please increase my sertraline, had enough, keep having thoughts of ending things and last night i had the rope out
my wife had a baby 3 weeks ago, she isnt sleeping, says the baby is evil and talking to her
i cut myself again tonight deeper this time`,
    sepsis: `
temperature, rash thats purple like bruises and doesnt fade with the glass
shivering uncontrollably, skin looks blotchy and mottled and hes not making sense
resident has chest infection on day 2 abx now drowsy, RR 28, BP 88/50, not eating
no spleen and got a temperature of 39
feel like im going to die. hot cold hot cold, shaking so hard the bed moves, heart racing, since my wound went smelly`,
    'severe-abdomen': `
belly hard as a board and cant move for the pain
worst stomach pain ever doubled up on the floor and being sick
pain started round belly button now low down right, hurts to cough, temp, cant straighten up
my tummy is swollen like a drum, being sick green, not been to the toilet or passed wind for 4 days
very strong pain upper stomach going to back, I cannot stop vomit, I drink much alcohol this week`,
    stroke: `
carer here for Mr Patel room 12 he is leaning to one side in his chair this morning and not using his left hand, speech is funny
my wifes mouth has gone wonky on one side and shes dribbling her tea
hi its about my nan she woke up this morning and her left leg wont do as its told and her hand keeps dropping the cup and shes slurring abit but says shes fine
One side of body is become weak, mouth is turning. My father, 70. It start one hour before
cannot lift right arm since woke up
sudden dizziness cant stand up walking like a drunk and seeing two of everything since this morning`,
    'testicular-pain': `
my son 13 woke up with pain down below he was too embarrassed to say, its swollen and sits higher than the other
kicked in the goolies playing footy yesterday and one has swelled up like an orange, agony
sudden pain in testicle since 4am`,
    'unwell-child': `
rash on his legs that dont go when i press the glass
my 3 yr old has a temp of 40.2 for 5 days, red eyes, cracked lips and peeling fingers
my little one is really floppy and wont wake for a feed
my child have purple small dots on the belly and fever, she sleeping too much`,
  },
  quiet: `
private health cover need a form for the eye hospital
16 weeks pregnant heartburn awful what can i take
Dr asked me to ring after 2 weeks, BP readings average 138/82
wife needs her coil checked
sore throat and blocked nose 2 days
Could you let me know if the overdose of vitamin D letter from the hospital has been filed, I have a copy if not
ankle sprain, can put weight on it, bit puffy, not hot
stitches out on Tuesday with the nurse? head cut healed nicely
Morphine liquid ran low for my mother end of life at home, nurse asked me to order, she is comfortable
acid reflux, omeprazole works but comes back when I stop
he'd kill me if he knew i was asking but can my husband have viagra
burnt finger on the iron, tiny blister
ectopic two years ago, want to talk contraception
asthma review due, using blue inhaler about once a fortnight
8 year old tummy ache before school on mondays, fine at weekends
cold sore
22 weeks and hips ache when i turn over in bed
allergic to penicillin since childhood please put on my record, came out in a rash aged 5
my solicitor needs a letter about the car accident in 2022 and the whiplash
memory not as good as it was, keep losing keys, wife thinks i should get checked
Twisted testicle sorted as a lad. Want a vasectomy now
these shoes are killing me, think i have a bunion
varicose veins look ugly, want them looked at sometime
baby 5 weeks bringing up a bit of milk after feeds, putting on weight lovely
sumatriptan please my usual migraines once a month
had chemo in 2016 all clear since, want advice on flu vaccine
cold and runny nose child 4, drinking, weeing, playing, no rash, no temp
athletes foot not clearing up with the cream
when is the suicide prevention training for the patient group, Jean asked me to find out
want to be put forward for adhd assessment
cradle cap
cellulitis leg nearly gone, one day antibiotics left, do I need more?
5 year old hand foot and mouth, grumpy but drinking
bruised my shin on the coffee table
eczema flare behind knees, usual cream not doing much
allergy clinic said get skin test results from you
fit note ran out yesterday need another 2 weeks still off with stress
my eye's been gritty and pink with gunk in the mornings, sight's fine, 3 days
what time do you shut on saturday
im dead tired all the time, can I have my iron checked
temp of 37.9 and aching all over, think its flu, drinking plenty
Insurance company asking for a report about my heart attack in 2015, how do I request it and what does it cost
would like to stop the citalopram slowly, been well for a year, how do i do it
so basically me and my sister were talking about grandad cos he had the aneurysm back in the nineties and she said we should all get looked at and i said i dont know if they even do that so can someone just tell me yes or no thanks
my teenage son spots on his chin, he wont come in himself
ankles a bit puffy by evening in hot weather goes down by morning
this itching is driving me mad
nits
cleaner at school here, one of the children has slapped cheek and i might be pregnant should i get a test
Need blue badge form filling in. Had my leg off below the knee in 2019
exam nerves im 16, heart beats fast before i go in
chest infection antibiotics finished, much better, still bit of a cough mornings only
had a temperature 38.2 since last night aching all over and a cough, im 30 and fit
Fluoxetine review due? happy to carry on as they are helping
back pain on and off for ten years, same as always, want physio
could you tell me if the chest x ray is back its been three weeks
miscarriage in january, want advice about trying again
can you ask dr if ok to take ibuprofen with lisinopril
my dad had a stroke last year and needs his flu jab at home
bloody toenail keeps growing in
I get up 3 times a night to pass water, flow is slow, about two years now
moving to Leeds for uni do i need to change doctors
cystitis x2 this month
collapsed lung in 2004, can I go scuba diving
hot flushes and brain fog, mid 40s
repeat of ramipril 5mg and atorvastatin 40 please
hit me for six that flu did, on the mend, just tired
Insulin pens and needles please, also test strips
choked up when i heard about nurse brenda leaving, please pass on my card
my lad's 15 and won't get up for school, on his xbox till 3
hes got molluscum
Epipen out of date next month needs replacing x2
My son's headteacher wants a letter about his seizures action plan, it's the same as last year, just dated this year
ibs bloating after bread
my hands get cold and white in winter then tingle when they warm up
double up my co-codamol script for when im on my hols for 3 weeks
lost my voice shouting at the football saturday, getting better
had pre eclampsia last time, planning another baby, what should I do beforehand
sunburn on shoulders peeling now
back ache from lifting boxes, can walk ok, waterworks and bowels normal, no numbness
gym wants a letter saying im ok to exercise after my stent in january, been discharged from rehab and walking 3 miles a day
i've a splitting nail and another turning yellow
need antihistamine for hayfever the drops did nothing last year
need a sick note from the 3rd for my knee op recovery, employer wants it by Friday
can i take paracetamol with my cold medicine
my epilepsy went when I was 12 but the job application asks
chemo finishing review letter arrived, can I book the cancer care review with the nurse
travel vaccines for Kenya we go on 12th feb, family of four
pregnant, when is whooping cough vaccine
had my appendix out 3 weeks ago, wound healed, can I lift the kids
I want to cut down on drink, about 4 pints most evenings
long standing dizziness when I roll over in bed, the crystals again, want the exercises
mouth ulcer from biting my cheek
cough 3 days, bit of phlegm, no chest pain, not short of breath
baby weaning, how much gluten
ingrowing toenail
Im on apixaban can i have the flu jab
grieving, mum's anniversary coming up. Can I see Dr Shah, she knows me
The pharmacy says you rejected my script. Can someone find out why
hay fever eyes streaming
my psoriasis is on scalp now
please can i have my blood test results
24 hour tape results please
heartburn at night after tea
brain bleed in 2011, is it ok to fly
daughter 12 started periods, painful first day, ibuprofen helps
Firearms certificate medical form, have you received it from the police
Doctor said book in after the counselling finishes, it has, feeling more myself
dying for a wee every hour in the night, im 68, its been going on for a year
My colleague took his own life last month. I am coping, work suggested I ask for counselling details
my mother wants lady doctor for smear. she not speak English, need Urdu interpreter
snoring, wife has moved to spare room, want advice
it's Beryl, sorry to bother you again love, it's about me feet, the chiropodist has packed in and the new one wants forty pound, is there one on the NHS, I'm eighty-one next week
who do i talk to about being a carer for my husband he has parkinsons
I have been given naproxen by the hospital, can I have it on repeat
paper cut gone a bit red
migraine same as always, no weakness, no fever, speech fine
tinnitus
headache behind eyes with blocked sinuses, better lying down with steam
laughed so hard i nearly died but leaked a bit, pelvic floor gone since 3rd baby
I got a text about cervical smear, how to book
I was in an abusive marriage years ago, safe now with my sister, just want to talk to someone about counselling
salbutamol inhaler and the brown one please, usual
had a stent put in 10 weeks ago, doing well, cardiac nurse said ask about statin dose
I would like a copy of my dad's records, he died in March. I am executor`,
};
