/** Answers that many people ask for at once and that are good for a while: each is worked out once for all of them. */
export interface ForAWhile<T> {
  /** The answer of a key: the one that is known, else what `work` comes to. Who asks meanwhile waits for the same; a failure is not kept. */
  of(key: string, work: () => Promise<T>): Promise<T>;
  /** From here on the key is worked out anew. */
  forget(key: string): void;
}

/** Keeps answers in memory for `seconds` from when their work began. Nothing in them may depend on who asks but by the key. */
export function forAWhile<T>(seconds: number, now: () => Temporal.Instant): ForAWhile<T> {
  const kept = new Map<string, { readonly until: Temporal.Instant; readonly answer: Promise<T> }>();
  return {
    of(key, work) {
      const known = kept.get(key);
      const at = now();
      if (known !== undefined && Temporal.Instant.compare(at, known.until) < 0) return known.answer;
      const mine = { until: at.add({ seconds }), answer: work() };
      kept.set(key, mine);
      mine.answer.catch(() => {
        if (kept.get(key) === mine) kept.delete(key);
      });
      return mine.answer;
    },
    forget(key) {
      kept.delete(key);
    },
  };
}
