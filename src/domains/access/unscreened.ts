import { isStrange } from './red-flag/known-words.ts';
import { hasLettersApart } from './red-flag/text.ts';

/** Why the screening may be deaf to what was said: another language or script, words it does not know, or letters that stand apart. */
export type Unscreened =
  | { readonly kind: 'script' }
  | { readonly kind: 'language'; readonly language: string | null }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'apart' };

/** What was written, and what the record says of the patient's language; null where nobody is known. */
export interface Heard {
  readonly texts: readonly string[];
  readonly patient: { readonly language: string; readonly needs: readonly { readonly code: string }[] } | undefined;
}

/** Needs that mean that somebody else puts the patient's words into English. */
const throughOthers: ReadonlySet<string> = new Set(['interpreter', 'bsl']);

// One letter alone is a beta blocker or a unit; two are a word, or the name of one.
const otherScript = /(?:[\p{L}--\p{Script=Latin}]\p{M}*){2,}/v;

/**
 * Why words are not screened, or may be misread; undefined where they are plain English as far as can be told. Only English
 * is screened, so silence of the screen means nothing here, and whoever listens is told so.
 */
export function unscreened({ texts, patient }: Heard): Unscreened | undefined {
  if (texts.some((text) => otherScript.test(text))) return { kind: 'script' };
  if (patient !== undefined && patient.language !== 'en') return { kind: 'language', language: patient.language };
  if (patient?.needs.some(({ code }) => throughOthers.has(code))) return { kind: 'language', language: null };
  if (texts.some(hasLettersApart)) return { kind: 'apart' };
  return texts.some(isStrange) ? { kind: 'unknown' } : undefined;
}

/** What the navigator is told of it, before the link to the list: what is not heard, and what to do. */
export function unscreenedWords(why: Unscreened, languageOf: (code: string) => string): string {
  if (why.kind === 'script')
    return 'Words in another script are not screened: only English is. Have them put into English and write that down.';
  if (why.kind === 'unknown')
    return 'Many of these words are unknown to the screening: only English is screened. If they are another language, have them put into English and write that down.';
  if (why.kind === 'apart')
    return 'Letters stand apart in these words. They were read together and may have been misread: write them as words.';
  const spoken = why.language === null ? 'an interpreter is needed' : `the language is ${languageOf(why.language)}`;
  return `Only English is screened, and ${spoken}: what is not written here in English is not screened.`;
}
