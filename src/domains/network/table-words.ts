interface TableWords {
  readonly name: string;
  readonly holds: string;
}

/** The files of a practice's own data by what they are about, in the order a manager looks for them. */
const subjects: readonly { readonly heading: string; readonly tables: RegExp }[] = [
  { heading: 'Our patients', tables: /^patients\./ },
  {
    heading: 'What patients asked for, and their visits',
    tables:
      /^access\.(request|request_sent|booking|contact_attempt|appointment_note|duty_question|override|orphan|book|book_.*)$/,
  },
  {
    heading: 'Dangers, and care elsewhere',
    tables: /^access\.(red_flag|help_step|danger_review|hand_back|hand_back_ask|owed_result)$/,
  },
  {
    heading: 'When we were full',
    tables: /^access\.(fullness_step|waiting_place|waiting_offer|sent_to_111|level_change)$/,
  },
  {
    heading: 'Who works here, and when',
    tables: /^(workforce\..*|access\.(session|session_change|hub_quota|hub_week)|network\.role_held)$/,
  },
  { heading: 'The practice, and what it has joined', tables: /^network\./ },
  { heading: 'Who looked, and what was changed', tables: /^audit\./ },
  { heading: 'Anything else', tables: /./ },
];

const known: Readonly<Record<string, TableWords>> = {
  'access.book': {
    name: 'Appointment books',
    holds: 'The appointment books of our clinical system that are read here, and how.',
  },
  'access.book_clinician': {
    name: 'Clinicians in the appointment books',
    holds: 'Which name in an appointment book is which of our clinicians.',
  },
  'access.book_entry': {
    name: 'Entries of the appointment books',
    holds: 'What our appointment books say is booked, and when.',
  },
  'access.book_import': {
    name: 'Readings of the appointment books',
    holds: 'When an appointment book was read, and what of it was taken.',
  },
  'access.hub_quota': {
    name: 'Shares of hub places',
    holds: 'How many places of the hub are ours to book.',
  },
  'access.hub_week': {
    name: 'Weeks of hub places',
    holds: 'What of our share of the hub was used in a week.',
  },
  'access.hold': {
    name: 'Places kept while patients choose',
    holds: 'Which places are kept for our patients for a few minutes, until they book one or their time runs out.',
  },
  'access.room': { name: 'Rooms', holds: 'Rooms of our sites that visits are booked with.' },
  'access.also_booked': {
    name: 'Second clinicians and rooms',
    holds: 'Who else and which room a visit of our patients took, and when that was given back.',
  },
  'access.series': {
    name: 'Visits booked together',
    holds: 'Visits of our patients that were booked one after another: how many, how often, and by whom.',
  },
  'access.series_place': {
    name: 'Visits of a series',
    holds: 'Each visit that was wanted in a series: the day, and what was booked or why it could not be had.',
  },
  'access.message': {
    name: 'Messages to patients',
    holds: 'What was written to our patients, how it was sent, and whether it arrived.',
  },
  'access.orphan': {
    name: 'Visits that lost their place',
    holds: 'Visits whose session fell out: what became of each, and whether its patient knows.',
  },
  'access.session_change': {
    name: 'Changes of sessions',
    holds: 'When a session was cut, moved or cancelled, by whom and why.',
  },
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
  'access.appointment_note': {
    name: 'Notes on appointments',
    holds: 'What another program wrote when it booked one of our patients.',
  },
  'access.contact_attempt': {
    name: 'Tries to reach patients',
    holds: 'When somebody tried to reach a patient about a request, how, and whether they did.',
  },
  'access.danger_review': {
    name: 'Judgements of danger',
    holds: 'What clinicians judged of requests in which no red flag was raised.',
  },
  'access.help_step': {
    name: 'Help that was called',
    holds: 'When an ambulance was rung or a call was put through, and by whom.',
  },
  'access.fullness_step': {
    name: 'Steps when nothing was left',
    holds: 'What was done when no place was left: which step the policy advised, which was taken, and why.',
  },
  'access.level_change': {
    name: 'Levels of pressure',
    holds: 'When our level went from green towards black, or back, and what made it so.',
  },
  'access.override': {
    name: 'Decisions against a rule',
    holds: 'Who decided that a rule did not fit a request, what was done instead, and why.',
  },
  'access.request_sent': {
    name: 'Requests other programs sent',
    holds: 'Which requests came from another program, and from which.',
  },
  'access.sent_to_111': {
    name: 'Patients sent to 111',
    holds: 'Who was sent to 111 as a recorded exception, who decided it, and who was told.',
  },
  'access.waiting_offer': {
    name: 'Offers to the waiting list',
    holds: 'Which freed place was offered to whom, and whether they took it.',
  },
  'access.waiting_place': {
    name: 'Waiting list',
    holds: 'Who was put on the waiting list, until when a place was promised, and how they left it.',
  },
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
  'patients.proxy': {
    name: 'Who acts for patients',
    holds: 'Who asks and books online for one of our patients, on what consent, from which day until which.',
  },
  'patients.patient': {
    name: 'Patients',
    holds: 'Our patients: name, birth date, NHS number, how to reach them, their needs and their usual GP.',
  },
  'workforce.clinician': {
    name: 'Clinicians',
    holds: 'Who sees patients here: role, part of full time, registration number, from which day until which.',
  },
  'workforce.works_at': {
    name: 'Who works here too',
    holds: 'Clinicians of another practice of the group who work here as well, from which day until which.',
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

/** What the files of a practice's own data are about: those of each subject together, none left out. */
export function bySubject<T extends Table>(tables: readonly T[]): { heading: string; tables: T[] }[] {
  const headingOf = ({ schema, name }: Table) => subjects.find((one) => one.tables.test(`${schema}.${name}`))?.heading;
  return subjects
    .map(({ heading }) => ({ heading, tables: tables.filter((table) => headingOf(table) === heading) }))
    .filter((one) => one.tables.length > 0);
}

/** What a table holds, as a sentence for the practice whose rows they are. */
export function tableHolds({ schema, name }: Table): string {
  return known[`${schema}.${name}`]?.holds ?? `Rows of ours in the table ${schema}.${name}.`;
}
