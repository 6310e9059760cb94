import { err, ok, type Result } from '#kernel/result.ts';

/** A practice's agreement to one shared service of its group: in force from `joinedFrom` until the day before `leftFrom`. */
export interface Agreement {
  readonly id: string;
  readonly practiceId: string;
  readonly service: string;
  readonly joinedFrom: Temporal.PlainDate;
  readonly leftFrom: Temporal.PlainDate | null;
  readonly noticeGivenOn: Temporal.PlainDate | null;
  readonly jointAgreement: string | null;
}

/** Where a practice stands with a service on a day; `from` is the day of the change to come. */
export type Standing =
  | { readonly kind: 'not-joined' }
  | { readonly kind: 'joining'; readonly agreement: Agreement; readonly from: Temporal.PlainDate }
  | { readonly kind: 'joined'; readonly agreement: Agreement }
  | { readonly kind: 'leaving'; readonly agreement: Agreement; readonly from: Temporal.PlainDate };

/** Why a practice cannot join, leave or take back a step. */
export type AgreementRefused =
  | { readonly kind: 'already-joined'; readonly from: Temporal.PlainDate }
  | { readonly kind: 'not-joined' }
  | { readonly kind: 'already-leaving'; readonly from: Temporal.PlainDate }
  | { readonly kind: 'date-passed'; readonly date: Temporal.PlainDate }
  | { readonly kind: 'short-notice'; readonly earliest: Temporal.PlainDate; readonly noticeDays: number }
  | { readonly kind: 'before-joining'; readonly joinedFrom: Temporal.PlainDate }
  | { readonly kind: 'nothing-to-undo' }
  | { readonly kind: 'overlapping' };

const compare = (a: Temporal.PlainDate, b: Temporal.PlainDate): number => Temporal.PlainDate.compare(a, b);

/** Whether an agreement opens a practice's rows on a day: the day it ends on is no longer in it. */
export function inForce(agreement: Agreement, on: Temporal.PlainDate): boolean {
  const { joinedFrom, leftFrom } = agreement;
  return compare(joinedFrom, on) <= 0 && (leftFrom === null || compare(on, leftFrom) < 0);
}

/** Where a practice stands with one service, of all its agreements to that service. */
export function standing(agreements: readonly Agreement[], on: Temporal.PlainDate): Standing {
  const now = agreements.find((agreement) => inForce(agreement, on));
  if (now) {
    return now.leftFrom === null
      ? { kind: 'joined', agreement: now }
      : { kind: 'leaving', agreement: now, from: now.leftFrom };
  }
  const next = agreements
    .filter(({ joinedFrom }) => compare(joinedFrom, on) > 0)
    .sort((a, b) => compare(a.joinedFrom, b.joinedFrom))[0];
  return next ? { kind: 'joining', agreement: next, from: next.joinedFrom } : { kind: 'not-joined' };
}

/** What joining needs to know. */
export interface Joining {
  readonly standing: Standing;
  readonly today: Temporal.PlainDate;
  readonly from: Temporal.PlainDate;
}

/** The day from which a practice joins a service; a practice that is leaving may join again from the day it has left. */
export function decideJoin({ standing: now, today, from }: Joining): Result<Temporal.PlainDate, AgreementRefused> {
  if (compare(from, today) < 0) return err({ kind: 'date-passed', date: from });
  if (now.kind === 'joined') return err({ kind: 'already-joined', from: now.agreement.joinedFrom });
  if (now.kind === 'joining') return err({ kind: 'already-joined', from: now.from });
  if (now.kind === 'leaving' && compare(from, now.from) < 0)
    return err({ kind: 'already-joined', from: now.agreement.joinedFrom });
  return ok(from);
}

/** What leaving needs to know: the notice of the service in days, and who agreed to an earlier end, if anyone. */
export interface Leaving {
  readonly standing: Standing;
  readonly today: Temporal.PlainDate;
  readonly from: Temporal.PlainDate;
  readonly noticeDays: number;
  readonly jointAgreement: string | null;
}

/** The end of an agreement. */
export interface Ending {
  readonly agreementId: string;
  readonly leftFrom: Temporal.PlainDate;
  readonly noticeGivenOn: Temporal.PlainDate;
  readonly jointAgreement: string | null;
}

/** The first day a practice may be out of a service when it gives notice today. */
export function earliestLeaving(today: Temporal.PlainDate, noticeDays: number): Temporal.PlainDate {
  return today.add({ days: noticeDays });
}

/** How an agreement ends: with the notice of its service, or on an earlier day that both sides agreed and recorded. */
export function decideLeave(leaving: Leaving): Result<Ending, AgreementRefused> {
  const { standing: now, today, from, noticeDays } = leaving;
  const jointAgreement = leaving.jointAgreement?.trim() || null;
  if (now.kind === 'not-joined') return err({ kind: 'not-joined' });
  if (now.kind === 'leaving') return err({ kind: 'already-leaving', from: now.from });
  if (compare(from, today) < 0) return err({ kind: 'date-passed', date: from });
  const { agreement } = now;
  if (compare(from, agreement.joinedFrom) <= 0)
    return err({ kind: 'before-joining', joinedFrom: agreement.joinedFrom });
  const earliest = earliestLeaving(today, noticeDays);
  if (compare(from, earliest) < 0 && jointAgreement === null)
    return err({ kind: 'short-notice', earliest, noticeDays });
  return ok({ agreementId: agreement.id, leftFrom: from, noticeGivenOn: today, jointAgreement });
}

/** What taking back a step does: a joining still to come is withdrawn, a leaving still to come is called off. */
export type Undo =
  { readonly kind: 'withdraw'; readonly agreementId: string } | { readonly kind: 'stay'; readonly agreementId: string };

/** Takes back the step that has not taken effect yet; once it has, there is nothing to take back. */
export function decideUndo(now: Standing): Result<Undo, AgreementRefused> {
  if (now.kind === 'joining') return ok({ kind: 'withdraw', agreementId: now.agreement.id });
  if (now.kind === 'leaving') return ok({ kind: 'stay', agreementId: now.agreement.id });
  return err({ kind: 'nothing-to-undo' });
}
