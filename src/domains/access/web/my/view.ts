import { showPhone } from '#kernel/phone.ts';
import { redFlagCategories } from '../../red-flag/categories/all.ts';
import type { Online } from '../../queries/online.ts';
import { wantsAnAnswer } from '../../request/away.ts';
import { endedWords, isEnding, stops } from '../../request/request.ts';
import { pronounsFor } from '../../request/person.ts';
import { stopWords } from '../../request/stop.ts';
import { unscreened } from '../../unscreened.ts';
import { closedUntil } from './ring.ts';
import { byWhen, choiceShown, toldAt } from './words.ts';

/** The step a request has come to: a danger before everything, then the one question, then what happens next. */
export type Step = 'stop' | 'question' | 'next' | 'booked' | 'done';

/** Which step that is. */
export function stepOf({ request, flags, guidance, booking }: Online): Step {
  if (flags.some(stops)) return 'stop';
  if (request.status === 'booked' && booking) return 'booked';
  if (request.status === 'ended') return 'done';
  if (guidance.question) return 'question';
  return 'next';
}

/** Everything a page of one request shows. */
export function viewOfOnline(online: Online, now: Temporal.Instant): object {
  const { request, patient, called, guidance, held, continuity, onDuty } = online;
  const stopping = online.flags.filter(stops);
  const withCategory = stopping.map((flag) => ({
    ...flag,
    category: redFlagCategories.find(({ id }) => id === flag.category) ?? unknownCategory(flag.category),
  }));
  const phone = request.callerPhone ?? patient.phone;
  const { outcome, need } = guidance;
  return {
    ...online,
    now,
    base: `/my/ask/${request.id}`,
    closedUntil: closedUntil(online.hours, now),
    name: `${patient.givenName} ${patient.familyName}`,
    forOther: request.forOther,
    unread: unscreened({ texts: [request.words], patient: undefined }) !== undefined,
    stop: stopWords(withCategory, {
      ...{ forOther: request.forOther, who: pronounsFor(patient.sex), called },
      byParent: request.callerIs === 'parent',
    }),
    told: stopping[0],
    toldWho: onDuty[0]?.name,
    byAnswer: stopping.find(({ origin }) => origin === 'answer')?.questionId,
    matched: [...new Set(stopping.filter(({ origin }) => origin === 'words').map(({ matched }) => matched))],
    phone: phone === null ? '' : showPhone(phone),
    choices: held.map((one) => choiceShown(one, { now, ...continuity })),
    until: held.map(({ until }) => until).toSorted((a, b) => Temporal.Instant.compare(a, b))[0],
    answerBy: request.answerBy === null ? null : byWhen(request.answerBy, now),
    dueBy: request.dueAt === null ? null : byWhen(request.dueAt, now),
    isVisit: need !== undefined,
    urgent: need?.mustBeInTime === true,
    left: request.notes.split('\n').some((line) => line.startsWith(wantsAnAnswer)),
    ending: outcome && isEnding(outcome.destination) ? outcome.destination : null,
    endedWords: endedWords(request.outcome),
    say: (question: string) => question.replace(/ while we are talking\?/, ' now, as you read this?'),
    toldAt: (place: (typeof held)[number]) => toldAt(place, now),
    byWhen: (at: Temporal.Instant) => byWhen(at, now),
  };
}

function unknownCategory(id: string): never {
  throw new Error(`a red flag of no known kind stands in the database: ${id}`);
}
