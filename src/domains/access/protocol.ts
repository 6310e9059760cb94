import { err, ok, type Result } from '#kernel/result.ts';

/** How soon something is answered: in hours, by the end of a London day (0 is today), or within working days. */
export interface UrgencyBand {
  readonly id: string;
  readonly name: string;
  readonly hours?: number;
  readonly days?: number;
  readonly workingDays?: number;
  /** Minutes before its end from which people are alerted; without it the protocol's own. */
  readonly warnMinutes?: number;
  readonly source: string;
}

/** By when everybody is told what happens, however long what they need can wait: the end of so many working days on. */
export interface AnswerTime {
  readonly workingDays: number;
  readonly warnMinutes: number;
  readonly source: string;
}

/** What a request may be about, and the words that suggest it. */
export interface Reason {
  readonly id: string;
  readonly name: string;
  readonly words: readonly string[];
}

/** A question's words: to the patient, to somebody else, about a baby, and for whoever cannot be pregnant. */
export interface QuestionWords {
  readonly self: string;
  readonly other: string;
  readonly infant?: string;
  readonly notPregnant?: { readonly self: string; readonly other: string };
}

/** A factual yes-or-no question some reasons need; a red flag where yes means danger. */
export interface ProtocolQuestion {
  readonly id: string;
  readonly reasons: readonly string[];
  readonly say: QuestionWords;
  /** Words that would mean a yes: a no beside them is said back. */
  readonly words?: readonly string[];
  readonly redFlag?: { readonly category: string; readonly level: '999' | 'same-day-duty' };
  /** Asked of nobody known to be older, in whole years. */
  readonly maxAge?: number;
  readonly source: string;
}

/** Where a request goes: a visit by the first of the roles that can, or another place. */
export interface Outcome {
  readonly destination: 'visit' | 'pharmacy-first' | 'admin' | 'self-care' | 'other-service';
  readonly roles: readonly string[];
  readonly urgency: string;
  readonly minutes: number;
  readonly modes: readonly string[];
  readonly continuity: boolean;
  readonly say: string;
  readonly safetyNet: string;
  /** The same where somebody else rings, written of "them"; without it the same words do. */
  readonly sayOther?: string;
  readonly safetyNetOther?: string;
}

/** One rule: its conditions all hold, then its outcome. Ages in whole years; an unknown age or sex never meets a condition. */
export interface Rule {
  readonly id: string;
  readonly reason: string;
  readonly when: {
    readonly minAge?: number;
    readonly maxAge?: number;
    readonly sex?: string;
    readonly answers?: Readonly<Record<string, 'yes' | 'no'>>;
  };
  readonly outcome: Outcome;
  readonly source: string;
}

/** A navigation protocol: versioned data, rules tried from top to bottom. */
export interface Protocol {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly source: string;
  readonly clinicalOwner: string;
  readonly answer: AnswerTime;
  readonly bands: readonly UrgencyBand[];
  readonly reasons: readonly Reason[];
  readonly questions: readonly ProtocolQuestion[];
  readonly rules: readonly Rule[];
}

/** The reason every protocol has, for whatever no other reason fits. */
export const anythingElse = 'anything-else';

/** Sees no undifferentiated patient: never first in a protocol (NHS England and BMA guidance on physician associates). */
const undifferentiatedNever = 'physician_associate';

type Loose = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);
const list = (value: unknown): Loose[] => (Array.isArray(value) ? value.filter(isRecord) : []);

function duplicates(ids: readonly unknown[]): unknown[] {
  return ids.filter((id, at) => ids.indexOf(id) !== at);
}

