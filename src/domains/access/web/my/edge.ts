import type { FastifyInstance } from 'fastify';
import type { Edge, EdgeParts } from '#platform/http/edge.ts';
import { askRoutes } from './ask.ts';
import { chooseRoutes } from './choose.ts';
import { homeRoutes } from './home.ts';
import { linkRoutes } from './link.ts';
import { ownCare } from './permissions.ts';
import { ownVisitRoutes } from './visits.ts';

/** The patient's own pages. */
export const ownEdge: Edge = {
  places: [{ href: '/my', label: 'Your appointments', permission: ownCare }],
  routes(app: FastifyInstance, parts: EdgeParts) {
    for (const add of [homeRoutes, askRoutes, chooseRoutes, ownVisitRoutes, linkRoutes]) add(app, parts);
  },
};
