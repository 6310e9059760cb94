import { rolesFor } from '../navigation-override.ts';
import { destinations } from '../protocol/protocol.ts';
import type { Call } from '../queries/call.ts';

/** What the form to decide otherwise than the rule chooses from; undefined where no rule decided. */
export function overridingShown({ guidance, clinicianRoles }: Call, role: string): object | undefined {
  const { ruleId, outcome, urgency, bands } = guidance;
  if (ruleId === null || outcome === undefined) return undefined;
  const isClinician = role === 'clinician';
  const isVisit = outcome.destination === 'visit';
  const stands = bands.findIndex(({ id }) => id === urgency);
  const offered = bands.filter((_, place) => isClinician || place <= stands);
  const codes = clinicianRoles.map(({ code }) => code);
  const allowed = rolesFor(outcome, codes, isClinician);
  const known = clinicianRoles.filter(({ code }) => allowed.includes(code));
  return {
    isClinician,
    ruleId,
    urgencies: offered.map(({ id, name }) => ({ value: id, text: name, selected: id === urgency })),
    roles: [
      ...(isVisit
        ? [{ value: '', text: 'As the rule says' }]
        : isClinician
          ? [{ value: '', text: 'Nobody here' }]
          : []),
      ...known.map(({ code, name }) => ({ value: code, text: name })),
    ],
    destinations: Object.entries(destinations).flatMap(([value, text]) =>
      isClinician || value === 'visit' ? [{ value, text }] : [],
    ),
    destination: isClinician ? outcome.destination : 'visit',
  };
}

/** Who decided otherwise than the rule, when and why. */
export function overriddenShown({ overridden, guidance }: Call): object | undefined {
  if (overridden === undefined) return undefined;
  const from = guidance.bands.find(({ id }) => id === overridden.fromUrgency)?.name;
  return { ...overridden, from };
}
