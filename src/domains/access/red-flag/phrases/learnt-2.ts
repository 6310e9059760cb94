import type { LearntTexts } from './phrases.ts';

/** The texts of docs/safety/evaluation/red-flags-2.csv, to learn from: none is promised to flag or to stay quiet. */
export const learntSecond: LearntTexts = {
  red: {
    abuse: `
my mum's boyfriend touches me
they say i have to marry him in Pakistan in July im 16 please help
i cant talk long hes downstairs. he pushed me into the cooker
he follows my car and turns up at work, he has told me he will burn the house
dad's new carer shouts at him and he's losing weight, bruise on his cheek today
A pupil in my class has cigarette-shaped marks up her arm and will not say how
he puts something in my drink and I wake up with no clothes
kids next door are filthy and hungry and the baby screams for hours`,
    anaphylaxis: `
ive got a tight throat and itchy tongue started right after the strawberry thing
hornet got me on the neck, ive gone blotchy and feel woozy
bottom lip massive since the ibuprofen, wheezy too`,
    bleeding: `
My poos are like tar and I'm on naproxen
miscarriage last week, changing towel every 20 minutes since dinner
stump wont stop oozing blood, we've gone through two towels
there was loads of dark red blood in the pan again and ive gone giddy
fresh blood when i was sick after the drinking, twice`,
    breathlessness: `
Fish bone stuck since tea, can't swallow his own spit
cant lie down cos i start drowning, three pillows and still choking
inhaler every 20 mins all night and my chest is still whistling, peak flow 140 usually 400
mam's lips are a bit purple and shes puffing sat in the chair
tiny baby breathing really fast with little grunts and pauses`,
    'cauda-equina': `
dont know when im weeing anymore and my backs been bad, bits feel asleep
both legs giving way since yesterday, back op two weeks ago
numb in the saddle bit, sciatica down the two sides`,
    'chemo-fever': `
transplant ward let me out tuesday (stem cells) and im all shivery
Wife on FOLFOX, thermometer said 38.3 half an hour ago, she says leave it
methotrexate for my arthritis, mouth full of ulcers, temp`,
    'chest-pain': `
Grandad is holding his chest and wont speak to us properly hes all sweaty help
going up to bed last nite got a belt round my ribs n jaw ache took gaviscon
Dear surgery, I do not wish to trouble anybody but I have had an unpleasant weight on the chest since Sunday lunch and my left hand has gone tingly. Yours, Mrs E Whitcombe (79)
heart fluttering for five hours, light headed and breath gone
angina was once a month now its every day and last night it woke me up`,
    'child-dka': `
she's 9, drinking from the bath tap, up weeing 5 times, down two dress sizes
my son breath smell of nail polish and he vomit, very thirsty all week`,
    collapse: `
Nan fainted at the bus stop, that's the third this month, comes over with no warning
im a carer, the lady i see wont open her eyes or answer, she is breathing
our kid just crumpled on the pitch went blue came back after a bit`,
    eye: `
firework sparks in his eye, cant see out of it
everything went grey in my left eye for ten minutes this morning
battery acid splashed up in me face n eyes
new floaters like a swarm of flies with lightning at the edge since yesterday`,
    'hot-joint': `
shoulder is red hot since the steroid jab and ive got the shivers
my little boy wont walk, hip hurts him, temp 39`,
    'infant-fever': `
hes 6 weeks and feels like a radiator, 38.4 in the ear
my newborn has a temp shes 12 days old`,
    'major-injury': `
little girl fell out of upstairs window onto grass, crying but seems alright
circular saw, thumb hanging off
tripped down the stairs last night, cant turn my neck and its all electric down my arms
my father's head hit the kerb, he takes edoxaban, he says he is fine
spilt the chip pan on my hands, skin coming away`,
    poisoning: `
had about half a box of ibruprofen n some wine. dont tell my mum
Took my night meds twice by mistake, including the morphine, feel very spaced out
i mixed bleach and limescale stuff now coughing and eyes streaming chest burns
she got hold of the lithium, we think eight
little one chewing on a lily of the valley, drooling`,
    pregnancy: `
i am 31 weeks, baby very quiet today, cold drink did not help
26 weeks and swelling up fast, head pounding, stars in front of my eyes
7 weeks gone sharp pain on the left and brown spotting
baby is 10 days old and i have pain in my calf and cant get my breath`,
    seizure: `
baby went rigid staring to one side, then floppy, had it twice
one arm jerking by itself and she couldn't talk, lasted 2 mins then slept
my brother has been shaking on the floor 6 mins he's not stopping`,
    'self-harm': `
doctor i want to sleep and not to wake, every day I think same
i keep standing at the platform edge longer than i should
no one would notice if i wasnt around tbh
would it hurt to take all my tablets
My husband farms. Since the TB test he has locked himself in with the gun cupboard and told me to look after the dog
cant do another night of this, please just make it stop for good
been lining up my insulin pens and thinking how easy it would be
burning my arms with the lighter again its the only thing that helps`,
    sepsis: `
bad head, neck wont bend, spots that stay when pressed, student in halls
PICC line, rigors an hour after flushing
had flu 5 days, now confused and skin on knees looks like marble
Mr Hall (care home) drowsy since breakfast, temp 35.1, chesty, hasn't passed urine, won't take fluids
dont know whats wrong, freezing but boiling, cant stop my teeth chattering, infected toe going black`,
    'severe-abdomen': `
man 68 with sudden back and belly pain, feels like passing out
Colicky gripes, not opened my bowels for 5 days, belly like a football, vomiting brown
tummy pain so bad she's curled up grey and won't let me touch it
right side low down getting worse since yesterday, hurts to hop, 38.3, off food`,
    stroke: `
Postman noticed mum's face was uneven when she answered the door. She can't button her cardigan with that hand
right leg keep folding under me from today morning, never before
headache came like thunder while lifting, neck stiff now, been sick
half his vision to the left has vanished and he keeps bumping the door frame since breakfast
i got up fine then the words came out all jumbled for 20 min n my mate said i sounded drunk i dont drink`,
    'testicular-pain': `
my lad 12 says his tummy and willy area hurts, one side is huge
ball ache came from nowhere in the night, proper bad, throwing up`,
    'unwell-child': `
my baby is too sleepy for milk and his crying is weak like a kitten
wee purple pinpricks round her eyes and neck and she's burning
he's 3, not had a wee since last night, sunken eyes, keeps bringing up everything`,
  },
  quiet: `
Scarlet fever as a child, heart murmur, do I need antibiotics for the dentist
my warfarin book is full need a new one
broke my neck playing rugby in 1991, want a letter for the insurers
eyelash keeps growing inwards
I was burned as a boy, scar is tight, could plastics help
ocd about washing hands is back a bit, want CBT
Would like my ashes form fee refunded, crematorium waived it
my eye was operated on for a detached retina ten years back, driving form needs that
attempted suicide in my twenties, stable now, want to become a foster carer and they need a report
tongue tie clinic for my 2 week old, feeding is fine just clicky
biopsy result for the mole?
Levothyroxine 75 please, feeling fine
Dad's hearing is shot, he shouts at the telly, can he have a test
leak a bit when I cough, since my second
can i be sent the safeguarding certificate for my volunteering form, you countersigned it
my breathing's same as ever with the COPD, need a review and flu jab
my back went bang when i sneezed, stiff but getting about
our neighbour passed away and she had a key safe for your nurses, who collects it
cardiology say all good, just needs 'annual review' with you
Was told a poisoning audit letter came for me, I think that's someone else with my name
nose runs all day in the cold
how do i stop the text messages
shivery with a cold yesterday, aching all over, today up and about
Please can the duty doctor countersign the passport photo
lip is cracked at the corner
mild headache after screen time, no vomiting, no change in eyesight
ear popping after flight
nephew had a nut allergy test, we are having him to stay, what snacks are ok
belly button bit itchy
need naloxone kit replacing, out of date, we keep it at the hostel
six weeks since my baby, physio for tummy muscles
stiff neck from sleeping funny
can i get paracetamol on prescription for my son, free at school only with a label
worry about everything at 3am, then fine by day
9 weeks sick in the mornings, ginger helps, need a maternity exemption card
Could you post the stroke association leaflets to my mother-in-law please
swallowed my chewing gum, i know its silly
swap my inhaler for the greener one you wrote about
A&E said see GP in a fortnight about my collapse, that was the hot weather, all tests normal, letter sent
my sister in law thinks her lad is autistic, where do they start
9 year old getting breast buds
life insurance want dates for when i was treated for depression
The hospital discharged dad on Friday after his heart failure stay; has the letter reached you
bloody midges, legs covered in itchy bites
I used to be a heroin user, clean eleven years, dentist wants it on my record corrected
numb lip from dentist wore off fine, just asking about mouthwash
absolutely drowning at work, can I have a wellbeing appointment
cough and cold, not wheezy, no fever, eating well, just want to know about honey for a 3 year old
new dad, knackered, would like to talk to someone about feeling left out
28 weeks, baby is a right wriggler, when is the glucose test
lost a baby at 30 weeks four years ago, would like extra midwife support this time
had a heart attack at 49, am 60 now, thinking of joining a walking football team
chemist doesnt have my epilim, have 9 days left, can you do another brand
long term tingling feet from diabetes, foot check due
kidney cancer op 2014, discharged, do I still need yearly scans?
the pharmacist told me to ask for a smaller tablet, the big ones stick a bit going down
ears are burning red when i drink wine lol
i'm falling apart! new knee last year and now the other wants doing
gel for my knee please
bum is sore from runs after a kebab, eased off now
could kill for a good nights sleep, baby is 8 months and up at 5, any sleep clinics
black toenail from running
she will only eat beige food, 3
after my gall bladder op, when can I drive
stoma bags order for Ted, same as last month
need my chest xray date moving im on holiday that week
my wife will murder me if I forget again: please book my diabetic check
asking on behalf of Elm Court: are you doing the care home round on Wednesday or Thursday
febrile fits as a toddler, he's 7 now, is the nasal flu vaccine fine
wheelchair service need the referral re sending
video appointment link isnt opening
fibro flare, same as usual, would like to try swimming on referral
counsellor finished, feel stronger, how do I step down the tablets
sweaty feet smell
Repeat bisoprolol and the GTN spray, no rush, got a week
contraceptive pill 6 months please
can my daughter pick up my sample pots
PIP tribunal asks for a printout of my seizures diary you scanned in last year
restless legs in bed every night for ages
stiff fingers, mornings worse, years
my flatmate has scabies am i next
My probation officer needs proof I attended the alcohol clinic
anticoagulant clinic say you take over prescribing now
Do you have the emergency contact for my mum right, its changed
4 month old has a flat patch at the back of her head
38.0 and snuffly, 5 years old, bouncing on the sofa
im out of antidepressants on Friday going well on them
had my cataract done in May, glasses test now?
school nurse wants the date of her MMR
that nurse is a lifesaver, please tell her the ear drops worked
Hospital pharmacist said to ask for kidney bloods a week after the new tablet
need to change my next of kin since the divorce
heart says yes head says no about the vasectomy, can i talk it through
is it ok to take my hayfever tablet with my blood pressure one
cream for piles
blister on heel new boots
Can I have the diazepam for flying, one tablet each way, same as 2023
tummy ache on and off with dairy, no blood, no weight loss, no fever
cast off, wrist weak, grip exercises please
your front door bell isn't working
This cough is doing my head in
sore calf after a run, not swollen, not red, no breathlessness
heavy-ish period, not pregnant, not dizzy
MS nurse left, who is my contact now, legs no different
ive been sent an overdue letter for my bowel kit but i did it in march
bin day nearly gave me a stroke, that heavy. anyway my elbow is sore
flea bites round ankles`,
};
