import { err, ok, type Result } from '#kernel/result.ts';
import type { StagedRow } from '../book/file.ts';

/** Why an answer cannot be used. */
export type AnswerFault =
  | { readonly kind: 'refused'; readonly status: number; readonly says: string }
  | { readonly kind: 'not-fhir' }
  | { readonly kind: 'not-sound'; readonly what: string };

type Json = Readonly<Record<string, unknown>>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isJson) : []);
const said = (value: unknown): string => (typeof value === 'string' ? value : '');

const channels: Readonly<Record<string, string>> = {
  'In-person': 'Face to face',
  Telephone: 'Telephone',
  Video: 'Video',
};

/**
 * Reads the answer to a search for free slots: each slot with its schedule's practitioner. A slot that cannot be read makes the
 * whole answer unsound: half of it would look like places that have gone.
 */
export function readSlots(status: number, body: string): Result<StagedRow[], AnswerFault> {
  let read: unknown;
  try {
    read = JSON.parse(body);
  } catch {
    return err(status === 200 ? { kind: 'not-fhir' } : { kind: 'refused', status, says: '' });
  }
  if (!isJson(read)) return err({ kind: 'not-fhir' });
  if (status !== 200 || read['resourceType'] === 'OperationOutcome')
    return err({ kind: 'refused', status, says: outcomeOf(read) });
  if (read['resourceType'] !== 'Bundle' || read['type'] !== 'searchset') return err({ kind: 'not-fhir' });
  const resources = list(read['entry']).flatMap(({ resource }) => (isJson(resource) ? [resource] : []));
  const byReference = new Map(resources.map((one) => [`${said(one['resourceType'])}/${said(one['id'])}`, one]));
  const rows: StagedRow[] = [];
  for (const slot of resources.filter((one) => one['resourceType'] === 'Slot')) {
    const row = slotOf(slot, byReference);
    if (row === undefined) return err({ kind: 'not-sound', what: `Slot/${said(slot['id'])}` });
    rows.push(row);
  }
  return ok(rows);
}

function slotOf(slot: Json, byReference: ReadonlyMap<string, Json>): StagedRow | undefined {
  const schedule = byReference.get(isJson(slot['schedule']) ? said(slot['schedule']['reference']) : '');
  const [startsAt, endsAt] = [instantIn(slot['start']), instantIn(slot['end'])];
  const id = said(slot['id']);
  if (!schedule || !startsAt || !endsAt || id === '' || slot['status'] !== 'free') return undefined;
  if (Temporal.Instant.compare(endsAt, startsAt) <= 0) return undefined;
  const actors = list(schedule['actor']).map(({ reference }) => said(reference));
  const practitioner = actors.find((reference) => reference.startsWith('Practitioner/')) ?? '';
  const channel = list(slot['extension']).find(({ url }) => said(url).includes('GPConnect-DeliveryChannel'));
  const mode = said(channel?.['valueCode']);
  return {
    ...{
      key: `Slot/${id}`,
      clinician: nameOf(byReference.get(practitioner)) ?? (practitioner || said(schedule['id'])),
    },
    // Providers end a slot a second before the next begins.
    ...{
      startsAt,
      endsAt: endsAt.round({ smallestUnit: 'minute', roundingMode: 'ceil' }),
      state: 'free',
      contact: true,
    },
    ...{ session: said(schedule['comment']).slice(0, 200), mode: channels[mode] ?? mode },
  };
}

/** A practitioner by name and the user number of the Spine, which alone tells two of one name apart. */
function nameOf(practitioner: Json | undefined): string | undefined {
  const [name] = Array.isArray(practitioner?.['name'])
    ? list(practitioner['name'])
    : [practitioner?.['name']].filter(isJson);
  if (!practitioner || !name) return undefined;
  const given = Array.isArray(name['given']) ? name['given'].map(said).join(' ') : said(name['given']);
  const number = list(practitioner['identifier']).find(({ system }) => said(system).endsWith('sds-user-id'));
  const text = [said(name['family']), given].filter((part) => part !== '').join(', ');
  return text === '' ? undefined : `${text}${number ? ` (${said(number['value'])})` : ''}`.slice(0, 200);
}

function instantIn(value: unknown): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(said(value));
  } catch {
    return undefined;
  }
}

function outcomeOf(read: Json): string {
  const [issue] = list(read['issue']);
  const details = isJson(issue?.['details']) ? issue['details'] : {};
  const [coding] = list(details['coding']);
  return said(issue?.['diagnostics']) || said(coding?.['display']) || said(coding?.['code']);
}
