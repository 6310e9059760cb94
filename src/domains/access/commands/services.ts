import { parseDay } from '#kernel/date.ts';
import { parsePhone } from '#kernel/phone.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { protocolAt } from '../queries/guidance.ts';
import type { SessionFault } from '../session-plan.ts';
import { insertService } from '../store/self-referral.ts';

/** A reason for which people refer themselves to a service, and the service as the protocol in force names it. */
export interface ServiceReason {
  readonly id: string;
  readonly name: string;
  readonly service: string;
}

/** The reasons a protocol answers with a service people refer themselves to, by name. */
export function serviceReasons({ reasons, rules }: Protocol): ServiceReason[] {
  return reasons
    .flatMap(({ id, name }) => {
      const rule = rules.find(({ reason, outcome }) => reason === id && outcome.destination === 'self-referral');
      return rule ? [{ id, name, service: rule.outcome.service ?? name }] : [];
    })
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/** The form as it was typed. */
export interface ServiceFields {
  readonly reason: string;
  readonly name: string;
  readonly phone: string;
  readonly link: string;
  readonly source: string;
  readonly from: string;
}

/** Says how a service is reached from a day on, today or later: by number, by link, or both, with where it is known from. */
export async function setService(
  context: Context,
  fields: ServiceFields,
  now: Temporal.Instant,
): Promise<Result<null, readonly SessionFault[]>> {
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
  const [name, link, source] = [fields.name.trim(), fields.link.trim(), fields.source.trim()];
  const phone = fields.phone.trim() === '' ? null : parsePhone(fields.phone);
  const from = parseDay(fields.from);
  return transaction(context, async (tx) => {
    const reasons = serviceReasons(await protocolAt(tx, now));
    const faults: SessionFault[] = [];
    if (!reasons.some(({ id }) => id === fields.reason))
      faults.push({ field: 'reason', text: 'Choose what people ask for' });
    if (name === '') faults.push({ field: 'name', text: 'Give the service’s name' });
    if (fields.phone.trim() !== '' && phone === null)
      faults.push({ field: 'phone', text: 'That is no telephone number: write it like 01632 960200' });
    if (link !== '' && !isLink(link))
      faults.push({ field: 'link', text: 'That is no address of a page: it begins with https://' });
    if (fields.phone.trim() === '' && link === '')
      faults.push({ field: 'phone', text: 'Give its number, its link or both' });
    if (source === '') faults.push({ field: 'source', text: 'Say where it is known from' });
    if (from === null) faults.push({ field: 'from', text: 'Enter the day it begins, like 19/12/2026' });
    else if (Temporal.PlainDate.compare(from, today) < 0)
      faults.push({ field: 'from', text: 'What was told stands: choose today or a later day' });
    if (faults.length > 0 || from === null) return err(faults);
    const one = { reason: fields.reason, from, name, phone, link: link === '' ? null : link, source };
    if (!(await insertService(tx, one)))
      return err([{ field: 'from', text: 'That day has its number and link already: choose another day' }]);
    tx.note({ subject: 'how a service is reached', detail: { ...one, from: from.toString() } });
    return ok(null);
  });
}

function isLink(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:';
}
