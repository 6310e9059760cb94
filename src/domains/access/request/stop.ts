import { aidOf } from '../red-flag/aid/all.ts';
import type { AidLine, AidMatter, ForAges } from '../red-flag/aid/aid.ts';
import type { RedFlagCategory } from '../red-flag/category.ts';
import { actAtDesk, askingAtDesk } from './at-desk.ts';
import { aboutThem, type Called, type Pronouns } from './person.ts';
import { infantYears } from './question.ts';
import { by999, rescueOf, sentFor, type Rescue } from './rescue.ts';

/** What flags make of the screen: the words that replace everything else. */
export interface StopWords {
  readonly heading: string;
  readonly then: string;
  /** What is said aloud, one text of each danger: danger to life first, then how to reach them, then the rest. */
  readonly say: readonly string[];
  /** Who does what now, and what if they cannot; undefined where the call is put through to the doctor. */
  readonly act: { readonly now: string; readonly otherwise: string } | undefined;
  /** What the dangers are called, to staff. */
  readonly names: readonly string[];
  /** What they are called to whoever answers 999. */
  readonly told: readonly string[];
  /** Who is told the facts. */
  readonly tell: string;
  /** What can be done until help comes, by danger: nothing twice, and nothing that a graver danger forbids. */
  readonly advice: readonly { readonly name: string; readonly guessed: boolean; readonly lines: readonly string[] }[];
  readonly needs999: boolean;
  readonly comes: boolean;
  /** Whom 999 is asked to send: "the ambulance". */
  readonly sends: string;
  readonly safeContactFirst: boolean;
}

/** Whom words are said to and about. */
interface Speaking {
  readonly forOther: boolean;
  readonly who: Pronouns;
  readonly called: Called | undefined;
  /** Whom the words speak of, where nobody has been found yet. */
  readonly spokenOf?: 'infant' | 'child' | undefined;
  /** Whether a parent or guardian asks: a baby is then "your baby". */
  readonly byParent?: boolean;
  /** Whether whoever asks stands at the desk: staff ring, and a clinician in the building comes. */
  readonly atDesk?: boolean;
}

interface Raised {
  readonly level: string;
  readonly category: RedFlagCategory;
  /** Mere likeness says that it is a danger, not which. */
  readonly basis?: 'wording' | 'likeness';
}

/** A danger as it is spoken of: the category, and whether it is only a guess which it is. */
interface Danger {
  readonly category: RedFlagCategory;
  readonly guessed: boolean;
}

/** Each danger once, also where it was raised in words and by an answer. */
function dangersOf(raised: readonly Raised[]): Danger[] {
  const known = new Map<RedFlagCategory, boolean>();
  for (const { category, basis } of raised) known.set(category, (known.get(category) ?? true) && basis === 'likeness');
  return [...known].map(([category, guessed]) => ({ category, guessed }));
}

/** What a danger is called, to staff and to whoever answers 999: never more certainly than it is known. */
function calledOf({ category, guessed }: Danger, name: string): string {
  if (!guessed) return name;
  return `Sounds like ${category.name.charAt(0).toLowerCase()}${category.name.slice(1)}`;
}

const ofChildren: ReadonlySet<string> = new Set(['unwell-child', 'infant-fever', 'child-dka']);
/** Years below which a patient is a child here. */
export const grownYears = 18;

type Age = keyof ForAges<unknown>;

/** Whom one danger is about: by the age on the record, else by what was said. */
function ageOf(id: string, { forOther, called, spokenOf }: Speaking): Age {
  const baby = id === 'infant-fever' || (called === undefined && spokenOf === 'infant');
  const ofChild = ofChildren.has(id) ? (baby ? 'infant' : 'child') : undefined;
  if (called === undefined) return ofChild ?? spokenOf ?? (forOther ? 'other' : 'self');
  // A parent may ring on their own record: what only befalls a child is said of a child.
  if (called.ageYears >= grownYears) return ofChild ?? (forOther ? 'other' : 'self');
  if (called.ageYears < infantYears) return 'infant';
  return forOther ? 'child' : 'self';
}

function forAge<T>(ages: ForAges<T>, age: Age): T {
  if (age === 'infant') return ages.infant ?? ages.child ?? ages.other;
  return age === 'child' ? (ages.child ?? ages.other) : ages[age];
}

/** "Your baby" where a parent asks. */
function ofTheirs(text: string, { byParent = false }: Speaking): string {
  if (!byParent) return text;
  return text.replaceAll(
    /\b([Tt])he (baby|child)\b/g,
    (_, t: string, young: string) => `${t === 'T' ? 'Y' : 'y'}our ${young}`,
  );
}

