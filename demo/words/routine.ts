import { ways, type RequestWords } from './request-words.ts';

/** Requests that can wait for days or weeks, and are better for it when the right person has time. */
export const routineWords: readonly RequestWords[] = [
  ...ways(
    {
      reason: 'Cough',
      urgency: 'within-7-days',
      roles: ['gp', 'advanced_nurse', 'paramedic', 'physician_associate'],
      ages: [18, 95],
    },
    [
      'Cough for three weeks now and a bit of green in the mornings. Not getting any better',
      [
        'Dry cough since my cold last month, mostly at night, driving my husband mad',
        { sex: 'female', ages: [25, 80] },
      ],
      'Still coughing since the summer, would like somebody to listen to my chest',
    ],
  ),
  ...ways({ reason: 'Tired', urgency: 'within-14-days', roles: ['gp', 'physician_associate'], ages: [18, 85] }, [
    'Tired all the time since the spring, falling asleep on the sofa at seven. Could it be my thyroid',
    'No energy for weeks, think I might be low on iron again',
    'Feel wiped out, not like me, would like some blood tests',
  ]),
  ...ways({ reason: 'Knee pain', urgency: 'within-14-days', roles: ['physio', 'gp'], ages: [25, 90] }, [
    'My knee has been stiff for a month, worse going downstairs',
    'Knees creak and ache after the allotment, exercises from the leaflet have not helped',
  ]),
  ...ways({ reason: 'Shoulder', urgency: 'within-14-days', roles: ['physio', 'gp'], ages: [25, 90] }, [
    ['Cannot reach the top cupboard without my shoulder catching, six weeks now', { ages: [35, 85] }],
    'Frozen shoulder I think, left one, sleeping on the other side',
  ]),
  ...ways(
    { reason: 'Back pain', urgency: 'within-14-days', roles: ['physio', 'gp', 'physician_associate'], ages: [20, 85] },
    [
      'Low back ache on and off for years, worse since I started driving for work',
      'Sciatica down the right side, physio said ring back if no better in six weeks and it is not',
    ],
  ),
  ...ways({ reason: 'Mole', urgency: 'within-7-days', roles: ['gp', 'advanced_nurse'], ages: [20, 95] }, [
    ['Mole on my shoulder looks darker than it used to, husband took a photo', { sex: 'female', ages: [25, 85] }],
    'A scaly patch on my cheek that will not heal',
  ]),
  ...ways(
    { reason: 'Breast', urgency: 'within-7-days', roles: ['gp', 'advanced_nurse'], ages: [20, 85], sex: 'female' },
    [
      'Found a small lump in my left breast in the shower. Would rather see a woman',
      'Bit of a thickening on one side that was not there last month, please can someone check it',
    ],
  ),
  ...ways(
    { reason: 'Waterworks', urgency: 'within-14-days', roles: ['gp', 'advanced_nurse'], ages: [50, 92], sex: 'male' },
    [
      'Getting up four times in the night to go, and it takes a while to start',
      'Would like to talk about my prostate, my brother has just had his done',
    ],
  ),
  ...ways(
    {
      reason: 'Change of life',
      urgency: 'within-14-days',
      roles: ['gp', 'advanced_nurse'],
      ages: [42, 60],
      sex: 'female',
    },
    [
      'Hot flushes and foggy head, I would like to talk about HRT',
      'The patches help but I am bleeding when I should not be. Review please',
    ],
  ),
  ...ways(
    { reason: 'Periods', urgency: 'within-14-days', roles: ['gp', 'advanced_nurse'], ages: [14, 50], sex: 'female' },
    [
      'Periods getting heavier each month, changing every two hours on the first day',
      'Would like to change my pill, this one makes me moody',
    ],
  ),
  ...ways(
    { reason: 'Acid', urgency: 'within-14-days', roles: ['gp', 'pharmacist', 'physician_associate'], ages: [22, 85] },
    [
      'Heartburn most evenings, the tablets from the chemist only work for a day or so',
      'Bloated after meals for a couple of months, would like to see somebody about it',
    ],
  ),
  ...ways({ reason: 'Headaches', urgency: 'within-7-days', roles: ['gp', 'advanced_nurse'], ages: [14, 75] }, [
    'Migraines back to two a week, the tablets take the edge off',
    'Tension headaches since I started the new job, could I talk it through',
  ]),
  ...ways({ reason: 'Low mood', urgency: 'within-7-days', roles: ['mental_health', 'gp'], ages: [16, 90] }, [
    'Feeling low and not sleeping, would like to talk to somebody',
    [
      'Finding it hard since the baby, everyone says it passes but it has been three months',
      { sex: 'female', ages: [18, 44] },
    ],
    'Panicky in shops and on buses, have stopped going out much',
    'Still flat on the new tablets after six weeks, can we review them',
    [
      'My daughter is worried about school and will not go in. She is happy for me to write',
      { sex: 'female', ages: [9, 16] },
    ],
  ]),
  ...ways({ reason: 'Loneliness', urgency: 'within-14-days', roles: ['social_prescriber'], ages: [55, 99] }, [
    ['I am on my own a lot since my husband died and could do with some company', { sex: 'female', ages: [60, 99] }],
    'Would like to hear about the walking group you have at the practice',
  ]),
  ...ways({ reason: 'Money and home', urgency: 'within-14-days', roles: ['social_prescriber'], ages: [18, 90] }, [
    'Struggling with the bills and it is making me ill, is there anyone who can help with forms',
    ['Damp in the flat and the little one keeps coughing. Council will not listen', { ages: [20, 45] }],
    ['Caring for Dad full time now and I am running on empty. What help is there', { ages: [30, 65] }],
  ]),
  ...ways(
    { reason: 'Blood pressure', urgency: 'within-14-days', roles: ['hca', 'nurse', 'pharmacist'], ages: [40, 95] },
    [
      'Due my blood pressure check and a blood test',
      'My machine at home says 158 over 92 most mornings, should somebody look at my tablets',
      'Letter says blood pressure review, can do any Tuesday',
    ],
  ),
  ...ways({ reason: 'Diabetes', urgency: 'within-14-days', roles: ['nurse', 'pharmacist'], ages: [35, 92] }, [
    'Diabetes yearly check is due, feet and bloods and all that',
    'My sugars are creeping up since I changed shifts, can I see the diabetes nurse',
  ]),
  ...ways({ reason: 'Asthma review', urgency: 'within-14-days', roles: ['nurse', 'pharmacist'], ages: [12, 80] }, [
    'Text says I need an asthma review before you give me any more inhalers',
    'COPD check please, not fussed which day, mornings are bad for me',
  ]),
  ...ways({ reason: 'Smear', urgency: 'within-14-days', roles: ['nurse'], ages: [25, 64], sex: 'female' }, [
    'Had the letter for my smear. Could it be an early appointment before work',
    'Overdue my screening, nervous about it, longer slot if possible',
  ]),
  ...ways({ reason: 'Vaccination', urgency: 'within-14-days', roles: ['nurse', 'hca'], ages: [0, 5] }, [
    ['Baby is due the next set of jabs', { ages: [0, 0] }],
    ['Missed her one-year injections as she had a cold, can we rebook', { sex: 'female', ages: [1, 1] }],
  ]),
  ...ways({ reason: 'Vaccination', urgency: 'within-14-days', roles: ['nurse', 'hca', 'pharmacist'], ages: [65, 99] }, [
    'Flu jab please, and is it true I can have the shingles one too',
    ['Had a letter about the RSV vaccine for the over 75s', { ages: [75, 99] }],
  ]),
  ...ways({ reason: 'Travel', urgency: 'within-14-days', roles: ['nurse'], ages: [16, 75] }, [
    'Going to Kenya in eight weeks, what jabs do I need',
  ]),
  ...ways({ reason: 'Dressing', urgency: 'within-7-days', roles: ['nurse', 'hca'], ages: [30, 97] }, [
    'The dressing on my leg needs changing again on Thursday',
    'Leg ulcer clinic said twice a week, only one is booked',
  ]),
  ...ways({ reason: 'Stitches', urgency: 'within-7-days', roles: ['nurse', 'hca'], ages: [8, 90] }, [
    'Stitches to come out on Monday, had a mole removed',
    'Clips out please, ten days since the operation',
  ]),
  ...ways({ reason: 'Blood test', urgency: 'within-7-days', roles: ['hca', 'nurse'], ages: [16, 97] }, [
    'Form from the hospital for a blood test, fasting I think',
    'Need my INR done this week',
    'Doctor asked me to have bloods before we speak again',
    'Monthly bloods for my arthritis tablets',
  ]),
  ...ways({ reason: 'Injection', urgency: 'within-7-days', roles: ['nurse', 'hca'], ages: [30, 95] }, [
    'B12 injection due this week',
    'Three-monthly injection, I have the letter here',
  ]),
  ...ways({ reason: 'Medicines', urgency: 'within-14-days', roles: ['pharmacist'], ages: [30, 97] }, [
    'Could I have my tablets reviewed, I think one makes me dizzy',
    'On eleven tablets now and not sure what half of them are for',
    'Want to come off the sleeping tablets slowly, who helps with that',
    'Statin makes my legs ache, is there another',
  ]),
  ...ways({ reason: 'Memory', urgency: 'within-14-days', roles: ['gp', 'advanced_nurse'], ages: [62, 96] }, [
    [
      'Daughter rang: Mum repeating herself and lost on the way home from the shops. Mum agrees to come',
      { sex: 'female' },
    ],
    ['Forgetting names and appointments, wife says I should have it checked', { sex: 'male' }],
  ]),
  ...ways(
    { reason: 'Hearing and wax', urgency: 'within-14-days', roles: ['nurse', 'hca', 'advanced_nurse'], ages: [30, 95] },
    ['Ears blocked again, oil in for a week like last time', 'Hearing aid clinic say there is wax in the way'],
  ),
  ...ways(
    {
      reason: 'Skin',
      urgency: 'within-14-days',
      roles: ['gp', 'physician_associate', 'advanced_nurse', 'pharmacist'],
      ages: [1, 80],
    },
    [
      ['Eczema behind his knees, keeps scratching at night, the cream has run out', { sex: 'male', ages: [1, 13] }],
      ['Acne not better after three months of the gel, would like to try something else', { ages: [14, 35] }],
      ['Wart on my finger that will not go', { ages: [9, 60] }],
    ],
  ),
  ...ways(
    {
      reason: 'Pregnancy',
      urgency: 'within-7-days',
      roles: ['gp', 'nurse', 'advanced_nurse'],
      ages: [17, 45],
      sex: 'female',
    },
    [
      'Positive test this morning, how do I see the midwife',
      'Trying for a baby and on epilepsy tablets, need some advice first',
    ],
  ),
  ...ways(
    {
      reason: 'Follow-up',
      urgency: 'within-7-days',
      roles: ['gp', 'advanced_nurse', 'paramedic', 'physician_associate'],
      ages: [16, 97],
    },
    [
      'Doctor said to come back after two weeks on the new tablets',
      'Home from hospital on Friday, letter says see your GP',
      'Scan results are in, the message says to make a routine appointment',
      'Want to carry on with the same doctor about my stomach please, happy to wait',
    ],
  ),
  ...ways({ reason: 'Growing pains', urgency: 'within-14-days', roles: ['gp', 'physio'], ages: [5, 15] }, [
    ['Heels hurt after football every week, he is twelve and growing fast', { sex: 'male', ages: [12, 12] }],
    ['School nurse said to have her posture looked at', { sex: 'female', ages: [8, 15] }],
  ]),
  ...ways({ reason: 'Baby check', urgency: 'within-7-days', roles: ['gp'], ages: [0, 0] }, [
    'Six to eight week check for the baby and me',
    'Baby is feeding well but very sicky after every bottle, health visitor suggested a chat',
  ]),
];
