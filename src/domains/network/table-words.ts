interface TableWords {
  readonly name: string;
  readonly holds: string;
}

const known: Readonly<Record<string, TableWords>> = {
  'access.booking': {
    name: 'Bookings',
    holds: 'Appointments of our patients, here and elsewhere: when, with whom, how, and whether they were cancelled.',
  },
  'access.duty_question': {
    name: 'Questions to the duty clinician',
    holds: 'What a navigator asked the duty clinician about a request, and the answer.',
  },
  'access.hand_back': {
    name: 'Hand-backs',
    holds: 'What was done for our patients elsewhere, who acknowledged it here, and what was corrected.',
  },
  'access.hand_back_ask': {
    name: 'What hand-backs ask',
    holds: 'What was asked after a visit elsewhere: of whom, by when, and how it was closed.',
  },
  'access.owed_result': {
    name: 'Results owed',
    holds: 'Tests of our patients whose result is or was to come: who looks at it, by when, and what was done.',
  },
  'access.red_flag': {
    name: 'Red flags',
    holds: 'Dangers noticed in what patients said: when, of what kind, who acknowledged and who closed them.',
  },
  'access.request': {
    name: 'Requests',
    holds: 'What patients asked for, in their words, and what became of it.',
  },
  'access.session': { name: 'Sessions', holds: 'Who worked here when, in which role and mode.' },
  'audit.event': {
    name: 'Who read and changed what',
    holds: 'Every look at our patients and every change of our rows: who, when, in which role and why.',
  },
  'network.agreement': {
    name: 'Agreements to shared services',
    holds: 'Which shared service we joined and left, from which day.',
  },
  'network.branch_site': { name: 'Sites', holds: 'Our buildings: name, address and since when.' },
  'network.contract': {
    name: 'Contracts',
    holds: 'Our contracts: kind, holder, beneficiary, CQC provider, site, payee and since when.',
  },
  'network.group_practice': {
    name: 'Membership of groups',
    holds: 'Which group we are in, from which day until which.',
  },
  'network.hub_member': { name: 'Membership of hubs', holds: 'Which hub we are in, from which day until which.' },
  'network.list_count': { name: 'List sizes counted by us', holds: 'How many patients were registered on a day.' },
  'network.role_held': {
    name: 'Roles held at the practice',
    holds: 'Who holds which role at our practice, from which day until which.',
  },
  'patients.patient': {
    name: 'Patients',
    holds: 'Our patients: name, birth date, NHS number, how to reach them, their needs and their usual GP.',
  },
  'workforce.clinician': {
    name: 'Clinicians',
    holds: 'Who sees patients here: role, part of full time, from which day until which.',
  },
};

interface Table {
  readonly schema: string;
  readonly name: string;
}

/** A table in words; one nobody has named is called by its own name, so that nothing is left out of a list. */
export function tableWords({ schema, name }: Table): string {
  const words = known[`${schema}.${name}`]?.name ?? `${schema}: ${name.replaceAll('_', ' ')}`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a table holds, as a sentence for the practice whose rows they are. */
export function tableHolds({ schema, name }: Table): string {
  return known[`${schema}.${name}`]?.holds ?? `Rows of ours in the table ${schema}.${name}.`;
}
