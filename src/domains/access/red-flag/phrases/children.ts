import type { CategoryPhrases } from './phrases.ts';

export const unwellChild: CategoryPhrases = {
  category: 'unwell-child',
  flags: `
my baby is floppy
toddler very drowsy and wont drink
rash that doesnt fade with the glass test
spots wont disappear when I press a glass on them
2 year old wont wake up properly
baby has a high pitched cry and wont feed
no wet nappies since yesterday
he is limp like a rag doll
purple spots on her legs and a fever
soft spot is bulging
my little boy is burning up and really lethargic
pinprick rash spreading
newborn not feeding
baby breathing really fast and grunting
son is 4, high temp, listless, just lying there
shes not herself, hot and floppy
daughter 3 has a stiff neck and temperature
baby wont take any milk and is sleepy
baby won't stop sleeping, can't get her to feed, feels hot
he has these little purple dots that dont go when i push on them
my 18 month old is really floppy and pale after vomiting all night
Only one wet nappy since yesterday morning, 7 months, not interested in bottle
her cry is weird and high pitched, the soft bit on her head is sticking out
4yr old hot, breathing fast, blue round the mouth
just isn't right, lying there staring, won't play or drink, he's 2
my boy aged 3 has a rash like tiny bruises and he's hot
Toddler all limp and won't open her eyes
bab not had a wet nappy for 12 hrs and wont take bottle
daughter is hot but her hands and feet are ice cold and she's sleepy
he's 11 months and grunting with every breath
spots not going away under the glass
can't wake my little one properly
baby very sleepy, not feeding, pale
my kid has purple rash that wont go away under glass
1 year old floppy and unresponsive
toddler temperature 40.5
my daughter age 2 wont wake up for food
Child is lethargic with cold hands and fever
my 4 month old is limp and won't feed
toddler breathing fast and sucking in her tummy
child has rash doesn't disappear under a glass
He is 2, very hot, sleepy and has cold feet
baby screaming high pitched and arching back, fever
my baby is floppy and pale
rash wont go with glass
toddler wont wake
baby not feeding and no wet nappies
child drowsy with fever
My baby is really sleepy and hard to wake for feeds
he's 3 and his skin looks grey and mottled
my daughter's rash looks like little bruises
she's 14 months, temp of 40, shaking
my little lad is just staring and wont respond to me
My little one has had a fever for two days and now he has a rash that stays when I press it.
My baby is very sleepy and hasn't fed since last night. She feels floppy.
My son has a high temperature and purple spots on his legs that don't fade.
My one year old hasn't had a wet nappy since yesterday and won't drink.
He's 10 months and just lies there, he won't look at me or take his milk.
She's covered in tiny purple dots and has a fever.
my baby's gone a funny grey colour and won't feed
little girl has spots that don't go with a glass and a headache
Our 8 month old is like a rag doll
baby floppy
my lil boy has a rash that stays under the glass
6 month old wont feed, dry nappies, sleepy
child sleep too much, body is hot, no drink
she is like a rag doll and grey
spots like bruises on his legs and he is hot
no wet nappy since bedtime and she won't lift her head
bairn's floppy and won't take a bottle
my baby won't wake up for her feed
baby is making a grunting noise and his nostrils are going in and out
my toddler has had no wet nappy since yesterday tea and his eyes look sunken
my little boy has a blank stare, won't cuddle, just lies there
screaming when I pick him up and his soft spot is bulging
temperature of 40 for two days and she's like a rag doll
baby went blue in the car seat for a moment
`,
  quiet: `
bad ear since last night and is grizzly
boy of 6, bad ear since last night and is grizzly
my son 6 has a bad ear since last night and is grizzly
3 year old grizzly with a cold
teething and grizzly, 9 months
girl of 4, earache since yesterday, bit whingy, drinking fine
grizzly today and pulling at his ear, he is 5
nappy rash
toddler has chickenpox, itchy but running around
baby immunisations appointment
my 5 year old has a cough and runny nose, playing fine
teething baby, dribbly and cross
cradle cap
son has worms
8 week check for baby and me
eczema on my daughters elbows
toddler wont eat vegetables
son drowsy from hay fever tablet last week, can we switch to non drowsy
molluscum spots on her tummy for months
`,
};

