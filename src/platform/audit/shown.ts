/** The header by which a page that refreshes itself says so; whoever opens a page does not send it. */
export const refreshHeader = 'sp-refresh';

/** For how long a refresh adds no further event of what its page has shown already. */
const minutes = 15;

/** A line of the audit, as far as it matters here. */
export interface Line {
  readonly kind: 'read' | 'act';
  readonly class: string | null;
  readonly practice_id: string | null;
  readonly subject_id: string | null;
}

/** Whose page it is, and whether it was opened by somebody or refreshed itself. */
export interface Page {
  readonly session: string;
  readonly role: string | null;
  readonly action: string;
  readonly refresh: boolean;
}

/** One request's part in what its page has shown. */
export interface Shown {
  /** The lines to be recorded: all of them, but of a refresh not the reads its page recorded in the last minutes. */
  toRecord<L extends Line>(lines: readonly L[]): L[];
  /** Remembers what stands in the audit; to be called when it has been committed, and not before. */
  recorded(lines: readonly Line[]): void;
}

/**
 * What the pages of an app's sessions have shown, so that a page that refreshes itself is one read of each patient every
 * fifteen minutes and not one for each refresh. Whoever or whatever is shown for the first time is always recorded, and so
 * is each opening of a page by its person. Kept in memory: a restart, or another process, records once more, never less.
 */
export function readsShown(now: () => Temporal.Instant): (page: Page) => Shown {
  const since = new Map<string, number>();
  const oldest = (): number => now().epochMilliseconds - minutes * 60_000;
  let tidied = oldest();
  return ({ session, role, action, refresh }) => {
    const keyOf = (line: Line): string =>
      JSON.stringify([session, role, action, line.class, line.practice_id, line.subject_id]);
    return {
      toRecord: (lines) =>
        refresh
          ? lines.filter((line) => line.kind !== 'read' || (since.get(keyOf(line)) ?? -Infinity) <= oldest())
          : [...lines],
      recorded(lines) {
        const limit = oldest();
        // Looked through no more often than the entries live.
        if (tidied <= limit - minutes * 60_000) {
          for (const [key, at] of since) if (at <= limit) since.delete(key);
          tidied = limit;
        }
        for (const line of lines) if (line.kind === 'read') since.set(keyOf(line), now().epochMilliseconds);
      },
    };
  };
}
