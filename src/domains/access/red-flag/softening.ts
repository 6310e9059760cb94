import { startingWithin } from './pattern.ts';
import type { Hit } from './pattern.ts';
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

/**
 * Tells whether a hit is denied: a "no" before it in its own clause, or across a list joined by "or". Words like "no
 * relief" or "not sure" deny nothing, and a "no" that belongs to the hit ("not breathing") is no denial either.
 */
export function softens(hit: Hit, scene: { readonly tokens: readonly Token[]; readonly spans: ConceptSpans }): boolean {
  const { tokens, spans } = scene;
  const part = (at: number): boolean => hit.parts.some((span) => at >= span.from && at < span.to);
  const near = (concept: string): Span[] => startingWithin(spans.get(concept) ?? [], hit.from - reachOfNo * 4, hit.to);
  const apparent = near('not-negator');
  return near('negator').some(
    (no) =>
      !part(no.from) && !apparent.some((span) => no.from >= span.from && no.from < span.to) && denies(no, hit, tokens),
  );
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

/** Tells whether a plain stretch of words is denied, as `softens` does for a hit. */
export function deniedAt(
  span: Span,
  scene: { readonly tokens: readonly Token[]; readonly spans: ConceptSpans },
): boolean {
  return softens({ parts: [span], from: span.from, to: span.to }, scene);
}
