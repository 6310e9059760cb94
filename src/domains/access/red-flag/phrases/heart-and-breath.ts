import type { CategoryPhrases } from './phrases.ts';

export const chestPain: CategoryPhrases = {
  category: 'chest-pain',
  flags: `
I had chest pain three years ago with my heart attack and it is back
heart attack in 2015, same pain has come back
Had a heart attack 6 years ago. It's happening again
my husband had a heart attack years ago, it has come back he says
aortic dissection 3 years ago, same feeling
I had angina years back and it's returned
ten years since my heart attack and tonight the same heaviness is on me again
I need my repeat. I had a heart attack in 2010 and the pain has come back
tight chest since breakfast
My chest is really tight and it wont ease off
got a crushing pain in the middle of my chest
hes got chest pain and its going down his left arm
feels like an elephant sitting on my chest
mum says her chest hurts, shes gone clammy
pain in chest and jaw, feel sick
bad indigestion but im sweating and my left arm aches
there is a heavy pressure in my chest when i walk to the car
I think my dad is having a heart attack
Pt reports central cp, chest discomfort on and off since 4am
my heart hurts
used my gtn spray three times and its not helping
angina is getting worse, pain just walking to the kitchen
chest pians all night
sharp pain under my left breast every time I breathe in
it hurts to breathe
hubby clutching his chest, says its nothing
Squeezing feeling across my chest, been going on an hour
chest pain, no relief from gaviscon
Hi, hope you're well. Just wondering if I can get an appointment this week, been getting this ache across my chest when I go up the hill to the shop, goes off when I stop
58M central chest heaviness since 0700, radiating L arm, sweaty
my chest feel like somebody squeeze it, pain go to the neck
been having twinges in me chest all mornin love
its prob nothing but my chest has been sore and tight and my arm is tingly
Grandma says there's a weight on her chest and she feels sick
chest pain when i breath in deep
Renewal of spray please, I've been needing it every day for the tightness in my chest
pressure in chest. Left arm heavy. Pls ring
i keep getting a stabbing feeling near my heart
Need my statins. Also woke at 3 with a really horrible crushing feeling behind my ribs, lasted half an hour.
It feel like stone on my chest when I walk
my tata has chest paining since morning and vomiting
dull ache left side chest and down inside of arm
Can someone ring my dad, he says its just wind but he's sweating buckets and rubbing his chest
tightness round me chest like a belt
chest really hurts when I lie down and better leaning forward
burning pain in breastbone and up into jaw
partner has pains in his chest, hes grey
my chest is aching something rotten and I'm all sweaty
chset pain and dizzy
Having pains in the chest whenever I climb stairs, need a doctor's letter too
husband complaining of a vice like grip round his chest
pain between shoulder blades and chest tightness
feels like someone standing on me, can't get rid of it, left arm numb
Good morning, my father (72) has been complaining about a strange tightening in his upper chest since he mowed the lawn. He is refusing to go to hospital.
ongoing chest pains past two days now sweating
heavy chest like a sack of potatoes on it
my left arm has been aching all morning and I feel sick and clammy
I have angina and the pain is coming on when I'm resting now
bad chest pain keep getting worse
Fluttering in chest then nearly blacked out
pane in my chest cant get comfy
tite chest n pain down arm pls help
he has a cheast pain for 2 ours
I'd like to reorder my inhalers and mention my chest has felt constricted with an ache in my jaw since last night
Been up all night with a gripping sensation behind the breastbone
chest discomfort, nausea, sweating, 66F
Since waking up I have had this horrible tightness going right the way across from one armpit to the other
my mum, who's diabetic, has an ache in the middle of her chest and looks dreadful
the pain started in my back and has now come round to my chest and neck
I cant take a deep breath without a stabbing pain in my side
keep needing my angina spray
I have been having heaviness in my chest that comes when I walk and goes when I stop, and it's happening more often this week.
It started as indigestion but now my chest and both arms ache and I've gone cold and sweaty.
My father has had a pain in his chest since lunch. It comes and goes and he looks pale.
I keep getting a squeezing feeling in my chest when I carry the shopping. It goes into my left arm.
I've had chest tightness all night and I can't get comfortable. I feel sick with it.
Could you fit my mum in? She's had discomfort in her chest since last night and she's a funny colour.
I feel a tight band round my chest whenever I climb the stairs and I have to stop.
chest realy hurtin n my arms gone heavy
Tight feeling across the top of my chest, goes up into my throat, happened three times today.
mi chest is killin me an i cant stop sweatin
Please ring dad. Sore chest since the night and he's had two stents.
I keep getting a dull pressure in the middle of my chest when I walk to work
My nan's got pains in her chest and she's gone all clammy
chest feels like its in a vice
its like a knife in me chest when i breath
chest is heavy heavy since morning, sweating too much
pressure on the heart side, pain go to arm
me chest is proper tight and i feel clammy
chest hurt when breath and leg is fat one side
pain across my back teeth and chest when I rush for the bus
nan rubbing her chest, gone a funny colour, won't have a fuss
same feeling I had when I had my stents, since last night and it is still there
it's just like before my bypass, started after tea and hasn't gone off
I've got through a whole GTN spray in three days, can I have another
using my angina spray every hour and it isn't touching it
like somebody parked a car on my ribs and it goes through to my back
there is a weight on my breastbone and my jaw aches
an iron band round my chest when I came up the garden
clammy and a squeezing across my front, my left arm is heavy
could the nurse look at me, my chest has gone like a vice since breakfast
thought it was wind but it's across my chest and up into my teeth and I'm sweating
dad gone grey, rubbing his breastbone, says it's indigestion
`,
  quiet: `
can i have my chest x-ray results please
nearly had a heart attack when I saw the gas bill
I need to get something off my chest, your phone system is awful
chesty cough for 4 days, no other problems
my husband had a heart attack in 2016 and needs his yearly review
letter for the insurance about my heart bypass last year
appointment for blood pressure check please
heart medication repeat please, bisoprolol and ramipril
the pressure at work is getting to me, need a sick note
please send the results of my ECG to the consultant
cold on my chest, bringing up a bit of clear phlegm, eating and drinking fine
mild heartburn after curry
`,
};

