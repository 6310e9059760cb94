/** Requests of a few words, one a line, that must raise no red flag. */
export const everydayWords = `
repeat prescription please
how do I register a new patient
contraceptive pill check
smear test booking
travel vaccines for kenya
ear wax, can I get them syringed
athletes foot cream
verruca on my heel
HRT patches out of stock
thrush treatment
sore throat for two days
cold sore
earache since last night
hay fever is terrible this year
constipated again
piles are itchy
my knee clicks when I climb stairs
acne cream not working
ingrown toenail
blood test results from monday
diabetic foot check
nail infection
bunion pain
wants a sleeping tablet, jet lag
online account locked out
copy of my records for solicitor
toothache, no dentist
sinus pain and blocked nose
Does the surgery do ear syringing?
constipated since starting codeine
threadworms in the family
can't get to sleep at night
Reminder letter came for flu jab
I want to stop smoking
vasectomy enquiry
Shingles vaccine, am I eligible
hot flushes driving me up the wall
psoriasis flare on my scalp
please update my address
new patient health check
athlete's foot between toes
I strained my wrist at tennis
my bunion is rubbing
Period delay tablets for holiday
Passing a lot of wind
breast screening results
sleep study referral chase
dry cough from ramipril?
he has a verruca
feel a bit rubbish with this cold
weight management referral
acne scarring
jaw clicks when I chew
ringing in my ears for ages
snoring is driving the wife mad
medication for flight anxiety
recurrent mouth ulcers
Fitness to drive medical
Blood pressure machine loan
bruised my shin at hockey
I am hot all the time, menopause?
head cold, sinus pressure
is my tetanus up to date
Due a pill check, BP 118/70
small cut on finger healed
feeling anxious about flying
urine smells strong
itchy scalp
conjunctivitis in my toddler
wart on finger
want to talk about ADHD assessment
flaky skin in ears
Appointment for B12 injection
I'm a carer and feel run down
ingrowing hair on my groin
cyst on back, wants removing
low vitamin D, how much to take
my heart goes out to your staff
Please fit me in any time
I could murder a sandwich
been told my cholesterol is high
migraine clinic referral chase
eye clinic letter
swollen eyelid, stye again
broke my toe in May, still aches
midwife booking, 8 weeks pregnant
nappy rash cream
chicken pox at nursery
slapped cheek, school wants a note
head lice
flu jab made my arm sore
sore left arm since covid booster
tennis elbow
pain in my big toe, gout again
back ache after decorating
sciatica exercises
overactive bladder tablets
pelvic floor
vasectomy sperm test results
itchy balls
chemo wig voucher
safeguarding training
need a new INR book
always thirsty in summer
diabetes education course
HbA1c result
insulin repeat
hypo awareness course for driving
paracetamol on prescription?
which of my tablets can I stop
alcohol advice
smoking cessation
stressed and anxious about exams
can't sleep, worrying
panic attacks, want to try therapy
ADHD meds shortage
autism referral for my daughter
postnatal check
husband is impotent
lost my libido
hair falling out
fungal toenails
cold sores
mouth ulcer
oral thrush
reflux
gallstones waiting list
hernia repair referral
IBS diet sheet
haemorrhoid cream
bit of blood when I wipe, piles
stool sample drop off
bowel cancer screening kit
nose blocked
sinusitis
ear infection, drops
ear wax
tinnitus
glandular fever recovering
tonsils swollen and sore
hoarse voice two weeks
dry cough at night
smoker's cough
asthma plan for school
inhaler technique
flu jab
travel vaccines
shingles rash, painful, three days
impetigo
infected insect bite
scabies
eczema flare
psoriasis cream
mole check
Bump on my eyelid
hit my elbow, funny bone lol
Son has a wart on his knee
newborn registration form
Baby has colic
pregnancy vitamins
20 week scan date
heavy periods
irregular periods for months
painful periods
itchy after wax
Bladder infection, third this year
cloudy wee
prostate check
weak stream, up at night to wee
hernia bulge, doesn't hurt
tummy bloating
belly fat advice
stomach acid tablets
diarrhoea after antibiotics, mild
nausea from metformin
sore bum from cycling
back stiffness in the mornings
lower back pain for three months
restless legs
leg cramps
varicose veins ache
swollen legs, wearing stockings
foot pain when I get up
broken wrist cast off, stiff
shoulder injection
rotator cuff physio
neck crick
stiff neck from the pillow
headache from new glasses
usual migraine
tension headaches
dizzy if I skip breakfast
tired all the time
low iron
B12
vitamin D
thyroid
menopause
night sweats, menopause
hair loss
dry skin
rash on arm
acne
rosacea
sunburn
split lip from chapped skin
sore tongue
bad breath
tonsil stones
sore throat 2 days
lost voice
cough
cold
flu last week, better
covid vaccine
hay fever
itchy eyes
eye infection
blepharitis
floaters for years
glasses
hearing aid
ear pain
nosebleed once last week
anxious
can't relax
work stress
bereavement
counselling
drink too much wine
smoking
sleep problems
nightmares
memory worries
fit to fly
travel jabs
HGV medical
shotgun certificate
private prescription
lost prescription
change pharmacy
test results
xray results
scan date
referral chase
cancel appointment
complaint about reception
thank you card
opening times
register
Do i need to fast for blood test
bit of a sniffle
my son needs his MMR
what time does the nurse work till
heart healthy diet sheet
stroke awareness talk
I am allergic to plasters
epilepsy awareness day poster
blown away by service
sick of waiting
cut my hours, need note
hot desk at work hurting my back
killer headache from hangover
dead leg from football
dead skin on heels
blood donor letter
need a jab before travelling
hit with a big dental bill
black eyeliner allergy
blue badge renewal
grey hair
purple inhaler repeat
breast feeding support
breathing well on new inhaler
weak ankles
weak coffee in your waiting room
I feel drained at work
fainting goats video haha
speech therapist letter
face cream
lip balm rash
throat lozenges
bum rash
ball bearing in my ear? no, wax
weeing more since water tablets
losing weight well on the diet
midwife said to ask for folic acid
Movement is better in my shoulder
soft spot for your nurse Jean
floppy hat for chemo hair loss
rash under watch strap
purple bruise on thigh from table
glass of wine with antibiotics?
temperature gauge broken
my wife pushed me to lose weight
he controls his blood sugar well
safeguarding lead name please
touch of gout
carer's allowance form
locked jaw exercises from dentist
locked out of app
scared of needles
frightened of flying, diazepam?
depressed, tablets helping
suicide bereavement group details
hanging toenail
jump start my metabolism
overdue for smear
over the counter options for piles
I'm losing my hair at the front.
Leg cramps wake me at night.
I have a cold sore coming.
My coil is due for change in July.
I've lost my prescription for HRT.
he has a temperature of 38
I feel hot and achy with a cold
My thumb joint aches when I knit.
My scalp is flaky and itches.
My toenail is thick and yellow.
My eyes water when it's windy.
I feel bloated after bread.
My statin gives me achy legs.
When will flu jabs start?
I'm vegan, do I need to take B12?
I'd like a well man check.
My legs are restless in bed.
My feet smell whatever I do.
My sister thinks I have ADHD.
My phone has died so ring my wife.
I'm dying to get this cast off.
My wrist clicks.
My cut has healed but left a lump.
I can't stand the hold music.
You're a lifesaver, thank you.
Do you take in old EpiPens?
Our school wants a talk on sepsis.
Knocked my funny bone, ouch.
I'm over the worst of my flu.
Sick note for flu last week
Can I book a blood test
Chest x-ray results please
Letter from stroke clinic
Inhaler refill
Ear infection, need drops
My daughter's ears hurt
My toddler has a runny nose
Sore knee after football
Need a smear test
Heart clinic appointment time
I have a rash on my hand
UTI symptoms, burning when I pee
Hay fever tablets
Travel vaccinations for India
Cough for 2 weeks
Sore throat and cold
Feeling anxious about exams
Low mood, want to talk to someone
Want to quit smoking
Baby's 8 week jabs
Change of address
Pill check
Thyroid blood results
My mole looks different
Physio for my shoulder
Dying to get rid of this wart
Could you fit my mum in tomorrow
Fit note extension
Fitted coil check
Bleeding gums
Blood pressure check
Blood donor form
Mild tummy ache and wind
Constipation
Piles cream
Period pain
12 weeks pregnant, book midwife
Bad back for months
Sciatica, physio referral
Eye test voucher
Head lice lotion
Headache from screens
Wasp sting last week, itchy
Dizzy when standing up for years
Swollen ankles in the heat
Gout tablets
Diabetic review
Drinking more water on my diet
My husband snores
Carer's assessment form
`;
