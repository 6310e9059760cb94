import type { Permission } from '#platform/http/routes.ts';

/** Taking and working on requests. */
export const takeCalls: Permission = { name: 'take calls', roles: ['navigator', 'clinician'] };

/** Acknowledging and closing red flags; the database holds to it as well. */
export const answerFlags: Permission = { name: 'answer red flags', roles: ['clinician'] };

/** Seeing and cancelling a visit, as its host or as the patient's practice. */
export const seeVisits: Permission = { name: 'see visits', roles: ['navigator', 'clinician'] };

/** Whoever sees how the day stands, and is told when it changes. */
export const seeDay: Permission = {
  name: 'see the day',
  roles: ['operations', 'practice_manager', 'navigator', 'clinician'],
};

/** Reading protocols and drafting changes to them. */
export const writeProtocols: Permission = { name: 'write protocols', roles: ['governance', 'clinician'] };

/** Approving a protocol; the database holds to it as well, and to two people. */
export const approveProtocols: Permission = { name: 'approve protocols', roles: ['clinician'] };

/** Who works where and when: group operations look, the workforce lead and a practice's manager arrange. */
export const seeSessions: Permission = { name: 'see-sessions', roles: ['workforce', 'practice_manager', 'operations'] };
export const arrangeSessions: Permission = { name: 'arrange-sessions', roles: ['workforce', 'practice_manager'] };

/** Visits that lost their place: navigators and clinicians find another, group operations see how it stands. */
export const seeLost: Permission = { name: 'see lost places', roles: ['navigator', 'clinician', 'operations'] };

/** Books of other systems: reading them, and saying who is who in them. */
export const keepBooks: Permission = { name: 'keep books', roles: ['operations', 'workforce', 'practice_manager'] };

/** Who is on duty, and where nobody is: whoever may have a danger on the line, and who arranges it. */
export const seeDuty: Permission = {
  name: 'see-duty',
  roles: ['navigator', 'clinician', 'workforce', 'operations', 'practice_manager', 'partner'],
};
export const arrangeDuty: Permission = { name: 'arrange-duty', roles: ['workforce', 'operations', 'practice_manager'] };

/** Asking for what would help when something could go wrong; a practice's manager agrees or declines for that practice. */
export const askForRemedies: Permission = { name: 'ask-for-remedies', roles: ['operations'] };
export const answerAsks: Permission = { name: 'answer-asks', roles: ['practice_manager'] };
