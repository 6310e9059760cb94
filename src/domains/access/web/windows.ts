import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { err, ok, type Result } from '#kernel/result.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import type { Edge, EdgeParts } from '#platform/http/edge.ts';
import { dateFields, dateText } from '#platform/http/form-date.ts';
import { route } from '#platform/http/routes.ts';
import { capital } from '#platform/ui/words.ts';
import { proposeRule } from '../commands/rule-proposal.ts';
import { windowAt } from '../offer/call-window.ts';
import { readWhen, type WeightFault } from '../offer/weights.ts';
import type { AppointmentKind } from '../plan.ts';
import { appointmentKinds } from '../queries/offers.ts';
import { ruleProposals, windowsInForce, type WindowContent } from '../queries/rule-proposal.ts';
import { modeWords } from '../request/words.ts';

import { decideRoute, errorOf, london, refused, setRanking, shownProposal, typedDay, type Typed } from './proposals.ts';

/** Who is told a window instead of a time: read, tried out, proposed and decided. */
export const windowsEdge: Edge = {
  places: [],
  routes: windowRoutes,
};

/** Whoever comes in person is told the time. */
const modes: readonly string[] = ['telephone', 'video', 'home_visit'];
const [leastMinutes, mostMinutes] = [15, 240];
const text = (most: number) => Type.Optional(Type.String({ maxLength: most }));

function windowRoutes(app: FastifyInstance, { now }: EdgeParts): void {
  const show = async (context: Context, reply: FastifyReply, extra: object = {}): Promise<FastifyReply> =>
    reply.page('access/views/windows.njk', { ...(await viewOf(context, london(now()))), ...extra });
  route(app, {
    method: 'GET',
    url: '/windows',
    permission: setRanking,
    audit: 'see-windows',
    schema: {},
    handler: async ({ context }, reply) => show(context, reply),
  });
  route(app, {
    method: 'POST',
    url: '/windows',
    permission: setRanking,
    audit: 'propose-window',
    schema: {
      body: Type.Object({
        ...{ mode: text(20), kind: text(40), minutes: text(10), why: text(2000) },
        ...{ ...dateFields('from'), do: Type.Enum(['try', 'propose']) },
      }),
    },
    handler: async ({ context, body }, reply) => {
      const typed = body as Typed;
      const given = { ...typed, ...typedDay(typed) };
      const kinds = await transaction(context, appointmentKinds);
      const content = readWindow(typed, kinds);
      const when = readWhen({ from: dateText('from', typed), why: typed['why'] ?? '' }, london(now()));
      const faults = [...(content.ok ? [] : content.error), ...(when.ok || body.do === 'try' ? [] : when.error)];
      if (!content.ok || faults.length > 0)
        return show(context, reply.code(422), { errors: faults.map(errorOf), given });
      const worked = workedMorning(content.value, kinds);
      if (body.do === 'try' || !when.ok) return show(context, reply, { worked, given });
      const proposed = await proposeRule(context, { rule: 'windows', content: content.value, ...when.value });
      if (proposed.ok) return reply.redirect('/windows', 303);
      return show(context, reply.code(422), { errors: [{ text: refused[proposed.error] }], given, worked });
    },
  });
  decideRoute(app, { at: '/windows', audit: 'decide-window', now, show });
}

/** Reads a window as it was typed: a way of being seen, a kind or all, and minutes or the time itself. */
function readWindow(
  { mode = '', kind = '', minutes = '' }: Typed,
  kinds: readonly AppointmentKind[],
): Result<WindowContent, WeightFault[]> {
  const length = minutes.trim() === '' ? null : Number(minutes);
  const whole =
    length === null || (/^\d{2,3}$/.test(minutes.trim()) && length >= leastMinutes && length <= mostMinutes);
  const faults: WeightFault[] = [
    ...(modes.includes(mode) ? [] : [{ field: 'mode', text: 'Choose how people are seen' }]),
    ...(kind === '' || kinds.some(({ code }) => code === kind)
      ? []
      : [{ field: 'kind', text: 'Choose a kind of appointment, or every kind' }]),
    ...(whole
      ? []
      : [{ field: 'minutes', text: `Minutes are a whole number from ${leastMinutes} to ${mostMinutes}, or empty` }]),
  ];
  return faults.length > 0 ? err(faults) : ok({ mode, kind: kind === '' ? null : kind, minutes: length });
}

/** For whom it holds: "By telephone, telephone list". */
function aboutOf({ mode, kind }: WindowContent, kinds: readonly AppointmentKind[]): string {
  const name = kind === null ? 'every kind' : (kinds.find(({ code }) => code === kind)?.name ?? kind).toLowerCase();
  return `${capital(modeWords(mode))}, ${name}`;
}

const toldOf = ({ minutes }: WindowContent): string =>
  minutes === null ? 'the time itself' : `a window of ${minutes} minutes`;

/** What a morning from nine to twelve would be told as. */
function workedMorning(
  content: WindowContent,
  kinds: readonly AppointmentKind[],
): { about: string; windows: string[] } {
  const nine = Temporal.PlainDateTime.from('2026-03-02T09:00').toZonedDateTime('Europe/London').epochMilliseconds;
  const noon = nine + 3 * 3_600_000;
  const place = { mode: content.mode, day: '2026-03-02', startsAt: nine, endsAt: noon };
  const rules = [{ ...content, validFrom: '2000-01-01' }];
  const clock = (at: number): string =>
    Temporal.Instant.fromEpochMilliseconds(at)
      .toZonedDateTimeISO('Europe/London')
      .toPlainTime()
      .toString({ smallestUnit: 'minute' });
  const windows: string[] = [];
  for (let at = nine; at < noon;) {
    const window = windowAt(at, { place, kind: content.kind ?? '', rules });
    if (window === undefined) break;
    windows.push(`${clock(window.from)} to ${clock(window.until)}`);
    at = window.until;
  }
  return { about: aboutOf(content, kinds).replace(/^./, (first) => first.toLowerCase()), windows };
}

function headingOf(told: readonly { about: string; told: string }[]): string {
  const [one, ...more] = told;
  if (one === undefined) return 'Everybody is told the time itself';
  return more.length === 0 ? `${one.about}: ${one.told}` : `${told.length} kinds of visit are told as windows`;
}

async function viewOf(context: Context, today: Temporal.PlainDate): Promise<object> {
  return transaction(context, async (tx) => {
    const kinds = await appointmentKinds(tx);
    const said = (one: WindowContent) => ({ about: aboutOf(one, kinds), told: toldOf(one) });
    const inForce = (await windowsInForce(tx, today)).map((one) => ({ ...one, ...said(one) }));
    const all = (await ruleProposals(tx)).flatMap((one) =>
      one.rule === 'windows'
        ? [{ ...shownProposal(one, { me: context.actor.personId, today }), ...said(one.content) }]
        : [],
    );
    return {
      heading: headingOf(inForce.filter(({ minutes }) => minutes !== null)),
      inForce,
      all,
      waiting: all.filter(({ decision }) => decision === null),
      modes: modes.map((mode) => ({ value: mode, text: capital(modeWords(mode)) })),
      kinds: kinds.filter(({ takesPatients }) => takesPatients).map(({ code, name }) => ({ value: code, text: name })),
    };
  });
}
