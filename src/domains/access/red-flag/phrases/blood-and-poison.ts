import type { CategoryPhrases } from './phrases.ts';

export const anaphylaxis: CategoryPhrases = {
  category: 'anaphylaxis',
  flags: `
anaphylaxis to nuts as a kid, it is starting again
tongue is swelling up
her lips have swollen up after eating prawns
throat is closing up
my throat feels like its closing
severe allergic reaction to a wasp sting
face swollen and hives all over after taking amoxicillin
just used the epipen
anaphylaxis??
he ate peanuts and his mouth is puffing up
my lips are huge and itchy, started ten minutes ago
come out in hives and feel wheezy
allergic to nuts, ate a biscuit and now throat feels tight
stung by a bee and my tongue feels fat
allergic reaction and struggling to breathe
toungue swollen
ate a satay and now my mouth is tingling and my lips have blown up
bee sting, now covered in lumps, feeling faint and throat is tight
came out in a rash after the penicillin and her tongue's swollen
eyes and lips puffed right up after new tablets and feel like i cant swallow
having to use my sons epi pen, what do i do
my throat is swelling
got stung on the neck and now I can feel my throat going
lips like a duck, swollen since taking ramipril
baby has swelled up all over his face after egg
cashew in the curry, itching all over, dizzy, chest tight
his face has ballooned and he's covered in wheals
My son is allergic to nuts and his lips are swelling now
reaction to antibiotics - face swelling and rash
cant swallow, tongue huge
throat tightening after eating shrimp
wasp stung my lip and it's swelling fast, tongue tingling
daughter ate egg, now wheezing and covered in hives
I've got a lump in my throat feeling like it's closing after new antibiotics
face blown up like a football
alergic reaction face swolen up
throat is swolen and hard to breath after nuts
toung is getting bigger
my child's lips swelled after eating kiwi and he's coughing
came into contact with latex and now eyes, lips and hands are ballooning
I had a reaction like this before and ended up in resus, my tongue is tingling again
my whole body is itching and my throat feels weird after the new antibiotic
I took the first dose of my antibiotic an hour ago and now my lips are swelling and I feel wheezy.
My daughter ate a cake with nuts in and her face has puffed up.
He's come up in big red lumps and his eyes are swollen shut after eating fish.
Had a new tablet at 9 and by half past my eyes and mouth had swollen and I came out in hives.
throat feels like it's closing over
my lips and tongue are swelling after a peanut
she's come out in hives and can't breathe properly
ate nut, face is big, cannot swallow
bee sting and now lips fat and dizzy
rash everywhere and tight throat after the new tablets
tongue itching and throat going tight after the fruit salad
mouth tingling and neck tight straight after the shellfish
lips have puffed up after the prawn crackers and his voice has gone hoarse
throat closing up since the new tablets
stung an hour ago, hives all over and I feel faint
face ballooned after the hair dye, tongue feels thick
he's used his EpiPen at school and he is coming out in lumps again
came up in weals from head to toe and I'm wheezing, had a satay
her eyes have swollen shut after the cashews and she's being sick
`,
  quiet: `
need a new epipen, the old one expired
allergy to penicillin, please put it on my record
hay fever tablets please
rash from new washing powder, just itchy
swollen glands and sore throat
lip is sore from a cold sore
swollen gum from wisdom tooth
can you refer me for allergy testing
school needs an anaphylaxis action plan signed
eyes itchy and puffy from pollen
my daughter is allergic to eggs, can she have the flu vaccine
dry chapped lips
`,
};

