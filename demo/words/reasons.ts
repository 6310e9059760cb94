/** Why a visit was cancelled. */
export const cancelReasons = [
  'Patient feels better',
  'Patient cannot come that day',
  'Patient seen elsewhere',
  'Booked twice by mistake',
  'Clinician away',
  'Patient asked for another time',
] as const;

/** Why somebody was seen past the safe limit. */
export const overflowReasons = [
  'Child with a high temperature, no safe place left today here or at the hub',
  'Getting worse since the morning call, cannot wait until tomorrow',
  'Frail and alone, carer asked for a doctor today',
  'Palliative patient, new pain',
  'Sent back by the pharmacy, needs a decision today',
  'Duty doctor asked to see them after the red-flag call',
] as const;

/** What brings people who were asked to come: recalls, reviews and follow-ups, by role. */
export const recallReasons: Readonly<Record<string, readonly string[]>> = {
  gp: ['Follow-up', 'Results to talk through', 'Long-term condition review', 'After hospital'],
  advanced_nurse: ['Follow-up', 'Long-term condition review'],
  paramedic: ['Follow-up visit'],
  physician_associate: ['Follow-up'],
  mental_health: ['Follow-up', 'Review'],
  physio: ['Follow-up'],
  pharmacist: ['Structured medication review', 'Blood pressure follow-up', 'Medicines after hospital'],
  nurse: ['Diabetes review', 'Asthma review', 'COPD review', 'Immunisation', 'Dressing', 'Screening'],
  hca: ['Blood test', 'Blood pressure check', 'Health check', 'ECG', 'Injection'],
  social_prescriber: ['Follow-up'],
};
