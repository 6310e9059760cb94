import { workingDaysInMonth, workingDaysInYear, type WorkingCalendar } from '#kernel/working-day.ts';

/** Two ends of the truth: `low` counts every GP, locums and trainees too; `high` counts permanent qualified GPs alone. */
export interface Range {
  readonly low: number | null;
  readonly high: number | null;
}

/** Whether GPs work beyond the limit: whichever way they are counted, neither way, or one way only. */
export type Verdict = 'beyond' | 'within' | 'depends on the assumption';

/** The share of appointments that GPs hold, and where it was taken from. */
export interface GpShare {
  readonly value: number;
  readonly source: string;
}

/** What is published of one practice; null where no layer has it, which is never the same as zero. */
export interface GapInput {
  readonly code: string;
  readonly name: string;
  readonly hub: { readonly code: string; readonly name: string } | null;
  readonly list: number | null;
  /** Appointments of all intervals in the month that begins on this day. */
  readonly appointments: { readonly month: Temporal.PlainDate; readonly total: number } | null;
  readonly gpShare: GpShare | null;
  /** Full-time equivalents: permanent qualified GPs, and locums with trainees. */
  readonly fte: { readonly permanent: number; readonly locumAndTrainee: number } | null;
}

/** How much a full-time GP works: days a week, and weeks of 52. */
export interface WorkingPattern {
  readonly daysPerWeek: number;
  readonly weeksPerYear: number;
}

/** What may be asked instead of what is published or in force, from and to, on the page and on the command line alike. */
export const askable = { limit: [1, 100], share: [0.01, 1] } as const;

/** What the measure rests on besides the practices' figures. */
export interface GapAssumptions {
  /** Safe contacts per GP and working day. */
  readonly limit: number;
  readonly calendar: WorkingCalendar;
  readonly pattern: WorkingPattern;
  /** Used for every practice instead of its own share where it is given. */
  readonly share?: GpShare;
}

/** The figures of a practice, a hub or the group. */
export interface GapFigures {
  readonly list: number | null;
  readonly deliveredPerWeek: number | null;
  readonly gpShare: number | null;
  readonly gpFte: number | null;
  readonly gpFteAll: number | null;
  readonly contactsPerGpDay: Range;
  readonly safePerWeek: { readonly permanent: number | null; readonly all: number | null };
  readonly beyondSafePerWeek: Range;
  readonly verdict: Verdict | null;
  /** The GP share at which contacts equal the limit; above 1 no share could reach it. */
  readonly turnsAtShare: Range;
}

/** One practice's figures, and the names of the layers it has none of. */
export interface PracticeGap extends GapFigures {
  readonly code: string;
  readonly name: string;
  readonly hub: GapInput['hub'];
  readonly gpShareSource: string | null;
  readonly missing: readonly string[];
}

/** Sums over the practices that have every layer, and how many of how many those are. */
export interface GapSum extends GapFigures {
  readonly practices: number;
  readonly practicesCounted: number;
}

/** A hub's sum; practices in no hub are summed under a null hub. */
export interface HubGap extends GapSum {
  readonly hub: GapInput['hub'];
}

/** The measure for a group. */
export interface Gap {
  readonly limit: number;
  readonly byPractice: readonly PracticeGap[];
  readonly byHub: readonly HubGap[];
  readonly total: GapSum;
}

/** The quantities that add up; everything else is worked out from them. */
interface Amounts {
  readonly list: number;
  readonly delivered: number;
  readonly byGps: number;
  readonly permanent: number;
  readonly all: number;
}

/**
 * What a month's appointments are multiplied by to be appointments per week of the year: working days of that calendar
 * year over those of the month, over the weeks of that year. Null where the calendar lacks the year.
 */
export function weeklyFactor(month: Temporal.PlainDate, calendar: WorkingCalendar): number | null {
  const inMonth = workingDaysInMonth(calendar, month);
  const inYear = workingDaysInYear(calendar, month.year);
  if (!inMonth.ok || !inYear.ok) return null;
  return inYear.value / inMonth.value / (month.daysInYear / 7);
}

/** Days a full-time GP works in an average week of the year. */
function daysPerAverageWeek({ daysPerWeek, weeksPerYear }: WorkingPattern): number {
  return (daysPerWeek * weeksPerYear) / 52;
}

function ratio(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : part / whole;
}

function times(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a * b;
}

function less(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b;
}

function verdictOf({ low, high }: Range): Verdict | null {
  if (low === null || high === null) return null;
  if (low > 0) return 'beyond';
  return high < 0 ? 'within' : 'depends on the assumption';
}

