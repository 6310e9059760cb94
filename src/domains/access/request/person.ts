/** Of what agrees with the record, what counts to show who somebody is: two of these are needed, and a name is none. */
export function thatCount(matched: readonly string[]): string[] {
  return matched.filter((one) => one !== 'name');
}

/** How a patient is spoken of. */
export interface Pronouns {
  readonly they: string;
  readonly them: string;
  readonly their: string;
  /** "It is her": for the tick beside the name. */
  readonly itIs: string;
  /** "She has", "They have". */
  readonly has: string;
}

const pronouns: Readonly<Record<string, Pronouns>> = {
  female: { they: 'she', them: 'her', their: 'her', itIs: 'It is her', has: 'has' },
  male: { they: 'he', them: 'him', their: 'his', itIs: 'It is him', has: 'has' },
};
const neutral: Pronouns = { they: 'they', them: 'them', their: 'their', itIs: 'It is them', has: 'have' };

/** Pronouns for a recorded sex; neutral where it is not known or the patient is not. */
export function pronounsFor(sex: string | undefined): Pronouns {
  return pronouns[sex ?? ''] ?? neutral;
}

/** A patient somebody else rings about: the name they are called by, and the sex and age in years as recorded. */
export interface Called {
  readonly name: string;
  readonly sex: string | undefined;
  readonly ageYears: number;
}

/** Years below which nobody is taken to ring for themselves, until they say so. A local choice, awaiting a clinical owner. */
const ringsAlone = 13;

/** Whether somebody of that age is taken to ring for themselves, until it is said. */
export function mayRingAlone({ ageYears }: Pick<Called, 'ageYears'>): boolean {
  return ageYears >= ringsAlone;
}

/** Who rings: as somebody said, else somebody else for a young child. */
export function ringsForOther({
  callerIs,
  forOther,
  ageYears,
}: {
  readonly callerIs: string | null;
  readonly forOther: boolean;
  readonly ageYears: number | undefined;
}): boolean {
  if (callerIs !== null) return callerIs !== 'patient';
  return forOther || (ageYears !== undefined && !mayRingAlone({ ageYears }));
}

const verbs: Readonly<Record<string, string>> = {
  are: 'is',
  do: 'does',
  have: 'has',
  seem: 'seems',
  feel: 'feels',
  need: 'needs',
  say: 'says',
};
const reflexive: Readonly<Record<string, string>> = { she: 'herself', he: 'himself', they: 'themself' };

// "tell them" is whoever answers 999, never the patient.
const spoken =
  /\btell them\b|\b(are|do|have) they\b|\bthey (are|do|have|seem|feel|need|say)\b|\bthemsel(?:ves|f)\b|\btheir\b|\bthem\b|\bthey\b/gi;

/**
 * Says of one person what was written of "them": by name where they are first mentioned, then as she, he or they. Without
 * anybody known the words stay as they are.
 */
export function aboutThem(text: string, called: Called | undefined): string {
  if (called === undefined) return text;
  const who = pronounsFor(called.sex);
  const child = called.ageYears < 18 ? text.replaceAll(/\b(?:the|your|this) child\b(?!’)/gi, 'they') : text;
  const plain = called.ageYears < 2 ? child.replaceAll(/\bthe baby\b/gi, 'they') : child;
  let named = false;
  const said = plain
    .replaceAll(/\bis they\b/gi, 'are they')
    .replaceAll(/\bthey needs\b/gi, 'they need')
    .replaceAll(/\bthey is\b/gi, 'they are')
    .replaceAll(spoken, (found: string, before?: string, after?: string) => {
      if (/^tell/i.test(found)) return found;
      const first = !named;
      named = true;
      const one = first || who.they !== 'they';
      const subject = first ? called.name : who.they;
      const verb = (before ?? after ?? '').toLowerCase();
      if (before !== undefined) return `${one ? (verbs[verb] ?? verb) : verb} ${subject}`;
      if (after !== undefined) return `${subject} ${one ? (verbs[verb] ?? verb) : verb}`;
      const word = found.toLowerCase();
      if (word.startsWith('themsel')) return reflexive[who.they] ?? word;
      if (word === 'their') return first ? `${called.name}’s` : who.their;
      if (word === 'them') return first ? called.name : who.them;
      return subject;
    });
  return said.replace(/^["“]?[a-z]/, (letter) => letter.toUpperCase()).replaceAll(/([.?!] )([a-z])/g, capitalAfter);
}

function capitalAfter(_: string, stop: string, letter: string): string {
  return `${stop}${letter.toUpperCase()}`;
}

/** What to bear in mind where somebody rings about another adult; undefined where nothing needs saying. Advice, never a block. */
export function consentAdvice({
  forOther,
  called,
}: {
  readonly forOther: boolean;
  readonly called: Called | undefined;
}): string | undefined {
  if (!forOther || called === undefined || !mayRingAlone(called)) return undefined;
  const { name, ageYears } = called;
  const who = pronounsFor(called.sex);
  if (ageYears < 16)
    return `${name} is ${ageYears} and may want to speak for ${who.they === 'they' ? 'themself' : (reflexive[who.they] ?? '')}. Ask whether ${who.they} would like to.`;
  return `Listen, write it down and book as usual. Before you tell the caller anything from ${name}’s record, ask to speak to ${name} or see that consent is recorded. In danger, help first.`;
}