export const bleeding: CategoryPhrases = {
  category: 'bleeding',
  flags: `
the bleeding I had years ago in my stomach has returned
bleeding heavily and it wont stop
coughing up blood
vomiting blood
sick with what looks like coffee grounds
nose bleed for 40 minutes wont stop
passing big clots and soaking a pad every half hour
blood pouring from his hand
black tarry poo
theres loads of blood in the toilet after i had a poo
dad on warfarin and hes bleeding from his leg and cant stop it
lots of blood coming from my bottom
the wound is pumping out blood
threw up and there was blood in it
shes lost a lot of blood
varicose vein burst, blood everywhere
PR bleed fresh blood ++
my stitches have opened and its bleeding loads
tooth out this morning and its still bleeding through everything
I've been sick three times and the last two had bright red blood in it
poo is like black tar and feel light headed
she caught her varicose vein on the table and it's spurting
nose been bleeding non stop since lunch, on blood thinners
coughed up a load of blood this morning
flooding through super plus pads every 20 minutes and feel faint
My husband is passing blood clots out his back passage
cut wrist on glass and it wont stop bleeding
there was a lot of fresh red blood in the toilet pan when I went
blood gushing from nose not stopping
i did a poo and it was all blood
puked up dark brown bits like coffee
mums leg ulcer is bleeding through all the bandages
passing clots size of a plum and feeling dizzy
been coughing up bright red blood
Bleeding from back passage, quite a lot, bright red
can't stop the bleeding from my hand
My stoma bag is full of blood
vomited blood twice
nose won't stop bleeding, 1hr now
blood in my poo and lots of it
there is blood when I cough
Bleeding from down below, soaking towels, not my period
cut his leg on the mower and the blood wont stop
my poos are black and sticky
bleeding loads after my c section
his nose is gushing and he's on apixaban
My wife has just passed a massive clot and is really dizzy
There's blood all over the bathroom from my dad's leg
every time I cough there's blood in the tissue
bringing up blood
toilet bowl was red, it came from my bottom
bleading wont stop
been sick and its got blood in
pooing blood
losing loads of blood
blood coming out my ear after a bang
nose bleed an hour still going
heavy bleeding with clots, changing pad every half hour
tarry stools
my tooth socket is still pouring blood 6 hours after the dentist
I've had diarrhoea with a lot of blood mixed in
my husband's been vomiting dark stuff that looks like coffee
haemorrhaging after the miscarriage
he caught an artery I think, it's pumping out
My periods never been like this, flooding through everything, light headed
I went to the toilet and there was a lot of dark red blood and I feel wobbly.
I have been to the toilet three times this morning and it's mostly blood.
I was sick in the night and there was a lot of blood in it.
My husband takes warfarin and his nose has been bleeding for two hours.
I keep bringing up bright red blood when I cough.
Dark red clots keep coming and I've soaked four pads since lunch.
Piles? I've filled the pan with blood twice today and I'm light headed.
spitting up blood since this morning
his leg's pouring with blood from the glass
blood pouring out of a cut on my arm
I've thrown up blood
my mum is passing blood when she goes to the toilet, loads of it
vomit is red like jam
blood not stopping from nose, takes rivaroxaban
toilet bowl full of clots and I am weak
vein on my shin has burst and it spurts when I take my finger off
caught my hand in the mower, third towel is soaked
my nose has been pouring for an hour and I take rivaroxaban
sick looks like coffee grounds
poo is black as tar and sticky, feeling faint
flooding through a pad every half hour, clots like plums
tooth came out this morning and my mouth keeps filling with blood
it will not stop, it's pumping out of his arm
coughed up an egg cup of bright blood
`,
  quiet: `
blood test form please
my blood pressure reading was 138 over 82
gums bleed a bit when I brush
bloods results back yet?
small nosebleed yesterday, stopped after a minute
cut my finger last week, just want the dressing changed
speck of blood on the tissue after straining, I get piles
when can i give blood again after my jab
heavy periods for years, would like to discuss the coil
I need a sick note for two weeks
blood sugar diary to hand in
blood group please, for my records
`,
};

