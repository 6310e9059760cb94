import type { PlanPart } from '#domains/access/plan.ts';
import type { Calendar, Day } from './calendar.ts';
import { minuteOf } from './calendar.ts';
import { chanceOf, drawerOf, type Chance } from './chance.ts';
import type { Clinician } from './clinicians.ts';
import { sessionTimes, slotMinutes, visitModes, WEEKS_THERE } from './parameters.ts';
import { planOf, supervisorsOf } from './plans.ts';
import type { Hub, Practice, Site } from './practices.ts';

/** A clinician's session; times in minutes after London's midnight. */
export interface Session {
  readonly id: string;
  readonly clinician: Clinician;
  readonly practice: Practice;
  readonly site: Site;
  readonly mode: keyof typeof visitModes;
  readonly kind: 'ordinary' | 'duty' | 'hub';
  readonly day: Day;
  readonly from: number;
  readonly to: number;
  readonly slot: number;
  /** What its time is for, where it is not all of one kind. */
  plan?: readonly PlanPart[] | undefined;
}

/** Who answers for red flags from one instant to another. */
export interface Duty {
  readonly id: string;
  readonly level: 'practice' | 'hub' | 'group';
  readonly practice: Practice | undefined;
  readonly hub: Hub | undefined;
  readonly clinician: Clinician;
  readonly from: number;
  readonly to: number;
}

/** Every session and duty of the demonstration, in order of day. */
export interface Rota {
  readonly sessions: Session[];
  readonly duties: Duty[];
}

const drawMode = drawerOf(visitModes);
const halves = [sessionTimes.morning, sessionTimes.afternoon].map(([from, to]) => ({
  from: minuteOf(from),
  to: minuteOf(to),
}));
const evening = { from: minuteOf('18:30'), to: minuteOf('20:00') };
const weekend: Readonly<Record<number, readonly { from: number; to: number }[]>> = {
  6: [{ from: minuteOf('09:00'), to: minuteOf('13:00') }, { from: minuteOf('13:30'), to: minuteOf('17:00') }],
  7: [{ from: minuteOf('10:00'), to: minuteOf('13:00') }],
}; // prettier-ignore
/** Roles a hub puts on, one after the other: a hub of 40,000 owes 40 hours a week beyond core hours. */
const hubRoles = ['gp', 'gp', 'nurse', 'pharmacist', 'hca'];

interface World {
  readonly hubs: readonly Hub[];
  readonly practices: readonly Practice[];
  readonly clinicians: readonly Clinician[];
  readonly calendar: Calendar;
  readonly seed: number;
}

/** Plans who works when for all the demonstration's days. */
export function makeRota(world: World): Rota {
  const rota: Rota = { sessions: [], duties: [] };
  const chance = chanceOf(world.seed, 'rota');
  const away = makeAway(world, chance);
  for (const day of world.calendar.days) {
    if (day.working) planWorkingDay(rota, day, { world, away, chance });
    planHubs(rota, day, { world, away, chance });
    planGroupDuty(rota, day, { world, away, chance });
  }
  const supervises = new Set(supervisorsOf(world.clinicians).values());
  for (const session of rota.sessions) session.plan = planOf(session, supervises);
  return rota;
}

interface Planning {
  readonly world: World;
  readonly away: (clinician: Clinician, day: Day) => boolean;
  readonly chance: Chance;
}

/** People are away in whole weeks, eight in a year; the cast stay. */
function makeAway({ clinicians, calendar }: World, chance: Chance): Planning['away'] {
  const weeks = new Map<Clinician, Set<number>>();
  const last = Math.ceil(calendar.days.length / 7) + 1;
  for (const clinician of clinicians) {
    const gone = new Set<number>();
    for (let week = 0; week <= last; week += 1) if (!chance.happens(WEEKS_THERE)) gone.add(week);
    if (!isCast(clinician)) weeks.set(clinician, gone);
  }
  const monday = calendar.today.offset - (calendar.today.weekday - 1);
  return (clinician, day) => weeks.get(clinician)?.has(Math.floor((day.offset - monday) / 7) + 5) ?? false;
}

/** Whether the clinician is one of those to sign in as. */
function isCast(clinician: Clinician): boolean {
  return clinician.person?.isCast === true;
}

function planWorkingDay(rota: Rota, day: Day, planning: Planning): void {
  const { world, away, chance } = planning;
  for (const practice of world.practices) {
    const here = world.clinicians.filter((one) => one.practice === practice && !away(one, day));
    for (const half of [0, 1] as const) {
      const working = here.filter((one) => one.halfDays.includes((day.weekday - 1) * 2 + half));
      const onDuty = dutyOf(working, day);
      for (const clinician of working) {
        rota.sessions.push(ordinarySession({ clinician, day, half, duty: clinician === onDuty }, chance));
      }
      if (onDuty) {
        const [from, to] = half === 0 ? ['08:00', '13:00'] : ['13:00', '18:30'];
        rota.duties.push({
          id: chance.uuid(day.at(minuteOf(from)) - 14 * 86_400_000),
          level: 'practice',
          practice,
          hub: undefined,
          clinician: onDuty,
          from: day.at(minuteOf(from)),
          to: day.at(minuteOf(to)),
        });
      }
    }
  }
}

