import type { LearntTexts } from './phrases.ts';

/** The other texts of docs/safety/evaluation/red-flags-4-tuning.csv, to learn from: none is promised to stay quiet. */
export const learntFourthQuiet: LearntTexts = {
  red: {},
  quiet: `
Ordering a replacement blue badge photo, does anybody sign the back still
repeat inhalers please
I'm a bit concerned my daughter is a fussy eater, she'll only have beige food, growing fine though
I've changed energy supplier and they've got some priority list for people with medical things, I have a nebuliser that I haven't used since covid times, and they want a doctor to confirm it, and I said the doctor's got better things to do but they were quite insistent, so here I am
I'm lonely since they shut the lunch club, is there anything on in the week round here, I do like a game of whist
Can you post the seizure diary form to my new address please, been fit free nine years
Mum's been a bit down in the dumps since the cat went but she's eating and off to bingo tonight, any local groups for pet loss?
what do I do with old EpiPens that have gone past their date
My brother has Down's and is due his yearly health check, he likes to be told what'll happen first
Hello, long one sorry, I was in about my feet in January and the lady with the red hair said come back in three months, but then it was Easter, and then we had the kitchen done and I forgot, and now the insoles have worn out, so do I start again with a form or can I go straight back to her
i sweat loads and its proper embarrassing on the bus any prescription deodorant
I have flu since two days, nose water, body ache little, I drink tea and rest, can I go to work when finish?
Forgot one of my pills on Sunday, took it when I remembered Monday morning, do I need extra protection?
can you tell doctor Khan thank you for the letter to the housing that's all no need to ring me back
Is ibuprofen gel alright to use with blood pressure tablets? my thumb's stiff from knitting
My daughter wants her belly button looking at, piercing's a bit crusty, been in three weeks
I sneeze all morning when grass is cut, eyes itching, please hay fever tablet
Hello I am new in this town, I want register my family four persons, which papers I bring
Baby is 8 months, bit of cradle cap, otherwise smiling and guzzling
sore throat 2 days no temp can swallow fine
Chemist out of stock of Creon, do I need a new prescription for different strength
I had bowel cancer out in 2013, discharged from clinic, do I still get the poo test in the post
That phone queue had me losing the will to live, anyway just wanting my B12 booked
Epilepsy review reminder text came through, is that with the pharmacist or the nurse
cystitis again, usual stinging
Can I have a copy of my discharge summary from when I had my appendix out last autumn
My lad's got chicken pox, he's eating and playing and bossing everyone about, how long off nursery?
hiya can i hav me blood results pls ta
mum choked on a fishbone in 1998 and still goes on about it lol, she needs her dentures looked at, is that you or dentist
chest x-ray results?
They've changed my ramipril from capsules to tablets, is it still the same stuff
Wey aye pet, just after me repeat for the blood pressure tablets
Knocked out by how kind the nurse was last week, how do I leave a compliment
Partner's got tennis elbow from painting fences, can he see that physio direct
It cost me an arm and a leg at the dentist, do I get free prescriptions with my thyroid?
My boyfriend's got flat feet and wants to join the police, can they fail you for that
Our cleaner has shingles on her back, she's ok, on tablets, do I need anything at 66 or should I just keep away
Please could you tell me if the stroke clinic letter from 2022 has been scanned on, my insurers are asking for it
What can I take for cramp in my calves at night, I'm on amlodipine, it's just now and again for years
Where do I send the life insurance form, it asks about heart attacks in the family
my periods are all over the place like 5 weeks then 3 weeks is that normal im 13
So my daughter's friend's mum is a nurse and she said my mole looked fine but get it checked anyway, it's brown and flat and been there since I was a girl, it hasn't changed, I only noticed as I was putting fake tan on for my niece's wedding, no rush at all
I need a sick line for work I had the tummy bug Monday Tuesday I'm over it now but they want it in righting
These new insoles are killing me, can podiatry have another look
I'd like to register as a carer for my mum who had a stroke in 2015
Detached retina fixed 2012, optician says lovely and flat, she asked me to pass on the report
Had a nosebleed a fortnight ago, stopped after five mins, none since, just asking if the hayfever spray dries you out
My knees ache in the damp but they're not hot or swollen, same as my mother's
Bump on the shin from the coffee table, no fall, bruise going yellow, wondered about arnica
My son's passed out of cadets with flying colours and the army want his jab history
I'm sick to the back teeth of this verruca, 2 years now, do you still freeze them
Me babby's got a bit of nappy rash, cream from Boots int shiftin it, she's happy as Larry otherwise
Is it ok to have a glass of wine on metronidazole or is that the one you cant
could I have a telephone call about my cholesterol the machine said five point nine at the chemist
need to bring forward my annual diabetic foot check as I'm away in March, feet are fine
Alright my lover, can 'ee tell I when the chiropody lady's next in
Request for hydrocortisone 1%, usual patch on elbow flaring up
earache since yesterday
my mate said u can get free condoms is that from reception
need letter for gym saying I'm ok to lift weights with well controlled asthma
Got that off my chest with the counsellor thanks, could I book the next session with her
Lost my baby at 12 weeks in 2014, now planning another, can I get preconception advice
Antihistamine making me dozy at work, is there a non drowsy one on prescription
Does my husband need a prostate test, his brother's just been told he has it, no symptoms himself
insulin needles, 4mm not 5mm, please, the last box was the wrong size
pulled something in my thigh at dance, aches when i do the splits, can walk fine
absolutely starving from fasting for this blood test, can you squeeze me in any earlier
soz missed ur call was at work can u ring after 4 its about my smear
Had a heart attack in 2009, been fine since, when's my annual heart review
He bumped heads with his brother on the trampoline last week, cried then carried on, been himself ever since, do I need to log it anywhere for nursery
not feeling low or anything like that, just can't nod off since the clocks changed
My skin of hands is dry from cleaning job, please cream
hi i get really bad spots on my back can i get something without my mum coming
stroke nurse phone number?
My hands are stiff first thing, been that way since I retired, they loosen with the washing up
don't shoot me but I've missed the flu clinic again, any left
slipped disc 2005, all good, employer wants proof before giving me the fancy chair
Was blue lighted with an asthma attack ten years ago, no bother since, am I on the flu list
I bought one of them watches that tells you your pulse, and it said 58 when I was sat reading, and my son-in-law who runs marathons says that's brilliant, and I feel grand, walked round the reservoir this morning, I only wondered if you want the number for my file
I collapsed at my wedding in 1986 from the corset, doctor wrote a funny letter, could I get a copy for our ruby anniversary
do you do the kiddies flu one up the nose rather than the needle
Our teenager is an absolute nightmare about his acne, says he'd rather die than go to prom with spots, can we get some of that gel
the laxido worked a treat, any chance of another box
can i swap from my microgynon, its giving me sore boobs and bit moody
No chest pain, no breathlessness, just a tickly cough left over from a cold
sepsis 6 years ago after my c section, fully recovered, am I eligible for the pneumonia vaccine
Would like a year's worth of folic acid if poss, we're trying for a baby
the ear's a bit blocked, doesn't hurt, no discharge, think its wax
Used to have panic attacks in my twenties, none for years, can it be marked as resolved on my record?
Could somebody syringe my ears dear, I've been using the olive oil like you said
Had testicular torsion op at 14, is that anything to do with the fertility tests we've been sent?
Over the moon to be pregnant, just want to know how to self refer to the midwife, no problems
my husband won't come himself but he's got dandruff like a snowstorm
do i need to be 16 to order my own inhaler on the app
I've been having kittens about my driving medical, what do I need to bring with me
Allergic to latex so please put that on the catheter prescription for the district nurse
She's asked me to ring for her cholesterol results as she's at work, I've got permission on the record
Please update my records, I'm not allergic to penicillin, they tested me at the hospital and took it off
Bored to death with this cold, nose like a tap for six days, any tips
HRT patches keep peeling off in the shower, any gel version
I'm not suicidal or anything daft, I just want to see someone about a bit of stress over my exams, sleeping and eating fine
Could the surgery put up a poster for our suicide bereavement walk in June? I'm on the committee
Both testicles feel normal, no pain, just wondering if I'm meant to check them every month at 19
Allergic reaction to strawberries when I was five, eaten them since with no trouble, can you delete it
Would like to complain about the parking machine, it swallowed my pound coin
My feet are murder after a shift, bunions I think, who do I see
Could you send the safeguarding certificate for my volunteer role, I think the practice manager has it from the training day
cough bit chesty 4 days ok otherwise
Query about invoice for the chest clinic private letter
Head injury back in the 90s from rugby, all healed, army pension people want the dates
He's safe and well and knows I'm asking, my husband would like a vasectomy, what's the process
I had febrile convulsions as a baby, does that matter for the travel vaccines at 34?
My last pregnancy I had pre eclampsia, baby's 3 now, checking if I still need yearly blood pressure
My appendix burst when I was at school, scar itches in the heat, any cream?
I'm a bit bunged up, been three days, I usually go like clockwork but I've been off my prunes while away at my sister's
wondering about going on the pill its for my skin and stuff, is it confidential
Feel like I've been hit by a bus after that spin class, how long do achy thighs normally take to settle
Would kill for an early morning appt for my blood pressure check, I start work at 9
We've all had it in our house, started with the eldest then the dog, well not the dog, but sore throats and runny noses, everyone's on the mend and the little one's back eating us out of biscuits, I just want to know if I should cancel her jabs on Friday because of the snuffles
My daughter is doing a nursing degree, can she shadow on your sepsis audit
hubby's snoring is driving me up the wall, do you do those sleep clinics
eyes are itchy and watery every May, sight's fine, need my usual drops
My sister's baby isn't crawling at 9 months and she's fretting, he sits and babbles and grabs everything
itchy bum
mild tummy upset, eating toast
It's my bladder, up twice a night as I have been these ten years, is there any clinic for that
Fainting? no, never, the form's wrong, please take that off my record, that was my sister Helen
Took an overdose at 17, I'm 41 now and very well, would like it not to show on the letter for my new employer
Is there parking near the eye casualty dept, I'm dropping mum off for her routine glaucoma check
Repeat of lamotrigine please, no fits in three years, going on holiday Saturday
Epipen needs renewing for my daughter for school, not been used thank goodness
Ey up, me ears are full o wax, any chance of gettin em done this week duck
Who do we send the MAR chart query to, one tablet says morning and the box says night
What's the difference between rescue pack steroid and the brown inhaler, just updating my COPD plan at home, not poorly
Spare GTN spray for the glovebox, haven't needed one since last summer but the old one's out of date
My lad's methylphenidate is due, he's doing brilliantly on it
I've put on half a stone since I gave up bowls, would you have a diet sheet
DVT in 2011 after a flight, off blood thinners, do I need socks for Tenerife
there's nothing wrong with my moods love, its the hot flushes I'm after help with
Naproxen gave me mild heartburn last year so we stopped it, can I try something else for my tennis elbow
I used to see Dr Whitcombe before he retired, lovely man, fished with my uncle, and he always did my steroid jab in the shoulder every couple of years, it's just the usual stiffness creeping back when I reach for the top shelf, so who does them now he's gone?
Thrush again, the tablet worked last time, can I just have that
sore throat
I've a touch of catarrh and my ears keep popping, nothing to trouble doctor with, would the chemist see me?
Baby vaccine book is in Arabic, can you put in computer for school
Flu jabs for 12 staff, do they come to you or go to the chemist
Period pain same as every month, hot water bottle sorts it, would like to talk about the coil
I look after my dad full time and I'm worn out, is there respite or a carers group, he's well in himself
Is it too late for me to be having the RSV injection, I'm 79 come Tuesday
got a rlly snotty nose n bit of a cough 3 days any advice thx
yeah hi I've got a bit of athletes foot between my toes and I've tried the powder so what's next
Choked up with pollen like half the street I bet, is there a stronger tablet than cetirizine
Me mam would have a fit if she knew I still hadn't done the bowel kit, can you send us another
I do Mr Lowe's shopping and he'd like his dosette box delivered on Tuesdays rather than Wednesdays
Bloody cold sore is back just before the wedding, can pharmacist do the cream
got a mouth ulcer its stingin wen i eat crisps had it 4 days
I was in a bad marriage years back, he's long gone, counselling helped, I'd like to volunteer as a peer supporter with your link worker
Omeprazole has sorted my acid reflux out, can it go on repeat
Cant complain of any problems with my wee, just due the kidney blood test
Am proper nesh and me fingers go white in the cold, always have done, is there owt for it
My dad's memory's slowly slipping these past two years, he agreed to me asking about the memory clinic
can u put me acne tablets thru to boots not lloyds
Do you have a defibrillator the village hall could register against
omg this sunburn lol shoulders r sore n peeling wot cream is best
Please I need interpreter in Romanian for my blood test on Monday
can i get the hpv jab i was off when they did it at school
No bleeding, no pain, 20 weeks, just want to know if I can have the whooping cough jab here
Head's been all over the shop with moving house so I missed my asthma review, sorry, can we rebook
Runny poos since the curry, drinking plenty, no blood no fever, can I go to work in a kitchen?
feelin bit rough after nite out lol need 2 know if i can still hav my covid jab 2moz
gf says i snore n fart in my sleep is there a tablet 4 that haha
Kidney stone passed last year, trying to drink more water, do I need a follow up scan
Need my fit note extending two more weeks for my broken wrist, cast comes off on the 14th
When we moved from Hull they lost half my notes, and the old surgery say they sent them and you say you haven't had them, and the nurse needs my last cervical result, which was normal, I had the letter, it was on the fridge, but I think it went in the recycling
I dont think it's an emergency at all, toenail's gone thick and yellow over a couple of years
Change of surname after wedding, do I need to bring my certificate in
My spectacles prescription's in the drawer somewhere, do you need it for the DVLA form or is that the optician
Can I have my usual salbutamol please, down to the last few puffs, breathing's been good
I could strangle that self check in screen, it says I'm not booked, I'm here for 10.20 with the nurse
Finished my antibiotics for the chest infection, feel right as rain, do I need to come back?
Think my lad might be dyslexic, school say ask GP, is that right
Can the nurse redo Edna's dressing same time as the lady next door, her leg ulcer's healing a treat
Our Tom's had pink eye since yesterday, bit gunky in the morning, both eyes, he's not bothered by it
Back is stiff from decorating, no numbness or tingles, waterworks normal
can i get access to my online record, it says linkage key expired
i think i need glasses cant see the board from the back since like year 8
My child has worms very small white in toilet, he scratch, is there medicine from pharmacy
meningitis as a toddler, hearing aid on the left ever since, battery book's run out
Our lass is clemmed all the time since she got pregnant, is that right, she's only 10 week and blooming
I look for tooth doctor NHS, my filling is fall out yesterday, not pain
My wife's got a stye, been doing the warm flannel, is there an ointment over the counter
I'm blind as a bat without my specs, is the form available in big print
Warfarin yellow book lost, INR's been steady, can I collect a new one
Had a stroke of luck and got a job abroad, which vaccinations do I need for Kenya
My grandson set up this computer thing for me, I only wish to know when the shingles jab is
Im dying for a day off, can you tell me if my hayfever nasal spray is ready to collect
Home's got a bout of colds, all eating and drinking and cheerful, do we still have covid tests from you
lost my voice from karaoke
Need emergency contraception leaflets for our youth group, who do I ask
Not dizzy or anything, just want my iron levels checking as I've gone veggie
It's mafting out and I've come up in prickly heat under me arms, what's best for it
I've a headache after staring at spreadsheets, no sickness or vision trouble, went off with paracetamol, do I need an eye test
No fever no shivers, chemo finished in 2020, just chasing my yearly mammogram date
I laughed till I cried at your hold music. Need to reorder my levothyroxine please
need sick note
been running round like a headless chicken, forgot to book my smear, when are the nurse slots
Head lice letter came home from school, do we have to tell you or just treat it
Joyce has lost her bottom teeth again so she's on mash for now, does she need a dietician or shall we just wait for new ones on Thursday
My sertraline's going well, just wondering when I could start coming down off it
My tongue has a white coating, no swelling, tastes horrid since antibiotics
Resident needs her continence pads upping a size, no skin problems
My maternity exemption card hasn't come, I'm 22 weeks, all good at the scan
Av got a stinking cold like, nowt to worry about, does us job centre need a note
My corns are giving me gyp, the girl who used to come to the house has retired
Itchy rash on tum from new washing powder, no swelling of face, breathing all normal
the eczema on my hands is doing my head in, ran out of the diprobase
Worried my nan isn't getting her flu letter, she's moved to sheltered housing, lovely place by the way
bit stressed about gcses cant sleep the night before tests, is there an app or something
She had septic arthritis as a baby, she's 15 now and plays netball, needs a county trial medical form signing
my hay fever is dreadful I've sneezed about forty times this morning stop it Rover sorry that was the dog
Has my chest x-ray come back yet, it was only for my visa
its about my sign us infection I mean sinus its been bunged up a week no temperature just stuffy
My flatmate vapes constantly and wants to quit but is shy, what can he sign up to
Missed my evening statin last night, do I double up tonight or leave it
Nearly had a heart attack when I saw the price of travel jabs, is typhoid free or not?
I've had gallstones out, just asking if I still need a low fat diet
took my breath away how quick you sorted my referral, just confirming the date suits
what time does the minor injuries unit shut on bank holidays, just for our scout leaders info sheet
I am pregnant two months, everything good, how I find midwife in this country?
Is my unborn baby's heartbeat recording on my notes from the scan? would love a copy
The hearing aid whistles something awful when I have my hat on
little spots on her cheeks fade when I press, she's bouncing round, slapped cheek maybe? when can she go back to school
lil bro has nits again ffs wot do we use
got an ingrowing toenail from my school shoes its a bit red round the edge
My boss will murder me if I don't get this fit note in by Friday
I've a gammy thumb from the allotment, little thorn in it, will the nurse whip it out
The baby was an absolute bundle of nerves at her jabs last time, can her dad come in too
I should like to see Dr Patel about my dry skin, she knows me, I don't mind waiting a few weeks
I need proof of anaphylaxis allergy for the school kitchen, same nut letter as last year
My ankle clicks, no swelling or redness, can run on it, just annoying
It's a pain in the backside but I've lost my prescription again, could you reprint
Need my apixaban for 3 months please as I winter in Spain
My neighbour Pat died in the spring bless her, 94, and I've still got her walking frame and her commode in my garage, the council won't take them and the Red Cross line is always engaged, does anybody at the surgery know where they go back to
Please forward my chemo summary from 2017 to the new practice in Leeds
Had a wasp sting Saturday, sore and red the size of a 10p, no swelling anywhere else, going down now, what stops the itch
Please cancel my 3pm physio, my shoulder's much better ta
Do statins give you vivid dreams or is it the cheese
hello I'd like to book my smear test please comma any morning next week is fine full stop
The referral for my cataract says urgent and the lady on the phone said routine, which is it?
Nobody's hurt, the car park barrier just clipped my wing mirror, who's your insurer
The doctor said me vitamin D is low, I must buy or you give paper?
Death certificate for my late father who passed at the hospice on Sunday, which office handles it
HGV medical - do you do them and is there an ECG included
Bleeding disorder clinic have moved my annual check to July, please amend your records
bleeding gums when i floss
Grandson has tonsils like golf balls every winter but he's fine at the minute, mum wants to know about an ENT referral
Vaccination record for emergency services job application, hep B particularly
Can the doctor fill in a firearms certificate form, I do clay pigeon shooting
Wanting to join the PPG, saw the notice about emergency access and I've opinions
hay fever bad
I've got loads of paracetamol left from my op, can you take it off my repeat please
Gabapentin dose change from pain clinic, letter says 300 three times, mine still says 100
I run the domestic abuse charity drop-in, can we leave some cards in your loos
From long time I have gas after milk and stomach makes noise, not pain, maybe is lactose?
Just letting you know I attended the TIA clinic in February, all clear, they said you'd stop sending me letters
My knees sound like a bag of spanners going upstairs, no bother really, is there a class I can join
Tara for now, just lettin yer know I won't make me half ten cos the buses are up the wall
My son's adoption medical form has a section on past abuse, social worker says the practice fills that part in, how long does it take
I'm the first aider at Holt's bakery, do you run any CPR or choking courses
My mother visit from Poland, she forget her glasses, where she can check the eyes
The alendronic acid, do I stand up for half an hour or an hour? I've been doing half
flu jab when`,
};
