const matchWords: Readonly<Record<string, string>> = {
  nhs_number: 'NHS number',
  name: 'name',
  birth_date: 'birth date',
  phone: 'telephone number',
  address: 'address',
};

/** "Caller’s number and birth date match". */
export function matchedWords(matched: readonly string[]): string {
  const words = matched.map((one) => matchWords[one] ?? one);
  if (words.length === 0) return 'Nothing checked yet';
  const list = words.length === 1 ? words[0] : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
  const text = `${list ?? ''} ${words.length === 1 ? 'matches' : 'match'}`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const modeNames: Readonly<Record<string, string>> = {
  face_to_face: 'face to face',
  telephone: 'by telephone',
  video: 'by video',
  home_visit: 'at home',
};

/** "face to face", "by telephone". */
export function modeWords(mode: string): string {
  return modeNames[mode] ?? mode;
}

/** "Polish" for "pl"; the code itself where the language has no name. */
export function languageWords(code: string): string {
  return new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'code' }).of(code) ?? code;
}

/** "3rd", "21st": which time it is. */
export function ordinal(n: number): string {
  const ending = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' };
  return `${n}${ending[new Intl.PluralRules('en-GB', { type: 'ordinal' }).select(n)]}`;
}
