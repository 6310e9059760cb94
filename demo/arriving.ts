import type { RequestWanted } from '#domains/access/commands/send-request.ts';
import { calendarAround, minuteOf, type Day } from './calendar.ts';
import { chanceOf, drawer } from './chance.ts';
import { answering, arriving, callsByHour, formsByHour } from './parameters.ts';

/** A request that is to come in while the demonstration runs. */
export interface Planned {
  /** The same for the same day and place in it, so that a request is made once whoever makes it. */
  readonly key: string;
  readonly at: Temporal.Instant;
  readonly channel: RequestWanted['channel'];
  /** Whether its words are those of a red flag. */
  readonly danger: boolean;
}

const drawForm = drawer(formsByHour);
const drawCall = drawer(callsByHour);

/** What comes in on the London day of an instant, in order: the same for the same day and seed. */
export function arrivalsOf(now: Temporal.Instant, seed: number): Planned[] {
  const { today } = calendarAround(now);
  const chance = chanceOf(seed, `arrivals/${today.date}`);
  const count = today.working ? arriving.onWorkingDay : arriving.onOtherDay;
  const moments = Array.from({ length: count }, () => {
    const channel: Planned['channel'] = chance.happens(arriving.from111) ? '111' : 'online';
    const minute =
      channel === '111'
        ? minuteOf('08:00') + drawCall(chance) * 60 + chance.below(60)
        : drawForm(chance) * 60 + chance.below(60);
    return { channel, at: today.at(minute) + chance.below(60_000), danger: chance.happens(arriving.redFlags) };
  });
  return moments
    .sort((one, other) => one.at - other.at)
    .map(({ channel, at, danger }, place) => ({
      key: `${today.date}/${place}`,
      at: Temporal.Instant.fromEpochMilliseconds(at),
      channel,
      danger,
    }));
}

/** When one of the fictional navigators answers what came at an instant: some time later, between morning and evening. */
export function answeredAt(at: Temporal.Instant, key: string): Temporal.Instant {
  const chance = chanceOf(1, `answer/${key}`);
  const ready = at.epochMilliseconds + chance.between(answering.minutes.from, answering.minutes.to) * 60_000;
  const opens = (day: Day): number => day.at(minuteOf(answering.from)) + chance.below(60) * 60_000;
  const calendar = calendarAround(Temporal.Instant.fromEpochMilliseconds(ready));
  const { today } = calendar;
  const answered =
    ready < today.at(minuteOf(answering.from))
      ? opens(today)
      : ready < today.at(minuteOf(answering.to))
        ? ready
        : opens(calendar.day(1));
  return Temporal.Instant.fromEpochMilliseconds(answered);
}
