export { fictionalPeople, fictionalPerson, isDemonstration, rolesOf, type RoleHeld } from './queries/people.ts';
export { recognise } from './commands/recognise.ts';
