import type { CategoryPhrases } from './phrases.ts';

export const sepsis: CategoryPhrases = {
  category: 'sepsis',
  flags: `
had sepsis two years ago and feel exactly like I did then
I had meningitis as a child and it feels just like that time
he was in intensive care with sepsis last year, he looks the same now
Two years ago I had sepsis. I feel like I did that time.
He had bacterial meningitis when he was four. Now at seventeen he says it feels the same.
think she might have sepsis
very confused since last night and shivering
skin is mottled and cold
dad has a water infection and now hes really confused
shaking uncontrollably with a temperature
cold and clammy and not making sense
never felt so ill in my life
hasnt had a wee all day and is very drowsy
red line going up my arm from the cut
temp 40.2 and shivering violently
stiff neck, headache and the light hurts
elderly resident suddenly confused and hot
I feel like im dying
rash wont fade with a glass
grey and sweaty and breathing fast
meningitis symptoms
rigors after catheter change
mum is hallucinating and has a fever
Husband has had a chest infection and now he's rambling and doesn't know what day it is
She is burning up, freezing hands, blotchy skin and breathing fast
I feel absolutely dreadful, cant stop shivering, wound from my op is oozing
carer calling, client not herself, very drowsy, urine infection, not eaten or drunk
hot red leg and I feel so ill I can't stand
39.8 fever, rigours, kidney pain
Not passed any water since yesterday lunchtime and feel really poorly
daughter 19 at uni bad headache, stiff neck, cant stand the light on
80 yr old, catheter, hot, muddled and not passing urine
shivery shakes, temp 39.5, burning wee and back pain
I have never felt this ill, freezing cold but sweating
mother-in-law acting strange, hallucinating bugs on the wall since yesterday
skin gone blotchy and blue, breathing quick
wound infection, red line creeping up leg
he's off his legs, confused and smells of urine
my dad is delirious
feel like I'm dying, burning up and shaking
my mother is confused and hot
skin looks marbled, very sleepy
fever with stiff neck
blotchy rash that does not fade when pressed
not peed for 18 hours
been told to watch for sepsis and he's got cold hands and fast breathing
Dad's temp is 39.9 and he's talking rubbish
feeling very ill with shivers and I've got a kidney infection
Gran is all confused and can't stay awake
my hand is infected and the redness is racing up my arm
hot, shivering, heart racing, breathing fast after miscarriage
nan talking to people who aren't there
My dad is grey, sweaty and confused
hands and feet are freezing but temperature 40
bad rash, purple, glass test positive
feel seriously ill, shaking, cant stop
mum is very confused and feverish
septic?
rash n fever n stiff neck
temperature of 41
gran is hot, sleepy and not making sense
hasnt had a wee since yesterday morning and is poorly
I'm worried about sepsis, she has a wound that's hot and she's gone vacant
dad's breathing is fast, he's cold to touch, and doesn't seem to know me
terrible shakes and fever since my catheter was changed
leg cellulitis has doubled since this morning and i feel awful
my son at uni has a rash, headache and can't bear the light
feels like I'm going to die, fever, shaking, heart racing
My husband came home from hospital on Friday. He's now shaking, his skin looks grey and he keeps saying odd things.
My father had his catheter changed yesterday and now he's shivering and confused.
I've had an infected toe for a week. Since last night I've been shaking and I feel really ill.
My mother is 88 and has become very muddled since yesterday. She has a temperature.
I've got a kidney infection and I'm shaking so hard the bed moves.
Grandma's urine is dark and she doesn't know who we are today.
I feel iller than I've ever felt.
he had tonsillitis and now he's shivering, mottled and can't stay awake
My catheter's blocked, I'm burning up and seeing things
Mum's leg wound is black and she's confused
my skin is blotchy, I'm freezing and I feel like death
granddad has a chest infection and is suddenly really confused
no spleen and feeling hot with shivers
spleen was removed, temperature 38.4 since lunch
sickle cell and a fever of 38.6
carbimazole tablets and now a raw throat and temperature
on clozapine with a sore throat and fever
azathioprine, mouth ulcers and high temperature
wound smell bad, I am shaking and hot
old lady is confuse today, hot, no pee
kidney transplant and shivering with fever
arms gone mottly and feels shocking
hardly weed for a day and feels dreadful with it
looks awful, skin patchy and cold, barely any wee since last night
she's shaking so hard the bed rattles and she's muddled
legs have gone blotchy like corned beef and he's freezing cold
wound is oozing and I've got the shivers, never felt so ill
water infection and now he's talking rubbish and hasn't weed since yesterday
purple spots that stay when I press a glass on them
breathing fast, heart racing, skin like marble
mum's catheter is blocked and she is burning up and confused
feel like I'm dying, hot and cold, since the drain came out
`,
  quiet: `
confused about which tablets to take at night
a bit confused about the appointment letter you sent
septic tank is near our house, water sample advice
cellulitis nearly gone, finishing antibiotics tomorrow
I had sepsis in 2018, can I have the pneumonia vaccine
dying for a coffee in your waiting room
temperature of 37.2, runny nose
memory is getting worse over the past year, forgets names
stiff neck after sleeping funny
UTI symptoms, stings when I wee
`,
};

