/** How soon something is answered: in hours, by the end of a London day (0 is today), or within working days. */
export interface UrgencyBand {
  readonly id: string;
  readonly name: string;
  readonly hours?: number;
  readonly days?: number;
  readonly workingDays?: number;
  /** Minutes before its end from which people are alerted; without it the protocol's own. */
  readonly warnMinutes?: number;
  readonly source: string;
}

/** By when everybody is told what happens, however long what they need can wait: the end of so many working days on. */
export interface AnswerTime {
  readonly workingDays: number;
  readonly warnMinutes: number;
  readonly source: string;
}

/** What a request may be about, and the words that suggest it. */
export interface Reason {
  readonly id: string;
  readonly name: string;
  readonly words: readonly string[];
  /** What somebody is ill with: said not to be so ("no temperature"), it is not what they come for. */
  readonly symptom?: boolean;
  /** Never more than the errand of somebody well: whatever else is named comes before it. */
  readonly yields?: boolean;
  /** Something about a visit they have: those still to come are shown with it. */
  readonly ownVisits?: boolean;
}

/** What has to be said for a question to fit. */
export interface Fits {
  /** It fits wherever one of these is said. */
  readonly said: readonly string[];
  /** It does not fit where one of these is said and none of the above; without it nothing but the above makes it fit. */
  readonly elsewhere?: readonly string[];
}

/** A question's words: to the patient, to somebody else, about a baby, and for whoever cannot be pregnant. */
export interface QuestionWords {
  readonly self: string;
  readonly other: string;
  readonly infant?: string;
  readonly notPregnant?: { readonly self: string; readonly other: string };
}

/** A factual yes-or-no question some reasons need; a red flag where yes means danger. */
export interface ProtocolQuestion {
  readonly id: string;
  readonly reasons: readonly string[];
  readonly say: QuestionWords;
  /** Words that would mean a yes: a no beside them is said back. */
  readonly words?: readonly string[];
  readonly redFlag?: { readonly category: string; readonly level: '999' | 'same-day-duty' };
  /** Asked of nobody known to be older, in whole years. */
  readonly maxAge?: number;
  /** Asked of nobody known to be younger, in whole years. */
  readonly minAge?: number;
  /** On what words it is asked; without it always. */
  readonly fits?: Fits;
  readonly source: string;
}

/** Where a request may go, with the words for it. */
export const destinations = {
  visit: 'A visit or call here',
  'pharmacy-first': 'Pharmacy First',
  pharmacy: 'Community pharmacy',
  optician: 'Optician',
  dentist: 'Dentist',
  'self-referral': 'A service they refer themselves to',
  'self-care': 'Self-care',
  'other-service': 'Another service',
  admin: 'Administration',
  'urgent-care': 'Urgent treatment centre or A&E',
} as const;
export type Destination = keyof typeof destinations;

/** Only a clinician sends somebody there: no rule does, and nobody else chooses it. */
export const clinicianOnly: Destination = 'urgent-care';

/** Where a request goes: a visit by the first of the roles that can, or another place. */
export interface Outcome {
  readonly destination: Destination;
  /** The service it is, where the destination alone does not say: "Podiatry, where it takes self-referral". */
  readonly service?: string;
  readonly roles: readonly string[];
  readonly urgency: string;
  readonly minutes: number;
  readonly modes: readonly string[];
  readonly continuity: boolean;
  readonly say: string;
  readonly safetyNet: string;
  /** The same where somebody else rings, written of "them"; without it the same words do. */
  readonly sayOther?: string;
  readonly safetyNetOther?: string;
}

/** One rule: its conditions all hold, then its outcome. Ages in whole years; an unknown age or sex never meets a condition. */
export interface Rule {
  readonly id: string;
  readonly reason: string;
  readonly when: {
    readonly minAge?: number;
    readonly maxAge?: number;
    readonly sex?: string;
    readonly answers?: Readonly<Record<string, 'yes' | 'no'>>;
  };
  readonly outcome: Outcome;
  readonly source: string;
}

/** A worked case: what somebody says, and which rule must decide it, for whom and how soon. Questions not named are answered no. */
export interface WorkedCase {
  readonly words: string;
  readonly age: number | null;
  readonly sex: 'female' | 'male' | null;
  readonly yes: readonly string[];
  readonly rule: string;
  /** The first role of a visit, else the destination. */
  readonly by: string;
  readonly urgency: string;
}

/** A navigation protocol: versioned data, rules tried from top to bottom, with the cases that prove it. */
export interface Protocol {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly source: string;
  readonly clinicalOwner: string;
  readonly answer: AnswerTime;
  readonly bands: readonly UrgencyBand[];
  readonly reasons: readonly Reason[];
  readonly questions: readonly ProtocolQuestion[];
  readonly rules: readonly Rule[];
  readonly cases: readonly WorkedCase[];
}

/** The reason every protocol has, for whatever no other reason fits. Its words are illness without a reason of its own: an errand yields to it. */
export const anythingElse = 'anything-else';

/** Who sees somebody first by an outcome: the first role of a visit, else the destination. */
export function seenBy({ roles, destination }: Outcome): string {
  return roles[0] ?? destination;
}
