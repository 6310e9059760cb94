import { refusalWords } from '../refusal.ts';
import type { CallReason } from '../commands/opened.ts';

const words: Readonly<Record<CallReason['kind'], { text: string; href?: string }>> = {
  ...(Object.fromEntries(Object.entries(refusalWords).map(([kind, text]) => [kind, { text }])) as Record<
    keyof typeof refusalWords,
    { text: string }
  >),
  'not-shared': { text: refusalWords['not-shared'], href: '#clinicianId' },
  'clinician-busy': { text: refusalWords['clinician-busy'], href: '#beside' },
  'patient-busy': { text: refusalWords['patient-busy'], href: '#at' },
  nobody: { text: 'Find who it is first', href: '#typed' },
  'not-confirmed': { text: 'Check one more thing that shows who it is', href: '#matched' },
  'red-flag': { text: 'A clinician must close the red flag first. Nothing was booked.' },
  question: { text: 'Ask the question and press Yes or No first', href: '#ask' },
  apart: { text: 'Put the two people’s words together first', href: '#apart' },
  'other-flag': { text: 'Another request of theirs has an open red flag. Nothing is booked yet.', href: '#ask-first' },
  despite: { text: 'Say why you book all the same', href: '#despite' },
  changed: { text: 'Somebody has changed this request since you saw it. Look at it again: nothing was done.' },
  name: { text: 'Give the name they say', href: '#unknown-name' },
  'too-long': { text: 'Together they are too long to keep. Keep one of them.', href: '#apart' },
  'not-open': { text: 'Somebody has already dealt with this request' },
  reason: { text: 'Say why', href: '#reason' },
  unmet: { text: 'Choose what was not met', href: '#reason-unmet' },
  decider: { text: 'Say which clinician decided it', href: '#decider' },
  'undo-end': { text: 'Only whoever ended it takes that back, and only for half an hour. Begin a new request.' },
  'service-unknown': { text: 'How they refer themselves is not known here. Look it up with them.', href: '#service' },
  'overflow-sure': { text: 'Tick what you know, and it is booked', href: '#sure' },
  clinician: { text: 'Choose who will see them', href: '#clinicianId' },
  time: { text: 'Give a time today that is still to come, like 16:40', href: '#at' },
  phone: { text: 'That telephone number cannot be read. The rest is kept.', href: '#callerPhone' },
  'safe-contact': { text: 'Do not ring, text or write: reach them only as they chose', href: '#told-safe' },
  tries: { text: 'Try to reach them as often as the rule says first', href: '#reach' },
  outcome: { text: 'Choose how it ended', href: '#outcome' },
  lower: {
    text: 'Only a clinician makes it less urgent, or takes a visit away. Ask the duty doctor.',
    href: '#override',
  },
  override: { text: 'Choose how soon, who or where, other than the rule says', href: '#override' },
  'override-reason': { text: 'Say why the rule does not fit', href: '#override-reason' },
  'no-visit': { text: 'Their need is not a visit yet: say what it is about first' },
  'no-policy': { text: 'No policy says what may be promised when everything is full. Tell group operations.' },
  because: { text: 'Say why the policy’s next step will not do', href: '#because' },
  'reason-111': { text: 'Say why 111', href: '#reason111' },
  'decider-111': { text: 'Say which clinician decided it', href: '#decider111' },
  icb: { text: 'Say who at the ICB was told', href: '#icbTold' },
  'icb-time': { text: 'Say when today the ICB was told, like 10:40', href: '#icbAt' },
  'not-offered': { text: 'That time is not one of those for this need. Choose another.' },
};

/** What to tell whoever was refused, and where on the page to mend it. */
export function reasonError({ kind }: CallReason): { text: string; href?: string } {
  return words[kind];
}