/** The practice's GPs take turns; this coming week it is the one of them whom a visitor can sign in as. */
function dutyOf(working: readonly Clinician[], day: Day): Clinician | undefined {
  const elsewhere = ['gp-hub', 'gp-group'];
  const able = working.filter(
    (one) => one.role === 'gp' && one.kind === 'permanent' && !elsewhere.includes(one.person?.key ?? ''),
  );
  const cast = able.find((one) => one.person?.key === 'gp');
  if (cast && day.offset >= 0 && day.offset < 7) return cast;
  return able.length === 0 ? undefined : able[(day.offset + 700) % able.length];
}

interface Placing {
  readonly clinician: Clinician;
  readonly day: Day;
  readonly half: 0 | 1;
  readonly duty: boolean;
}

function ordinarySession({ clinician, day, half, duty }: Placing, chance: Chance): Session {
  const { practice } = clinician;
  const branch = practice.sites[1];
  const mode = duty ? 'telephone' : modeOf(clinician, chance);
  const time = halves[half] ?? evening;
  return {
    id: chance.uuid(day.at(time.from) - 60 * 86_400_000),
    clinician,
    practice,
    site: branch !== undefined && !duty && chance.happens(0.25) ? branch : practice.sites[0],
    mode,
    kind: duty ? 'duty' : 'ordinary',
    day,
    ...time,
    slot: mode === 'home_visit' ? 40 : (slotMinutes[clinician.role] ?? 15),
  };
}

function modeOf(clinician: Clinician, chance: Chance): Session['mode'] {
  if (clinician.role === 'pharmacist' || clinician.role === 'social_prescriber')
    return chance.happens(0.7) ? 'telephone' : 'face_to_face';
  if (clinician.role === 'nurse' || clinician.role === 'hca' || clinician.role === 'physio') return 'face_to_face';
  return drawMode(chance);
}

function planHubs(rota: Rota, day: Day, { world, away, chance }: Planning): void {
  const times = day.working ? [evening] : (weekend[day.weekday] ?? []);
  for (const hub of world.hubs) {
    const members = world.practices.filter((practice) => practice.hub === hub);
    const host = members.reduce((one, other) => (other.list > one.list ? other : one));
    const list = members.reduce((sum, practice) => sum + practice.list, 0);
    const staff = world.clinicians.filter(
      (one) => one.practice.hub === hub && one.kind === 'permanent' && !away(one, day),
    );
    const wanted = hubRoles.slice(
      0,
      Math.max(2, Math.min(hubRoles.length, Math.round(list / (day.weekday === 6 ? 9000 : 14_000)))),
    );
    const chosen: Clinician[] = [];
    for (const role of day.weekday === 7 ? wanted.slice(0, 2) : wanted) {
      const able = staff.filter((one) => one.role === role && !chosen.includes(one));
      const one = able[(day.offset + 700) % Math.max(1, able.length)];
      if (one) chosen.push(one);
    }
    for (const clinician of chosen) {
      for (const time of times) rota.sessions.push(hubSession({ clinician, host, day, time }, chance));
    }
    planHubDuty(rota, day, { hub, staff, chance });
  }
}

interface HubPlacing {
  readonly clinician: Clinician;
  readonly host: Practice;
  readonly day: Day;
  readonly time: { from: number; to: number };
}

function hubSession({ clinician, host, day, time }: HubPlacing, chance: Chance): Session {
  return {
    id: chance.uuid(day.at(time.from) - 60 * 86_400_000),
    clinician,
    practice: host,
    site: host.sites[0],
    mode: clinician.role === 'pharmacist' || chance.happens(0.3) ? 'telephone' : 'face_to_face',
    kind: 'hub',
    day,
    ...time,
    slot: slotMinutes[clinician.role] ?? 15,
  };
}

function planHubDuty(
  rota: Rota,
  day: Day,
  { hub, staff, chance }: { hub: Hub; staff: readonly Clinician[]; chance: Chance },
): void {
  const hours = day.working
    ? ['08:00', '20:00']
    : day.weekday === 6
      ? ['09:00', '17:00']
      : day.weekday === 7
        ? ['10:00', '13:00']
        : undefined;
  const able = staff.filter((one) => one.role === 'gp');
  const cast = able.find((one) => one.person?.key === 'gp-hub');
  const clinician =
    cast && day.offset >= 0 && day.offset < 7 ? cast : able[(day.offset + 703) % Math.max(1, able.length)];
  if (hours === undefined || clinician === undefined) return;
  const [from, to] = hours.map((clock) => day.at(minuteOf(clock)));
  if (from === undefined || to === undefined) return;
  rota.duties.push({
    id: chance.uuid(from - 14 * 86_400_000),
    level: 'hub',
    practice: undefined,
    hub,
    clinician,
    from,
    to,
  });
}

/** One doctor answers for the whole group, day and night, a week at a time. */
function planGroupDuty(rota: Rota, day: Day, { world, chance }: Planning): void {
  const able = world.clinicians.filter((one) => one.role === 'gp' && one.kind === 'permanent' && !isCast(one));
  const cast = world.clinicians.find((one) => one.person?.key === 'gp-group');
  const week = Math.floor((day.offset + 700) / 7);
  const clinician = cast && day.offset >= 0 && day.offset < 7 ? cast : able[(week * 37) % Math.max(1, able.length)];
  if (clinician === undefined) return;
  const from = day.at(0);
  const to = world.calendar.day(day.offset + 1).at(0);
  rota.duties.push({
    id: chance.uuid(from - 14 * 86_400_000),
    level: 'group',
    practice: undefined,
    hub: undefined,
    clinician,
    from,
    to,
  });
}
