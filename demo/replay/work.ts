import type { Arrival } from './day.ts';

/** A patient of the demonstration as far as the caller knows who they are. */
export interface Patient {
  readonly id: string;
  readonly practiceId: string;
  readonly nhsNumber: string;
  readonly birthDate: string;
  readonly age: number;
  readonly female: boolean;
}

/** How a navigator's part of a request ended. */
export type Ending = 'booked' | 'overflow' | 'ended' | 'listed' | 'unmet' | 'red flag' | 'fault';

/** One contact of the replayed day and what has become of it; minutes are of the simulated clock. */
export interface Work {
  readonly arrival: Arrival;
  readonly patient: Patient;
  readonly words: string;
  /** The request in the app, once there is one. */
  id: string | undefined;
  takenAt: number | undefined;
  /** Minutes its pages took a navigator, every time it was taken. */
  servedMinutes: number | undefined;
  ending: Ending | undefined;
  flaggedAt: number | undefined;
  flagClosedAt: number | undefined;
  fault: string | undefined;
}

/** What waits for a navigator, first come first served; whoever asks while nothing waits is told when something does. */
export interface Queue {
  put(work: Work): void;
  /** The first that this navigator may take; undefined once the day is over and nothing is left to come. */
  take(serves: (work: Work) => boolean): Promise<Work | undefined>;
  close(): void;
  length(): number;
}

/** An empty queue. */
export function newQueue(): Queue {
  const waiting: Work[] = [];
  let wake: (() => void)[] = [];
  let closed = false;
  const wakeAll = (): void => {
    for (const one of wake.splice(0)) one();
    wake = [];
  };
  return {
    put(work) {
      waiting.push(work);
      wakeAll();
    },
    async take(serves) {
      for (;;) {
        const at = waiting.findIndex(serves);
        if (at >= 0) return waiting.splice(at, 1)[0];
        if (closed) return undefined;
        await new Promise<void>((resolve) => wake.push(resolve));
      }
    },
    close() {
      closed = true;
      wakeAll();
    },
    length: () => waiting.length,
  };
}
