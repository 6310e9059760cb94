import type { Browser, Page } from './browser.ts';
import type { Clock } from './clock.ts';
import type { Work } from './work.ts';

/** What clinicians did. */
export interface Clinical {
  acknowledged: number;
  closed: number;
  started: number;
  finished: number;
  handedBack: number;
}

/** What a clinician looks after: this day's red flags, and their own list. */
export interface Looking {
  readonly clock: Clock;
  readonly did: Clinical;
  /** The works whose red flag is still open, looked up by their words: the page names no request. */
  readonly flagged: Set<Work>;
  /** Told that a flag was closed and its request waits again. */
  readonly back: (work: Work) => void;
}

/** Minutes of the simulated clock that a visit lasts here, at the least. */
const visitMinutes = 10;

/** Answers every red flag of the replayed day that is put up, and starts and finishes the visits whose time has come. */
export function clinician(doctor: Browser): (looking: Looking) => Promise<void> {
  const begun = new Map<string, number>();
  return async (looking) => {
    await answerFlags(doctor, looking);
    await seePatients(doctor, looking, begun);
  };
}

async function answerFlags(doctor: Browser, { clock, did, flagged, back }: Looking): Promise<void> {
  if (flagged.size === 0) return;
  const page = await doctor.open('/red-flags');
  for (const article of page.document.querySelectorAll('article.flag')) {
    const words = article.querySelector('.flag__words')?.textContent ?? '';
    const work = [...flagged].find((one) => words.includes(one.words));
    const close = article.querySelector('form[action$="/close"]')?.getAttribute('action');
    if (work === undefined || close === undefined || close === null) continue;
    flagged.delete(work);
    const seen = `form[action="${close.replace(/close$/, 'acknowledge')}"]`;
    if (page.document.querySelector(seen)) {
      await doctor.send(page, seen);
      did.acknowledged += 1;
    }
    await doctor.send(page, `form[action="${close}"]`, {
      note: work.arrival.red ? 'Rang, and sent an ambulance (replayed day)' : 'Rang: no danger now (replayed day)',
      danger: work.arrival.red ? 'yes' : 'no',
      next: work.arrival.red ? 'ended' : 'waiting',
    });
    did.closed += 1;
    work.flagClosedAt = clock.now();
    if (work.arrival.red) work.ending = 'ended';
    else back(work);
  }
}

async function seePatients(doctor: Browser, { clock, did }: Looking, begun: Map<string, number>): Promise<void> {
  const page = await doctor.open('/my-day');
  for (const { path, step, due } of stepsOn(page)) {
    if (step === 'started' && due) {
      await doctor.send(page, `form[action="${path}"]:has(input[value="started"])`);
      begun.set(path, clock.now());
      did.started += 1;
    } else if (step === 'finished' && clock.now() - (begun.get(path) ?? -Infinity) >= visitMinutes) {
      await doctor.send(page, `form[action="${path}"]:has(input[value="finished"])`);
      did.finished += 1;
    } else if (step === 'hand back' && clock.now() - (begun.get(progressOf(path)) ?? -Infinity) >= visitMinutes) {
      const writing = await doctor.open(path);
      if (!writing.document.querySelector('form.parts')) continue;
      await doctor.send(writing, 'form.parts', { done: 'Seen and advised (replayed day)', outcome: 'nothing' });
      did.handedBack += 1;
    }
    // One at a time: a clinician has one patient with them.
    return;
  }
}

const progressOf = (handBack: string): string => handBack.replace(/hand-back$/, 'progress');

/** What the list offers to do next, and whether its time has come by the real clock. */
function stepsOn(page: Page): { path: string; step: 'started' | 'finished' | 'hand back'; due: boolean }[] {
  const row = page.document.querySelector('tr.day__next');
  if (!row) return [];
  const due = (row.querySelector('th')?.textContent.trim() ?? '') <= londonClock();
  const handBack = row.querySelector('td.r > a[href$="/hand-back"]')?.getAttribute('href');
  if (handBack) return [{ path: handBack, step: 'hand back', due }];
  for (const step of ['finished', 'started'] as const) {
    const form = row.querySelector(`td.r > form:has(input[name=step][value="${step}"])`);
    if (form) return [{ path: form.getAttribute('action') ?? '', step, due }];
  }
  return [];
}

function londonClock(): string {
  return Temporal.Now.plainTimeISO('Europe/London').toString({ smallestUnit: 'minute' });
}
