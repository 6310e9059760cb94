import type { Protocol } from '../protocol/protocol.ts';
import { mentionsOf } from '../protocol/said.ts';
import type { Answers } from './request.ts';

/** Words that say one thing and an answer that says another. */
export interface Contradiction {
  readonly questionId: string;
  /** Their words, as they stand in the text, with a little of what stands around them. */
  readonly words: string;
}

/** The first place where one of the words is said and not denied. */
function saidAt(text: string, words: readonly string[]): { from: number; to: number } | undefined {
  return words.flatMap((word) => mentionsOf(text, word)).find(({ denied }) => !denied);
}

/** A few words around what was found, cut at whole words and at the sentence's ends. */
function around(text: string, { from, to }: { from: number; to: number }): string {
  const before =
    text
      .slice(Math.max(0, from - 24), from)
      .split(/[.;!?\n]/)
      .at(-1) ?? '';
  const after = text.slice(to, to + 32).split(/[.;!?\n]/)[0] ?? '';
  const start = from - before.length > 0 && before.length >= 24 ? before.replace(/^\S*\s/, '') : before;
  const end = after.length >= 32 ? after.replace(/\s\S*$/, '') : after;
  return `${start}${text.slice(from, to)}${end}`.trim();
}

/**
 * Answers of no that stand against what was said in words and was not denied there. Nobody is stopped by it: it is said back,
 * until the question is asked again or the answer is said to be right.
 */
export function contradictions(
  { questions }: Pick<Protocol, 'questions'>,
  { words, notes, answers }: { readonly words: string; readonly notes: string; readonly answers: Answers },
): Contradiction[] {
  return questions.flatMap(({ id, words: listens = [] }) => {
    const answer = answers[id];
    if (answer?.said !== 'no' || answer.sure === true) return [];
    for (const text of [words, notes]) {
      const found = saidAt(text, listens);
      if (found) return [{ questionId: id, words: around(text, found) }];
    }
    return [];
  });
}
