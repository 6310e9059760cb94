/** What clinicians of a role write when they hand somebody back: what was done, what is asked of whom, which result is owed. */
export interface HandBackWords {
  readonly done: readonly string[];
  readonly asks: readonly { readonly what: string; readonly of: 'gp' | 'nurse' | 'pharmacist' | 'navigator' }[];
  readonly tests: readonly string[];
}

const doctor: HandBackWords = {
  done: [
    'Water infection, treated for three days. Told to come back if no better by the end of the week.',
    'Ear infection, drops for seven days. Hearing checked, no hole seen.',
    'Raised blood pressure, 158 over 94, no other findings. New tablet begun.',
    'Eczema flare on both arms, stronger cream for two weeks and how to use it explained.',
    'Long cough after a cold, chest clear. Inhaler technique shown again.',
    'Sore knee after gardening, no swelling. Exercises given and a leaflet.',
    'Tired for two months, examined, nothing found. Blood taken here.',
  ],
  asks: [
    { what: 'Check blood pressure again in two weeks', of: 'nurse' },
    { what: 'Kidney function and potassium two weeks after the new tablet', of: 'nurse' },
    { what: 'Put the cream on the repeat list if it helped', of: 'pharmacist' },
    { what: 'Review with their own GP, and decide about a referral', of: 'gp' },
    { what: 'Ring to book a follow-up', of: 'navigator' },
  ],
  tests: ['Full blood count', 'Thyroid blood test', 'Kidney blood test', 'Urine sample', 'Knee X-ray'],
};

const nurse: HandBackWords = {
  done: [
    'Leg dressing changed, wound smaller than last week.',
    'Smear taken.',
    'Stitches out, healed well.',
    'Asthma review done, plan given in writing.',
  ],
  asks: [
    { what: 'Change the dressing again', of: 'nurse' },
    { what: 'Send the new asthma plan with the repeat', of: 'pharmacist' },
    { what: 'Book the next dressing', of: 'navigator' },
  ],
  tests: ['Smear', 'Wound swab', 'Blood sugar over three months'],
};

const pharmacist: HandBackWords = {
  done: [
    'Medicines reviewed. Two that are no longer needed were stopped.',
    'New inhaler begun after the old one was no longer made.',
  ],
  asks: [
    { what: 'Take the stopped medicines off the repeat list', of: 'pharmacist' },
    { what: 'Agree the lower dose with them', of: 'gp' },
  ],
  tests: ['Kidney blood test', 'Liver blood test'],
};

/** The words of a role; roles without words of their own write as nurses do. */
export function handBackWords(role: string): HandBackWords {
  return role === 'gp' || role === 'advanced_nurse' || role === 'paramedic'
    ? doctor
    : role === 'pharmacist'
      ? pharmacist
      : nurse;
}

/** What is written when something asked is closed, or a result. */
export const closings = ['Done, and they know', 'Booked, and they know', 'Normal, and they know'] as const;
