import { destinations, type Outcome, type Protocol, type Rule } from './protocol.ts';
import { modeWords } from '../request/words.ts';

/** "60 and over", "5 to 17", "under 5"; empty where the age does not matter. */
function ageWords({ minAge, maxAge }: Rule['when']): string {
  if (minAge !== undefined && maxAge !== undefined)
    return minAge === maxAge ? `${minAge} years` : `${minAge} to ${maxAge} years`;
  if (minAge !== undefined) return `${minAge} years and over`;
  return maxAge === undefined ? '' : maxAge === 0 ? 'under 1 year' : `under ${maxAge + 1} years`;
}

/** When a rule decides, as a person says it: "5 to 17 years", "yes to “Do you …?”", "everybody else". */
export function whenWords(protocol: Protocol, { when, reason, id }: Rule): string {
  const asked = Object.entries(when.answers ?? {}).map(([question, answer]) => {
    const say = protocol.questions.find((one) => one.id === question)?.say.self ?? question;
    return `${answer} to “${say}”`;
  });
  const sex = when.sex === undefined ? '' : when.sex === 'female' ? 'women and girls' : 'men and boys';
  const parts = [sex, ageWords(when), ...asked].filter((part) => part !== '');
  if (parts.length > 0) return parts.join(', ');
  const [first] = protocol.rules.filter((rule) => rule.reason === reason);
  return first?.id === id ? 'everybody' : 'everybody else';
}

/** Where an outcome leads: "GP, or Paramedic; 15 minutes; face to face or by video; own GP if it can be". */
export function placeWords(outcome: Outcome, roles: ReadonlyMap<string, string>): string {
  if (outcome.destination !== 'visit') {
    const place = destinations[outcome.destination];
    return outcome.service === undefined ? place : `${place}: ${outcome.service}`;
  }
  const who = outcome.roles.map((role) => roles.get(role) ?? role).join(', or ');
  const how = outcome.modes.map(modeWords).join(' or ');
  return [who, `${outcome.minutes} minutes`, how, ...(outcome.continuity ? ['own GP if it can be'] : [])].join('; ');
}

/** The name of a role or destination that sees somebody first. */
export function byWords(by: string, roles: ReadonlyMap<string, string>): string {
  if (by === 'red-flag') return 'Red flag';
  return roles.get(by) ?? (Object.hasOwn(destinations, by) ? destinations[by as keyof typeof destinations] : by);
}

/** The name of an urgency. */
export function urgencyWords(protocol: Protocol, urgency: string): string {
  return urgency === 'red-flag' ? 'Red flag' : (protocol.bands.find(({ id }) => id === urgency)?.name ?? urgency);
}
