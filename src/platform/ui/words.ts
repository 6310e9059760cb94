const formats = new Map<number, Intl.NumberFormat>();

const format = (decimals: number): Intl.NumberFormat => {
  const known = formats.get(decimals);
  if (known) return known;
  const made = new Intl.NumberFormat('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  formats.set(decimals, made);
  return made;
};

/** "11,204", or with decimals "22.4"; a true minus sign for negatives. */
export function numberWords(value: number | bigint, decimals = 0): string {
  const words = format(decimals).format(value).replace('-', '−');
  return /^−[0.,]+$/.test(words) ? words.slice(1) : words;
}

/** "78%" from the fraction 0.78. */
export function percentWords(fraction: number, decimals = 0): string {
  return `${numberWords(fraction * 100, decimals)}%`;
}

/** Whole pounds without pence, else both: 41230000 gives "£412,300", 987050 gives "£9,870.50". Takes integer pence. */
export function poundsWords(pence: number | bigint): string {
  const all = BigInt(pence);
  const size = all < 0n ? -all : all;
  const rest = size % 100n;
  const pounds = numberWords(size / 100n);
  return `${all < 0n ? '−' : ''}£${pounds}${rest === 0n ? '' : `.${String(rest).padStart(2, '0')}`}`;
}

/** "1 practice", "35 practices", "2 people": the count with its noun. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${numberWords(count)} ${count === 1 ? one : many}`;
}

/** "4th", "21st", "112th". */
export function ordinal(n: number): string {
  const tens = n % 100;
  const ending = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${numberWords(n)}${ending}`;
}

/** "Elm Street, Mill Lane and Quayside". */
export function listWords(items: readonly string[], last = 'and'): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1) ?? ''}`;
}

/** "999 041 2782": an NHS number in the spacing people read aloud. */
export function nhsNumberWords(digits: string): string {
  return digits.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3');
}

/** First letter raised: "Today 14:40" at the start of a line. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
