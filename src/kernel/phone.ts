/** A telephone number in international form (E.164), read as British where no country is given; null if it is none. */
export function parsePhone(text: string): string | null {
  const compact = text.replaceAll(/[\s().-]/g, '').replace(/^00/, '+');
  if (/^\+[1-9]\d{6,14}$/.test(compact)) return compact.replace(/^\+440/, '+44');
  return /^0\d{9,10}$/.test(compact) ? `+44${compact.slice(1)}` : null;
}

/** The codes of five figures (after the 0) that stand within those of four: Ofcom, The National Telephone Numbering Plan. */
const fiveFigureCodes = '13873|15242|1539[456]|1697[347]|1768[347]|19467';

/** How long a code is by how a number begins, after the 0; and the groups it is read in; the first that fits decides. */
const groupings: readonly (readonly [RegExp, RegExp])[] = [
  [/^[25]/, /^(\d{2})(\d{4})(\d+)$/],
  [/^(?:11\d|1\d1|[389]\d\d)\d{7}$/, /^(\d{3})(\d{3})(\d+)$/],
  [/^[389]/, /^(\d{3})(\d+)$/],
  [new RegExp(`^(?:${fiveFigureCodes})`), /^(\d{5})(\d+)$/],
  [/^/, /^(\d{4})(\d+)$/],
];

/** As people in Britain dial it, in the groups they read it aloud in. */
export function showPhone(number: string): string {
  if (!number.startsWith('+44')) return number;
  const national = number.slice(3);
  const groups = groupings.find(([begins]) => begins.test(national))?.[1].exec(national);
  return `0${groups?.slice(1).join(' ') ?? national}`;
}
