import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import type { Edge } from '#platform/http/edge.ts';
import { dateFields, dateText, readDate } from '#platform/http/form-date.ts';
import { route, type Permission } from '#platform/http/routes.ts';
import { changePatient, choicesAt, registerPatient, type GpsOf } from '../commands/register.ts';
import { contactWays, fieldsOf, languages, sexes, type PatientFault, type PatientFields } from '../patient-details.ts';
import { sayPatientRefused, type PatientRefused } from '../patient-refused.ts';
import { findPatients, patientRecord, practiceOfGroup, searchLimit, today, type Patient } from '../queries.ts';
import { actingRoutes } from './acting.ts';
import { parsePatientSearch } from '../search.ts';

/** Whoever answers for a practice's list: registering, finding and mending. Hub navigators see, and change nothing. */
const keepPatients: Permission = { name: 'keep-patients', roles: ['navigator', 'practice_manager'] };

const text = (most: number) => Type.Optional(Type.String({ maxLength: most }));
const formFields = {
  ...{ nhs_number: text(60), given_name: text(300), family_name: text(300), sex: text(20), phone: text(60) },
  ...{ email: text(400), address: text(1000), postcode: text(40), usual_gp: text(60), language: text(20) },
  ...{ contact_by: text(20), ...dateFields('birth_date') },
  needs: Type.Optional(
    Type.Union([Type.String({ maxLength: 60 }), Type.Array(Type.String({ maxLength: 60 }), { maxItems: 40 })]),
  ),
};
type Body = { readonly [F in keyof typeof formFields]?: string | string[] | undefined };
const params = Type.Object({ patient: Type.String({ format: 'uuid' }) });
const notHere = ['That patient is not there', 'They may be registered at a practice you do not see.'] as const;
const atPractice = [
  'Patients are registered at their practice',
  'Switch to a role you hold at the practice, or ask its practice manager.',
] as const;

interface Shown {
  readonly fields: PatientFields;
  readonly birth?: object;
  readonly errors?: readonly { text: string; href: string }[];
}

/** Hears words that were typed where no words belong; answers where to go on if they are a danger that must be dealt with. */
export type Hear = (context: Context, words: string, now: Temporal.Instant) => Promise<string | undefined>;

/** Finds whether a patient is reached only as they chose, and how that is; empty where nobody has asked them. */
export type SafeFor = (tx: Tx, patientId: string) => Promise<{ readonly asks: boolean; readonly how: string }>;

/** What the pages need of domains below: a practice's GPs, screening a search that is none, and how somebody is reached safely. */
export interface PatientsNeed {
  readonly gpsOf: GpsOf;
  readonly hear: Hear;
  readonly safeFor: SafeFor;
  /** Roles that see who read what. */
  readonly auditRoles: readonly string[];
}

/** The pages of a practice's patients. */
export function patientsEdge({ hear, ...others }: PatientsNeed): Edge {
  return {
    places: [{ href: '/patients', label: 'Patients', permission: keepPatients }],
    routes(app, { now }) {
      findRoutes(app, (context, words) => hear(context, words, now()));
      registerRoutes(app, others.gpsOf);
      patientRoutes(app, others);
      actingRoutes(app, keepPatients);
    },
  };
}

/** A form's values as they were typed. An empty list of needs means none: a form always asks for them. */
function fieldsFrom(body: Body): PatientFields {
  const one = (name: keyof Body) => (typeof body[name] === 'string' ? body[name].trim() : '');
  return {
    ...{ nhs_number: one('nhs_number'), given_name: one('given_name'), family_name: one('family_name') },
    ...{ sex: one('sex'), phone: one('phone'), email: one('email'), address: one('address') },
    ...{ postcode: one('postcode'), usual_gp: one('usual_gp'), language: one('language') },
    ...{ contact_by: one('contact_by'), birth_date: dateText('birth_date', body) },
    needs: [body.needs ?? []].flat().join(';'),
  };
}

const errorsOf = (reason: PatientRefused) =>
  sayPatientRefused(reason).map(({ field, text: says }: PatientFault) => ({ text: says, href: `#${field}` }));

/** Searches are posted, because an address is kept in histories and logs. */
function findRoutes(
  app: FastifyInstance,
  heard: (context: Context, words: string) => Promise<string | undefined>,
): void {
  const show = async (context: Context, reply: FastifyReply, found: object = {}) => {
    const practiceId = context.actor.practiceId;
    const practice =
      practiceId === null ? undefined : await transaction(context, (tx) => practiceOfGroup(tx, practiceId));
    return reply.page('patients/views/patients.njk', { practice, mayRegister: practiceId !== null, ...found });
  };
  route(app, {
    method: 'GET',
    url: '/patients',
    permission: keepPatients,
    audit: 'show-patient-search',
    schema: {},
    handler: async ({ context }, reply) => show(context, reply),
  });
  route(app, {
    method: 'POST',
    url: '/patients/find',
    permission: keepPatients,
    audit: 'find-patient',
    schema: { body: Type.Object({ q: text(200) }) },
    handler: async ({ context, body }, reply) => {
      const q = body.q ?? '';
      // More than a name may be what somebody is saying.
      const danger = /\p{L}\P{L}+\p{L}/u.test(q) ? await heard(context, q) : undefined;
      if (danger !== undefined) return reply.redirect(danger, 303);
      const read = await transaction(context, async (tx): Promise<Patient[] | string> => {
        const search = parsePatientSearch(q, await today(tx));
        return search.ok ? findPatients(tx, search.value) : searchWords[search.error.kind];
      });
      if (typeof read === 'string') return show(context, reply.code(422), { q, errors: [{ text: read, href: '#q' }] });
      return show(context, reply, { q, found: read.slice(0, searchLimit), more: read.length > searchLimit });
    },
  });
}

