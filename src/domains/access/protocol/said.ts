/** One place where something is said, and whether it is said not to be so. */
export interface Mention {
  readonly from: number;
  readonly to: number;
  readonly denied: boolean;
}

/** A text as mentions are looked for in it, letter for letter as long as the text itself. */
const levelled = (text: string): string => text.toLowerCase().replaceAll('’', "'");

/** What ends the reach of a denial: a new sentence, or a turn. */
const turn = /[.;!?\n]|\b(?:but|although|though|however|now|just|only|and|with|so)\b/;
/** A denial, and the small words that may stand between it and what it denies. "No more", "no idea why" and "no better" deny nothing. */
const small = String.raw`(?:\s+(?:a|an|any|the|of|signs?|other|new|real|actual|high|raised|bad|obvious|got|had|have|having|get|getting|run|running|stiff|sore|painful|swollen|itchy|red|runny|blocked|dry|tight|tummy|chest|ear|muscle|joint|neck|back|head|face|burning))*`;
const denial = new RegExp(
  String.raw`\b(?:no|not|without|never|nor|denies|denied|(?:isn|wasn|hasn|haven|hadn|don|doesn|didn)'?t)${small}\s+$`,
);
/** "No fever, sickness or ": a list that "or" joins is denied to its end. */
const listed = /\bno (?:[a-z']+ ){0,1}[a-z']+(?:, ?(?:[a-z']+ ){0,2}[a-z']+)*(,| or| nor) $/;
/** "The rash has gone", "temp is back to normal"; but "my back has gone" is what they come for. */
const over =
  /^\s+(?:is|was|has|have|had)\s+(?:(?:all|now|completely)\s+)*(?:gone (?:away|down|now)|come (?:back )?down|settled|(?:back to )?normal)\b/;
const gone = /^\s+(?:is|has|had|have)\s+(?:(?:all|now|completely)\s+)*gone\b(?!\s+(?:up|to|on|in))/;
const theirs = /\b(?:my|his|her|their|your|our|’s|'s)\s+$/;

function isDenied(before: string, after: string): boolean {
  const clause = before.split(turn).at(-1) ?? '';
  if (denial.test(clause)) return true;
  const list = listed.exec(clause);
  if (list && (list[1] !== ',' || /^[^.;!?\n]{0,30}\b(?:or|nor)\b/.test(after))) return true;
  return over.test(after) || (gone.test(after) && !theirs.test(before));
}

/** Every place where a word or phrase stands by itself in a text, and whether it is denied there; for wording, never for danger. */
export function mentionsOf(text: string, word: string): Mention[] {
  const low = levelled(text);
  const parts = levelled(word)
    .split(/[^a-z0-9']+/)
    .filter((part) => part !== '');
  if (parts.length === 0) return [];
  const wanted = new RegExp(`(?<![a-z0-9'])${parts.join("[^a-z0-9']+")}(?![a-z0-9])`, 'g');
  return [...low.matchAll(wanted)].map(({ 0: found, index }) => {
    const to = index + found.length;
    return { from: index, to, denied: isDenied(low.slice(0, index), low.slice(to)) };
  });
}

/** Whether one of these is said, and not denied, anywhere in a text. */
export function isSaid(text: string, words: readonly string[]): boolean {
  return words.some((word) => mentionsOf(text, word).some(({ denied }) => !denied));
}
