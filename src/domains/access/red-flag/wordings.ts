import type { RedFlagCategory, RedFlagLevel } from './category.ts';
import { anyMarked, hitsOf, sentenceHits, startingWithin, wordsOf } from './pattern.ts';
import type { Hit } from './pattern.ts';
import { readyCategories } from './scene.ts';
import type { ReadyCategory, ReadyWording, Scene } from './scene.ts';
import { afterAllOf, softens } from './softening.ts';

/** A place in a text where one of a category's wordings stands. */
export interface Sighting {
  readonly category: RedFlagCategory;
  readonly level: RedFlagLevel;
  readonly from: number;
  readonly to: number;
  readonly softened: boolean;
}

/** What a first reading found, and which words everyday sayings have taken up. */
export interface FirstReading {
  readonly seen: readonly Sighting[];
  readonly hushed: Uint8Array;
}

/** The first reading: every place where a category's own wordings stand, those that overlap taken together. */
export function sightings(scene: Scene): FirstReading {
  const sayings = wordsOf(scene.sayings, scene.tokens.length);
  const read = readyCategories().map((category) => {
    const quiet = both(sayings, wordsOf(quietHits(category, scene), scene.tokens.length));
    return { quiet, seen: seenOf(category, quiet, scene) };
  });
  return {
    seen: read.flatMap(({ seen }) => seen),
    hushed: read.reduce((hushed, { quiet }) => both(hushed, quiet), sayings),
  };
}

/** The words that everyday sayings, or look-alikes of any category, have taken up. */
export function hushedWords(scene: Scene): Uint8Array {
  const quiet = readyCategories().flatMap((category) => quietHits(category, scene));
  return wordsOf([...scene.sayings, ...quiet], scene.tokens.length);
}

function quietHits({ quiet, quietPast }: ReadyCategory, { ground, tokens, facts }: Scene): Hit[] {
  const past = facts.has('come-back') ? [] : sentenceHits(quietPast, ground, tokens);
  return [...sentenceHits(quiet, ground, tokens), ...past];
}

function both(left: Uint8Array, right: Uint8Array): Uint8Array {
  return left.map((mark, at) => mark | (right[at] ?? 0));
}

interface Graded {
  readonly hit: Hit;
  readonly level: RedFlagLevel;
}

function seenOf({ category, wordings }: ReadyCategory, hushed: Uint8Array, scene: Scene): Sighting[] {
  const cameBack = scene.facts.has('come-back');
  const loud = wordings
    .flatMap((wording) => hitsOfWording(wording, scene))
    .filter(({ hit }) => !hit.parts.some((part) => anyMarked(hushed, part)))
    .filter(({ hit }) => cameBack || neverOver.has(category.id) || !toldAsOver(hit, scene))
    .filter(({ hit }) => cameBack || category.id === 'abuse' || !longOver(hit, scene))
    .sort((a, b) => a.hit.from - b.hit.from || a.hit.to - b.hit.to);
  const told = { ...scene, afterAll: loud.length === 0 ? [] : afterAllOf(category.id, scene) };
  const merged: Sighting[] = [];
  for (const { hit, level } of loud) {
    const softened = softens(hit, told);
    const before = merged.at(-1);
    if (before !== undefined && hit.from < before.to) {
      merged[merged.length - 1] = {
        category,
        level: before.level === '999' ? '999' : level,
        from: before.from,
        to: Math.max(before.to, hit.to),
        softened: before.softened && softened,
      };
    } else {
      merged.push({ category, level, from: hit.from, to: hit.to, softened });
    }
  }
  return merged;
}

function hitsOfWording(wording: ReadyWording, scene: Scene): Graded[] {
  if (wording.when !== undefined && !scene.facts.has(wording.when)) return [];
  return wording.patterns
    .flatMap((pattern) => hitsOf(pattern, scene.ground))
    .filter((hit) => !wording.unless.some((concept) => !undone(concept, scene) && standsNear(concept, hit, scene)))
    .map((hit) => ({ hit, level: wording.level }));
}

// What tells of the past, or of paperwork about it: undone where the text says that it has come back.
const ofThePast = new Set(['past', 'fall-past', 'healed', 'op-done', 'admin', 'question']);

const undone = (concept: string, { facts }: Scene): boolean => ofThePast.has(concept) && facts.has('come-back');

// What was once done or thought may still be a danger, however long ago: these are never taken for over.
const neverOver = new Set(['self-harm', 'abuse']);
const ofNow = new Set([
  'have',
  'has',
  'having',
  'get',
  'getting',
  'feel',
  'feels',
  'feeling',
  'is',
  'are',
  'im',
  'keeps',
  'like',
  'since',
]);
// So few words may stand between what happened and when.
const closely = 3;

// "Perforated appendix as a kid": its own clause says at once that it is long over, and nothing in the text speaks of now.
function toldAsOver(hit: Hit, { tokens, spans }: Scene): boolean {
  // "She is 15 now" and "all better now" do not bring it back.
  const harmless = new Set([
    ...(spans.get('age-now') ?? []).map(({ to }) => to),
    ...(spans.get('well-now') ?? []).map(({ to }) => to - 1),
  ]);
  if ((spans.get('back-now') ?? []).some(({ from }) => !harmless.has(from))) return false;
  const clause = tokens[hit.to - 1]?.clause;
  if (tokens.some((token) => token.clause === clause && ofNow.has(token.word))) return false;
  // Behind what happened, or at the head of its clause: "in 2010 and chest pain" says nothing of the pain.
  return startingWithin(spans.get('long-ago') ?? [], hit.from - closely * 2, hit.to + closely).some(
    ({ from, to }) =>
      (from >= hit.to || (to <= hit.from && tokens[from - 1]?.clause !== clause)) &&
      tokens[from]?.clause === clause &&
      tokens[hit.from]?.clause === clause,
  );
}

// "Self-harmed when she was 14; she needs a letter": long over, and told for paperwork. Anything said of now undoes it.
function longOver(hit: Hit, scene: Scene): boolean {
  return (
    (scene.spans.get('admin')?.length ?? 0) > 0 &&
    standsNear('long-ago', hit, scene) &&
    !standsNear('back-now', hit, scene)
  );
}

// How many words away, in the same sentence, another meaning still colours a hit.
const nearby = 10;

function standsNear(concept: string, hit: Hit, { tokens, spans }: Scene): boolean {
  const first = tokens[hit.from]?.sentence;
  const last = tokens[hit.to - 1]?.sentence;
  return startingWithin(spans.get(concept) ?? [], hit.from - nearby, hit.to + nearby).some((span) => {
    const sentence = tokens[span.from]?.sentence;
    if (sentence !== first && sentence !== last) return false;
    return !hit.parts.some((part) => part.from < span.to && span.from < part.to);
  });
}
