import { randomUUIDv7 } from 'node:crypto';
import { err, type Result } from '#kernel/result.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import { readDuty, type DutyFields, type DutyPlan } from '../duty-form.ts';
import { dutiesIn, dutyById, dutyChoices, dutyPractices, type ListedDuty } from '../queries/duty-rota.ts';
import type { SessionFault } from '../session-plan.ts';
import { deleteDuty, endDuty, insertDuty } from '../store/duty.ts';

const one = (field: string, text: string) => err([{ field, text }]);
const dated = (day: Temporal.PlainDate): string =>
  day.toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });

/**
 * Puts a clinician on duty, once or for a run of weeks: all of it or nothing. A practice's manager does it for that practice
 * alone. The same clinician twice at the same place and time is refused; several may be on duty together.
 */
export async function planDuty(
  context: Context,
  fields: DutyFields,
  now: Temporal.Instant,
): Promise<Result<DutyPlan, readonly SessionFault[]>> {
  const read = readDuty(fields, now);
  if (!read.ok) return read;
  return transaction(context, async (tx) => {
    const refused = await whyNot(tx, read.value, context.actor.practiceId);
    if (refused) return refused;
    const { times, ...same } = read.value;
    for (const { startsAt, endsAt } of times) await insertDuty(tx, { ...same, startsAt, endsAt, id: randomUUIDv7() });
    return read;
  });
}

async function whyNot(tx: Tx, plan: DutyPlan, own: string | null) {
  const first = plan.times[0]?.day;
  if (first === undefined) return one('day', 'Enter the day, like 19/12/2026');
  const practices = await dutyPractices(tx, first);
  const there =
    plan.level === 'group'
      ? own === null
      : practices.some(({ id, hubId }) =>
          plan.level === 'hub' ? own === null && hubId === plan.hubId : id === plan.practiceId && (own ?? id) === id,
        );
  if (!there) return one('place', 'Choose a practice or hub whose duty you arrange');
  const clinician = (await dutyChoices(tx, own)).find(({ id }) => id === plan.clinicianId);
  if (!clinician) return one('clinician', 'Choose a clinician who may answer for dangers');
  for (const { day, startsAt, endsAt } of plan.times) {
    const here =
      Temporal.PlainDate.compare(day, clinician.validFrom) >= 0 &&
      (clinician.validTo === null || Temporal.PlainDate.compare(day, clinician.validTo) < 0);
    if (!here) return one('clinician', `${clinician.name} does not work here on ${dated(day)}`);
    const twice = (await dutiesIn(tx, { startsAt, endsAt })).some(
      (other) =>
        other.clinicianId === plan.clinicianId &&
        other.level === plan.level &&
        other.practiceId === plan.practiceId &&
        other.hubId === plan.hubId,
    );
    if (twice) return one('from', `${clinician.name} is on duty there then already, on ${dated(day)}`);
  }
  return undefined;
}

/** What became of a duty that was taken away. */
export type DutyTaken = { readonly kind: 'ended' | 'removed'; readonly duty: ListedDuty };

/** Ends a duty now where it has begun, else takes it away; null where it is over, unknown or another's to arrange. */
export async function takeOffDuty(context: Context, id: string, now: Temporal.Instant): Promise<DutyTaken | null> {
  return transaction(context, async (tx) => {
    const duty = await dutyById(tx, id);
    const own = context.actor.practiceId;
    if (!duty || (own !== null && duty.practiceId !== own)) return null;
    if (await deleteDuty(tx, id)) return { kind: 'removed', duty };
    return (await endDuty(tx, id, now)) ? { kind: 'ended', duty } : null;
  });
}
