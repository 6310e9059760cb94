/** How soon a request must be met. */
export type Urgency = 'urgent' | 'same-day' | 'within-7-days' | 'within-14-days' | 'admin';

/** Whom words suit. */
export interface Suits {
  readonly ages?: readonly [from: number, to: number];
  readonly sex?: 'female' | 'male';
}

/** A request in the words of whoever made it or wrote it down, with what it came to. */
export interface RequestWords extends Suits {
  readonly words: string;
  readonly reason: string;
  readonly urgency: Urgency;
  /** Clinicians' roles that may take it; none where nobody needs to be seen. */
  readonly roles: readonly string[];
}

/** Gives several ways of saying one thing their common meaning; some suit fewer people than the others. */
export function ways(
  what: Omit<RequestWords, 'words'>,
  words: readonly (string | readonly [words: string, suits: Suits])[],
): RequestWords[] {
  return words.map((each) =>
    typeof each === 'string' ? { ...what, words: each } : { ...what, ...each[1], words: each[0] },
  );
}