/** The one sentence that asks for help. */
function asking(rescue: Rescue, age: Age, atDesk: boolean): string {
  const self = age === 'self';
  if (atDesk) return askingAtDesk(rescue, self);
  if (by999(rescue)) return self ? 'Please call 999 now.' : 'Please call 999 now and stay with them.';
  return {
    'a-and-e': self ? 'Please go to A&E now, and let somebody else drive.' : 'Please take them to A&E now.',
    maternity: self
      ? 'Please ring your maternity triage line now: it is open day and night.'
      : 'Please ring their maternity triage line now: it is open day and night.',
    chemotherapy: self
      ? 'Please ring your chemotherapy 24-hour line now.'
      : 'Please ring their chemotherapy 24-hour line now.',
    doctor: 'I am putting you through to the duty doctor now.',
  }[rescue];
}

function headingOf(rescue: Rescue, { who: { them } }: Speaking): string {
  return {
    ambulance: `Stop. Get ${them} an ambulance now`,
    police: `Stop. Get ${them} the police now`,
    'ambulance-and-police': `Stop. Get ${them} an ambulance and the police now`,
    'a-and-e': `Stop. Get ${them} to A&E now`,
    maternity: `Stop. Get ${them} the maternity team now`,
    chemotherapy: `Stop. Get ${them} the chemotherapy line now`,
    doctor: 'Stop. The duty doctor must hear this now',
  }[rescue];
}

/** What stands below the heading. */
function thenOf(rescue: Rescue): string {
  if (rescue === 'doctor') return 'The offers are put away and nothing is booked until a clinician says what to do.';
  const nothing = 'No appointment will do. The offers are put away and nothing is booked.';
  return rescue === 'police'
    ? `Ask for an ambulance as well if anyone is hurt, or was held by the neck. ${nothing}`
    : nothing;
}

const tells: Readonly<Record<Rescue, string>> = {
  ambulance: 'Tell 999',
  police: 'Tell 999',
  'ambulance-and-police': 'Tell 999',
  'a-and-e': 'Tell A&E',
  maternity: 'Tell the maternity line',
  chemotherapy: 'Tell the chemotherapy line',
  doctor: 'Tell the doctor',
};

function actOf(rescue: Rescue, { forOther, who, called, spokenOf, atDesk }: Speaking): StopWords['act'] {
  if (atDesk) return actAtDesk(rescue, who);
  const byCaller = forOther || (called === undefined ? spokenOf !== undefined : called.ageYears < infantYears);
  const they = byCaller ? 'the caller' : who.they;
  const s = they === 'they' ? '' : 's';
  const does = (rest: string): string => `${they.charAt(0).toUpperCase()}${they.slice(1)} ${rest}`;
  const yourself = 'ring 999 yourself on another line.';
  switch (rescue) {
    case 'ambulance':
    case 'police':
    case 'ambulance-and-police':
      return { now: does(`ring${s} 999 now`), otherwise: `If ${they} cannot, ${yourself}` };
    case 'a-and-e':
      return {
        now: byCaller ? does(`takes ${who.them} to A&E now`) : does(`go${they === 'they' ? '' : 'es'} to A&E now`),
        otherwise: `If nobody can drive, or it gets worse, ${yourself}`,
      };
    case 'maternity':
      return {
        now: does(`ring${s} the maternity triage line now`),
        otherwise: `No answer, heavy bleeding, severe pain or a fit: ${yourself}`,
      };
    case 'chemotherapy':
      return {
        now: does(`ring${s} the chemotherapy 24-hour line now`),
        otherwise: `No answer at once, shivering, confusion or fainting: ${yourself}`,
      };
    case 'doctor':
      return undefined;
  }
}

/**
 * The sentences of a text that no text before it has said; those that ask for 999 only where no ambulance is asked for
 * already, and nothing of a silent call to somebody who stands at the desk.
 */
function unsaid(text: string, said: Set<string>, { has999, atDesk }: { has999: boolean; atDesk: boolean }): string {
  const sentences = text
    .split(/(?<=[.?!]) /)
    .filter((sentence) => !said.has(sentence) && !(has999 && /\bcall 999\b/.test(sentence)))
    .filter((sentence) => has999 || !/\bto 999\b/.test(sentence))
    .filter((sentence) => !(atDesk && sentence.includes('55 on a mobile')));
  for (const sentence of sentences) said.add(sentence);
  return sentences.join(' ');
}

