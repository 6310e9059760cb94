import type { CategoryPhrases } from './phrases.ts';

export const selfHarm: CategoryPhrases = {
  category: 'self-harm',
  flags: `
i want to kill myself
I dont want to be here anymore
feeling suicidal
cutting myself again
my daughter has been self harming
he says hes going to end it all
everyone would be better off without me
i cant go on
thoughts of ending my life
she took a knife to her wrists
life isnt worth living
I have a plan and Ive written a note
wish i could go to sleep and not wake up
no point living any more
son said he wants to die
im scared of what i might do
i cannot stay safe
voices telling me to hurt myself
thinking about jumping off the bridge
sucidal thoughts are back
urges to hurt myself
I just don't see the point in anything anymore, my kids would be better without me
my son has been researching ways to die
keep thinking about driving my car into a wall
she's got fresh cuts all up her arms and says she did it herself
been feeling really low and having some dark thoughts about not being around
I've been saving up my tablets
can't keep myself safe tonight
hubby said if he had a gun he'd use it on himself
i feel like ending things
i wanna die
he tried to hang himself last week and wont talk about it
whats the point of me being here
feel like giving up on life completely
my mate has messaged saying goodbye and that he loves us all
hearing a voice telling me to cut
i keep cutting my thighs
she tried to strangle herself with a dressing gown cord
I have had enough. I can't keep going.
14 yr old said she wants to be dead
want to end it. got the tablets in front of me
planning to take my life on friday
I think about dying every day
been hurting myself to cope
don't want to live
I can't cope any more and want to end it
my teenage son has cut his arms
thinking of killing myself
I keep having thoughts of harming myself
nobody would care if I was gone
he took a rope to the woods
my wife is talking about suicide
I want to hurt myself
planning my own death
wish I was dead
I don't think I can keep myself safe
my head is telling me to end it
sister has cut her wrists
I feel there is no reason to be here
He told his teacher he wants to kill himself
been thinking I'd be better off gone
self harmed last night, cuts on arms
struggling with suicidal feelings after baby
going to throw myself under a train
having really dark thoughts
I just want it all to stop
suicidel
i want to dye
im gonna kill my self
selfharm
i hate my life and want to die
been cutting
no reason to live
want to end my life
i cant do this any more i just want to go to sleep forever
he has threatened to kill himself
told me she doesn't want to be here
I've written goodbye letters to my children
my partner has gone missing and left a note
life has no meaning any more, I want out
I feel like jumping off the multi storey
she's been burning herself with a lighter
there's nothing left for me here
having thoughts of crashing the car on purpose
my friend says she's going to take all her tablets tonight
Scared I'm going to hurt my baby
can't see any reason to keep going
would rather not wake up tomorrow
I don't know how much longer I can do this. I've thought about how I would do it.
Everything is too much and I keep thinking my family would cope better if I was not around.
I've been feeling like I don't want to be alive. I have a plan.
My son has been cutting his arms and told me he wants to die.
I keep thinking about ending it all. I don't feel safe on my own.
Lately I've been thinking that everyone would be happier if I wasn't here.
I've been harming myself again and it's getting worse.
My daughter left a note saying sorry and I don't know where she is.
what's the point in carrying on
I keep wanting to step out in front of a car.
I've been feeling worthless and keep picturing my own funeral
he's on the roof and says he'll jump
Been thinking the world would carry on fine without me and that's what I want
cut my legs again need stitches
i dont want to live anymore
my son keeps saying he'd be better off dead
I've been cutting myself
thinking about taking all my tablets
I can't see a way out and I'm frightened of myself
I'm scared I'll throw the baby
nearly smothered him last night, I can't do this
my wife just had the baby and says he is possessed
hearing the devil since the birth, not slept for days
nearly shook her, I had to walk out of the room
i not want live more
better for all if i am dead, i think about it every night
tablets are counted out on the table
thinkin about endin it tbh
the telly is telling me to hurt people
been stood on the bridge again tonight
she searched how many tablets would do it
how many of these tablets would it take
would thirty be enough so I don't wake up
is it painful if I take the whole lot
I can't face another day like this, I want out
one more night and I am done
I want it all to stop for ever
please let it be over, I can't take any more of being me
stood by the railway line again after work
I go and stand on the cliff top most evenings
he has shut himself in the shed with his shotgun
she has told the dog and all of us goodbye
asked me to look after the cat because he won't be coming back
giving his tools and things away, says he won't need them
wish I hadn't woken up this morning
I want to go to sleep for ever
don't see myself being here by Christmas
I want to disappear and never come back
the world would be fine without me in it
gonna unalive myself
wish a lorry would just hit me
I have picked the day
every day same, I want die, no more strength
scratching her wrists with a compass under the desk
hubby lost the farm and keeps asking where the insurance papers are for when he's gone
i think of driving off the road on the way home
I won't be here by the weekend, head has gone
not sure I can last till Monday like this
the voices on the telly told me I have to stab him
people are coming to get me so I have to hurt them before
how do you do it so it does not hurt
take all my tablets at once, would it hurt
I want my affairs in order before Sunday, I won't be here after that
I have given the cat away and written to the children, I won't need my tablets any more
could I have three months of sleeping tablets so I won't be a bother to anyone
I keep standing right at the edge of the platform
make it stop for good, I can't do another night
been lining my tablets up and thinking how easy it would be
my lad has sent everyone a goodbye message
she's taken the laces out of her shoes and won't say why
what would happen if I took all my insulin
since he passed I've no reason to get up, I want to be with him
scratching my arms till they bleed helps
the voices say I should hurt mum
nobody would notice if I wasn't around
don't bother with my review, I won't make it to spring and that's how I want it
been on the bridge again looking down
`,
  quiet: `
my back is killing me
died laughing at your hold music
could kill for a decent nights sleep
hurt myself lifting a box, lower back
cut myself shaving and want to know if I need a tetanus
feeling low and tearful, would like to talk about counselling
this itch will be the death of me
dying to know my scan results
stressed at work, anxious, not sleeping well
my feet are killing me in these shoes
need to end my contract with the gym, letter please
hang on, I also need my HRT
`,
};

