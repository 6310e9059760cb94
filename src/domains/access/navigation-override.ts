import { err, ok, type Result } from '#kernel/result.ts';
import { destinations, type Destination, type Outcome, type Protocol, type Rule } from './protocol/protocol.ts';

/** What somebody decided against a rule of a version; it holds while that rule decides. */
export interface Override {
  readonly protocolId: string;
  readonly version: number;
  readonly ruleId: string;
  readonly urgency: string;
  readonly destination: Destination;
  /** The role of a visit; null for those of the rule. */
  readonly role: string | null;
  /** Decided by a clinician, who may make it less urgent. */
  readonly byClinician: boolean;
  /** From when its time counts, where that is not when the request came. */
  readonly since?: string;
}

/** What a form asks for; empty keeps what the rule says. */
export interface Wanted {
  readonly urgency: string;
  readonly destination: string;
  readonly role: string;
}

const graver = (protocol: Protocol, one: string, other: string): boolean => {
  const place = (urgency: string): number => protocol.bands.findIndex(({ id }) => id === urgency);
  return place(one) <= place(other);
};

/** The roles, of those within scope, that somebody may send to against a rule: any for a clinician, else those it names and GPs. */
export function rolesFor(
  outcome: Pick<Outcome, 'roles'>,
  roles: readonly string[],
  isClinician: boolean,
): readonly string[] {
  return isClinician ? roles : roles.filter((role) => role === 'gp' || outcome.roles.includes(role));
}

/**
 * Decides against a rule. Whoever is no clinician may only make it as urgent or more, of what the rule says and of what it
 * stands at, and keep or give a visit; a clinician may choose anything.
 */
export function overrideOf(
  protocol: Protocol,
  {
    rule,
    stands,
    wanted,
    roles,
    isClinician,
  }: { rule: Rule; stands: string; wanted: Wanted; roles: readonly string[]; isClinician: boolean },
): Result<Override, 'lower' | 'same' | 'unknown'> {
  const { outcome } = rule;
  const urgency = wanted.urgency || stands;
  const destination = wanted.destination || outcome.destination;
  if (!protocol.bands.some(({ id }) => id === urgency) || !Object.hasOwn(destinations, destination))
    return err('unknown');
  const visit = destination === 'visit';
  const role = (visit && wanted.role) || null;
  if (role !== null && !rolesFor(outcome, roles, isClinician).includes(role)) return err('unknown');
  if (visit && outcome.roles.length === 0 && role === null) return err('unknown');
  if (!isClinician && !(visit && graver(protocol, urgency, stands) && graver(protocol, urgency, outcome.urgency)))
    return err('lower');
  if (urgency === stands && destination === outcome.destination && (role === null || role === outcome.roles[0]))
    return err('same');
  return ok({
    ...{ protocolId: protocol.id, version: protocol.version, ruleId: rule.id, urgency, role, byClinician: isClinician },
    destination: destination as Destination,
  });
}

/** Whether an override is of the rule that decides. */
export function holdsFor(override: Override | null, protocol: Protocol, rule: Rule): override is Override {
  return override?.ruleId === rule.id && override.protocolId === protocol.id && override.version === protocol.version;
}

/** An outcome as somebody decided it: words of the rule that no longer fit are not said. */
export function overridden(outcome: Outcome, { urgency, destination, role }: Override): Outcome {
  const same = { ...outcome, urgency, destination };
  if (destination === outcome.destination && role === null) return same;
  const { say: _say, sayOther: _sayOther, service: _service, ...plain } = same;
  // What is said is the place by its name, and no more than that.
  if (destination !== 'visit')
    return {
      ...plain,
      say: `A clinician has decided: ${destinations[destination]}.`,
      roles: [],
      modes: [],
      minutes: 0,
    };
  return {
    ...plain,
    say: 'Somebody here will deal with this.',
    roles: role === null ? outcome.roles : [role],
    modes: outcome.modes.length > 0 ? outcome.modes : ['face_to_face', 'telephone'],
    minutes: outcome.minutes || 15,
  };
}
