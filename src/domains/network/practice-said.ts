import { err, ok, type Result } from '#kernel/result.ts';

/** When a practice is open, by weekday (1 is Monday): from and to as clock times. */
export type Hours = Readonly<Record<string, readonly [string, string]>>;

const clock = '([01]\\d|2[0-3]):([0-5]\\d)';
const written = new RegExp(`^([1-7])(?:-([1-7]))?=(${clock})-(${clock})$`);

/** Reads opening times as they are written, "1-5=08:00-18:30"; the first that cannot be read is answered as it stands. */
export function hoursSaid(texts: readonly string[]): Result<Hours, string> {
  const hours: Record<string, readonly [string, string]> = {};
  for (const text of texts) {
    const [, first, last = first, from = '', , , to = ''] = written.exec(text.trim()) ?? [];
    if (first === undefined || Number(last) < Number(first) || from >= to) return err(text);
    for (let day = Number(first); day <= Number(last); day += 1) hours[String(day)] = [from, to];
  }
  return ok(hours);
}
