import { randomUUIDv7 } from 'node:crypto';
import { patientTime, weekdayDate } from '#platform/ui/when.ts';
import type { Tx } from '#platform/db/transaction.ts';
import { filledIn, visitsSaid, wayFor, type MessageKind } from '../message.ts';
import { windowOf } from '../offer/call-window.ts';
import { windowWords } from '../offer/words.ts';
import { aboutBooking, aboutRequest, mustNotContact, templateFor, type About } from '../queries/message.ts';
import { insertMessage } from '../store/message.ts';

/** The job that sends one message. */
export const sendJob = 'access.send-message';
/** Minutes a message waits before it goes: what is taken back at once is never told. */
const waitMinutes = 2;

/** What is to be told: about a visit, about visits of a series in the order they come, or about a request. */
export type Telling = { readonly kind: MessageKind; readonly now: Temporal.Instant } & (
  | { readonly bookingId: string }
  | { readonly bookingIds: readonly string[] }
  | { readonly requestId: string; readonly how?: string }
);

/**
 * Writes a message into the outbox in the transaction that causes it, and the job that sends it. Whoever is reached only as
 * they chose is written nothing: the message stands as withheld, and goes nowhere.
 */
export async function tell(tx: Tx, telling: Telling): Promise<void> {
  const { kind, now } = telling;
  const bookings = 'bookingId' in telling ? [telling.bookingId] : 'bookingIds' in telling ? telling.bookingIds : [];
  const [bookingId = null] = bookings;
  const abouts: (About | undefined)[] = [];
  for (const one of bookings) abouts.push(await aboutBooking(tx, one));
  const about = 'requestId' in telling ? await aboutRequest(tx, telling.requestId) : abouts[0];
  // Staff of the host may move a visit of somebody whose record they do not see: the patient's own practice tells them.
  if (about === undefined) return;
  const { groupId, practiceId, patientId, requestId } = about;
  const withheld = await mustNotContact(tx, { patientId, requestId });
  const { way, address } = wayFor(about);
  const { version, subject, body } = await templateFor(tx, { kind, way });
  const id = randomUUIDv7();
  const written = await insertMessage(tx, {
    ...{ id, groupId, practiceId, patientId, bookingId, requestId, kind, version, subject },
    way: withheld ? 'app' : way,
    address: withheld ? null : address,
    body: filledIn(body, {
      ...valuesOf(about, now),
      ...('how' in telling ? { how: telling.how ?? '' } : {}),
      ...('bookingIds' in telling ? seriesValues(abouts, now) : {}),
    }),
    state: withheld ? 'withheld' : way === 'app' ? 'shown' : 'waiting',
    why: withheld ? 'They are reached only as they chose' : '',
  });
  if (written && !withheld && way !== 'app')
    await tx.addJob(
      sendJob,
      { messageId: id, groupId },
      { runAt: now.add({ minutes: waitMinutes }), key: `message:${id}` },
    );
}

/** The visits of a series together: how many they are, and when and with whom each is. */
function seriesValues(visits: readonly (About | undefined)[], now: Temporal.Instant): Record<string, string> {
  const each = visits.flatMap((one) => (one ? [valuesOf(one, now)] : []));
  return { count: String(each.length), visits: visitsSaid(each.map(({ when = '', where = '' }) => ({ when, where }))) };
}

/** Never what it is about: whoever holds the telephone may read it. */
function valuesOf(about: About, now: Temporal.Instant): Record<string, string> {
  const { startsAt, clinicianName, placeName, mode, practiceName, answerBy } = about;
  const window = windowOf(about);
  const saidAt = (at: Temporal.Instant): string => `${weekdayDate(at, now)}, ${patientTime(at)}`;
  const where =
    mode === 'telephone'
      ? `${clinicianName ?? ''} rings you`
      : mode === 'video'
        ? `${clinicianName ?? ''}, by video`
        : mode === 'home_visit'
          ? `${clinicianName ?? ''} comes to you`
          : placeName === practiceName
            ? (clinicianName ?? '')
            : `${clinicianName ?? ''}, ${placeName ?? ''}`;
  return {
    practice: practiceName,
    ...(startsAt === null
      ? {}
      : {
          when: window
            ? `${weekdayDate(startsAt, now)}, ${windowWords(window, now.epochMilliseconds)}`
            : saidAt(startsAt),
          where,
          who: clinicianName ?? '',
        }),
    ...(answerBy === null ? { by: 'the end of the next working day' } : { by: saidAt(answerBy) }),
  };
}
