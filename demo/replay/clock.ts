import { setTimeout as sleep } from 'node:timers/promises';

/** The simulated clock: minutes after midnight, running a number of times faster than a real one. */
export interface Clock {
  readonly rate: number;
  now(): number;
  /** Waits until that minute has come; gives up at once when `stop` says so. */
  until(minute: number, stop?: AbortSignal): Promise<void>;
}

/** A clock that stands at `from` as it is made. */
export function clockFrom(from: number, rate: number): Clock {
  const began = performance.now();
  const now = (): number => from + ((performance.now() - began) / 60_000) * rate;
  return {
    rate,
    now,
    async until(minute, stop) {
      const ms = ((minute - now()) / rate) * 60_000;
      if (ms > 0) await sleep(ms, undefined, stop ? { signal: stop } : {}).catch(() => undefined);
    },
  };
}

/** A minute after midnight as a clock shows it. */
export function clockText(minute: number): string {
  const whole = Math.floor(minute);
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`;
}
