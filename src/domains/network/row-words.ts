/** One row of a table, as somebody says it. */
const rows: Readonly<Record<string, string>> = {
  'access.also_booked': 'second clinician or room',
  'access.appointment_note': 'note on an appointment',
  'access.book': 'appointment book',
  'access.book_clinician': 'name in an appointment book',
  'access.book_import': 'reading of an appointment book',
  'access.calendar_link': 'calendar link',
  'access.contact_attempt': 'try to reach somebody',
  'access.danger_review': 'judgement of danger',
  'access.duty': 'duty clinician',
  'access.duty_question': 'question to the duty clinician',
  'access.fullness_policy': 'plan for when it is full',
  'access.fullness_step': 'step when nothing was left',
  'access.group_level_change': 'level of the group',
  'access.hand_back': 'hand-back',
  'access.hand_back_ask': 'ask of a hand-back',
  'access.help_step': 'help that was called',
  'access.hold': 'place kept while a patient chooses',
  'access.hub_quota': 'share of hub places',
  'access.hub_week': 'week of hub places',
  'access.level_change': 'level of pressure',
  'access.message': 'message to a patient',
  'access.orphan': 'visit that lost its place',
  'access.override': 'decision against a rule',
  'access.owed_result': 'result owed',
  'access.red_flag': 'red flag',
  'access.remedy_ask': 'ask for a remedy',
  'access.request_sent': 'request sent by another program',
  'access.rule_proposal': 'proposed rule',
  'access.sent_to_111': 'patient sent to 111',
  'access.series': 'visits booked together',
  'access.series_place': 'visit of a series',
  'access.session_change': 'change of a session',
  'access.waiting_offer': 'offer to the waiting list',
  'access.waiting_place': 'place on the waiting list',
  'network.agreement': 'agreement to a shared service',
  'network.branch_site': 'site',
  'network.client': 'connected program',
  'network.group_practice': 'membership of the group',
  'network.hub_member': 'membership of a hub',
  'network.role_held': 'role',
  'patients.proxy': 'who acts for a patient',
  'workforce.daily_limit': 'daily safe limit',
  'workforce.micro_team_member': 'member of a micro-team',
};

/** Columns whose name does not say what a reader would. */
const columns: Readonly<Record<string, string>> = {
  about: 'what it is about',
  answer_by: 'by when they are told',
  apart: 'words kept apart',
  birth_date: 'date of birth',
  caller_is: 'who asks',
  caller_phone: 'telephone of whoever asks',
  contact_by: 'how to be reached',
  cqc_provider: 'CQC provider',
  days_ahead: 'days ahead',
  due_at: 'by when it is due',
  due_on: 'by when it is due',
  ends_at: 'end',
  expires_at: 'when it expires',
  family_key: 'last name as it is searched',
  family_name: 'last name',
  for_other: 'whether it is for somebody else',
  fte: 'part of full time',
  given_name: 'first name',
  identity_confirmed: 'whether it is known who asks',
  jwks: 'public keys',
  left_on: 'when they left the list',
  matched: 'what agreed with the record',
  mode: 'how they are seen',
  moved_to: 'the visit it was moved to',
  needs: 'needs',
  nhs_number: 'NHS number',
  past_flags: 'red flags of other requests',
  overflow_by: 'who decided the overflow',
  phone: 'telephone number',
  practice_id: 'practice',
  promised_by: 'by when a place was promised',
  received_at: 'when it came',
  registered_from: 'registered from',
  rule_id: 'rule of the protocol',
  safe_contact: 'how to be reached safely',
  slot_minutes: 'minutes of a place',
  starts_at: 'start',
  step_free: 'step-free access',
  try_again_at: 'when to try again',
  typed_in: 'window it was typed in',
  unmet_reason: 'why nothing fitted',
  usual_gp_id: 'usual GP',
  valid_from: 'first day',
  valid_to: 'last day',
  warn_at: 'when its time is near',
};

const spaced = (name: string): string => name.replaceAll('_', ' ');

/** A row of a table, like `access.red_flag`, in words; one that nobody has named is called by its own name. */
export function rowWords(table: string): string {
  return rows[table] ?? spaced(table.split('.')[1] ?? table);
}

/** A column in words: when and by whom something was done as those, the rest by its own name. */
export function columnWords(column: string): string {
  const known = columns[column];
  if (known !== undefined) return known;
  const [, what = column, end = ''] = /^(.+)_(at|on|by|id)$/.exec(column) ?? [];
  const say = { at: `when ${spaced(what)}`, on: `when ${spaced(what)}`, by: `by whom ${spaced(what)}` }[end];
  return say ?? spaced(what);
}