function faultsOfShape(protocol: Loose): string[] {
  const faults: string[] = [];
  for (const field of ['id', 'title', 'source', 'clinicalOwner'])
    if (!isText(protocol[field])) faults.push(`the protocol has no ${field}`);
  if (!Number.isInteger(protocol['version'])) faults.push('the version is not a whole number');
  const answer = protocol['answer'];
  if (
    !isRecord(answer) ||
    !Number.isInteger(answer['workingDays']) ||
    !Number.isInteger(answer['warnMinutes']) ||
    !isText(answer['source'])
  )
    faults.push('the protocol has no answer time in working days with its warning and source');
  for (const part of ['bands', 'reasons', 'questions', 'rules']) {
    const entries = protocol[part];
    if (!Array.isArray(entries) || !entries.every(isRecord)) faults.push(`${part} is not a list`);
    const ids = list(entries).map((entry) => entry['id']);
    if (!ids.every(isText)) faults.push(`one of the ${part} has no id`);
    for (const id of duplicates(ids)) faults.push(`${part} has ${String(id)} twice`);
    if (part === 'reasons') continue;
    for (const entry of list(entries))
      if (!isText(entry['source'])) faults.push(`${String(entry['id'])} has no source`);
  }
  return faults;
}

function faultsOfRule(rule: Loose, known: Known): string[] {
  const name = `rule ${String(rule['id'])}`;
  const outcome = rule['outcome'];
  const when = rule['when'];
  if (!isRecord(outcome) || !isRecord(when)) return [`${name} has no outcome or no conditions`];
  const faults: string[] = [];
  if (!known.reasons.has(rule['reason'])) faults.push(`${name} is for an unknown reason`);
  if (!known.bands.has(outcome['urgency'])) faults.push(`${name} has an unknown urgency`);
  if (!isText(outcome['say']) || !isText(outcome['safetyNet'])) faults.push(`${name} has nothing to say`);
  if (!isTexts(outcome['roles']) || !isTexts(outcome['modes'])) faults.push(`${name} has no roles or modes`);
  else if (outcome['destination'] === 'visit' && (outcome['roles'].length === 0 || outcome['modes'].length === 0))
    faults.push(`${name} is a visit by nobody`);
  else if (outcome['roles'].includes(undifferentiatedNever))
    faults.push(`${name} sends an undifferentiated patient to a physician associate`);
  const answers = isRecord(when['answers']) ? when['answers'] : {};
  for (const question of Object.keys(answers))
    if (!known.questions.has(question)) faults.push(`${name} asks for an unknown answer`);
  return faults;
}

interface Known {
  readonly bands: ReadonlySet<unknown>;
  readonly reasons: ReadonlySet<unknown>;
  readonly questions: ReadonlySet<unknown>;
}

/** Each reason ends in a rule without conditions, and nothing stands after it: every request is decided, every rule can be reached. */
function faultsOfOrder(rules: readonly Loose[], reasons: ReadonlySet<unknown>): string[] {
  return [...reasons].flatMap((reason) => {
    const own = rules.filter((rule) => rule['reason'] === reason);
    const open = own.findIndex((rule) => isRecord(rule['when']) && Object.keys(rule['when']).length === 0);
    if (open === -1) return [`${String(reason)} has no rule for everybody`];
    return own.slice(open + 1).map((rule) => `rule ${String(rule['id'])} can never be reached`);
  });
}

/** Reads a protocol from data, or says everything that is wrong with it. */
export function parseProtocol(value: unknown): Result<Protocol, readonly string[]> {
  if (!isRecord(value)) return err(['a protocol is an object']);
  const faults = faultsOfShape(value);
  const ids = (part: string): ReadonlySet<unknown> => new Set(list(value[part]).map((entry) => entry['id']));
  const known = { bands: ids('bands'), reasons: ids('reasons'), questions: ids('questions') };
  if (!known.reasons.has(anythingElse)) faults.push('there is no reason for anything else');
  for (const question of list(value['questions'])) {
    const say = question['say'];
    if (!isRecord(say) || !isText(say['self']) || !isText(say['other']))
      faults.push(`question ${String(question['id'])} has no words`);
    if (!isTexts(question['reasons']) || !question['reasons'].every((reason) => known.reasons.has(reason)))
      faults.push(`question ${String(question['id'])} is for an unknown reason`);
  }
  const rules = list(value['rules']);
  faults.push(...rules.flatMap((rule) => faultsOfRule(rule, known)), ...faultsOfOrder(rules, known.reasons));
  return faults.length === 0 ? ok(value as unknown as Protocol) : err(faults);
}
