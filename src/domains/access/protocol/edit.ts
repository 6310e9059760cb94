import { err, ok, type Result } from '#kernel/result.ts';
import { runCases } from './cases.ts';
import type { Destination, Outcome, Protocol, ProtocolQuestion, Rule, WorkedCase } from './protocol.ts';

/** A rule as its form gives it: every field a text, empty where nothing was said. */
export interface RuleFields {
  readonly id: string;
  readonly reason: string;
  readonly minAge: string;
  readonly maxAge: string;
  readonly sex: string;
  /** The question whose answer it asks for, and which. */
  readonly question: string;
  readonly answer: string;
  readonly destination: string;
  readonly service: string;
  readonly roles: readonly string[];
  readonly urgency: string;
  readonly minutes: string;
  readonly modes: readonly string[];
  readonly continuity: boolean;
  readonly say: string;
  readonly sayOther: string;
  readonly safetyNet: string;
  readonly safetyNetOther: string;
  readonly source: string;
  /** The rule it is tried after; empty for first of its reason. */
  readonly after: string;
}

/** A worked case as its form gives it. */
export interface CaseFields {
  readonly words: string;
  readonly age: string;
  readonly sex: string;
  readonly yes: readonly string[];
  readonly rule: string;
}

const number = (text: string): number | undefined => (text.trim() === '' ? undefined : Number(text));
const given = <K extends string, V>(name: K, value: V | undefined): Partial<Record<K, V>> =>
  value === undefined || value === '' ? {} : ({ [name]: value } as Record<K, V>);

function whenOf({ minAge, maxAge, sex, question, answer }: RuleFields): Rule['when'] {
  return {
    ...given('minAge', number(minAge)),
    ...given('maxAge', number(maxAge)),
    ...given('sex', sex),
    ...(question === '' ? {} : { answers: { [question]: answer === 'no' ? 'no' : 'yes' } }),
  };
}

function outcomeOf(fields: RuleFields): Outcome {
  const isVisit = fields.destination === 'visit';
  return {
    // What is not known is refused when the whole is read again.
    destination: fields.destination as Destination,
    ...given('service', fields.service.trim()),
    roles: isVisit ? fields.roles.filter((role) => role !== '') : [],
    urgency: fields.urgency,
    minutes: isVisit ? Number(fields.minutes) : 0,
    modes: isVisit ? fields.modes : [],
    continuity: isVisit && fields.continuity,
    say: fields.say.trim(),
    ...given('sayOther', fields.sayOther.trim()),
    safetyNet: fields.safetyNet.trim(),
    ...given('safetyNetOther', fields.safetyNetOther.trim()),
  };
}

/** Reads a rule from its form; conditions the form does not show (several answers at once) stay as they were. */
function ruleOf(protocol: Protocol, fields: RuleFields): Rule {
  const before = protocol.rules.find(({ id }) => id === fields.id);
  const answers = before?.when.answers ?? {};
  const when = whenOf(fields);
  const several = Object.keys(answers).length > 1 ? { answers } : {};
  const { id, reason, source } = fields;
  return { id, reason, when: { ...when, ...several }, outcome: outcomeOf(fields), source: source.trim() };
}

/** A protocol with a rule changed or added, in the place its form gives; a new one comes with its first worked case. */
export function withRule(protocol: Protocol, fields: RuleFields, first?: CaseFields): Protocol {
  const rule = ruleOf(protocol, fields);
  const others = protocol.rules.filter(({ id }) => id !== rule.id);
  const after = others.findIndex(({ id }) => id === fields.after);
  const firstOwn = others.findIndex(({ reason }) => reason === rule.reason);
  const place = after === -1 ? (firstOwn === -1 ? others.length : firstOwn) : after + 1;
  const changed = { ...protocol, rules: others.toSpliced(place, 0, rule) };
  return first === undefined ? changed : withCase(changed, { ...first, rule: rule.id });
}

/** A protocol without a rule and the cases that proved it. */
export function withoutRule(protocol: Protocol, id: string): Protocol {
  return {
    ...protocol,
    rules: protocol.rules.filter((rule) => rule.id !== id),
    cases: protocol.cases.filter(({ rule }) => rule !== id),
  };
}

/** A protocol with a question asked in other words; what it is for and what a yes means stay. */
export function withQuestion(
  protocol: Protocol,
  id: string,
  { self, other, infant, words }: { self: string; other: string; infant: string; words: string },
): Protocol {
  const listed = words
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const change = (question: ProtocolQuestion): ProtocolQuestion => {
    const { words: _, ...same } = question;
    const say = { ...question.say, self: self.trim(), other: other.trim() };
    const { infant: __, ...plain } = say;
    return {
      ...same,
      say: infant.trim() === '' ? plain : { ...say, infant: infant.trim() },
      ...(listed.length === 0 ? {} : { words: listed }),
    };
  };
  return {
    ...protocol,
    questions: protocol.questions.map((question) => (question.id === id ? change(question) : question)),
  };
}

/** A protocol with one more worked case, which must be decided by the rule named, for whom and how soon that rule says now. */
export function withCase(protocol: Protocol, { words, age, sex, yes, rule }: CaseFields): Protocol {
  const outcome = protocol.rules.find(({ id }) => id === rule)?.outcome;
  const worked: WorkedCase = {
    words: words.trim(),
    age: number(age) ?? null,
    sex: sex === 'female' || sex === 'male' ? sex : null,
    yes: yes.filter((question) => question !== ''),
    rule,
    by: outcome?.roles[0] ?? outcome?.destination ?? '',
    urgency: outcome?.urgency ?? '',
  };
  return { ...protocol, cases: [...protocol.cases, worked] };
}

/** A protocol without one worked case. */
export function withoutCase(protocol: Protocol, at: number): Protocol {
  return { ...protocol, cases: protocol.cases.toSpliced(at, 1) };
}

/** A protocol in which a case expects what it gives now; refused where it gives no outcome. */
export function withCaseMeant(protocol: Protocol, at: number): Result<Protocol, 'no-outcome'> {
  const result = runCases(protocol)[at];
  if (result?.gives === undefined) return err('no-outcome');
  return ok({ ...protocol, cases: protocol.cases.with(at, { ...result.worked, ...result.gives }) });
}

/** Reads the text of a protocol as JSON, as the version it becomes; or says where the text stops being JSON. */
export function readText(text: string, as: { id: string; version: number }): Result<unknown, readonly string[]> {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return ok(isObject ? { ...value, ...as } : value);
  } catch (error) {
    return err([`the text is not JSON: ${error instanceof Error ? error.message : 'it cannot be read'}`]);
  }
}
