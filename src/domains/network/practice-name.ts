const small = new Set(['and', 'at', 'by', 'for', 'in', 'of', 'on', 'the', 'upon', 'with', 'de', 'le']);
const initials = new Set([
  'GP',
  'NHS',
  'PCN',
  'APMS',
  'GMS',
  'PMS',
  'CIC',
  'UK',
  'II',
  'III',
  'IV',
  'TPP',
  'LLP',
  'HMP',
  'RAF',
  'MC',
  'HC',
]);

/** A published name as people write it: NHS England prints names in capitals. A name with any small letter stays as it is. */
export function practiceName(published: string): string {
  const name = published.trim().replaceAll(/\s+/g, ' ');
  if (/\p{Ll}/u.test(name)) return name;
  return name
    .split(' ')
    .map((word, at) => wordOf(word, at === 0))
    .join(' ');
}

function wordOf(word: string, first: boolean): string {
  const bare = word.replaceAll(/[^\p{L}]/gu, '');
  if (initials.has(bare)) return word;
  if (/^(?:\p{L}\.)+\p{L}?$/u.test(word)) return word;
  if (!first && small.has(word.toLowerCase())) return word.toLowerCase();
  return word
    .toLowerCase()
    .replaceAll(/(^|[^\p{L}'’])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/^(O['’]|Mc)(\p{L})/u, (_, start: string, letter: string) => start + letter.toUpperCase());
}
