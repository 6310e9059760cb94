import { createHash } from 'node:crypto';
import type { Appointment as Resource, Organization } from '@medplum/fhirtypes';
import { parseNhsNumber } from '#kernel/nhs-number.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { findPatients } from '#domains/patients/index.ts';
import { transaction } from '#platform/db/transaction.ts';
import { invalid, invalidParameter, notFound, type FhirFault } from '#platform/fhir/fault.ts';
import type { Asked, FhirKind, Written } from '#platform/fhir/kind.ts';
import { boundsOf, followed, idOf, tokenOf } from '#platform/fhir/search.ts';
import { amendAppointment, bookAppointment, cancelAppointment } from '../commands/appointment.ts';
import { appointmentsById, appointmentsOf, type Appointment, type BookedFor } from '../queries/appointment.ts';
import { slotName } from '../slot-name.ts';
import { readAppointment, type AppointmentSent } from './appointment-sent.ts';
import { channelOf } from './channel.ts';
import { refusalFault } from './refusals.ts';

const nhsNumberSystem = 'https://fhir.nhs.uk/Id/nhs-number';
const states = { booked: 'booked', attended: 'fulfilled', did_not_attend: 'noshow', cancelled: 'cancelled' } as const;
const second = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'second' });

function organisationOf({ code, name, phone }: BookedFor): Organization {
  return {
    ...{ resourceType: 'Organization', id: 'booked-for', name },
    ...(code === '' ? {} : { identifier: [{ system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: code }] }),
    ...(phone === '' ? {} : { telecom: [{ system: 'phone', value: phone }] }),
  };
}

function slotsOf({ sessionId, slotMinutes, startsAt, endsAt }: Appointment): NonNullable<Resource['slot']> {
  if (sessionId === null || slotMinutes === null) return [];
  const count = Math.round(startsAt.until(endsAt).total('minutes') / slotMinutes);
  return Array.from({ length: count }, (_, n) => ({
    reference: `Slot/${slotName({ sessionId, startsAt: startsAt.add({ minutes: n * slotMinutes }) })}`,
  }));
}

/** What the patient was told of when: the window of a call, where it was told as one and not as its time. */
function instructionOf({ windowFrom, windowUntil }: Appointment): Pick<Resource, 'patientInstruction'> {
  if (windowFrom === null || windowUntil === null) return {};
  const clock = (at: Temporal.Instant): string =>
    at.toZonedDateTimeISO('Europe/London').toPlainTime().toString({ smallestUnit: 'minute' });
  return { patientInstruction: `Told as between ${clock(windowFrom)} and ${clock(windowUntil)}, London time` };
}

/** A booking as an Appointment; its version is of what it says, so it changes whenever anything of it does. */
function appointmentOf(booking: Appointment): Resource {
  const { id, status, description, comment, identifier, bookedFor, startsAt, endsAt, cancelReason } = booking;
  const slot = slotsOf(booking);
  const resource: Resource = {
    resourceType: 'Appointment',
    id,
    ...(bookedFor ? { contained: [organisationOf(bookedFor)] } : {}),
    extension: [channelOf(booking.mode)],
    ...(identifier
      ? {
          identifier: [{ ...(identifier.system === '' ? {} : { system: identifier.system }), value: identifier.value }],
        }
      : {}),
    status: states[status],
    ...(cancelReason === null ? {} : { cancelationReason: { text: cancelReason } }),
    ...(description === '' ? {} : { description }),
    start: second(startsAt),
    end: second(endsAt),
    minutesDuration: startsAt.until(endsAt).total('minutes'),
    ...(slot.length > 0 ? { slot } : {}),
    created: second(booking.bookedAt),
    ...(comment === '' ? {} : { comment }),
    ...instructionOf(booking),
    participant: [
      { actor: { reference: `Patient/${booking.patientId}` }, status: 'accepted' },
      {
        actor: { reference: `PractitionerRole/${booking.clinicianId}`, display: booking.clinicianName },
        status: 'accepted',
      },
      ...(booking.second === null
        ? []
        : [
            {
              actor: { reference: `PractitionerRole/${booking.second.id}`, display: booking.second.name },
              status: 'accepted' as const,
            },
          ]),
      { actor: { reference: `Location/${booking.siteId ?? booking.hostPracticeId}` }, status: 'accepted' },
      // A room is no resource of its own here: it has its name.
      ...(booking.room === null
        ? []
        : [{ actor: { type: 'Location' as const, display: booking.room }, status: 'accepted' as const }]),
      ...(bookedFor ? [{ actor: { reference: '#booked-for' }, status: 'accepted' as const }] : []),
    ],
  };
  const versionId = createHash('sha256').update(JSON.stringify(resource)).digest('hex').slice(0, 16);
  return { ...resource, meta: { versionId } };
}

