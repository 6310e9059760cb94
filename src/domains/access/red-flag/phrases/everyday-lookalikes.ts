/** Ordinary requests with the words of danger in them, one a line: none may raise a red flag. */
export const everydayLookalikes = `
baby's head is flat on one side, is that normal
baby has a flat spot on the back of his head
can the health visitor measure my baby's head circumference
he's got a bottle of calpol, can he have ibuprofen too
my ex has moved out and I feel low, can I talk to somebody
had a stroke years ago, need my repeat again
stroke in 2015, can I have the same tablets again please
heart attack ten years ago, back at work and need a fit note
I had sepsis two years ago, ordering the same medicines
had a blood clot five years ago, same nurse as last time for my bloods please
appendix out as a kid, need my jabs again
Perforated appendix as a kid, back for my travel jabs
had meningitis as a child, the school want the form again
heart attack in 2012, I am back in the country and want to register
had a TIA in 2019, need to come back for my blood pressure check
DVT years ago, back from holiday and need my repeat
had seizures as a child, my licence form is due again
Stroke in 2016. The pharmacy gave me the wrong box again
ectopic in 2018, can I see the same doctor
pancreatitis in 2014, diet sheet lost again
anaphylaxis as a kid, pens out of date again
I had a heart attack years ago, same dose of statin please
mum had a stroke years ago, her hospital transport has not come back to me
had sepsis years ago, you asked me to ring back about my results
had a stroke in 2013, how do I stop it happening again
I had a heart attack years ago and nothing like it has happened since, can I fly
sepsis two years ago, it has never come back, want to know about vaccines
ectopic in 2015, it has not happened again, planning a baby
had a stroke years ago, my blood results have come back
Stroke ten years ago. Is the repeat the same as last month
what is the risk of it happening again, I had a blood clot in 2016
heart attack in 2008, he has come back from Spain and needs his tablets
My chest feels fine now the cough has gone, do I still need the x-ray
The chest freezer bag says keep my insulin cold, is the fridge all right
Chest physio moved to the Tuesday clinic, can transport be changed
My heart monitor is due back on Friday, who do I hand it to
Heart tablets are on offer from the same supplier, any of them is fine
Palpitations came back normal on the tape, am I done with the clinic
Dad's angina is steady, hasn't used his spray in months, needs a new one as it's out of date
Pulled a chest muscle lifting boxes in June, all mended, gym need a line
Tight calves after running, which stretches
The stroke nurse was lovely, where do I send a thank you card
I type with one hand since my stroke in 2015, is there a big print form
Bell's palsy last year, face is back to normal, can I stop the eye drops
My face goes red when I speak in meetings, is there anything for blushing
Pins and needles in my fingers when I ride my bike, go off straight away
Foot goes to sleep if I cross my legs, is that circulation
Dizzy spells have stopped since you changed the tablet, thank you
Lost my voice at the match, sounding like a frog, any tips
My speech therapist needs the referral again
I can't find the words to thank you all for looking after Mum
Out of breath after chasing the bus but I'm no runner, is there a couch to 5k
The inhaler counter says zero, chest is clear, could you send another
Blue badge has expired, forms please
COPD rescue pack used in March, just topping up the cupboard
I'm on oxygen at home, the company needs a new signature
My sleep apnoea machine is noisy, who services it
Hiccuping and burping after fizzy drinks
Peanut allergy plan for nursery needs updating, no reactions this year
Bee sting on my thumb, swollen round the sting only, can I take an antihistamine
New baby food with egg, is it safe to start, nobody in the family is allergic
My tongue is sore after hot soup
Lips are chapped from the wind
Hives every summer, cetirizine sorts it, can I have it on repeat
Puffy eyes from the pollen
Gums bleed when I floss, dentist or you
A bit of blood on the tissue when I shave
Nicked myself shaving and I'm on warfarin, stopped in two minutes, when is my INR
Piles again, little streak on the paper like always, the cream please
Heavy periods, been on the same tablets for a year, can I have more
Spotting on the mini pill, nurse said to expect it
Blood in the sample pot came back clear, do I need another
Donating blood tomorrow, do the tablets matter
Bled a bit after the smear as they said I might, stopped now
Feel faint if I skip lunch, fine when I've eaten
Fainted at the sight of the needle when I was at school, can I lie down for my bloods
Nearly collapsed with laughter at your text
Collapsed arches, do I go to the foot clinic
Collapsed from exhaustion on to my bed after nights, only saying, can I have a sleep leaflet
Black out blinds did the trick for sleep, thanks
My pram collapses, can I bring it in to clinic
Epilepsy nurse asks for a blood level, no fits since 2018
My dog has fits, is there a rule about sharing tablets, no I won't
Fit bit says my sleep is poor
Is the flat shoe meant to fit tight after bunion surgery
Twitchy eyelid when I'm tired
Restless legs at night, kicking the covers
My leg jerks as I drop off to sleep, always has
Sepsis card for my purse, where did you get those
Hot flush and shivers with the menopause, want to try HRT
Blotchy neck when I am nervous
Cut on my finger healing nicely, a bit red at the edge, stitches out when
Water infection cleared with the tablets, do you want another sample
Wound nurse says it's clean, needs more dressings
Cold hands and feet, just like my mother
Confused by the new system, which button for repeats
Mum's confused about her tablets times, could you write them down big
I'm muddled about which clinic, ears or eyes
Shivering in your waiting room, can the heating go on
Took two paracetamol for my head, can I have wine later
Poison ivy cream ran out
Can't swallow the big tablets, do they come as liquid
My toddler licked the soap, pulled a face, now laughing, is there anything to do
Old tablets in my drawer, shall I bring them in
Battery in my hearing aid is flat
The boiler man says the alarm is fine, do you need to know for the home visit
Overdose training certificate for the naloxone kit, who signs it
I'm an alcohol support worker, do you have a room
I could have died of embarrassment, I sat on the nurse's sandwiches
I'm dying for an answer about my results
If I don't get through today I'll scream
Killing two birds with one stone, can I have the jab at my review
My shoes are killing me, are insoles on the NHS
I want to end the contract with the sleep app, how
I'm done with these tablets, they taste of fish, is there another make
Feeling a bit flat since the holidays, sleeping and eating, would a talking group be free
Not depressed, just fed up with the rain
Grief counselling for when I am ready, Dad died in May
I no longer need the crisis number, please take it off my screen, been well two years
The samaritans volunteer form needs a reference
Hanging about for your call, shall I go out
Jumping for joy, the test is clear
Cut down to five a day, can I have the patches
My head is full of cold
Banged my elbow on the door, bruise going yellow
Head lice again, which lotion
Burnt the roof of my mouth on pizza
Burn from the iron last month, scar is itchy
Broken nail, broken sleep, nothing serious, just the repeat
Broke my wrist in spring, plaster's off, physio letter hasn't come
Fell out with my sister, can I change my next of kin
Car accident form for the solicitor, whiplash from last year
Stabbed in the dark with that last tablet, it didn't suit me, what is next
Eyes are tired from the screen
Can't see the small print on the leaflet, have you big print
Can't see the doctor on Tuesday, Wednesday instead
New glasses make me feel odd, do I give it a week
Floaters I have always had, optician checked last week, all fine, letter to follow
Blurry without my glasses as always
Contact lens prescription, is that you
Stye on my eyelid
Tummy rumbles all day
Belly fat will not shift, is there a clinic
Trapped wind after beans
Period pain like always, can I have the stronger ones
Stitch in my side from running
Sick bug went round the school, he's back on toast and playing
IBS flare like every month, mebeverine please
Constipated since the iron tablets
My baby sleeps through at ten weeks, is it okay to let her
She's off her greens, loves chips
He's quiet because he has a new phone
My baby has a birthmark, health visitor says mention it
Baby's first tooth and a runny nose, temp normal
Cradle cap and a bit of a rash on his chin from dribble
Floppy ears on my newborn, will they go flat
Baby kicks all night, I'm 30 weeks, can I have something for heartburn
Bump band for work, does the NHS do them
Bleeding gums in pregnancy, is that a dentist thing
Waters in the birthing pool, who do I ask about it
Back ache, no numbness, gardening again
I can feel everything and go to the loo fine, just my usual sciatica, more naproxen please
Wet myself laughing
Weak bladder since the kids, when I sneeze
Numb lip from the dentist is back to normal
My balls of my feet hurt in these boots
Nuts give me wind
Hot weather makes my knees swell a bit, they go down overnight
My knee clicks
Old football knee, puffy after a long walk, ice sorts it
Swollen finger from my ring, got it off with soap
Always thirsty in this heat
Lost weight on the diet, three stone, can I come off the blood pressure tablet
Type 1 clinic moved, can you send the letter to my new school
My chemo is all done, hair growing back, can I have my flu jab
Temperature check at the airport, do I need a certificate
Chemo ward gave me a number for night time, do you need it on file
My ex is on my record as next of kin, please take him off, we parted friends
Custody form asks for my son's jabs
My partner shouts at the telly, it's his hearing, can he be tested
Safeguarding certificate for football coach, do you do them
My boss is a bully about sick notes, what does the note need to say
The neighbour's lad hit a ball through our window, I cut my thumb, tiny
Controlling my sugar with diet is going well
My husband won't let me forget my jab, when is it
Dad had his heart attack in 2016 and has been grand since, he wants to know if he can go on a roller coaster
My wife had a stroke in March, she's home from rehab and doing well, who sorts the handrails
I was in hospital with sepsis in the spring, all better now, how long until my taste comes back
My brother died of an overdose last year and I'd like the bereavement group
The paramedics came to my husband on Saturday, they did his heart trace, all normal, they said to let you know
He broke his hip in January and the hospital physio has finished, can he have more
My son bumped heads in rugby three weeks ago, concussion clinic has cleared him, he needs a note to play
Got knocked off my bike in 2018, claim is finally settling, the solicitor wants my notes
My mum had a seizure once in 1999 when her sodium was low, do I tell the DVLA about mine, I've never had one
I had pneumonia as a boy and my lungs have a scar, job wants to know
Bled for two days after my tooth came out in June, was that the aspirin, nothing since
He was anaphylactic as a toddler, outgrew the egg, school still wants the plan signed
I swallowed a marble when I was five, it came out, my daughter thinks it is hilarious, can I book her jabs
I had cauda equina surgery in 2017, still use a stick, blue badge renewal please
My testicle was removed in 2014, all clear, do I still need the yearly scan
Knee was hot and swollen last winter, turned out gout, on allopurinol, blood test due
No blood in it, no pain, just going more often since I drink more tea
No lumps, no bleeding, just due my smear
It isn't my heart, they checked, it's acid, more lansoprazole please
My back is stiff but no numbness and I can wee fine
I'm not in danger, I just want a new doctor because he's always late
Nobody hurt me, I walked into the cupboard door like a fool, do I need a tetanus
Baby is feeding well, plenty of wet nappies, just a bit windy
How soon after a stroke can you fly, asking for my dad whose was last year
What are the signs of a heart attack in women, it's for a talk at the WI
Is sepsis catching, my friend's mum had it
Would paracetamol harm a baby if I am breastfeeding
Can hay fever make you wheezy, mine does every June and the inhaler sorts it
Does the shingles jab cause fits, my aunt read it somewhere
Is it normal to bleed a little after sex on the new coil, the nurse said it might, just checking
How long should stitches stay in a head cut, it's healing nicely
What happens if I miss one of my blood thinners
How many paracetamol can I take in a day for my tooth
My friend says ibuprofen gives you a stomach bleed, should I have something to protect mine
Does chemo affect the shingles jab, mine ended last year
The blood pressure cuff squeezes my arm so hard it hurts, do you have a bigger one
My arm is sore where you did the jab
My arm was in plaster and it is still weak, physio letter please
Heavy head cold, heavy legs, it's just the lurgy, is there a sick line
I choked up at the funeral and lost my voice, back to normal, thank the nurse who sent flowers
My lips swell up with cold sores every winter, aciclovir please
My eye is a bit red at the corner, no pain, seeing fine
I threw up once after a dodgy prawn, right as rain today, am I okay for my flu jab
Fell asleep on my arm and it was dead for a minute, is that anything
Nearly passed out laughing at the panto, my stitches are fine
I get breathless at the top of the big hill like everyone else at the walking club
Heart skips when I have too much coffee, had the trace, all fine, do I need the follow up
My hands shake when I'm nervous at interviews, always have, can I try propranolol again
The dentist said my jaw pain is grinding, mouth guard on order, do you need his letter
Lost my sight test form
My daughter's imaginary friend fell down the stairs so we need a plaster and an appointment for her eczema
My nan always says she'll be dead by Christmas, she's 96 and runs the bingo, can she have a flu jab at home
My husband hits the roof about the parking, could you ask the council for more spaces
My sister pushes herself too hard at the gym, should she have magnesium
`;
