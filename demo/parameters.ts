import type { endings } from '#domains/access/request/request.ts';

/**
 * What the demonstration is made from: shares and rates as published (README.md names the publications), and what was
 * simply chosen. Everything here may be changed; nothing here is a fact about a real practice.
 */

/** Full-time equivalents per 10,000 patients, England 2024/25 (NHS England, General Practice Workforce). */
export const ftePer10000 = {
  gp: 4.2,
  gpLocumOrTrainee: 1.5,
  /** Of 2.6 for nurses. */
  nurse: 1.9,
  advanced_nurse: 0.7,
  /** Of 2.7 for direct patient care. */
  hca: 0.9,
  pharmacist: 0.65,
  paramedic: 0.25,
  social_prescriber: 0.3,
  physio: 0.22,
  mental_health: 0.22,
  physician_associate: 0.16,
} as const;

/** A full-time week in sessions of 4 h 10 min: 37.5 hours. */
export const SESSIONS_PER_FTE = 9;
/** Weeks of a year that people are there: 44 of 52. */
export const WEEKS_THERE = 44 / 52;

/** Share of the appointments by days between booking and visit, England, April 2025 (NHS England, GPAD). */
export const bookingInterval = [
  { from: 0, to: 0, share: 44.2, missed: 0.009 },
  { from: 1, to: 1, share: 7.7, missed: 0.025 },
  { from: 2, to: 7, share: 16.3, missed: 0.048 },
  { from: 8, to: 14, share: 12.6, missed: 0.067 },
  { from: 15, to: 21, share: 8.0, missed: 0.073 },
  { from: 22, to: 28, share: 5.4, missed: 0.078 },
  { from: 29, to: 56, share: 5.6, missed: 0.084 },
] as const;

/** How visits take place, Wakefield 2022/23, the rest shared out (NHS England, GPAD). */
export const visitModes = { face_to_face: 0.76, telephone: 0.22, video: 0.01, home_visit: 0.01 } as const;

/** Calls by weekday from Monday, in millions (NHS England, Cloud Based Telephony, 2025/26); weekends by our guess. */
export const weekdayWeight = [1.86, 1.47, 1.38, 1.33, 1.21, 0.06, 0.04] as const;

/** How requests come. Telephone and online roughly as 651 answered calls to 75 forms in 1,000 patients a month. */
export const channels = { telephone: 0.68, online: 0.21, desk: 0.11 } as const;

/** Calls by hour from 08:00, 29 % of the day's between 08 and 10 (Cloud Based Telephony). */
export const callsByHour = [0.17, 0.12, 0.12, 0.11, 0.09, 0.07, 0.09, 0.09, 0.08, 0.06] as const;
/** Online forms by hour from 00:00, 54 % of the day's between 06 and 10 (Online Consultation Systems). */
export const formsByHour = [
  0.4, 0.3, 0.2, 0.2, 0.4, 1.5, 8, 20, 17, 9, 6, 5, 4.5, 4, 4, 4, 3.5, 3, 2.5, 2, 2, 1.5, 1, 0.6,
] as const;

/**
 * Contacts in 1,000 registered patients a month (NHS England: answered calls, Cloud Based Telephony 2025/26; submissions, Online
 * Consultation Systems 2024–26). No figure of the desk is published, and none of forms by weekday: calls' weekdays stand for both.
 */
export const contactsAMonth = { telephone: 651, online: 75 } as const;

/** How the people of a replayed day behave (all chosen: nothing of it is published). */
export const behaviour = {
  /** Minutes of the simulated clock that a navigator gives one request, at the least. */
  minutesARequest: 4,
  /** Registered patients to one navigator. */
  patientsANavigator: 2500,
  /** Share of requests that need nobody to be seen: administration, prescriptions, letters. */
  admin: 0.3,
  /** Share of the protocol's questions that are answered with yes. */
  yes: 0.04,
} as const;

/** Share of women and men by five years of age, rounded from ONS mid-year estimates for England; 90 and over last. */
export const ageShares = {
  female: [2.6, 2.9, 3.0, 2.8, 2.9, 3.2, 3.5, 3.5, 3.3, 3.1, 3.4, 3.4, 3.0, 2.6, 2.5, 2.1, 1.4, 0.9, 0.6],
  male: [2.8, 3.0, 3.1, 2.9, 3.0, 3.2, 3.4, 3.3, 3.1, 3.0, 3.3, 3.3, 2.9, 2.4, 2.3, 1.9, 1.1, 0.7, 0.3],
} as const;

/** How often people of each five years of age are seen, beside the average (chosen; the shape is that of GPAD studies). */
export const useByAge = [1.3, 0.7, 0.5, 0.6, 0.7, 0.8, 0.8, 0.8, 0.8, 0.9, 1, 1.1, 1.2, 1.4, 1.6, 1.9, 2.1, 2.2, 2.2];

/** The group's path to safe working in contacts a day. The dates are in days from today; 23 lies ahead. */
export const limitPath = [
  { from: -400, contacts: 30 },
  { from: -56, contacts: 27 },
  { from: -9, contacts: 25 },
  { from: 24, contacts: 23 },
] as const;

