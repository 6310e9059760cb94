/** How somebody who acts for a patient stands to them. */
export const relations = {
  parent: 'Parent',
  guardian: 'Guardian',
  carer: 'Carer',
  attorney: 'Attorney or deputy',
} as const;

/** On what consent they act. */
export const consents = {
  parental: 'Parental responsibility for a child',
  own: 'The patient said so themself',
  attorney: 'A registered power of attorney, or the court’s deputy',
  'best-interests': 'Decided in their best interests, and recorded',
} as const;

/** Whether a text of a form is a relation. */
export function isRelation(text: string): text is keyof typeof relations {
  return Object.hasOwn(relations, text);
}

/** Whether a text of a form is a consent. */
export function isConsent(text: string): text is keyof typeof consents {
  return Object.hasOwn(consents, text);
}

/** Whether that consent can be that person's: parental responsibility is a parent's or guardian's, a power an attorney's. */
export function consentFits(relation: keyof typeof relations, consent: keyof typeof consents): boolean {
  if (consent === 'parental') return relation === 'parent' || relation === 'guardian';
  return consent !== 'attorney' || relation === 'attorney';
}
