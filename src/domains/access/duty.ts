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
 * Whom an unacknowledged red flag goes on to; undefined where it stays, because the group's own duty clinician has it.
 * Where nobody had it, every level is looked at again: somebody may have come on duty.
 */
export function nextAsked(asked: Asked, onDuty: readonly OnDuty[]): Asked | undefined {
  if (asked.clinicianId === null) return nearest(onDuty, levels);
  const beyond = levels.slice(levels.indexOf(asked.level) + 1);
  if (beyond.length === 0) return undefined;
  return nearest(onDuty, beyond) ?? { level: 'group', clinicianId: null };
}

function nearest(onDuty: readonly OnDuty[], among: readonly DutyLevel[]): Asked | undefined {
  const found = among.flatMap((level) => onDuty.filter((one) => one.level === level));
  return found[0] && { level: found[0].level, clinicianId: found[0].clinicianId };
}
