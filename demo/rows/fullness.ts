import type { Because, Level } from '#domains/access/level.ts';
import { minuteOf, type Day } from '../calendar.ts';
import { chanceOf, type Chance } from '../chance.ts';
import { array, at, lines, type Load } from '../copy.ts';
import type { Foundation, Life } from '../story.ts';

/** Days of the policy's promise. */
const promiseDays = 10;
const dayMs = 86_400_000;

interface Change {
  readonly at: number;
  readonly level: Level | 'closed';
  readonly because: readonly Because[];
}

/** The group's policy, those of the waiting requests that could not be met on its list, and four weeks of levels. */
export function fullnessLoads(foundation: Foundation, { requests }: Life): Load[] {
  const { groupId, cast, calendar, seed, practices } = foundation;
  const chance = chanceOf(seed, 'fullness');
  const holder = (role: string): string | null =>
    cast.find(({ roles }) => roles.some((held) => held.role === role))?.id ?? null;
  const begins = calendar.day(-60);
  const policyId = chance.uuid(begins.at(0));
  const listed = requests.filter(
    ({ status, unmetReason, urgency }) =>
      status === 'waiting' && unmetReason !== undefined && urgency.startsWith('within-'),
  );
  const days = calendar.days.filter(({ offset, working }) => offset <= 0 && working);
  const history = (load: number, reasons: Reasons): Change[] =>
    days.flatMap((day) => changesOf(day, { load, chance, reasons })).filter((change) => change.at <= calendar.now);
  const ofPractices = practices.flatMap((practice) =>
    history(chance.next(), ofPractice(chance)).map((change) => ({ ...change, practiceId: practice.code })),
  );
  const columns = ['id', 'group_id', 'practice_id', 'at', 'level', 'because'];
  return [
    {
      table: 'access.fullness_policy',
      columns: [
        'id', 'group_id', 'version', 'valid_from', 'steps', 'promise_days', 'offer_minutes', 'source', 'proposed_by', 'proposed_at', 'decision',
        'decided_by', 'decided_at', 'decided_note',
      ], // prettier-ignore
      lines: lines([policyId], (id) => [
        id, groupId, 1, begins.date, array(['next_practice', 'hub', 'group', 'waiting_list', 'signpost']), promiseDays, 60, 'Board decision (fictional)',
        holder('operations'), at(begins.at(600)), 'approved', holder('governance'), at(begins.at(660)), 'Agreed by the board (fictional)',
      ]), // prettier-ignore
    },
    {
      table: 'access.waiting_place',
      columns: ['id', 'group_id', 'practice_id', 'request_id', 'policy_id', 'promised_by', 'put_on_at'],
      lines: lines(listed, (one) => [
        chance.uuid(one.receivedAt), groupId, one.patient.list.practice.code, one.id, policyId,
        at(Math.max(one.dueAt, calendar.now + dayMs)), at(Math.min(calendar.now, one.receivedAt + 300_000)),
      ]), // prettier-ignore
    },
    {
      table: 'access.level_change',
      columns,
      lines: lines(ofPractices, (one) => [
        chance.uuid(one.at), groupId, one.practiceId, at(one.at), one.level, JSON.stringify(one.because),
      ]), // prettier-ignore
    },
    {
      table: 'access.group_level_change',
      columns: columns.filter((column) => column !== 'practice_id'),
      lines: lines(history(0.5, ofGroup), (one) => [
        chance.uuid(one.at),
        groupId,
        at(one.at),
        one.level,
        JSON.stringify(one.because),
      ]),
    },
  ];
}

/** The figures by which a day reaches its worst level, and by which it stands better in the afternoon. */
type Reasons = Readonly<Record<Exclude<Level, 'green'> | 'afternoon', Because>>;

const ofPractice = (chance: Chance): Reasons => ({
  yellow: { measure: 'free_share', figure: 0.2, threshold: 0.2 },
  orange: { measure: 'free_share', figure: 0.1, threshold: 0.1 },
  red: { measure: 'free_share', figure: 0, threshold: 0 },
  black: { measure: 'unmet', figure: 20 + chance.below(6), threshold: 20 },
  afternoon: { measure: 'late', figure: 1, threshold: 1 },
});

const ofGroup: Reasons = {
  yellow: { measure: 'free_share', figure: 0.15, threshold: 0.15 },
  orange: { measure: 'free_share', figure: 0.08, threshold: 0.08 },
  red: { measure: 'free_share', figure: 0.03, threshold: 0.03 },
  black: { measure: 'full_share', figure: 0.8, threshold: 0.8 },
  afternoon: { measure: 'full_share', figure: 0.2, threshold: 0.2 },
};

/** How one working day went: Mondays and hard-pressed practices fill earlier and worse. */
function changesOf(day: Day, { load, chance, reasons }: { load: number; chance: Chance; reasons: Reasons }): Change[] {
  const pressed = load * 0.6 + (day.weekday === 1 ? 0.5 : 0.1) + chance.next() * 0.35;
  const worst = pressed > 1.2 ? 'black' : pressed > 0.85 ? 'red' : pressed > 0.5 ? 'orange' : 'yellow';
  const when = (clock: string, spread: number): number => day.at(minuteOf(clock) + chance.below(spread));
  return [
    { at: when('08:00', 4), level: 'green', because: [] },
    { at: when('09:10', 90), level: worst, because: [reasons[worst]] },
    worst === 'black'
      ? { at: when('14:30', 120), level: 'red', because: [reasons.red] }
      : { at: when('14:30', 120), level: 'yellow', because: [reasons.afternoon] },
    { at: when('18:30', 4), level: 'closed', because: [] },
  ];
}