/** Minutes of a slot. */
export const slotMinutes: Readonly<Record<string, number>> = {
  gp: 15,
  advanced_nurse: 15,
  paramedic: 20,
  physician_associate: 20,
  mental_health: 30,
  pharmacist: 20,
  physio: 20,
  nurse: 20,
  hca: 15,
  social_prescriber: 40,
};

/** Session times: 4 hours 10 minutes, morning and afternoon. */
export const sessionTimes = { morning: ['08:30', '12:40'], afternoon: ['14:00', '18:10'] } as const;

/** Share of a GP's places that were used in the past weeks; others' likewise. The safe limit comes on top. */
export const usedPlaces = { gp: 0.74, other: 0.8 } as const;

/** Share of the places used in the coming weeks, from the first to the sixth. */
export const bookedAhead = [0.9, 0.78, 0.66, 0.54, 0.42, 0.3] as const;

/** Share of visits cancelled that were not booked for the same day (chosen). */
export const CANCELLED = 0.05;

/**
 * Share of visits that somebody asked for, of those no later than a request may be met; the others, and all that were booked
 * further ahead, were recalls, reviews and follow-ups (chosen).
 */
export const askedFor: Readonly<Record<string, number>> = {
  gp: 0.96,
  advanced_nurse: 0.97,
  paramedic: 0.98,
  physician_associate: 0.97,
  physio: 0.95,
  mental_health: 0.9,
  pharmacist: 0.8,
  nurse: 0.65,
  hca: 0.5,
  social_prescriber: 0.8,
};

/** Requests in 1,000 patients on a usual working day that end without a visit (chosen). */
export const WITHOUT_VISIT = 7.5;

/** What becomes of requests without a visit (chosen). */
export const answeredWithout: Readonly<Record<keyof typeof endings, number>> = {
  admin: 0.5,
  'pharmacy-first': 0.2,
  'self-care': 0.14,
  'other-service': 0.1,
  'not-needed': 0.06,
  // Known to the protocol since, and not yet part of what was drawn.
  pharmacy: 0,
  optician: 0,
  dentist: 0,
  'self-referral': 0,
};

/** Share of requests without a visit that wanted one, and of those waiting for which nothing would do yet (chosen). */
export const UNMET = 0.04;

/** Red flags in 100,000 patients on a usual working day (chosen). */
export const RED_FLAGS_A_DAY = 7;

/** Minutes within which a request is promised an answer or a visit (chosen). */
export const promises: Readonly<Record<string, number>> = {
  urgent: 120,
  'same-day': 8 * 60,
  'within-7-days': 7 * 24 * 60,
  'within-14-days': 14 * 24 * 60,
  admin: 5 * 24 * 60,
};

/** How many visits are later than was promised, of each urgency, and by how many minutes at the most (chosen). */
export const late: {
  readonly share: number;
  /** What `verify.ts` lets through: visits taken away again leave the late ones a little more. */
  readonly atMost: number;
  readonly by: Readonly<Record<string, number>>;
} = {
  share: 0.04,
  atMost: 0.05,
  by: { 'same-day': 16 * 60, 'within-7-days': 3 * 24 * 60, 'within-14-days': 7 * 24 * 60 },
};

/**
 * Shares of people with a need, by age where it matters: learning disability as in QOF registers (0.5 %), the others chosen
 * to be plausible beside published prevalence.
 */
export const needShares = {
  /** Of families who speak another language at home. */
  otherLanguage: 0.16,
  interpreterOfOtherLanguage: 0.55,
  bsl: 0.0004,
  learningDisability: 0.005,
  hearing: { under55: 0.004, to74: 0.03, over74: 0.14 },
  sight: { under55: 0.002, to74: 0.01, over74: 0.05 },
  stepFree: { under55: 0.006, to74: 0.05, over74: 0.24 },
  longer: { under55: 0.008, to74: 0.02, over74: 0.07 },
  carer: { under55: 0.004, to74: 0.015, over74: 0.1 },
} as const;

/** Share of GPs who have reached the safe limit already as the visitor comes in (chosen). */
export const FULL_TODAY = 0.12;

/**
 * What comes in while the demonstration runs (chosen, for one visitor: a full group of this size has about 900 forms on a
 * working day). By the hour it follows `formsByHour` and `callsByHour`.
 */
export const arriving = {
  onWorkingDay: 480,
  /** Weekends and bank holidays: more than there would be, so that somebody who looks on a Sunday sees one arrive. */
  onOtherDay: 160,
  /** Share that NHS 111 sends; the others are online forms. */
  from111: 0.06,
  /** Share with the words of a red flag. */
  redFlags: 0.02,
  /** A practice at which a visitor can be the navigator gets this many times its share. */
  whereSeen: 6,
  /** With this many in the queue, and this many red flags open, nothing (no danger) comes until some are dealt with. */
  mostWaiting: 80,
  mostRedFlags: 5,
  /** Red flags come as they are written, never later: one of this morning would have been dealt with. In minutes. */
  redFlagsFresh: 10,
  /** The most that are made, and the most that are answered, in one minute: the rest follow in the next. */
  atOnce: 60,
  /** The same while somebody waits for the program to open. */
  beforeOpening: 12,
} as const;

/** When the fictional navigators answer what came in and what nobody has in hand (chosen). */
export const answering = { minutes: { from: 20, to: 150 }, from: '08:00', to: '20:00' } as const;
