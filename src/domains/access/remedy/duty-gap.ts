import { uncovered, type DutyAt, type Stretch } from '../duty-form.ts';

/** A practice as its duty is looked at. */
interface Practice {
  readonly id: string;
  readonly name: string;
  readonly hubId: string | null;
}

/** Hours of a practice in which nobody of any level is on duty. */
export interface DutyGap extends Stretch {
  readonly practice: Practice;
}

/** The hours of a stretch in which a danger at a practice would reach no duty clinician of any level. */
export function gapsOf<P extends Omit<Practice, 'name'>>(
  practice: P,
  hours: Stretch,
  duties: readonly (DutyAt & Stretch)[],
): (Stretch & { readonly practice: P })[] {
  const answering = duties.filter(
    ({ level, practiceId, hubId }) =>
      level === 'group' || practiceId === practice.id || (hubId !== null && hubId === practice.hubId),
  );
  return uncovered(hours, answering).map((gap) => ({ ...gap, practice }));
}

/** A session in which its clinician could be on duty as well. */
export interface WorksThen extends Stretch {
  readonly clinicianId: string;
  readonly name: string;
  readonly practiceId: string;
  readonly hubId: string | null;
  /** The practice they belong to, whose manager is asked. */
  readonly homeId: string;
  readonly homeName: string;
}

/** Who could take a duty, from when to when, and how near. */
export interface Taker extends WorksThen {
  readonly near: 'own' | 'hub' | 'group';
}

const nearness = ['own', 'hub', 'group'] as const;

/**
 * Who could take a duty nobody has: somebody who works then at the practice itself, else in its hub, else in the group; of two
 * as near the one who is there longer. They take it for the time they work. Undefined where nobody works then.
 */
export function takerFor(gap: DutyGap, working: readonly WorksThen[]): Taker | undefined {
  const { practice } = gap;
  const near = (one: WorksThen): Taker['near'] =>
    one.practiceId === practice.id ? 'own' : one.hubId !== null && one.hubId === practice.hubId ? 'hub' : 'group';
  const able = working.flatMap((one) => {
    const startsAt = later(one.startsAt, gap.startsAt);
    const endsAt = later(one.endsAt, gap.endsAt) === one.endsAt ? gap.endsAt : one.endsAt;
    return Temporal.Instant.compare(startsAt, endsAt) < 0 ? [{ ...one, startsAt, endsAt, near: near(one) }] : [];
  });
  const minutes = ({ startsAt, endsAt }: Stretch): number => endsAt.since(startsAt).total('minutes');
  return able.toSorted(
    (a, b) =>
      nearness.indexOf(a.near) - nearness.indexOf(b.near) ||
      minutes(b) - minutes(a) ||
      Temporal.Instant.compare(a.startsAt, b.startsAt) ||
      a.name.localeCompare(b.name) ||
      a.clinicianId.localeCompare(b.clinicianId),
  )[0];
}

function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) >= 0 ? one : other;
}

/** The middle of what was counted on earlier days, the lower of two middles rounded up; null where nothing was counted. */
export function middleOf(counts: readonly number[]): number | null {
  if (counts.length === 0) return null;
  const sorted = counts.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)] ?? 0, sorted[Math.floor(sorted.length / 2)] ?? 0];
  return Math.round((low + high) / 2);
}
