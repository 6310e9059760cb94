import type { CategoryPhrases } from './phrases.ts';

export const stroke: CategoryPhrases = {
  category: 'stroke',
  flags: `
had a stroke years ago, it feels like that again
dad had a stroke in 2018 and this morning he is the same as he was then
he had a brain bleed ten years ago and the headache has returned
I had a TIA in 2020 and its the same as that time
Had a bleed on the brain years ago and it's that same headache
I have a review for my stroke next week but my arm feels like it did then
had a TIA four years ago, letter says ring if it happens. it is happening
Brain haemorrhage in 2009 and that same headache today
my mums face has dropped on one side
one side of his face looks droopy and he cant talk properly
speech is slurred since this morning
dad is slurring his words and cant lift his arm
left side gone numb all of a sudden
right arm and leg went weak
I think my nan has had a stroke
she cant get her words out, just talking gibberish
husbands mouth is drooping and hes dribbling
worst headache of my life came on in seconds
query TIA this morning, resolved now
suddenly lost the feeling in my right hand and face
sudden confusion and cant walk straight
his smile is wonky and his left arm is weak
FAST positive
woke up and half my face was numb
thunderclap headache
grandad sounds drunk but he doesnt drink
my wife suddenly cant speak
Dad woke up and his mouth has gone all lopsided, he's dribbling his tea
not sure if urgent but my left hand has gone dead and i keep dropping my cup, speech a bit slurry
Mam cannae find the right words and her right leg is dragging
wife came over all peculiar, one side of her face slid down, better now
can't see properly and can't move my right arm since 10 mins ago
Resident in room 4: facial droop, L sided weakness
he is talking nonsense all of a sudden and looks vacant
blinding headache like being hit with a bat, out of nowhere
numbness all down my left side, started while I was making tea
My gran's eye and mouth are hanging down on the left
he keeps saying the wrong words and his arm wont do what he wants
pins n needles all down right side of body and face since dinner
I suddenly couldn't speak for five minutes yesterday, fine now
mum trying to talk but nothing makes sense, started an hour ago
dad cant smile properly, looks odd on one side
arm just went floppy while I was washing up
Sudden loss of balance, everything double, slurring
husband dragging his left foot since this morning
Mother's lost the use of her right hand since this morning
my face feels numb on one side
hes talking like hes drunk
grandma suddenly can't see out of one side and is dropping things
think my wife is having a mini stroke
he woke with his arm hanging limp
slurring speech after a fall
my husbands left arm and leg just stopped working
Mum had a funny do where she couldn't speak and her mouth twisted, lasted ten minutes
Can't lift my right arm up and my face is tingling
pt's wife says he is slurring and unsteady since 9
he can't string a sentence together this morning, very unlike him
sudden awful headache with vomiting and neck stiffness
my uncle's mouth is drooling on one side and he cant hold his fork
face has dropd one side
lost all power down my right side for 20 minutes
nan muddled her speech and her hand went useless
hubby cant speek proply
I have facial weakness and numb arm
my dad's left eyelid and lip are hanging and he can't seem to hold the phone
She sounds drunk and keeps veering to one side when she walks
lost feeling down one arm and couldn't find my words, came back after twenty mins
woke up this morning unable to move my left leg
My brother has had a bleed on the brain before and now has the same awful headache
mums gone all funny, can't understand a word she's saying
My wife's face looked strange at breakfast and she couldn't pick up her spoon with her right hand.
My wife's speech went funny this morning. It lasted about ten minutes and she seems fine now.
My mother can't lift her left arm and her face looks uneven.
I lost the feeling in my right hand and leg yesterday evening and they still feel weak.
My grandad's words are coming out jumbled and he's weak on one side.
hand went weak and I dropped my mug, mouth felt numb
My speech came out all wrong and my fingers wouldn't grip the pen.
his face isn't straight and he's walking into things on the left
Sudden numb leg and arm
my husbands face has gone wonky
mum cant lift her left arm and shes not making sense
tingling down whole right side and I can't hold a pen
her words are slurry today and she isn't walking straight
hand is not listening to me since morning
one half of the body no power, my husband
words come out like soup and his eye is drooping
suddenly he cannot understand what we say
numb down one side came and went twice today
leg keeps giving way on one side since I got up
foot folds when I walk, only the left, started today
arm drifts down when he holds it out
gran's smile has gone crooked
he's putting his slippers on the wrong feet and talking double dutch since dinner time
my hand won't do what I tell it since I got up
one side of him has gone floppy
dropped her cup twice, left hand won't grip
half of everything disappeared for ten minutes this morning, it's come back
his eye and mouth have slipped
couldn't get my own name out for five minutes earlier
worst headache of my life, like being hit with a bat
she's dragging her right foot all of a sudden
`,
  quiet: `
I was stroking the cat and it scratched me, slightly sore
stroke clinic letter not received yet
Different strokes for different folks, I suppose
my aunt had a stroke years ago, do I need a cholesterol test
face to face appointment please not phone
could I drop off a urine sample
numb toe for about six months, not changed
referral to speech therapy for my 4 year old lisp
mild headache on and off with my cold
tingling fingers at night, I have carpal tunnel
follow up with the stroke nurse is overdue
dropped in a form last week, any news
`,
};

