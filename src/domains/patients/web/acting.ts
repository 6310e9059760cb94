import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { transaction, type Context } from '#platform/db/transaction.ts';
import { route, type Permission } from '#platform/http/routes.ts';
import { endConsent, recordConsent, type ProxyRefused } from '../commands/proxy.ts';
import { consents, relations } from '../proxy.ts';
import { actingFor, patientRecord } from '../queries.ts';

const params = Type.Object({ patient: Type.String({ format: 'uuid' }) });
const text = (most: number) => Type.Optional(Type.String({ maxLength: most }));

const words: Readonly<Record<ProxyRefused, readonly [field: string, text: string]>> = {
  'not-at-a-practice': ['nhs_number', 'The patient’s own practice records who acts for them'],
  'no-such-patient': ['nhs_number', 'That patient is not there'],
  number: ['nhs_number', 'Enter the NHS number of whoever acts, like 999 041 2782'],
  nobody: ['nhs_number', 'Nobody with that NHS number is on a list you see'],
  themself: ['nhs_number', 'That is the patient’s own NHS number'],
  relation: ['relation', 'Choose how they stand to the patient'],
  consent: ['consent', 'Choose the consent they act on; it must fit who they are'],
  note: ['note', 'Say what you saw or heard that shows it'],
  'too-old': ['consent', 'A child of that age says so themself: ask them, and choose “The patient said so themself”'],
};

/** Who acts for a patient online: recorded by the practice with the consent, and ended there. */
export function actingRoutes(app: FastifyInstance, permission: Permission): void {
  route(app, {
    method: 'GET',
    url: '/patients/:patient/acting',
    permission,
    audit: 'see-who-acts',
    schema: { params },
    handler: async ({ context, params: { patient } }, reply) => showActing(context, reply, { id: patient }),
  });
  route(app, {
    method: 'POST',
    url: '/patients/:patient/acting',
    permission,
    audit: 'record-consent',
    schema: {
      params,
      body: Type.Object({ nhs_number: text(40), relation: text(20), consent: text(20), note: text(500) }),
    },
    handler: async ({ context, params: { patient }, body }, reply) => {
      const { nhs_number: nhsNumber = '', relation = '', consent = '', note = '' } = body;
      const recorded = await recordConsent(context, patient, { nhsNumber, relation, consent, note });
      if (recorded.ok) return reply.redirect(`/patients/${patient}/acting`, 303);
      return showActing(context, reply, { id: patient, refused: recorded.error, typed: body });
    },
  });
  route(app, {
    method: 'POST',
    url: '/patients/:patient/acting/end',
    permission,
    audit: 'end-consent',
    schema: { params, body: Type.Object({ id: Type.String({ format: 'uuid' }) }) },
    handler: async ({ context, params: { patient }, body }, reply) => {
      const ended = await endConsent(context, patient, body.id);
      if (ended.ok) return reply.redirect(`/patients/${patient}/acting`, 303);
      return showActing(context, reply, { id: patient, refused: ended.error });
    },
  });
}

async function showActing(
  context: Context,
  reply: FastifyReply,
  shown: { id: string; refused?: ProxyRefused; typed?: object },
): Promise<FastifyReply> {
  const view = await transaction(context, async (tx) => {
    const one = await patientRecord(tx, shown.id);
    return one && { one, acting: await actingFor(tx, shown.id) };
  });
  if (view === undefined)
    return reply.problem(404, 'That patient is not there', 'They may be registered at a practice you do not see.');
  const items = (of: Readonly<Record<string, string>>) =>
    Object.entries(of).map(([value, label]) => ({ value, text: label }));
  const [field, said] = shown.refused ? words[shown.refused] : ['', ''];
  const name = `${view.one.givenName} ${view.one.familyName}`;
  return reply.code(shown.refused ? 422 : 200).page('patients/views/acting.njk', {
    ...view,
    ...{
      name,
      typed: shown.typed ?? {},
      relations: items(relations),
      consents: items(consents),
      relationOf: relations,
      consentOf: consents,
    },
    errors: shown.refused ? [{ text: said, href: `#${field}` }] : undefined,
    mayChange: view.one.practiceId === context.actor.practiceId && !view.one.left,
    breadcrumbs: [
      { text: 'Patients', href: '/patients' },
      { text: name, href: `/patients/${shown.id}` },
      { text: 'Who acts for them' },
    ],
  });
}
