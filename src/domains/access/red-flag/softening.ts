import type { RedFlagCategoryId } from './category.ts';
import { hitsOf, startingWithin } from './pattern.ts';
import type { Hit } from './pattern.ts';
import { fillerWords, readyCategory } from './scene.ts';
import type { Scene } from './scene.ts';
import type { Token } from './text.ts';
import type { ConceptSpans, Span } from './vocabulary.ts';

// A denial reaches this many words ahead, within its clause.
const reachOfNo = 5;
const turns = new Set([
  'but',
  'and',
  'with',
  'however',
  'although',
  'though',
  'now',
  'just',
  'only',
  'so',
  'then',
  'because',
  'since',
]);

/** Where a denial may stand: the words, their concepts, and what takes a denial of this danger back. */
interface Told {
  readonly tokens: readonly Token[];
  readonly spans: ConceptSpans;
  /** Places where the category's own words stand that are the danger after all. */
  readonly afterAll: readonly Span[];
}

/** Places where the words of a category stand that, behind a denial, are the danger after all. */
export function afterAllOf(id: RedFlagCategoryId, { ground }: Scene): readonly Span[] {
  return (readyCategory(id)?.afterAll ?? []).flatMap((pattern) => hitsOf(pattern, ground));
}

/**
 * Tells whether a hit is denied: a "no" before it in its own clause, or across a list joined by "or". Words like "no
 * relief", "no let up" or "not sure" deny nothing, and a "no" that belongs to the hit ("not breathing") is no denial either.
 * "No chest pain now, but had it this morning" takes its denial back in the same breath: what was there is told plainly.
 */
export function softens(hit: Hit, told: Told): boolean {
  const { tokens, spans } = told;
  const part = (at: number): boolean => hit.parts.some((span) => at >= span.from && at < span.to);
  const near = (concept: string): Span[] => startingWithin(spans.get(concept) ?? [], hit.from - reachOfNo * 4, hit.to);
  const apparent = near('not-negator');
  const no = near('negator').find(
    ({ from, to }) =>
      !part(from) && !apparent.some((span) => from >= span.from && from < span.to) && denies({ from, to }, hit, tokens),
  );
  return no !== undefined && !takenBack(no, hit, told);
}

function denies(no: Span, hit: Hit, tokens: readonly Token[]): boolean {
  const last = hit.parts.at(-1)?.from ?? hit.from;
  if (no.from >= last) return false;
  const said = tokens[no.from];
  const about = tokens[Math.max(hit.from, no.to)];
  if (said === undefined || about === undefined || said.sentence !== about.sentence) return false;
  const between = tokens.slice(no.to, Math.max(hit.from, no.to));
  if (between.some((token) => turns.has(token.word))) return false;
  if (said.clause === about.clause) return between.length <= reachOfNo;
  // "No fever, chest pain or breathlessness": a list that "or" closes is denied to its end.
  const ahead = tokens.slice(no.to, hit.to + 8).filter((token) => token.sentence === said.sentence);
  return between.length <= reachOfNo * 2 && ahead.some((token) => token.word === 'or' || token.word === 'nor');
}

// So far behind a denial what takes it back may begin, in its sentence or the next.
const reachOfBack = 14;
// What may stand between: "no chest pain or sweating now, but she says she had it".
const lists = new Set(['or', 'nor', 'and']);

function takenBack(no: Span, hit: Hit, { tokens, spans, afterAll }: Told): boolean {
  const sentence = tokens[hit.to - 1]?.sentence ?? 0;
  const behind = (list: readonly Span[]): Span[] =>
    startingWithin(list, hit.to, hit.to + reachOfBack).filter(
      ({ from }) => (tokens[from]?.sentence ?? 0) <= sentence + 1 && nothingBetween(hit.to, from, { tokens, spans }),
    );
  const of = (concept: string): readonly Span[] => spans.get(concept) ?? [];
  const within = (span: Span, concept: string): boolean => of(concept).some(({ from }) => from === span.from);
  const long = ({ to }: Span): boolean => startingWithin(of('long-ago'), to - 1, to + 4).length > 0;
  const denied = (span: Span): boolean =>
    of('negator').some(({ from, to }) => from >= hit.to && to <= span.from && to >= span.from - 1);
  const elsewhere = ({ to }: Span): boolean => startingWithin(of('other-part'), to, to + 7).length > 0;
  return (
    afterAll.some(({ from, to }) => from <= no.from && to >= no.to) ||
    behind(afterAll).some((span) => !denied(span)) ||
    behind(of('had-it')).some((span) => !within(span, 'not-had-it') && !denied(span) && !long(span)) ||
    behind(of('then-again')).some((span) => !elsewhere(span)) ||
    neverEnded(hit, { tokens, spans }) ||
    toldBefore(no, hit, { tokens, spans })
  );
}

// "Not once has the chest pain stopped".
function neverEnded(hit: Hit, { tokens, spans }: Pick<Told, 'tokens' | 'spans'>): boolean {
  const clause = tokens[hit.to - 1]?.clause;
  return startingWithin(spans.get('ended') ?? [], hit.to, hit.to + 3).some(
    ({ from, to }) =>
      tokens[from]?.clause === clause &&
      nothingBetween(hit.to, from, { tokens, spans }) &&
      !/ing$/.test(tokens[to]?.word ?? ''),
  );
}

// "Had it for an hour this morning but no chest pain now".
function toldBefore(no: Span, hit: Hit, { tokens, spans }: Pick<Told, 'tokens' | 'spans'>): boolean {
  const sentence = tokens[no.from]?.sentence;
  const only = spans.get('not-had-it') ?? [];
  return (
    /^(?:but|though|although)$/.test(tokens[no.from - 1]?.word ?? '') &&
    startingWithin(spans.get('for-now') ?? [], hit.to, hit.to + 1).length > 0 &&
    startingWithin(spans.get('had-it') ?? [], no.from - reachOfBack, no.from).some(
      ({ from, to }) =>
        tokens[from]?.sentence === sentence &&
        !only.some((other) => other.from === from) &&
        startingWithin(spans.get('long-ago') ?? [], to - 1, to + 4).length === 0,
    )
  );
}

// Only small words, words of time and words of who tells: else it may be something else that was there.
function nothingBetween(behind: number, start: number, { tokens, spans }: Pick<Told, 'tokens' | 'spans'>): boolean {
  const listed = tokens.slice(behind, start).findLastIndex(({ word }) => lists.has(word));
  const from = listed < 0 ? behind : Math.min(start, behind + listed + 3);
  const small = new Set(
    startingWithin(spans.get('for-now') ?? [], behind, start).flatMap((span) =>
      Array.from({ length: span.to - span.from }, (_, at) => span.from + at),
    ),
  );
  return tokens
    .slice(from, start)
    .every(({ word }, at) => fillerWords.has(word) || turns.has(word) || small.has(from + at));
}

/** Tells whether a plain stretch of words is denied, as `softens` does for a hit. */
export function deniedAt(span: Span, told: Told): boolean {
  return softens({ parts: [span], from: span.from, to: span.to }, told);
}
