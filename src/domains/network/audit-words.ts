import { columnWords, rowWords } from './row-words.ts';
import { readWords } from './sight.ts';

/** What the words of an event are made of. */
export interface Said {
  readonly kind: 'change' | 'read' | 'act';
  readonly action: string;
  readonly class: string | null;
  readonly subject: string;
  readonly subjectId: string | null;
  readonly personName: string;
  readonly roleName: string;
  readonly purpose: string;
  readonly detail: Readonly<Record<string, unknown>> | null;
}

/** Lists on which people see many at once, by the audit's name of the page: where somebody stood, and what the list is. */
const lists: Readonly<Record<string, { readonly where: string; readonly list: string }>> = {
  'see-queue': { where: 'in the queue of requests', list: 'the queue of requests' },
  'see-day': { where: 'on the board of the day', list: 'the board of the day' },
  'see-my-day': { where: 'on the list of visits', list: 'the list of visits' },
  'see-waiting-list': { where: 'on the waiting list', list: 'the waiting list' },
  'see-red-flags': { where: 'on the list of red flags', list: 'the list of red flags' },
  'see-lost-places': { where: 'on the list of visits that lost their place', list: 'visits that lost their place' },
  'see-hand-backs': { where: 'on the list of hand-backs', list: 'the list of hand-backs' },
  'see-duty': { where: 'among what the duty clinician is asked', list: 'what the duty clinician is asked' },
  'see-overrides': { where: 'among decisions against a rule', list: 'decisions against a rule' },
  'see-session-change': { where: 'among the visits of a changed session', list: 'the visits of a changed session' },
  'preview-session-change': { where: 'among the visits of a session', list: 'the visits of a session' },
  'read-screening-sample': { where: 'in a sample that checks screening', list: 'a sample that checks screening' },
  'read-protocol-preview': { where: 'in a trial of a protocol', list: 'a trial of a protocol' },
  'find-patient': { where: 'in a search for a patient', list: 'what a search found' },
  'find-in-audit': { where: 'in a search of the audit', list: 'what a search of the audit found' },
};

/** Pages about one person alone: what somebody did there. */
const opened: Readonly<Record<string, string>> = {
  'see-request': 'opened the request',
  'take-next-request': 'took the request from the queue',
  'choose-patient': 'chose the patient of a request',
  'see-visit': 'opened the visit',
  'see-other-times': 'looked for another time of the visit',
  'see-series': 'opened the visits booked together',
  'see-hand-back': 'opened the hand-back',
  'show-patient': 'opened the patient’s details',
  'see-who-acts': 'looked who acts for the patient',
  'see-own-care': 'opened their own page',
  'see-own-request': 'opened their own request',
  'see-own-visit': 'opened their own visit',
  'show-audit': 'looked who read this record',
};

const nouns: Readonly<Record<string, readonly [one: string, many: string]>> = {
  patient: ['patient', 'patients'],
  visit: ['request or visit', 'requests or visits'],
};

/** How many of what were read: those of the queue are all requests. */
function counted(reads: readonly Said[]): string {
  const kinds = new Map<string, Set<string | null>>();
  for (const { class: of, subject, subjectId } of reads) {
    const kind = of ?? subject;
    kinds.set(kind, (kinds.get(kind) ?? new Set()).add(subjectId));
  }
  const queue = reads[0]?.action === 'see-queue' || reads[0]?.action === 'see-waiting-list';
  return [...kinds]
    .map(([kind, { size }]) => {
      const [one, many] = queue && kind === 'visit' ? ['request', 'requests'] : (nouns[kind] ?? ['record', 'records']);
      return `${size.toLocaleString('en-GB')} ${size === 1 ? one : many}`;
    })
    .join(' and ');
}

/** What one act read, in words: how the one record was seen, or which list was looked at and how many stood on it. */
export function readInWords(reads: readonly Said[]): string {
  const [first] = reads;
  if (!first) return '';
  const place = lists[first.action];
  if (reads.length === 1) {
    const one = readWords(first.class ?? first.subject);
    return place ? `saw ${one} ${place.where}` : (opened[first.action] ?? `read ${one}`);
  }
  if (place) return `looked at ${place.list} (${counted(reads)})`;
  const did = opened[first.action];
  const perClass = new Set(reads.map(({ class: of }) => of)).size;
  return did === undefined ? `read ${counted(reads)}` : perClass === reads.length ? did : `${did} (${counted(reads)})`;
}

/** What happened, in words: what was read and how, or which record was changed in which fields. */
export function whatOf(event: Said): string {
  const { kind, subject, detail } = event;
  if (kind === 'read') return readInWords([event]);
  if (kind === 'act') return subject;
  const [table = '', verb = ''] = subject.split(' ');
  const did = { insert: 'added', update: 'changed', delete: 'removed' }[verb] ?? verb;
  const fields = verb === 'update' ? fieldsOf(detail).map(columnWords) : [];
  return `${rowWords(table)} ${did}${fields.length > 0 ? `: ${fields.join(', ')}` : ''}`;
}

/** The fields a change was about: the audit keeps what each was, and what it became. */
function fieldsOf(detail: Said['detail']): string[] {
  const { from, to } = { from: {}, to: {}, ...detail };
  return [...new Set([from, to].flatMap((side) => Object.keys(side)))];
}

/** Who did it, in which role. */
export function whoOf({ personName, roleName }: Said): string {
  if (personName !== '')
    return roleName === 'system' || roleName === '' ? personName : `${personName}, ${roleName.toLowerCase()}`;
  return roleName === 'patient' ? 'a patient' : 'the system';
}

/** Why, where somebody said so; else what they were doing. */
export function whyOf({ purpose, action }: Said): string {
  return purpose || action.replaceAll(/[-_]/g, ' ');
}
