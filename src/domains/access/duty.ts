/** Whose clinician answers: the patient's practice while it is open, else its hub's, else the group's. */
export type DutyLevel = 'practice' | 'hub' | 'group';

/** A clinician on duty at this instant, at one level. */
export interface OnDuty {
  readonly level: DutyLevel;
  readonly clinicianId: string;
}

/** Who is asked about a red flag; nobody where no level has anyone on duty. */
export interface Asked {
  readonly level: DutyLevel;
  readonly clinicianId: string | null;
}

const levels: readonly DutyLevel[] = ['practice', 'hub', 'group'];

/** Whom a red flag is first put to: the nearest level with somebody on duty, and at the last nobody, which is shown. */
export function firstAsked(onDuty: readonly OnDuty[]): Asked {
  return nearest(onDuty, levels) ?? { level: 'group', clinicianId: null };
}

/**
 * Whom an unacknowledged red flag goes on to: level by level to the group's own duty clinician, and from there to whoever
 * has come on duty since and was never asked, the nearest first. Undefined where it stays. Where nobody had it, every level
 * is looked at again.
 */
export function nextAsked(
  asked: Asked,
  onDuty: readonly OnDuty[],
  askedBefore: readonly string[] = [],
): Asked | undefined {
  if (asked.clinicianId === null) return nearest(onDuty, levels);
  const beyond = levels.slice(levels.indexOf(asked.level) + 1);
  if (beyond.length > 0) return nearest(onDuty, beyond) ?? { level: 'group', clinicianId: null };
  const known = new Set([...askedBefore, asked.clinicianId]);
  return nearest(
    onDuty.filter(({ clinicianId }) => !known.has(clinicianId)),
    levels,
  );
}

function nearest(onDuty: readonly OnDuty[], among: readonly DutyLevel[]): Asked | undefined {
  const found = among.flatMap((level) => onDuty.filter((one) => one.level === level));
  return found[0] && { level: found[0].level, clinicianId: found[0].clinicianId };
}
