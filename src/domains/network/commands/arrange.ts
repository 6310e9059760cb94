import { randomUUIDv7 } from 'node:crypto';
import { err, ok, type Result } from '#kernel/result.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import type { ArrangeRefused } from '../refused.ts';
import { contractKinds, hubsOfGroup, practicesOfGroup, today } from '../queries/group.ts';
import { endHubMembership, insertContract, insertHubMembers } from '../store/group.ts';

/** Moves a practice into a hub from a day (today unless said), out of whichever it was in until then; answers the day. */
export async function moveToHub(
  context: Context,
  move: { practiceId: string; hub: string; from: Temporal.PlainDate | undefined },
): Promise<Result<Temporal.PlainDate, ArrangeRefused>> {
  return transaction(context, async (tx) => {
    const day = await today(tx);
    const from = move.from ?? day;
    const { practiceId } = move;
    const groupId = context.actor.groupId ?? '';
    const hub = (await hubsOfGroup(tx)).find(({ code, id }) => code === move.hub || id === move.hub);
    if (!hub) return err({ kind: 'no-such-hub', hub: move.hub });
    if (Temporal.PlainDate.compare(from, day) < 0) return err({ kind: 'date-passed', date: from });
    if (!(await practicesOfGroup(tx, day)).some(({ code }) => code === practiceId))
      return err({ kind: 'no-such-practice', practiceId });
    await endHubMembership(tx, { groupId, practiceId, from });
    await insertHubMembers(tx, { hubId: hub.id, groupId, practiceIds: [practiceId], from });
    return ok(from);
  });
}

/** A contract with its parties, each said for itself. */
export interface ContractParties {
  readonly practiceId: string;
  readonly kind: string;
  readonly holders: readonly string[];
  readonly beneficiary: string;
  readonly cqcProvider: string;
  readonly payee: string;
  readonly from: Temporal.PlainDate;
}

/** Records a contract of one of the group's practices; answers its id. */
export async function recordContract(
  context: Context,
  contract: ContractParties,
): Promise<Result<string, ArrangeRefused>> {
  return transaction(context, async (tx) => {
    const kinds = await contractKinds(tx);
    if (!kinds.includes(contract.kind)) return err({ kind: 'no-such-contract', given: contract.kind, kinds });
    for (const party of ['holders', 'beneficiary', 'cqcProvider', 'payee'] as const)
      if ([contract[party]].flat().every((name) => name.trim() === '')) return err({ kind: 'party-missing', party });
    const { practiceId } = contract;
    if (!(await practicesOfGroup(tx, await today(tx))).some(({ code }) => code === practiceId))
      return err({ kind: 'no-such-practice', practiceId });
    const id = randomUUIDv7();
    await insertContract(tx, { ...contract, id, groupId: context.actor.groupId ?? '', siteId: null });
    return ok(id);
  });
}