export const abuse: CategoryPhrases = {
  category: 'abuse',
  flags: `
my husband hits me
partner pushed me down the stairs
im scared of my boyfriend
he strangled me last night
I dont feel safe at home
my ex keeps threatening to kill me
carer is rough with my mum and she has bruises
bruises on the baby that nobody can explain
he wont let me leave the house
being abused by my uncle
i was raped
my stepdad touches me at night
she hits me and i havent told anyone
domestic violence
he checks my phone and takes my money
child came to school with hand shaped bruises, flinches when dad comes
my son hits me when he gets angry
being forced to marry someone abroad
please dont ring the house he might hear
my dad beats my mum
nan says the carers are stealing from her and shouting
my boyfriend gets violent when he drinks
he grabbed me by the throat on saturday
I need a GP but he comes to every appointment and I'm frightened of him
my daughter told me her grandad touches her
My brother keeps taking mum's pension and leaves her without food
she throws things at me and locks me out the house
black eye from my ex, ribs hurt
someone at work raped me
i've been hit again by my partner
he punches walls and last week he punched me
my daughter's boyfriend controls everything she does, she's scared
partner choked me
Husband says he will kill me if I leave
The carer slaps my nan
I'm not safe. Can't talk, he's in the next room
a lady here with bruises on her face says her husband did it
my uncle did things to me and my sister
my dad whacks me with a belt
I am being beaten by my husband
my partner threatens me
scared to go home to my boyfriend
someone is hurting my child
my dad touches me
carer hitting grandma
my neighbour's kids are always bruised and screaming
he forces me to have sex
my boyfriend beats me up
he threatened me with a knife
I'm being abused at home
husband controls all my money and won't let me see family
worried my neighbour is being hit by her son
I was sexually assaulted last night
there are marks on my child after staying with her dad
mum's carer is shouting at her and she is scared
she's frightened of her husband
husband hits me
scared of my partner
he raped me
dad hits us
being hurt by my carer
my stepdad does stuff to me
being abused
he locks me in
he said he'd kill me if I told anyone
I think my sister's kids are being neglected
my husband raped me
she came in with finger marks round her neck
my brother hits our elderly mum
I'm being stalked by my ex and he's been in the house
partner pulled a knife on me
My boss touched me and I said no
too frightened to go home tonight
I can't come in on my own because my husband won't allow it. He gets angry and I am scared.
My husband hit me last night and I'm frightened of what he'll do next.
I think the carer is hurting my mother. She has bruises on her arms.
My boyfriend won't let me go out and he checks my phone.
My mum's boyfriend hurts me when she's at work.
He's threatened to kill me and the kids if I leave.
I don't feel safe with my son, he grabs me and shouts.
my wife scratches and punches me and I can't tell anyone
He makes me hand over all my wages and won't let me have a phone
There's a girl here who says her dad comes into her room at night
my gran's carer yanked her out of bed and there are bruises
my partner hit me again
i'm scared of my husband
my uncle keeps touching me
carer slapped my mum
my uncle comes into my room at night
mum's boyfriend gets in my bed when she is on nights
they want to take my daughter abroad to be cut
gran says the girls must have the cutting this summer
he beat me, please you not phone home
husband family not let me go out or have phone
my teacher messages me photos and says keep it secret
dad kicks off and locks us in
carer is rough, mum has finger marks on her arms
she takes all his money and he has no food in
my parents have booked my wedding and I have never met him, I am 15
they are making me marry my cousin
gave me a drink and I don't remember anything, woke up undressed
woke up sore down there after the party and nobody will say what happened
the children next door look starved and dirty
a baby in the flat above screams all day and nobody goes to it
the carer shouts at nan and she flinches
grandad has a new bruise every week since the lodger came
my dad touches me
her manager keeps touching her and she is scared of losing the job
he makes me send pictures or he'll show everyone
my son hits me when he wants money
she keeps his bank card and he has to ask to eat
he says if I leave he will find me and the kids
I sleep in the car because of him
my wife throws plates at me
boy of 8 scared to go with his dad at weekends, wets himself when the car comes
he loses his temper and I told the hospital I walked into a door
broke my wrist when he was angry, I said I tripped
ran away from him last night, I have nowhere to sleep
he won't give my kids back and I am scared what he'll do
left with nothing but my bag, hiding from my ex
he takes my pension off me and gives me a clap round the ear
please don't let my partner see my messages, he would go mad if he knew I rang about the bruises
don't put it on my record, I said no and he carried on anyway
they are sending me to Pakistan to be married in July, I am 16
my nephew has my bank card and I'm not allowed the heating on
a man on the internet has been sending my daughter money, she is 12
I have left, I'm at the bus station, he has got the kids
said I fell but he broke my finger
next door's children are filthy and hungry and nobody is ever in
the carer is rough with her and she's got thumb marks on her arms
my boss has my passport and I sleep in the factory
they want to cut my sister when we go back home this summer
he makes me do things with his friends
stepdad comes in my room at night
she locks my dad in his room when she goes out
he follows me to every appointment and answers for me
`,
  quiet: `
it hit me that I havent had my flu jab
my husband hit his thumb with a hammer last week, nail is black
my wife forced me to make this appointment
toddler bit his brother, skin not broken
partner is controlling his diabetes with diet
please dont call between 2 and 3
dog bite check, tetanus
the receptionist pushed me through to the wrong line
child protection training certificate
knocked my elbow on the door
my partner hurt his back at work
the kids are driving me mad, joking, but I need sleep advice
`,
};
