import { randomUUID } from 'node:crypto';
import type { Bundle, MessageDefinition } from '@medplum/fhirtypes';
import { parseNhsNumber } from '#kernel/nhs-number.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { findPatients } from '#domains/patients/index.ts';
import { transaction } from '#platform/db/transaction.ts';
import { invalid, type FhirFault } from '#platform/fhir/fault.ts';
import type { Asked, FhirMessages, Written } from '#platform/fhir/kind.ts';
import { practicesTakenFor } from '../queries/request.ts';
import { sessionsNamed } from '../queries/slots.ts';
import { createAppointment, updateAppointment } from './appointment.ts';
import { readAppointment } from './appointment-sent.ts';
import { headerValue, readMessage, type MessageSent } from './message-sent.ts';
import { refusalFault } from './refusals.ts';

const events = 'https://fhir.nhs.uk/CodeSystem/message-events-bars';
const reasons = 'https://fhir.nhs.uk/CodeSystem/message-reason-bars';
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const definitionOf = (base: string): MessageDefinition => ({
  resourceType: 'MessageDefinition',
  id: 'bars-booking-request',
  url: `${base}/MessageDefinition/bars-booking-request`,
  version: '1.0.0',
  name: 'BookingRequest',
  title: 'A booking, its change or its cancelling, by the Booking and Referral Standard 1.0.0',
  status: 'active',
  date: '2026-11-22',
  eventCoding: { system: events, code: 'booking-request' },
  category: 'consequence',
  focus: [{ code: 'Appointment', min: 1, max: '1' }],
  responseRequired: 'always',
});

/** What every message of BaRS carries besides itself; answers the service it is meant for. */
function targetOf({ header }: Asked): Result<string, FhirFault> {
  const missing = (name: string, what: string) =>
    err({ status: 400, code: 'BAD_REQUEST', text: `The header ${name} is needed: ${what}.` } satisfies FhirFault);
  for (const name of ['X-Request-Id', 'X-Correlation-Id'])
    if (!uuid.test(header(name.toLowerCase()) ?? '')) return missing(name, 'a UUID');
  for (const name of ['NHSD-End-User-Organisation', 'NHSD-Requesting-Software'])
    if (headerValue(header(name.toLowerCase())) === undefined) return missing(name, 'JSON in Base64');
  const value = headerValue(header('nhsd-target-identifier'))?.['value'];
  if (typeof value !== 'string') return missing('NHSD-Target-Identifier', '{system, value} as JSON in Base64');
  return ok(value);
}

/** The patient of a message on our lists: the number must be theirs and the birth date, where it is said, agree. */
async function patientOf(asked: Asked, { nhsNumber, birthDate }: MessageSent): Promise<Result<string, FhirFault>> {
  const number = parseNhsNumber(nhsNumber);
  if (!number.ok) return err({ status: 422, code: 'INVALID_NHS_NUMBER', text: 'That is not an NHS number.' });
  const [found] = await transaction(asked.context, (tx) =>
    findPatients(tx, { kind: 'nhs-number', number: number.value }),
  );
  if (!found) return err(refusalFault('not-there'));
  if (birthDate !== undefined && birthDate !== found.birthDate.toString())
    return err(invalid('The birth date is not that of the patient with this NHS number.', 'Patient.birthDate'));
  return ok(found.id);
}

/** The service must be one we answer for, and the slot one of its places. */
async function isFor(asked: Asked, target: string, appointment: unknown): Promise<FhirFault | undefined> {
  const read = readAppointment(appointment);
  if (!read.ok) return read.error;
  const { sessionId } = read.value;
  const [services, sessions] = await transaction(asked.context, async (tx) => [
    await practicesTakenFor(tx),
    await sessionsNamed(tx, [sessionId]),
  ]);
  if (!services.some(({ id }) => id === target))
    return {
      status: 404,
      code: 'NO_RECORD_FOUND',
      text: 'NHSD-Target-Identifier names no service that is open to you here.',
    };
  if (sessions.some(({ practiceId }) => practiceId !== target))
    return invalid('The slot belongs to another service than the one the message is meant for.', 'Appointment.slot');
  return undefined;
}

async function process(asked: Asked, sent: unknown): Promise<Result<Bundle, FhirFault>> {
  const target = targetOf(asked);
  if (!target.ok) return target;
  const read = readMessage(sent);
  if (!read.ok) return read;
  const message = read.value;
  const patient = await patientOf(asked, message);
  if (!patient.ok) return patient;
  const appointment = {
    ...message.appointment,
    participant: [{ actor: { reference: `Patient/${patient.value}` } }],
    // BaRS asks for no reason; the record says at least by whom.
    ...(message.cancels && message.appointment['cancelationReason'] === undefined
      ? { cancelationReason: { text: 'Cancelled by the service that booked it' } }
      : {}),
  };
  const misled = await isFor(asked, target.value, appointment);
  if (misled) return err(misled);
  const done = await act(asked, message, appointment);
  return done.ok ? ok(answerTo(message, done.value, asked)) : done;
}

function act(asked: Asked, message: MessageSent, appointment: object): Promise<Result<Written, FhirFault>> {
  const { name, reason, appointmentId, version } = message;
  if (reason === 'new')
    return createAppointment(asked, appointment, name === undefined ? undefined : `message ${name}`);
  if (appointmentId === undefined)
    return Promise.resolve(err(invalid('An update names the appointment by its id.', 'Appointment.id')));
  return updateAppointment(asked, appointmentId, { sent: appointment, version });
}

function answerTo({ name, reason }: MessageSent, { resource }: Written, { base, now }: Asked): Bundle {
  const about = `${base}/Appointment/${resource.id ?? ''}`;
  const headerId = randomUUID();
  return {
    resourceType: 'Bundle',
    id: randomUUID(),
    type: 'message',
    timestamp: now.toString({ smallestUnit: 'second' }),
    entry: [
      {
        fullUrl: `urn:uuid:${headerId}`,
        resource: {
          resourceType: 'MessageHeader',
          id: headerId,
          eventCoding: { system: events, code: 'booking-response' },
          source: { name: 'Superpractice', software: 'Superpractice', endpoint: base },
          reason: { coding: [{ system: reasons, code: reason }] },
          ...(name === undefined ? {} : { response: { identifier: name, code: 'ok' } }),
          focus: [{ reference: about }],
        },
      },
      { fullUrl: about, resource },
    ],
  };
}

/** Bookings by message, as the Booking and Referral Standard has them. */
export const bookingMessages: FhirMessages = {
  scopes: ['system/Appointment.write'],
  definitions: (base) => [definitionOf(base)],
  process,
};