async function resourceFor(asked: Asked, id: string, created: boolean): Promise<Result<Written, FhirFault>> {
  const [standing] = await transaction(asked.context, (tx) => appointmentsById(tx, [id]));
  return standing ? ok({ resource: appointmentOf(standing), created }) : err(notFound('Appointment'));
}

/** The patient a program means, by our id or by NHS number. */
async function patientMeant(asked: Asked, { patient }: AppointmentSent): Promise<string | undefined> {
  if ('id' in patient) return patient.id;
  const number = parseNhsNumber(patient.nhsNumber);
  if (!number.ok) return undefined;
  const found = await transaction(asked.context, (tx) =>
    findPatients(tx, { kind: 'nhs-number', number: number.value }),
  );
  return found[0]?.id;
}

/** Books what was sent. The appointment's own identifier, else the request's, makes the same call twice one booking. */
export async function createAppointment(
  asked: Asked,
  sent: unknown,
  otherwise?: string,
): Promise<Result<Written, FhirFault>> {
  const read = readAppointment(sent);
  if (!read.ok) return read;
  const want = read.value;
  if (want.status !== 'booked') return err(invalid('A new appointment has the status booked.', 'Appointment.status'));
  if (Temporal.Instant.compare(want.startsAt, asked.now) <= 0)
    return err(invalid('That time has passed: only appointments to come are booked.', 'Appointment.start'));
  const patientId = await patientMeant(asked, want);
  if (patientId === undefined) return err(refusalFault('not-there'));
  const { identifier } = want;
  const name = identifier ? `identifier ${identifier.system}|${identifier.value}` : (otherwise ?? asked.requestId);
  const key = `client ${asked.clientId} ${name ?? crypto.randomUUID()}`;
  const booked = await bookAppointment(asked.context, { ...want, key, patientId, now: asked.now });
  if (!booked.ok) return err(refusalFault(booked.error));
  return resourceFor(asked, booked.value.bookingId, !booked.value.repeated);
}

/** Why what was sent cannot take the place of what stands: only what is said of it may change, or that it is cancelled. */
function changed(standing: Appointment, want: AppointmentSent, now: Temporal.Instant): FhirFault | undefined {
  if (standing.status !== 'booked')
    return invalid('It is not booked any more, so it is not changed.', 'Appointment.status');
  if (Temporal.Instant.compare(standing.startsAt, now) <= 0)
    return invalid('Its time has come: only appointments to come are changed.', 'Appointment.start');
  const { sessionId, startsAt, endsAt, patient } = want;
  if (sessionId !== standing.sessionId || !startsAt.equals(standing.startsAt) || !endsAt.equals(standing.endsAt))
    return invalid('An appointment is not moved so: cancel it and book another.', 'Appointment.slot');
  if ('id' in patient && patient.id !== standing.patientId)
    return invalid('The patient of an appointment does not change.', 'Appointment.participant');
  return undefined;
}

