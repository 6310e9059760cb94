import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { transaction } from '#platform/db/transaction.ts';
import { route } from '#platform/http/routes.ts';
import { sendRequest, type NotSent } from '../commands/send-request.ts';
import { placesOn, requestsByPractice } from '../queries/board.ts';
import { lastLevels, practicesWithLevels } from '../queries/level.ts';
import { sentState, type SentState } from '../queries/request-sent.ts';

const nullable = <T extends ReturnType<typeof Type.String>>(shape: T) => Type.Union([shape, Type.Null()]);
const instant = Type.String({ format: 'date-time' });

const problem = Type.Object({
  type: Type.String(),
  status: Type.Integer(),
  title: Type.String({ description: 'What happened' }),
  detail: Type.String({ description: 'What to do; never a patient’s details' }),
});

const requestShape = Type.Object({
  id: Type.String({ format: 'uuid' }),
  practice: Type.String({ description: 'ODS code of the practice whose queue it stands in' }),
  status: Type.Enum(['waiting', 'red-flag', 'booked', 'ended']),
  receivedAt: instant,
  answerBy: { ...nullable(instant), description: 'By when the patient is told what happens' },
  identified: Type.Boolean({ description: 'Whether NHS number and birth date agreed with a record' }),
  appointmentAt: nullable(instant),
  redFlag: Type.Union([
    Type.Object({
      advice: Type.Enum(['ambulance', 'clinician']),
      say: Type.String({ description: 'What to show the patient at once, before anything else' }),
    }),
    Type.Null(),
  ]),
});

const advice = {
  '999': {
    advice: 'ambulance',
    say: 'What you wrote may mean that a life is in danger. Call 999 now. Do not wait for us to answer.',
  },
  duty: {
    advice: 'clinician',
    say: 'What you wrote may need somebody now. The duty doctor has been told and will ring you. If it gets worse, call 999.',
  },
} as const;

const refusals: Readonly<Record<NotSent, readonly [status: number, title: string, detail: string]>> = {
  'not-there': [
    404,
    'That practice takes no requests from you',
    'It may not have joined hub booking. Send it another way.',
  ],
  'nhs-number': [422, 'That is no NHS number', 'Its check digit is wrong. Leave the patient out rather than guess.'],
  phone: [422, 'That is no telephone number', 'Send a UK number, or leave it out.'],
  words: [422, 'There are no words', 'Send what the patient wrote, as they wrote it.'],
  'key-reused': [409, 'That key was used for another request', 'Give each request a key of its own.'],
};

function shown(state: SentState): object {
  const { id, practiceId: practice, status, receivedAt, answerBy, identified, appointmentAt, gravest } = state;
  return {
    ...{ id, practice, identified, receivedAt: receivedAt.toString(), answerBy: answerBy?.toString() ?? null },
    status: status === 'red_flag' ? 'red-flag' : status === 'draft' ? 'waiting' : status,
    appointmentAt: appointmentAt?.toString() ?? null,
    redFlag: gravest && advice[gravest],
  };
}

