import type { Permission } from '#platform/http/routes.ts';

/** What a practice's own people see of what the group sees. */
export const seeOurPractice: Permission = { name: 'see-our-practice', roles: ['practice_manager', 'partner'] };

/** Joining and leaving services: whoever answers for the practice. */
export const decideAgreements: Permission = { name: 'decide-agreements', roles: ['practice_manager', 'partner'] };

/** Taking the practice's own data; a partner's role sees no patients, so that it is the practice manager who takes all. */
export const takeOurData: Permission = { name: 'take-our-data', roles: ['practice_manager'] };

/** How the group is made. */
export const seeGroup: Permission = {
  name: 'see-group',
  roles: ['operations', 'administrator', 'governance', 'finance', 'workforce', 'auditor'],
};

/** People of the group and their roles. */
export const arrangePeople: Permission = { name: 'arrange-people', roles: ['administrator'] };

/** Who did and read what; each role sees the events its sight allows. */
export const seeAudit: Permission = {
  name: 'see-audit',
  roles: ['auditor', 'administrator', 'practice_manager', 'partner'],
};

/** Looking somebody up to know who read their record: whoever audits, and the practice's manager. */
export const findInAudit: Permission = { name: 'find-in-audit', roles: ['auditor', 'practice_manager'] };

/** Changing how the group is made: hubs, contracts and sites. */
export const arrangeGroup: Permission = { name: 'arrange-group', roles: ['operations', 'administrator'] };
