/** Why something cannot be done with a protocol. */
export type ProtocolRefused =
  | { readonly kind: 'faults'; readonly faults: readonly string[] }
  | { readonly kind: 'cases-fail'; readonly failing: number }
  | { readonly kind: Refusal };

type Refusal =
  | 'not-there'
  | 'decided'
  | 'not-for-group'
  | 'two-people'
  | 'changed'
  | 'case-missing'
  | 'not-approved'
  | 'never-in-force'
  | 'past'
  | 'reason'
  | 'nothing-seen'
  | 'weeks'
  | 'time';

const byCode: Readonly<Record<string, Refusal>> = {
  SP010: 'not-there',
  SP017: 'past',
  SP040: 'decided',
  SP041: 'not-for-group',
  SP042: 'two-people',
  SP043: 'changed',
  SP044: 'case-missing',
  SP045: 'not-approved',
  SP046: 'never-in-force',
};

/** The refusal an error of the database stands for; undefined for any other error. */
export function protocolRefusal(error: unknown): Refusal | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return byCode[String(error.code)];
}

const words: Readonly<Record<Refusal, { text: string; href?: string }>> = {
  'not-there': { text: 'That version is not there any more. Look at the list again.' },
  decided: { text: 'This version was decided already, so it is not changed. Start a new draft from it.' },
  'not-for-group': {
    text: 'This is decided for every practice of the group: somebody whose role is held for the group does it.',
  },
  'two-people': { text: 'You wrote or changed this draft. Another clinician approves it.', href: '#approve' },
  changed: { text: 'Somebody changed this draft since you saw it. Look at it again: nothing was done.' },
  'case-missing': { text: 'A rule has no worked case', href: '#cases' },
  'not-approved': { text: 'Only a version that a clinician approved comes in force' },
  'never-in-force': {
    text: 'That version was never in force, so there is nothing to go back to. Put it in force instead.',
  },
  past: { text: 'Give a time that is still to come', href: '#from' },
  reason: { text: 'Say why', href: '#reason' },
  'nothing-seen': {
    text: 'You see no requests, so there is nothing to run it over. A clinician of the group can.',
    href: '#weeks',
  },
  weeks: { text: 'Give between 1 and 26 weeks', href: '#weeks' },
  time: { text: 'Give a real day, like 19/12/2026, and a time, like 08:00', href: '#from' },
};

/** What to tell whoever was refused, one error for each fault, and where on the page to mend it. */
export function sayProtocolRefused(refused: ProtocolRefused): { text: string; href?: string }[] {
  if (refused.kind === 'faults')
    return refused.faults.map((fault) => ({ text: `${fault.charAt(0).toUpperCase()}${fault.slice(1)}` }));
  if (refused.kind === 'cases-fail') {
    const { failing } = refused;
    return [
      {
        text: `${failing} worked ${failing === 1 ? 'case fails' : 'cases fail'}: nothing was approved`,
        href: '#cases',
      },
    ];
  }
  return [words[refused.kind]];
}
