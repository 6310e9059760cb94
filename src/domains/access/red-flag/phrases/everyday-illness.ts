/** Minor illness, old histories and other people's illnesses, one a line, that must raise no red flag. */
export const everydayIllness = `
flu, aching everywhere and a bit of a temperature
fever and aches since yesterday, I think it's the flu, aching all over
I have a temperature and I ache all over, just want to know if I can take ibuprofen with paracetamol
feverish and aching all over with this cold, drinking plenty of water
aching all over and a temperature after my jab
throat hurts, slight temperature, aching all over, day two
all over body ache with a cough and a cold, I think a virus
small paper cut, a bit red
finger cut opening a letter, gone a little red
just wondering and thinking, because my sister said so, is there a check for that
me and my brother were talking about our dad and his heart, he was 80, should we have a check
he drops off in the armchair after his dinner, is that normal at 75
temperature of 38 and my muscles ache, got the flu
fever and body aches for two days, drinking fine, want a sick note
hot and cold with a cold, all my joints ache, keeping fluids down
ached all over after the covid jab with a temp, gone now
temp 38.1, sore throat and achy, i am 25 and otherwise well
everyone at work has had flu, now me, aches and a temperature of 37.8
body pain and little fever, I take paracetamol, it is better
cold, cough, headache and aching legs, a bit warm
bit feverish last night with this cold, fine this morning
achy and tired with a cold since Sunday
whole house has the lurgy, temps under 38, all drinking
my child had a temp yesterday, normal today, back at nursery
hot sweats at night and foggy head, think it's the menopause
perimenopause: flushes, can't concentrate, mood all over the place
brain fog since covid, months now, blood tests were normal
forget why I went upstairs, hot flushes, age 49
sweats and poor sleep with the menopause, want HRT
heart beats fast before exams, can I have propranolol
nervous before my driving test, heart goes fast and hands shake
butterflies and racing heart when I have to speak in meetings
worried about flying, get sweaty hands and fast heart at the airport
exam stress, 17, want some help to calm down
interview nerves, is there something to take
can't face another night of teething, any tips
please make this itching stop
want the hiccups to stop
stood on the platform for an hour, train late, missed my appointment
getting married abroad in July, which vaccines
marrying my partner next year, name change on my record
kids next door are noisy and I can't sleep
baby cries at bedtime for ten minutes, sleep training?
our carer has left, who arranges the new one
locked myself out of the app
look after my dog while I am in hospital for my hip, is there a scheme
how many tablets are in a box of the new ones
do I take the whole packet of antibiotics even if I feel better
running low on my antidepressants, doing well on them
down to my last week of sertraline, all good
burned my arm as a child, old scar is tight
leg ulcer dressing with the nurse twice a week please
nan needs her leg dressed by the district nurse
grandma's ulcer dressings run out on Friday
had fits with temperatures as a baby, now at school and fine
lost a pregnancy six years ago, hoping to try again
stomach ache with milk for months, no other trouble
wedding next month, nervous about speeches
my mum died in the night at the hospice, please cancel her appointments
dad passed away last week, what do I do with his tablets
tablets come on different days, can they come together
thank you to everyone on the desk, just a repeat please
eyelid twitches when I am tired
out of breath on hills for a year or more, unfit, want the gym referral
the new inhaler suits me, thank you
pricked myself with a clean needle sewing, tiny mark
paper cut on my thumb, a bit sore
small cut on my finger from the tin, clean, wants a look
scratched by the cat, bit red round the edge
splinter in my finger, got most of it out
plaster left a red mark
graze on my knee from the playground, scabbing over
had a brain haemorrhage in 2008, am I alright to fly
brain aneurysm clipped in 2012, travel insurance asks
collapsed lung in 2001, want to try diving
had a pneumothorax as a teenager, can I go on a plane
slipped disc ten years ago, want pilates advice
had meningitis in 1998, hearing check please
had sepsis two years ago, want to know about vaccines
overdose twenty years ago, the job form asks about it
had seizures as a child, none since I was 9, applying to drive buses
fainted once at school in 2003, occupational health want a letter
torsion operation as a boy, thinking of a vasectomy
twisted ovary years ago, planning a baby
appendix out in 1990, needed for a form
kidney stones in 2016, want diet advice
heart bypass in 2010, annual bloods please
had a TIA in 2017, is it time for my review
grandad had an aneurysm years ago, should the family be checked
my aunt had a brain aneurysm in the eighties, do we need scans
my dad had a stroke at 60, can I have my cholesterol done
mum died of a heart attack at 58 and I would like a check
sister has breast cancer, should I be tested
brother has epilepsy, is it in the family
uncle had bowel cancer, when do I get the kit
my friend had a clot on the pill, should I worry about mine
someone at work has meningitis in his family, is there a vaccine for adults
head cut from last month has healed, can I wash my hair
stitches came out, wound healed well, back to the gym?
scar on my scalp healed fine, hair not growing there
operation wound all healed, when can I swim
burn from the oven healed up, bit of a mark
broken wrist out of plaster, stiff, physio please
concussion last season all clear, need a letter to play again
back pain, bladder and bowels are fine, can walk
lumbago, waterworks normal, no pins and needles
sciatica again, bowels normal, can feel everything, want physio
sprained wrist, a bit puffy, can move it
period late, test negative
bump on my shin from the dishwasher door
hay fever, eyes itch and stream every summer
sneezing and runny eyes, need something stronger
itchy eyes from the cat
allergic to nickel, rash under my watch
rash from washing powder, no swelling
insect bite on my calf, itchy lump
slapped cheek going round nursery, what should pregnant staff do
chickenpox in the class and I am pregnant, have had it before
headlice again, all three of them
my tooth is sore when I bite, dentist on Friday
wisdom tooth grumbling
snore so much my wife sleeps elsewhere
on methotrexate once a week, blood test due
methotrexate and folic acid repeat please
carbimazole dose check, bloods booked
clozapine clinic appointment moved
azathioprine monitoring bloods, which day
spleen removed in 2005, which jabs am I due
sickle cell trait, want to know about testing my partner
transplant clinic letter has it arrived
my three year old comes into my bed at night, any tips
toddler climbs in our bed every night, sleep advice
drinks lots of water on this new diet, that ok
drink more tea than I should
baby drinks well and wees plenty, just weaning questions
toilet training, still wet at night at 4
son has lost his front tooth, is that early
growing fast and clothes do not fit him, appetite great
the drops you gave me for my ear did nothing, still blocked
nasal drops did not help, nose still stuffy
eye drops finished, eyes still dry
the spray did nothing for my hay fever
gargled with salt water, did nothing
the cream did nothing, rash the same as before
the tablets did nothing for my hip, can I try something else
physio did nothing, back about the same as last year
drop the letter off at reception or post it
dropped my repeat slip in the box on Monday
weight has dropped a bit since I joined the gym, pleased
my daughter drops her nap, how much sleep at 2
god, the phone queue is talking to me like a child
the tv in the waiting room is too loud
heart skips now and then, ECG was normal last year, still the same
palpitations on too much coffee, cut down now
tight calf after running, stretches help
numb fingertips in the cold, go white, warm up again
pins and needles in my hand when I wake, shake it off
numb outer thigh since the pregnancy, same as before
dizzy for a second when I stand, drink more water
room spins when I turn over in bed, had it before, want exercises
bit short of breath on the hill since I put weight on, months
need the loo in the night twice, prostate check
wind and bloating after dinner
tummy cramps before my period as usual
heartburn if I eat late
pulled a muscle in my tummy at the gym, sore to sit up
stitch in my side when running
bruise on my arm from the blood test
nosebleed last week for two minutes, hay fever season
had a nosebleed for about ten minutes this morning, stopped now
nosebleed for a quarter of an hour yesterday, stopped by itself
hiccups for an hour this morning, gone now
gums bleed when I brush
piles itch, cream helps
blood pressure monitor reads 135 over 80, good?
sugars 8 to 10, metformin dose?
asthma fine, need a spare inhaler for school
cough for a fortnight, nothing else, getting better
lost my voice from karaoke
dry mouth from the tablets
feeling flat since Christmas, sleeping fine, would like to talk to somebody
tearful since my gran died, want bereavement support
work stress, need a couple of weeks off
row with my husband about money, want couples counselling
divorce is hard, not sleeping, talking therapy please
left an unhappy marriage years ago, doing well, want a smear with a lady nurse
my boss is a nightmare, need a fit note
kids are full on, i am worn out, any parenting groups
worried about dad living alone, wants a care assessment
nan is slower than she was, over a couple of years
mum keeps repeating herself, a year or more, memory clinic?
`;
