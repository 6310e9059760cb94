import { channels, type Channel } from './request.ts';

/** What stands before the reason of a cancelling, in the notes of the request its danger is raised in. */
export const cancelling = 'On cancelling a visit:';

/** What stands before what a patient wrote who wants the practice to answer, in the notes of their request. */
export const wantsAnAnswer = 'Asked online.';

/** What tells whether anybody is on the line. */
export interface Came {
  readonly channel: Channel;
  readonly words: string;
  readonly notes: string;
  readonly receivedAt: Temporal.Instant;
  /** Since when it was booked or ended, where a danger was written after that. */
  readonly endedAt: Temporal.Instant | null;
}

/** Nobody is on the line: from where it was written, and when. */
export interface Away {
  readonly from: string;
  readonly at: Temporal.Instant;
}

/** Whether a danger was written by somebody who is not on the line nor at the desk: undefined where they are. */
export function awayOf(
  { channel, words, notes, receivedAt, endedAt }: Came,
  raisedAt: Temporal.Instant,
): Away | undefined {
  if (channel === 'online' || channel === '111' || channel === 'referral')
    return { from: channels[channel], at: receivedAt };
  if (notes.includes(cancelling) && (endedAt !== null || words === ''))
    return { from: 'on cancelling a visit', at: raisedAt };
  return undefined;
}
