import { createHash } from 'node:crypto';
import { chanceOf } from '../chance.ts';
import { at, lines, type Load } from '../copy.ts';
import type { Request } from '../requests.ts';
import type { Foundation, Life } from '../story.ts';

/** Requests without a flag that are drawn of each practice and week, as the shipped rule says. */
const aWeek = 3;
/** How many of those drawn have been read, and how many of those read were a danger or could not be told. */
const read = 0.8;
const missed = 0.002;
const unclear = 0.05;

const DAY = 86_400_000;

/** What clinicians said of requests that raised no flag: of the whole weeks of the history, drawn as the product draws. */
export function judgementLoads(
  { groupId, practices, cast, calendar, seed }: Foundation,
  { requests, flags }: Life,
): Load[] {
  const chance = chanceOf(seed, 'judgements');
  const flagged = new Set(flags.map(({ request }) => request));
  const thisWeek = calendar.day(1 - calendar.today.weekday).at(0);
  const weeks = [4, 3, 2, 1].map((before) => calendar.day(1 - calendar.today.weekday - before * 7).at(0));
  const judges = cast.filter(({ roles }) => roles.some(({ role }) => role === 'clinician'));
  const drawn = practices.flatMap((practice) =>
    weeks.flatMap((week, nth) => {
      const until = weeks[nth + 1] ?? thisWeek;
      const those = requests.filter(
        (one) =>
          one.patient.list.practice === practice &&
          one.receivedAt >= week &&
          one.receivedAt < until &&
          !flagged.has(one) &&
          one.words !== '',
      );
      return those
        .map((request) => ({ request, hash: createHash('md5').update(request.id).digest('hex') }))
        .sort((a, b) => (a.hash < b.hash ? -1 : 1))
        .slice(0, aWeek)
        .map(({ request }) => ({ request, readAt: Math.min(until + DAY + chance.below(DAY), calendar.now) }));
    }),
  );
  const judged: readonly { request: Request; readAt: number }[] = drawn.filter(() => chance.next() < read);
  return [
    {
      table: 'access.danger_review',
      columns: ['id', 'group_id', 'practice_id', 'request_id', 'origin', 'danger', 'judged_by', 'judged_at'],
      lines: lines(judged, ({ request, readAt }) => {
        const draw = chance.next();
        const danger = draw < missed ? 'yes' : draw < missed + unclear ? 'unclear' : 'no';
        const { code } = request.patient.list.practice;
        return [chance.uuid(readAt), groupId, code, request.id, 'sample', danger, chance.pick(judges).id, at(readAt)];
      }),
    },
  ];
}
