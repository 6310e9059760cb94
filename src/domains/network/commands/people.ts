import { randomUUIDv7 } from 'node:crypto';
import { err, ok, type Result } from '#kernel/result.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import type { PeopleRefused } from '../refused.ts';
import { checkRolePlace } from '../role.ts';
import { hubsOfGroup, practicesOfGroup, today } from '../queries/group.ts';
import { administratorsOn, personByEmail, personExists, roleCodes, roleHeldById } from '../queries/people.ts';
import { endRoleHeld, endSessions, insertPerson, insertRole } from '../store/people.ts';

/** A role for somebody, where and from when until when; `hub` is a hub's code or id. */
export interface NewRole {
  readonly role: string;
  readonly practiceId: string | null;
  readonly hub: string | null;
  readonly from?: Temporal.PlainDate | undefined;
  readonly to?: Temporal.PlainDate | null;
}

/** Everything that is wrong with somebody's name and address, as far as it shows without looking anybody up. */
export function whoRefused(person: { name: string; email: string }): PeopleRefused[] {
  const email = person.email.trim();
  return [
    ...(person.name.trim() === '' ? [{ kind: 'name-missing' } as const] : []),
    ...(/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? [] : [{ kind: 'not-an-email', email } as const]),
  ];
}

/** Adds a person to the acting group with their first role; answers the person's id. */
export async function addPerson(
  context: Context,
  person: { name: string; email: string; first: NewRole },
): Promise<Result<string, PeopleRefused>> {
  const name = person.name.trim();
  const email = person.email.trim();
  const [unnamed] = whoRefused(person);
  if (unnamed) return err(unnamed);
  return transaction(context, async (tx) => {
    const known = await personByEmail(tx, email);
    if (known) return err({ kind: 'person-known', name: known.name, personId: known.id });
    const checked = await checkRole(tx, person.first);
    if (!checked.ok) return checked;
    const id = randomUUIDv7();
    const groupId = context.actor.groupId ?? '';
    await insertPerson(tx, { id, groupId, name, email });
    await insertRole(tx, { id: randomUUIDv7(), personId: id, groupId, ...checked.value });
    return ok(id);
  });
}

/** Gives a known person a further role; answers its id. */
export async function giveRole(
  context: Context,
  personId: string,
  wanted: NewRole,
): Promise<Result<string, PeopleRefused>> {
  return transaction(context, async (tx) => {
    const checked = await checkRole(tx, wanted);
    if (!checked.ok) return checked;
    if (!(await personExists(tx, personId))) return err({ kind: 'no-such-person' });
    const id = randomUUIDv7();
    try {
      await insertRole(tx, { id, personId, groupId: context.actor.groupId ?? '', ...checked.value });
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === '23P01')
        return err({ kind: 'role-held-already' });
      throw error;
    }
    return ok(id);
  });
}

/** Ends a role from a day, today at the earliest; one that has not begun by then goes. The group keeps an administrator. */
export async function endRole(
  context: Context,
  roleHeldId: string,
  from?: Temporal.PlainDate,
): Promise<Result<null, PeopleRefused>> {
  return transaction(context, async (tx) => {
    const held = await roleHeldById(tx, roleHeldId);
    if (!held || held.groupId !== context.actor.groupId) return err({ kind: 'role-not-held' });
    const day = await today(tx);
    const end = from ?? day;
    if (Temporal.PlainDate.compare(end, day) < 0) return err({ kind: 'date-passed', date: end });
    if (held.validTo !== null && Temporal.PlainDate.compare(held.validTo, end) <= 0)
      return err({ kind: 'role-not-held' });
    if (held.role === 'administrator' && (await administratorsOn(tx, end, roleHeldId)) === 0)
      return err({ kind: 'last-administrator' });
    await endRoleHeld(tx, { id: roleHeldId, end });
    return ok(null);
  });
}

/** Signs a person of the acting group out everywhere; answers how many sessions ended. */
export async function signOutEverywhere(context: Context, personId: string): Promise<number> {
  return transaction(context, async (tx) => {
    const ended = await endSessions(tx, personId);
    tx.note({ subject: 'signed out everywhere', subjectId: personId, detail: { sessions: ended } });
    return ended;
  });
}

interface CheckedRole {
  readonly role: string;
  readonly practiceId: string | null;
  readonly hubId: string | null;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate | null;
}

async function checkRole(tx: Tx, wanted: NewRole): Promise<Result<CheckedRole, PeopleRefused>> {
  const { role, practiceId, hub } = wanted;
  if (!(await roleCodes(tx)).some(({ code }) => code === role)) return err({ kind: 'no-such-role', role });
  const day = await today(tx);
  const found = hub === null ? undefined : (await hubsOfGroup(tx)).find(({ id, code }) => id === hub || code === hub);
  if (hub !== null && !found) return err({ kind: 'no-such-hub', hub });
  const place = checkRolePlace(role, { practiceId, hubId: found?.id ?? null });
  if (!place.ok) return place;
  if (practiceId !== null && !(await practicesOfGroup(tx, day)).some(({ code }) => code === practiceId))
    return err({ kind: 'no-such-practice', practiceId });
  const from = wanted.from ?? day;
  const to = wanted.to ?? null;
  if (Temporal.PlainDate.compare(from, day) < 0) return err({ kind: 'date-passed', date: from });
  if (to !== null && Temporal.PlainDate.compare(to, from) <= 0) return err({ kind: 'ends-before-it-begins' });
  return ok({ role, ...place.value, from, to });
}
