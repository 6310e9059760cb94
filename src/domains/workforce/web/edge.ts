import type { Edge } from '#platform/http/edge.ts';
import { clinicianRoutes } from './clinicians.ts';
import { limitRoutes } from './limits.ts';
import { arrangeClinicians, setLimits } from './permissions.ts';

/** Who sees patients in the group, and how many contacts a day are safe for them. */
export const workforceEdge: Edge = {
  places: [
    { href: '/clinicians', label: 'Clinicians', permission: arrangeClinicians },
    { href: '/limits', label: 'Safe limits', permission: setLimits },
  ],
  routes(app) {
    clinicianRoutes(app);
    limitRoutes(app);
  },
};
