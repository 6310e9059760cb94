import type { LearntTexts } from './phrases.ts';

/** The red texts of docs/safety/evaluation/red-flags-4-tuning.csv, to learn from: none is promised to flag. */
export const learntFourthRed: LearntTexts = {
  red: {
    abuse: `
My mate at college is being sent to Pakistan in the holidays to get married and shes only 16, she's terrified
he hit me again
moms bf comes in my room when shes on nights and i dont no who to tell
Me lad takes me pension off us soon as it's in and gives us a clout if I mither
he wont let me go out on my own n checks my fone evry nite pls dont text back
Please take my partner off my records and dont let him see my messages, he'll go mad if he knows I rang about the bruises
Can I get the morning after pill without it going on file, I said no but he carried on anyway
I lost my rag and I shook him I shook the baby he's gone to sleep now but I'm scared I'll do it again
My husband family keeps my passport and if I do not cook correct they lock me in room
My nephew has my bank card and he gets ever so cross if I ask for it, I'm not to have the heating on
The little girl downstairs has finger marks on her arms again and says she isn't allowed any tea
When we undressed him there were bruises inside both thighs, different colours, and he flinched and begged us not to tell his daughter`,
    anaphylaxis: `
Lad on our site got stung by a wasp, he's gone blotchy and wheezy and keeps saying something terrible is about to happen
How do I order a replacement epipen? We've just had to use ours on Ollie and he's still hoarse and puffy round the mouth
Same as happened with the kiwi when I was twelve, gums tingling then my whole mouth puffing up, only this time the antihistamine hasn't done a thing
Started the new amoxicillin at lunch, now my throat feels like its closing in a bit and im itchy head to toe, should I take the teatime one
she's come up in great big welts after her first scrambled egg and her face is ballooning up while i type this
not got a rash or owt but since that nut bar me voice has gone croaky, feels like a golf ball in me neck and I'm swimmy headed
ate a satay thing n now my tongue feels massive lol
After dentist medicine my eyes closing from the big swelling and voice is changed, hard to swallow my water
I had a prawn sandwich from the garage and now I can feel my throat going narrow and my lip is the size of a sausage
lips swelling up fast
That ramipril you gave me, my tongue's got that thick I can't get my teeth in and I'm dribbling down my cardigan`,
    bleeding: `
My brother drinks a lot, he's just been sick and its bright red, loads of it, he's begging me not to ring anyone
When I went to the lavatory it was black and sticky like tar and I came over ever so faint
In the toilet all water was red, many times today, not from my period, from behind
Can I bring my varicose vein appt forward, one of them has burst on my shin and it spurts every time I lift my thumb off
had my tonsils out a week ago and I keep swallowing blood and now I'm spitting big lumps of it in the sink
bein sick and theres blood in it
Caught me hand wi't hedge trimmer, it's pumpin out, third towel's sodden already
Did Mrs D's pad at 2pm and there was blood from her back passage everywhere, I'd say a mugful at least, and more coming
period is mental soakin a nite pad evry 20 mins n clots the size of a satsuma feel rly lightheaded
I'm on warfarin and I've had a nosebleed since 6 this morning, gone through a full bog roll and two tea towels
Hubby's brought up something that looks like wet coffee grounds and he's white as a sheet`,
    breathlessness: `
My daughter is breathing very fast like a dog in summer and skin between the ribs is going inside, she not want to drink
cant finish a sentance without stopping for air
cnt breeve prply had 2 sit on the floor its gettin worse not better
My flatmate's got a bit of steak stuck, he's making a whistling noise and can't talk to me
Wor lass cannit get any air in, she's hangin on to the worktop and gone a right bad colour
his lips have gone a funny bluey colour round the edges and his tummy's sucking right in every time he takes a breath
please can I have another blue inhaler, ive done about twenty puffs since dinnertime and I'm still dead tight, had to stop twice just getting to the kitchen
I am I am struggling to get to get my breath in since this since this morning and its scaring me
The gentleman I look after with COPD is too puffed to eat or answer me today, just nods, and his fingernails look purple
Message for whoever sorts the oxygen supplier forms - mum's finger thing says 81 this morning and she's a nasty dusky shade, do we need new tubing
I've slept sat up in the armchair three nights running and today I can't even get to the commode without gasping`,
    'cauda-equina': `
bk went at the gym cant feel my bits n havent pissed since last nite
numb undercarriage cant wee bad back
Had prostate cancer that went to the spine. Since Sunday my legs won't hold me up and I've lost control of my motions
My legs became weak from yesterday, I can not control the toilet, before this I had much pain in back
My partner slipped a disc and now he can't tell if he needs a poo till it's too late, and he's walking like he's drunk
The gabapentin isnt helping, and it feels odd sitting on the loo, like it's someone else's bum, I'm straining to get a wee out and me knees keep buckling
Physio self referral form. Back pain 3 weeks, foot now flops when I walk, started wetting myself on Tuesday
The sciatica's in both legs now and I've messed myself twice without knowing, I am so ashamed
She was getting about with her frame last week. Today she can't lift either foot off the bed and she's been incontinent both ends, which is brand new
everything between my legs has gone numb like at the dentist and my left foot keeps slapping the floor`,
    'chemo-fever': `
can you move my district nurse PICC line flush, feeling lousy with a temp of 39 since my treatment on Friday
I had my third lot at the cancer unit Monday and now I'm hot and cold by turns, I've lost the card with the number on it
Is it ok to take paracetamol for a fever between capecitabine cycles? just did my temp and it's 38.4
Our little lad has leukaemia, on maintenance, he's flushed and clingy and 38.3, hospital ward line is engaged
My wife take treatment of cancer in vein, five days before, today she is with fever and mouth full of wounds
on chemo temp 38.6
mums having the red devil drip 4 breast cancer n shes shiverin n burnin up now
Dad's white cells were rock bottom at his last oncology bloods and tonight he's got the shakes and a hot forehead
I don't feel too bad in myself, bit warm, 38.2, only mentioning because my last chemo was a week ago Tuesday
Had me chemo last week duck, now I'm sweatin cobs and coughin up green and I feel proper ropey
I'm ten days after my chemotherapy for lymphoma and my teeth are chattering I can't get warm but the thermometer's saying thirty eight point nine`,
    'chest-pain': `
Wouldn't call it a pain as such, more a pressure behind the breastbone, but I've come over all sweaty with it
hiya its erm its like a elephant on my ribs no I mean its like a wait and it goes threw to between my shoulder blades
I had stents put in 2016 and this is exactly the same feeling I had back then, started while I was watching telly last night and its still there
chest really heavy, left arm tingly
Good morning, my husband he has since two hours a pressing here in the middle of breast and he is sweating very much and grey in the face
Need a sick note please. Off since Monday because every time I do the warehouse stairs I get a crushing feeling in the middle of me chest and have to stop
can you put more of that GTN spray on my repeat, ive got through nearly a whole one since the weekend and its not touching it now
Ee I've a reet pain across us chest like a horse has kicked us, and it's gannin down me arm an aall
I don't like to bother you dear, it's just a tight band right round under my bust that came on pegging the washing out, and now my jaw aches too
m8 my chest is propa squeezin n i feel sick as, cant get rid of it since the gym this morn
Dad swears its indigestion but he's had three Rennies and he's still rubbing his breastbone and clammy as anything`,
    'child-dka': `
dd has like 5 bottles of squash a day n always weein n shes got so skinny just wants 2 sleep
My boy seven years drinks water all night and clothes are big for him now, he is without power to play
he's drinking out the bath tap, wetting the bed again at 8 years old and his school trousers are falling off him
Our granddaughter is stopping with us, she's drinking us out of house and home, very listless, and her breath smells of pear drops
School want a doctors letter so Ruby can have a toilet pass. She goes every lesson, takes two big bottles in, and she's dropped a dress size since half term
Our youngest's gone reet scrawny, suppin pop like there's no tomorrow and now he's panting and got belly ache
i pee like 8 times a night and down loads of water, lost a stone without trying, so shattered i fell asleep in my mock
son 6 always thirsty, gone thin
More canesten for my toddler's nappy thrush please, keeps coming back, she's soaking through nappies every hour and never without her beaker, ever so floppy and cross lately
I'm a year 3 teacher and one of our mums asked me to ring, he's always at the water fountain, looks gaunt and today he's put his head down and been sick`,
    collapse: `
Grandma went down like a sack of spuds in the hall and I cant get her to come round properly
hes not responding to me
Need to know about telling DVLA. Blacked out at the wheel last night with no warning and came to in a hedge
I found myself on the bathroom lino and have no idea how I got there, must have been a good while as the bath had gone cold
Since you doubled my blood pressure pills I've keeled over twice today, second time I was out cold a few minutes according to the wife
my friend passed out at lunch and shes come back but she keeps going again and her eyes are weird
Our dad's spark out on't settee, he's not had a drink, been dead to the world since dinner and he wain't wake up for nowt
Went in to do her breakfast, she's breathing but I can't rouse her, not even shouting and shaking her shoulder
My father has fall down and he not answer me, eyes is open little bit, only white I can see
my husband just dropped while we were out jogging no warning he was gone for about a minute and now hes a horrible grey colour`,
    eye: `
My vision went for ten minutes today like a blind being pulled down then came back, that's what happened the week before my stroke in 2018
Suddenly from left eye I see nothing, only black, no pain
She's squirted one of those laundry pods in her face and won't open her eye at all, screaming the place down
It's as though a curtain has come down over my right eye, sort of grey, since I was filling the teapot this morning
gone blind in one eye
Sight's went in me one eye and me temple's that sore I cannot comb me hair, jaw's achin when I chew an all
woke up and half of everything I look at is just missing like somebody has rubbed it out
need to rebook my diabetic eye screening, since yesterday theres a shower of black blobs and flashing and a shadow creeping in from the side
My lad was rendering a wall and got lime plaster in his eye, it's gone all cloudy and he can't bear it open
picked up the nail glue instead of my dry eye drops and now my lids are stuck together and its burning
oven cleaner splashd in my eye it kills n everythins blurry`,
    'hot-joint': `
Mr Ahmed's knee is twice the size of the other one, giving off heat through his pyjamas, he shouts if we so much as brush it
My gout tablets arent doing it this time, ankles boiling and scarlet and Ive got a temperature, Im on methotrexate too if that matters
wrist swelled up over nite roastin 2 touch cant move it at all n feel shivery
Please cancel my shoulder physio, the joint's gone red and swollen up overnight and I can't lift it an inch, will rebook when it calms down
knee hot, massive, cant bend it
The new hip they gave me in March, it's hot as a kettle and I can't bear the sheet on it, and I've been all of a tremble
Me big knuckle's swole up red raw where cat bit us, can't shut me fist and it's throbbin summat chronic
I had a steroid jab in my knee last Thursday and its come up like a balloon the skin is shiny and throbbing and I feel rough as anything
My elbow become big and burning like fire, I can not bend, it began yesterday
2 year old wont put any weight on his leg since this morning, screams if i move his hip for a nappy change, temp 39`,
    'major-injury': `
rolled off the changing table onto the tiles about noon, been sick 3 times since and wants to sleep all the time
Insurance query, do I need a GP letter - horse rolled on my daughter this morning, she's pale and hurts all down her left ribs and side
Boy got kick to the head in football, now he ask me same question again and again and black circle in one eye is bigger
came off my bike no helmet cant rmbr gettin home n theres clear stuff drippin out my nose
Unwitnessed fall about 4am, her leg's turned out and looks shorter than the other, and she screams if we try and shift her
which painkillers are ok after a knock from a scaffold pole? my mate was sparked out for a bit and hes slurring now
a car hit me on the crossing about an hour ago I thought I was alright but my neck is agony and my hands have gone tingly
Tipped chip pan over mesen, skin's come off me arm like a glove
I'm on the blood thinners and caught my head on the cupboard door, there's a lump like an egg and I've been muzzy and queer ever since
He's come off the ladder from roof height and he says he can't move his feet
bone poking thru skin`,
    poisoning: `
All four of them woke up with banging heads and feeling sick and that alarm by the boiler won't shut up
We've given Mr Osman another resident's meds in error, whole lot including the insulin, and he's not diabetic
toddlers had the lid off the dishwasher tablets and theres foam round his mouth
I think I've had my morning tablets three times over, the box is empty up to Thursday and I feel most peculiar
took a load of paracetamol last nite but feel fine now tho do i still need 2 come in
drank screenwash by mistake
Little un's swallowed one o' them flat round batteries out the telly remote
Child is eating berries from the garden, shiny black ones, now vomit and the black of the eye is very big
How many codeine is too many? my partner's had 14 for his back and he's ever so sleepy with tiny little pupils
please reissue dads fentanyl patches, he's gone through them quick as he forgot to take the old ones off, got 4 on him and he's hard to rouse
My son's girlfriend has rung to say he's necked all his amitriptyline after a row and locked the door`,
    pregnancy: `
30 wks n bleeding
think im about 3 months, mum doesnt know, theres blood in my knickers and really bad cramps, please dont ring the house
They said at my 20 week scan that the afterbirth was lying low and to take it easy, which I have, my mum's had the toddler, anyway I got up to put the bins out and there was a gush down my legs and it wasn't waters it was red, it's slowed a bit since so didn't know if it could wait till clinic
avnt felt bubs kick since yday dinner tried cold water choc evrythin
I am pregnant four month and red water is coming with pain low
Babby's gone still on us, 33 week, and midwife line just keeps ringin out
I lost one at 9 weeks last year and its happening again, soaked through two pads since lunch, 10 weeks now
No pain whatsoever, just fresh red each time I wipe, I'll be 24 weeks on Thursday
Wife's 36 weeks, her head's splitting, she's seeing sparkly lights and her face has gone all puffy
I'm a week late and the test was positive and I've got a stabbing pain on one side and the tip of my shoulder and I feel faint
Need to change my midwife appt from Thursday. Also shes been ever so quiet in there today and shes normally a right wriggler, 31 weeks`,
    seizure: `
My wife had a funny turn at the table, first her arm was jumping and then all of her, she didn't know who I was for half an hour after
Please can school have a new care plan, Amelia had another fit this morning, went on way past when her rescue med should of worked and she's still not herself
he went all stiff then jerking with his eyes rolled up in his head, about 4 minutes, he's never done that before
jerking wont stop, 10 mins now
Resident's bit his tongue and wet himself, arms and legs were going like the clappers, it's stopped but he's talking gibberish, nothing about epilepsy in his notes
New lodger, I heard banging and he was rigid on the carpet making a horrible growling noise, then he went floppy and snoring
my sister has just had like a convulsion on the kitchen floor and shes got a brain tumor and theyve told us to ring if that happens
My son body was hard and shaking with the hot temperature, now he sleeps and I can not make him awake
my gf is shakin on the floor n frothing at the mouth wot do i do
i keep zoning out then waking up on the floor with everyone staring, they said i was thrashing about, it happened in maths today
ran out of his keppra on Friday and he's had three big ones today, one straight after the other`,
    'self-harm': `
My brother's given his dog away and told me where the will is kept and he sounds dead calm about it all
every time I'm on the bypass I think if I just turned the wheel it would all stop and nobody would know it was on purpose
I am very tired from this life, every night I ask God please I don't wake, and now I am thinking how I can do it
cba with being alive anymore tbh
i went deeper than normal last night with the blade and i didnt even care if it went wrong
Am not being soft like but I was stood on the wrong side of the railins two hours last night, only came down cos of the bairns
could I have two months of my zopiclone in one go, then I wont have to be a burden on anybody
Since Jean went I've put the house in order and written to the children. I shan't be needing the repeat any longer, thank you for everything
im not going to do anything silly but ive been looking up which trains go through our station without stopping
everyone be better off without me
Updating my next of kin. I want everything sorted before the weekend as I won't be around after that
Sorry, I know you're busy and there's people worse off, the baby's 10 weeks and she's lovely, everyone says how lovely, but I stand at the top of the stairs with her and I get these thoughts, and I've started thinking she needs a different mum and I could just go off quietly`,
    sepsis: `
After operation of gallbladder my mother is very cold, skin has grey patches and she speaks things that are not correct
They changed my catheter Tuesday and I've had such shakes since, teeth rattling, I have never felt so ill in all my days
shaking, blotchy skin, feel like im dying
mum cut her leg gardening its red n hot up 2 her thigh now n shes rly confused n breathin mega fast
Betty's got a chest infection, temp was 39.6 and now it's dropped to 35.1, she's dopey, pulse 128 on our machine, not her at all
Dad's on antibiotics for his waterworks but now he's talking rubbish, hands like ice, and he hasn't weed since teatime yesterday
chicken pox day 5, the skin round one of the spots has gone purple, she's burning up with mottled arms and isnt interested in anything
I had a baby nine days ago and I've got uncontrollable shivers and smelly discharge and my heart is going like the clappers
Started with a sore throat Wednesday so I thought just a bug, then I was sick, then hubby said I was muttering nonsense all night, and this morning I couldn't stand up to get to the loo, my legs look sort of lacy purple and I'm that cold but the thermometer says forty
cancel Mum's flu jab pls, she's far too poorly, doesn't know what day it is, skin gone patchy and hardly passed any water
He's gone all marbly on his legs, like corned beef, and he's shiverin fit to break the bed`,
    'severe-abdomen': `
hi can i swap my smear to another day, im doubled up with tummy agony since 4am and cant get off the floor
9 month old screams in bouts with his knees up then goes white and quiet, last nappy looked like redcurrant jelly
Buscopan and codeine have done sod all, my guts are a ten out of ten and rigid as a plank
Me belly's blown up like a drum, tight as owt, and I'm fetchin up brown muck that stinks
Pain in the belly so strong I can not walk, stomach is like stone, I have cold sweat
She's curled up on the bathroom floor, belly like a board, won't let anybody near it
worst stomach pain ive ever had, cant move
I've a lump in my groin that used to go back and now won't, I'm bringing up green and haven't passed so much as wind for two days
started round my belly button now its low down on the rite cant stand straight n evry speed bump had me screamin
it hurts if I even cough or move in the bed its like my whole tummy has seized solid and now I've got the shivers with it
There was an aneurysm they were keeping an eye on back in 2019, well now I've a dreadful pain in my tummy boring through to my back`,
    stroke: `
Could you cancel grandad's bloods today, he can't hold a pen or anything, his right hand went useless just after breakfast
nan went blank 4 like 10 min cudnt say my name n one eye was all saggy. shes ok ish now shud i bring her in
Ringing from Ashgrove residential, Mr Pell was right as rain at supper and now he's leaning right over to the left and taking no notice of anything that side
I woke from my nap and half of my face won't do as it's told, my tea keeps dribbling out of the corner
my speech has gone all slurry since about eleven oclock and I havent had a drop to drink and my leg is dragging behind me
My wife suddenly not can lift the arm and she speak like drunk but she never drink alcohol
It's probably nothing, I was doing the crossword as I always do after the Archers and I couldn't make sense of the clues, I could see them but they may as well have been Chinese, and then I went to tell Brian and it came out as gobbledegook and my hand was like a dead fish, that was an hour ago and it still isn't right
mouth drooping one side
Mums talking a bit funny this morning, her words are coming out the wrong way round and she keeps dropping her cup
Do I carry on with dad's apixaban? he's gone numb all down one side since half seven and cant find the word for anything
Our kid's face has slipped on one side, he reckons he's slept funny burrit's not right that`,
    'testicular-pain': `
13yo woke up crying holding himself down below, been sick twice, wont let me look
ibuprofen isnt touching this, woke me at 3 with the right testicle throbbing, thought id sat on it but no
Strong pain in egg of man, one side only, started in the night, with vomit
nuts r in agony 3hrs now n one gone red n hard
He'd be mortified me ringing but he's got a pain in one testicle that's gone up into his belly and he's been heaving with it
Me left knacker's come up like a tennis ball, come on all of a sudden while I were mowing
need a PE absence note for Jayden, his privates have hurt badly since this morning, one side's swelled up and he's walking like John Wayne
sudden ball pain
My crown jewels have swollen up something terrible on the one side, so tender I cannot sit down, begging your pardon
this is well embarrassing but one of my balls is killing since footy and its sat higher than the other`,
    'unwell-child': `
Bairn's that sleepy he'll not even look at his iPad, and the soft bit on his head's bulgin
He's like a little rag doll, can't hold his own head up, and he was sitting fine yesterday
Can the 8 week jabs still go ahead today? she's 38.1 and off her bottles
baby wont wake for feed
how much calpol for a 2 month old, thermometer says 39 and box says ask a doctor
my little one's got a rash like tiny bruises that's come up since dinner and she's really listless
Next door's baby has this weak moany cry and looks grey to me, the mum's only young and thinks its teething
purple dots on his belly did the glass thing n they r still there
My newborn is 3 week and body hot 38 and half, is this normal after bath?
I feel daft for asking because the health visitor said ring 111 and they said ring you, he had the bug that's going round nursery, the others are all running about, but he's not had a wet nappy since last night, no tears when he cries, well he's stopped crying really, he just lies there looking through me
Our grandson's got a temperature, cries if we put the big light on and won't bend his neck`,
  },
  quiet: ``,
};
