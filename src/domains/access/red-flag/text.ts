import { fold, isInvisible, isLetterLike } from './letters.ts';

/** One word or number of a text as written by a person, with where it stands in their own words. */
export interface Token {
  readonly word: string;
  /** Offset of its first character in the original text. */
  readonly start: number;
  /** Offset behind its last character. */
  readonly end: number;
  /** Counts up with each full stop, question mark, exclamation mark or new line. */
  readonly sentence: number;
  /** Counts up with each comma, dash, bracket or colon, and with each sentence. */
  readonly clause: number;
}

const apostrophes = new Set("'’‘`´ʼ′＇‛");
// With an apostrophe these are not the words they would be without it.
const whole = new Map([
  ['ill', 'iwill'],
  ['well', 'wewill'],
  // "OD'd" is what was done, "odd" how something is.
  ['odd', 'oded'],
  ['oding', 'overdosing'],
]);
const letter = /\p{L}/u;
const digit = /\p{Nd}/u;
const hardStop = new Set('.!?;。！？');

interface Draft {
  word: string;
  kind: 'none' | 'letters' | 'number';
  start: number;
  end: number;
}

/** Cuts a text into lower-case words and numbers, keeping the place of each; apostrophes vanish, so `can’t` is `cant`. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let draft: Draft = { word: '', kind: 'none', start: 0, end: 0 };
  let sentence = 0;
  let clause = 0;
  let stopRun = 0;

  const close = (): void => {
    if (draft.kind !== 'none') {
      const apostrophe = draft.end - draft.start > draft.word.length;
      const word = apostrophe ? (whole.get(draft.word) ?? draft.word) : draft.word;
      tokens.push({ word, start: draft.start, end: draft.end, sentence, clause });
    }
    draft = { word: '', kind: 'none', start: 0, end: 0 };
  };

  for (let at = 0; at < text.length;) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 32);
    const next = at + character.length;
    if (isInvisible(character)) {
      at = next;
      continue;
    }
    const kind = apostrophes.has(character)
      ? 'none'
      : isLetterLike(character)
        ? 'letters'
        : digit.test(character)
          ? 'number'
          : 'none';
    if (kind !== 'none') {
      if (draft.kind !== kind) {
        close();
        draft = { word: '', kind, start: at, end: next };
      }
      draft.word += fold(character);
      draft.end = next;
      stopRun = 0;
    } else if (apostrophes.has(character) && draft.kind === 'letters') {
      // Kept inside the word: can't, can’t and cant are one word.
    } else if (isDecimalPoint(text, at, draft)) {
      draft.word += '.';
    } else if (character === '.' && isInitial(text, at, draft)) {
      // s.o.b. and G.P. are one word each.
    } else if (shorthandAt(text, at) !== undefined) {
      close();
      tokens.push({ word: shorthandAt(text, at) ?? '', start: at, end: next, sentence, clause });
    } else {
      const parted = partingOf(text, at, character);
      close();
      if (parted === 'hard') stopRun += 1;
      // Two or more full stops in a row are a pause, not an end.
      if (parted === 'hard' && stopRun === 1) {
        sentence += 1;
        clause += 1;
      } else if (parted === 'hard' && stopRun === 2 && character === '.') {
        sentence -= 1;
      } else if (parted === 'soft') {
        clause += 1;
      }
    }
    at = next;
  }
  close();
  return together(tokens, text);
}

/** What letters that stand apart have between them (`c h e s t`, `c-h-e-s-t`), the same all along, and how many make a word rather than an abbreviation. */
const marks: ReadonlySet<string> = new Set(' -_.*/');
const fewestApart = 3;
const fewestAWord = 4;

/** Whether a text has words whose letters stand apart: they are read together, and may be misread. */
export function hasLettersApart(text: string): boolean {
  return tokenise(text).some((token) => isApart(token) && token.word.length >= fewestAWord);
}

/** Whether the letters of a token stand apart in the text. */
export function isApart({ word, start, end }: Token): boolean {
  return word.length >= fewestApart && end - start === word.length * 2 - 1;
}

/** Reads letters that stand apart as the word they make; two marks between them part words. */
function together(tokens: readonly Token[], text: string): Token[] {
  const read: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const first = tokens[at] as Token;
    let to = at + 1;
    const mark = text.slice(first.end, tokens[to]?.start);
    if (isLetter(first) && marks.has(mark)) while (followsApart(tokens[to - 1], tokens[to], { text, mark })) to += 1;
    if (to - at < fewestApart) to = at + 1;
    const run = tokens.slice(at, to);
    if (run.length === 1) read.push(first);
    else read.push({ ...first, word: run.map(({ word }) => word).join(''), end: run.at(-1)?.end ?? first.end });
    at = to;
  }
  return read;
}

function isLetter({ word, start, end }: Token): boolean {
  return end - start === 1 && letter.test(word);
}

function followsApart(
  before: Token | undefined,
  next: Token | undefined,
  { text, mark }: { text: string; mark: string },
): boolean {
  return before !== undefined && next !== undefined && isLetter(next) && text.slice(before.end, next.start) === mark;
}

function isDecimalPoint(text: string, at: number, draft: Draft): boolean {
  const mark = text[at];
  if (draft.kind !== 'number' || draft.word.includes('.')) return false;
  if (mark === '.') return digit.test(text[at + 1] ?? '');
  // 38,5 is a temperature; 1,000 is not.
  return mark === ',' && digit.test(text[at + 1] ?? '') && !digit.test(text[at + 2] ?? '');
}

function isInitial(text: string, at: number, draft: Draft): boolean {
  return (
    draft.kind === 'letters' &&
    draft.end - draft.start === (draft.word.length - 1) * 2 + 1 &&
    /^\p{L}(?![\p{L}])/u.test(text.slice(at + 1, at + 3))
  );
}

const queried = /^(?:\?(?=\p{L})|\?\s(?=[A-Z]{2,5}\b))/u;
const broken =
  /^#\s?(?=(?:nof|hip|femur|neck|pelvis|skull|spine|c\W?spine|tib|fib|humerus|radius|wrist|ankle|ribs?)\b)/i;

/** Marks that clinicians write for words: "?PE" asks whether it is one, "#NOF" is a fracture. */
function shorthandAt(text: string, at: number): string | undefined {
  const mark = text[at];
  if (mark !== '?' && mark !== '#') return undefined;
  const ahead = text.slice(at, at + 10);
  if (mark === '#') return broken.test(ahead) ? 'fracture' : undefined;
  // Behind a word it ends a question.
  return /[\p{L}\p{N}?!.]/u.test(text[at - 1] ?? ' ') || !queried.test(ahead) ? undefined : 'query';
}

function partingOf(text: string, at: number, character: string): 'hard' | 'soft' | 'space' {
  if (hardStop.has(character)) return 'hard';
  if (character === '\n') {
    // A line that merely wraps goes on in lower case.
    return /^\s*\p{Ll}/u.test(text.slice(at + 1, at + 40)) ? 'space' : 'hard';
  }
  return /[,:()[\]{}–—…/|•*]/u.test(character) || (character === '-' && /\s/.test(text[at - 1] ?? ' '))
    ? 'soft'
    : 'space';
}
