import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { transaction, type Context } from '#platform/db/transaction.ts';
import type { EdgeParts } from '#platform/http/edge.ts';
import { route, type Permission } from '#platform/http/routes.ts';
import { planSession } from '../commands/plan.ts';
import { planRows, rowsOf, type PlanRow } from '../plan-form.ts';
import { kindAt, type AppointmentKind, type PlanPart } from '../plan.ts';
import { appointmentKinds } from '../queries/offers.ts';
import { roomsOf } from '../queries/rooms.ts';
import { sessionById, type ListedSession } from '../queries/session.ts';
import { modeWords } from '../request/words.ts';
import { sessionModes, type SessionFault } from '../session-plan.ts';
import { sayPlanRefused } from '../session-refused.ts';

const params = Type.Object({ session: Type.String({ format: 'uuid' }) });
const fields = ['kind', 'from', 'to', 'minutes', 'mode', 'places', 'opensDays', 'opensAt', 'releasesAs', 'releasesDays', 'releasesAt'] as const; // prettier-ignore
const body = Type.Object(
  Object.fromEntries(
    [
      ...Array.from({ length: planRows }, (_, at) => fields.map((name) => `${name}-${at}`)).flat(),
      'weeks',
      'needsRoom',
    ].map((name) => [name, Type.Optional(Type.String({ maxLength: 40 }))]),
  ),
);

/** The form a session's plan is made with. */
export function planRoutes(app: FastifyInstance, { now }: EdgeParts, arrange: Permission): void {
  route(app, {
    method: 'GET',
    url: '/sessions/:session/plan',
    permission: arrange,
    audit: 'show-session-plan',
    schema: { params },
    handler: async ({ context, params: { session } }, reply) => show(context, reply, { id: session }),
  });
  route(app, {
    method: 'POST',
    url: '/sessions/:session/plan',
    permission: arrange,
    audit: 'plan-session',
    schema: { params, body },
    handler: async ({ context, params: { session: id }, body: typed }, reply) => {
      const given = typed as Readonly<Record<string, string | undefined>>;
      const rows = Array.from({ length: planRows }, (_, at): PlanRow =>
        Object.fromEntries(fields.map((name) => [name, given[`${name}-${at}`]])),
      );
      const weeks = Math.min(26, Math.max(1, Number.parseInt(given['weeks'] ?? '1', 10) || 1));
      const needsRoom = given['needsRoom'] === 'yes';
      const planned = await planSession(context, { id, rows, weeks, needsRoom }, now());
      if (planned.ok) return reply.redirect(`/sessions/${id}?planned=${planned.value.days.length}`, 303);
      const faults = sayPlanRefused(planned.error);
      return show(context, reply.code(422), { id, rows, weeks: given['weeks'], needsRoom, faults });
    },
  });
}

interface Shown {
  readonly id: string;
  readonly rows?: readonly PlanRow[];
  readonly weeks?: string | undefined;
  readonly needsRoom?: boolean;
  readonly faults?: readonly SessionFault[];
}

async function show(
  context: Context,
  reply: FastifyReply,
  { id, rows, weeks, needsRoom, faults = [] }: Shown,
): Promise<FastifyReply> {
  const [session, kinds, rooms] = await transaction(context, async (tx) => [
    await sessionById(tx, id),
    await appointmentKinds(tx),
    await roomsOf(tx, id),
  ]);
  if (!session || session.status !== 'open')
    return reply.problem(
      404,
      'That session is not there',
      'It may be cancelled, or belong to a practice you do not see.',
    );
  const filled = rows ?? rowsOf(session.plan ?? [], session);
  return reply.page('access/views/session-plan.njk', {
    session,
    rows: Array.from({ length: planRows }, (_, at) => filled[at] ?? {}),
    ...{ weeks, rooms, needsRoom: needsRoom ?? session.needsRoom },
    kinds: kinds.map(({ code, name }) => ({ value: code, text: name })),
    becomes: kinds.filter(({ takesPatients }) => takesPatients).map(({ code, name }) => ({ value: code, text: name })),
    modes: sessionModes,
    errors: faults.map(({ field, text }) => ({ text, href: `#${field}` })),
    breadcrumbs: [
      { text: 'Sessions', href: '/sessions' },
      { text: session.clinicianName, href: `/sessions/${id}` },
      { text: 'Plan' },
    ],
  });
}

/** One part of a plan as a page shows it, with its share of the session's picture. */
export interface PlanPartShown {
  readonly name: string;
  readonly says: string;
  readonly tone: 'open' | 'day' | 'kept' | 'closed';
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
  readonly x: number;
  readonly width: number;
  readonly places: number;
  readonly taken: number;
  readonly how: string | null;
  readonly minutes: number;
  readonly opensAt: Temporal.Instant | null;
  readonly releasesAt: Temporal.Instant | null;
  readonly becomes: string | null;
}

/** A plan as its page shows it at an instant: parts in order, what is taken in each, and what cannot be booked yet. */
export function planShown(
  session: Pick<ListedSession, 'startsAt' | 'plan'>,
  {
    kinds,
    taken,
    now,
  }: { kinds: readonly AppointmentKind[]; taken: readonly { from: number; to: number }[]; now: Temporal.Instant },
): PlanPartShown[] {
  const byCode = new Map(kinds.map((kind) => [kind.code, kind]));
  return (session.plan ?? []).map((part) => {
    const kind = byCode.get(kindAt(part, now.epochMilliseconds));
    const mine = taken.filter(({ from, to }) => from < part.to && to > part.from);
    const opensAt = part.opensAt === undefined ? null : Temporal.Instant.from(part.opensAt);
    return {
      name: kind?.name ?? part.kind,
      says: kind?.says ?? '',
      tone: toneOf(kind, part, now),
      from: session.startsAt.add({ minutes: part.from }),
      to: session.startsAt.add({ minutes: part.to }),
      x: part.from,
      width: part.to - part.from,
      places: kind?.takesPatients ? Math.floor((part.to - part.from) / part.minutes) * part.places : 0,
      taken: mine.reduce((sum, { from, to }) => sum + Math.max(1, Math.round((to - from) / part.minutes)), 0),
      how: part.mode === undefined ? null : modeWords(part.mode),
      minutes: part.minutes,
      opensAt: opensAt !== null && Temporal.Instant.compare(opensAt, now) > 0 ? opensAt : null,
      releasesAt: part.releasesAt === undefined ? null : Temporal.Instant.from(part.releasesAt),
      becomes: byCode.get(part.releasesAs ?? '')?.name ?? null,
    };
  });
}

function toneOf(kind: AppointmentKind | undefined, part: PlanPart, now: Temporal.Instant): PlanPartShown['tone'] {
  if (!kind?.takesPatients) return 'closed';
  if (part.opensAt !== undefined && Date.parse(part.opensAt) > now.epochMilliseconds) return 'kept';
  if (kind.routine === null && kind.urgent !== null) return 'day';
  return kind.routine === null ? 'kept' : 'open';
}
