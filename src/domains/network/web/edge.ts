import type { Edge } from '#platform/http/edge.ts';
import type { RecordsOf } from './audit-find.ts';
import { auditRoutes } from './audit.ts';
import { groupRoutes } from './group.ts';
import { ourPracticeRoutes, type PracticeFacts } from './our-practice.ts';
import { ownDataRoutes } from './own-data.ts';
import { peopleRoutes } from './people.ts';
import { arrangePeople, seeAudit, seeGroup, seeOurPractice } from './permissions.ts';

/** What a practice manager begins the day with; `facts` lets other domains tell what they know of the practice. */
export function ourPracticeEdge(facts?: PracticeFacts): Edge {
  return {
    places: [{ href: '/our-practice', label: 'Our practice', permission: seeOurPractice }],
    routes(app, { now }) {
      ourPracticeRoutes(app, { now, facts });
      ownDataRoutes(app, now);
    },
  };
}

/** How the group is made, who is in it, and who did what; `records` tells whose records are audited. */
export function groupEdge(records: RecordsOf): Edge {
  return {
    places: [
      { href: '/group', label: 'Group', permission: seeGroup },
      { href: '/people', label: 'People', permission: arrangePeople },
      { href: '/audit', label: 'Audit', permission: seeAudit, beginsFor: ['auditor'] },
    ],
    routes(app) {
      groupRoutes(app);
      peopleRoutes(app);
      auditRoutes(app, records);
    },
  };
}
