/** How far away a moment is, as people say it: "25 min", "5½ hours", "3 days". Takes seconds, unsigned. */
export function spanWords(seconds: number): string;
/** "in 25 min", "22 min ago" or "now". Takes seconds from now, negative in the past. */
export function relativeWords(secondsFromNow: number, now: number): string;
/** How long something has gone on, to the second below an hour: "1 min 14", "48 s". Takes seconds. */
export function elapsedWords(seconds: number): string;
