import { randomUUIDv7 } from 'node:crypto';
import { parseDay } from '#kernel/date.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import { hubExchange } from '../queries/hub-places.ts';
import type { SessionFault } from '../session-plan.ts';
import { insertQuota } from '../store/hub-places.ts';

/** The form as it was typed. */
export interface QuotaFields {
  readonly practice: string;
  readonly places: string;
  readonly from: string;
  readonly source: string;
}

/** Sets a practice's share of its hub's places from a day on, today or later; an empty number takes the bound away. */
export async function setQuota(
  context: Context,
  fields: QuotaFields,
  now: Temporal.Instant,
): Promise<Result<null, readonly SessionFault[]>> {
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
  const faults: SessionFault[] = [];
  const from = parseDay(fields.from);
  const typed = fields.places.trim();
  const places = typed === '' ? null : /^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN;
  if (Number.isNaN(places))
    faults.push({ field: 'places', text: 'Places a week must be a whole number, or empty for no bound' });
  if (from === null) faults.push({ field: 'from', text: 'Enter the day it begins, like 19/12/2026' });
  else if (Temporal.PlainDate.compare(from, today) < 0)
    faults.push({ field: 'from', text: 'What was booked stands: choose today or a later day' });
  const source = fields.source.trim();
  if (source === '') faults.push({ field: 'source', text: 'Say where it was decided' });
  return transaction(context, async (tx) => {
    const practice = (await hubExchange(tx, from ?? today)).find(({ practiceId }) => practiceId === fields.practice);
    if (!practice) faults.push({ field: 'practice', text: 'Choose a practice of a hub' });
    if (faults.length > 0 || !practice || from === null) return err(faults);
    const { hubId, practiceId } = practice;
    const written = await insertQuota(tx, { id: randomUUIDv7(), hubId, practiceId, from, places, source });
    return written
      ? ok(null)
      : err([{ field: 'from', text: 'A share from that day stands already: choose another day' }]);
  });
}
