/** Requests of a sentence, one a line, that must raise no red flag. */
export const everydaySentences = `
sick note for my heart bypass last year
letter about my stroke clinic appointment
can I change my appointment from tuesday to thursday
medication review with the pharmacist
low mood for a few weeks, sleeping badly
mole has changed a bit, want someone to look
cough for ten days, green phlegm, otherwise ok
private letter for holiday cancellation
need a GP to sign my shotgun licence form
dressings for leg ulcer, nurse appointment
pharmacy says prescription not sent
Requesting repeat: atorvastatin 20mg, amlodipine 5mg
Could someone explain my cholesterol result
Need to book the baby's 12 month jabs
my knees are killing me on the stairs
Any chance of a call about my thyroid bloods
I've had a rash on my elbow for a month, bit itchy
Nail fungus, tried the lacquer, no luck
ear ache and blocked ear after swimming
tooth abscess, dentist can't see me until monday
The chemist gave me the wrong brand of tissues lol
Contact lens prescription query, do you do these
Could the nurse check a mole on my shoulder
swollen feet in the heat, on amlodipine
Do you offer travel jabs for thailand
need to speak to someone re: my PIP form
Burning when I pee and going more often
Daughter has had nits twice this month
My blood pressure at home averages 142/85
lower back twinge from lifting boxes, physio?
had a panic attack last month, would like CBT
ongoing tummy troubles, think it's lactose
sore eye, bit of gunk in the morning
my partner and I are trying for a baby, any vitamins
would like to discuss coming off citalopram
lump on my wrist like a pea, not painful
can my test results be sent to the private hospital
stitches out please, day 7, wound is clean and dry
Can I get something for motion sickness
acid reflux, want to restart omeprazole
Nosebleeds now and then in the winter, stop quickly
forgot to collect prescription, has it expired
shoulder stiff for months, think frozen shoulder
cramp in my legs at night, any tips
hearing has got worse over a few years
Repeat for EpiPen, both out of date in June
I was knocked back for PIP, need a supporting letter
My ex is picking the kids' records up, is that ok
strep throat going round school, his throat is sore
wants appointment for ring pessary change
can I have a chest clinic letter copied to me
Stomach upset from metformin, runny poo
discharge, itchy, think it's thrush
migraine tablets repeat, usual pattern
need something stronger for my arthritis
need to rearrange my diabetic eye screening
the pharmacy only gave me half my tablets
I take all my tablets at night, is that ok
letter to say I am fit to run the marathon
I had chemo five years ago and want my flu jab
The wait on the phone nearly killed me
I'd die without my antihistamines haha
My heart sinks every time I hear your hold music
You lot take my breath away with how kind you are
Bleeding hell it's hard to get through
kick in the teeth this was, losing my appointment
Copies of my A&E discharge letter please
What are your opening hours over Christmas
Hit a brick wall with my diet, want a dietitian
lost my sense of smell after covid months ago
weak bladder when I trampoline, pelvic floor physio?
My wife reckons I need a hearing test
swelling in my fingers from arthritis, chronic
mum has memory loss, slowly worse over two years
rash on tummy after new shower gel, itchy
my son's knee hurts after football, still plays
Going to Spain, need fit to fly letter
please could you chase the cardiology referral
Struggling to get an appointment online
The app is killing me, keeps crashing
hives last month have gone, allergy test?
tickly cough worse at night two weeks
achy all over with flu jab yesterday
back of my throat is sore and glands up
I'm allergic to cats, eyes watering
have you got my cervical screening result
sprained ankle, swollen and bruised, can walk on it
my husband snores so loud I could strangle him lol
UTI again, burning and frequency, no fever
period late by a week, test negative
three days of diarrhoea after holiday, improving
Palpitations? No I said physiotherapy
need new stockings for my lymphoedema
Is it ok to drink alcohol on metronidazole
my mum passed away, what do I do about her medicines
shaking hands for years, essential tremor
That receptionist is a right pain in the neck
my phone died so I missed your call
computer had a fit and lost my form
over the moon with my recovery, thank you
suicide awareness leaflet for the waiting room?
asking about the heart failure nurse clinic times
repeat for GTN spray, mine's out of date
I had a seizure in 1998, none since, DVLA form
mum's had her cataract done, drops prescription
I had an abortion last year, can you note it
my baby's rash is just dribble rash I think
bedwetting clinic, son is 7, always has
numb fingers from carpal tunnel waiting for op
I bruise easily on blood thinners, is my INR ok
I've lost weight on slimming world, update my record
Taking my tablets with grapefruit juice
pharmacist to go over all my tablets
I've taken my last tablet today, please send more
low mood since my dad died, bereavement counselling
swallowing tablets is hard, can I have liquid
Heart clinic letter says to get bloods, can I book
Been told I have a fatty liver, diet advice
wound check after minor op, looks clean
just a quick one, is my blood test fasting
Please add ibuprofen allergy to my notes
Bump on the back of my head, small, been there years
The kids have a bug, sick once, fine now
baby is 4 months, when are next jabs
Baby constipated since starting solids
pregnant and craving ice, iron test?
Is it safe to fly at 28 weeks pregnant
vomiting bug yesterday, better today
slipped disc in 2010, occasional twinge
relationship problems, want to talk to someone
arguing with my teenage daughter a lot
I'm on chemo ward as a nurse and need hep B titre
head of year wants a letter for school
fell in love and moving away, deregister
my aunt is dying to meet the new doctor
I'm sick so need a certificate for work
shooting off on holiday, 2 months of tablets please
strangled by red tape with this PIP form
poisoned by a dodgy kebab on saturday, fine now
fitting in an appointment round work
seized up knees first thing in the morning
choking hazard leaflet for new mums
short of breath mints lol, anyway repeat omeprazole
collapsed trolley at tesco bruised my shin
thirsty work but I finished the form
pregnant friend gave me slapped cheek?
less movement in my thumb with arthritis
quiet baby, sleeping through now, weaning advice
my partner hit 40 and wants a health check
abuse on social media, upset, counselling
stalking up on paracetamol for colds
end of life care plan for my mum, form
my life is busy, can I have an evening slot
taking too many sick days, employer wants letter
how many paracetamol can I take in a day
Ongoing constipation. Lactulose isn't doing much.
My skin is very dry and itchy this winter.
Athlete's foot between my toes won't clear.
Got a stye on my lower eyelid. It's sore.
My eyes are dry and gritty when I use the computer.
I have ringing in my ears at night.
Blocked ear after a cold, feels like I'm underwater.
I'd like to discuss weight loss injections.
My cholesterol was 6.1, do I need to do anything?
I'm due my diabetic review and need a blood form.
My ankles swell a bit in hot weather.
I have tennis elbow and want a steroid injection.
I get short of breath when I run but I'm unfit.
My snoring is getting worse and my wife complains.
Sometimes I leak when I laugh or sneeze.
I get up three times a night to wee. I'm 70.
I'm trying to conceive and want advice.
I'm 14 weeks pregnant and have bad heartburn.
I'm breastfeeding and have a sore nipple.
My smear test letter came, can I book after five?
I take warfarin and my INR book is full.
My ADHD medicine isn't in stock at the pharmacy.
Pharmacy gave me 28 tablets rather than 56.
My son needs his asthma plan for the school trip.
I had a stroke in 2017 and my tablets need a review.
I burnt my tongue on soup yesterday.
Got a splinter in my finger that won't come out.
The dog nipped my hand, no broken skin.
Stung by a wasp yesterday, small itchy bump.
Cough is lingering after covid three weeks ago.
Sinus pain over my cheeks for a week, blocked nose.
My hip hurts when I lie on it at night, been months.
My neck is stiff from the computer.
Please can you complete my firearms form.
I want to complain about the wait on the phone.
Can you send me my vaccination record for a new job?
I'm moving house and need to change my address.
Is the practice open on bank holiday Monday?
temp of 38.5 and a cold, drinking fine, aged 5
she's hot with a cold but still playing
temperature was 38.1 last night and is normal today
bit shivery with flu but on the mend
My son has a wobbly tooth and says his gum is sore.
I slept funny and my neck is stiff when I turn left.
I've got spots on my shoulders from the gym.
The wart on my finger is back after freezing.
I've had shingles before and the scar still tingles.
My ears have been blocked since the flight home.
My hearing aid whistles and my ear is waxy.
My glasses make me feel dizzy, is that normal?
I have a mouth ulcer that's been there a week.
I keep clearing my throat and have a tickle.
I get acid coming up at night when I lie down.
I have an itchy bottom at night. My kids had worms.
I have some discharge that smells fishy.
My periods have been closer together this year.
My breasts are tender before my period.
I'd like to have my implant changed.
I'm going through IVF and need bloods doing.
I'm 30 weeks and my back aches. Baby is moving lots.
I can't concentrate at work and wonder about ADHD.
I'm grieving for my mum and not sleeping properly.
My husband snores and stops me sleeping.
My memory isn't as sharp as it was, I forget names.
My grandad needs a new walking frame.
My asthma has been good all summer.
I have COPD and I'm due my winter check.
I'm diabetic and my feet check is due.
I'm on methotrexate and need my monitoring bloods.
My carer's allowance form needs a signature.
Can I be referred to the memory clinic?
I'd like to see the first contact physio please.
The chemist says my prescription was rejected.
My passport form needs countersigning.
I'd like to know if I've had the measles vaccine.
I've moved in with my daughter and want to register.
Please take my old mobile number off my record.
I need a copy of my blood tests from hospital.
The hospital said you would arrange my scan.
I've been waiting 20 weeks for dermatology.
I was told to ring back about my x-ray.
My urine sample is ready, where do I leave it?
My stool test came back, what does it mean?
I'd like a second opinion on my knee.
I have a fear of needles, can I have numbing cream?
I'm a bit deaf, please don't phone, send a letter.
I work nights and need a late appointment.
Do you do minor surgery for skin tags?
I blush easily and sweat a lot under my arms.
I had covid two weeks ago and still can't smell.
My right ear is sore and a bit itchy after swimming.
My stitches need to come out next week.
I feel a bit light headed if I skip lunch.
I've been a bit wheezy at night with my hay fever.
My face is red and spotty and the gel hasn't helped.
I have a boil on my bottom. It's sore to sit.
I've got a swollen gland under my jaw with a cold.
I'd like to talk about going on PrEP.
My elbow is sore where I lean on it.
I've had conjunctivitis in both eyes for two days.
I bruise more easily now I take aspirin.
My breasts are sore and my period is due.
My chest has been phlegmy since I gave up smoking.
I get palpitations when I drink too much coffee.
My father is in a care home and needs his flu jab.
I've had vertigo before and need more tablets.
I'm sick of this cough, can I have antibiotics?
The waiting room chairs are killing my back.
I laughed till I choked at your April fool poster.
I could kill whoever designed this form.
My seizure medication needs ordering.
I've a sore bit on my gum where my denture rubs.
Since I started swimming my skin has been itchy.
Little one has threadworms, do we all need treating?
Mild tummy cramps with my period, what can I take?
Been coughing since my cold but it's on the way out.
My husband's hearing is worse and he won't admit it.
I take blood thinners and need to know about flying.
I'm worried about my weight and want help.
I've a bruise on my arm from the blood test.
I was told my heart murmur needs a routine scan.
Dizzy spells now and again with my ear crystals.
My 6 year old is scared of the dark and won't sleep.
He gets growing pains in his legs at night.
Got a tick off my leg yesterday, no rash.
My knee locks sometimes when I squat.
My husband has a hernia which pops in and out.
I need my ears looked at because of an echo.
I'm getting married and want to change my surname.
Could a nurse show me how to use my glucose meter?
My dosette box was delivered to the wrong house.
My tablets make me need the loo in the night.
I'm 8 weeks post op and want to drive.
I was in stitches reading your newsletter.
This weather is murder on my joints.
What do I do with old morphine patches?
Head injury leaflet you gave me is out of date.
Please could you send me the safeguarding policy.
How do I treat a burn, just for our kitchen poster?
Someone hit my car in your car park.
We're drowning in snot here, three kids with colds.
My teenager is dead to the world till noon.
Repeat prescription for amlodipine please
My back is killing me after gardening
I nearly died laughing at the poster
Overdosed on turkey, need indigestion tablets
I stroked a hedgehog and now my hand itches
My son fell over at nursery and grazed his knee
My boyfriend and I want to talk about contraception
My ex husband needs removing from my contact details
We got cut off, it's me again
It's her dad again, we got cut off
Hello, we were cut off just now
The line went and we got cut off
He will not say what it is. Is next week all right?
She will not tell me what it is about
He would rather not say, is there something on Tuesday?
They did not want to tell me the reason
`;