export const breathlessness: CategoryPhrases = {
  category: 'breathlessness',
  flags: `
I had a blood clot on my lung 5 years ago and it feels the same
my mum had a pulmonary embolism four years ago and she says it is like then
Blood clot in my lung in 2019. Breathing feels the way it did then.
Had a pneumothorax in 2011, and it feels exactly like that
my dad cant breath properly
i can't breathe
struggling to breath, lips look blue
so out of breath she cant finish a sentence
really short of breath just sitting here
SOB at rest, getting worse
he is gasping for air
asthma attack and my inhaler isnt working
breathing really fast and shallow
choking on something and coughing loads
baby sucking in under his ribs when breathing
cant catch my breath and its scaring me
difficulty breathing since last night
her breathing is really laboured
blue lips
my son has turned blue round his mouth
sats are 88 at home
used his blue inhaler every hour and hes still wheezing
ive got a bone stuck in my throat and can hardly swallow
breathless getting dressed, its new
my lad is 6 and hes fighting for every breath
Nan can only say two or three words at a time before she has to stop for breath
wheezing terribly since 2am and the puffer isnt touching it
can not breath. pls help
Panting even when lying down, ankles up like balloons
her lips are a funny blue colour
I have COPD and its got a lot worse overnight, I can hardly get to the bathroom
he's choking on a grape
o2 reading is 86
feels like I cant get enough air in
she has croup and is making a horrible noise breathing in, skin sucking in at her neck
son asthmatic, using belly muscles to breathe and cant talk in sentences
I'm out of breath just talking to you
cant breeve
gasping like a fish since he ate the bread, its stuck
breathing is getting harder and harder
mam is proper wheezy and her lips have gone purple
Woke up unable to breathe, had to sit by the window
ventolin every 20 mins no good
her chest is heaving and she is exhausted with it
short breath, cannot walk to door
cannot breath properly need help
my little girl is struggling for breath, ribs showing every breath
dad's COPD is really bad today, he's fighting for air
I get breathless just walking to the bathroom since Tuesday
my baby keeps stopping breathing for a few seconds
suffocating feeling at night, have to sit up
choked on a sweet and still cant breath right
Oxygen sats 89% on room air
my chest is whistling and I can barely get a breath in
Newborn keeps going blue when feeding
I'm struggling with my breathing
breathing like he's run a marathon and he's just lying there
inhaler's stopped working, I've used it loads
mother so breathless she's sleeping in the chair
it's getting hard to breathe with this covid
cant breth
my babys breathing is rlly fast and his belly going in n out
struggling 2 breathe
very breathless since yesterday and ankles swollen
asma attack need help
he swallowed a grape and is choaking
Nan's lips and fingertips are blue
can barely breathe when I lie flat
breathing difficultys
baby's nostrils are flaring and he's grunting
My chest is so bad I can't even speak on the phone, my daughter is typing this
Ran out of my inhaler yesterday and my asthma is getting bad
mother has pneumonia and her breathing is much worse tonight
something is lodged in her throat and she can't swallow her saliva
cant stop coughing, going purple in the face
My chest infection is worse. I'm puffing even when I sit still and my fingers look blue.
I've been getting more and more breathless this week and now I have to stop half way to the bathroom.
My son has asthma and has used his blue inhaler ten times this morning. He can't finish what he's saying.
My mother has a chest infection and is breathing very fast. Her lips look blue.
I had to sleep in the armchair because I can't breathe lying down.
breathin is realy bad today puffer dont help
The little one has a barking cough and makes a noise every time she breathes in.
She's got pneumonia and she's struggling to get her breath between words.
my sons got somthing stuck in his throte cant breath
Breathing's been awful since last night, I'm frightened.
My daughter is wheezing badly and her inhaler isn't doing anything
dad is so short of breath he cant get up the bed
cant get my breath at all
my son is choking
no air, cannot finish to speak one sentence
son asthma very bad, pump not working for him
gasping like a fish since tea time
me mam is blowing for tugs just sat there
something stuck in throat he cant cough it
Can I get more blue inhaler, used the whole thing since yesterday and I am still tight
she's pulling in under her ribs and can't finish her bottle
can't lie down to sleep, I have to sit up to get any air, ankles like balloons
he stops every two words to get his breath
puffing sat in the chair, lips a funny colour
something went down the wrong way and he still can't get his breath
got a lump of meat stuck and can't get my words out
my oxygen thing says 86
peak flow is down to 150 and I am normally 450
I woke up fighting for air
`,
  quiet: `
repeat prescription for my inhaler
i need my blue inhaler, the salbutamol one
cant breathe through my nose, hay fever is bad
asthma review due
a bit breathless going upstairs lately
breathing exercises leaflet please
my spirometry appointment, can i move it
blocked nose and sneezing
I have a blue badge form to be signed
feeling a bit blue since the dog died
get out of breath running for the bus, want to get fitter
I was choked up at the funeral and would like some counselling
`,
};

export const heartRhythm: CategoryPhrases = {
  category: 'heart-rhythm',
  flags: `
heart is racing and I nearly passed out on the stairs
palpitations since lunch and I'm short of breath
my heart keeps fluttering and I feel dizzy with it
pulse is 178 and wont come down
heart rate 190 on my watch, sitting still
mum's pulse is 36 and she feels faint
his heart is pounding and he's gone clammy
Fluttering heart, light headed, think I'm about to collapse
HR 168 bpm at rest
palpitations and about to black out
heart has gone mad, 175 and sweating
racing heart, breathless with it
my nan's pulse keeps dropping to 34
dad's heart rate is 182 according to his machine
woke up with my heart hammering and chest tight
fluttering in the chest and lightheaded since this morning`,
  quiet: `
palpitations review with the nurse please
results of my 24 hour heart monitor
pulse 66 this morning, filling in my diary
heart racing before my driving test, all fine since
need to change the battery in my pulse watch
watch says resting pulse 58 as usual`,
};
