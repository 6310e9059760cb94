import { navigate, type Asking } from '../navigation.ts';
import { seenBy, type Protocol } from './protocol.ts';

/** A request of the last weeks as both versions are asked about it. */
export interface PastRequest extends Asking {
  readonly id: string;
  readonly practiceId: string;
}

/** How many requests one version sends somewhere, and how many the other would. */
export interface BeforeAfter {
  readonly before: number;
  readonly after: number;
}

type Counts = Record<string, { before: number; after: number }>;

/** What a draft would change, added up request by request. */
export interface Impact {
  readonly requests: number;
  /** Requests that would go to another role or place, or be answered sooner or later. */
  readonly changed: number;
  readonly sooner: number;
  readonly later: number;
  /** Requests for which the draft asks something nobody asked then: counted as if the answer were no. */
  readonly unasked: number;
  readonly roles: Readonly<Record<string, BeforeAfter>>;
  readonly urgencies: Readonly<Record<string, BeforeAfter>>;
  readonly practices: Readonly<Record<string, { readonly requests: number; readonly changed: number }>>;
  /** The newest that change, at most as many as `mostListed`. */
  readonly examples: readonly Example[];
}

/** One request that would be answered otherwise; ids and places only. */
export interface Example {
  readonly id: string;
  readonly practiceId: string;
  readonly before: Answered;
  readonly after: Answered;
}

/** What a version makes of a request. */
export interface Answered {
  readonly rule: string | null;
  readonly by: string;
  readonly urgency: string;
}

/** Requests that are listed one by one. */
const mostListed = 50;

/** No request yet. */
export const noImpact: Impact = {
  requests: 0,
  changed: 0,
  sooner: 0,
  later: 0,
  unasked: 0,
  roles: {},
  urgencies: {},
  practices: {},
  examples: [],
};

/** Where a version leads with every open question answered no, and whether it had to ask one. */
function answered(protocol: Protocol, asking: Asking): Answered & { readonly asked: boolean } {
  let answers = asking.answers;
  for (let asked = false; ; asked = true) {
    const direction = navigate(protocol, { ...asking, answers });
    if (direction.kind === 'ask') answers = { ...answers, [direction.question.id]: 'no' };
    else if (direction.kind === 'red-flag') return { rule: null, by: 'red-flag', urgency: 'red-flag', asked };
    else {
      const { id, outcome } = direction.rule;
      return { rule: id, by: seenBy(outcome), urgency: outcome.urgency, asked };
    }
  }
}

function counted(counts: Counts, before: string, after: string): void {
  for (const key of [before, after]) if (!Object.hasOwn(counts, key)) counts[key] = { before: 0, after: 0 };
  const [was, is] = [counts[before], counts[after]];
  if (was) was.before += 1;
  if (is) is.after += 1;
}

/**
 * Adds requests (newest first) to what a draft would change. Both versions are asked the same: the words, the reason chosen, the
 * answers that were given, the age and sex; what was not asked is taken as answered no.
 */
export function addImpact(
  sofar: Impact,
  { inForce, draft }: { inForce: Protocol; draft: Protocol },
  requests: readonly PastRequest[],
): Impact {
  const sum = structuredClone(sofar) as { -readonly [K in keyof Impact]: Impact[K] } & {
    roles: Counts;
    urgencies: Counts;
    practices: Record<string, { requests: number; changed: number }>;
    examples: Example[];
  };
  const grave = (urgency: string): number => draft.bands.findIndex(({ id }) => id === urgency);
  for (const request of requests) {
    const before = answered(inForce, request);
    const after = answered(draft, request);
    const practice = (sum.practices[request.practiceId] ??= { requests: 0, changed: 0 });
    sum.requests += 1;
    practice.requests += 1;
    counted(sum.roles, before.by, after.by);
    counted(sum.urgencies, before.urgency, after.urgency);
    // What the version in force asks as well was simply not asked then; only what is new is not known.
    if (after.asked && !before.asked) sum.unasked += 1;
    if (before.by === after.by && before.urgency === after.urgency) continue;
    sum.changed += 1;
    practice.changed += 1;
    if (grave(after.urgency) < grave(before.urgency)) sum.sooner += 1;
    if (grave(after.urgency) > grave(before.urgency)) sum.later += 1;
    if (sum.examples.length < mostListed) {
      const { id, practiceId } = request;
      sum.examples.push({ id, practiceId, before: bare(before), after: bare(after) });
    }
  }
  return sum;
}

const bare = ({ rule, by, urgency }: Answered): Answered => ({ rule, by, urgency });
