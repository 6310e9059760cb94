import type { Suits } from './request-words.ts';

/** A request in which something must not wait, and how the duty clinician closed it. */
export interface RedFlagWords extends Suits {
  readonly words: string;
  readonly closing: string;
  /** As that clinician judged it afterwards; a danger unless said. */
  readonly danger?: 'no' | 'unclear';
}

/** Requests that the screening stops; what it finds in each is worked out by the product itself. */
export const redFlagWords: readonly RedFlagWords[] = [
  {
    words: 'I have got chest pain and it is going down my left arm, came on washing up',
    closing: 'Spoke to the patient at once. Ambulance called, stayed on the line until it came',
    ages: [35, 99],
  },
  {
    words: 'Tight chest since breakfast and feeling sick and sweaty with it',
    closing: 'Ambulance called at 2 minutes. Aspirin taken on advice. Daughter with them',
    ages: [40, 99],
  },
  {
    words: 'Chest pain when he walks up the hill, gone when he stops, but this morning it came on sitting down',
    closing: 'New pain at rest: 999, crew took him in',
    ages: [45, 99],
    sex: 'male',
  },
  {
    words: 'Mum’s face has dropped on one side and she is slurring her words',
    closing: 'Daughter told to ring 999 while I listened; taken to the stroke unit',
    ages: [55, 99],
    sex: 'female',
  },
  {
    words: 'Dad suddenly cannot lift his right arm and his speech has gone funny',
    closing: '999 by the family before we rang back. Arrived at hospital within the hour',
    ages: [50, 99],
    sex: 'male',
  },
  {
    words: 'I cannot get my breath, even sitting here, and my lips look blue my wife says',
    closing: 'Ambulance at once; wife kept on the line',
    ages: [45, 99],
    sex: 'male',
  },
  {
    words: 'Struggling to breathe since the early hours and the blue inhaler is doing nothing',
    closing: 'Could not finish a sentence. 999, ten puffs through the spacer while waiting',
    ages: [10, 80],
  },
  {
    words: 'Stung by a wasp and my lips and tongue are swelling up',
    closing: 'Adrenaline pen used on my advice, ambulance called',
    ages: [8, 75],
  },
  {
    words: 'He has been coughing up blood since last night, quite a lot of it',
    closing: 'Seen at once in the treatment room, sent in',
    ages: [40, 95],
    sex: 'male',
  },
  {
    words: 'Vomiting blood, it looks like coffee grounds',
    closing: '999. On blood thinners, told the crew',
    ages: [40, 95],
  },
  {
    words: 'She collapsed in the kitchen and was out for a minute or so, awake now but confused',
    closing: 'Ambulance called by neighbour with me on the line',
    ages: [60, 99],
    sex: 'female',
  },
  {
    words: 'My son has just had a fit, he has never had one before',
    closing: 'First seizure: 999, now awake, mother calm',
    ages: [2, 40],
    sex: 'male',
  },
  {
    words: 'Shivering, mottled legs and she is talking nonsense, had a water infection all week',
    closing: 'Likely sepsis: 999, crew told',
    ages: [60, 99],
    sex: 'female',
  },
  {
    words: 'I have taken too many of my tablets, I lost count',
    closing: 'Ambulance called. Stayed on the telephone. Poisons advice followed',
    ages: [16, 85],
  },
  {
    words: 'I cannot go on any more and I have thought about killing myself',
    closing: 'Long talk, not alone, crisis team seeing them this afternoon. Will ring tomorrow',
    ages: [16, 80],
  },
  {
    words: 'My friend says she wants to end it all and she will not answer the door',
    closing: 'Reached her by telephone, police not needed, crisis team at the door in the hour',
    ages: [16, 70],
    sex: 'female',
  },
  {
    words: 'Fell off a ladder and hit his head, he has been sick twice since',
    closing: 'Head injury with vomiting: 999',
    ages: [20, 80],
    sex: 'male',
  },
  {
    words: 'I have lost the sight in my left eye this morning, like a curtain coming down',
    closing: 'Spoke to eye casualty, going straight there by taxi',
    ages: [45, 95],
  },
  {
    words: 'Splashed oven cleaner in my eye, have run it under the tap',
    closing: 'Kept rinsing for 20 minutes, then eye casualty',
    ages: [16, 75],
  },
  {
    words: 'Severe pain in my tummy, it is hard as a board and I cannot stand up straight',
    closing: 'Rigid abdomen on the telephone history: 999',
    ages: [16, 90],
  },
  {
    words: 'Baby is floppy and will not wake for his feed',
    closing: 'Ambulance at once, stayed with mum',
    ages: [0, 1],
    sex: 'male',
  },
  {
    words: 'Rash on his legs that does not go when I press a glass on it, and he is very hot',
    closing: '999 for possible meningitis, told the crew the words',
    ages: [0, 16],
    sex: 'male',
  },
  {
    words: 'She is nine weeks old with a temperature of 38.4',
    closing: 'Under three months: sent straight to children’s assessment, expected',
    ages: [0, 0],
    sex: 'female',
  },
  {
    words: 'I am 30 weeks and the baby has not moved since yesterday',
    closing: 'Maternity triage rung for her, going in now with partner',
    ages: [17, 45],
    sex: 'female',
  },
  {
    words: 'Bleeding and bad pain low down on one side, I am about seven weeks pregnant',
    closing: 'Possible ectopic: 999 advised and accepted',
    ages: [17, 45],
    sex: 'female',
  },
  {
    words: 'Both legs have gone weak and I have wet myself without knowing',
    closing: 'Cauda equina until shown otherwise: emergency department, letter sent ahead',
    ages: [25, 85],
  },
  {
    words: 'Woke with terrible pain in one testicle, it is swollen',
    closing: 'Torsion not excluded: emergency surgery on call accepted',
    ages: [10, 40],
    sex: 'male',
  },
  {
    words: 'Knee is hot, red and swollen and I cannot bend it, shivery with it',
    closing: 'Septic joint to be excluded today: seen at 11:20, sent to orthopaedics',
    ages: [25, 90],
  },
  {
    words: 'My little girl is drinking all day, weeing all the time, losing weight and now she is very sleepy',
    closing: 'Finger prick 24 here within the half hour: children’s ward at once',
    ages: [2, 16],
    sex: 'female',
  },
  {
    words: 'I am having chemotherapy and my temperature is 38.1',
    closing: 'Oncology hotline rung with the patient, going in',
    ages: [25, 85],
  },
  {
    words: 'He hits me and I do not feel safe at home',
    closing: 'Safe to speak. Safeguarding lead and domestic abuse service told with consent; seen here today alone',
    ages: [17, 75],
    sex: 'female',
  },
  {
    words: 'Repeat prescription please. Also I have had crushing chest pain on and off since Sunday',
    closing: 'Rang at once; pain now: 999',
    ages: [40, 95],
  },
  {
    words: 'Need a sick note for work. I keep thinking about ending my life and I am scared',
    closing: 'Spoke for forty minutes, seen face to face at two, crisis plan agreed',
    ages: [17, 65],
  },
  {
    words: 'My neck is stiff after sleeping funny and I have a headache from it',
    closing: 'Slept awkwardly, moves it freely, no fever, no rash. Heat and a painkiller; knows when to ring',
    danger: 'no',
    ages: [18, 80],
  },
  {
    words: 'Chest feels tight when I cough with this cold, otherwise fine',
    closing: 'A cold and nothing else: walks upstairs, no pain at rest. Pharmacist',
    danger: 'no',
    ages: [18, 60],
  },
  {
    words: 'I bumped my head on the cupboard door yesterday, small lump, feel fine',
    closing: 'No headache, not sick, no blood thinners. Head injury leaflet sent',
    danger: 'no',
    ages: [18, 64],
  },
  {
    words: 'My nose bled for ten minutes this morning but it has stopped',
    closing: 'Stopped by itself, no blood thinners. Told how to press and for how long',
    danger: 'no',
    ages: [18, 90],
  },
  {
    words: 'My chest has felt odd on and off since the new tablets, hard to describe',
    closing: 'No pain when I rang, trace done here and read as normal; cause not clear',
    danger: 'unclear',
    ages: [40, 90],
  },
];
