import type { FastifyInstance } from 'fastify';
import type { Edge, EdgeParts } from '#platform/http/edge.ts';
import { calendarRoutes } from './calendar.ts';
import { callRoutes } from './call.ts';
import { finishRoutes } from './call-finish.ts';
import { reachRoutes } from './call-reach.ts';
import { selfReferralRoutes } from './self-referral.ts';
import { whoRoutes } from './call-who.ts';
import { queueRoutes } from './calls.ts';
import { jointRoutes } from './joint.ts';
import { liveRoutes } from './live.ts';
import { answerFlags, seeVisits, takeCalls } from './permissions.ts';
import { checklistRoute } from './checklist.ts';
import { myDayRoutes } from './my-day.ts';
import { handBackListRoutes } from './hand-backs.ts';
import { handBackRoutes } from './hand-back.ts';
import { flagRoutes } from './red-flags.ts';
import { screeningCheckRoutes } from './screening-check.ts';
import { orphanRoutes } from './orphans.ts';
import { seriesRoutes } from './series.ts';
import { waitingRoutes } from './waiting.ts';
import { visitRoutes } from './visits.ts';

/** Calls, red flags and visits, with the stream that keeps them live. */
export const accessEdge: Edge = {
  places: [
    { href: '/my-day', label: 'My day', permission: answerFlags },
    { href: '/calls', label: 'Calls', permission: takeCalls },
    { href: '/waiting', label: 'Waiting list', permission: takeCalls },
    { href: '/lost-places', label: 'Lost places', permission: takeCalls },
    { href: '/red-flags', label: 'Red flags', permission: answerFlags },
    { href: '/hand-backs', label: 'Hand-backs', permission: seeVisits },
  ],
  routes(app: FastifyInstance, parts: EdgeParts) {
    for (const add of [
      queueRoutes,
      callRoutes,
      whoRoutes,
      finishRoutes,
      reachRoutes,
      selfReferralRoutes,
      flagRoutes,
      screeningCheckRoutes,
      checklistRoute,
      visitRoutes,
      seriesRoutes,
      jointRoutes,
      myDayRoutes,
      calendarRoutes,
      handBackListRoutes,
      handBackRoutes,
      waitingRoutes,
      orphanRoutes,
      liveRoutes,
    ])
      add(app, parts);
  },
};
