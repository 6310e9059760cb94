import { err, type Result } from '#kernel/result.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import type { OverflowWarning } from '../overflow.ts';
import { refusalOf, type Refusal } from '../refusal.ts';
import type { NotYet } from '../request/request.ts';
import { requestById, type Request } from '../queries/request.ts';

/** Why something cannot be done with a request. */
export interface CallReason {
  readonly kind: 'not-there' | NotYet | Refusal | Missing;
  /** Where the clinician sees somebody then: when that visit begins. */
  readonly beside?: readonly Temporal.Instant[] | undefined;
  /** What must be known before urgent overflow is booked there and then. */
  readonly warned?: readonly OverflowWarning[];
}

/** What a form left out, or gave in a way that cannot be used. */
export type Missing =
  | 'reason'
  /** Which of the reasons nothing would do for. */
  | 'unmet'
  | 'decider'
  /** The clinician does not work then, or the practice is closed: to be said once, never refused. */
  | 'overflow-sure'
  /** Nobody has said how somebody refers themselves to that service. */
  | 'service-unknown'
  /** Somebody else ended it, or it was too long ago. */
  | 'undo-end'
  | 'clinician'
  | 'time'
  | 'phone'
  | 'outcome'
  /** Only a clinician makes something less urgent or takes a visit away. */
  | 'lower'
  /** Nothing was decided yet, or nothing else was chosen. */
  | 'override'
  | 'override-reason'
  | 'not-offered'
  | 'name'
  | 'too-long'
  /** Somebody at home could see or hear: they are reached only as they chose. */
  | 'safe-contact'
  /** The tries of the contact rule are not done. */
  | 'tries'
  /** A place is only waited for where a visit is needed. */
  | 'no-visit'
  /** No fullness policy is in force, or another step than its next one was taken without a reason. */
  | 'no-policy'
  | 'because'
  /** What a sending to 111 left out. */
  | 'reason-111'
  | 'decider-111'
  | 'icb'
  | 'icb-time'
  /** Another request of the patient has an open danger: whoever books is shown it first, and says why they book all the same. */
  | 'other-flag'
  | 'despite'
  /** Somebody changed the request after the page was drawn. */
  | 'changed';

/**
 * Runs one act on one request, which is held against others meanwhile. What the database refuses (an open red flag, a slot
 * just taken) comes back as a reason, with nothing half done.
 */
export async function withRequest<T>(
  context: Context,
  id: string,
  work: (tx: Tx, request: Request) => Promise<Result<T, CallReason>>,
): Promise<Result<T, CallReason>> {
  try {
    return await transaction(context, async (tx) => {
      const request = await requestById(tx, id, { lock: true });
      return request === undefined ? err({ kind: 'not-there' }) : work(tx, request);
    });
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === undefined) throw error;
    return err({ kind: refusal });
  }
}

/** Whether a request can still be worked on. */
export function isOpen({ status }: Pick<Request, 'status'>): boolean {
  return status === 'draft' || status === 'waiting' || status === 'red_flag';
}