function figures(
  known: { readonly [K in keyof Amounts]: number | null },
  { limit, pattern }: GapAssumptions,
): GapFigures {
  const days = daysPerAverageWeek(pattern);
  const safe = { permanent: times(known.permanent, limit * days), all: times(known.all, limit * days) };
  const beyond = { low: less(known.byGps, safe.all), high: less(known.byGps, safe.permanent) };
  // Where no GP is in post no share brings the contacts down to the limit, so there is none at which it turns.
  const turns = (fte: number | null, isSafe: number | null) => (fte === 0 ? null : ratio(isSafe, known.delivered));
  return {
    list: known.list,
    deliveredPerWeek: known.delivered,
    gpShare: ratio(known.byGps, known.delivered),
    gpFte: known.permanent,
    gpFteAll: known.all,
    contactsPerGpDay: {
      low: ratio(known.byGps, times(known.all, days)),
      high: ratio(known.byGps, times(known.permanent, days)),
    },
    safePerWeek: safe,
    beyondSafePerWeek: beyond,
    verdict: verdictOf(beyond),
    turnsAtShare: { low: turns(known.all, safe.all), high: turns(known.permanent, safe.permanent) },
  };
}

interface Worked {
  readonly practice: PracticeGap;
  /** What the practice adds to sums; null where a layer is missing. */
  readonly amounts: Amounts | null;
}

type Factor = (month: Temporal.PlainDate) => number | null;

/** Practices share their months, and a year of days takes a while to count. */
function factorOnce(calendar: WorkingCalendar): Factor {
  const known = new Map<string, number | null>();
  return (month) => {
    const key = month.toString();
    const factor = known.has(key) ? (known.get(key) ?? null) : weeklyFactor(month, calendar);
    known.set(key, factor);
    return factor;
  };
}

function work(input: GapInput, assumptions: GapAssumptions, factor: Factor): Worked {
  const { code, name, hub, list, fte } = input;
  const gpShare = assumptions.share ?? input.gpShare;
  const delivered = input.appointments && times(input.appointments.total, factor(input.appointments.month));
  const byGps = times(delivered, gpShare?.value ?? null);
  const permanent = fte?.permanent ?? null;
  const all = fte && fte.permanent + fte.locumAndTrainee;
  const missing = [
    ...(list === null ? ['list'] : []),
    ...(input.appointments === null ? ['appointments'] : []),
    ...(input.appointments !== null && delivered === null ? ['working days'] : []),
    ...(gpShare === null ? ['gpShare'] : []),
    ...(fte === null ? ['workforce'] : []),
    // A practice that books GP appointments but reports no GP at all sent no usable figure: it is not a practice of none.
    ...(all === 0 ? ['GPs in post (the return says none)'] : []),
  ];
  const whole = missing.length === 0 && list !== null && delivered !== null && byGps !== null;
  return {
    practice: {
      code,
      name,
      hub,
      ...figures({ list, delivered, byGps, permanent, all }, assumptions),
      // The share is known even where no appointments are.
      gpShare: gpShare?.value ?? null,
      gpShareSource: gpShare?.source ?? null,
      missing,
    },
    amounts: whole && permanent !== null && all !== null ? { list, delivered, byGps, permanent, all } : null,
  };
}

const keys = ['list', 'delivered', 'byGps', 'permanent', 'all'] as const;

function sum(worked: readonly Worked[], assumptions: GapAssumptions): GapSum {
  const counted = worked.flatMap(({ amounts }) => amounts ?? []);
  const total = (key: (typeof keys)[number]) =>
    counted.length === 0 ? null : counted.reduce((so, amounts) => so + amounts[key], 0);
  const [list, delivered, byGps, permanent, all] = keys.map(total) as [
    number | null,
    number | null,
    number | null,
    number | null,
    number | null,
  ];
  return {
    practices: worked.length,
    practicesCounted: counted.length,
    ...figures({ list, delivered, byGps, permanent, all }, assumptions),
  };
}

/**
 * How GPs' contacts compare with safe working, from published figures alone. Published GP appointments include those of
 * locums and trainees, so every answer is a range: `low` divides them among all GPs, `high` among permanent ones.
 * Sums leave out practices that lack a layer; a practice without permanent GPs counts, with no `high` per GP of its own.
 */
export function gap(practices: readonly GapInput[], assumptions: GapAssumptions): Gap {
  const factor = factorOnce(assumptions.calendar);
  const worked = practices.map((practice) => work(practice, assumptions, factor));
  const hubs = Map.groupBy(worked, ({ practice }) => practice.hub?.code ?? null);
  return {
    limit: assumptions.limit,
    byPractice: worked.map(({ practice }) => practice),
    byHub: [...hubs.values()].map((members) => ({
      hub: members[0]?.practice.hub ?? null,
      ...sum(members, assumptions),
    })),
    total: sum(worked, assumptions),
  };
}
