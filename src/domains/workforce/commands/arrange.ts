import { randomUUIDv7 } from 'node:crypto';
import { parseDay } from '#kernel/date.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import { arranged } from './one-person.ts';
import { hasOwnLimit, readLimit, readLimitEnd, type LimitFields } from '../limit.ts';
import { meantBy, riseBetween, withEnd, withStep, type Rise } from '../limit-rise.ts';
import { clinicianById, limits, listedClinician, supervisorChoices, today } from '../queries.ts';
import type { ClinicianRefused, LimitRefused } from '../refused.ts';
import { deleteLimit, endClinicianOn, holdLimits, putLimit, putLimitEnd, putSupervisor, putTeam } from '../store.ts';

/** Ends a clinician's time with the group from a day, today at the earliest; sessions after it are left to be cancelled. */
export async function endClinician(
  context: Context,
  id: string,
  typed: string,
): Promise<Result<Temporal.PlainDate, ClinicianRefused>> {
  return transaction(context, async (tx) => {
    const found = await listedClinician(tx, id);
    if (!found) return err({ kind: 'no-such-clinician' });
    const own = context.actor.practiceId;
    if (own !== null && found.practiceId !== own) return err({ kind: 'not-your-practice' });
    const day = parseDay(typed);
    if (day === null) return err({ kind: 'no-date' });
    if (Temporal.PlainDate.compare(day, await today(tx)) < 0) return err({ kind: 'date-passed' });
    if (Temporal.PlainDate.compare(day, found.validFrom) <= 0)
      return err({ kind: 'before-beginning', from: found.validFrom });
    if (found.validTo !== null && Temporal.PlainDate.compare(found.validTo, day) <= 0)
      return err({ kind: 'ended-already', on: found.validTo });
    await endClinicianOn(tx, id, day);
    return ok(day);
  });
}

/** A rise that is asked about, unless the tick that came with the form says yes to this very one. */
function askedFirst(rise: Rise | null, change: readonly (string | number)[], sure: string | undefined) {
  if (rise === null) return null;
  const meant = meantBy(change, rise);
  return sure === meant ? null : err({ kind: 'rises' as const, rise, meant });
}

/** Sets the safe limit of the group, or of one clinician, from today or a later day; one that rises only where that is meant. */
export async function setLimit(context: Context, fields: LimitFields): Promise<Result<null, LimitRefused>> {
  return transaction(context, async (tx) => {
    const read = readLimit(fields, await today(tx));
    if (!read.ok) return err({ kind: 'faults', faults: read.error });
    const { clinicianId, contacts, from } = read.value;
    if (clinicianId !== null && !(await clinicianById(tx, clinicianId))) return err({ kind: 'no-such-clinician' });
    await holdLimits(tx);
    const before = await limits(tx);
    const rise = riseBetween(before, withStep(before, read.value), clinicianId);
    const asked = askedFirst(rise, ['set', clinicianId ?? 'group', from.toString(), contacts], fields.sure);
    if (asked) return asked;
    await putLimit(tx, { id: randomUUIDv7(), ...read.value });
    await tellLimitChanged(tx, context);
    return ok(null);
  });
}

/** Ends a clinician's own limit from today or a later day, with the steps of it still to come; answers the day. Where a limit rises by it, only if that is meant. */
export async function endOwnLimit(
  context: Context,
  clinicianId: string,
  fields: LimitFields,
): Promise<Result<Temporal.PlainDate, LimitRefused>> {
  return transaction(context, async (tx) => {
    const read = readLimitEnd(fields, await today(tx));
    if (!read.ok) return err({ kind: 'faults', faults: read.error });
    const { from } = read.value;
    if (!(await clinicianById(tx, clinicianId))) return err({ kind: 'no-such-clinician' });
    await holdLimits(tx);
    if (!hasOwnLimit(await limits(tx, clinicianId), from)) return err({ kind: 'no-own-limit' });
    const before = await limits(tx);
    const rise = riseBetween(before, withEnd(before, clinicianId, read.value), clinicianId);
    const asked = askedFirst(rise, ['end', clinicianId, from.toString()], fields.sure);
    if (asked) return asked;
    await putLimitEnd(tx, { id: randomUUIDv7(), clinicianId, ...read.value });
    await tellLimitChanged(tx, context);
    return ok(from);
  });
}

