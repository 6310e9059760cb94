/** What must happen at once: an ambulance, or the duty clinician the same day. */
export type RedFlagLevel = '999' | 'same-day-duty';

export type RedFlagCategoryId =
  | 'chest-pain'
  | 'heart-rhythm'
  | 'stroke'
  | 'breathlessness'
  | 'anaphylaxis'
  | 'bleeding'
  | 'collapse'
  | 'seizure'
  | 'sepsis'
  | 'poisoning'
  | 'self-harm'
  | 'major-injury'
  | 'eye'
  | 'severe-abdomen'
  | 'unwell-child'
  | 'infant-fever'
  | 'pregnancy'
  | 'cauda-equina'
  | 'testicular-pain'
  | 'hot-joint'
  | 'child-dka'
  | 'chemo-fever'
  | 'known-illness'
  | 'dangerous-reading'
  | 'foreign-body'
  | 'infection-risk'
  | 'hearing'
  | 'skin-reaction'
  | 'exposure'
  | 'abuse';

/** What the whole text, or the record, tells: about the person, or that something once over has come back. Some patterns hold then alone. */
export type Fact = 'child' | 'infant' | 'pregnant' | 'chemo' | 'come-back';

/** Wordings that mean one thing, as patterns over concepts (see red-flag/pattern.ts for how they are written). */
export interface FlagWording {
  readonly match: readonly string[];
  /** Holds only for these people, or only where something has come back. */
  readonly when?: Fact;
  /** Concepts that, standing near in the same sentence, show that something else is meant. */
  readonly unless?: readonly string[];
  /** Where this wording is graver, or less, than its category. */
  readonly level?: RedFlagLevel;
}

/** A kind of danger: how people say it, and what the person who hears it says and does. */
export interface RedFlagCategory {
  readonly id: RedFlagCategoryId;
  readonly name: string;
  /** What it is called to whoever answers 999, where the name lists several things: what was said stands beside it. */
  readonly told?: string;
  readonly level: RedFlagLevel;
  readonly wordings: readonly FlagWording[];
  /** Everyday sayings and things that only look alike: words taken up by these do not count. */
  readonly quiet: readonly string[];
  /** Tellings of the past that hush like `quiet`, unless the text says that it has come back. */
  readonly quietPast?: readonly string[];
  /** What, said right behind a denial of this danger or as the denial itself, is the danger after all. */
  readonly afterAll?: readonly string[];
  readonly source: string;
  /** Asked before anything is sent or rung: how to reach the person without others in the home knowing. */
  readonly safeContactFirst: boolean;
}

/** Pages for reception staff that name these red flags; which wordings stand for them awaits a clinical owner. */
export const sources = {
  frontDesk:
    'mecourse.com: Front-Desk Red Flags in General Practice; penroseportal.co.uk: Contacting emergency services for patients (red flags); wordings: general knowledge, awaiting clinical owner',
  children:
    'mecourse.com: Children, Babies and Pregnancy: When Reception Staff Should Escalate; wordings: general knowledge, awaiting clinical owner',
  quickGuide: 'redwoodsurgery.co.uk: red flag quick guide; wordings: general knowledge, awaiting clinical owner',
  general: 'general knowledge, awaiting clinical owner',
} as const;
