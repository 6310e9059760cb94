/** How soon a request must be met. */
export type Urgency = 'urgent' | 'same_day' | 'soon' | 'routine' | 'admin';

/** A request in the words of whoever made it, with what it came to. */
export interface RequestWords {
  readonly words: string;
  readonly reason: string;
  readonly urgency: Urgency;
  /** Clinicians' roles that may take it; none where nobody needs to be seen. */
  readonly roles: readonly string[];
  readonly ages?: readonly [from: number, to: number];
  readonly sex?: 'female' | 'male';
}

/** Requests that end in a visit or in an answer; none of them is a red flag. */
export const requestWords: readonly RequestWords[] = [
  {
    words: 'Cough for three weeks now, bringing up a bit of green. Not getting any better',
    reason: 'Cough',
    urgency: 'soon',
    roles: ['gp', 'advanced_nurse', 'paramedic'],
    ages: [18, 99],
  },
  {
    words: 'Burning when I wee since yesterday and going every half an hour',
    reason: 'Urine infection',
    urgency: 'same_day',
    roles: ['advanced_nurse', 'pharmacist', 'gp'],
    sex: 'female',
    ages: [16, 99],
  },
  {
    words: 'My knee has been swollen and stiff for a month, worse on the stairs',
    reason: 'Knee pain',
    urgency: 'routine',
    roles: ['physio', 'gp'],
    ages: [25, 99],
  },
  {
    words: 'Feeling low and not sleeping, would like to talk to somebody',
    reason: 'Low mood',
    urgency: 'soon',
    roles: ['mental_health', 'gp'],
    ages: [16, 99],
  },
  {
    words: 'Son has had earache two nights running and a temperature of 38',
    reason: 'Earache',
    urgency: 'same_day',
    roles: ['gp', 'advanced_nurse', 'paramedic', 'physician_associate'],
    ages: [1, 12],
  },
  {
    words: 'Due my blood pressure check and a blood test',
    reason: 'Blood pressure',
    urgency: 'routine',
    roles: ['hca', 'nurse'],
    ages: [40, 99],
  },
  {
    words: 'The dressing on my leg needs changing again on Thursday',
    reason: 'Dressing',
    urgency: 'soon',
    roles: ['nurse'],
    ages: [30, 99],
  },
  {
    words: 'Could I have my tablets reviewed, I think one makes me dizzy',
    reason: 'Medicines',
    urgency: 'routine',
    roles: ['pharmacist'],
    ages: [30, 99],
  },
  {
    words: 'I am on my own a lot since my husband died and could do with some company',
    reason: 'Loneliness',
    urgency: 'routine',
    roles: ['social_prescriber'],
    ages: [55, 99],
  },
  {
    words: 'Please can I have a repeat of my inhaler, nearly out',
    reason: 'Repeat prescription',
    urgency: 'admin',
    roles: [],
  },
];

/** A request that was, or is, a red flag. */
export interface RedFlagWords {
  readonly words: string;
  readonly category: string;
  readonly level: string;
  readonly matched: string;
  readonly closing: string;
  readonly ages?: readonly [from: number, to: number];
  readonly sex?: 'female' | 'male';
}

/** Requests in which something must not wait. */
export const redFlagWords: readonly RedFlagWords[] = [
  {
    words: 'I have got a tight chest and it is going down my left arm',
    category: 'chest-pain',
    level: 'emergency',
    matched: 'tight chest',
    closing: 'Spoke to the patient, ambulance called at once and stayed on the line until it came',
    ages: [35, 99],
  },
  {
    words: 'Mum’s face has dropped on one side and she is slurring her words',
    category: 'stroke',
    level: 'emergency',
    matched: 'face has dropped',
    closing: 'Daughter told to ring 999 while I listened; taken to the stroke unit',
    ages: [55, 99],
  },
  {
    words: 'I cannot go on any more and I have thought about taking all my tablets',
    category: 'self-harm',
    level: 'emergency',
    matched: 'taking all my tablets',
    closing: 'Long talk, not alone, crisis team seeing them this afternoon',
    ages: [16, 80],
  },
];
