/** Ordinary requests, one a line, that must raise no red flag. */
export const everyday = `
repeat prescription please
how do I register a new patient
sick note for my heart bypass last year
letter about my stroke clinic appointment
can I change my appointment from tuesday to thursday
contraceptive pill check
smear test booking
travel vaccines for kenya
ear wax, can I get them syringed
athletes foot cream
verruca on my heel
HRT patches out of stock
thrush treatment
medication review with the pharmacist
sore throat for two days
cold sore
earache since last night
hay fever is terrible this year
constipated again
piles are itchy
my knee clicks when I climb stairs
low mood for a few weeks, sleeping badly
acne cream not working
mole has changed a bit, want someone to look
ingrown toenail
cough for ten days, green phlegm, otherwise ok
blood test results from monday
diabetic foot check
private letter for holiday cancellation
need a GP to sign my shotgun licence form
patient would like to speak to a doctor about hair loss
dressings for leg ulcer, nurse appointment
nail infection
bunion pain
wants a sleeping tablet, jet lag
pharmacy says prescription not sent
online account locked out
copy of my records for solicitor
toothache, no dentist
sinus pain and blocked nose
Please can you send my sick note to my employer, I've been off with my back
Requesting repeat: atorvastatin 20mg, amlodipine 5mg
Need to cancel my smear on Friday as I'm on my period
had my gallbladder out in 2015, can you add it to my record
Does the surgery do ear syringing?
My hayfever is doing my head in, can you prescribe fexofenadine
I've got a cough that won't shift, three weeks, no fever, feel ok otherwise
Could someone explain my cholesterol result
My son needs a letter for school about his asthma inhaler
Need to book the baby's 12 month jabs
my knees are killing me on the stairs
I'd like to change my nominated pharmacy to Boots on the high street
Any chance of a call about my thyroid bloods
I've had a rash on my elbow for a month, bit itchy
Nail fungus, tried the lacquer, no luck
ear ache and blocked ear after swimming
Pulled a muscle in my calf at five a side last week, should I see the physio
My mum's dementia is getting worse gradually, would like a carers assessment
tooth abscess, dentist can't see me until monday
I'm shattered all the time and wonder if my iron is low
The chemist gave me the wrong brand of tissues lol
Contact lens prescription query, do you do these
Could the nurse check a mole on my shoulder
swollen feet in the heat, on amlodipine
Do you offer travel jabs for thailand
need to speak to someone re: my PIP form
constipated since starting codeine
Burning when I pee and going more often
Daughter has had nits twice this month
My blood pressure at home averages 142/85
Could I get a fit note extension, anxiety and depression, doing okay with sertraline
lower back twinge from lifting boxes, physio?
toenail came off after I dropped a tin on it weeks ago, do I need it looked at
threadworms in the family
had a panic attack last month, would like CBT
can't get to sleep at night
Reminder letter came for flu jab
the heart rate on my watch looks normal but could I book an ECG check
ongoing tummy troubles, think it's lactose
sore eye, bit of gunk in the morning
I want to stop smoking
My asthma is well controlled, just need the annual review
she's had a runny nose and cough, eating fine, no temperature
vasectomy enquiry
Shingles vaccine, am I eligible
my partner and I are trying for a baby, any vitamins
hot flushes driving me up the wall
would like to discuss coming off citalopram
lump on my wrist like a pea, not painful
psoriasis flare on my scalp
please update my address
can my test results be sent to the private hospital
bit dizzy when I stand up quick, blood pressure tablets too strong?
new patient health check
dog scratched my leg last week, is my tetanus up to date
stitches out please, day 7, wound is clean and dry
athlete's foot between toes
Kids are fine, just need their vaccination history printed
I strained my wrist at tennis
my bunion is rubbing
Can I get something for motion sickness
heartburn after meals for a few weeks, gaviscon helps
Period delay tablets for holiday
acid reflux, want to restart omeprazole
Hi there can someone ring me about mum's care package
Nosebleeds now and then in the winter, stop quickly
forgot to collect prescription, has it expired
shoulder stiff for months, think frozen shoulder
cramp in my legs at night, any tips
Passing a lot of wind
breast screening results
hearing has got worse over a few years
I'm 11 weeks pregnant, first appointment with midwife when?
bite on my ankle, red and itchy, slightly bigger than a 50p
Repeat for EpiPen, both out of date in June
sleep study referral chase
I was knocked back for PIP, need a supporting letter
My ex is picking the kids' records up, is that ok
strep throat going round school, his throat is sore
wants appointment for ring pessary change
dry cough from ramipril?
can I have a chest clinic letter copied to me
Stomach upset from metformin, runny poo
discharge, itchy, think it's thrush
migraine tablets repeat, usual pattern
need something stronger for my arthritis
he has a verruca
feel a bit rubbish with this cold
weight management referral
acne scarring
my child's eczema is cracked and sore behind the knees
jaw clicks when I chew
ringing in my ears for ages
need to rearrange my diabetic eye screening
snoring is driving the wife mad
numb patch on outer thigh for a year, told it's meralgia
medication for flight anxiety
recurrent mouth ulcers
the pharmacy only gave me half my tablets
I take all my tablets at night, is that ok
letter to say I am fit to run the marathon
I had chemo five years ago and want my flu jab
Grandad's stroke was in 2012, he needs a blue badge letter
I've been stroking my chin over this form, which box do I tick
The wait on the phone nearly killed me
I'd die without my antihistamines haha
My heart sinks every time I hear your hold music
You lot take my breath away with how kind you are
Bleeding hell it's hard to get through
kick in the teeth this was, losing my appointment
The price of parking is daylight robbery, gave me a heart attack
My daughter is a paramedic and says I need an ECG request form copied
I'm choking for a cuppa, sorry to keep you. Just my repeat please
Fitness to drive medical
My back went into spasm on Monday, easing now, any physio slots
Suicide prevention training certificate needs signing
Copies of my A&E discharge letter please
What are your opening hours over Christmas
The nurse hit the vein first time, give her my thanks
Hit a brick wall with my diet, want a dietitian
Daughter is poorly with a cold, runny nose and mild temp of 37.6, drinking fine
I am drowning in paperwork and need the insurance form back
I collapsed on the sofa after work, just tired. Iron levels?
Blood pressure machine loan
lost my sense of smell after covid months ago
weak bladder when I trampoline, pelvic floor physio?
Medication query: can I take evening primrose with my HRT
bruised my shin at hockey
My wife reckons I need a hearing test
I am hot all the time, menopause?
swelling in my fingers from arthritis, chronic
Dad has had COPD for years, inhaler technique check please
My breathing has been fine since the new inhaler, just need more
mum has memory loss, slowly worse over two years
Ive been under the weather with a sore throat and a bit of a headache
head cold, sinus pressure
Would like to see someone about snoring and tired in the day
rash on tummy after new shower gel, itchy
my son's knee hurts after football, still plays
Please remove the stroke risk leaflet from my online account, I got it by error
my 3 year old has had diarrhoea once, happy and playing
Going to Spain, need fit to fly letter
is my tetanus up to date
please could you chase the cardiology referral
Due a pill check, BP 118/70
Struggling to get an appointment online
I can't breathe a word of this to my mum but I'd like the pill
The app is killing me, keeps crashing
need an emergency contraceptive pill, happened last night
hives last month have gone, allergy test?
small cut on finger healed
tickly cough worse at night two weeks
achy all over with flu jab yesterday
back of my throat is sore and glands up
I'm allergic to cats, eyes watering
have you got my cervical screening result
sprained ankle, swollen and bruised, can walk on it
knee swollen after long walk, not hot
my husband snores so loud I could strangle him lol
feeling anxious about flying
burnt my finger on the grill slightly last week, healed, tetanus?
Mum fell last month, she's fine, want a falls assessment
I'm pregnant, 16 weeks, and need my prescription exemption
urine smells strong
itchy scalp
UTI again, burning and frequency, no fever
conjunctivitis in my toddler
period late by a week, test negative
wart on finger
want to talk about ADHD assessment
flaky skin in ears
three days of diarrhoea after holiday, improving
Appointment for B12 injection
Palpitations? No I said physiotherapy
I'm a carer and feel run down
need new stockings for my lymphoedema
Is it ok to drink alcohol on metronidazole
ingrowing hair on my groin
cyst on back, wants removing
blood in my urine dip? the nurse said a trace, she wanted another sample
low vitamin D, how much to take
baby has reflux and is bringing up some milk, gaining weight well
my mum passed away, what do I do about her medicines
shaking hands for years, essential tremor
medication makes me feel spaced out a bit, could we change it
My chest infection has cleared up, do I need another x-ray
I had chest pain two years ago and was cleared, need the letter for insurance
my heart goes out to your staff
i'm breathless with excitement about my holiday, vaccine list please
he had a stroke of luck with the housing list, form attached
That receptionist is a right pain in the neck
I've been bleeding money on parking, can I have a phone call instead
Please fit me in any time
my phone died so I missed your call
I'm dead on my feet, working nights, not sleeping well
I could murder a sandwich
computer had a fit and lost my form
over the moon with my recovery, thank you
suicide awareness leaflet for the waiting room?
my son is a typical teenager, sleeps all day at weekends
been told my cholesterol is high
asking about the heart failure nurse clinic times
repeat for GTN spray, mine's out of date
I had a seizure in 1998, none since, DVLA form
booking a stroke group volunteer visit to the surgery
migraine clinic referral chase
mum's had her cataract done, drops prescription
eye clinic letter
blind assessor for certificate of vision impairment paperwork
swollen eyelid, stye again
broke my toe in May, still aches
I had an abortion last year, can you note it
midwife booking, 8 weeks pregnant
Pregnant 30 weeks, need fit note for pelvic girdle pain
my baby's rash is just dribble rash I think
nappy rash cream
she has hand foot and mouth, spots in mouth, drinking ok
chicken pox at nursery
slapped cheek, school wants a note
head lice
bedwetting clinic, son is 7, always has
my toddler hit me with a toy, bruise on my shin, all good
flu jab made my arm sore
sore left arm since covid booster
tennis elbow
pain in my big toe, gout again
numb fingers from carpal tunnel waiting for op
back ache after decorating
trapped nerve in neck, pins and needles in my thumb for weeks
sciatica exercises
overactive bladder tablets
pelvic floor
vasectomy sperm test results
itchy balls
lump in my testicle? no, it was in my groin, hernia scan result
chemo wig voucher
safeguarding training
could you look at the bruise on my leg, bumped the table
I bruise easily on blood thinners, is my INR ok
need a new INR book
I've lost weight on slimming world, update my record
always thirsty in summer
diabetes education course
HbA1c result
insulin repeat
hypo awareness course for driving
paracetamol on prescription?
Taking my tablets with grapefruit juice
which of my tablets can I stop
pharmacist to go over all my tablets
I've taken my last tablet today, please send more
alcohol advice
smoking cessation
low mood since my dad died, bereavement counselling
stressed and anxious about exams
can't sleep, worrying
panic attacks, want to try therapy
ADHD meds shortage
autism referral for my daughter
postnatal check
feeling overwhelmed with new baby, would like the health visitor number
husband is impotent
lost my libido
hair falling out
fungal toenails
cold sores
mouth ulcer
oral thrush
swallowing tablets is hard, can I have liquid
food gets stuck sometimes when I eat fast, months now
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
dizzy spells when I turn over in bed, had vertigo before
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
I've had my fair share of heartache this year, could do with a chat
Heart clinic letter says to get bloods, can I book
chesty cough for a week, no breathlessness, no chest pain? well fine otherwise
Asthma nurse said blow into the machine again in june
My knee gave way once on the stairs last year, been wobbly since
Been told I have a fatty liver, diet advice
wound check after minor op, looks clean
just a quick one, is my blood test fasting
I think I swallowed a bit of my filling last week, dentist not worried
Please add ibuprofen allergy to my notes
Bump on the back of my head, small, been there years
Bump on my eyelid
hit my elbow, funny bone lol
The kids have a bug, sick once, fine now
Daughter has a temp of 38, cough and cold, drinking and playing
my 4 year old has a temperature and a runny nose, still smiling
Son has a wart on his knee
baby is 4 months, when are next jabs
newborn registration form
Baby has colic
Baby constipated since starting solids
pregnant and craving ice, iron test?
pregnancy vitamins
20 week scan date
Is it safe to fly at 28 weeks pregnant
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
vomiting bug yesterday, better today
nausea from metformin
sore bum from cycling
back stiffness in the mornings
lower back pain for three months
slipped disc in 2010, occasional twinge
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
relationship problems, want to talk to someone
arguing with my teenage daughter a lot
my husband and I are separating, need a letter for housing
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
I'm on chemo ward as a nurse and need hep B titre
heart healthy diet sheet
stroke awareness talk
I am allergic to plasters
epilepsy awareness day poster
head of year wants a letter for school
fell in love and moving away, deregister
knocked up a spreadsheet for my readings, where do I send it
my aunt is dying to meet the new doctor
blown away by service
sick of waiting
I'm sick so need a certificate for work
cut my hours, need note
hot desk at work hurting my back
killer headache from hangover
dead leg from football
dead skin on heels
blood donor letter
need a jab before travelling
shooting off on holiday, 2 months of tablets please
hit with a big dental bill
strangled by red tape with this PIP form
poisoned by a dodgy kebab on saturday, fine now
fitting in an appointment round work
seized up knees first thing in the morning
black eyeliner allergy
blue badge renewal
grey hair
purple inhaler repeat
choking hazard leaflet for new mums
chest of drawers fell on my toe in may, nail growing back odd
breast feeding support
breathing well on new inhaler
short of breath mints lol, anyway repeat omeprazole
weak ankles
weak coffee in your waiting room
numb with grief since mum died, bereavement support please
I feel drained at work
collapsed trolley at tesco bruised my shin
fainting goats video haha
I have a stutter, so please use the online form to contact me
speech therapist letter
face cream
lip balm rash
throat lozenges
bum rash
ball bearing in my ear? no, wax
thirsty work but I finished the form
weeing more since water tablets
losing weight well on the diet
pregnant friend gave me slapped cheek?
midwife said to ask for folic acid
Movement is better in my shoulder
less movement in my thumb with arthritis
quiet baby, sleeping through now, weaning advice
soft spot for your nurse Jean
floppy hat for chemo hair loss
rash under watch strap
purple bruise on thigh from table
glass of wine with antibiotics?
temperature gauge broken
my partner hit 40 and wants a health check
my wife pushed me to lose weight
he controls his blood sugar well
abuse on social media, upset, counselling
safeguarding lead name please
touch of gout
carer's allowance form
locked jaw exercises from dentist
locked out of app
scared of needles
frightened of flying, diazepam?
stalking up on paracetamol for colds
depressed, tablets helping
suicide bereavement group details
hanging toenail
jump start my metabolism
end of life care plan for my mum, form
my life is busy, can I have an evening slot
taking too many sick days, employer wants letter
how many paracetamol can I take in a day
overdue for smear
over the counter options for piles
I've had a cold for about a week now with a runny nose and a cough that keeps me up at night. I feel a bit run down. Can I see someone?
Since Tuesday I have had a sore throat and it hurts when I swallow food. No rash. Paracetamol helps.
My right knee has been aching since I started running again in January. It is worse going downstairs.
I have noticed a small lump on the back of my neck. It moves when I touch it and has been there for months.
My daughter has had a tummy ache on and off before school. She eats well and plays at weekends.
Can I have an appointment about my acne please? I've tried the cream for three months and it's still bad on my chin.
I've been feeling very tired since the clocks changed. Work is busy and I don't sleep well.
My lower back has been stiff since I moved house last weekend. I can walk fine but bending is sore.
I think I have thrush again. Itching and white discharge. I've had it before.
Stinging when I wee for two days and going more often. I feel fine otherwise.
My son has a verruca on his foot and it hurts when he does PE.
I'd like to talk about contraception, I keep forgetting my pill.
I have hay fever and the tablets from the shop make me sleepy.
My mum is 84 and needs her ears checking as she can't hear the TV.
The cream for my eczema has run out and my hands are cracked and sore.
I've had heartburn most evenings after dinner for a month. Antacids help a bit.
I'm getting headaches at the end of the day when I've been on the computer. They go when I rest.
Ongoing constipation. Lactulose isn't doing much.
My ankle is still a bit puffy three weeks after a sprain. I can walk on it.
Could someone look at my toenail, it's ingrown and a bit red.
My period is ten days late and the test was negative.
I have been having hot flushes and night sweats for six months, I think it's the menopause.
Feeling down since I lost my job. Not sleeping great. I'd like to talk to someone about it, I'm not in danger.
I worry about everything and my stomach is in knots before meetings.
My two year old has had a runny nose and mild cough for three days. She is drinking and has wet nappies.
My baby has a bit of nappy rash that isn't clearing with sudocrem.
He's five and has had a temperature of 38 since yesterday with a cough. He's eating a bit and watching telly.
My skin is very dry and itchy this winter.
I have a rash on my chest from a new perfume. It's itchy.
Athlete's foot between my toes won't clear.
There's a small scab on my nose that keeps coming back.
Got a stye on my lower eyelid. It's sore.
My eyes are dry and gritty when I use the computer.
I have ringing in my ears at night.
Blocked ear after a cold, feels like I'm underwater.
I'm losing my hair at the front.
I'd like to discuss weight loss injections.
My blood pressure readings have been about 145 over 90 this month.
My cholesterol was 6.1, do I need to do anything?
I'm due my diabetic review and need a blood form.
My ankles swell a bit in hot weather.
I've pulled something in my shoulder at the gym, sore to lift my arm.
I have tennis elbow and want a steroid injection.
My hands are stiff in the morning for about half an hour.
My gout is back in my big toe, can I have colchicine?
Leg cramps wake me at night.
I've got pins and needles in my hands when I wake, been going on for months.
Can I have a sick note for another two weeks? I had my hernia operation and I'm healing well.
I had my gallbladder out last month and need my stitches checked. It looks clean.
I had a fall on the ice a month ago and my wrist is still a bit sore. It was x-rayed at the time and not broken.
I get a bit dizzy when I stand up too fast, it's been like that since my tablets changed in spring.
I get short of breath when I run but I'm unfit.
My snoring is getting worse and my wife complains.
I've had diarrhoea for two days after a takeaway. I'm drinking plenty.
My little boy was sick once last night but he's fine this morning. Does he need to stay off nursery?
Bitten by a mosquito on holiday, itchy lump, slightly red.
I have a cold sore coming.
My tongue has white patches, I use a steroid inhaler.
My wisdom tooth is coming through and it's sore. Dentist can see me Friday.
I'd like a referral for my varicose veins, they ache.
My piles are playing up, they itch and are uncomfortable.
Sometimes I leak when I laugh or sneeze.
I get up three times a night to wee. I'm 70.
Erectile problems, would like to speak to a male doctor.
I'm trying to conceive and want advice.
I'm 14 weeks pregnant and have bad heartburn.
I'm 22 weeks pregnant and need my whooping cough vaccine.
I had a baby six weeks ago and need my check. All well.
I'm breastfeeding and have a sore nipple.
My smear test letter came, can I book after five?
My coil is due for change in July.
I've lost my prescription for HRT.
My inhalers need reviewing, I haven't had an attack for years.
I take warfarin and my INR book is full.
I'd like to reduce my antidepressant, I've been well for a year.
My ADHD medicine isn't in stock at the pharmacy.
Pharmacy gave me 28 tablets rather than 56.
My husband has dementia and I'd like some support as his carer.
My father died last month and I can't stop crying. Is there bereavement support?
My teenager won't talk to us and is moody. Is there counselling?
I drink a bottle of wine most nights and would like to cut down.
I've stopped smoking for a month and want more patches.
My child is allergic to peanuts and school want a new plan.
My son needs his asthma plan for the school trip.
I fainted at a blood test years ago so can I lie down for this one?
I had a stroke in 2017 and my tablets need a review.
My mum had a heart attack at 50, should I get my heart checked?
I had cancer treatment in 2019 and would like my flu jab early.
My grandad has Parkinson's and his tremor is worse over the last year.
I bumped my shin on the dishwasher and there's a bruise.
I cut my finger last week and it's healing but the plaster makes it itchy.
I burnt my tongue on soup yesterday.
Got a splinter in my finger that won't come out.
The dog nipped my hand, no broken skin.
Stung by a wasp yesterday, small itchy bump.
I've got a bit of a chest infection, bringing up green phlegm, not breathless, no pain.
Cough is lingering after covid three weeks ago.
Sinus pain over my cheeks for a week, blocked nose.
My hip hurts when I lie on it at night, been months.
My neck is stiff from the computer.
I need a letter for my landlord about damp and my asthma.
Please can you complete my firearms form.
I want to complain about the wait on the phone.
Thank you to Dr Patel for the care of my late husband.
Can you send me my vaccination record for a new job?
I'm moving house and need to change my address.
Is the practice open on bank holiday Monday?
My mother has had a cough since her cold a fortnight ago. She's 79 but otherwise well and still going to bingo.
My wife has had an itchy rash on both arms since we used a new washing powder.
He has a sore throat and his glands are up. He's eating ice cream and watching telly.
She's had a temperature of 37.9 since last night with a blocked nose. She perks up with calpol and is playing.
The baby has been a bit snotty for two days but is feeding well and has lots of wet nappies.
My daughter keeps getting tummy aches on school days. She's fine at weekends.
My son has a wobbly tooth and says his gum is sore.
Our toddler had three loose poos yesterday. She's drinking well and happy in herself.
I've had a headache on and off for a few days, I think it's my sinuses, paracetamol works.
My migraines are about the same as usual, two a month. I'd like to try something preventative.
I went over on my ankle at netball on Saturday. It's bruised but I can walk on it.
My back went when I picked up the shopping. It's sore but easing and I've no numbness.
I've had pain in my heel every morning for six weeks.
My thumb joint aches when I knit.
I think the arthritis in my knees is worse this winter and stairs are slow.
I've had a frozen shoulder since the spring and can't lift my arm above my head.
I slept funny and my neck is stiff when I turn left.
My fingers go white and numb in the cold, they always have.
I've got a lump on my wrist that comes and goes. It doesn't hurt.
There's a mole on my back my husband says looks bigger than last summer.
My scalp is flaky and itches.
I've got spots on my shoulders from the gym.
A patch of dry skin on my cheek has been there since Christmas.
The wart on my finger is back after freezing.
I've had shingles before and the scar still tingles.
My toenail is thick and yellow.
A mosquito bit my leg on holiday and it's a bit red around it, about the size of a ten pence piece.
I have a small cut that's healing and want to know when to take the plaster off.
My ears have been blocked since the flight home.
My hearing aid whistles and my ear is waxy.
I've had a sticky eye since yesterday, no pain and I can see fine.
My eyes water when it's windy.
My glasses make me feel dizzy, is that normal?
I have a mouth ulcer that's been there a week.
I've had a dry mouth since I started the new tablets.
My voice has been croaky for ten days. I'm a teacher.
I keep clearing my throat and have a tickle.
I get acid coming up at night when I lie down.
I feel bloated after bread.
My bowels have been a bit loose since the antibiotics.
I haven't been to the toilet for four days, I'm just uncomfortable.
I have an itchy bottom at night. My kids had worms.
I need the toilet more often since starting the water tablets.
I think I've got another water infection. It stings when I pee.
I have some discharge that smells fishy.
My periods have been closer together this year.
My period pains are bad on the first day, ibuprofen helps a bit.
My breasts are tender before my period.
I've got a bit of pelvic pain after sex, been like that for a while.
I'm forty eight and my moods are all over the place, is it perimenopause?
I'd like to have my implant changed.
I'm going through IVF and need bloods doing.
I'm nine weeks pregnant and feel sick in the mornings but I'm keeping food down.
I'm 30 weeks and my back aches. Baby is moving lots.
My hair has been thinning since I had my baby last year.
I'm anxious about going back to work after maternity leave.
My mood is low since the winter started. I'm still going to work.
I've been a bit tearful since my divorce. I have good friends around me.
I can't concentrate at work and wonder about ADHD.
I get butterflies and a dry mouth before presentations.
I'm grieving for my mum and not sleeping properly.
I had a panic attack in the supermarket last month. I'm okay now but would like some therapy.
My husband snores and stops me sleeping.
My memory isn't as sharp as it was, I forget names.
My dad's memory has been getting slowly worse for a couple of years.
My nan has a leg ulcer that the nurse dresses twice a week. We need a new appointment.
My grandad needs a new walking frame.
My husband's blood pressure tablets make his ankles swell.
My wife takes levothyroxine and is due her yearly blood test.
I'd like to come off my blood pressure tablets now I've lost weight.
I take amitriptyline for nerve pain and it makes me groggy in the morning.
My statin gives me achy legs.
My inhaler has run out and I'd like another please. My breathing is fine.
My asthma has been good all summer.
I have COPD and I'm due my winter check.
I have angina which is stable and I need a repeat of my spray.
My heart tablets have changed colour. Is it the same medicine?
I had bypass surgery in 2014 and need my repeat prescription.
I had a pacemaker fitted two years ago and need a letter for travel.
I had a mini stroke in 2018 and my clopidogrel has run out.
I've had epilepsy since childhood and I've been fit free for nine years. I need my tablets.
I'm diabetic and my feet check is due.
My sugars have been a bit higher since the steroid injection, around 12.
I'm on methotrexate and need my monitoring bloods.
I finished chemo last year and my hair is growing back. I'd like a B12 check.
I have an appointment with oncology next week and need my blood results sent over.
I had my appendix out in June and need the wound looked at, it's dry and clean.
I broke my arm in March. The plaster is off and I'd like physio.
I was in a car accident last year and the solicitor needs my notes.
I hit my head on a cupboard two months ago. I was fine. Do you have a record of it?
I fell over in the garden last week and grazed my knee. It has scabbed over.
My mother fell last month. She wasn't hurt but we'd like a falls assessment.
I was bitten by a cat and had a tetanus at the walk in centre. Do I need another?
My carer's allowance form needs a signature.
I'm on my own with three children and need help with housing.
My partner and I are having relationship problems and want couples counselling.
My ex wants to see our son's medical records. Is he allowed?
My neighbour is elderly and lonely. Is there a befriending service?
Can I be referred to the memory clinic?
I'd like to see the first contact physio please.
Please book me in with the nurse for a blood pressure check.
I would like to see the same doctor as last time about my thyroid.
My prescription has the wrong strength on it. It should be 20 mg.
The chemist says my prescription was rejected.
Could I have three months of tablets as I am going abroad?
My passport form needs countersigning.
I need a doctor's letter to say I can fly with my medicines.
I'd like to know if I've had the measles vaccine.
When will flu jabs start?
I've missed my appointment because of the traffic, sorry. Can I rebook?
I've moved in with my daughter and want to register.
Please take my old mobile number off my record.
I need a copy of my blood tests from hospital.
The hospital said you would arrange my scan.
I've been waiting 20 weeks for dermatology.
I was told to ring back about my x-ray.
My urine sample is ready, where do I leave it?
My stool test came back, what does it mean?
I saw the result of my scan on the app and don't understand it.
I'd like a second opinion on my knee.
I have a fear of needles, can I have numbing cream?
I'm a bit deaf, please don't phone, send a letter.
I'm vegan, do I need to take B12?
I work nights and need a late appointment.
I'd like a well man check.
My wife is due her smear test and would like a female nurse.
Do you do minor surgery for skin tags?
My legs are restless in bed.
My hands shake a bit when I hold a cup. They have for years.
I blush easily and sweat a lot under my arms.
My feet smell whatever I do.
My cough is worse at night and I bring up white phlegm. I've had it since a cold last week.
I've had flu all week and I'm on the mend, just tired.
I had covid two weeks ago and still can't smell.
For the last few days I've had a bit of a dodgy tummy. I can eat toast and I'm drinking water.
My right ear is sore and a bit itchy after swimming.
I've had a cough since the weekend and I'm bringing up some yellow stuff. I feel alright in myself.
My daughter is four and has had a runny nose and slight temperature since Sunday. She's still eating and playing with her sister.
The palms of my hands are dry and cracking from washing them at work.
I've been getting cramps in my calves at night for a few weeks.
I need to talk to someone about my sleep. I wake at three most nights.
I've noticed I'm getting up to wee twice a night. I'm 66.
I had an injection in my shoulder in spring and the pain has come back.
My left knee swells up after football and goes down by the next day.
My son gets nosebleeds about once a week which stop after a few minutes.
My stitches need to come out next week.
I'm on the waiting list for a hip replacement and my pain is getting harder to manage. Could we review my painkillers?
My husband keeps forgetting where he has put things. It's been going on about a year.
I feel a bit light headed if I skip lunch.
I've had some spotting between periods since my coil was fitted.
I've been a bit wheezy at night with my hay fever.
My face is red and spotty and the gel hasn't helped.
My baby is three months old and has dry patches on her cheeks.
I have a boil on my bottom. It's sore to sit.
I've got a swollen gland under my jaw with a cold.
I'd like to talk about going on PrEP.
My mother is struggling to swallow her big tablets. Could she have liquid?
My elbow is sore where I lean on it.
I feel exhausted all the time and my hair is falling out.
I think I need antidepressants again. I've felt flat for a couple of months.
I've had a bad back for years and my codeine doesn't touch it any more.
I've had conjunctivitis in both eyes for two days.
I've got a headache and stuffy nose and my cheeks hurt when I bend forward.
I bruise more easily now I take aspirin.
My son is eight and still wets the bed at night. He's never been dry.
My breasts are sore and my period is due.
My chest has been phlegmy since I gave up smoking.
I have tingling in my feet, the nurse said it's from my diabetes.
I get palpitations when I drink too much coffee.
I'm seven months pregnant and my feet are swollen by the evening.
I've started getting heart burn with my pregnancy, what can I take?
I get tightness in my neck and shoulders from stress.
I'd like to check if the pain in my ribs from coughing is normal, it is getting better.
I've been dizzy rolling over in bed, it happened last year too and the exercises helped.
My toddler banged his knee on the table and it's got a bruise.
My fingernail is black where I shut it in the drawer last week.
There is a bit of blood on the paper when I wipe and I have piles.
I scratched my arm on a rose bush and it's a bit red.
My father is in a care home and needs his flu jab.
My sister thinks I have ADHD.
My wife is anxious about her scan results. Could a doctor explain them?
I've had vertigo before and need more tablets.
I burnt my hand on the oven last week, it's scabbed over and dry.
I'm sick of this cough, can I have antibiotics?
Cheers for sorting my mum out last week, you saved her life. Can she have a follow up?
The waiting room chairs are killing my back.
I nearly passed out when I heard how long the wait was.
My phone has died so ring my wife.
I'm dying to get this cast off.
I laughed till I choked at your April fool poster.
I could kill whoever designed this form.
My boss is strangling me with overtime so I need a late slot.
I've a splitting headache from the kids, kidding, just need my repeat.
Do you have a leaflet on strokes for my school project?
Overdosed on mince pies so I need my diabetes check bringing forward.
I had a heart attack in 2009 and a stent. I need my annual review.
My seizure medication needs ordering.
Letter needed about my previous overdose for my insurance.
My late mother had sepsis. Could I have a copy of her notes?
I'm training as a first aider, do you do choking demonstrations?
My sister-in-law recommended you, can I transfer from another surgery?
For a while I've had an achy hip when I get out of the car.
I've a sore bit on my gum where my denture rubs.
Since I started swimming my skin has been itchy.
My lad's got a bit of a cough and was hot in the night but he's back at school today.
Little one has threadworms, do we all need treating?
Mild tummy cramps with my period, what can I take?
The rash round my mouth flares when I use toothpaste.
My big toe is painful and I think the nail's growing in.
I've had a scratchy throat for three days and lost my voice on Friday.
My wrist clicks.
Been coughing since my cold but it's on the way out.
I have been feeling bloated and gassy for a fortnight.
My husband's hearing is worse and he won't admit it.
I take blood thinners and need to know about flying.
I'm worried about my weight and want help.
Feeling a bit low after the baby, could the health visitor pop round?
I get chest infections most winters, can I have a rescue pack?
My calf muscle is tight after running, it's fine when I warm up.
I've a bruise on my arm from the blood test.
My cut has healed but left a lump.
I have floaters, the optician checked last week and all is well.
I was told my heart murmur needs a routine scan.
Dizzy spells now and again with my ear crystals.
Tingling lips when I'm anxious, it passes when I breathe slowly.
Could I get more of the cream for my baby's cradle cap?
My 6 year old is scared of the dark and won't sleep.
He gets growing pains in his legs at night.
My daughter fainted at a concert last year and we're still waiting for the heart clinic.
I have a water infection most months, could I have a plan?
Got a tick off my leg yesterday, no rash.
My knee locks sometimes when I squat.
My husband has a hernia which pops in and out.
I need my ears looked at because of an echo.
Lump in breast clinic gave me the all clear, just need the letter.
I'm getting married and want to change my surname.
Could a nurse show me how to use my glucose meter?
My dosette box was delivered to the wrong house.
My tablets make me need the loo in the night.
I'm 8 weeks post op and want to drive.
I'm struggling with my sleep since the clocks changed.
Struggling to get through on the phone, you need more staff!
I can't stand the hold music.
I've been chasing my results for weeks, I'm at my wits' end with your phones.
It's a matter of life and death that my parrot sees a vet haha, wrong number.
You're a lifesaver, thank you.
That injection hurt like hell but the knee's better now.
I was in stitches reading your newsletter.
This weather is murder on my joints.
My mortgage form needs a doctor's signature, it's doing me in.
My neighbour collapsed last year and you were brilliant. Can I volunteer as a first aider?
I once had a bad reaction to a wasp sting as a kid, should I be tested?
Is there a support group for people who have had strokes?
My late husband took his own life in 2016 and I'd like some counselling.
I had a breakdown ten years ago and need the dates for my PIP form.
My daughter self harmed when she was 14. She's 25 now and applying to be a nurse and needs a letter.
What do I do with old morphine patches?
Do you take in old EpiPens?
Head injury leaflet you gave me is out of date.
Our school wants a talk on sepsis.
Please could you send me the safeguarding policy.
I'm researching my family tree and great grandad died of a seizure, do you hold records?
How do I treat a burn, just for our kitchen poster?
My husband pushed me in my wheelchair to the surgery but the ramp was blocked.
Someone hit my car in your car park.
My son got hit by a cricket ball last summer and his nose is still crooked.
Knocked my funny bone, ouch.
Stabbing westerly wind stopped me walking to the surgery, may I come tomorrow?
We're drowning in snot here, three kids with colds.
My heart skips a beat when your receptionist Dave answers.
I've lost my sense of humour as well as my prescription.
My teenager is dead to the world till noon.
I'm over the worst of my flu.
`;