/** Cancels or amends; `seen` is the version the program has seen, if it must have seen one. */
export async function updateAppointment(
  asked: Asked,
  id: string,
  { sent, version }: { sent: unknown; version: string | undefined },
): Promise<Result<Written, FhirFault>> {
  const read = readAppointment(sent);
  if (!read.ok) return read;
  const want = read.value;
  if (want.id !== id) return err(invalid('The id is that of the address.', 'Appointment.id'));
  const inspect = (standing: Appointment): FhirFault | undefined => {
    if (version !== undefined && appointmentOf(standing).meta?.versionId !== version)
      return refusalFault('gone-already');
    // A message says again only what it must; a program that has read it sends back the whole.
    return changed(standing, want, asked.now) ?? (version === undefined ? undefined : cancelsMore(standing, want));
  };
  const { description, comment, reason } = want;
  const { context, now } = asked;
  if (want.status !== 'cancelled' && want.status !== 'booked')
    return err(invalid('The status stays booked, or becomes cancelled.', 'Appointment.status'));
  if (want.status === 'cancelled' && reason === '')
    return err(invalid('Say why it is cancelled.', 'Appointment.cancelationReason'));
  const done =
    want.status === 'cancelled'
      ? await cancelAppointment(context, id, { reason, inspect, now })
      : await amendAppointment(context, id, { description, comment, inspect, now });
  if (done.ok) return resourceFor(asked, id, false);
  if (typeof done.error === 'object') return err(done.error);
  return err(done.error === 'not-there' ? notFound('Appointment') : refusalFault(done.error));
}

/** GP Connect: who cancels changes the status and says why, and nothing else. */
function cancelsMore(standing: Appointment, want: AppointmentSent): FhirFault | undefined {
  if (want.status !== 'cancelled') return undefined;
  if (want.description === standing.description && want.comment === standing.comment) return undefined;
  return invalid(
    'Cancelling changes the status and says why; description and comment stay.',
    'Appointment.description',
  );
}

/** Appointments: booked from slots, read, searched for by patient, amended and cancelled. */
export const appointmentKind: FhirKind = {
  type: 'Appointment',
  readScopes: ['system/Appointment.read'],
  writeScopes: ['system/Appointment.write'],
  documentation:
    'Booked from neighbouring slots of one schedule, within the clinician’s safe limit. PUT with If-Match amends description and comment, or cancels.',
  params: [
    { name: 'patient', type: 'reference', documentation: 'Patient/ID; this or patient:identifier is required' },
    { name: 'patient:identifier', type: 'token', documentation: `${nhsNumberSystem}|NUMBER (as BaRS)` },
    { name: 'start', type: 'date', documentation: 'From (ge) and until (le), also as date' },
  ],
  includes: {
    'Appointment:patient': (from) => (from as Resource).participant.slice(0, 1).map(({ actor }) => actor),
    'Appointment:actor': (from) => (from as Resource).participant.map(({ actor }) => actor),
    'Appointment:slot': (from) => (from as Resource).slot ?? [],
  },
  read: async ({ context }, ids) => (await transaction(context, (tx) => appointmentsById(tx, ids))).map(appointmentOf),
  search: async (asked, params) => {
    const bounds = boundsOf([...params.getAll('start'), ...params.getAll('date')], 'start');
    if (!bounds.ok) return bounds;
    const number = params.get('patient:identifier') ?? params.get('patient.identifier');
    const patient = params.get('patient');
    if (patient === null && number === null)
      return err(invalidParameter('Search for the appointments of one patient.'));
    const { system, value } = tokenOf(number ?? '');
    if (number !== null && system !== nhsNumberSystem)
      return err({
        status: 422,
        code: 'INVALID_IDENTIFIER_SYSTEM',
        text: `The identifier is ${nhsNumberSystem}|NUMBER.`,
      });
    const found = await transaction(asked.context, async (tx) => {
      const [known] = number === null ? [] : await findPatients(tx, { kind: 'nhs-number', number: value });
      const id = number === null ? idOf(patient ?? '', 'Patient') : known?.id;
      return id === undefined ? [] : appointmentsOf(tx, id, bounds.value);
    });
    const names = ['patient', 'patient:identifier', 'patient.identifier', 'start', 'date'];
    return ok({ matches: found.map(appointmentOf), total: found.length, followed: followed(params, names) });
  },
  create: (asked, sent) => createAppointment(asked, sent),
  update: updateAppointment,
};
