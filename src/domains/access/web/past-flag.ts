import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import { showPhone } from '#kernel/phone.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import type { CallReason } from '../commands/opened.ts';
import { calledBy } from '../offer/words.ts';
import { callById } from '../queries/call.ts';
import { dangersElsewhere } from '../queries/patient-story.ts';
import { pronounsFor } from '../request/person.ts';
import { writeChoice, type Choice } from './call-view.ts';
import { reasonError } from './words.ts';

/** What the second step of a booking past an open danger sends beside the booking: which were shown, and why. */
export const pastFlagFields = {
  flags: Type.Optional(Type.String({ maxLength: 2000 })),
  despite: Type.Optional(Type.String({ maxLength: 500 })),
};

interface Sent {
  readonly offer?: string | undefined;
  readonly flags?: string | undefined;
  readonly despite?: string | undefined;
  /** What the booking is sent to, where it is not one visit's, and what is sent with it besides. */
  readonly to?: string;
  readonly carried?: readonly { readonly name: string; readonly value: string }[];
}

/** Whether a booking stopped before an open danger of another request. */
export function isPast({ kind }: CallReason): boolean {
  return kind === 'other-flag' || kind === 'despite';
}

const ownFields = new Set(['_csrf', 'key', 'offer', 'state', 'page', 'flags', 'despite']);

/** The fields of a booking's form that the second step carries on, besides its own. */
export function carriedOf(body: object): { name: string; value: string }[] {
  return Object.entries(body)
    .filter(([name]) => !ownFields.has(name))
    .flatMap(([name, value]) => [value].flat().map((one) => ({ name, value: String(one) })));
}

/** What was said at the second step; undefined where it was not shown yet. */
export function despiteOf({ flags, despite = '' }: Sent): { flags: string[]; reason: string } | undefined {
  return flags === undefined ? undefined : { flags: flags.split(','), reason: despite };
}

/** The step before a booking while another request of the patient has an open danger: what is open, whom to ask first, and booking all the same. */
export async function showPastFlag(
  context: Context,
  reply: FastifyReply,
  {
    id,
    now,
    given,
    reason,
  }: { id: string; now: Temporal.Instant; given: Sent & { readonly choice: Choice }; reason: CallReason },
): Promise<FastifyReply> {
  const call = await transaction(context, (tx) => callById(tx, id, now));
  if (call === undefined)
    return reply.problem(404, 'That request is not there', 'It may belong to a practice you do not see.');
  const dangers = dangersElsewhere(call.alsoOpen);
  const place = call.places?.openings.find((one) => writeChoice(one) === given.offer);
  return reply.code(422).page('access/views/call-past-flag.njk', {
    ...call,
    now,
    given,
    dangers,
    flags: dangers.flatMap(({ flag }) => flag.ids).join(),
    who: pronounsFor(call.patient?.sex),
    dutyNow: call.onDuty[0],
    place: { at: given.choice.startsAt, who: place && calledBy(place.session) },
    phoneOf: showPhone,
    // The page itself says what stands in the way; a missing reason is a fault of its form.
    ...(reason.kind === 'despite' ? { errors: [reasonError(reason)] } : {}),
  });
}
