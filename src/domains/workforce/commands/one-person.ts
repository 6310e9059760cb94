import { randomUUIDv7 } from 'node:crypto';
import { parseDay } from '#kernel/date.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import { readClinician, readRegistration, type ClinicianFields, type NewClinician } from '../clinician.ts';
import { alike, clinicianById, clinicianRoles, listedClinician, practiceChoices, today } from '../queries.ts';
import type { Alike, ClinicianRefused, Standing } from '../refused.ts';
import { endPlaceToday, insertClinician, insertPlace, putRegistration, putSamePerson } from '../store.ts';

/** What was answered to the question whether somebody is there already: `same` is their entry or `other`, `asked` whom it was asked about. */
export interface SameAnswer {
  readonly same?: string | undefined;
  readonly asked?: string | undefined;
  /** How it is known that they are another person. */
  readonly apart?: string | undefined;
}

/** The entries a question is about, as its answer gives them back. */
export const askedAbout = (entries: readonly Alike[]): string => entries.map(({ id }) => id).join(' ');

/** The clinician, where the actor arranges them. */
export async function arranged(tx: Tx, { actor }: Context, id: string) {
  const found = await listedClinician(tx, id);
  if (!found) return err({ kind: 'no-such-clinician' as const });
  return actor.practiceId !== null && found.practiceId !== actor.practiceId
    ? err({ kind: 'not-your-practice' as const })
    : ok(found);
}

/** A code of the database's refusals, with what it told. */
function codeOf(error: unknown): { code: string; detail: string } | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return { code: String(error.code), detail: 'detail' in error ? String(error.detail) : '' };
}

const standingIn = (detail: string): Standing => JSON.parse(detail) as Standing;

/**
 * Adds a clinician of the acting group; whoever acts for one practice adds only to that. A person has one entry, and so one
 * safe limit: where somebody of that name or number is in the group already it is asked whether it is them. If so, they work
 * at the practice too. Answers the entry's id.
 */
export async function addClinician(
  context: Context,
  fields: ClinicianFields & SameAnswer,
): Promise<Result<string, ClinicianRefused>> {
  const add = () => transaction(context, (tx) => addOnce(tx, context, fields));
  try {
    return await add();
  } catch (error) {
    const told = codeOf(error);
    if (told?.code === 'SP132')
      return err({ kind: 'still-standing', field: 'name', standing: standingIn(told.detail) });
    // Somebody was quicker: now they are there to be asked about.
    if (told?.code === 'SP131' || told?.code === '23P01') return add();
    throw error;
  }
}

async function addOnce(
  tx: Tx,
  { actor }: Context,
  fields: ClinicianFields & SameAnswer,
): Promise<Result<string, ClinicianRefused>> {
  const read = readClinician(fields, { today: await today(tx), roles: await clinicianRoles(tx) });
  if (!read.ok) return err({ kind: 'faults', faults: read.error });
  const one = read.value;
  if (actor.practiceId !== null && one.practiceId !== actor.practiceId) return err({ kind: 'not-your-practice' });
  const known = await practiceChoices(tx, await today(tx));
  if (!known.some(({ value }) => value === one.practiceId)) return err({ kind: 'no-such-practice' });
  const there = await alike(tx, one);
  const same = there.find(({ id }) => id === fields.same);
  if (same)
    return sameAt(tx, same, { one, records: actor.practiceId === null || actor.practiceId === same.practiceId });
  const apart = there.length === 0 ? ok(null) : toldApart(one, there, fields);
  if (!apart.ok) return apart;
  const id = randomUUIDv7();
  await insertClinician(tx, { id, ...one, apart: apart.value });
  return ok(id);
}

/** Somebody who is there already works at the practice of the form too; a number they had none of is recorded by whoever arranges them. */
async function sameAt(
  tx: Tx,
  { id, name, registration }: Alike,
  { one, records }: { one: NewClinician; records: boolean },
): Promise<Result<string, ClinicianRefused>> {
  if (registration !== null && one.registration !== null && registration !== one.registration)
    return err({ kind: 'number-differs', name, recorded: registration });
  const placed = await placeAt(tx, id, { practiceId: one.practiceId, from: one.from });
  if (placed.ok && records && registration === null && one.registration !== null)
    await putRegistration(tx, id, one.registration);
  return placed;
}

/** Why somebody is none of those who are there already; refused where it was not asked about these, or not said. */
function toldApart(
  { registration }: NewClinician,
  there: readonly Alike[],
  { same, asked, apart = '' }: SameAnswer,
): Result<string | null, ClinicianRefused> {
  const owner = there.find((entry) => registration !== null && entry.registration === registration);
  if (same !== 'other' || asked !== askedAbout(there)) return err({ kind: 'same-person', alike: there });
  if (owner) return err({ kind: 'number-taken', by: owner.name });
  const reason = apart.trim().replaceAll(/\s+/g, ' ');
  const fault = (text: string) => err({ kind: 'faults' as const, faults: [{ field: 'apart', text }] });
  if (reason.length > 300 || /\p{Cc}/u.test(reason)) return fault('Enter at most 300 characters');
  // Of a name that is only like theirs the answer is enough; the database holds the same name.
  if (!there.some(({ exact }) => exact)) return ok(reason || null);
  const proved = registration !== null && there.every((entry) => entry.registration !== null);
  return reason === '' && !proved ? fault('Say how you know that they are another person') : ok(reason || null);
}

