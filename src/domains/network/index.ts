export { fictionalPerson, isDemonstration, lastlyHeld, rolesOf } from './queries/people.ts';
export { recognise } from './commands/recognise.ts';
export { groupByName, groups } from './queries/group.ts';
export { apiScopes } from './client.ts';
export type { Exchange } from './our-practice.ts';
export { clientKnown } from './queries/clients.ts';
