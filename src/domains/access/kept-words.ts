import type { Typed } from './request/request.ts';

/** What an address may be about: a request or a visit, or what leads to one. */
type Kind = 'request' | 'visit' | 'series' | 'lost-place' | 'waiting-offer';

/** Where words that could not be sent belong: what their form is about, or nothing that is known yet. */
export type Place = { readonly kind: Kind; readonly id: string } | { readonly kind: 'elsewhere' };

/** What somebody wrote in a form that could not be sent. */
export interface Said {
  readonly words: readonly string[];
  /** What staff wrote of something that a clinician has decided. */
  readonly decided: readonly string[];
  /** The question that a yes was pressed to. */
  readonly yesTo: string | undefined;
}

/** Fields no person writes: marks of the page, and what was chosen. */
const marks = new Set(
  'seen page state key offer id over path said change matched patient booking channel kept'.split(' '),
);
/** Identifiers that forms carry, with a place's time behind them: their digits and letters can spell a danger ("1f", "hypo"). */
const identifiers = /(?<![0-9a-z])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:_\d+)*(?![0-9a-z])/gi;
/** The addresses that are about one thing, and what it is. */
const kinds: Readonly<Record<string, Kind>> = {
  calls: 'request',
  visits: 'visit',
  series: 'series',
  'lost-places': 'lost-place',
  'waiting/offers': 'waiting-offer',
  'my/ask': 'request',
  'my/visits': 'visit',
};
const about = new RegExp(
  `^/(${Object.keys(kinds).join('|')})/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?=$|[/?#])`,
  'i',
);

/** What an address of the app is about. */
export function placeOf(url: string): Place {
  const [, name = '', id = ''] = about.exec(url) ?? [];
  const kind = kinds[name.toLowerCase()];
  return kind === undefined ? { kind: 'elsewhere' } : { kind, id: id.toLowerCase() };
}

/**
 * Forms in which somebody writes about a patient. Not those of rules, protocols, services and settings, whose texts name
 * dangers by trade; nor a clinician's answer and closing note, which have a hearing of their own before they are kept.
 */
const aboutPatients = /^\/(?:calls|visits|patients|series|lost-places|waiting|today\/remedies|my)(?![^/?])/;
/** Forms that are taken by a route that may keep nothing of them, or screens nothing itself. */
const takenUnheard = /^\/patients(?!\/find)|^\/my\/ask\/[^/]+\/(?:ring|none|safe)(?![^?])/;

/** Whether a form of that address is heard by what came of it. */
export function isHeard(url: string, when: 'refused' | 'saved'): boolean {
  return (when === 'saved' ? takenUnheard : aboutPatients).test(url);
}

/**
 * The page on which a patient wrote a form of that address; `filled` where it brings back what waits. Undefined for the
 * forms of staff.
 */
export function ownPageOf(url: string): { readonly href: string; readonly filled: boolean } | undefined {
  const path = /^[^?#]*/.exec(url)?.[0] ?? '';
  if (path === '/my/ask' || /^\/my\/visits\/[^/]+\/cancel$/.test(path)) return { href: path, filled: true };
  const [page] = /^\/my\/(?:ask|visits)\/[^/]+/.exec(path) ?? [];
  return page === undefined ? undefined : { href: page, filled: false };
}

/** The longest text that is read in one go, as long as the longest box; a longer one is read in pieces. */
const longest = 10_000;
/** Letters of a piece, and how many of them stand in the next one too, so that no sentence is cut in both. */
const [pieceLetters, shared] = [3_000, 500];

/** A text as it is heard: whole, or in pieces that overlap, however long it is. */
function piecesOf(text: string): string[] {
  if (text.length <= longest) return [text];
  const pieces = [];
  for (let from = 0; from === 0 || from + shared < text.length; from += pieceLetters - shared)
    pieces.push(text.slice(from, from + pieceLetters));
  return pieces;
}

/** Letters that are kept on either side of a danger where there is no room for the whole text. */
const around = 300;

/**
 * Texts as one line of at most so many letters: all of them where there is room, else what stands around the dangers in
 * them, each of which is found at `start` and `end`.
 */
export function fitted(
  texts: readonly string[],
  most: number,
  find: (text: string) => readonly { readonly start: number; readonly end: number }[],
): string {
  const onOneLine = (text: string): string => text.replaceAll(/\s*\n\s*/g, ' ').trim();
  const all = texts.map(onOneLine).join(' / ');
  if (all.length <= most) return all;
  const parts = texts.flatMap((text) =>
    joined(find(text)).map(({ start, end }) => onOneLine(text.slice(Math.max(0, start - around), end + around))),
  );
  return `… ${[...new Set(parts)].join(' … ')} …`.slice(0, most);
}

/** Places in the order of a text, those that stand close together as one. */
function joined(places: readonly { start: number; end: number }[]): { start: number; end: number }[] {
  const made: { start: number; end: number }[] = [];
  for (const { start, end } of places.toSorted((a, b) => a.start - b.start)) {
    const last = made.at(-1);
    if (last && start - last.end <= 2 * around) last.end = Math.max(last.end, end);
    else made.push({ start, end });
  }
  return made;
}

/** What was written in a form of that address, without the marks it carries. */
export function saidIn(url: string, fields: Readonly<Record<string, string | readonly string[]>>): Said {
  const inCall = url.startsWith('/calls/') && placeOf(url).kind === 'request';
  const act = (/^[^?#]*/.exec(url)?.[0] ?? '').split('/').at(-1);
  const decided = inCall && (act === 'overflow' || act === 'to-111');
  const all = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const));
  const texts = all.flatMap(([name, sent]) => {
    const value = sent.replaceAll(identifiers, '').replace(/^[\s,]+$/, '');
    // The reason of a call is chosen from a list, but for what a clinician decided, which says why.
    if (marks.has(name) || (name === 'reason' && inCall && !decided) || value.trim() === '') return [];
    // Beside an answer it is the question's mark; to the duty clinician it is what somebody wrote.
    if (name === 'question' && act !== 'ask-duty') return [];
    return piecesOf(value);
  });
  return {
    words: decided ? [] : texts,
    decided: decided ? texts : [],
    yesTo:
      placeOf(url).kind === 'request' && act === 'answer' && fields['said'] === 'yes'
        ? [fields['question']].flat()[0]
        : undefined,
  };
}

/** The words as screening reads them beside nothing else. */
export function typedAlone({ words, decided }: Said): Typed {
  return { words: '', notes: '', answers: {}, asked: words, decided };
}

/**
 * Notes with a line of what was written where it could not be saved in its own place. A line that is the beginning of the
 * text gives way to it: it grows as somebody types.
 */
export function grownNotes(notes: string, head: string, text: string): string {
  const one = text.replaceAll(/\s*\n\s*/g, ' ').trim();
  const lines = notes === '' ? [] : notes.split('\n');
  const before = lines.findLastIndex((line) => line.startsWith(head) && one.startsWith(line.slice(head.length).trim()));
  return (before === -1 ? [...lines, `${head} ${one}`] : lines.with(before, `${head} ${one}`)).join('\n');
}

/** Words with one more line of what was said; a last line that is the beginning of it gives way: it grows as somebody types. */
export function grownWords(words: string, said: string): string {
  const one = said.replaceAll(/\s*\n\s*/g, ' ').trim();
  if (one === '') return words;
  const lines = words === '' ? [] : words.split('\n');
  return (one.startsWith(lines.at(-1) ?? '\n') ? lines.with(-1, one) : [...lines, one]).join('\n');
}
