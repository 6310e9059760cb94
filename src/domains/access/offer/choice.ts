import type { Opening } from './opening.ts';

/**
 * The places to choose between online: with their own GP, then the soonest with anyone, then one more that differs. Never two of
 * one clinician's day, and nothing that is later than another with the same person.
 */
export function choicesFrom(ranked: readonly Opening[], most = 2): Opening[] {
  const soonest = (list: readonly Opening[]): Opening | undefined =>
    list.toSorted((a, b) => Number(b.inTime) - Number(a.inTime) || a.startsAt - b.startsAt)[0];
  const own = soonest(ranked.filter(({ ownGp }) => ownGp));
  const others = ranked.filter(({ session }) => session.clinicianId !== own?.session.clinicianId);
  const anyone = soonest(others);
  const third = others.find((one) => one.session.clinicianId !== anyone?.session.clinicianId);
  return [own, anyone, third].filter((one) => one !== undefined).slice(0, most);
}
