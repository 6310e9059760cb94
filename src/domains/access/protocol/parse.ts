import { err, ok, type Result } from '#kernel/result.ts';
import { anythingElse, clinicianOnly, destinations, type Protocol } from './protocol.ts';
import { redFlagCategories } from '../red-flag/categories/all.ts';

/** The longest text a protocol holds, and the most entries of one part: far beyond any there is. */
const [longest, most] = [2000, 1000];
const modes: ReadonlySet<unknown> = new Set(['face_to_face', 'telephone', 'video', 'home_visit']);

type Loose = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= longest;
/** An id or a role: it stands in addresses and counts. */
const isCode = (value: unknown): boolean => typeof value === 'string' && /^[a-z0-9][a-z0-9_-]{0,59}$/.test(value);
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);
const isCount = (value: unknown, top: number): value is number =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= top;
const list = (value: unknown): Loose[] => (Array.isArray(value) ? value.filter(isRecord) : []);
const optional = (value: unknown, holds: (value: unknown) => boolean): boolean => value === undefined || holds(value);
const isAge = (value: unknown): boolean => isCount(value, 150);
/** What is wrong, where something does not hold. */
const unless = (holds: boolean, fault: string): string[] => (holds ? [] : [fault]);

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
    !isCount(answer['workingDays'], 30) ||
    !isCount(answer['warnMinutes'], 10_000) ||
    !isText(answer['source'])
  )
    faults.push('the protocol has no answer time in working days with its warning and source');
  for (const part of ['bands', 'reasons', 'questions', 'rules']) faults.push(...faultsOfPart(part, protocol[part]));
  return faults;
}

function faultsOfPart(part: string, entries: unknown): string[] {
  const faults: string[] = [];
  if (!Array.isArray(entries) || !entries.every(isRecord)) faults.push(`${part} is not a list`);
  if (list(entries).length > most) faults.push(`${part} has more than ${most} entries`);
  const ids = list(entries).map((entry) => entry['id']);
  if (!ids.every(isText)) faults.push(`one of the ${part} has no id`);
  for (const id of ids)
    if (isText(id) && !isCode(id)) faults.push(`${part}: ${id} is no id: small letters, digits and hyphens only`);
  for (const id of duplicates(ids)) faults.push(`${part} has ${String(id)} twice`);
  if (part === 'reasons') return faults;
  for (const entry of list(entries)) if (!isText(entry['source'])) faults.push(`${String(entry['id'])} has no source`);
  return faults;
}

function faultsOfBand(band: Loose): string[] {
  const times = ['hours', 'days', 'workingDays', 'warnMinutes'].map((field) => band[field]);
  return [
    ...unless(isText(band['name']), `urgency ${String(band['id'])} has no name`),
    ...unless(
      times.every((time) => optional(time, (value) => isCount(value, 10_000))),
      `urgency ${String(band['id'])} has a time that is not a whole number`,
    ),
  ];
}

function faultsOfReason(reason: Loose): string[] {
  const name = `reason ${String(reason['id'])}`;
  return [
    ...unless(isText(reason['name']) && isTexts(reason['words']), `${name} has no name or words`),
    ...['symptom', 'yields', 'ownVisits'].flatMap((mark) =>
      unless(
        optional(reason[mark], (value) => typeof value === 'boolean'),
        `${name} has ${mark} that is neither true nor false`,
      ),
    ),
  ];
}

interface Known {
  readonly bands: ReadonlySet<unknown>;
  readonly reasons: ReadonlySet<unknown>;
  readonly questions: ReadonlySet<unknown>;
  readonly rules: ReadonlySet<unknown>;
}

function faultsOfQuestion(question: Loose, known: Known): string[] {
  const name = `question ${String(question['id'])}`;
  const { say, redFlag, reasons } = question;
  const forReasons = isTexts(reasons) && reasons.every((reason) => known.reasons.has(reason));
  return [
    ...unless(isSaid(say), `${name} has no words`),
    ...unless(forReasons, `${name} is for an unknown reason`),
    ...unless(optional(question['words'], isTexts), `${name} has words that are no list`),
    ...unless(
      optional(question['maxAge'], isAge) && optional(question['minAge'], isAge),
      `${name} has an age that is no whole number`,
    ),
    ...unless(optional(question['fits'], isFits), `${name} does not say on what words it fits`),
    ...unless(optional(redFlag, isDanger), `${name} names a danger that screening does not know`),
  ];
}

function isFits(fits: unknown): boolean {
  return isRecord(fits) && isTexts(fits['said']) && fits['said'].length > 0 && optional(fits['elsewhere'], isTexts);
}

function isSaid(say: unknown): boolean {
  const isPair = (value: unknown): boolean => isRecord(value) && isText(value['self']) && isText(value['other']);
  return isPair(say) && isRecord(say) && optional(say['infant'], isText) && optional(say['notPregnant'], isPair);
}

function isDanger(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const isKnown = redFlagCategories.some(({ id }) => id === value['category']);
  return isKnown && (value['level'] === '999' || value['level'] === 'same-day-duty');
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
  faults.push(...faultsOfPlace(name, outcome), ...faultsOfWhen(name, when, known));
  return faults;
}

