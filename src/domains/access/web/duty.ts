import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { bankHolidaysInEngland } from '#kernel/bank-holidays.ts';
import { parseDay } from '#kernel/date.ts';
import { showPhone } from '#kernel/phone.ts';
import { england, isWorkingDay } from '#kernel/working-day.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import type { EdgeParts } from '#platform/http/edge.ts';
import { asFields, dateFields, dateText, readDate } from '#platform/http/form-date.ts';
import { route } from '#platform/http/routes.ts';
import { planDuty, takeOffDuty } from '../commands/duty.ts';
import type { DutyFields, Stretch } from '../duty-form.ts';
import { dutiesIn, dutyChoices, dutyPractices, type DutyPractice, type ListedDuty } from '../queries/duty-rota.ts';
import { gapsOf } from '../remedy/duty-gap.ts';
import { coreHoursOn } from '../waiting-list.ts';
import { arrangeDuty, seeDuty } from './permissions.ts';

const text = (most: number) => Type.Optional(Type.String({ maxLength: most }));
const london = 'Europe/London';

/** Who is on duty on a day, where nobody is, and putting people on and off duty. */
export function dutyRoutes(app: FastifyInstance, { now }: EdgeParts): void {
  const today = (): Temporal.PlainDate => now().toZonedDateTimeISO(london).toPlainDate();
  route(app, {
    method: 'GET',
    url: '/duty',
    permission: seeDuty,
    audit: 'see-duty',
    schema: {
      querystring: Type.Object({
        ...{ day: text(20), put: Type.Optional(Type.Integer({ minimum: 1, maximum: 26 })) },
        off: Type.Optional(Type.Union([Type.Literal('ended'), Type.Literal('removed')])),
      }),
    },
    handler: ({ context, query }, reply) => {
      const day = parseDay(query.day ?? '') ?? today();
      const { put, off } = query;
      return show(context, reply, { day, now: now(), done: { put, off }, typed: asFields(day) });
    },
  });
  route(app, {
    method: 'POST',
    url: '/duty',
    permission: arrangeDuty,
    audit: 'put-on-duty',
    schema: {
      body: Type.Object({
        ...{ place: text(60), clinician: text(60), from: text(20), to: text(20), phone: text(40), weeks: text(10) },
        ...dateFields('day'),
      }),
    },
    handler: async ({ context, body }, reply) => {
      const fields = { ...body, day: dateText('day', body) };
      const planned = await planDuty(context, fields, now());
      if (planned.ok) {
        const { times } = planned.value;
        return reply.redirect(`/duty?day=${(times[0]?.day ?? today()).toString()}&put=${times.length}`, 303);
      }
      const errors = planned.error.map(({ field, text: says }) => ({ text: says, href: `#${field}` }));
      const { typed, day = today() } = readDate('day', body);
      return show(context, reply.code(422), { day, now: now(), errors, fields, typed });
    },
  });
  route(app, {
    method: 'POST',
    url: '/duty/:duty/off',
    permission: arrangeDuty,
    audit: 'take-off-duty',
    schema: { params: Type.Object({ duty: Type.String({ format: 'uuid' }) }) },
    handler: async ({ context, params }, reply) => {
      const taken = await takeOffDuty(context, params.duty, now());
      if (!taken)
        return reply.problem(409, 'That duty cannot be taken away', 'It is over, or another practice arranges it.');
      const day = taken.duty.startsAt.toZonedDateTimeISO(london).toPlainDate();
      return reply.redirect(`/duty?day=${day.toString()}&off=${taken.kind}`, 303);
    },
  });
}

interface Shown {
  readonly day: Temporal.PlainDate;
  readonly now: Temporal.Instant;
  readonly done?: { put?: number | undefined; off?: string | undefined };
  readonly errors?: readonly object[];
  readonly fields?: DutyFields;
  /** The day of the form, as it was typed. */
  readonly typed: object;
}

