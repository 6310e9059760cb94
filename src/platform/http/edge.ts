import type { FastifyInstance } from 'fastify';
import type { Database } from '#platform/db/database.ts';
import type { LiveEvents } from './events.ts';
import type { Permission } from './routes.ts';

/** What a domain's pages are given besides each request's own context. */
export interface EdgeParts {
  readonly db: Database;
  readonly events: LiveEvents;
  readonly now: () => Temporal.Instant;
}

/** A place in the navigation, for those who may open it. */
export interface Place {
  readonly href: string;
  readonly label: string;
  readonly permission: Permission;
  /** Roles whose day begins here rather than at the first place they may open. */
  readonly beginsFor?: readonly string[];
}

/** A domain's pages, as the app mounts them. */
export interface Edge {
  readonly places: readonly Place[];
  routes(app: FastifyInstance, parts: EdgeParts): void;
}
