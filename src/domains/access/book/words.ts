import type { BookState } from './mapping.ts';

/** What an entry of a book is, in words. */
export const bookStateWords: Readonly<Record<BookState, string>> = {
  booked: 'booked: counts to the limit',
  done: 'seen: counts to the limit',
  did_not_attend: 'did not come: counts to the limit',
  free: 'free',
  blocked: 'blocked',
  cancelled: 'cancelled',
};
