import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import { err, ok, type Result } from '#kernel/result.ts';
import { invalid, type FhirFault } from '#platform/fhir/fault.ts';
import { idOf } from '#platform/fhir/search.ts';
import { parseSlotName } from '../slot-name.ts';
import type { BookedFor } from '../queries/appointment.ts';

const words = (most: number) => Type.Optional(Type.String({ minLength: 1, maxLength: most }));
const identifier = Type.Object({ system: words(200), value: words(200) });
const reference = Type.Object({ reference: words(300), type: words(50), identifier: Type.Optional(identifier) });
const coding = Type.Object({ code: words(100), display: words(200) });

/** What is read of an Appointment. GP Connect: description 100 characters, comment 500; more is refused, never cut. */
const appointmentShape = Type.Object({
  resourceType: Type.Literal('Appointment'),
  id: words(64),
  identifier: Type.Optional(Type.Array(identifier, { maxItems: 10 })),
  status: Type.String({ maxLength: 50 }),
  cancelationReason: Type.Optional(
    Type.Object({ text: words(500), coding: Type.Optional(Type.Array(coding, { maxItems: 10 })) }),
  ),
  description: words(100),
  comment: words(500),
  start: Type.String({ maxLength: 50 }),
  end: Type.String({ maxLength: 50 }),
  slot: Type.Array(reference, { minItems: 1, maxItems: 24 }),
  participant: Type.Array(Type.Object({ actor: Type.Optional(reference) }), { minItems: 1, maxItems: 20 }),
  contained: Type.Optional(Type.Array(Type.Object({ resourceType: Type.String() }), { maxItems: 10 })),
});

/** Elements that would be lost on us: refused, so that nobody believes they were read. */
const notTaken = ['reasonCode', 'reasonReference', 'specialty', 'requestedPeriod', 'modifierExtension'] as const;

/** An Appointment as a program sent it, read into what booking needs. */
export interface AppointmentSent {
  readonly id: string | undefined;
  readonly status: string;
  readonly sessionId: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly minutes: number;
  readonly patient: { readonly id: string } | { readonly nhsNumber: string };
  readonly description: string;
  readonly comment: string;
  readonly reason: string;
  readonly identifier: { readonly system: string; readonly value: string } | null;
  readonly bookedFor: BookedFor | null;
}

/** The instant a FHIR instant names; undefined for anything that is none. */
function instantOf(text: string): Temporal.Instant | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/.test(text)) return undefined;
  try {
    return Temporal.Instant.from(text);
  } catch {
    return undefined;
  }
}

/** Reads an Appointment, or says what is wrong with it first. */
export function readAppointment(sent: unknown): Result<AppointmentSent, FhirFault> {
  if (!Value.Check(appointmentShape, sent)) return err(shapeFault(sent));
  const taken = notTaken.find((name) => Object.hasOwn(sent, name));
  if (taken !== undefined) return err(invalid(`${taken} is not taken here: leave it out.`, `Appointment.${taken}`));
  const place = placeOf(sent);
  if (!place.ok) return place;
  const patient = patientOf(sent);
  if (!patient)
    return err(invalid('One participant is the patient: Patient/ID, or an NHS number.', 'Appointment.participant'));
  const { id, status, description = '', comment = '' } = sent;
  const { text, coding: codes } = sent.cancelationReason ?? {};
  const reason = text ?? codes?.[0]?.display ?? codes?.[0]?.code ?? '';
  const known = sent.identifier?.find(({ value }) => value !== undefined);
  return ok({
    ...{ id, status, patient, description, comment, reason },
    ...place.value,
    identifier: known?.value === undefined ? null : { system: known.system ?? '', value: known.value },
    bookedFor: bookedForIn(sent),
  });
}

type Shape = Static<typeof appointmentShape>;

/** What of the shape does not hold, without the value: it may be somebody's words. */
function shapeFault(sent: unknown): FhirFault {
  const first = Value.Errors(appointmentShape, sent)[0];
  const path = (first?.instancePath ?? '').split('/').filter((part) => part !== '');
  const at = path.map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`)).join('');
  const tooLong = first?.keyword === 'maxLength' ? ' Nothing was cut off and nothing saved: shorten it.' : '';
  return invalid(`Appointment${at} ${first?.message ?? 'is not as it should be'}.${tooLong}`, `Appointment${at}`);
}

/** The place the slots make together: neighbours of one schedule, from the first's start to the last's end. */
function placeOf(
  sent: Shape,
): Result<Pick<AppointmentSent, 'sessionId' | 'startsAt' | 'endsAt' | 'minutes'>, FhirFault> {
  const startsAt = instantOf(sent.start);
  const endsAt = instantOf(sent.end);
  if (!startsAt || !endsAt)
    return err(invalid('start and end are instants with seconds and an offset.', 'Appointment.start'));
  const minutes = startsAt.until(endsAt).total('minutes');
  const names = sent.slot.map(({ reference: to = '' }) => parseSlotName(idOf(to, 'Slot')));
  const slots = names.filter((name) => name !== undefined);
  const [first] = slots;
  if (!first || slots.length !== names.length) return err(reference422('There is no such Slot.', 'Appointment.slot'));
  if (slots.some(({ sessionId }) => sessionId !== first.sessionId))
    return err(invalid('All slots belong to one Schedule.', 'Appointment.slot'));
  const length = minutes / slots.length;
  const inOrder = slots.map(({ startsAt: at }) => at.epochMilliseconds).sort((a, b) => a - b);
  const adjacent = inOrder.every((at, n) => at === startsAt.epochMilliseconds + n * length * 60_000);
  if (minutes <= 0 || !Number.isInteger(minutes) || !adjacent)
    return err(invalid('start and end are those of the slots, which follow one another.', 'Appointment.start'));
  return ok({ sessionId: first.sessionId, startsAt, endsAt, minutes });
}

/** A refusal of a reference that leads nowhere. */
function reference422(text: string, expression: string): FhirFault {
  return { status: 422, code: 'REFERENCE_NOT_FOUND', text, expression };
}

function patientOf({ participant }: Shape): AppointmentSent['patient'] | undefined {
  for (const { actor } of participant) {
    const id = /(?:^|\/)Patient\/([0-9a-f-]{36})$/.exec(actor?.reference ?? '')?.[1];
    if (id !== undefined) return { id };
    const { system, value } = actor?.identifier ?? {};
    if (system === 'https://fhir.nhs.uk/Id/nhs-number' && value !== undefined) return { nhsNumber: value };
  }
  return undefined;
}

const organisationShape = Type.Object({
  resourceType: Type.Literal('Organization'),
  identifier: Type.Array(identifier, { minItems: 1 }),
  name: Type.String({ minLength: 1, maxLength: 200 }),
  telecom: Type.Optional(Type.Array(Type.Object({ value: words(100) }), { maxItems: 10 })),
});

/** The organisation that books, contained in the Appointment as GP Connect has it. */
function bookedForIn({ contained = [] }: Shape): BookedFor | null {
  const found = contained.find((each) => Value.Check(organisationShape, each));
  if (found === undefined || !Value.Check(organisationShape, found)) return null;
  const { name, telecom = [], identifier: codes } = found;
  return { code: codes[0]?.value ?? '', name, phone: telecom[0]?.value ?? '' };
}
