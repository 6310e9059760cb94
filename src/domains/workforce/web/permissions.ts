import type { Permission } from '#platform/http/routes.ts';

/** Who works in the group: all of it for the group's workforce lead and administrator, a practice's own for its manager. */
export const arrangeClinicians: Permission = {
  name: 'arrange-clinicians',
  roles: ['workforce', 'administrator', 'practice_manager'],
};

/** The safe limits of the group and of its clinicians. */
export const setLimits: Permission = { name: 'set-limits', roles: ['operations', 'workforce', 'administrator'] };
