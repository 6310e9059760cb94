import { ids, type Actor, type GroupName, type Practice, type Span, type World } from './world.ts';

/** A row of network.sight: the rule the database works by, which this reference reads in its own, slow way. */
export interface Sight {
  readonly role: string;
  readonly class: string;
  readonly reach: 'own' | 'joined' | 'shared' | 'member';
  readonly service: string | null;
}

/** A row as JSON. */
export type Row = Readonly<Record<string, unknown>>;

const during = (span: Span | undefined, day: number): boolean =>
  span !== undefined && span[0] <= day && (span[1] === null || day < span[1]);

/** Whether an actor sees rows of a class of a practice, on a day counted from today. */
export function sees(
  { world, sights }: { world: World; sights: readonly Sight[] },
  actor: Actor,
  { of, practiceId, day = 0 }: { of: string; practiceId: unknown; day?: number },
): boolean {
  const practice = world.practices.find(({ id }) => id === practiceId);
  const own = world.practices.find(({ id }) => id === actor.practice);
  if (!practice) return false;
  return sights.some((sight) => {
    if (sight.role !== actor.role || sight.class !== of) return false;
    if (sight.reach === 'own') return own === practice;
    if (sight.reach === 'joined')
      return !own && joined(practice, actor.group, [sight.service, day]) && inHub(practice, actor, day);
    if (sight.reach === 'member') return !own && came(practice, actor.group, day) && inHub(practice, actor, day);
    return own !== undefined && [own, practice].every((each) => joined(each, actor.group, [sight.service, day]));
  });
}

function joined(practice: Practice, group: GroupName, [service, day]: [string | null, number]): boolean {
  return practice.agreements.some((each) => each.group === group && each.service === service && during(each.span, day));
}

function came(practice: Practice, group: GroupName, day: number): boolean {
  const span = practice.groups[group];
  return span !== undefined && span[0] <= day;
}

function inHub(practice: Practice, actor: Actor, day: number): boolean {
  return actor.hub === null || during(practice.hubs[actor.hub], day);
}

/** What decides whether a row is seen: by class of its practice, by its group, or by a rule of its table's own. */
export type Rule = (row: Row, may: (of: string, practiceId: unknown) => boolean, actor: Actor) => boolean;

/** The rule of a table protected by platform.protect. */
export const byPractice =
  (of: string): Rule =>
  (row, may) =>
    may(of, row['practice_id']);

/** The rule of a table protected by platform.protect_group. */
export const byGroup: Rule = (row, _may, actor) => row['group_id'] === ids[actor.group];
