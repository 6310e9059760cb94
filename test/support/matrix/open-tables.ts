/** What the app reads before anybody is known to act, each with the reason why that is safe; a name ending in `.` is a whole schema. */
export const openTables: Readonly<Record<string, string>> = {
  // Published by the NHS, or settings that say how the program works: about nobody.
  'published.': 'national statistics, as published',
  'evaluation.parameter': 'parameters of measures',
  'platform.setting': 'settings of the installation; a demonstration’s says which fictional people may be signed in as',
  'access.appointment_kind': 'kinds of appointment',
  'access.book_age': 'how old a reading of a book may be',
  'access.calendar_rule': 'how far a calendar reaches',
  'access.call_window': 'in which hours calls are promised',
  'access.contact_rule': 'how often somebody is tried',
  'access.escalation_wait': 'how long a red flag waits before it is escalated',
  'access.hand_back_rule': 'by when hand-backs are acknowledged',
  'access.hold_rule': 'how long a place is held',
  'access.level_threshold': 'where a level of pressure begins',
  'access.message_template': 'the words of messages, without anybody in them',
  'access.offer_policy': 'how places are ranked',
  'access.protocol': 'the protocol every group starts with; a group’s own are its own',
  'access.re_offer_weight': 'how freed places are offered again',
  'access.remedy_rule': 'how remedies are offered',
  'access.reminder_rule': 'when reminders are sent',
  'access.review_rule': 'how many requests are reviewed',
  'access.safe_contact_rule': 'how safe contact is asked for',
  'access.screening_check_rule': 'how screening is checked',
  'access.self_referral': 'services that need no referral',
  'patients.need': 'the adjustments there are, not who has which',
  'patients.proxy_rule': 'until which birthday a parent acts',
  'workforce.clinician_role': 'the roles clinicians work in',
  'workforce.role_scope': 'what a role may see',
  'network.contract_kind': 'kinds of contract',
  'network.role': 'the roles there are',
  'network.service': 'the services there are',
  'network.sight': 'what a role sees',
  // Organisations, which are public.
  'network.practice': 'practices as the NHS publishes them',
  'network.branch_site': 'addresses of surgeries',
  'network.list_count': 'how many patients a practice has, as published or counted',
  'network.group': 'names of groups: a sign-in says for which one acts',
  'network.hub_name': 'names of hubs: a sign-in says at which one acts',
  // What must be asked before anybody acts. Secrets are kept as hashes.
  'access.link_used': 'hashes of calendar links that were used, so that one is not guessed often',
  'platform.client_assertion': 'hashes of a program’s proofs, so that none is taken twice',
  'platform.client_token': 'hashes of a program’s tokens; found before it acts',
  // The chain of the audit: hashes and counts. The events themselves are hidden.
  'audit.seal': 'hashes of batches, to be kept elsewhere',
  'audit.verification': 'when the chain was verified, by whom; no patient',
};

/** Everything the app may select from, a view or a single column of it too, and whether its rows are protected. */
export const readable = `
  select n.nspname || '.' || c.relname as name, c.relrowsecurity as guarded
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema')
    and has_schema_privilege('superpractice_app', n.oid, 'usage') and has_any_column_privilege('superpractice_app', c.oid, 'select')
  order by 1`;

/** Whether a name is on the list, by itself or by its schema. */
export const isOpen = (name: string): boolean => name in openTables || `${name.split('.')[0] ?? ''}.` in openTables;