export const collapse: CategoryPhrases = {
  category: 'collapse',
  flags: `
collapsed two years ago with my heart, same thing happened again today
mum has collapsed
he just passed out in the kitchen
found her on the floor not responding
unconscious
my wife fainted and hit the floor
grandad wont wake up
I keep blacking out
she went limp and her eyes rolled
hes not breathing
resident found on floor unresponsive
feel like im about to pass out
keeled over in tesco this morning
lost consciousness for a minute or two
hes drifting in and out
carnt wake him up
had a funny turn and went down
my son colapsed at football
unconcious after drinking
She just dropped like a stone in the hallway and didn't know where she was after
our neighbour is lying on the kitchen floor and not answering
passed out twice today getting off the settee
I can't wake my husband
went grey and fainted at the bus stop
collapsed at the gym, fine now apparently
pt found unresponsive by carers
he's out cold
she collapsed getting out of the bath and is confused
he's not waking up properly after his nap, I've shaken him
My flatmate is passed out and I can't get her to respond
went all light headed and blacked out at work
found grandad slumped in the chair
unrousable resident
my daughter fainted in assembly
he suddenly went to the ground and was unconscious for a minute
mum unresponsive
I blacked out behind the wheel
can't get grandad to wake up
she passed out and hit her head
My mum fell to the floor and we couldn't wake her for a bit
keep passing out when I stand
dad's lying on floor not talking
he is barely conscious
fainted this morning in the shower
he clapsed in the garden
my mother passed out on the toilet
unconsious friend
cant wake my boyfriend up
she's fallen and isn't responding
had a blackout while driving
Gran went down in the bathroom, came round after a minute but is very pale
Our son just went blank and dropped
He's slumped over and I can't rouse him
she wont rouse, i have shaken her
my husband is not rousing
I keep losing consciousness
she's breathing but nothing I do wakes her
My husband passed out in the bathroom and hit the floor. He's awake now but very pale.
My mother fainted twice this morning when she got up.
Mum went all pale and dropped to the floor, she's come round but isn't right.
He's drunk and I can't get him to wake up.
He was talking then just crumpled, eyes open, not answering.
nan had a black out in the shop
my dad just collapsed
boyfriend fainted and he's not coming round
I've passed out three times since yesterday
he fall down and not answer us
she went over at church, eyes open but nobody home for a minute
fainted with no warning while sitting
dropped like a stone running for the bus
found mum on the kitchen floor, she doesn't know how she got there
went down like a sack of spuds at church, out for a minute
he slid off his chair and his eyes rolled, came round grey
I can't rouse my husband properly
keep blacking out when I stand, third time today
she just crumpled in the queue
dropped in the shower with no warning
`,
  quiet: `
my chair collapsed at work so my back is sore, need a physio
blackout blinds question for migraine, anyway can I have my repeat
faint line on pregnancy test, want to register with the midwife
so tired I could sleep all day
the roof of the shed collapsed, nobody hurt, need a letter
your website is not responding
collapsed arches, want to see podiatry
i passed out of college, need my vaccination records
no response from the hospital about my referral
unconscious bias training certificate
`,
};

export const seizure: CategoryPhrases = {
  category: 'seizure',
  flags: `
had seizures as a teenager and they are back
hes having a fit
my daughter is having a seizure
she had a fit this morning, first one ever
fitting for five minutes and still going
shaking all over and not answering me
his eyes rolled back and his arms were jerking
febrile convulsion
epileptic fit, second one today
having a siezure right now
foaming at the mouth and shaking
toddler went stiff and started jerking
baby fitting
he keeps having fits and isnt coming round
my brother is convulsing on the floor
two seizures today which is not normal for her
my little girls body went all stiff and her eyes rolled, she was shaking
Jerking on the floor and wet himself, not epileptic
had another fit in the night
hes had 3 seizures since breakfast
she is fitting now
is having convulsion right now please help
my sister is shaking on the ground and biting her tongue
first ever seizure this morning
daughter (3) temp then went rigid and twitchy, lasted 2 mins
my husband keeps zoning out and jerking, had 4 today
my child is having a fit
had a seizure last night and bit my tongue
shaking and eyes rolling, wont respond
epileptic son has had 5 fits in an hour
My nan is twitching down one side and not responding
I think my baby had a seizure
son had a big fit, never had one before
girlfriend is fitting on the sofa
my son had a fit
sezure lasting 10 mins
daughters having a convultion
lad is shaking on floor frothing at mouth
Gone stiff as a board, eyes fixed, jerking
he's had back to back fits and rescue med hasn't worked
my dog? no my daughter, she's seizing
baby's arms and legs keep twitching and he's staring
My son went stiff and started shaking. It lasted about three minutes and now he's asleep.
She was jerking and foaming and wet herself.
He bit his tongue and was shaking for five minutes, never happened before.
she fitted twice in the night
my brother is having a seizure
toddler had a convulsion with a fever
his body shake and foam from mouth
eyes roll up and she goes stiff, second time tonight
woke with a bitten tongue and a wet bed, no memory of the night
fitting now, never had one in his life
first ever fit, man of 50
her arm started jumping and then all of her, didn't know me after
he went stiff, eyes up, jerking, for about four minutes
had two fits today and not right in between
first ever fit at work, the ambulance left before he was himself
toddler went rigid and shook with his temperature
woke up with my tongue bitten and the bed wet, everything aches
her fits are coming every hour
staring and smacking his lips, won't answer, been half an hour
`,
  quiet: `
fit note please
can you fit me in on tuesday
coil fitting appointment
I keep fit by swimming
my son had a hissy fit about his injection
in fits of laughter at the waiting room poster
epilepsy medication review due
seizure free for six years, need my DVLA form
need a fitting for compression stockings
fit kit for bowel screening hasnt arrived
`,
};
