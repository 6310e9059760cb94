/** What one kind of test or one check came to. */
export interface Tally {
  readonly name: string;
  passed: number;
  failed: number;
  skipped: number;
  milliseconds: number;
}

/** An empty tally to count into. */
export function tally(name: string): Tally {
  return { name, passed: 0, failed: 0, skipped: 0, milliseconds: 0 };
}

/** Milliseconds as people read them: `0.4 s`, `1 min 12 s`. */
export function readable(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** A heading that can be found when scrolling through a long log. */
export function heading(text: string): void {
  console.log(`\n── ${text} ${'─'.repeat(Math.max(3, 96 - text.length))}`);
}

/** The table of all tallies, then the one line that sums them, alone and last. Returns whether nothing failed. */
export function conclude(tallies: readonly Tally[], startedAt: number): boolean {
  const sum = tally('all');
  heading('Result');
  console.log(`${'kind'.padEnd(16)}${'passed'.padStart(8)}${'failed'.padStart(8)}${'skipped'.padStart(9)}      time`);
  for (const each of tallies) {
    sum.passed += each.passed;
    sum.failed += each.failed;
    sum.skipped += each.skipped;
    console.log(row(each));
  }
  console.log(row({ ...sum, milliseconds: performance.now() - startedAt }));
  const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : '';
  console.log(`\n${sum.passed} passed, ${sum.failed} failed${skipped}`);
  return sum.failed === 0 && sum.passed > 0;
}

function row({ name, passed, failed, skipped, milliseconds }: Tally): string {
  const mark = failed > 0 ? ' ✖' : '';
  const counts = `${String(passed).padStart(8)}${String(failed).padStart(8)}${String(skipped).padStart(9)}`;
  return `${name.padEnd(16)}${counts}${readable(milliseconds).padStart(10)}${mark}`;
}
