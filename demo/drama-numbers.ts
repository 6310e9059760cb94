/**
 * Numbers that Ofcom keeps for drama: dialled, they reach nobody. There are only so many, so that families of different
 * practices share one; within a practice each family has its own.
 */
const prefixes = [
  '447700900', '441632960', '441134960', '441144960', '441154960', '441164960', '441174960', '441184960', '441214960', '441314960',
  '441414960', '441514960', '441614960', '442079460', '441914980', '442896496', '442920180',
] as const; // prettier-ignore

/** How many there are. */
export const DRAMA_NUMBERS = prefixes.length * 1000;

/** One of them, in international form. */
export function dramaNumber(index: number): string {
  return `+${prefixes[Math.floor(index / 1000)] ?? prefixes[0]}${String(index % 1000).padStart(3, '0')}`;
}