/** Takes back a step that is not in force yet; where a limit rises by it, only if that is meant. */
export async function takeBackLimit(context: Context, id: string, sure?: string): Promise<Result<null, LimitRefused>> {
  return transaction(context, async (tx) => {
    await holdLimits(tx);
    const before = await limits(tx);
    const step = before.find((one) => one.id === id);
    const rise = step
      ? riseBetween(
          before,
          before.filter((one) => one !== step),
          step.clinicianId,
        )
      : null;
    const begun = step !== undefined && Temporal.PlainDate.compare(step.validFrom, await today(tx)) <= 0;
    const asked = begun ? null : askedFirst(rise, ['take-back', id], sure);
    if (asked) return asked;
    if (!(await deleteLimit(tx, id))) return err({ kind: 'in-force' });
    await tellLimitChanged(tx, context);
    return ok(null);
  });
}

/** The event `workforce.limit-changed`, version 1: a limit of the group was set, ended or taken back, so places may be free. */
async function tellLimitChanged(tx: Tx, { actor }: Context): Promise<void> {
  await tx.addJob('workforce.limit-changed', { version: 1, groupId: actor.groupId });
}

/** A day a tie is to begin on, today or later; refused in words where it is none. */
function tieFrom(
  typed: string,
  today: Temporal.PlainDate,
  field: string,
): Result<Temporal.PlainDate, ClinicianRefused> {
  const from = parseDay(typed);
  const fault = (text: string): Result<never, ClinicianRefused> => err({ kind: 'faults', faults: [{ field, text }] });
  if (from === null) return fault('Enter the day it begins, like 19/12/2026');
  if (Temporal.PlainDate.compare(from, today) < 0)
    return fault('What was stays as it was: choose today or a later day');
  return ok(from);
}

/** Names the GP who supervises a clinician from a day on, today or later. */
export async function nameSupervisor(
  context: Context,
  id: string,
  { supervisor, from: typed }: { supervisor: string; from: string },
): Promise<Result<null, ClinicianRefused>> {
  return transaction(context, async (tx) => {
    const found = await arranged(tx, context, id);
    if (!found.ok) return found;
    const from = tieFrom(typed, await today(tx), 'supervised');
    if (!from.ok) return from;
    const known = (await supervisorChoices(tx, found.value.practiceId)).some(({ value }) => value === supervisor);
    if (!known || supervisor === id)
      return err({
        kind: 'faults',
        faults: [{ field: 'supervisor', text: 'Choose a GP of the group, not themselves' }],
      });
    await putSupervisor(tx, { id: randomUUIDv7(), clinicianId: id, supervisorId: supervisor, from: from.value });
    return ok(null);
  });
}

/** Puts a clinician into a small team of their practice from a day on; an empty name leaves them in none. */
export async function joinTeam(
  context: Context,
  id: string,
  { team: named, from: typed }: { team: string; from: string },
): Promise<Result<null, ClinicianRefused>> {
  return transaction(context, async (tx) => {
    const found = await arranged(tx, context, id);
    if (!found.ok) return found;
    const from = tieFrom(typed, await today(tx), 'teamed');
    if (!from.ok) return from;
    const name = named.trim().replaceAll(/\s+/g, ' ');
    if (name.length > 80 || /\p{Cc}/u.test(name))
      return err({ kind: 'faults', faults: [{ field: 'team', text: 'Enter a name of at most 80 characters' }] });
    const { practiceId } = found.value;
    // One name, one team: a team is its practice's, so its name carries the practice's code.
    const team = name === '' ? null : name.startsWith(`${practiceId} `) ? name : `${practiceId} ${name}`;
    await putTeam(tx, { id: randomUUIDv7(), clinicianId: id, team, from: from.value });
    return ok(null);
  });
}
