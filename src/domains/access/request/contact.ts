import { england, isWorkingDay } from '#kernel/working-day.ts';

/** How often somebody is tried, how far apart, between which London hours, and what follows the last try. */
export interface ContactRule {
  readonly tries: number;
  readonly minutesBetween: number;
  readonly notBefore: Temporal.PlainTime;
  readonly notAfter: Temporal.PlainTime;
  readonly afterwards: 'duty' | 'write';
  readonly source: string;
}

/** What came of ringing somebody; a wrong number is not rung again. */
export const tryResults = {
  'no-answer': 'No answer',
  'left-message': 'Left a message to ring us',
  'wrong-number': 'Wrong number',
} as const;
export type TryResult = keyof typeof tryResults;

/** What is done next: rung again, put to the duty clinician, or written to. */
export type AfterTry =
  { readonly kind: 'again'; readonly at: Temporal.Instant } | { readonly kind: 'duty' } | { readonly kind: 'write' };

/** What has been tried, with the last. */
export interface Tried {
  /** Tries by telephone so far, the last one included. */
  readonly tries: number;
  readonly result: TryResult;
  readonly now: Temporal.Instant;
  /** By when they must be told; a try after it is none. */
  readonly answerBy: Temporal.Instant | null;
}

/**
 * What follows a try in vain. Where a clinician decides at the end, the next try is never later than the request's time: the
 * clinician is asked at once instead.
 */
export function afterTry(rule: ContactRule, { tries, result, now, answerBy }: Tried): AfterTry {
  const last: AfterTry = { kind: rule.afterwards };
  if (tries >= rule.tries || result === 'wrong-number') return last;
  const at = withinHours(rule, now.add({ minutes: rule.minutesBetween }));
  if (rule.afterwards === 'duty' && answerBy && Temporal.Instant.compare(at, answerBy) > 0) return last;
  return { kind: 'again', at };
}

/** What is known of the tries to reach somebody, the first try in front. */
export interface Reached {
  readonly rule: Pick<ContactRule, 'tries' | 'afterwards'>;
  readonly attempts: readonly { readonly way: string; readonly result: string }[];
  readonly dutyQuestions: readonly { readonly kind: string; readonly answer: string | null }[];
}

/** Whether a request may end because nobody could be reached: the rule's tries were in vain, or a clinician has answered so. */
export function mayEndUnreached({ rule, attempts, dutyQuestions }: Reached): boolean {
  const rung = attempts.filter(({ way }) => way === 'telephone');
  if (rung.length === 0) return false;
  if (rule.afterwards === 'duty')
    return dutyQuestions.some(({ kind, answer }) => kind === 'not-reached' && answer !== null);
  return rung.at(-1)?.result === 'wrong-number' || rung.length >= rule.tries;
}

/** The instant itself within the rule's hours of a working day, else when the next such hours begin. Need that a clinician decides does not wait for them. */
function withinHours({ notBefore, notAfter, afterwards }: ContactRule, at: Temporal.Instant): Temporal.Instant {
  if (afterwards === 'duty') return at;
  let when = at.toZonedDateTimeISO('Europe/London');
  if (Temporal.PlainTime.compare(when.toPlainTime(), notAfter) >= 0)
    when = when.add({ days: 1 }).withPlainTime(notBefore);
  while (!isWorkingDay(england, when.toPlainDate())) when = when.add({ days: 1 }).withPlainTime(notBefore);
  if (Temporal.PlainTime.compare(when.toPlainTime(), notBefore) < 0) when = when.withPlainTime(notBefore);
  return when.toInstant();
}
