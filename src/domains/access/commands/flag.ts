import { err, ok, type Result } from '#kernel/result.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import { flagById, flagsOf, type Flag } from '../queries/red-flag.ts';
import type { Danger } from '../red-flag/judged.ts';
import { acknowledgeFlag, closeFlag, giveBackFlag, type Closing } from '../store/red-flag.ts';
import { announce } from '../store/request.ts';
import { hearClinician, type AskedOfWords, type MayMeanDanger } from './clinician-words.ts';
import { awaitAcknowledgement, deadline } from './raise.ts';
import { clockBack, keepDecision, readBack, type Back } from './send-back.ts';

/** Why a flag was not acknowledged. */
export interface FlagReason {
  readonly kind: 'not-there';
}

/** Why a flag was not closed. */
export type NotClosed = { readonly kind: 'not-there' | 'note' | 'danger' | 'by' } | MayMeanDanger;

/** A clinician says that they have a flag and the others of its request; who was first stays. Nobody else can. */
export async function acknowledge(context: Context, id: string): Promise<Result<undefined, FlagReason>> {
  const { personId } = context.actor;
  return transaction(context, async (tx) => {
    const flag = await flagById(tx, id, { lock: true });
    if (flag === undefined || personId === null) return err({ kind: 'not-there' });
    for (const one of await openFlagsWith(tx, flag)) await acknowledgeFlag(tx, one.id, personId);
    await announce(tx, 'red-flags', flag);
    return ok(undefined);
  });
}

/**
 * A clinician who said they had a flag says that they do not, and of the others of its request: it waits again where it was,
 * and the time it has waited counts. One whose time is up goes on at once. Who else has it keeps it.
 */
export async function giveBack(
  context: Context,
  { id, now }: { id: string; now: Temporal.Instant },
): Promise<Result<undefined, FlagReason>> {
  const { personId } = context.actor;
  return transaction(context, async (tx) => {
    const flag = await flagById(tx, id, { lock: true });
    if (flag === undefined || personId === null) return err({ kind: 'not-there' });
    const held = (await openFlagsWith(tx, flag)).filter(({ acknowledgedById }) => acknowledgedById === personId);
    for (const { id: flagId, groupId, askedLevel, askedAt } of held) {
      await giveBackFlag(tx, flagId);
      const goesOn = await deadline(tx, groupId, askedLevel, askedAt);
      const at = Temporal.Instant.compare(goesOn, now) < 0 ? now : goesOn;
      await awaitAcknowledgement(tx, { flagId, groupId }, at);
    }
    if (held.length > 0) await announce(tx, 'red-flags', flag);
    return ok(undefined);
  });
}

/** What a clinician closes a flag with; when it goes back, by when (which must be said) and with whom; `asked` where words of the note had to be asked about. */
export interface ClosingWords extends Omit<Closing, 'danger' | 'clock'> {
  readonly danger: Danger | undefined;
  readonly back?: Back | undefined;
  readonly asked?: AskedOfWords | undefined;
  readonly now: Temporal.Instant;
}

/**
 * A clinician closes a flag and the others of its request with what was done, and says whether it was a danger, and whether the
 * request is dealt with or goes back to be booked, by when and with whom.
 */
export async function close(
  context: Context,
  id: string,
  { note, next, danger, back, asked, now }: ClosingWords,
): Promise<Result<undefined, NotClosed>> {
  if (note.trim() === '') return err({ kind: 'note' });
  if (danger === undefined) return err({ kind: 'danger' });
  const known = await transaction(context, (tx) => flagById(tx, id));
  if (known === undefined) return err({ kind: 'not-there' });
  const heard =
    known.closedAt === null
      ? await hearClinician(context, { requestId: known.requestId, text: note, asked, now })
      : ({ kind: 'heard', raised: [] } as const);
  if (heard.kind === 'may-mean-danger') return err(heard);
  return transaction(context, async (tx) => {
    const flag = await flagById(tx, id, { lock: true });
    if (flag === undefined) return err({ kind: 'not-there' });
    const decided = next === 'waiting' ? await readBack(tx, back, now) : undefined;
    if (next === 'waiting' && decided === undefined) return err({ kind: 'by' });
    const clock = decided && clockBack(decided);
    // Whoever books reads it in the note too: of a request the clinician does not see, nothing else keeps with whom.
    const written = decided?.roleName ? `${note.trim()} To be seen by: ${decided.roleName}.` : note.trim();
    // What the note itself has raised is news, and stands.
    const told = (await openFlagsWith(tx, flag)).filter(({ category }) => !heard.raised.includes(category));
    for (const one of told) await closeFlag(tx, one.id, { note: written, next, danger, clock });
    if (decided) await keepDecision(tx, flag.requestId, { ...decided, note: note.trim() });
    await announce(tx, 'red-flags', flag);
    await announce(tx, 'requests', flag);
    return ok(undefined);
  });
}

async function openFlagsWith(tx: Tx, { requestId }: Flag): Promise<Flag[]> {
  return (await flagsOf(tx, requestId)).filter(({ closedAt }) => closedAt === null);
}