export const infantFever: CategoryPhrases = {
  category: 'infant-fever',
  flags: `
6 week old with a temperature of 38.5
my newborn feels hot
baby is 8 weeks old and has a fever
2 month old burning up
my 10 day old has a high temp
baby 5 weeks, temp 38.2
9wk old feverish and crying
our new born has temprature
hes only 7 weeks and really hot to touch
twins are six weeks old, one has a temp of 38
11 week old baby temperature 39
little one is 4 weeks, fever since last night
my baby is 3 weeks old and feels really hot, thermometer says 38.4
two month old boy, temp 38.1, snuffly
our 40 day old has a fever
newborn temperature high 5 days old
1 month old baby temp 38.6
newborn is hot and not feeding
she's 9 weeks, thermometer read 38.9
my baby boy is 2 months and has a temp
8 week old with fever
newborn baby 38.3 temperature
baby under 3 months with high temp
5 week old baby hot with temp of 38
she's only 20 days old and has a fever
my 2 month old grandson is burning hot
2 week old fever
my 10 week old has temp of 38.7
my three week old feels burning hot
baby born 12 days ago has temperature 38
My baby is seven weeks old and feels very hot. Her temperature is 38.4.
My daughter is four weeks old and her temperature is 38.
three weeks old, feverish, not waking for feeds
7 week old temp 38.9
baby two month, hot, thermometer 38.4
our little lad is only 9 weeks and reading 38.6
5 week old, forehead thermometer says 38.2
newborn 38.1 under the arm and sleepy
can her 8 week jabs go ahead, she's 38.2 and off her bottle
newborn feels hot, thermometer says 38.5
five weeks old with a fever
my two month old son is burning up
`,
  quiet: `
6 week old due her check
8 month old with a temperature of 37.8 after jabs
my baby is 10 weeks old, can I book the injections
baby is 3 weeks old and I want to register him
what temperature should the bath be for a newborn
7 week old has a snuffly nose, feeding well
`,
};

export const childDka: CategoryPhrases = {
  category: 'child-dka',
  flags: `
My son had DKA as a toddler and he is like that again
my son is drinking loads and weeing all the time
daughter always thirsty and losing weight
7 year old wetting the bed again and so thirsty
child very thirsty, tired and thin
breath smells of pear drops, 9 years old
my little girl has lost weight and is exhausted
he is 5, gulping water and up all night weeing
type 1 diabetic, vomiting and ketones are high
toddler soaking nappies, drinking constantly, lethargic
ketones 4.2 and being sick
she never stops drinking, soaking the bed every night and her clothes hang off her
lad aged 11 thirsty all day, weeing constant, knackered
8yo: polydipsia polyuria weight loss 2/52
daughter 6, drinking gallons, wet bed, lost half a stone
my toddler is constantly thirsty and very tired
his breath smells like nail varnish remover and he's being sick
my child is always thirsty, weeing a lot and losing weight
thirsty tired and losing weight, age 10
my 10 year old is drinking constantly and peeing constantly
she's lost loads of weight, thirsty, exhausted, age 8
son thirsty n weeing loads
daughter drinking lots lost weight tired
our eight year old can't stop drinking and is losing weight fast
he's type 1, blood sugar 28, vomiting
My daughter has been drinking and weeing all the time and she has lost weight. She's very tired.
He's always got a drink in his hand, he's up all night weeing and he's gone so thin.
my niece is six and can't get enough water, she's lost weight and she's whacked out
son always thirsty, always weeing, losing weight
my girl drink water all day, toilet all day, getting thin
son always toilet, always water, weak
he gets up to drink from the tap and wets the bed now, skinny as a rake
boy of 9 thirsty constantly, lost weight, sleeps after school
drinks jug after jug at night and wets his pyjamas, worn out and thin
always thirsty, gone thin, she's six
my daughter drinks five bottles of squash a day, always weeing, so skinny and just wants to sleep
his breath smells of pear drops and he is being sick
my boy drinks water all night and his clothes hang off him
my little girl was dry for years and is now wetting the bed, drinking from the bath tap, worn out
`,
  quiet: `
son drinks too much squash, teeth advice
bed wetting, 6 years old, otherwise well, want the clinic
diabetic review due in march
weight loss injections, do you prescribe them
thirsty in this hot weather
teenager tired all the time, up late gaming
ketone strips repeat please
`,
};
