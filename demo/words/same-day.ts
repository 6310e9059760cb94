import { ways, type RequestWords } from './request-words.ts';

const anyDoctor = ['gp', 'advanced_nurse', 'paramedic', 'physician_associate'];

/** Requests that want an answer the same day; none of them is a red flag. */
export const sameDayWords: readonly RequestWords[] = [
  ...ways(
    {
      reason: 'Urine infection',
      urgency: 'same-day',
      roles: ['advanced_nurse', 'pharmacist', 'gp'],
      sex: 'female',
      ages: [16, 90],
    },
    [
      'Burning when I wee since yesterday and going every half an hour',
      'I think I have cystitis again, same as in the spring. Drinking lots but it is not shifting',
      'Stings when passing water, two days now, no pain in the back',
      'Pt rang, cystitis symptoms 3 days, tried sachets from chemist, no better',
    ],
  ),
  ...ways({ reason: 'Earache', urgency: 'same-day', roles: anyDoctor, ages: [1, 15] }, [
    [
      'Son has had earache two nights running, better after the pink medicine for a bit then it comes back',
      { sex: 'male', ages: [1, 12] },
    ],
    ['My daughter keeps pulling her ear and was up most of the night', { sex: 'female', ages: [1, 5] }],
    [
      'Ear is running with yellowy stuff since this morning, he says it hurts less now though',
      { sex: 'male', ages: [3, 12] },
    ],
  ]),
  ...ways(
    {
      reason: 'Sore throat',
      urgency: 'same-day',
      roles: ['pharmacist', 'advanced_nurse', 'physician_associate', 'gp'],
      ages: [5, 50],
    },
    [
      'Sore throat for four days, can drink but eating is miserable',
      ['White spots on my tonsils and glands are up, I have exams next week', { ages: [14, 22] }],
      ['Mum says tonsils are swollen again, third time since September', { ages: [5, 15] }],
    ],
  ),
  ...ways(
    { reason: 'Fever in a child', urgency: 'same-day', roles: ['gp', 'advanced_nurse', 'paramedic'], ages: [1, 7] },
    [
      'Little one has had a temperature on and off for two days but is drinking and playing in between',
      [
        'Temp was 38.2 last night, better after medicine. Bit clingy, runny nose, nursery has a bug going round',
        { ages: [1, 4] },
      ],
      [
        'Four year old hot since teatime yesterday, eating toast now, would like somebody to have a look',
        { ages: [4, 4] },
      ],
    ],
  ),
  ...ways(
    {
      reason: 'Skin infection',
      urgency: 'same-day',
      roles: ['advanced_nurse', 'paramedic', 'gp', 'pharmacist'],
      ages: [10, 99],
    },
    [
      'Insect bite on my calf has gone red and warm round the edge, about the size of a jam jar lid',
      'Finger swollen by the nail and throbbing, I think it is infected',
      'Scratch from the cat two days ago, getting redder and sore to touch',
      'Toe is red and weepy round the nail, walking on my heel',
    ],
  ),
  ...ways({ reason: 'Back pain', urgency: 'same-day', roles: ['physio', 'gp', 'paramedic'], ages: [20, 80] }, [
    ['Put my back out lifting a washing machine yesterday, can hardly tie my shoes', { ages: [20, 70] }],
    'Back has gone into spasm, worse when I turn over. Need something so I can get back to work',
  ]),
  ...ways({ reason: 'Eye', urgency: 'same-day', roles: ['advanced_nurse', 'pharmacist', 'gp'], ages: [1, 90] }, [
    [
      'Sticky eyes since Saturday, nursery will not have him back until somebody has looked',
      { sex: 'male', ages: [1, 4] },
    ],
    ['Stye on my lower lid, sore and the size of a pea', { ages: [12, 90] }],
    ['Itchy red eyes, both of them, I think it is the pollen but the drops are not helping', { ages: [10, 80] }],
  ]),
  ...ways({ reason: 'Tummy upset', urgency: 'same-day', roles: anyDoctor, ages: [3, 85] }, [
    'Been up all night with the runs, whole house has had it, keeping water down now',
    'Third day of an upset stomach, managing dry toast, no temperature',
    'Just back from holiday and my stomach has not been right since the flight',
  ]),
  ...ways({ reason: 'Asthma', urgency: 'same-day', roles: ['advanced_nurse', 'gp', 'paramedic'], ages: [8, 70] }, [
    'Using my blue inhaler more than usual since the cold started, peak flow is down a bit but I can talk and walk fine',
    'Asthma playing up with this weather, waking me once a night, would like it looked at today',
  ]),
  ...ways({ reason: 'Rash', urgency: 'same-day', roles: anyDoctor, ages: [2, 70] }, [
    [
      'Chickenpox I think, itchy spots since yesterday, he is himself otherwise and nursery wants to know',
      { sex: 'male', ages: [1, 4] },
    ],
    ['Itchy rash on both arms, started after I changed washing powder', { ages: [16, 70] }],
    ['Painful patch of little blisters on one side of my waist, I wondered about shingles', { ages: [40, 90] }],
  ]),
  ...ways({ reason: 'Chesty cough', urgency: 'same-day', roles: anyDoctor, ages: [40, 95] }, [
    'My COPD is flaring up, coughing more and it has turned green. I have a rescue pack and want to check before I start it',
    'Cough has gone to my chest, feel rotten, no worse on the stairs than normal for me',
    [
      'Wife rang for him: bringing up coloured phlegm, eating a little, wants to know if he needs antibiotics',
      { sex: 'male' },
    ],
  ]),
  ...ways({ reason: 'Dizziness', urgency: 'same-day', roles: ['gp', 'advanced_nurse'], ages: [30, 95] }, [
    'Room spins when I roll over in bed, lasts a minute then goes. Started yesterday',
    'Bit light-headed since they put the tablets up on Monday',
  ]),
  ...ways({ reason: 'Low mood, soon', urgency: 'same-day', roles: ['mental_health', 'gp'], ages: [17, 75] }, [
    'I have hit a wall this week, crying at work, and would like to speak to somebody today if at all possible. I am safe',
    'Anxiety through the roof, not slept properly since Sunday, partner is with me',
  ]),
  ...ways(
    { reason: 'Gout', urgency: 'same-day', roles: ['gp', 'pharmacist', 'advanced_nurse'], ages: [40, 85], sex: 'male' },
    ['Gout again in the big toe, same as last year, need the tablets that worked'],
  ),
  ...ways(
    {
      reason: 'Contraception',
      urgency: 'same-day',
      roles: ['advanced_nurse', 'nurse', 'pharmacist', 'gp'],
      ages: [16, 49],
      sex: 'female',
    },
    [
      'Missed two pills at the weekend and I am not sure what to do now',
      'Need the morning after pill advice please, prefer a female',
    ],
  ),
  ...ways({ reason: 'Visit at home', urgency: 'same-day', roles: ['gp', 'paramedic'], ages: [78, 105] }, [
    [
      'Carer rang: not herself since Tuesday, off her food and sleeping in the chair. Cannot get her down to us, could somebody come out',
      { sex: 'female' },
    ],
    'Care home asks for a look at a sore heel, resident cannot travel',
  ]),
  ...ways({ reason: 'Wound', urgency: 'same-day', roles: ['nurse', 'advanced_nurse', 'hca'], ages: [12, 95] }, [
    'Dressing has come off in the shower and the wound is open to the air',
    'Stitches feel tight and one end is a bit pink, they were due out on Friday',
  ]),
  ...ways({ reason: 'Medicines', urgency: 'same-day', roles: ['pharmacist'], ages: [18, 95] }, [
    'Ran out of my blood pressure tablets on Sunday, the chemist says there is nothing there for me',
    'New tablets make me feel sick, can I stop them or should I carry on',
    'Chemist has not got my usual patches in and says you need to change them to another make',
    'Hospital changed my blood thinner and I want to be sure what I take tonight',
  ]),
  ...ways(
    {
      reason: 'Asked to be rung back',
      urgency: 'same-day',
      roles: ['social_prescriber', 'mental_health'],
      ages: [20, 90],
    },
    [
      'Benefits letter came today with a deadline on Friday, can the lady who helped before ring me',
      'The food parcel did not come and we have nothing in until Thursday',
    ],
  ),
  ...ways(
    {
      reason: 'Ankle',
      urgency: 'same-day',
      roles: ['physio', 'paramedic', 'gp', 'physician_associate'],
      ages: [8, 65],
    },
    [
      ['Turned my ankle at football, a bit puffy but I can walk on it', { ages: [14, 45] }],
      ['Twisted her ankle on the stairs at school, bruised, limping about', { sex: 'female', ages: [7, 15] }],
    ],
  ),
  ...ways({ reason: 'Blood test result', urgency: 'same-day', roles: ['hca', 'nurse'], ages: [20, 95] }, [
    'Told to come in for another blood test today as the last one had clotted',
    'Hospital wants my bloods repeated before Thursday’s clinic',
  ]),
];
