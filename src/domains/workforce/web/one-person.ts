import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import type { Result } from '#kernel/result.ts';
import type { Context } from '#platform/db/transaction.ts';
import { dateFields, dateText, readDate, type TypedDate } from '#platform/http/form-date.ts';
import { route } from '#platform/http/routes.ts';
import { endPlace, markSamePerson, recordRegistration, workAlsoAt } from '../commands/one-person.ts';
import { sayClinicianRefused, type ClinicianRefused, type FieldFault } from '../refused.ts';
import { arrangeClinicians } from './permissions.ts';

/** What the page of one clinician shows besides what is kept of them: what was typed, and what was wrong with it. */
export interface ShownOne {
  readonly clinician: string;
  readonly end?: TypedDate['typed'];
  readonly ties?: object;
  readonly faults?: readonly FieldFault[];
}

/** How the page of one clinician is shown, and that they are not among one's own. */
interface Pages {
  readonly showOne: (context: Context, reply: FastifyReply, shown: ShownOne) => Promise<FastifyReply>;
  readonly missing: (reply: FastifyReply) => FastifyReply;
}

const text = (most: number) => Type.Optional(Type.String({ maxLength: most }));
const params = Type.Object({ clinician: Type.String({ format: 'uuid' }) });

/** Adds what keeps one entry for one person: where else they work, their registration number, and that they were entered twice. */
export function onePersonRoutes(app: FastifyInstance, pages: Pages): void {
  const answered = async (
    context: Context,
    reply: FastifyReply,
    { clinician, done, typed }: { clinician: string; done: Result<null, ClinicianRefused>; typed: object },
  ) => {
    if (done.ok) return reply.redirect(`/clinicians/${clinician}#person`, 303);
    if (done.error.kind === 'no-such-clinician' || done.error.kind === 'not-your-practice') return pages.missing(reply);
    const faults = sayClinicianRefused(done.error);
    return pages.showOne(context, reply.code(422), { clinician, ties: typed, faults });
  };
  route(app, {
    method: 'POST',
    url: '/clinicians/:clinician/places',
    permission: arrangeClinicians,
    audit: 'place-clinician',
    schema: { params, body: Type.Object({ place: text(20), ...dateFields('placed') }) },
    handler: async ({ context, params: { clinician }, body }, reply) => {
      const { place = '' } = body;
      const done = await workAlsoAt(context, clinician, { practice: place, from: dateText('placed', body) });
      return answered(context, reply, { clinician, done, typed: { place, placed: readDate('placed', body).typed } });
    },
  });
  route(app, {
    method: 'POST',
    url: '/clinicians/:clinician/places/:practice/end',
    permission: arrangeClinicians,
    audit: 'end-clinician-place',
    schema: { params: Type.Object({ ...params.properties, practice: Type.String({ maxLength: 20 }) }) },
    handler: async ({ context, params: { clinician, practice } }, reply) => {
      const done = await endPlace(context, clinician, practice);
      // Whoever acts for that practice alone sees them no more.
      if (done.ok && context.actor.practiceId !== null) return reply.redirect('/clinicians', 303);
      return answered(context, reply, { clinician, done, typed: {} });
    },
  });
  route(app, {
    method: 'POST',
    url: '/clinicians/:clinician/registration',
    permission: arrangeClinicians,
    audit: 'record-registration',
    schema: { params, body: Type.Object({ registration: text(40) }) },
    handler: async ({ context, params: { clinician }, body: { registration = '' } }, reply) => {
      const done = await recordRegistration(context, clinician, registration);
      return answered(context, reply, { clinician, done, typed: { registration } });
    },
  });
  route(app, {
    method: 'POST',
    url: '/clinicians/:clinician/same-person',
    permission: arrangeClinicians,
    audit: 'say-same-person',
    schema: { params, body: Type.Object({ kept: text(60) }) },
    handler: async ({ context, params: { clinician }, body: { kept = '' } }, reply) => {
      const done = await markSamePerson(context, clinician, kept);
      if (done.ok) return reply.redirect(`/clinicians/${kept}#person`, 303);
      return answered(context, reply, { clinician, done, typed: { kept } });
    },
  });
}