export const poisoning: CategoryPhrases = {
  category: 'poisoning',
  flags: `
ive taken all my tablets
taken all her pills
took an overdose
my toddler drank bleach
swallowed a button battery
son has eaten some berries from the garden and is being sick
took 30 paracetamol last night
overdosed on her antidepressants
accidentally took a double dose of my heart tablets
she has had a whole packet of ibuprofen
2 year old got into grandmas blood pressure tablets
carbon monoxide alarm went off and we all have headaches
drunk a bottle of vodka and some pills
he injected too much insulin
i have took to many co codamol
child swallowed a dishwasher tablet
given the wrong medication by the carer
think my drink was spiked
my three yr old has eaten some of my iron tablets
I think I've took too many painkillers, lost count
He's necked a load of pills and won't say what
gave my mum her morning tablets twice by accident
drank some of the antifreeze from the garage
dog's worming tablet swallowed by my son
our boiler alarm for carbon monoxide is going and I feel sick and dizzy
battery missing from the remote and my baby was chewing it, might have swallowed it
I have taken a lot of sertraline today
wee one got into the calpol and drank half the bottle
swallowed bleach by accident
took my husbands heart pills instead of mine
i swallowed 2 boxes of paracetamol
taken loads of her diazepam and some wine
daughter ate a laundry capsule
he has injected twice the insulin he should
granny has been taking her warfarin three times a day by mistake
i have took an od
child ate mushrooms growing on lawn
I've taken more of my tablets than I should have
my 2 year old swallowed a coin
she took a load of paracetemol after an argument
drank drain cleaner
took my medicine twice today by accident, diazepam
hes taken something and is acting weird
toddler ate grandads pills
inhaled chlorine fumes cleaning the bathroom, coughing
drank a bit of white spirit thinking it was water
he's taken a massive overdose
took my tablets twice, cant remember, feel woozy
my dog's tablets have been eaten by the toddler
swallowed a load of pills after a row with his dad
3yo put a lithium battery in his mouth and now it's gone
she's swallowed nail varnish remover
Grandma took a weeks worth of tablets in one go
i took to many pills
over dose
swallowed bleech
toddler swallowed tablets
he ate a whole pack of ibuprofen
I've had 20 codeine
took something to end it
shes drunk a bottle of calpol
taken twice my insulin
he's eaten rat poison
my carer mixed up my tablets with my wife's
found my daughter with empty packets of paracetamol
I double dosed on my warfarin
whole family has headaches and sickness and our boiler is faulty
my kid's got hold of a vape and drunk the juice
took an entire strip of my blood pressure tablets
My son found my heart tablets and I don't know how many he has eaten.
My daughter has told me she has taken twenty paracetamol tablets.
My little boy has been chewing on my blood pressure tablets and I don't know how many he's swallowed.
I took two lots of my insulin by mistake this morning.
My son drank from a bottle of cleaning fluid under the sink.
I've had far too many of my morphine tablets.
gran took my grandad's tablets with hers this morning
She's been at the gin and swallowed all her sleeping pills.
my son licked a slug pellet
Just realised I gave the baby ten times the dose of medicine
my daughter has swallowed a handful of my pills
I took an overdose last night
dog ate them? no my 2yo ate the slug pellets
took my methotrexate daily by accident for a week
been having methotrexate every day since the new box
swallowed his mum's tablets, maybe five
gave dad his evening insulin twice
drank from the weedkiller bottle in the shed
I think I've had my morning tablets three times over and feel peculiar
he gave her his own heart tablets by mistake
she took her whole week's box in one go
toddler drank some of the plug hole cleaner
four patches on at once and he's hard to wake
swallowed one of those little round batteries
took a handful of paracetamol last night, feel fine, do I need anything
grandchild had her mouth round the weedkiller
the alarm went off for the boiler and we've all got thumping heads
he got his insulin doses mixed up and had the big one twice
`,
  quiet: `
taken all my antibiotics and still got the cough
overdose of paperwork here, sorry for the late form
food poisoning last week, better now, need a note for work
I take paracetamol and ibuprofen for my knee
too much medication waste, can you stop the laxatives
run out of tablets, need a repeat
poison ivy rash? just itchy
can I take ibuprofen with my blood pressure tablets
my sons hearing aid batteries have run out
I have reduced my drinking and want advice about alcohol support
vitamin d tablets, how many should I take
toxic workplace, signed off, need extending
`,
};
