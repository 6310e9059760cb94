import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import {
  findPatients,
  nameKey,
  parsePatientSearch,
  searchLimit,
  type Patient,
  type PatientSearch,
} from '#domains/patients/index.ts';
import { transaction } from '#platform/db/transaction.ts';
import type { EdgeParts } from '#platform/http/edge.ts';
import { route } from '#platform/http/routes.ts';
import { choosePatient, clearPatient, confirmIdentity, type Agreement } from '../commands/identify.ts';
import { recordUnknown, screenMisplaced } from '../commands/typed.ts';
import { onwards, showCall } from './call.ts';
import { takeCalls } from './permissions.ts';

const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const agreement = Type.Enum(['name', 'nhs_number', 'birth_date', 'phone', 'address']);
const matched = Type.Optional(Type.Union([agreement, Type.Array(agreement, { maxItems: 5 })]));

const searchWords = {
  empty: 'Type an NHS number, a telephone number, or a birth date and surname',
  'check-digit': 'That is not an NHS number: a digit is wrong. Ask again, or use birth date and surname',
  'no-such-date': 'There is no such date. Type it as 14 3 1948',
  unreadable: 'Type an NHS number, a telephone number, or a birth date and surname like 14 3 1948 ellis',
} as const;

const byKind = { 'nhs-number': 'nhs_number', 'birth-date': 'birth_date', phone: 'phone' } as const;

/** Finding, choosing, confirming and changing who a call is about. What is searched for never stands in an address. */
export function whoRoutes(app: FastifyInstance, { now }: EdgeParts): void {
  unknownRoute(app, now);
  route(app, {
    method: 'POST',
    url: '/calls/:id/find',
    permission: takeCalls,
    audit: 'find-patient',
    schema: { params, body: Type.Object({ typed: Type.String({ maxLength: 100 }) }) },
    handler: async ({ context, params: { id }, body }, reply) => {
      const at = now();
      const search = parsePatientSearch(body.typed, at.toZonedDateTimeISO('Europe/London').toPlainDate());
      // More than a name beside the date may be what they are saying.
      if (!search.ok || /\p{L}\P{L}+\p{L}/u.test(body.typed)) {
        const screened = await screenMisplaced(context, id, { text: body.typed, now: at });
        if (screened.ok && screened.value.stopped) return reply.redirect(`/calls/${id}`, 303);
      }
      if (!search.ok) {
        const errors = [{ text: searchWords[search.error.kind], href: '#typed' }];
        return showCall(context, reply.code(422), { id, now: at, extra: { errors, typed: body.typed } });
      }
      const found = await transaction(context, (tx) => findPatients(tx, search.value));
      const [only, ...others] = found;
      // One person alone, by a number of their own or by their whole name and birth date: who it is is checked next in any case.
      const sure = only && others.length === 0 ? saidOf(search.value, only) : undefined;
      if (only && sure) {
        const done = await choosePatient(context, id, { patientId: only.id, matched: sure, now: at });
        return onwards(context, reply, { id, now: at, done });
      }
      const extra = { typed: body.typed, found: viewOfFound(found, byKind[search.value.kind]) };
      return showCall(context, reply, { id, now: at, extra });
    },
  });
  route(app, {
    method: 'POST',
    url: '/calls/:id/patient',
    permission: takeCalls,
    audit: 'choose-patient',
    schema: { params, body: Type.Object({ patient: Type.String({ format: 'uuid' }), matched }) },
    handler: async ({ context, params: { id }, body }, reply) => {
      const at = now();
      const chosen = await choosePatient(context, id, {
        patientId: body.patient,
        matched: listOf(body.matched),
        now: at,
      });
      return onwards(context, reply, { id, now: at, done: chosen });
    },
  });
  route(app, {
    method: 'POST',
    url: '/calls/:id/patient/change',
    permission: takeCalls,
    audit: 'change-patient',
    schema: { params, body: Type.Object({}) },
    handler: async ({ context, params: { id } }, reply) => {
      const done = await clearPatient(context, id, now());
      return onwards(context, reply, { id, now: now(), done, to: `/calls/${id}?who=find` });
    },
  });
  route(app, {
    method: 'POST',
    url: '/calls/:id/identity',
    permission: takeCalls,
    audit: 'confirm-identity',
    schema: { params, body: Type.Object({ matched, patient: Type.Optional(Type.String({ format: 'uuid' })) }) },
    handler: async ({ context, params: { id }, body }, reply) => {
      const done = await confirmIdentity(context, id, listOf(body.matched), body.patient);
      return onwards(context, reply, { id, now: now(), done });
    },
  });
}

/** Somebody who is on no list: what they give is noted, and the request goes on without a patient. */
function unknownRoute(app: FastifyInstance, now: () => Temporal.Instant): void {
  route(app, {
    method: 'POST',
    url: '/calls/:id/unknown',
    permission: takeCalls,
    audit: 'take-unknown-caller',
    schema: {
      params,
      body: Type.Object({ name: Type.String({ maxLength: 200 }), born: Type.Optional(Type.String({ maxLength: 40 })) }),
    },
    handler: async ({ context, params: { id }, body: { name, born = '' } }, reply) => {
      const at = now();
      return onwards(context, reply, { id, now: at, done: await recordUnknown(context, id, { name, born, now: at }) });
    },
  });
}

/** What a search said of the one person it found; undefined where it may be somebody else: part of a surname, or a family's telephone. */
function saidOf(search: PatientSearch, found: Patient): readonly Agreement[] | undefined {
  if (search.kind === 'nhs-number') return ['nhs_number'];
  const whole = search.kind === 'birth-date' && search.familyKey === nameKey(found.familyName);
  return whole ? ['name', 'birth_date'] : undefined;
}

function listOf(given: Agreement | readonly Agreement[] | undefined): readonly Agreement[] {
  return given === undefined ? [] : typeof given === 'string' ? [given] : given;
}

function viewOfFound(found: readonly Patient[], matchedBy: Agreement): object {
  return { patients: found.slice(0, searchLimit), tooMany: found.length > searchLimit, matched: matchedBy };
}
