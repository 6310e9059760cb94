import type { Sink } from './output.ts';

/** How a long piece of work tells how far it is. */
export interface Progress {
  /** Says what is being done now. */
  step(text: string): void;
  /** Says how much of it is done; `total` is undefined when nobody can know. */
  update(done: number, total: number | undefined, what: string): void;
}

/** Milliseconds between two lines where nobody watches a screen, and between two redrawings where somebody does. */
const PACE = { log: 5000, screen: 100 };

/**
 * Progress on a stream: on a terminal one line that is redrawn, elsewhere (a log, a pipe) a line every five seconds at
 * most. `now` is a clock in milliseconds.
 */
export function progressTo(stream: Sink, now: () => number): Progress & { end(): void } {
  const screen = stream.isTTY === true;
  let drawn = 0;
  let last = -Infinity;
  const clear = () => {
    if (drawn > 0) stream.write(`\r${' '.repeat(drawn)}\r`);
    drawn = 0;
  };
  return {
    step(text) {
      clear();
      stream.write(`${text}\n`);
    },
    update(done, total, what) {
      const finished = done === total;
      if (!finished && now() - last < (screen ? PACE.screen : PACE.log)) return;
      last = now();
      const text = describe(done, total, what);
      clear();
      if (screen && !finished) {
        stream.write(text);
        drawn = text.length;
      } else {
        stream.write(`${text}\n`);
      }
    },
    end: clear,
  };
}

function describe(done: number, total: number | undefined, what: string): string {
  const count = done.toLocaleString('en-GB');
  if (total === undefined || total <= 0) return `  ${count} ${what}`;
  const share = Math.min(1, done / total);
  const bar = '#'.repeat(Math.round(share * 20)).padEnd(20, '.');
  return `  [${bar}] ${Math.floor(share * 100)} %  ${count} of ${total.toLocaleString('en-GB')} ${what}`;
}
