import { patientRole } from '#platform/auth/identity.ts';
import type { Permission } from '#platform/http/routes.ts';

/** A patient's own pages: theirs and those of people they act for, which the database decides. */
export const ownCare: Permission = { name: 'own care', roles: [patientRole] };
