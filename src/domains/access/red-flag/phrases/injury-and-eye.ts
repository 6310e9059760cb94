import type { CategoryPhrases } from './phrases.ts';

export const majorInjury: CategoryPhrases = {
  category: 'major-injury',
  flags: `
hit her head and has been sick twice
fell down the stairs and cant move
car crash, neck really hurts
he fell off a ladder
banged my head and feel dizzy and confused
dad fell and hit his head, hes on warfarin
finger cut off by the saw
bone is sticking out
been stabbed
pulled the kettle over himself
burnt her arm badly on the oven
knocked off his bike by a car
toddler fell off the bed and landed on his head
head injury at rugby, vomiting
mum fell and cant get up, hip is agony
electric shock from the cooker
bumped his head, now really sleepy
acid on his hand, blistering
toddler tumbled off the changing table, big lump on his forehead, been sick
sliced the top of my thumb off with a mandoline
came off my bike at speed, cant move my shoulder and hit my head
boiling tea all down her chest, she's one
nan had a fall last night, banged her head, takes apixaban
hubby was attacked with a knife
got run over on the zebra crossing, leg looks wrong
my mother slipped in the shower and cannot put weight on her leg, hip is agony
whacked his head on the goalpost and keeps forgetting what we said
bashed his head on the radiator, wont stop crying and sick
went through a glass door, deep gash in thigh
My dad come off the ladder and can't feel his legs
burned my face with hot oil
smashed into a wall on e-scooter, can see bone
electrocuted himself on the fuse box
Nan has had a tumble, hip is very painful and leg looks shorter
nail gun through hand
baby rolled off bed onto hard floor and is dead quiet
knocked unconscious playing football
my nan fell and bumped her head
deep cut on my hand, can see tendon
fell 12 feet from a roof
motorbike crash, leg bent wrong way
he has burnt his hands in a fire
toddler pulled hot coffee on herself
baby fell out of high chair onto head
He's been hit by a van
slipped on ice and cracked my head open
chainsaw cut to my leg
my son has a nasty burn from the iron on his hand
big fall at home, can't move her leg, screaming
got a shock off the washing machine, chest feels odd
my toddler has fallen and is vomiting and drowsy
hit head hard, vomiting
got stabbed in leg
fell from window
knocked down by a car
bad burn on face
broken leg bone through skin
nasty head injury
My son came off his skateboard, knocked out for a minute, seems ok now
hand crushed in a machine at work
elderly mum on the floor since last night
cricket ball to the head, headache and blurry
poured boiling water on my foot, blistering
He put his arm through a window, lots of blood
my neck hurts after a car crash and my hands are tingling
She fell from her horse this afternoon and her helmet cracked, she's been sick since.
My mother fell down the stairs this morning and she can't move her leg.
My son fell off the swing and banged his head. He has been sick twice and is very sleepy.
I've cut my hand badly with a saw and I can see the bone.
The ladder slipped and he's landed on his back and can't feel his feet.
My little boy cracked his head on the slide, there's a big gash and he's dozy.
hot fat spat all over my arm and it's blistering
My daughter's come off a trampoline and her neck hurts, she's got pins and needles
granny fell in the bath, she's banged her head and she's on rivaroxaban
my hand went in the table saw
fell off a roof and back is killing
my kid bumped his head and threw up
badly scalded my leg with boiling water
thrown off the quad, neck hurts and fingers tingling
neck sore and arms numb since the crash
dived in shallow pool, neck pain, hands feel like cotton wool
slipped on ice, back of head, been vomiting
grandma on warfarin knocked her head on the door frame
dog bite to the face, torn cheek
big dog bit his cheek, deep and gaping
horse kicked her in the head and she's not herself
come off my motorbike, neck killing and pins and needles in both hands
thumb is hanging off, circular saw
chip pan went over his arm, skin coming off
dog's torn her eyelid
fell down the cellar steps, on warfarin, egg on his head
bone sticking through the skin
toddler pulled the kettle over himself
crushed his hand in the press at work
rolled the quad bike, belly sore and gone white
nan hit her head on the sink on blood thinners, sleepy now
her foot's pointing the wrong way
`,
  quiet: `
banging headache from screen time
hit the nail on the head there
head of HR needs a letter
head lice keep coming back
my flu shot is booked for thursday
it burns when I wee
crash diet advice
car accident in 2019 insurance report please
sunburn on my shoulders, peeling
fell out with my manager, stress
burnt out from work and need time off
broken nail is ingrown
`,
};

export const eye: CategoryPhrases = {
  category: 'eye',
  flags: `
I had a detached retina in 2014, same thing in the other eye
suddenly cant see out of my left eye
lost vision in one eye
bleach splashed in my eye
like a curtain coming down over my eye
gone blind in right eye
flashes and floaters since this morning
something metal flew in my eye when grinding
oven cleaner in eyes
sudden blurred vision
vision went black for a few minutes
hit in the eye with a squash ball and cant see properly
superglue in my eye
painful red eye and vision is blurry, vomiting
my sight has gone
everything went dark in one eye for 5 mins
drain cleaner splashed up into his eyes
loads of new floaters and like a shadow at the side
I cannot see anything out of the right eye since I woke up
nail went into my eye at work
vision has gone blurry suddenly in both eyes
my eyesight went in the left eye like someone switched it off
hair dye got in eye, burning
can only see half of things since this morning
grinding metal yesterday and now there's a bit in my eye, very sore
firework hit him in eye
floaters, flashing lights, curtain at edge of vision
chemical splash to eye
gone completely blind in one eye
can't see from right eye, happened suddenly
black curtain over vision
my eye is bleeding after being punched
bleach in eye
my sight went black on one side
sudden flashes of light and floaters in my eye
i've lost half my vision
stick poked my eye, it's bleeding
suddenly blind in one eye
acid in eye
lost my sight this morning
cant see anything out my left eye
out of nowhere my vision is cloudy in one eye
my toddler squirted cleaning spray in his eyes
there's a dark shadow creeping across my vision
I got cement in my eye at work
since this morning I've been seeing double
I woke up and I can't see out of my right eye.
I splashed some oven cleaner in my eye and it's very painful.
The sight in my left eye disappeared for a few minutes this morning.
Got weedkiller in my eye.
I've gone blurry in one eye all of a sudden
My husband's got lime in his eyes from the building site
lost sight in right eye
got bleach in my eye
cement splash in his eye
suddenly no see in left eye
black shade across the sight of one eye
eye very red, pain like knife, vomiting
bleach splashed in my eye
grit flew up from the grinder and I can't open it, it's gone blurry
like a net curtain came down over one eye
loads of new floaters and flashes since last night
eye is rock hard and red, halos round the lights and I'm being sick
gone blind in one eye for a minute then it came back
contact lens eye, agony, can't bear the light
temple is sore to brush and my sight has gone dim
firework went off in his face
`,
  quiet: `
eye test due, can I get a form
sticky eye, looks like conjunctivitis
cant see a doctor for three weeks apparently
need new reading glasses prescription
dry itchy eyes, hay fever
eyesight gradually getting worse over years
turn a blind eye why dont you
stye on my eyelid
diabetic eye screening appointment change
venetian blinds cord caught, finger sore
`,
};
