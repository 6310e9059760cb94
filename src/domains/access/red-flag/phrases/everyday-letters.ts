/** Longer requests, one a line, that must raise no red flag. */
export const everydayLetters = `
patient would like to speak to a doctor about hair loss
Please can you send my sick note to my employer, I've been off with my back
Need to cancel my smear on Friday as I'm on my period
had my gallbladder out in 2015, can you add it to my record
My hayfever is doing my head in, can you prescribe fexofenadine
I've got a cough that won't shift, three weeks, no fever, feel ok otherwise
My son needs a letter for school about his asthma inhaler
I'd like to change my nominated pharmacy to Boots on the high street
Pulled a muscle in my calf at five a side last week, should I see the physio
My mum's dementia is getting worse gradually, would like a carers assessment
I'm shattered all the time and wonder if my iron is low
Could I get a fit note extension, anxiety and depression, doing okay with sertraline
toenail came off after I dropped a tin on it weeks ago, do I need it looked at
the heart rate on my watch looks normal but could I book an ECG check
My asthma is well controlled, just need the annual review
she's had a runny nose and cough, eating fine, no temperature
bit dizzy when I stand up quick, blood pressure tablets too strong?
dog scratched my leg last week, is my tetanus up to date
Kids are fine, just need their vaccination history printed
heartburn after meals for a few weeks, gaviscon helps
Hi there can someone ring me about mum's care package
I'm 11 weeks pregnant, first appointment with midwife when?
bite on my ankle, red and itchy, slightly bigger than a 50p
my child's eczema is cracked and sore behind the knees
numb patch on outer thigh for a year, told it's meralgia
Grandad's stroke was in 2012, he needs a blue badge letter
I've been stroking my chin over this form, which box do I tick
The price of parking is daylight robbery, gave me a heart attack
My daughter is a paramedic and says I need an ECG request form copied
I'm choking for a cuppa, sorry to keep you. Just my repeat please
My back went into spasm on Monday, easing now, any physio slots
Suicide prevention training certificate needs signing
The nurse hit the vein first time, give her my thanks
Daughter is poorly with a cold, runny nose and mild temp of 37.6, drinking fine
I am drowning in paperwork and need the insurance form back
I collapsed on the sofa after work, just tired. Iron levels?
Medication query: can I take evening primrose with my HRT
Dad has had COPD for years, inhaler technique check please
My breathing has been fine since the new inhaler, just need more
Ive been under the weather with a sore throat and a bit of a headache
Would like to see someone about snoring and tired in the day
Please remove the stroke risk leaflet from my online account, I got it by error
my 3 year old has had diarrhoea once, happy and playing
I can't breathe a word of this to my mum but I'd like the pill
need an emergency contraceptive pill, happened last night
burnt my finger on the grill slightly last week, healed, tetanus?
Mum fell last month, she's fine, want a falls assessment
I'm pregnant, 16 weeks, and need my prescription exemption
baby has reflux and is bringing up some milk, gaining weight well
medication makes me feel spaced out a bit, could we change it
My chest infection has cleared up, do I need another x-ray
I had chest pain two years ago and was cleared, need the letter for insurance
i'm breathless with excitement about my holiday, vaccine list please
he had a stroke of luck with the housing list, form attached
I've been bleeding money on parking, can I have a phone call instead
I'm dead on my feet, working nights, not sleeping well
my son is a typical teenager, sleeps all day at weekends
booking a stroke group volunteer visit to the surgery
blind assessor for certificate of vision impairment paperwork
Pregnant 30 weeks, need fit note for pelvic girdle pain
she has hand foot and mouth, spots in mouth, drinking ok
my toddler hit me with a toy, bruise on my shin, all good
trapped nerve in neck, pins and needles in my thumb for weeks
lump in my testicle? no, it was in my groin, hernia scan result
could you look at the bruise on my leg, bumped the table
feeling overwhelmed with new baby, would like the health visitor number
food gets stuck sometimes when I eat fast, months now
dizzy spells when I turn over in bed, had vertigo before
I've had my fair share of heartache this year, could do with a chat
Asthma nurse said blow into the machine again in june
My knee gave way once on the stairs last year, been wobbly since
I think I swallowed a bit of my filling last week, dentist not worried
Daughter has a temp of 38, cough and cold, drinking and playing
my 4 year old has a temperature and a runny nose, still smiling
my husband and I are separating, need a letter for housing
knocked up a spreadsheet for my readings, where do I send it
chest of drawers fell on my toe in may, nail growing back odd
numb with grief since mum died, bereavement support please
I have a stutter, so please use the online form to contact me
I've had a cold for about a week now with a runny nose and a cough that keeps me up at night. I feel a bit run down. Can I see someone?
Since Tuesday I have had a sore throat and it hurts when I swallow food. No rash. Paracetamol helps.
My right knee has been aching since I started running again in January. It is worse going downstairs.
I have noticed a small lump on the back of my neck. It moves when I touch it and has been there for months.
My daughter has had a tummy ache on and off before school. She eats well and plays at weekends.
Can I have an appointment about my acne please? I've tried the cream for three months and it's still bad on my chin.
I've been feeling very tired since the clocks changed. Work is busy and I don't sleep well.
My lower back has been stiff since I moved house last weekend. I can walk fine but bending is sore.
I think I have thrush again. Itching and white discharge. I've had it before.
Stinging when I wee for two days and going more often. I feel fine otherwise.
My son has a verruca on his foot and it hurts when he does PE.
I'd like to talk about contraception, I keep forgetting my pill.
I have hay fever and the tablets from the shop make me sleepy.
My mum is 84 and needs her ears checking as she can't hear the TV.
The cream for my eczema has run out and my hands are cracked and sore.
I've had heartburn most evenings after dinner for a month. Antacids help a bit.
I'm getting headaches at the end of the day when I've been on the computer. They go when I rest.
My ankle is still a bit puffy three weeks after a sprain. I can walk on it.
Could someone look at my toenail, it's ingrown and a bit red.
My period is ten days late and the test was negative.
I have been having hot flushes and night sweats for six months, I think it's the menopause.
Feeling down since I lost my job. Not sleeping great. I'd like to talk to someone about it, I'm not in danger.
I worry about everything and my stomach is in knots before meetings.
My baby has a bit of nappy rash that isn't clearing with sudocrem.
I have a rash on my chest from a new perfume. It's itchy.
There's a small scab on my nose that keeps coming back.
My blood pressure readings have been about 145 over 90 this month.
I've pulled something in my shoulder at the gym, sore to lift my arm.
My hands are stiff in the morning for about half an hour.
My gout is back in my big toe, can I have colchicine?
I've got pins and needles in my hands when I wake, been going on for months.
Can I have a sick note for another two weeks? I had my hernia operation and I'm healing well.
I had my gallbladder out last month and need my stitches checked. It looks clean.
I had a fall on the ice a month ago and my wrist is still a bit sore. It was x-rayed at the time and not broken.
I get a bit dizzy when I stand up too fast, it's been like that since my tablets changed in spring.
I've had diarrhoea for two days after a takeaway. I'm drinking plenty.
My little boy was sick once last night but he's fine this morning. Does he need to stay off nursery?
Bitten by a mosquito on holiday, itchy lump, slightly red.
My tongue has white patches, I use a steroid inhaler.
My wisdom tooth is coming through and it's sore. Dentist can see me Friday.
I'd like a referral for my varicose veins, they ache.
My piles are playing up, they itch and are uncomfortable.
Erectile problems, would like to speak to a male doctor.
I'm 22 weeks pregnant and need my whooping cough vaccine.
I had a baby six weeks ago and need my check. All well.
My inhalers need reviewing, I haven't had an attack for years.
I'd like to reduce my antidepressant, I've been well for a year.
My husband has dementia and I'd like some support as his carer.
My father died last month and I can't stop crying. Is there bereavement support?
My teenager won't talk to us and is moody. Is there counselling?
I drink a bottle of wine most nights and would like to cut down.
I've stopped smoking for a month and want more patches.
My child is allergic to peanuts and school want a new plan.
I fainted at a blood test years ago so can I lie down for this one?
My mum had a heart attack at 50, should I get my heart checked?
I had cancer treatment in 2019 and would like my flu jab early.
My grandad has Parkinson's and his tremor is worse over the last year.
I bumped my shin on the dishwasher and there's a bruise.
I cut my finger last week and it's healing but the plaster makes it itchy.
I need a letter for my landlord about damp and my asthma.
Thank you to Dr Patel for the care of my late husband.
my daughter has a temperature of 38.2 and a runny nose, she is 6
I've had a fever of 38 since yesterday with a sore throat and runny nose
high temperature and cough for two days, feeling a bit better this morning
son has a fever and a sore ear, paracetamol brings it down
covid positive, mild temperature, want to know about isolating
my child has chicken pox and a slight fever, drinking well
My mother has had a cough since her cold a fortnight ago. She's 79 but otherwise well and still going to bingo.
My wife has had an itchy rash on both arms since we used a new washing powder.
He has a sore throat and his glands are up. He's eating ice cream and watching telly.
She's had a temperature of 37.9 since last night with a blocked nose. She perks up with calpol and is playing.
The baby has been a bit snotty for two days but is feeding well and has lots of wet nappies.
My daughter keeps getting tummy aches on school days. She's fine at weekends.
Our toddler had three loose poos yesterday. She's drinking well and happy in herself.
I've had a headache on and off for a few days, I think it's my sinuses, paracetamol works.
My migraines are about the same as usual, two a month. I'd like to try something preventative.
I went over on my ankle at netball on Saturday. It's bruised but I can walk on it.
My back went when I picked up the shopping. It's sore but easing and I've no numbness.
I've had pain in my heel every morning for six weeks.
I think the arthritis in my knees is worse this winter and stairs are slow.
I've had a frozen shoulder since the spring and can't lift my arm above my head.
My fingers go white and numb in the cold, they always have.
I've got a lump on my wrist that comes and goes. It doesn't hurt.
There's a mole on my back my husband says looks bigger than last summer.
A patch of dry skin on my cheek has been there since Christmas.
A mosquito bit my leg on holiday and it's a bit red around it, about the size of a ten pence piece.
I have a small cut that's healing and want to know when to take the plaster off.
I've had a sticky eye since yesterday, no pain and I can see fine.
I've had a dry mouth since I started the new tablets.
My voice has been croaky for ten days. I'm a teacher.
My bowels have been a bit loose since the antibiotics.
I haven't been to the toilet for four days, I'm just uncomfortable.
I need the toilet more often since starting the water tablets.
I think I've got another water infection. It stings when I pee.
My period pains are bad on the first day, ibuprofen helps a bit.
I've got a bit of pelvic pain after sex, been like that for a while.
I'm forty eight and my moods are all over the place, is it perimenopause?
I'm nine weeks pregnant and feel sick in the mornings but I'm keeping food down.
My hair has been thinning since I had my baby last year.
I'm anxious about going back to work after maternity leave.
My mood is low since the winter started. I'm still going to work.
I've been a bit tearful since my divorce. I have good friends around me.
I get butterflies and a dry mouth before presentations.
I had a panic attack in the supermarket last month. I'm okay now but would like some therapy.
My dad's memory has been getting slowly worse for a couple of years.
My nan has a leg ulcer that the nurse dresses twice a week. We need a new appointment.
My husband's blood pressure tablets make his ankles swell.
My wife takes levothyroxine and is due her yearly blood test.
I'd like to come off my blood pressure tablets now I've lost weight.
I take amitriptyline for nerve pain and it makes me groggy in the morning.
My inhaler has run out and I'd like another please. My breathing is fine.
I have angina which is stable and I need a repeat of my spray.
My heart tablets have changed colour. Is it the same medicine?
I had bypass surgery in 2014 and need my repeat prescription.
I had a pacemaker fitted two years ago and need a letter for travel.
I had a mini stroke in 2018 and my clopidogrel has run out.
I've had epilepsy since childhood and I've been fit free for nine years. I need my tablets.
My sugars have been a bit higher since the steroid injection, around 12.
I finished chemo last year and my hair is growing back. I'd like a B12 check.
I have an appointment with oncology next week and need my blood results sent over.
I had my appendix out in June and need the wound looked at, it's dry and clean.
I broke my arm in March. The plaster is off and I'd like physio.
I was in a car accident last year and the solicitor needs my notes.
I hit my head on a cupboard two months ago. I was fine. Do you have a record of it?
I fell over in the garden last week and grazed my knee. It has scabbed over.
My mother fell last month. She wasn't hurt but we'd like a falls assessment.
I was bitten by a cat and had a tetanus at the walk in centre. Do I need another?
I'm on my own with three children and need help with housing.
My partner and I are having relationship problems and want couples counselling.
My ex wants to see our son's medical records. Is he allowed?
My neighbour is elderly and lonely. Is there a befriending service?
Please book me in with the nurse for a blood pressure check.
I would like to see the same doctor as last time about my thyroid.
My prescription has the wrong strength on it. It should be 20 mg.
Could I have three months of tablets as I am going abroad?
I need a doctor's letter to say I can fly with my medicines.
I've missed my appointment because of the traffic, sorry. Can I rebook?
I saw the result of my scan on the app and don't understand it.
My wife is due her smear test and would like a female nurse.
My hands shake a bit when I hold a cup. They have for years.
My cough is worse at night and I bring up white phlegm. I've had it since a cold last week.
I've had flu all week and I'm on the mend, just tired.
For the last few days I've had a bit of a dodgy tummy. I can eat toast and I'm drinking water.
I've had a cough since the weekend and I'm bringing up some yellow stuff. I feel alright in myself.
My daughter is four and has had a runny nose and slight temperature since Sunday. She's still eating and playing with her sister.
The palms of my hands are dry and cracking from washing them at work.
I've been getting cramps in my calves at night for a few weeks.
I need to talk to someone about my sleep. I wake at three most nights.
I've noticed I'm getting up to wee twice a night. I'm 66.
I had an injection in my shoulder in spring and the pain has come back.
My left knee swells up after football and goes down by the next day.
My son gets nosebleeds about once a week which stop after a few minutes.
I'm on the waiting list for a hip replacement and my pain is getting harder to manage. Could we review my painkillers?
My husband keeps forgetting where he has put things. It's been going on about a year.
I've had some spotting between periods since my coil was fitted.
My baby is three months old and has dry patches on her cheeks.
My mother is struggling to swallow her big tablets. Could she have liquid?
I feel exhausted all the time and my hair is falling out.
I think I need antidepressants again. I've felt flat for a couple of months.
I've had a bad back for years and my codeine doesn't touch it any more.
I've got a headache and stuffy nose and my cheeks hurt when I bend forward.
My son is eight and still wets the bed at night. He's never been dry.
I have tingling in my feet, the nurse said it's from my diabetes.
I'm seven months pregnant and my feet are swollen by the evening.
I've started getting heart burn with my pregnancy, what can I take?
I get tightness in my neck and shoulders from stress.
I'd like to check if the pain in my ribs from coughing is normal, it is getting better.
I've been dizzy rolling over in bed, it happened last year too and the exercises helped.
My toddler banged his knee on the table and it's got a bruise.
My fingernail is black where I shut it in the drawer last week.
There is a bit of blood on the paper when I wipe and I have piles.
I scratched my arm on a rose bush and it's a bit red.
My wife is anxious about her scan results. Could a doctor explain them?
I burnt my hand on the oven last week, it's scabbed over and dry.
Cheers for sorting my mum out last week, you saved her life. Can she have a follow up?
I nearly passed out when I heard how long the wait was.
My boss is strangling me with overtime so I need a late slot.
I've a splitting headache from the kids, kidding, just need my repeat.
Do you have a leaflet on strokes for my school project?
Overdosed on mince pies so I need my diabetes check bringing forward.
I had a heart attack in 2009 and a stent. I need my annual review.
Letter needed about my previous overdose for my insurance.
My late mother had sepsis. Could I have a copy of her notes?
I'm training as a first aider, do you do choking demonstrations?
My sister-in-law recommended you, can I transfer from another surgery?
For a while I've had an achy hip when I get out of the car.
My lad's got a bit of a cough and was hot in the night but he's back at school today.
The rash round my mouth flares when I use toothpaste.
My big toe is painful and I think the nail's growing in.
I've had a scratchy throat for three days and lost my voice on Friday.
I have been feeling bloated and gassy for a fortnight.
Feeling a bit low after the baby, could the health visitor pop round?
I get chest infections most winters, can I have a rescue pack?
My calf muscle is tight after running, it's fine when I warm up.
I have floaters, the optician checked last week and all is well.
Tingling lips when I'm anxious, it passes when I breathe slowly.
Could I get more of the cream for my baby's cradle cap?
My daughter fainted at a concert last year and we're still waiting for the heart clinic.
I have a water infection most months, could I have a plan?
Lump in breast clinic gave me the all clear, just need the letter.
I'm struggling with my sleep since the clocks changed.
Struggling to get through on the phone, you need more staff!
I've been chasing my results for weeks, I'm at my wits' end with your phones.
It's a matter of life and death that my parrot sees a vet haha, wrong number.
That injection hurt like hell but the knee's better now.
My mortgage form needs a doctor's signature, it's doing me in.
My neighbour collapsed last year and you were brilliant. Can I volunteer as a first aider?
I once had a bad reaction to a wasp sting as a kid, should I be tested?
Is there a support group for people who have had strokes?
My late husband took his own life in 2016 and I'd like some counselling.
I had a breakdown ten years ago and need the dates for my PIP form.
I'm researching my family tree and great grandad died of a seizure, do you hold records?
My husband pushed me in my wheelchair to the surgery but the ramp was blocked.
My son got hit by a cricket ball last summer and his nose is still crooked.
Stabbing westerly wind stopped me walking to the surgery, may I come tomorrow?
My heart skips a beat when your receptionist Dave answers.
I've lost my sense of humour as well as my prescription.
Heart attack when I saw the gas bill, anyway need my statins
My head is banging from that music last night, just want my pill
Had a bleed on the brain in 2011, need insurance letter
Burnt toast set off the alarm, late for my appointment
`;
