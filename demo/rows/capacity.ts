import type pg from 'pg';
import { chanceOf } from '../chance.ts';
import { lines, type Load } from '../copy.ts';
import { supervisorsOf } from '../plans.ts';
import type { Hub, Practice } from '../practices.ts';
import type { Foundation, Life } from '../story.ts';

const SINCE = '2024-01-08';
/** Clinicians of one micro-team. */
const teamSize = 4;

/** Who supervises whom, the micro-teams of each practice, and each practice's share of its hub's places. */
export function capacityLoads(foundation: Foundation, life: Life): Load[] {
  const { groupId, clinicians, practices, calendar, seed } = foundation;
  const chance = chanceOf(seed, 'capacity');
  const teams = practices.flatMap((practice) =>
    clinicians
      .filter(
        (one) => one.practice === practice && ['gp', 'advanced_nurse'].includes(one.role) && one.kind === 'permanent',
      )
      .map((one, at) => ({ one, team: `${practice.code} team ${Math.floor(at / teamSize) + 1}` })),
  );
  const from = calendar.day(-60);
  return [
    {
      table: 'workforce.supervision',
      columns: ['id', 'group_id', 'clinician_id', 'supervisor_id', 'valid_from'],
      lines: lines([...supervisorsOf(clinicians)], ([associate, supervisor]) => [
        chance.uuid(from.at(0)), groupId, associate.id, supervisor.id, SINCE,
      ]), // prettier-ignore
    },
    {
      table: 'workforce.micro_team_member',
      columns: ['id', 'group_id', 'team', 'clinician_id', 'valid_from'],
      lines: lines(teams, ({ one, team }) => [chance.uuid(from.at(0)), groupId, team, one.id, SINCE]),
    },
    {
      table: 'access.hub_quota',
      columns: ['id', 'group_id', 'hub_id', 'practice_id', 'valid_from', 'places', 'source'],
      lines: lines(quotas(practices, life), ({ practice, hub, places }) => [
        chance.uuid(from.at(0)), groupId, hub.id, practice.code, from.date, places, 'Board decision by list size (fictional)',
      ]), // prettier-ignore
    },
  ];
}

/** A practice's share by its list of what its hub put on in its fullest week, never less than it took in any. */
function quotas(
  practices: readonly Practice[],
  { rota, bookings }: Life,
): { practice: Practice; hub: Hub; places: number }[] {
  const week = (offset: number, weekday: number): number => offset - (weekday - 1);
  const most = new Map<Hub, Map<number, number>>();
  for (const { kind, practice, from, to, slot, day } of rota.sessions) {
    if (kind !== 'hub') continue;
    const weeks = most.get(practice.hub) ?? new Map<number, number>();
    const at = week(day.offset, day.weekday);
    weeks.set(at, (weeks.get(at) ?? 0) + Math.floor((to - from) / slot));
    most.set(practice.hub, weeks);
  }
  const took = new Map<string, number>();
  for (const { session, patient, cancelled } of bookings) {
    if (session.kind !== 'hub' || cancelled !== undefined) continue;
    const key = `${patient.list.practice.code} ${week(session.day.offset, session.day.weekday)}`;
    took.set(key, (took.get(key) ?? 0) + 1);
  }
  return practices.map((practice) => {
    const { hub } = practice;
    const list = practices.filter((one) => one.hub === hub).reduce((sum, one) => sum + one.list, 0);
    const share = Math.ceil((Math.max(0, ...(most.get(hub)?.values() ?? [])) * practice.list) / list);
    const taken = [...took].flatMap(([key, count]) => (key.startsWith(`${practice.code} `) ? [count] : []));
    return { practice, hub, places: Math.max(share, ...taken) };
  });
}

/** The group has decided that its operations open places of its hubs' own sessions without asking. */
export async function letHubsOpen(client: pg.Client, { groupId, calendar }: Foundation): Promise<void> {
  await client.query(`insert into access.remedy_rule values ($1, $2, true, 'Board decision (fictional)')`, [
    groupId,
    calendar.day(-60).date,
  ]);
}
