/** One kind of thing that people do, as the audit is searched for it. */
export interface Doing {
  readonly value: string;
  readonly text: string;
  readonly kind: 'change' | 'read' | 'act';
  /** How the subject of its events begins; a regular expression as the database has them. */
  readonly subject: string;
}

/** What was done, in the words of whoever looks for it; every event is one of these. */
export const doings: readonly Doing[] = [
  { value: 'looked', text: 'Looked at a patient’s record', kind: 'read', subject: '' },
  { value: 'requests', text: 'Changed a request, booking or session', kind: 'change', subject: '^access\\.' },
  { value: 'patients', text: 'Changed a patient’s details', kind: 'change', subject: '^patients\\.' },
  { value: 'people', text: 'Changed people, roles or agreements', kind: 'change', subject: '^network\\.' },
  { value: 'rest', text: 'Changed anything else', kind: 'change', subject: '^(?!access\\.|patients\\.|network\\.)' },
  { value: 'taken', text: 'Took data out, or brought it in', kind: 'act', subject: '(taken|imported|^FHIR request)' },
  { value: 'signed', text: 'Signed in or out', kind: 'act', subject: '^(sign|unlock|token)' },
  {
    value: 'other',
    text: 'Decided or checked something',
    kind: 'act',
    subject: '^(?!.*taken|.*imported|FHIR request|sign|unlock|token)',
  },
];
