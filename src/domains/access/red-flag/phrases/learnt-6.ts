import type { LearntTexts } from './phrases.ts';

/** The texts of docs/safety/evaluation/red-flags-6-tuning.csv, to learn from: none is promised to flag or to stay quiet. */
export const learntSixth: LearntTexts = {
  red: {
    'chest-pain': `
Husband had stents in March and says this feels just the same
used my angina spray 3 times now and its not shifting
getting pains in my chest when I walk up to the shop, had it four times this week and now at rest as well
Dad has gone a funny colour and keeps rubbing the middle of his chest
I've come over all sweaty with an ache going up into my jaw and I don't feel right
Morning, sorry to bother you, I only rang about my dad's tablets but while I'm on he says his chest has felt squashed since he got up and he's a horrible colour
`,
    stroke: `
Resident slumped to one side at lunch, not lifting left arm. Carehome calling
worst headache of my life, came on like being hit with a bat
one side of my face has gone numb and my leg feels like its not mine
had a funny turn yesterday where I couldn't get my words out for 10 mins, ok now
my speech went all slurry for about a quarter of an hour on the phone to my sister, back to normal so wasnt sure whether to ring
`,
    breathlessness: `
a bit of steak has lodged and he cant get it up or speak
son's blue inhaler isnt touching it, ten puffs and still wheezing bad
COPD pt, sats 84 on his home machine, normally 91
Carer rang: Mr Patel struggling for breath, lips look a bit purple
can only say a couple of words before I have to stop for air
He gets out of puff just turning over in bed now, last week he was fine
`,
    anaphylaxis: `
hives everywhere and his lips are blowing up, had nuts at a party
ate a prawn and now my tongue feels too big for my mouth
pharmacist said ring you, since the new antibiotic his lips have gone fat and he's come out in big red welts and feels woozy
`,
    bleeding: `
coughed up about an eggcup of blood this morning
pt vomiting bright red blood x2 this am, alcoholic liver disease
passing big clots from the back end since this morning, feel faint
been sick and it looked like coffee grounds
had my tonsils out on friday and im spitting out fresh blood, filling a cup
`,
    collapse: `
she went down like a sack of spuds in the kitchen and wont come round
keeps fainting every time he stands up, three times since lunch
Found mum on the bathroom floor, she cant tell me what day it is and she is cold
`,
    seizure: `
our lad's jerking all over and his eyes have rolled back
My daughter is epileptic and this one has gone on longer than five minutes
he went stiff then all his limbs were going, four minutes by my watch, first time ever
`,
    sepsis: `
Dad's got a water infection and now he's confused, shivering and his hands are mottled
I feel like I'm dying, freezing cold but burning up, heart racing, had a cut leg that went red
bright lights hurt, neck so stiff cant put chin down, temp 39
mum's carer: she isn't herself, muddled, clammy and her feet have gone purple, had a bad chest all week
`,
    poisoning: `
gave mum her tablets twice today by mistake, both lots of insulin too
my daughter has swallowed one of those flat batteries out of the remote
toddler has had a swig of the bleach from under the sink
grandson found nan's blood pressure tablets and there's four missing, he's two
`,
    'self-harm': `
my son has cut his arms again, quite deep this time
Just can't see any reason to carry on. I've written letters to the kids
I dont want to be here anymore and Ive been looking at the bridge
i'm fine really its just i keep working out how i'd do it
`,
    'major-injury': `
mum fell down the stairs and is on blood thinners, big egg on her head
kettle went over the baby's arm and chest, skin is coming off
fell off the garage roof and cant feel his feet
Reception here: lady at the desk has walked in with her hand wrapped in a towel, she's put it through a window and I can see bone
`,
    eye: `
oven cleaner went in my eye, can barely open it
gone blind in one eye all of a sudden, no pain
curtain coming down over my left eye since last night with lots of flashes
contact lens wearer, eye is on fire, cant stand the light and its gone cloudy
`,
    'severe-abdomen': `
rolling around on the floor with belly pain, cant stand up straight
72yo man sudden pain in back and tummy like tearing, gone grey
`,
    'unwell-child': `
2yr old been hot 6 days, red eyes, cracked lips and peeling fingers
my 8 month old hasn't had a wet nappy since last night and won't wake properly
my little boy is grunting when he breathes and his tummy is going in and out
she's 18 months, not had a drink all day, no tears when she cries and her head soft spot looks sunken
`,
    'infant-fever': `
baby born 5 weeks ago, temp is thirty eight point five, feeding half what she does
newborn 3 weeks temp 38.4
our six week old was a bit grizzly so I took his temp and it's thirty eight six
`,
    pregnancy: `
26 weeks and havent felt the baby kick since yesterday dinner time
35 weeks, banging headache, seeing spots and my hands and face have swelled
my wife is 38 weeks and there's a fair bit of blood, more than a show
`,
    'cauda-equina': `
sciatica both legs, legs giving way, wet myself twice without knowing
back went on sunday and now I'm numb where I sit and can't feel myself wee
`,
    'testicular-pain': `
my 14 yr old woke up screaming with one of his balls swollen
embarrassing one, my right nut is twice the size and agony since football this afternoon
`,
    'hot-joint': `
child wont put weight on leg, hip sore, temp 39
`,
    'child-dka': `
he's drinking from the tap all night, weeing loads and his clothes hang off him
my little girl can't stop drinking and she's been sick today and her breath is all fruity
`,
    'chemo-fever': `
had my chemo last Thursday and feel dreadful, achy and hot
`,
    abuse: `
I think my sister's boyfriend is hitting the kids
he's put a tracker on my phone and wont let me see my mum
please dont ring the landline, he'll know I've spoken to you. he hurt me last night
care home resident has finger mark bruises on both arms, staff cant explain
she flinches when her son comes in the room and there's never any food in, I'm her cleaner
Teacher here, child in year 4 says daddy locks her in the shed
`,
  },
  quiet: `
had the shingles jab advert text, am I old enough?
I think I've got shingles, a stripe of blisters round my side
my lad gets nosebleeds when it's hot, lasts a minute or two. any cream?
periods are a bit heavier since the coil came out
spot of blood on the plaster after my blood test, should I change it
gums bleed when I brush
temp has gone now and he is running around, just want advice about the cough
cough for ten days, no chest pain, not breathless
back ache after moving house. no numbness, waterworks normal
Pt reports cold sx, denies SOB, denies fever
swollen ankle after netball. can walk on it. no pins and needles
stroke three years ago, need a letter for my blue badge
had a DVT years ago, flying in May, do I need socks
seizure free since 2016, need the DVLA form doing
broke my hip last year, still stiff in the mornings
miscarried two years ago and want to talk about trying again
I had sepsis in 2019, can I have the flu jab
Caller from Bupa requesting summary for chest pain clinic last year
has the hospital letter from cardiology come yet
text said book a heart failure review, when can I come
EpiPens go out of date in december please can I have two new ones
need proof of my epilepsy for a bus pass
can i have a copy of my blood results please
my prescription hasn't gone to the chemist
can I collect form for my attendance allowance
pharmacy out of stock of my HRT patches, can you swap to gel
passport photo signing do you do it
stroke club asked for a note to say I can exercise
coroners officer left number, non urgent, about a death in March
Social worker requesting attendance at safeguarding meeting 14th
can I get my vaccination history for uni
Want to come off citalopram slowly, been well for a year
is it safe to have paracetamol and codeine together, box says ask
forgot my morning metformin, took it at lunch, is that ok
does omeprazole need to be before food
amlodipine ankles puffy by evening
my inhaler has changed colour is it the same one
verruca on heel
cold sore on lip again
psoriasis worse on my elbows
eczema flared behind knees, need more steroid ointment
insect bite on ankle a bit red and itchy, came up yesterday
chickenpox spots, he's well in himself, how long off nursery
sunburn on shoulders from saturday, peeling
skin tag under arm catches
hives come and go after the gym, antihistamine works
He is 4 and got hand foot and mouth, eating ice lollies ok
worms, whole family
snotty nose and cough, 3 year old, drinking fine and playing
my 5 year old still wets the bed at night, always has
my baby has cradle cap
baby brings up a little milk after feeds, gaining weight
bumped head on the door yesterday, cried straight away, been fine since
warts on child's fingers
croup last week, better now but voice hoarse
tested positive for covid tuesday, how long do I stay off
lost my voice since the weekend
a bit puffed going up hills, same as it's been for years
peak flow meter is broken can I have another
hiccups for a day
think I have a chest infection again, coughing up yellow, no worse than usual
earache on one side since swimming
heartburn after meals, gaviscon helps
trapped wind
stomach been gurgly since antibiotics
indigestion when I eat late, chest xray last year was fine
constipated on the codeine
leak a bit when I cough, since having the kids
cystitis again can I have the usual
dropping off urine sample, is this bottle ok
thrush, itchy down below
frozen shoulder, can't reach my bra strap
gout in my big toe, usual tablets please
tennis elbow won't go
pulled a calf muscle at five a side, bit tight
arm sore where I had my flu jab
hip aches at night when I lie on it
rolled my ankle last week, bruise going yellow
knee's been sore since I started running
ringing in ears for months
restless legs at night
bit light headed if I skip breakfast
vertigo back when I roll over in bed, had it before
grieving for my husband, cry a lot, want bereavement support
panic attacks on the bus, know what they are, want CBT
not sleeping, work stress
been signed off with burnout, need review
this phone queue will be the death of me
breast tender before my period
coil check threads
fertility, trying for 18 months
pill repeat, been on it six years
period two weeks late, test negative
pregnant! 6 weeks, how do I self refer to midwife
small painless lump on my testicle been there years, checked before
hair thinning
itchy watery eyes, pollen
dry eyes from computer, drops
new glasses giving me a headache
heart failure nurse asked for weight readings, here they are, all steady
diabetes check due, and my feet done
blood pressure at home 138/82, is that ok
COPD rescue pack used and finished, feel back to normal, need another
INR booking
dressings for my leg ulcer, it is healing well
small cut on finger from tin, cleaned it, when was my last tetanus
stitches out tuesday please
splinter won't come out
foot care for my mum she can't cut her nails
do you do travel jabs for thailand
nearly had a heart attack when I saw the bill, anyway need repeat of my cream
sick to death of waiting for this letter
I was choked up at the funeral, is there a bereavement group
this cough is killing me, two weeks now
read about sepsis online, how would I know? I'm well
mum died of bowel cancer, should I have a test
My GP said it was shingles on Monday and gave me aciclovir, do I finish the box if the rash is drying up?
I get the odd nosebleed on this steroid spray, only a few drops, should I swap it
had a fit as a toddler with a temperature, nothing since, army medical form asks
twisted testicle op when I was 13, just asking is it ok to have a vasectomy
ectopic in 2015, now want to have my coil out and try again
Our son had meningitis at 2, he's 15 and well, needs hearing aid check
My brother took his own life in 2009 and I've been asked for my family history by the life insurance
Insurance form asks have I ever had blackouts, I haven't, can doctor sign to say so
safeguarding training certificate needs emailing to my school please
It says chest pain on my record from 2017 and that was wrong, how do I get it changed
Need to change my next of kin, it's still my ex husband
sick note, I've been off with my back, it's on the mend and I start back on light duties monday
Can I have the letter about my daughter's seizures for nursery, she's been settled on medication
Rash on my arms fades when I press it, been there a fortnight, no fever, itchy
baby has a cold, no temp, feeding normally, plenty of wet nappies, what can I give for snot
My back is sore from gardening, legs fine, bladder fine, can I see the physio
Bit of tummy ache after takeaways, no blood, no vomiting, not pregnant, just wondering about probiotics
I've palpitations sometimes when I've had too much coffee, no chest pain or breathlessness, had them years
piles bleeding a smear on the tissue like they do, cream please
polymyalgia steroid reduction plan, next step please
migraine with the zigzags like I always get, tablets running low
Raynauds, fingers go white in the cold, gloves or tablets?
can't sleep for my husband snoring, he wakes gasping in the adverts for that mask, how is he referred
warfarin book is full, need a new one
panic attack yesterday, I know them by now, want the CBT number
asthma fine, just the nurse says to book my check
gallstones on scan, waiting for surgeon, low fat diet sheet please
burning feeling when I pee since honeymoon, cystitis sachets helped a bit
Bell's palsy two years ago left a bit of a droop, can I have botox on nhs
angina stable, want to know is viagra safe
kidney stones years ago and I get a twinge now and again, what should I drink
hot and bothered, think it's the menopause
pleurisy last month, all gone, when can I fly
chicken pox in the house and I'm not pregnant, just asking about work
I'm anaemic, iron makes me constipated, is there another
concussion in march, school need a letter to say ok for rugby
the kids are driving me up the wall, can I get something to help sleep
knackered, on my knees with this new rota, need a fit note conversation
I'd kill for an appointment before work, is there early ones
The advert about bowel cancer has me worried, I'm 61, how do I get the kit
grandad had an aneurysm, am I due a scan at 65
how do you tell if a mole is bad, it looks the same as ever
`,
};