/** What is said where it is not known which danger it is. */
const whateverItIs = 'What you tell me could be serious, and must be looked at now.';

/** What is said of each danger. Help is asked for once: first of all where it is not the doctor here. */
function saidOf(dangers: readonly Danger[], rescue: Rescue, speaking: Speaking): StopWords['say'] {
  const said = new Set<string>();
  const has999 = by999(rescue);
  return dangers.flatMap(({ category: { id }, guessed }, at) => {
    const age = ageOf(id, speaking);
    const why = unsaid(guessed ? whateverItIs : forAge(aidOf(id).say, age), said, {
      has999,
      atDesk: speaking.atDesk ?? false,
    });
    const help = at === 0 ? asking(rescue, age, speaking.atDesk ?? false) : '';
    const text = (rescue === 'doctor' ? [why, help] : [help, why]).filter((part) => part !== '').join(' ');
    // What is said of a child is never said of a grown patient whose call it is.
    const grown = (speaking.called?.ageYears ?? 0) >= grownYears;
    const called = ofChildren.has(id) && grown ? undefined : speaking.called;
    const words = age === 'self' ? text : aboutThem(ofTheirs(text, speaking), called);
    return words === '' ? [] : [words];
  });
}

/** Of each matter on which dangers could speak against each other only the line that weighs most is said. */
function adviceOf(dangers: readonly Danger[], rescue: Rescue, speaking: Speaking): StopWords['advice'] {
  const all = dangers.map((danger) => ({
    name: calledOf(danger, danger.category.name),
    guessed: danger.guessed,
    lines: forAge(aidOf(danger.category.id).until, ageOf(danger.category.id, speaking))
      .filter((line) => !by999(rescue) || !line.without999)
      .filter((line) => !speaking.atDesk || !line.atHome),
  }));
  const heaviest = new Map<AidMatter, AidLine>();
  // Whoever is asked to stay with them is not asked to leave them alone.
  const stays = by999(rescue) && dangers[0] !== undefined && ageOf(dangers[0].category.id, speaking) !== 'self';
  if (stays) heaviest.set('company', { text: '', weighs: 1 });
  for (const line of all.flatMap(({ lines }) => lines)) {
    const before = line.about && heaviest.get(line.about);
    if (line.about && (before === undefined || (line.weighs ?? 0) < (before.weighs ?? 0)))
      heaviest.set(line.about, line);
  }
  const given = new Set<string>();
  return all.flatMap(({ name, guessed, lines }) => {
    const own = lines
      .filter((line) => line.about === undefined || heaviest.get(line.about)?.text === line.text)
      .map(({ text }) => ofTheirs(text, speaking))
      .filter((text) => !given.has(text));
    for (const text of own) given.add(text);
    return own.length === 0 ? [] : [{ name, guessed, lines: own }];
  });
}

/** Danger to life first, then whom nobody may reach unasked, then the rest; otherwise as they were given. */
function inOrder(raised: readonly Raised[]): readonly Raised[] {
  const place = ({ level, category }: Raised): number => (level === '999' ? 0 : category.safeContactFirst ? 1 : 2);
  return raised.toSorted((one, other) => place(one) - place(other));
}

/** What the stop screen says of flags given gravest first: danger to life comes before everything, and nothing says against it. */
export function stopWords(flags: readonly Raised[], speaking: Speaking): StopWords | undefined {
  if (flags.length === 0) return undefined;
  const raised = inOrder(flags);
  const rescue = rescueOf(raised);
  const dangers = dangersOf(raised);
  const needs999 = rescue !== 'doctor';
  return {
    heading: headingOf(rescue, speaking),
    then: thenOf(rescue),
    say: saidOf(dangers, rescue, speaking),
    act: actOf(rescue, speaking),
    names: dangers.map((danger) => calledOf(danger, danger.category.name)),
    told: dangers.map((danger) => calledOf(danger, danger.category.told ?? danger.category.name)),
    tell: tells[rescue],
    advice: adviceOf(dangers, rescue, speaking),
    needs999,
    comes: by999(rescue),
    sends: sentFor(rescue),
    safeContactFirst: dangers.some(({ category }) => category.safeContactFirst),
  };
}

/** What is said aloud of one danger by itself, to a grown-up about themself: for the list that is gone through by ear. */
export function saidAlone(category: RedFlagCategory): string {
  const speaking = {
    forOther: false,
    who: { they: 'they', them: 'them', their: 'their', itIs: '', has: 'have' },
    called: undefined,
  };
  return saidOf([{ category, guessed: false }], rescueOf([{ level: category.level, category }]), speaking).join(' ');
}
