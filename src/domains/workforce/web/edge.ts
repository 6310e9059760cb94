import type { Edge } from '#platform/http/edge.ts';
import type { Permission } from '#platform/http/routes.ts';
import { clinicianRoutes } from './clinicians.ts';
import { limitRoutes, type BesideLimits, type UnverifiedLimits } from './limits.ts';
import { arrangeClinicians, setLimits } from './permissions.ts';

/** A practice manager, whose places are many, comes to the clinicians from the sessions. */
const clinicianPlace: Permission = {
  name: arrangeClinicians.name,
  roles: arrangeClinicians.roles.filter((role) => role !== 'practice_manager'),
};

/** Who sees patients in the group, and how many contacts a day are safe for them. */
export const workforceEdge = (told: { besideLimits: BesideLimits; unverified: UnverifiedLimits }): Edge => ({
  places: [
    { href: '/clinicians', label: 'Clinicians', permission: clinicianPlace },
    { href: '/limits', label: 'Safe limits', permission: setLimits },
  ],
  routes(app) {
    clinicianRoutes(app, told.unverified);
    limitRoutes(app, told);
  },
});
