/** What is written about, to a patient. */
export type MessageKind =
  | 'booked'
  | 'series-booked'
  | 'moved'
  | 'cancelled'
  | 'series-cancelled'
  | 'place-lost'
  | 'reminder'
  | 'will-ring'
  | 'will-answer'
  | 'self-referral';

/** How a message goes; app: it is shown there alone. */
export type MessageWay = 'text' | 'email' | 'app';

/** How a patient is written to: as they chose, where there is an address for it; otherwise in the app alone. */
export function wayFor(patient: { contactBy: string; phone: string | null; email: string | null }): {
  way: MessageWay;
  address: string | null;
} {
  const { contactBy, phone, email } = patient;
  // Only mobile numbers take texts: +447, but for the pagers of +4470 and +4476.
  if (contactBy === 'text' && phone !== null && /^\+447(?![06])/.test(phone)) return { way: 'text', address: phone };
  if (contactBy === 'email' && email !== null) return { way: 'email', address: email };
  return { way: 'app', address: null };
}

/** The most visits of a series that a message names, as one text holds; of more, how many there are and the last. */
const mostNamed = 8;

/** The visits of a series in one sentence: each by when it is, and with whom once where that is the same for all. */
export function visitsSaid(visits: readonly { readonly when: string; readonly where: string }[]): string {
  const [first] = visits;
  const same = visits.every(({ where }) => where === first?.where);
  const said = visits.map(({ when, where }) => (same ? when : `${when}, ${where}`));
  const named =
    said.length > mostNamed ? [...said.slice(0, mostNamed - 1), `${said.length - mostNamed} more`, said.at(-1)] : said;
  return `${named.join('; ')}${same && first ? `. Each time: ${first.where}` : ''}`;
}

/** A template with its ((names)) filled in; one that is not given stays as it is, to be filled in as it is sent. */
export function filledIn(template: string, values: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\(\((\w+)\)\)/g, (whole, name: string) => values[name] ?? whole);
}

/** As it is shown in the app: without the sentence of the link that cancels, which stands there as a button. */
export function withoutLink(body: string): string {
  return body.replaceAll(/You cannot come\? Cancel: \(\(cancel\)\) /g, '').trim();
}

/** What a provider says of a message, as GOV.UK Notify names it. */
export function stateOf(status: string): 'sent' | 'delivered' | 'failed' {
  if (status === 'delivered') return 'delivered';
  return /failure|failed|returned/.test(status) ? 'failed' : 'sent';
}
