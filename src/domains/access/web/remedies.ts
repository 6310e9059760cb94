import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { transaction, type Context } from '#platform/db/transaction.ts';
import type { ForAWhile } from '#platform/http/for-a-while.ts';
import { route } from '#platform/http/routes.ts';
import { answerRemedy, askRemedy } from '../commands/remedy.ts';
import { risksNow, type Pressed, type Risks } from '../commands/remedy-risks.ts';
import { asksSince } from '../queries/remedy.ts';
import { peopleAt, ranked, type RemedyRow } from '../remedy/remedy.ts';
import { risksHeading, wordsFor, type RowWords } from '../remedy/words.ts';
import { answerAsks, askForRemedies } from './permissions.ts';

/** A row as the page shows it. */
interface ShownRow extends RowWords {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly affected: number | null;
  readonly askId: string | undefined;
  /** What may be done with an ask that waits. */
  readonly mayTakeBack: boolean;
  readonly mayAnswer: boolean;
  readonly wantsPhone: boolean;
}

/** What could go wrong as the board shows it: three by people affected, and the rest. */
export interface RemediesShown {
  readonly heading: string;
  readonly people: number;
  readonly shown: readonly ShownRow[];
  readonly more: readonly ShownRow[];
  /** Whether any of them can be done or asked for. */
  readonly canDo: boolean;
  readonly pressed: Pressed;
}

/** What stands on the board about remedies: the risks for group operations, what it is asked for a practice's manager. */
export interface RemedyParts {
  readonly remedies: RemediesShown | undefined;
  readonly asked: readonly ShownRow[];
}

/** When the board is looked at, and the group's risks as they were worked out last: what is pressed is worked out anew. */
export interface LookingAtRisks {
  readonly now: Temporal.Instant;
  readonly risks: ForAWhile<Risks>;
}

/** Works out what the board says about remedies to whoever looks. */
export async function remedyParts(context: Context, { now, risks: known }: LookingAtRisks): Promise<RemedyParts> {
  const { role, practiceId } = context.actor;
  const since = now.toZonedDateTimeISO('Europe/London').startOfDay().toInstant();
  if (role === 'practice_manager' && practiceId !== null) {
    const asks = await transaction(context, (tx) => asksSince(tx, { since, practice: practiceId }));
    return { remedies: undefined, asked: asks.map((ask) => shownOf({ risk: ask, ask }, { now, manages: true })) };
  }
  if (!askForRemedies.roles.includes(role)) return { remedies: undefined, asked: [] };
  const { risks, pressed } = await known.of(context.actor.groupId ?? '', () => risksNow(context, now));
  const asks = await transaction(context, (tx) => asksSince(tx, { since, practice: null }));
  const { shown, more } = ranked(risks, asks);
  const people = peopleAt([...shown, ...more]);
  const open = [...shown, ...more].filter(({ ask }) => ask === undefined || ask.state === 'asked');
  const unknown = open.some(({ risk }) => risk.affected === null);
  const show = (row: RemedyRow): ShownRow => shownOf(row, { now, manages: false });
  return {
    remedies: {
      ...{ heading: open.length > 0 ? risksHeading({ rows: open.length, people, unknown }) : '', people, pressed },
      ...{ shown: shown.map(show), more: more.map(show) },
      canDo: [...shown, ...more].map(show).some(({ press }) => press !== ''),
    },
    asked: [],
  };
}

function shownOf(row: RemedyRow, { now, manages }: { now: Temporal.Instant; manages: boolean }): ShownRow {
  const { risk, ask } = row;
  const waits = ask?.state === 'asked';
  return {
    ...wordsFor(row, now),
    id: ask?.id ?? `${risk.what.kind}-${risk.subject.replaceAll(/[^\w]+/g, '-')}`,
    ...{ kind: risk.what.kind, subject: risk.subject, affected: risk.affected, askId: ask?.id },
    ...{ mayTakeBack: waits && !manages, mayAnswer: waits && manages, wantsPhone: risk.what.kind === 'duty' },
  };
}

const notAsked = {
  gone: 'That has changed since you looked: it is not there any more, and nothing was done.',
  nobody: 'There is nobody to ask for that. Nothing was done.',
} as const;
const notAnswered = {
  reason: 'Say why you decline, so that operations can look for another way',
  phone: 'Enter the number they answer while on duty, like 01632 960117',
  'not-there': 'That was answered or taken back already.',
} as const;

/** How the board is shown again with what is wrong. */
export type ShowBoard = (
  context: Context,
  reply: FastifyReply,
  errors: readonly { text: string; href?: string }[],
) => Promise<FastifyReply>;

const params = Type.Object({ ask: Type.String({ format: 'uuid' }) });
const text = (most: number) => Type.Optional(Type.String({ maxLength: most }));

/** Asking for a remedy, and answering what is asked. */
export function remedyRoutes(
  app: FastifyInstance,
  { now, risks, show }: { now: () => Temporal.Instant; risks: ForAWhile<Risks>; show: ShowBoard },
): void {
  route(app, {
    method: 'POST',
    url: '/today/remedies',
    permission: askForRemedies,
    audit: 'ask-for-remedy',
    schema: {
      body: Type.Object({
        kind: Type.Enum(['places', 'duty', 'lost']),
        subject: Type.String({ minLength: 1, maxLength: 200 }),
      }),
    },
    handler: async ({ context, body }, reply) => {
      const asked = await askRemedy(context, body, now());
      risks.forget(context.actor.groupId ?? '');
      if (asked.ok) return reply.redirect(`/today#remedy-${asked.value}`, 303);
      return show(context, reply.code(409), [{ text: notAsked[asked.error] }]);
    },
  });
  for (const [step, state, permission] of [
    ['agree', 'agreed', answerAsks],
    ['decline', 'declined', answerAsks],
    ['take-back', 'withdrawn', askForRemedies],
  ] as const) {
    route(app, {
      method: 'POST',
      url: `/today/remedies/:ask/${step}`,
      permission,
      audit: `${step}-remedy`,
      schema: { params, body: Type.Object({ note: text(500), phone: text(40) }) },
      handler: async ({ context, params: { ask }, body }, reply) => {
        const { note = '', phone = '' } = body;
        const answered = await answerRemedy(context, ask, { state, note, phone, now: now() });
        risks.forget(context.actor.groupId ?? '');
        if (answered.ok) return reply.redirect(`/today#remedy-${ask}`, 303);
        const field = { reason: 'note', phone: 'phone', 'not-there': undefined }[answered.error];
        const error = { text: notAnswered[answered.error], ...(field ? { href: `#${field}-${ask}` } : {}) };
        return show(context, reply.code(field ? 422 : 409), [error]);
      },
    });
  }
}
