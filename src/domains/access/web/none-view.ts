import { randomUUIDv7 } from 'node:crypto';
import type { Tx } from '#platform/db/transaction.ts';
import { dueWords, timeWords } from '#platform/ui/when.ts';
import { advisedFor, type Advised } from '../commands/fullness.ts';
import { fullnessSteps, ownPlaceInTime, stepsFor } from '../fullness.ts';
import type { Offers } from '../offer/offer.ts';
import { nextToday } from '../open-hours.ts';
import { calledBy } from '../offer/words.ts';
import { mayDecide, maySeeToday, type MayDecide, type MaySee } from '../queries/booking.ts';
import type { Call } from '../queries/call.ts';
import { openHoursOf } from '../queries/online.ts';
import { listedRequest } from '../queries/waiting-list.ts';
import { promisedBy } from '../waiting-list.ts';
import { endings, stops, unmetReasons } from '../request/request.ts';
import { stateOf } from '../request/apart.ts';
import { pronounsFor } from '../request/person.ts';
import { writeChoice } from './call-view.ts';
import { placesShown, type PlacesAsked } from './places.ts';

/** Everything the page shows when none of the offers will do; `open` is false where the request has moved on. */
export async function viewOfNone(
  tx: Tx,
  call: Call,
  { role, name, now, asked = {} }: { role: string; name: string; now: Temporal.Instant; asked?: PlacesAsked },
): Promise<{ readonly open: boolean; readonly [shown: string]: unknown }> {
  const { request, patient, flags } = call;
  const open = (request.status === 'draft' || request.status === 'waiting') && !flags.some(stops);
  const day = now.toZonedDateTimeISO('Europe/London').toPlainDate();
  const advised = await advisedFor(tx, call, now);
  const listed = await listedRequest(tx, request.id);
  const onDuty = call.onDuty.map(({ clinicianId }) => clinicianId);
  return {
    ...call,
    open,
    now,
    role,
    name,
    key: randomUUIDv7(),
    who: pronounsFor(patient?.sex),
    list: placesShown(call.places?.openings ?? [], asked),
    leftOut: call.offers?.leftOut,
    leftOutSaid: leftOutWords(call.offers?.leftOut),
    fullness: fullnessOf(call, advised, now),
    listed,
    openWay: asked.page || asked.day ? 'more' : openWayOf(call, advised),
    ...seersOf(open && patient ? await maySeeToday(tx, { practiceId: request.practiceId, day, onDuty }) : []),
    ...decidersOf(
      open && role !== 'clinician' ? await mayDecide(tx, { practiceId: request.practiceId, day, onDuty }) : [],
    ),
    state: stateOf(request),
    dutyNow: call.onDuty[0],
    soon: nextToday(await openHoursOf(tx, request.practiceId), now)
      ?.toString()
      .slice(0, 5),
    dueSays: request.dueAt && dueSays(request.dueAt, { now, their: pronounsFor(patient?.sex).their }),
    // Nothing is chosen before somebody chooses: what stands there would be kept as what they said.
    endings: [unsaid, ...Object.entries(endings).map(([value, text]) => ({ value, text }))],
    unmetReasons: [unsaid, ...Object.values(unmetReasons).map((text) => ({ value: text, text }))],
  };
}

const unsaid = { value: '', text: 'Choose' };

/** Who may see them beyond the limit: those who work today, and apart from them those who do not. */
function seersOf(all: readonly MaySee[]): object {
  const saying = ({ name, roleName, works, onDuty, from, to, contacts, limit, overflow }: MaySee): string => {
    const when = onDuty ? ', on duty' : from && to ? `, ${timeWords(from)} to ${timeWords(to)}` : ', not here today';
    const taken = `${contacts} of ${limit ?? 'not known'}${overflow ? ` and ${overflow} over` : ''}`;
    return `${name}, ${roleName}${when}${works ? `: ${taken}` : ''}`;
  };
  const [here = [], elsewhere = []] = [true, false].map((works) =>
    all.filter((one) => one.works === works).map((one) => ({ id: one.clinicianId, name: one.name, says: saying(one) })),
  );
  return { here, elsewhere };
}

/** Which way stands open first: urgent need goes to the duty clinician; a policy that speaks is shown above them all. */
function openWayOf({ places }: Call, { step }: Advised): string {
  if (step === 'duty') return 'duty';
  if (places && places.openings.length > 0) return 'more';
  return step === undefined ? 'duty' : '';
}

/** What the group's policy says of this call; undefined where it is not about a visit. */
function fullnessOf({ guidance, places, request }: Call, { policy, step }: Advised, now: Temporal.Instant) {
  const { need, dueAt } = guidance;
  if (need === undefined) return undefined;
  const openings = places?.openings ?? [];
  const promise = policy && promisedBy({ now, dueAt, promiseDays: policy.promiseDays });
  return {
    policy,
    step,
    urgent: need.mustBeInTime,
    ownInTime: ownPlaceInTime(openings),
    promise,
    promiseSays: promise && `by ${dueWords(promise, now)}`,
    because: step !== undefined && step !== 'duty',
    carried: request.unmetReason,
    steps: (policy ? stepsFor(policy, openings) : []).map((one) => ({
      ...one,
      says: fullnessSteps[one.step],
      choice: one.first && {
        value: writeChoice(one.first),
        at: Temporal.Instant.fromEpochMilliseconds(one.first.startsAt),
        who: calledBy(one.first.session),
        where: one.first.session.placeName,
      },
    })),
  };
}

const whereWords = {
  duty: 'On duty now',
  today: 'Here today',
  practice: 'Others of this practice',
} as const;

/**
 * Who may have decided: a short list a person looks through in order, whoever is on duty first; and the many elsewhere in the
 * group, who are found by typing.
 */
function decidersOf(all: readonly MayDecide[]): object {
  const near = (where: keyof typeof whereWords): readonly MayDecide[] => all.filter((one) => one.where === where);
  const deciders = (['duty', 'today', 'practice'] as const)
    .map((where) => ({
      label: whereWords[where],
      people: near(where).map(({ id, name, roleName, practiceName }) => ({
        id,
        says: [name, roleName, where === 'duty' ? practiceName : ''].filter(Boolean).join(', '),
      })),
    }))
    .filter(({ people }) => people.length > 0);
  const decidersElsewhere = all
    .filter(({ where }) => where === 'group')
    .map(({ name, roleName, practiceName }) => ({ name, says: `${roleName}, ${practiceName}` }));
  return { deciders, decidersElsewhere };
}

/** "Her time stays the end of Saturday", or that it has passed. */
function dueSays(dueAt: Temporal.Instant, { now, their }: { now: Temporal.Instant; their: string }): string {
  const whose = `${their.charAt(0).toUpperCase()}${their.slice(1)} time`;
  const past = Temporal.Instant.compare(dueAt, now) < 0;
  return past ? `${whose} has passed: it was ${dueWords(dueAt, now)}.` : `${whose} stays ${dueWords(dueAt, now)}.`;
}

/** What else was left out, in words: kept for something else, the hub's share used, too far, beyond the scope of whoever works there. */
function leftOutWords(leftOut: Offers['leftOut'] | undefined): string[] {
  const said = (count: number | undefined, what: string): string[] =>
    count ? [`${count} ${count === 1 ? 'session' : 'sessions'} ${what}`] : [];
  return [
    ...said(leftOut?.kept, 'kept for something else or not open yet'),
    ...said(leftOut?.quota, 'of the hub, whose share for that week is used'),
    ...said(leftOut?.['too-far'], 'too far away'),
    ...said(leftOut?.scope, 'of people who do not see a problem nobody has looked at'),
  ];
}