/** Requests from other programs, and how those stand. */
function requestRoutes(app: FastifyInstance, now: () => Temporal.Instant): void {
  route(app, {
    method: 'POST',
    url: '/requests',
    permission: { scopes: ['requests.write'] },
    audit: 'api-send-request',
    schema: {
      summary: 'Puts a patient’s request into the queue of their practice; its words are screened for danger at once',
      headers: Type.Object({ 'idempotency-key': Type.String({ minLength: 1, maxLength: 100 }) }),
      body: Type.Object(
        {
          practice: Type.String({ maxLength: 12, description: 'ODS code' }),
          channel: Type.Enum(['online', '111']),
          words: Type.String({ maxLength: 10_000, description: 'What the patient wrote, as they wrote it' }),
          patient: Type.Optional(
            Type.Object(
              { nhsNumber: Type.String({ maxLength: 20 }), birthDate: Type.String({ format: 'date' }) },
              { additionalProperties: false },
            ),
          ),
          phone: Type.Optional(Type.String({ maxLength: 30 })),
          reference: Type.Optional(Type.String({ maxLength: 100, description: 'Your own number for it' })),
        },
        { additionalProperties: false },
      ),
      response: { 200: requestShape, 201: requestShape, 404: problem, 409: problem, 422: problem },
    },
    handler: async ({ context, body, raw }, reply) => {
      const want = {
        ...body,
        practice: body.practice.trim().toUpperCase(),
        key: String(raw.headers['idempotency-key']),
      };
      const sent = await sendRequest(context, want, now());
      if (!sent.ok) return refuse(reply, ...refusals[sent.error]);
      const { state, repeated } = sent.value;
      return reply
        .code(repeated ? 200 : 201)
        .header('cache-control', 'no-store')
        .send(shown(state));
    },
  });
  route(app, {
    method: 'GET',
    url: '/requests/:id',
    permission: { scopes: ['requests.read', 'requests.write'] },
    audit: 'api-read-request',
    schema: {
      summary: 'How a request stands that this program sent',
      params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
      response: { 200: requestShape, 404: problem },
    },
    handler: async ({ context, params: { id } }, reply) => {
      const state = await transaction(context, (tx) => sentState(tx, context.actor.clientId ?? '', id));
      if (state === undefined) return refuse(reply, 404, 'There is no such request of yours', 'Check the id.');
      return reply.header('cache-control', 'no-store').send(shown(state));
    },
  });
}

const dayShape = Type.Object({
  at: instant,
  groupLevel: nullable(Type.String({ description: 'green, amber, red or black; null while unknown' })),
  practices: Type.Array(
    Type.Object({
      practice: Type.String(),
      name: Type.String(),
      level: nullable(Type.String()),
      waiting: Type.Integer({ description: 'Requests still open' }),
      late: Type.Integer({ description: 'Of those, past the time by which they were to be answered' }),
      unmet: Type.Integer({ description: 'Of those, with nothing found for them' }),
      freePlaces: Type.Integer({ description: 'Places of today still to be had within safe limits' }),
    }),
  ),
});

/** How hard-pressed practices are: counts alone, no patient. */
function dayRoutes(app: FastifyInstance, now: () => Temporal.Instant): void {
  route(app, {
    method: 'GET',
    url: '/day',
    permission: { scopes: ['day.read'] },
    audit: 'api-read-day',
    schema: {
      summary: 'How the day stands at each practice that has joined, and in the group',
      response: { 200: dayShape },
    },
    handler: async ({ context }, reply) => {
      const at = now();
      const day = at.toZonedDateTimeISO('Europe/London').toPlainDate();
      const answer = await transaction(context, async (tx) => {
        const levels = await lastLevels(tx);
        const requests = new Map((await requestsByPractice(tx, at)).map((row) => [row.practiceId, row]));
        const places = Map.groupBy(await placesOn(tx, day, at), ({ practiceId }) => practiceId);
        const practices = (await practicesWithLevels(tx)).map(({ value: practice, text: name }) => {
          const { waiting = 0, late = 0, unmet = 0 } = requests.get(practice) ?? {};
          const freePlaces = (places.get(practice) ?? []).reduce((sum, { free }) => sum + free, 0);
          return { practice, name, level: levels.get(practice) ?? null, waiting, late, unmet, freePlaces };
        });
        return { at: at.toString(), groupLevel: levels.get('') ?? null, practices };
      });
      return reply.header('cache-control', 'no-store').send(answer);
    },
  });
}

function refuse(reply: FastifyReply, ...[status, title, detail]: readonly [number, string, string]): FastifyReply {
  return reply.code(status).type('application/problem+json').send({ type: 'about:blank', status, title, detail });
}

/** What this domain answers for in the interface for programs. */
export function apiRoutes(app: FastifyInstance, now: () => Temporal.Instant): void {
  requestRoutes(app, now);
  dayRoutes(app, now);
}