/** Says that a clinician works at a practice too from a day on; answers their id. */
async function placeAt(
  tx: Tx,
  id: string,
  { practiceId, from }: { practiceId: string; from: Temporal.PlainDate },
): Promise<Result<string, ClinicianRefused>> {
  const entry = await listedClinician(tx, id);
  if (!entry || entry.samePersonAs !== null) return err({ kind: 'no-such-clinician' });
  if (entry.practiceId === practiceId || entry.places.some((place) => place.practiceId === practiceId))
    return err({ kind: 'already-there', name: entry.name });
  await insertPlace(tx, { id: randomUUIDv7(), clinicianId: id, practiceId, from });
  return ok(id);
}

/** Ends a clinician's work at a practice that is not their home, today; sessions there stand until they are cancelled. */
export async function endPlace(
  context: Context,
  id: string,
  practiceId: string,
): Promise<Result<null, ClinicianRefused>> {
  return transaction(context, async (tx) => {
    const own = context.actor.practiceId;
    if (own !== null && own !== practiceId) return err({ kind: 'not-your-practice' });
    return (await endPlaceToday(tx, id, practiceId)) ? ok(null) : err({ kind: 'no-such-clinician' });
  });
}

/** Records the registration number of a clinician; refused where it is somebody else's in the group. */
export async function recordRegistration(
  context: Context,
  id: string,
  typed: string,
): Promise<Result<null, ClinicianRefused>> {
  return transaction(context, async (tx) => {
    const found = await arranged(tx, context, id);
    if (!found.ok) return found;
    const role = (await clinicianRoles(tx)).find(({ value }) => value === found.value.role);
    const read = readRegistration(typed, role?.register ?? null);
    if (!read.ok) return err({ kind: 'faults', faults: [{ field: 'registration', text: read.error }] });
    const { name, validFrom: from } = found.value;
    const others = (await alike(tx, { name, registration: read.value, from })).filter(
      (entry) => entry.exact && entry.id !== id,
    );
    const owner = others.find(({ registration }) => read.value !== null && registration === read.value);
    if (owner) return err({ kind: 'number-taken', by: `${owner.name}, ${owner.practiceName}` });
    await putRegistration(tx, id, read.value);
    return ok(null);
  });
}

/**
 * Says that an entry is somebody entered twice: it ends today, and `kept` stands for the person, at its practice too. Refused
 * while anything stands on it from today on, which would be a second limit.
 */
export async function markSamePerson(
  context: Context,
  id: string,
  kept: string,
): Promise<Result<null, ClinicianRefused>> {
  try {
    return await transaction(context, async (tx) => {
      const found = await arranged(tx, context, id);
      if (!found.ok) return found;
      if (kept === id || !(await clinicianById(tx, kept)))
        return err({ kind: 'faults', faults: [{ field: 'kept', text: 'Choose the entry that stays' }] });
      await putSamePerson(tx, id, kept);
      const placed = await placeAt(tx, kept, { practiceId: found.value.practiceId, from: await today(tx) });
      return placed.ok || placed.error.kind === 'already-there' ? ok(null) : placed;
    });
  } catch (error) {
    const told = codeOf(error);
    if (told?.code === 'SP132')
      return err({ kind: 'still-standing', field: 'kept', standing: standingIn(told.detail) });
    if (told?.code === 'SP134') return err({ kind: 'not-one-person' });
    throw error;
  }
}

/** Says that a clinician works at a further practice of the group from a day on, today where it is left empty. */
export async function workAlsoAt(
  context: Context,
  id: string,
  { practice, from: typed }: { practice: string; from: string },
): Promise<Result<null, ClinicianRefused>> {
  return transaction(context, async (tx) => {
    const found = await arranged(tx, context, id);
    if (!found.ok) return found;
    if (context.actor.practiceId !== null) return err({ kind: 'not-your-practice' });
    const from = typed.trim() === '' ? await today(tx) : parseDay(typed);
    const fault = (field: string, text: string) => err({ kind: 'faults' as const, faults: [{ field, text }] });
    if (from === null || Temporal.PlainDate.compare(from, await today(tx)) < 0)
      return fault('placed', 'Enter today or a later day, like 19/12/2026');
    const known = (await practiceChoices(tx, from)).some(({ value }) => value === practice);
    if (!known) return fault('place', 'Choose a practice of the group');
    const placed = await placeAt(tx, id, { practiceId: practice, from });
    if (placed.ok) return ok(null);
    return placed.error.kind === 'already-there' ? fault('place', 'They work there already') : placed;
  });
}