export const chemoFever: CategoryPhrases = {
  category: 'chemo-fever',
  flags: `
on chemo and temperature 38
having chemotherapy, feel shivery and unwell
my wife had chemo last week and is burning up
chemo patient with fever
neutropenic and coughing up green stuff
temp of 37.9 and i am on cancer treatment
I had my third cycle of chemo friday and now flu symptoms
leukaemia treatment, has got a temperature
kemo on tuesday now got chills
husband on immunotherapy, fever and rigors
I'm having chemo for breast cancer and my temp is 38.2
had chemo on monday feeling really rough and shaky
he's neutropenic and he's spiking a temperature
Undergoing chemo at the Marsden, feeling shivery tonight, 37.8
mum on chemotherapy, not well at all, hot and cold
post chemo day 8 and throat infection with temperature
having chemotherapy and have a temperature
fever while on chemo
on chemo feeling hot and shaky
chemo last week, temp 38.5
chemo and fever
on kemo got temp
I'm mid chemotherapy and have started with a sore throat and temperature
neutropenic patient, rigors
I had chemotherapy last week and my temperature is 38.1.
Day five after chemo and I've got the shivers.
I'm on chemo and came over all shivery
I'm having chemo and have a high temperature
cancer drip last week and now shake and hot
on the chemo tablets, temperature won't go down
low bloods from leukaemia, feels dreadful and shivery
third lot at the cancer unit Monday and I'm hot and cold by turns
on the red devil, temp 38.1
is paracetamol all right for a fever between my capecitabine
shivering, had my drip at oncology last week
neutropenic and feel rotten, throat on fire
`,
  quiet: `
chemo finished in 2020, annual blood test
letter about my chemo appointment transport
need a wig prescription after chemo
mum starts chemotherapy next month, can I have a carers form
radiotherapy transport form
prescription for mouthwash before chemo starts
`,
};

export const hotJoint: CategoryPhrases = {
  category: 'hot-joint',
  flags: `
I had a DVT years ago and my leg is doing the same thing again
Had septic arthritis in my knee years ago, it's like it was then
knee is hot, red and swollen
my elbow has swollen up and is hot to touch
hot swollen ankle and fever
wrist is red hot and puffy and i cant move it
calf is swollen and painful
back of my leg is hot, red and swollen
could be a DVT
replaced knee is hot and red and very sore
knee blown up like a balloon and burning
big swollen hot joint, shivery
knee has come up huge, boiling hot and I can't bend it
elbow red hot and swollen, feverish
calf is tight, swollen and warm after my flight
big toe? no, knee - hot red swollen and I have a fever
my ankle is puffed up and burning hot, cant put weight on it
leg swollen hot and red below knee, just flown from india
red hot swollen knee
swollen hot painful elbow with fever
calf is red hot and swollen
knee joint swollen, red and hot to touch
my calf is sore swollen and hot
hot swollen knee
red swollen hot wrist
my knee replacement is red hot and weeping
my leg is swollen, red and warm, I've been on a long flight
My knee is very swollen and hot and I can't bend it. I have a temperature.
My wrist has swollen right up, it's red and hot and I can't move it.
my elbow's hot, massive and throbbing
swollen red hot knee and I feel feverish
ankle hot red and fat, fever, cannot step
knee blew up overnight, scorching, can't bear weight
baby will not move his leg, hip sore, hot
knee come up like a balloon after the jab, shiny and throbbing, feel rough
his knee is twice the size and giving off heat, screams if you brush it
ankle scarlet and boiling, got a temperature, on methotrexate
new hip is red hot and I've the shivers
can't move my elbow, it's swollen up like a cricket ball and hot
child won't stand on his leg, hip sore, and he's feverish
`,
  quiet: `
knee aches in cold weather
arthritis in both hands, worse in the morning
ankle twisted two weeks ago, still a bit swollen
hot flushes, menopause
hip replacement follow up
hot water bottle helps my shoulder
joint appointment with my wife
swollen ankles by the evening for months
`,
};
