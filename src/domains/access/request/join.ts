import { channels, type Answers, type Channel } from './request.ts';

/** What of a request two contacts are put together from. */
export interface Contact {
  readonly words: string;
  readonly notes: string;
  readonly answers: Answers;
  readonly channel: Channel;
  readonly receivedAt: Temporal.Instant;
  readonly matched: readonly string[];
  readonly identityConfirmed: boolean;
}

/** A request after a second contact has joined it. */
export interface Joined {
  readonly words: string;
  readonly notes: string;
  readonly answers: Answers;
  readonly matched: readonly string[];
  readonly identityConfirmed: boolean;
}

/**
 * Puts a second contact to the first: every word of both is kept, the later under its time and channel. An answer of the
 * later stands, except that a yes is never made a no by it.
 */
export function joinContacts(first: Contact, second: Contact): Joined {
  const at = second.receivedAt.toZonedDateTimeISO('Europe/London');
  const day = at.toPlainDate().toLocaleString('en-GB', { day: 'numeric', month: 'long' });
  const head = `[${day}, ${at.toPlainTime().toString({ smallestUnit: 'minute' })}, ${channels[second.channel]}]`;
  const both = (before: string, after: string): string =>
    after.trim() === '' ? before : before.trim() === '' ? after : `${before}\n\n${head} ${after}`;
  const saidYes = Object.entries(first.answers).filter(([, { said }]) => said === 'yes');
  return {
    words: both(first.words, second.words),
    notes: both(first.notes, second.notes),
    answers: { ...first.answers, ...second.answers, ...Object.fromEntries(saidYes) },
    matched: [...new Set([...first.matched, ...second.matched])],
    identityConfirmed: first.identityConfirmed || second.identityConfirmed,
  };
}
