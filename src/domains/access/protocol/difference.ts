import type { Protocol, ProtocolQuestion, Rule } from './protocol.ts';

/** What one version has and the other has not, by id. */
export interface Difference {
  readonly added: readonly Rule[];
  readonly removed: readonly Rule[];
  readonly changed: readonly { readonly before: Rule; readonly after: Rule }[];
  /** Rules that are tried in another order. */
  readonly reordered: boolean;
  readonly questionsAdded: readonly string[];
  readonly questionsChanged: readonly string[];
  readonly questionsRemoved: readonly string[];
  /** Questions whose yes no longer stops everything, or that are asked on other words or ages: looked at before all else. */
  readonly dangersGone: readonly string[];
  readonly reasonsAdded: readonly string[];
  readonly reasonsRemoved: readonly string[];
  readonly reasonsChanged: readonly string[];
  /** Whether urgencies, their times or the answer time differ. */
  readonly timesChanged: boolean;
}

interface Named {
  readonly id: string;
}

const same = (one: unknown, other: unknown): boolean => sorted(one) === sorted(other);
/** One text for one meaning: the database does not keep the order of fields. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
const missing = (from: readonly Named[], others: readonly Named[]): string[] =>
  from.filter(({ id }) => !others.some((other) => other.id === id)).map(({ id }) => id);
const changedIds = (before: readonly Named[], after: readonly Named[]): string[] =>
  after.filter((one) => before.some((other) => other.id === one.id && !same(other, one))).map(({ id }) => id);

/** Of whom and on what words a question is asked. */
const askedOf = ({ fits, minAge, maxAge }: ProtocolQuestion): unknown => ({ fits, minAge, maxAge });

/** What a version changes against another. */
export function differenceOf(before: Protocol, after: Protocol): Difference {
  const was = new Map(before.rules.map((rule) => [rule.id, rule]));
  const stays = (rules: readonly Rule[], others: readonly Rule[]): string =>
    rules
      .filter(({ id }) => others.some((other) => other.id === id))
      .map(({ id }) => id)
      .join();
  const dangers = before.questions.filter(({ redFlag }) => redFlag !== undefined);
  return {
    added: after.rules.filter(({ id }) => !was.has(id)),
    removed: before.rules.filter(({ id }) => !after.rules.some((rule) => rule.id === id)),
    changed: after.rules.flatMap((rule) => {
      const old = was.get(rule.id);
      return old === undefined || same(old, rule) ? [] : [{ before: old, after: rule }];
    }),
    reordered: stays(before.rules, after.rules) !== stays(after.rules, before.rules),
    questionsAdded: missing(after.questions, before.questions),
    questionsRemoved: missing(before.questions, after.questions),
    questionsChanged: changedIds(before.questions, after.questions),
    dangersGone: dangers
      .filter((was) => {
        const now = after.questions.find((question) => question.id === was.id);
        if (now?.redFlag === undefined || !was.reasons.every((reason) => now.reasons.includes(reason))) return true;
        return !same(askedOf(was), askedOf(now));
      })
      .map(({ id }) => id),
    reasonsAdded: missing(after.reasons, before.reasons),
    reasonsRemoved: missing(before.reasons, after.reasons),
    reasonsChanged: changedIds(before.reasons, after.reasons),
    timesChanged: !same([before.bands, before.answer], [after.bands, after.answer]),
  };
}

/** Whether a version decides nothing differently by its text. */
export function isNothing(difference: Difference): boolean {
  return Object.values(difference).every((part) => part === false || (Array.isArray(part) && part.length === 0));
}
