import { parseDay } from '#kernel/date.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { Opening } from './offer/opening.ts';

/** What may be done with routine need when no place is left in time, with the words for it. */
export const fullnessSteps = {
  next_practice: 'Another practice of the hub',
  hub: 'The hub’s own sessions',
  group: 'Anywhere else in the group',
  waiting_list: 'The waiting list, with a promised date',
  signpost: 'Another service: self-care, a pharmacy, another provider',
} as const;
export type FullnessStep = keyof typeof fullnessSteps;

/** Whether a text is one of the steps. */
export function isFullnessStep(text: string): text is FullnessStep {
  return Object.hasOwn(fullnessSteps, text);
}

/** A policy as far as deciding a step needs it. */
export interface FullnessPolicy {
  readonly steps: readonly FullnessStep[];
  /** Working days within which somebody on the waiting list is promised a time. */
  readonly promiseDays: number;
  /** Minutes within which a freed place is offered before it goes to the next. */
  readonly offerMinutes: number;
}

/** Where a place is, as seen from the patient's own practice. */
type Where = 'own' | 'next_practice' | 'hub' | 'group';

function whereOf({ ownPractice, session }: Opening): Where {
  if (session.kind === 'hub') return 'hub';
  if (ownPractice) return 'own';
  return session.inHub === true ? 'next_practice' : 'group';
}

/** One step of a policy for one request: how many places in time it opens, where it is about places. */
export interface StepOpen {
  readonly step: FullnessStep;
  /** Places in time; null for a step that always opens. */
  readonly places: number | null;
  /** The first of them. */
  readonly first: Opening | undefined;
  readonly next: boolean;
}

/** The policy's steps for a request, in its order; the first that opens is the next one. */
export function stepsFor({ steps }: Pick<FullnessPolicy, 'steps'>, places: readonly Opening[]): StepOpen[] {
  const inTime = Map.groupBy(
    places.filter((opening) => opening.inTime),
    whereOf,
  );
  const open = steps.map((step) => {
    if (step === 'waiting_list' || step === 'signpost') return { step, places: null, first: undefined };
    const found = inTime.get(step) ?? [];
    return { step, places: found.length, first: found[0] };
  });
  const next = open.findIndex((one) => one.places !== 0);
  return open.map((one, at) => ({ ...one, next: at === next }));
}

/** Whether a place at the patient's own practice is still free in time: then the policy has nothing to say. */
export function ownPlaceInTime(places: readonly Opening[]): boolean {
  return places.some((opening) => opening.inTime && whereOf(opening) === 'own');
}

/**
 * What is to be done with one request when nothing will do. Urgent need and red flags never come under a policy: the duty
 * clinician decides, beyond the limit if need be.
 */
export function advisedStep(
  policy: Pick<FullnessPolicy, 'steps'> | undefined,
  { urgent, places }: { urgent: boolean; places: readonly Opening[] },
): FullnessStep | 'duty' | undefined {
  if (urgent) return 'duty';
  if (policy === undefined || ownPlaceInTime(places)) return undefined;
  return stepsFor(policy, places).find(({ next }) => next)?.step;
}

/** A proposal as a form gives it: a step's place in the order, 1 first; empty leaves it out. */
export interface PolicyFields {
  readonly order: Readonly<Partial<Record<FullnessStep, string>>>;
  readonly promiseDays: string;
  readonly offerMinutes: string;
  readonly from: string;
  readonly source: string;
}

/** What is wrong with a proposal, field by field. */
export interface PolicyFault {
  readonly field: string;
  readonly text: string;
}

/** A proposal that can be kept. */
export interface PolicyPlan extends FullnessPolicy {
  readonly from: Temporal.PlainDate;
  readonly source: string;
}

/** Reads a proposal: the steps by their places, always with a waiting list, from today or a later day, with its source. */
export function readPolicy(fields: PolicyFields, today: Temporal.PlainDate): Result<PolicyPlan, PolicyFault[]> {
  const faults: PolicyFault[] = [];
  const fault = (field: string, text: string): void => void faults.push({ field, text });
  const placed = Object.entries(fields.order).filter(([, place]) => place.trim() !== '');
  const places = placed.map(([, place]) => Number(place));
  if (places.some((place) => !Number.isInteger(place) || place < 1 || place > 9))
    fault('order-next_practice', 'Give each step its place as a number, 1 first, or leave it empty');
  else if (new Set(places).size < places.length) fault('order-next_practice', 'Two steps have the same place');
  const steps = placed
    .toSorted(([, left], [, right]) => Number(left) - Number(right))
    .map(([step]) => step)
    .filter(isFullnessStep);
  if (!steps.includes('waiting_list'))
    fault('order-waiting_list', 'Give the waiting list a place: nobody is left without one');
  const promiseDays = whole(fields.promiseDays, 1, 60);
  if (promiseDays === undefined) fault('promiseDays', 'Give the working days, from 1 to 60');
  const offerMinutes = whole(fields.offerMinutes, 15, 1440);
  if (offerMinutes === undefined) fault('offerMinutes', 'Give the minutes, from 15 to 1440');
  const from = parseDay(fields.from);
  if (from === null) fault('from', 'Give the day it begins, like 30 11 2026');
  else if (Temporal.PlainDate.compare(from, today) < 0)
    fault('from', 'It begins today or later: the past stays as it was');
  const source = fields.source.trim();
  if (source === '') fault('source', 'Say where it comes from and who decided it');
  if (faults.length > 0 || from === null || promiseDays === undefined || offerMinutes === undefined) return err(faults);
  return ok({ steps, promiseDays, offerMinutes, from, source });
}

function whole(text: string, least: number, most: number): number | undefined {
  const value = /^\s*\d{1,4}\s*$/.test(text) ? Number(text) : NaN;
  return value >= least && value <= most ? value : undefined;
}
