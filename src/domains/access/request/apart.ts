import { screen } from '../red-flag/red-flag.ts';

/** What somebody writes of a request: the caller's words and the notes beside them. */
export interface Written {
  readonly words: string;
  readonly notes: string;
}

/** Words that met another's change: kept whole, beside those that stand, until somebody puts the two together. */
export interface Apart extends Partial<Written> {
  /** The window they were written in; it goes on writing to these. */
  readonly page: string;
  readonly by: string | null;
  readonly byName: string;
  readonly at: string;
}

/** What a window sends: what it wrote, what it saw when it began, and which window it is. */
export interface Sent {
  readonly words?: string | undefined;
  readonly notes?: string | undefined;
  /** The mark of what it saw; undefined for a sender that keeps no window open. */
  readonly seen?: string | undefined;
  readonly page?: string | undefined;
}

/** What becomes of what was sent: saved, kept apart, or neither because nothing was changed in that window. */
export interface Met {
  readonly save: Partial<Written>;
  readonly apart: Partial<Written> | undefined;
  /** The mark the window carries from now on. */
  readonly seen: string;
}

const parts = ['words', 'notes'] as const;

/** A short mark of a text, to see whether it is still the same: no secret, only a comparison (cyrb53, 53 bits). */
export function markOf(text: string): string {
  const same = text.replaceAll('\r\n', '\n');
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < same.length; at += 1) {
    const code = same.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}

/** The mark of words and notes as a window saw them. */
export function seenOf(written: Written): string {
  return parts.map((part) => markOf(written[part])).join('.');
}

/**
 * Lets what a window sends meet what stands. A window may go on from what it saw and from its own words; where somebody else
 * has changed them since, what it sends is kept apart and nothing is overwritten.
 */
export function meet(standing: Written & { readonly typedIn: string | null }, sent: Sent): Met {
  const saw = sent.seen?.split('.');
  const own = sent.page !== undefined && sent.page === standing.typedIn;
  const save: { words?: string; notes?: string } = {};
  const apart: { words?: string; notes?: string } = {};
  const seen = parts.map((part, at) => {
    const [text, stands, before] = [sent[part], standing[part], saw?.[at]];
    if (text === undefined) return before ?? markOf(stands);
    const mark = markOf(text);
    if (mark === markOf(stands)) return mark;
    if (before !== undefined && before !== markOf(stands) && !own) {
      // Nothing was written in this window: what somebody else wrote stands.
      if (mark !== before) apart[part] = text;
      return before;
    }
    save[part] = text;
    return mark;
  });
  return { save, apart: Object.keys(apart).length === 0 ? undefined : apart, seen: seen.join('.') };
}

/** Letters below which a beginning that two texts share is not worth leaving out: a text cut after a word or two reads badly. */
const worthLeaving = 20;

/**
 * Both texts, one after the other, a long beginning they share said once; where one holds the other already, it alone. A
 * beginning without which a danger would no longer be heard is said twice.
 */
function both(stands: string, beside: string): string {
  if (stands.includes(beside.trim())) return stands;
  if (beside.includes(stands.trim())) return beside;
  const whole = `${stands.trimEnd()}\n${beside}`;
  const shared = alike(stands, beside);
  if (shared < worthLeaving) return whole;
  const rest = beside.slice(shared);
  const joined = `${stands.trimEnd()}\n… ${rest}`;
  const heard = (text: string): Set<string> =>
    new Set(screen(text).map(({ category, level, softened }) => [category, level, softened].join(' ')));
  return heard(whole).isSubsetOf(heard(joined)) ? joined : whole;
}

/** How many letters two texts begin with alike, to the end of a word. */
function alike(one: string, other: string): number {
  let [at, word] = [0, 0];
  while (at < one.length && one[at] === other[at]) {
    at += 1;
    if (/\s/.test(other.charAt(at - 1))) word = at;
  }
  return word;
}

/** Which of two texts is kept: what stands, what was kept apart, or both. */
export type Kept = 'standing' | 'apart' | 'both';

/** What words and notes become once somebody has said which to keep. */
export function putTogether(standing: Written, apart: Partial<Written>, keep: Kept): Partial<Written> {
  if (keep === 'standing') return {};
  const of = (part: 'words' | 'notes'): Partial<Written> => {
    const beside = apart[part];
    if (beside === undefined) return {};
    return { [part]: keep === 'apart' ? beside : both(standing[part], beside) };
  };
  return { ...of('words'), ...of('notes') };
}

/** The mark of everything that decides what is offered; acts from a page carry it, so that a page left open does not act. */
export function stateOf(request: {
  readonly patientId: string | null;
  readonly reason: string | null;
  readonly callerIs: string | null;
  readonly words: string;
  readonly notes: string;
  readonly answers: Readonly<Record<string, { readonly said: string }>>;
}): string {
  const { patientId, reason, callerIs, answers } = request;
  const said = Object.entries(answers).map(([id, answer]) => `${id} ${answer.said}`);
  return `${markOf(JSON.stringify([patientId, reason, callerIs, said.sort()]))}.${seenOf(request)}`;
}

/** What a page showed when it was drawn, and which window it is; a sender that keeps no page open says neither. */
export interface Shown {
  readonly state?: string | undefined;
  readonly page?: string | undefined;
}

/** Whether a page's act may go on: it saw what stands now, or what changed since was written in that window itself. */
export function sawThis(
  request: Parameters<typeof stateOf>[0] & { readonly typedIn: string | null },
  { state, page }: Shown,
): boolean {
  if (state === undefined) return true;
  const now = stateOf(request);
  if (state === now) return true;
  const [rest, ...written] = state.split('.');
  const [restNow, ...writtenNow] = now.split('.');
  return rest === restNow && (written.join('.') === writtenNow.join('.') || (page ?? '') === request.typedIn);
}
