/** What people ask for in their own ways, one a line: paperwork, tablets, sayings, old histories; none may raise a red flag. */
export const everydayRequests = `
Please could you post my appointment letter again, the dog chewed the corner off the last one
I have moved to Chapel Lane, who do I tell and do I need to bring a gas bill
What number do I ring for the out of hours chemist, only asking for my records
My daughter needs proof of address from you for her passport
Can I register my lodger, he has come from Spain for a year
I never got the text about my smear, have you got my old number
Is the surgery open on the bank holiday Monday
The online form froze when I pressed send so I do not know if you got it
Could the receptionist who rang me about half four ring back, I was at the till
Can I have a copy of my jabs for the university, they want it by Friday
I need the form signing for my shotgun licence, what do you charge
Changing my surname after the wedding, what do you need to see
Can my son's school have a note to say he may keep his inhaler in his bag
Chasing the letter for the council about my parking badge, it's been three weeks
Please take me off the waiting list, I went private for the cataract in the end
The hospital said you'd have my scan report by now, is it in
Can I see the same doctor as last time, the one with the Welsh accent
I'd like to be on the list for the walking group
Please can I swap my telephone appointment for a face to face
My gym wants a doctor's letter because I ticked asthma on the form
Do you do HGV medicals and how much
I'm running the stall at the fair, have you any leaflets on heart disease to give out
Teaching a first aid class on Saturday, may we borrow the model arm
Writing my dissertation about sepsis and wondered if a nurse would talk to me
I'm a student paramedic looking for a placement week
Do you run courses on choking babies for new mums
Our scout group wants somebody to talk about burns and bleeding for the badge
Poster for the stroke club coffee morning, can I pin it on your board
Can we put a tin for the air ambulance on the front desk
My fire warden certificate needs a doctor's stamp
There's a spelling mistake in my record, it says seizure and it should say leisure centre
Your letter says epilepsy review, I have never had epilepsy, wrong person I think
My record says I fainted in 2009 and that was my brother, please put it right
The insurance want to know the date of my heart attack, I think it was 2014
Solicitor needs the notes from my car crash in 2019, how long does it take
Adoption panel asked for a report about the depression I had at university, fine for years
Job form asks have you ever had a fit, I had one at two years old with a temperature, is that a yes
Had my appendix out at nine, do the army need to know
I had a blood clot after my second baby, she is 12, do I need stockings to fly
Meningitis when I was four, a bit deaf since, need new hearing aid batteries
Mini stroke six years back, all clear at the clinic, do I still need the yearly bloods
Broke my neck playing rugby in 1988, stiff in the cold as ever, any exercises
Allergic to penicillin as a baby, never had it since, can I be tested
Anaphylaxis to a wasp when I was twenty, pen is out of date next month, new one please
Detached retina mended in 2016, optician is happy, she wants it noted
Had pre eclampsia with my first, he is eight, thinking about another baby, anything I should take
Took tablets when I was 19, long behind me, 45 now and happy, does it have to be on the form for my job
My chemo finished five years ago, do I still get the free flu jab
Ectopic in 2012, all fine since, want the coil
Got sepsis three years ago after my op, fully better, is the pneumonia jab worth having
Dad had a stroke in the eighties, does that make me higher risk
Nosebleed last month, one off, none since, just mentioning it at my next check
Passed out giving blood ten years ago, due to have my blood test, can I lie down
She choked on a grape as a toddler, she is 6 now, nervous of lumps, who helps with that
Kidney stone in 2020, the pain was dreadful then, nothing since, what should I drink
Mum took her own life when I was ten, I would like to find some counselling, no rush
I was knocked down as a child, my leg is shorter, new insoles please
Baby was blue when he was born, he's fourteen and plays football, form for camp
Missed my tablet yesterday, do I take two today
Took my blood pressure tablet an hour late, does it matter
Forgot the pill on Tuesday, took it Wednesday, do I need condoms
Do I take the antibiotic with food or without
Can I drink a glass of wine with these tablets
The chemist gave me a different make of the same tablet, is it the same thing
Run out of the moisturiser, the big tub please
Can I have two months at once as I am going to see my son in Canada
My dose went up to 20 and the box says 10, which is right
Is it all right to take hay fever tablets with my statin
Need more needles for the pen and a sharps bin
Leaflet says may cause drowsiness, is it safe to drive
The blister pack has Sunday's missing, can the chemist make a new one
How do I get rid of old morphine patches, my late mother's
Which inhaler is the preventer, the brown or the purple
My salbutamol runs out next week, breathing has been fine, repeat please
The spacer has cracked, could I have another
Can I stop the iron now, my levels were fine
My thyroid dose, is it before breakfast or after
Omeprazole again please, it keeps the heartburn away nicely
Could the gabapentin be tablets rather than capsules, they stick a bit
Do I keep taking aspirin before the tooth comes out
Nurse said stop the water tablet if I have a tummy bug, do I start it again now I am better
Sertraline has been brilliant, can I stay on it another six months
Is it okay to have the shingles jab when I am on methotrexate
EpiPen expires in March, please put a new one on my repeat
Patches keep coming off in the shower, any other sort
My sugar tablets give me wind, is there another kind
Can you put my creams and my tablets on the same date
I am dead on my feet with this new baby, is there a clinic for sleep
My mother in law will have kittens if I miss this, is the flu clinic today
I nearly died when I saw how long the queue was
That hill nearly killed me, I need to get fit, is there a scheme
He'll have my guts for garters if I lose this form again
My husband would have a fit if he knew I had lost his prescription again
The boss would murder me if I rang in again, can the note go by email
I would sooner die than wear that brace to school, is there a clear one
She would have a fit if she saw the state of my toenails
Dad had a fit when he saw the bill, can it be sent to me instead
I was floored by how lovely the staff were
Blown away by the care, who do I write to
Knocked sideways by the kindness of the girl on the desk
My nose is running like a tap, hay fever again
Eyes streaming like I've been chopping onions, which drops for pollen
I feel as if I have been run over by a lorry after that gym class
Legs like jelly after the half marathon, how long until they feel normal
The ticket machine ate my card and swallowed my change
Choked on my tea laughing at your hold music
This cold has got me climbing the walls with boredom
I am bleeding useless with computers, can I do it by post
Burning to ask, do you still do the travel clinic
My heart is set on a home birth, who do I ask, 14 weeks and well
It broke my heart to hear Doctor Lewis is leaving, please give her the card
I'm sick to death of this verruca
The phones are murder today
I could strangle the printer, my form came out blank
I've got a frog in my throat and a choir concert on Saturday
My memory's shot, which day is my blood test
Bit of a stroke of luck, I found the form down the sofa
I'm over the moon with my new hip
This weather is killing my sinuses
Head like a sieve, when is my review
I've been hammering the gym and my arms ache
I'm a bag of nerves about the smear, can I bring my friend
He drives me up the wall with his snoring, is there a clinic
My grandson eats like a horse, is that normal at thirteen
I slept like the dead after the jab, is that usual
I'm in bits over the football, only joking, can I have my repeat
Grumbling tooth and no dentist, what can I take in the meantime
Bit of a sniffle
Verruca
Itchy scalp
toenail fungus cream pls
repeat pls
need an appointment
blood test when
fit note
cough mixture advice
hayfever
flu jab please
travel jabs
stiff neck from the sofa, better today
cold sore
Is it open
thrush again same as always can i get the cream
spotty back, want something for it
hi im 15 can i come on my own about my skin
can i get the pill without my dad knowing im 16
my mate says u can get free condoms here is that true
got dead bad acne n prom is in june
cant concentrate in lessons think i might have adhd
my periods r all over the place, started 2 yrs ago, is that normal
exams r stressing me out, sleep ok, just want tips
i play county hockey n my shins ache after, wot do i do
braces are rubbing my cheek any gel
need a note for pe coz of my ankle its nearly better
im 17 n want to change doctors when i go uni
can u txt me my results dont ring im in class
My feet are cold in bed at night, always have been, is there a sock you recommend
These old bones creak in the damp but I get about, may I have the gel again
The young man who did my ears was very gentle, could I have him again
I am eighty nine and live alone and would like somebody to look at my walking stick, the rubber has gone
My teeth don't fit since I lost weight on the diet the nurse gave me, is that you or the dentist
I get up twice in the night as I have for years, should I mention it at my check
My eyes are not what they were, is the optician free at my age
My late husband's tablets are still in the cupboard, where do they go
I am a bit wobbly on the bus but no falls, is there a balance class
The chiropodist has retired and my nails are too thick to cut
I lost my glasses and can't read your letter, would someone ring and tell me what it says
It's only my waterworks tablets, I need them before the weekend
Good morning, I want to make appointment for my wife, she has a cough small, one week
Please, my baby need the vaccine two months, when we come
I have pain of tooth, where is the dentist for emergency, thank you
My husband he have the sugar, he want to check the feet like every year
I am new in England, how to register the family
Stomach makes gas when I drink milk, no pain, what food is better
I need the translator for my appointment, I speak Tigrinya
My skin is dry from the cold weather, which cream please
The paper for my work, I was sick two days with flu, now I am good
My knee hurts when I climb, from many months, same always
Mum's care home want her cream written on the chart, morning and night
I look after my brother and I am tired, is there a sitting service so I can have a day off
Who do carers ring to change the time of the district nurse
My wife's pads have run out, the order line says ask you
We have a new resident moving in on Monday, how do we register her with you
Resident's dosette has come without her vitamin D
Mr Shah in room 6 would like his ears doing when somebody is next in
I'm her daughter and have power of attorney, how do I put that on her record
Could the pharmacy put dad's tablets in a tray, he's managing well but it would help me
My sister's lad is two and not saying much, healthy otherwise, who does she speak to
My friend is worried about a mole, it hasn't changed, does she need to be seen
My brother snores and his wife wants him tested for sleep apnoea
My neighbour hasn't registered anywhere, can I bring her in
My nan has started to repeat herself over the past year, can we get her memory looked at
My son thinks he might be autistic, he's 20, how does he get assessed
Little one isn't walking at 13 months but pulling up and happy, should I wait
My niece has head lice, do we all need treating
Does my partner need checking, his dad has prostate cancer, no symptoms
His teacher says he squints at the board, do we come to you or the optician
Our lad's got chickenpox, spots crusting, he's bouncing about, when can he go back to school
She's got hand foot and mouth, eating ice lollies, no bother, can she go to nursery
Conjunctivitis both eyes, gunky in the mornings, he's not bothered, do nursery need drops
Tha knows I'm nobbut after me tablets, love
Me bunion's giving me what for, can I see foot lady
Our kid's got a right cob on coz he needs his verruca seein to
I'm proper jiggered after nights, can I get a blood test for iron
Me ears are bunged up summat rotten, syringe em?
Howay man, is the flu jab in yet
Ow bist, just need me repeat sent to Boots bab
Am just after a wee line for ma work, had the cold
Och it's just ma eczema again, the usual cream
Where's me appointment to, and what time like
I'm fair clemmed with this diet, can I see the dietician
It's red hot in our loft and I've a prickly heat rash, what's good for it
so I went to the chemist and the chemist said ask the doctor and the doctor's line said ask the chemist and all I want is the same shampoo I had in the spring
I'm sorry to go on, it's only that my sister has moved in, and she has her own doctor in Leeds, and she's having her bathroom done, so can she see your nurse for her leg ulcer dressing while she is here, it's healing well
we went to Whitby for the week and I forgot my tablets so I bought some ibuprofen and my knee was no better or worse and then I thought well I've got that review coming up so when is it
I used to see the lady doctor on a Thursday before she had her baby and she said come back when the summer's over and now it's October and I've forgotten what it was for
my son bought me a blood pressure machine for my birthday and it says 128 over 76 every time, is that one to write down for you
the bus only goes at ten past and the clinic's at quarter past so could I have a later one please, and if not I'll get my neighbour to drop me
okay so I want to book a blood test for um Thursday no Friday sorry that's the telly hang on yes Friday
it's about my prescription full stop the one for my skin comma can you send it to the chemist on the high street thanks
hello is this recording right my name is Jean and I want the results of my ultra sound thank you bye bye
can you ask the nurse to ring me about my dressings no not you Alexa stop
my wrist splint's gone mouldy could I have a new won please
hi hun can u sort my repeat b4 fri ta x
soz missed ur call was on shift wot did u want
pls cud i get appt abt my contraception not urgent ty
cud u send my sick note 2 my email n not the post thx
my lo has dry skin on her cheeks wot cream is best x
need jabs 4 thailand in jan do u do them
Sore throat two days, eating and drinking, do I need antibiotics
Tickly cough left over from a cold, sleeping fine
Sprained my ankle on Sunday, walking on it, bit of bruising
Loose tummy since the takeaway, drinking well, easing off, when can I go back to work
Small splinter in my thumb, came out, does it need anything
Nappy rash, cream isn't shifting it
Graze on her knee, plaster keeps coming off
Insect bite on my leg, itchy, about the size of a penny
Ingrowing toenail, a bit tender
Wax in both ears, been using the oil
Hiccups on and off for a day, annoying
Mouth ulcer for five days
My back is stiff after digging the allotment, easing with a bath
Lump on my wrist for years, wants taking off for looks
Hot flushes, want to talk about patches
Tennis elbow, had the exercises, want to see the physio again
Funny taste in my mouth since the antibiotics
My hair is thinning on top, anything on the NHS
Tired since the clocks changed, is it worth a blood test
I'm 20 weeks and feeling well, when is my whooping cough jab
Eight weeks pregnant, what vitamins should I have
Heartburn in pregnancy, is gaviscon all right
Can I dye my hair at 16 weeks
My baby is six weeks on Friday, when is her check
He's four months and dribbling, is that teeth
Baby has a flat spot on his head from lying the same way, health visitor said mention it
Constipated toddler, eating well, is lactulose all right
Three year old wets the bed, nearly always has, any tips
`;
