import { randomUUIDv7 } from 'node:crypto';
import { err, ok, type Result } from '#kernel/result.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import { runCases } from '../protocol/cases.ts';
import { readText } from '../protocol/edit.ts';
import { parseProtocol } from '../protocol/parse.ts';
import { rolesBeyond } from '../queries/override.ts';
import { protocolRefusal, type ProtocolRefused } from '../protocol/refused.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { versionById, type FullVersion } from '../queries/protocol.ts';
import { approve, begin, callOff, insertDraft, nextVersion, saveDraft, withdraw } from '../store/protocol.ts';

/** Which version is meant. */
export interface VersionKey {
  readonly id: string;
  readonly version: number;
}

type Done<T = VersionKey> = Promise<Result<T, ProtocolRefused>>;

/** Runs one act on protocols; what the database refuses comes back as a reason, with nothing half done. */
async function acting<T>(
  context: Context,
  work: (tx: Tx) => Promise<Result<T, ProtocolRefused>>,
): Promise<Result<T, ProtocolRefused>> {
  try {
    return await transaction(context, work);
  } catch (error) {
    const kind = protocolRefusal(error);
    if (kind === undefined) throw error;
    return err({ kind });
  }
}

/** Starts a draft of the group as a copy of any version. */
export async function startDraft(context: Context, from: VersionKey): Done {
  return acting(context, async (tx) => {
    const source = await versionById(tx, from);
    if (source === undefined) return err({ kind: 'not-there' });
    return keepNew(tx, source.content, `${source.title}, version ${source.version}`);
  });
}

/** Starts a draft from a protocol as JSON text; everything that is wrong with it is said at once. */
export async function uploadDraft(context: Context, text: string): Done {
  return acting(context, async (tx) => {
    const read = readText(text, { id: 'uploaded', version: 1 });
    return read.ok ? keepNew(tx, read.value, 'a file') : err({ kind: 'faults', faults: read.error });
  });
}

async function keepNew(tx: Tx, content: unknown, basedOn: string): Done {
  const parsed = parseProtocol(content, await rolesBeyond(tx));
  if (!parsed.ok) return err({ kind: 'faults', faults: parsed.error });
  const key = await nextVersion(tx);
  await insertDraft(tx, { ...parsed.value, ...key, clinicalOwner: 'awaiting clinical owner' }, basedOn);
  return ok(key);
}

/**
 * Changes a draft as it was seen (`digest`); one that somebody changed since is refused, and so is a change after which the
 * whole is no longer sound. What its cases then give is for whoever approves it.
 */
export async function changeDraft(
  context: Context,
  { id, version, digest }: VersionKey & { digest: string },
  change: (protocol: Protocol) => Result<Protocol, ProtocolRefused>,
): Done {
  return acting(context, async (tx) => {
    const found = await heldDraft(tx, { id, version });
    if (!found.ok) return found;
    if (found.value.digest !== digest) return err({ kind: 'changed' });
    const changed = change(found.value.content as Protocol);
    if (!changed.ok) return changed;
    const parsed = parseProtocol(changed.value, await rolesBeyond(tx));
    if (!parsed.ok) return err({ kind: 'faults', faults: parsed.error });
    await saveDraft(tx, parsed.value);
    return ok({ id, version });
  });
}

/** A draft held against others; what was decided is not held, and refused. */
async function heldDraft(tx: Tx, key: VersionKey): Promise<Result<FullVersion, ProtocolRefused>> {
  const found = await versionById(tx, key, { lock: true });
  if (found) return ok(found);
  return err({ kind: (await versionById(tx, key)) === undefined ? 'not-there' : 'decided' });
}

/** Withdraws a draft: nobody goes on with it. */
export async function withdrawDraft(context: Context, key: VersionKey): Done {
  return acting(context, async (tx) => {
    const found = await heldDraft(tx, key);
    if (!found.ok) return found;
    await withdraw(tx, key);
    return ok(key);
  });
}

/**
 * Approves a draft as it was seen: its cases are run first, and one that fails refuses it. That the approver is a clinician
 * of the group who did not write it, and that nothing changed meanwhile, the database decides.
 */
export async function approveDraft(context: Context, { id, version, digest }: VersionKey & { digest: string }): Done {
  return acting(context, async (tx) => {
    const found = await versionById(tx, { id, version });
    if (found === undefined) return err({ kind: 'not-there' });
    if (found.status !== 'draft') return err({ kind: 'decided' });
    if (found.digest !== digest) return err({ kind: 'changed' });
    const parsed = parseProtocol(found.content, await rolesBeyond(tx));
    if (!parsed.ok) return err({ kind: 'faults', faults: parsed.error });
    const failing = runCases(parsed.value).filter(({ passes }) => !passes).length;
    if (failing > 0) return err({ kind: 'cases-fail', failing });
    await approve(tx, found);
    return ok({ id, version });
  });
}

/** Puts an approved version in force from an instant that is still to come, or from now. */
export async function beginVersion(
  context: Context,
  { id, version, from, reason }: VersionKey & { from: Temporal.Instant; reason: string },
): Done {
  return acting(context, async (tx) => {
    await begin(tx, { decision: randomUUIDv7(), id, version, from, kind: 'begun', reason: reason.trim() });
    return ok({ id, version });
  });
}

/** Puts a version that was in force before back in force from now, with the reason; what was planned is called off. */
export async function rollBack(
  context: Context,
  { id, version, reason, now }: VersionKey & { reason: string; now: Temporal.Instant },
): Done {
  if (reason.trim() === '') return err({ kind: 'reason' });
  return acting(context, async (tx) => {
    await begin(tx, { decision: randomUUIDv7(), id, version, from: now, kind: 'rolled_back', reason: reason.trim() });
    return ok({ id, version });
  });
}

/** Calls off a start that is still to come. */
export async function callOffStart(context: Context, decision: string): Done<undefined> {
  return acting(context, async (tx) => {
    await callOff(tx, decision);
    return ok(undefined);
  });
}
