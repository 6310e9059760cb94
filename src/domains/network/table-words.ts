const known: Readonly<Record<string, string>> = {
  'access.booking': 'Bookings',
  'access.duty_question': 'Questions to the duty clinician',
  'access.red_flag': 'Red flags',
  'access.request': 'Requests',
  'access.session': 'Sessions',
  'audit.event': 'Who read and changed what',
  'network.agreement': 'Agreements to shared services',
  'network.branch_site': 'Sites',
  'network.contract': 'Contracts',
  'network.group_practice': 'Membership of groups',
  'network.hub_member': 'Membership of hubs',
  'network.role_held': 'Roles held at the practice',
  'patients.patient': 'Patients',
  'workforce.clinician': 'Clinicians',
};

/** A table in words; one nobody has named is called by its own name, so that nothing is left out of a list. */
export function tableWords({ schema, name }: { schema: string; name: string }): string {
  const words = known[`${schema}.${name}`] ?? `${schema}: ${name.replaceAll('_', ' ')}`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
