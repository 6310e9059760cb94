export { fictionalPerson, isDemonstration, rolesOf } from './queries/people.ts';
export { recognise } from './commands/recognise.ts';
