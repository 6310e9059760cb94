/** What lines of two dangers could say against each other; of one such matter only the line that weighs most is said. */
export type AidMatter = 'position' | 'food' | 'unconscious' | 'company';

/** One thing to do until help comes. */
export interface AidLine {
  readonly text: string;
  readonly about?: AidMatter;
  /** Which line of a matter is said where several dangers have one: the lowest. */
  readonly weighs?: number;
  /** Said only where no ambulance comes: of the way there, or of when to call one after all. */
  readonly without999?: true;
  /** Said only to somebody who is at home, not to one who stands at the desk. */
  readonly atHome?: true;
}

/** Something for each kind of person it may be about; the words for a grown-up stand in where a younger kind has none. */
export interface ForAges<T> {
  /** To the person themself. */
  readonly self: T;
  /** About a grown-up, to whoever is with them. */
  readonly other: T;
  /** About somebody under 18. */
  readonly child?: T;
  /** About a baby, who neither sits, drives nor answers. */
  readonly infant?: T;
}

/** The emergency service that a danger by itself needs in place of an ambulance. */
export type InPlaceOf999 = 'a-and-e' | 'maternity' | 'chemotherapy';

/**
 * What is said and done of one danger. Who is called, and that somebody stays, is never said here: the page says it once for
 * all the dangers of a call.
 */
export interface Aid {
  /** Why it cannot wait, and what to do this minute. */
  readonly say: ForAges<string>;
  readonly until: ForAges<readonly AidLine[]>;
  readonly inPlaceOf999?: InPlaceOf999;
  /** Somebody threatens them: where it is danger to life, 999 is asked for the police. */
  readonly police?: true;
}

/** A line that no other danger's could contradict. */
export const plain = (text: string): AidLine => ({ text });

/** When to call an ambulance after all. */
export const then999 = (text: string): AidLine => ({ text, without999: true });

/** How to sit or lie. Not moving the injured weighs most, then the airway, then comfort. */
export const position = (weighs: number, text: string): AidLine => ({ text, about: 'position', weighs });

/** What to eat and drink: nothing, where any danger may mean an operation. */
export const nothingToEat: AidLine = { text: 'Nothing to eat or drink.', about: 'food', weighs: 1 };

/** The same where something may be drunk, and no graver danger forbids it. */
export const food = (text: string, more: Pick<AidLine, 'without999'> = {}): AidLine => ({
  text,
  about: 'food',
  weighs: 2,
  ...more,
});

/** Lying on the side, said once whichever danger it is of. */
export const onTheirSide: AidLine = {
  text: 'If they are breathing but will not wake, lay them on their side.',
  about: 'unconscious',
  weighs: 1,
};

/** The same of a baby. */
export const babyUnconscious: AidLine = {
  text: 'If the baby is breathing but will not wake, hold them on their side with the head tilted down.',
  about: 'unconscious',
  weighs: 1,
};
