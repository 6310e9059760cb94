import type { Typed } from './request/request.ts';

/** Where words that could not be sent belong: a request, a visit, or nothing that is known yet. */
export type Place = { readonly kind: 'request' | 'visit'; readonly id: string } | { readonly kind: 'elsewhere' };

/** What somebody wrote in a form that could not be sent. */
export interface Said {
  readonly words: readonly string[];
  /** What staff wrote of something that a clinician has decided. */
  readonly decided: readonly string[];
  /** The question that a yes was pressed to. */
  readonly yesTo: string | undefined;
}

/** Fields no person writes: marks of the page, and what was chosen. */
const marks = new Set('seen page state key offer id over path said change matched patient booking channel'.split(' '));
/** The most letters that are heard of one form: more than any form of the app may hold in one box. */
const mostLetters = 20_000;

/** The request or visit that an address of the app is about. */
export function placeOf(url: string): Place {
  const [, kind, id = ''] =
    /^\/(calls|visits)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?=$|[/?#])/i.exec(url) ?? [];
  if (kind === undefined) return { kind: 'elsewhere' };
  return { kind: kind === 'calls' ? 'request' : 'visit', id: id.toLowerCase() };
}

/** What was written in a form of that address, without the marks it carries. */
export function saidIn(url: string, fields: Readonly<Record<string, string | readonly string[]>>): Said {
  const inCall = placeOf(url).kind === 'request';
  const act = (/^[^?#]*/.exec(url)?.[0] ?? '').split('/').at(-1);
  const decided = inCall && (act === 'overflow' || act === 'to-111');
  let left = mostLetters;
  const all = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const));
  const texts = all.flatMap(([name, value]) => {
    // The reason of a call is chosen from a list, but for what a clinician decided, which says why.
    if (marks.has(name) || (name === 'reason' && inCall && !decided) || value.trim() === '') return [];
    // Beside an answer it is the question's mark; to the duty clinician it is what somebody wrote.
    if (name === 'question' && act !== 'ask-duty') return [];
    const text = value.slice(0, left);
    left -= text.length;
    return [text];
  });
  return {
    words: decided ? [] : texts,
    decided: decided ? texts : [],
    yesTo: inCall && act === 'answer' && fields['said'] === 'yes' ? [fields['question']].flat()[0] : undefined,
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