/** Where a rule sends somebody, and by whom they are seen there. */
function faultsOfPlace(name: string, outcome: Loose): string[] {
  const { destination, roles, modes: ways, minutes, continuity, service, sayOther, safetyNetOther } = outcome;
  const faults: string[] = [];
  if (typeof destination !== 'string' || !Object.hasOwn(destinations, destination))
    faults.push(`${name} has an unknown destination`);
  if (destination === clinicianOnly)
    faults.push(`${name} sends to ${destinations[clinicianOnly]}: only a clinician does`);
  if (destination === 'self-referral' && !isText(service)) faults.push(`${name} does not say which service`);
  if (![service, sayOther, safetyNetOther].every((text) => optional(text, isText)))
    faults.push(`${name} has words that are no text`);
  if (!isCount(minutes, 240) || typeof continuity !== 'boolean')
    faults.push(`${name} has no minutes, or does not say whether the own GP matters`);
  if (!isTexts(roles) || !roles.every(isCode) || !isTexts(ways) || !ways.every((way) => modes.has(way)))
    faults.push(`${name} has no roles or modes`);
  else if (destination === 'visit' && (roles.length === 0 || ways.length === 0))
    faults.push(`${name} is a visit by nobody`);
  return faults;
}

function faultsOfWhen(name: string, when: Loose, known: Known): string[] {
  const answers = isRecord(when['answers']) ? when['answers'] : {};
  const faults: string[] = [];
  for (const question of Object.keys(answers))
    if (!known.questions.has(question)) faults.push(`${name} asks for an unknown answer`);
  if (!Object.values(answers).every((answer) => answer === 'yes' || answer === 'no'))
    faults.push(`${name} has an answer that is neither yes nor no`);
  if (!optional(when['minAge'], isAge) || !optional(when['maxAge'], isAge))
    faults.push(`${name} has an age that is no whole number`);
  if (!optional(when['sex'], (sex) => sex === 'female' || sex === 'male')) faults.push(`${name} has an unknown sex`);
  return faults;
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

/** Every rule has a case that proves it, and every case is of something there is. */
function faultsOfCases(cases: unknown, known: Known): string[] {
  if (!Array.isArray(cases) || !cases.every(isRecord)) return ['cases is not a list'];
  if (cases.length > 2 * most) return [`cases has more than ${2 * most} entries`];
  const proved = new Set(cases.map((one) => one['rule']));
  const unproved = [...known.rules].filter((rule) => !proved.has(rule));
  return [
    ...unproved.map((rule) => `rule ${String(rule)} has no worked case`),
    ...cases.flatMap((one, at) => faultsOfCase(`case ${at + 1}`, one, known)),
  ];
}

function faultsOfCase(name: string, one: Loose, known: Known): string[] {
  const { words, age, sex, yes, rule, by, urgency } = one;
  const isKnownYes = isTexts(yes) && yes.every((question) => known.questions.has(question));
  return [
    ...unless(typeof words === 'string' && words.length <= longest, `${name} has no words`),
    ...unless(age === null || isAge(age), `${name} has an age that is no whole number`),
    ...unless(sex === null || sex === 'female' || sex === 'male', `${name} has an unknown sex`),
    ...unless(isKnownYes, `${name} says yes to an unknown question`),
    ...unless(known.rules.has(rule), `${name} is for an unknown rule`),
    ...unless(isText(by) && known.bands.has(urgency), `${name} does not say who sees them or how soon`),
  ];
}

/** A role whose scope of practice leaves out patients whom nobody has assessed yet. */
interface RoleBeyond {
  readonly code: string;
  readonly name: string;
}

function faultsOfScope({ id, outcome }: Loose, beyond: readonly RoleBeyond[]): string[] {
  const roles = isRecord(outcome) && isTexts(outcome['roles']) ? outcome['roles'] : [];
  return beyond.flatMap(({ code, name }) =>
    roles.includes(code)
      ? [`rule ${String(id)} sends a patient whom nobody has assessed to a role that sees none: ${name}`]
      : [],
  );
}

/**
 * Reads a protocol from data, or says everything that is wrong with it. What is written or approved is held against the roles
 * `beyond` whose scope it would be; what was approved before a scope changed is read all the same, and offers leave them out.
 */
export function parseProtocol(value: unknown, beyond: readonly RoleBeyond[] = []): Result<Protocol, readonly string[]> {
  if (!isRecord(value)) return err(['a protocol is an object']);
  const ids = (part: string): ReadonlySet<unknown> => new Set(list(value[part]).map((entry) => entry['id']));
  const known = { bands: ids('bands'), reasons: ids('reasons'), questions: ids('questions'), rules: ids('rules') };
  const rules = list(value['rules']);
  const faults = [
    ...faultsOfShape(value),
    ...unless(known.reasons.has(anythingElse), 'there is no reason for anything else'),
    ...list(value['bands']).flatMap(faultsOfBand),
    ...list(value['reasons']).flatMap(faultsOfReason),
    ...list(value['questions']).flatMap((question) => faultsOfQuestion(question, known)),
    ...rules.flatMap((rule) => [...faultsOfRule(rule, known), ...faultsOfScope(rule, beyond)]),
    ...faultsOfOrder(rules, known.reasons),
    ...faultsOfCases(value['cases'], known),
  ];
  return faults.length === 0 ? ok(value as unknown as Protocol) : err(faults);
}