async function show(
  context: Context,
  reply: FastifyReply,
  { day, now, done, errors, fields = {}, typed }: Shown,
): Promise<FastifyReply> {
  const { actor } = context;
  const mayArrange = arrangeDuty.roles.includes(actor.role);
  const midnight = (of: Temporal.PlainDate) => of.toZonedDateTime(london).toInstant();
  const { practices, duties, clinicians } = await transaction(context, async (tx) => ({
    practices: await dutyPractices(tx, day),
    duties: await dutiesIn(tx, { startsAt: midnight(day), endsAt: midnight(day.add({ days: 1 })) }),
    clinicians: mayArrange ? await dutyChoices(tx, actor.practiceId) : [],
  }));
  const row = (duty: ListedDuty) => ({
    ...duty,
    hours: hoursOn(day, duty),
    phone: duty.phone && showPhone(duty.phone),
    over: Temporal.Instant.compare(duty.endsAt, now) <= 0,
    begun: Temporal.Instant.compare(duty.startsAt, now) <= 0,
    mayTakeOff: mayArrange && (actor.practiceId === null || actor.practiceId === duty.practiceId),
  });
  const seen = practices.filter(({ id }) => actor.practiceId === null || id === actor.practiceId);
  const hubs = hubsOf(seen);
  const core = isWorkingDay(england, day) ? coreHoursOn(day) : undefined;
  const unanswered = core
    ? seen.flatMap((one) => gapsOf(one, core, duties).map(({ practice, ...gap }) => ({ ...gap, name: practice.name })))
    : [];
  return reply.page('access/views/duty.njk', {
    group: duties.filter(({ level }) => level === 'group').map(row),
    hubs: hubs.map((hub) => ({
      ...{ name: hub.name, ofHub: hub.id !== null },
      duties: duties.filter(({ hubId }) => hub.id !== null && hubId === hub.id).map(row),
      practices: hub.practices.map(({ id, name }) => ({
        name,
        duties: duties.filter(({ practiceId }) => practiceId === id).map(row),
      })),
    })),
    ...{ unanswered, day, iso: day.toString(), working: core !== undefined, mayArrange, done, errors, fields, typed },
    isToday: day.equals(now.toZonedDateTimeISO(london).toPlainDate()),
    holiday: bankHolidaysInEngland.days.find(({ date }) => date === day.toString())?.name,
    before: `/duty?day=${day.subtract({ days: 1 }).toString()}`,
    after: `/duty?day=${day.add({ days: 1 }).toString()}`,
    places: placesOf(seen, hubs, actor.practiceId),
    clinicians: clinicians.map(({ id, name, roleName, practiceName }) => ({
      value: id,
      text: `${name}, ${roleName}, ${practiceName}`,
    })),
  });
}

/** The hours of a duty as they are read on one of its days. */
function hoursOn(day: Temporal.PlainDate, { startsAt, endsAt }: Stretch): string {
  const [from, to] = [startsAt, endsAt].map((at) => at.toZonedDateTimeISO(london));
  const clock = (at: Temporal.ZonedDateTime | undefined): string => at?.toPlainTime().toString().slice(0, 5) ?? '';
  const begins = from && Temporal.PlainDate.compare(from.toPlainDate(), day) >= 0 ? clock(from) : undefined;
  const ends = to && Temporal.ZonedDateTime.compare(to, day.add({ days: 1 }).toZonedDateTime(london)) < 0;
  if (begins === undefined) return ends ? `until ${clock(to)}` : 'all day';
  if (ends) return `${begins} to ${clock(to)}`;
  return begins === '00:00' ? 'all day' : `${begins} to ${clock(to)} next day`;
}

function hubsOf(practices: readonly DutyPractice[]) {
  return [...Map.groupBy(practices, ({ hubId }) => hubId).entries()].map(([id, of]) => ({
    id,
    name: of[0]?.hubName ?? 'In no hub',
    practices: of,
  }));
}

/** Whose duty the actor may arrange, as the form offers it. */
function placesOf(practices: readonly DutyPractice[], hubs: ReturnType<typeof hubsOf>, own: string | null) {
  const each = practices.map(({ id, name }) => ({ value: `practice:${id}`, text: name }));
  if (own !== null) return each;
  const ofHubs = hubs.flatMap(({ id, name }) => (id === null ? [] : [{ value: `hub:${id}`, text: `${name} (hub)` }]));
  return [
    { value: '', text: 'Choose a practice, a hub or the group' },
    { value: 'group', text: 'The whole group' },
    ...ofHubs,
    ...each,
  ];
}
