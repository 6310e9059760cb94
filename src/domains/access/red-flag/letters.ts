/**
 * Letters of other scripts that look like Latin ones, in either case: somebody's keyboard, a copied text or a trick puts
 * them among Latin letters. Source: Unicode Technical Standard 39, confusables, the letters of words only.
 */
const alike: readonly (readonly [theirs: string, ours: string])[] = [
  // Cyrillic, small and capital
  ['авеԁһіјкӏмнорԛѕтуүѵԝхьзгпи', 'abedhijklmhopqstyyvwxbzrnu'],
  ['АВСЕԌНІЈКӀМОРԚЅТУҮѴԜХЗ', 'abceghijklmopqstyyvwxz'],
  ['сԍ', 'cg'],
  // Greek, small and capital: a capital Η is an H, a small η an n
  ['αβγεηικνορστυχωϲϳ', 'abyenikvopotuxwcj'],
  ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹ', 'abezhikmnoptyxc'],
  // Armenian, and Latin letters of other alphabets
  ['օոսհցզքյ', 'onuhgqpj'],
  ['ıɑɡɩɪɴʀʏʜʟᴀʙᴄᴅᴇᴊᴋᴍᴏᴘᴛᴜᴠᴡᴢɛɔøłđħŧſ', 'iagiinryhlabcdejkmoptuvwzecoldhts'],
];

const asLatin = new Map(
  alike.flatMap(([theirs, ours]) => [...theirs].map((letter, at) => [letter, [...ours][at] ?? letter] as const)),
);
// Letters in circles and squares are symbols by name, and letters to whoever reads them.
const enclosed = /[\u24b6-\u24e9\u{1f130}-\u{1f149}]/u;
const letter = /\p{L}/u;

/** What one written character is worth: compatibility forms folded, accents dropped, look-alikes of other scripts read as Latin, lower case. */
export function fold(character: string): string {
  if (character < '\u0080') return character.toLowerCase();
  return [...character.normalize('NFKD').replace(/\p{M}/gu, '')]
    .map((one) => asLatin.get(one) ?? one.toLowerCase())
    .join('');
}

/** Whether a character stands for a letter. */
export function isLetterLike(character: string): boolean {
  return letter.test(character) || enclosed.test(character);
}

// Zero-width characters, marks of direction, soft hyphens, combining marks and fillers stand inside words without parting them.
const invisible = /[\p{M}\p{Default_Ignorable_Code_Point}]/u;

/** Whether a character is not seen, and so parts no word. */
export function isInvisible(character: string): boolean {
  return invisible.test(character);
}
