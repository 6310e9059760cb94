import Type from 'typebox';
import { Value } from 'typebox/value';
import { err, ok, type Result } from '#kernel/result.ts';
import type { FhirFault } from '#platform/fhir/fault.ts';

const text = (most: number) => Type.Optional(Type.String({ maxLength: most }));
const coded = Type.Object({ code: Type.String({ maxLength: 100 }) });
const resource = Type.Object({ resourceType: Type.String(), id: text(64) });

const bundleShape = Type.Object({
  resourceType: Type.Literal('Bundle'),
  id: text(64),
  type: Type.Literal('message'),
  entry: Type.Array(Type.Object({ fullUrl: text(300), resource }), { minItems: 2, maxItems: 100 }),
});
const headerShape = Type.Object({
  resourceType: Type.Literal('MessageHeader'),
  id: text(64),
  eventCoding: coded,
  reason: Type.Object({ coding: Type.Array(coded, { minItems: 1 }) }),
  focus: Type.Array(Type.Object({ reference: Type.String({ maxLength: 300 }) }), { minItems: 1, maxItems: 10 }),
});
const patientShape = Type.Object({
  resourceType: Type.Literal('Patient'),
  identifier: Type.Array(Type.Object({ system: text(200), value: text(50) }), { minItems: 1 }),
  birthDate: text(20),
});
const appointmentShape = Type.Object({
  resourceType: Type.Literal('Appointment'),
  id: text(64),
  meta: Type.Optional(Type.Object({ versionId: text(64) })),
  status: Type.String({ maxLength: 50 }),
  participant: Type.Array(Type.Object({ actor: Type.Optional(Type.Object({ reference: text(300) })) }), {
    maxItems: 20,
  }),
});

/** A booking message, read as far as it says what is to be done with which appointment of whom. */
export interface MessageSent {
  /** What the sender calls it: repeated, it is the same message. */
  readonly name: string | undefined;
  readonly reason: 'new' | 'update';
  readonly appointment: Readonly<Record<string, unknown>>;
  readonly appointmentId: string | undefined;
  readonly version: string | undefined;
  readonly cancels: boolean;
  readonly nhsNumber: string;
  readonly birthDate: string | undefined;
}

const malformed = (words: string): FhirFault => ({ status: 400, code: 'BAD_REQUEST', text: words });

/** Reads a message of BaRS: its header, the appointment it is about and the patient, wherever in the bundle they stand. */
export function readMessage(sent: unknown): Result<MessageSent, FhirFault> {
  if (!Value.Check(bundleShape, sent)) return err(malformed('Send a Bundle of the type message, with its entries.'));
  const header = sent.entry[0]?.resource;
  if (!Value.Check(headerShape, header))
    return err(malformed('The first entry is a MessageHeader with eventCoding, reason and focus.'));
  const event = header.eventCoding.code;
  if (event.startsWith('servicerequest'))
    return err({ status: 501, code: 'NOT_IMPLEMENTED', text: 'Referrals are not taken here: bookings alone.' });
  const reason = header.reason.coding[0]?.code;
  if (event !== 'booking-request' || (reason !== 'new' && reason !== 'update'))
    return err({
      status: 422,
      code: 'INVALID_RESOURCE',
      text: 'The event is booking-request, for the reason new or update.',
    });
  const find = (reference: string | undefined) =>
    sent.entry.find(({ fullUrl, resource: { resourceType, id = '' } }) =>
      reference === undefined ? false : fullUrl === reference || reference.endsWith(`${resourceType}/${id}`),
    )?.resource;
  const appointment = find(header.focus[0]?.reference);
  if (!Value.Check(appointmentShape, appointment))
    return err({ status: 422, code: 'INVALID_RESOURCE', text: 'The focus is an Appointment of the message.' });
  const patients = appointment.participant.map(({ actor }) => find(actor?.reference));
  const others = sent.entry.map(({ resource: each }) => each);
  const patient = [...patients, ...others].find((each) => Value.Check(patientShape, each));
  const nhsNumber = Value.Check(patientShape, patient)
    ? patient.identifier.find(({ system }) => system === 'https://fhir.nhs.uk/Id/nhs-number')?.value
    : undefined;
  if (nhsNumber === undefined)
    return err({ status: 422, code: 'REFERENCE_NOT_FOUND', text: 'The message has a Patient with an NHS number.' });
  return ok({
    ...{ name: sent.id ?? header.id, reason, appointment: { ...appointment }, nhsNumber },
    ...{ appointmentId: appointment.id, version: appointment.meta?.versionId },
    cancels: appointment.status === 'cancelled',
    birthDate: Value.Check(patientShape, patient) ? patient.birthDate : undefined,
  });
}

/** The value of a header of BaRS, which is JSON in Base64; undefined for anything that is none. */
export function headerValue(header: string | undefined): Readonly<Record<string, unknown>> | undefined {
  if (header === undefined || header.length > 10_000 || !/^[\w+/=-]+$/.test(header)) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(header, 'base64').toString('utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