const searchWords = {
  empty: 'Enter an NHS number, a telephone number, or a date of birth and a last name',
  'check-digit': 'That is not an NHS number: check each digit',
  'no-such-date': 'There is no such date',
  unreadable: 'Enter an NHS number, a telephone number, or a date of birth and a last name',
} as const;

function registerRoutes(app: FastifyInstance, gpsOf: GpsOf): void {
  const show = async (context: Context, reply: FastifyReply, shown: Shown) => {
    const { practiceId } = context.actor;
    if (practiceId === null) return reply.problem(403, ...atPractice);
    const offered = await transaction(context, (tx) => offers(tx, practiceId, gpsOf));
    return reply.page('patients/views/patient-new.njk', {
      ...offered,
      ...shown,
      chosen: (shown.fields.needs ?? '').split(';'),
      breadcrumbs: [{ text: 'Patients', href: '/patients' }, { text: 'Register somebody' }],
    });
  };
  route(app, {
    method: 'GET',
    url: '/patients/new',
    permission: keepPatients,
    audit: 'show-new-patient',
    schema: {},
    handler: async ({ context }, reply) => show(context, reply, { fields: {} }),
  });
  route(app, {
    method: 'POST',
    url: '/patients',
    permission: keepPatients,
    audit: 'register-patient',
    schema: { body: Type.Object(formFields) },
    handler: async ({ context, body }, reply) => {
      const fields = fieldsFrom(body);
      const registered = await registerPatient(context, fields, gpsOf);
      if (registered.ok) return reply.redirect(`/patients/${registered.value}`, 303);
      if (registered.error.kind === 'not-at-a-practice') return reply.problem(403, ...atPractice);
      return show(context, reply.code(422), {
        fields,
        birth: readDate('birth_date', body).typed,
        errors: errorsOf(registered.error),
      });
    },
  });
}

async function offers(tx: Tx, practiceId: string, gpsOf: GpsOf) {
  const { needs, gps } = await choicesAt(tx, practiceId, gpsOf);
  return {
    ...{ practice: await practiceOfGroup(tx, practiceId), sexes, contactWays, languages },
    needs: needs.map(({ code, name }) => ({ value: code, text: name })),
    gps: gps.map(({ id, name }) => ({ value: id, text: name })),
  };
}

function patientRoutes(app: FastifyInstance, { gpsOf, safeFor, auditRoles }: Omit<PatientsNeed, 'hear'>): void {
  const show = async (context: Context, reply: FastifyReply, shown: Partial<Shown> & { id: string }) => {
    const view = await transaction(context, async (tx) => {
      const one = await patientRecord(tx, shown.id);
      return one && { one, safe: await safeFor(tx, one.id), ...(await offers(tx, one.practiceId, gpsOf)) };
    });
    if (!view) return reply.problem(404, ...notHere);
    const { one, gps } = view;
    const fields = { ...fieldsOf(one), ...shown.fields };
    const gone = one.usualGpId !== null && !gps.some(({ value }) => value === one.usualGpId);
    return reply.page('patients/views/patient.njk', {
      ...view,
      ...{ fields, errors: shown.errors, chosen: fields.needs?.split(';') ?? [] },
      gps: gone ? [{ value: one.usualGpId, text: 'A GP who is no longer here' }, ...gps] : gps,
      languages: languages.some(({ value }) => value === one.language)
        ? languages
        : [{ value: one.language, text: one.language }, ...languages],
      mayChange: one.practiceId === context.actor.practiceId && !one.left,
      maySeeAudit: auditRoles.includes(context.actor.role),
      breadcrumbs: [{ text: 'Patients', href: '/patients' }, { text: `${one.givenName} ${one.familyName}` }],
    });
  };
  route(app, {
    method: 'GET',
    url: '/patients/:patient',
    permission: keepPatients,
    audit: 'show-patient',
    schema: { params },
    handler: async ({ context, params: { patient } }, reply) => show(context, reply, { id: patient }),
  });
  route(app, {
    method: 'POST',
    url: '/patients/:patient',
    permission: keepPatients,
    audit: 'change-patient',
    schema: { params, body: Type.Object(formFields) },
    handler: async ({ context, params: { patient }, body }, reply) => {
      const { phone, email, address, postcode, usual_gp, needs, language, contact_by } = fieldsFrom(body);
      const fields = { phone, email, address, postcode, usual_gp, needs, language, contact_by };
      const changed = await changePatient(context, patient, { fields, gpsOf });
      if (changed.ok) return reply.redirect(`/patients/${patient}`, 303);
      if (changed.error.kind === 'not-at-a-practice') return reply.problem(403, ...atPractice);
      if (changed.error.kind === 'no-such-patient') return reply.problem(404, ...notHere);
      return show(context, reply.code(422), { id: patient, fields, errors: errorsOf(changed.error) });
    },
  });
}
