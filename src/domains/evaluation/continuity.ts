import { ratio, sumOf, valueOf, type Ratio } from './ratio.ts';

/**
 * People who had the same number of GP appointments, added up: the appointments of each with the doctor they saw most, and the
 * squares of the appointments with each doctor. One person is `people: 1`.
 */
export interface VisitCount {
  readonly visits: number;
  readonly people: number;
  readonly most: number;
  readonly squares: number;
}

/** Appointments counted, those of them with the doctor asked about, and the patients who had them. */
export interface PartCount {
  readonly total: number;
  readonly part: number;
  readonly patients: number;
}

/** A measure's share, and how many appointments or patients it was made from. */
export interface Continuity {
  readonly share: Ratio | null;
  /** What the share is out of: appointments for list and doctor, patients for the two means. */
  readonly of: number;
  readonly patients: number;
}

/**
 * Usual Provider of Care: of a person's GP appointments those with the doctor they saw most, whoever that is; the mean of
 * everybody with two or more.
 */
export function upc(counts: readonly VisitCount[]): Continuity {
  return meanOf(counts, ({ visits, most }) => ratio(most, visits));
}

/**
 * Bice–Boxerman: (Σnⱼ² − n) ÷ n(n−1), the chance that two of a person's GP appointments were with the same doctor; the mean of
 * everybody with two or more.
 */
export function biceBoxerman(counts: readonly VisitCount[]): Continuity {
  return meanOf(counts, ({ visits, people, squares }) => ratio(squares - people * visits, visits * (visits - 1)));
}

/** St Leonard's Index (SLICC): the list's appointments with the usual GP ÷ the list's appointments with any GP. */
export function slicc(counts: readonly PartCount[]): Continuity {
  return partOf(counts);
}

/** Own Patient Ratio (OPR): GPs' appointments with their own list ÷ all those GPs' appointments. */
export function opr(counts: readonly PartCount[]): Continuity {
  return partOf(counts);
}

/** A measure as a number between 0 and 1; null where there was nothing to measure. */
export function shareOf({ share }: Continuity): number | null {
  return share === null ? null : valueOf(share);
}

function partOf(counts: readonly PartCount[]): Continuity {
  const add = (of: (count: PartCount) => number) => counts.reduce((sum, count) => sum + of(count), 0);
  const total = add((count) => count.total);
  return {
    share: ratio(
      add((count) => count.part),
      total,
    ),
    of: total,
    patients: add((count) => count.patients),
  };
}

/** The mean over people with two or more appointments: of one appointment nothing can be said. */
function meanOf(counts: readonly VisitCount[], sumOfShares: (count: VisitCount) => Ratio | null): Continuity {
  const measured = counts.filter(({ visits }) => visits >= 2);
  const people = measured.reduce((sum, count) => sum + count.people, 0);
  const { top, bottom } = sumOf(measured.flatMap((count) => sumOfShares(count) ?? []));
  return { share: ratio(top, bottom * BigInt(people)), of: people, patients: people };
}
