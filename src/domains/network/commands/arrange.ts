import { randomUUIDv7 } from 'node:crypto';
import { err, ok, type Result } from '#kernel/result.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import { hubMoveOf, type HubMove } from '../arrange-preview.ts';
import type { ArrangeRefused } from '../refused.ts';
import { readSite, type SiteDetails, type SiteFields } from '../site.ts';
import {
  contractKinds,
  contracts,
  hubPlans,
  hubsOfGroup,
  practicesOfGroup,
  sites,
  today,
  type Contract,
} from '../queries/group.ts';
import { holders } from '../queries/sight.ts';
import { endContracts, endHubMembership, insertContract, insertHubMembers, insertSite } from '../store/group.ts';

/** A practice, the hub (code or id) it is to be in, and from when; today unless said. */
export interface WantedMove {
  readonly practiceId: string;
  readonly hub: string;
  readonly from: Temporal.PlainDate | undefined;
}

interface CheckedMove {
  readonly hubId: string;
  readonly practiceId: string;
  readonly from: Temporal.PlainDate;
}

async function checkMove(
  tx: Tx,
  { practiceId, hub: wanted, from: day }: WantedMove,
): Promise<Result<CheckedMove, ArrangeRefused>> {
  const now = await today(tx);
  const from = day ?? now;
  const hub = (await hubsOfGroup(tx)).find(({ code, id }) => code === wanted || id === wanted);
  if (!hub) return err({ kind: 'no-such-hub', hub: wanted });
  if (Temporal.PlainDate.compare(from, now) < 0) return err({ kind: 'date-passed', date: from });
  if (!(await practicesOfGroup(tx, from)).some(({ code }) => code === practiceId))
    return err({ kind: 'no-such-practice', practiceId });
  const plans = await hubPlans(tx, practiceId, from);
  const [only] = plans;
  if (plans.length === 1 && only?.hubId === hub.id && Temporal.PlainDate.compare(only.from, from) <= 0)
    return err({ kind: 'in-hub-already', hub: hub.name });
  return ok({ hubId: hub.id, practiceId, from });
}

/** What moving a practice into a hub would change, worked out without changing anything. */
export async function previewHubMove(
  context: Context,
  wanted: WantedMove,
): Promise<Result<HubMove & { readonly from: Temporal.PlainDate }, ArrangeRefused>> {
  return transaction(context, async (tx) => {
    const checked = await checkMove(tx, wanted);
    if (!checked.ok) return checked;
    const { hubId, practiceId, from } = checked.value;
    const practices = await practicesOfGroup(tx, from);
    const practice = practices.find(({ code }) => code === practiceId);
    if (!practice) return err({ kind: 'no-such-practice', practiceId });
    const planned = (await hubPlans(tx, practiceId, from)).filter(
      (plan) => Temporal.PlainDate.compare(plan.from, from) >= 0,
    );
    const parts = { practice, practices, hubs: await hubsOfGroup(tx), toHubId: hubId, planned };
    return ok({ ...hubMoveOf({ ...parts, holders: await holders(tx, from) }), from });
  });
}

/** Moves a practice into a hub from a day (today unless said), out of whichever it was in until then; answers the day. */
export async function moveToHub(
  context: Context,
  wanted: WantedMove,
): Promise<Result<Temporal.PlainDate, ArrangeRefused>> {
  return transaction(context, async (tx) => {
    const checked = await checkMove(tx, wanted);
    if (!checked.ok) return checked;
    const { hubId, practiceId, from } = checked.value;
    const groupId = context.actor.groupId ?? '';
    await endHubMembership(tx, { groupId, practiceId, from });
    await insertHubMembers(tx, { hubId, groupId, practiceIds: [practiceId], from });
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
  /** The one site it is for; null for all sites of the practice. */
  readonly siteId: string | null;
  readonly payee: string;
  readonly from: Temporal.PlainDate | undefined;
}

/** A contract that may be recorded, with what stands on its first day. */
export interface CheckedContract {
  readonly from: Temporal.PlainDate;
  readonly practiceName: string;
  readonly siteName: string | null;
  /** Contracts of the practice in force on that day, and whether each could end then. */
  readonly standing: readonly (Contract & { readonly mayEnd: boolean })[];
}

async function checkContract(tx: Tx, contract: ContractParties): Promise<Result<CheckedContract, ArrangeRefused>> {
  const { practiceId, from, siteId } = contract;
  const kinds = await contractKinds(tx);
  if (!kinds.includes(contract.kind)) return err({ kind: 'no-such-contract', given: contract.kind, kinds });
  for (const party of ['holders', 'beneficiary', 'cqcProvider', 'payee'] as const)
    if ([contract[party]].flat().every((name) => name.trim() === '')) return err({ kind: 'party-missing', party });
  if (from === undefined) return err({ kind: 'no-date' });
  const now = await today(tx);
  const practice = (await practicesOfGroup(tx, now)).find(({ code }) => code === practiceId);
  if (!practice) return err({ kind: 'no-such-practice', practiceId });
  const site = siteId === null ? undefined : (await sites(tx, now)).find(({ id }) => id === siteId);
  if (siteId !== null && site?.practiceId !== practiceId) return err({ kind: 'no-such-site' });
  const standing = (await contracts(tx, from))
    .filter((each) => each.practiceId === practiceId)
    .map((each) => ({ ...each, mayEnd: Temporal.PlainDate.compare(each.validFrom, from) < 0 }));
  return ok({ from, practiceName: practice.name, siteName: site?.name ?? null, standing });
}

/** What recording a contract would stand beside, worked out without changing anything. */
export async function previewContract(
  context: Context,
  contract: ContractParties,
): Promise<Result<CheckedContract, ArrangeRefused>> {
  return transaction(context, (tx) => checkContract(tx, contract));
}

/**
 * Records a contract of one of the group's practices, and ends those it takes the place of (their ids, or all that may
 * end) on its first day; answers its id.
 */
export async function recordContract(
  context: Context,
  contract: ContractParties,
  ends: readonly string[] | 'all' = [],
): Promise<Result<string, ArrangeRefused>> {
  return transaction(context, async (tx) => {
    const checked = await checkContract(tx, contract);
    if (!checked.ok) return checked;
    const { from, standing } = checked.value;
    const may = standing.filter(({ mayEnd }) => mayEnd).map(({ id }) => id);
    const ending = ends === 'all' ? may : ends;
    if (ending.some((id) => !may.includes(id))) return err({ kind: 'cannot-end', from });
    const id = randomUUIDv7();
    await endContracts(tx, { ids: ending, from });
    await insertContract(tx, { ...contract, from, id, groupId: context.actor.groupId ?? '' });
    return ok(id);
  });
}

/** A branch site of one of the group's practices, as it is entered. */
export interface WantedSite {
  readonly practiceId: string;
  readonly fields: SiteFields;
  /** The first day; today unless said. */
  readonly from: Temporal.PlainDate | undefined;
}

/** A site that may be added, with what it will stand beside. */
export interface CheckedSite {
  readonly details: SiteDetails;
  readonly from: Temporal.PlainDate;
  readonly practiceName: string;
  readonly others: readonly string[];
}

async function checkSite(
  tx: Tx,
  { practiceId, fields, from: day }: WantedSite,
): Promise<Result<CheckedSite, ArrangeRefused>> {
  const read = readSite(fields);
  if (!read.ok) return err({ kind: 'site-faults', faults: read.error });
  const now = await today(tx);
  const from = day ?? now;
  if (Temporal.PlainDate.compare(from, now) < 0) return err({ kind: 'date-passed', date: from });
  const practice = (await practicesOfGroup(tx, now)).find(({ code }) => code === practiceId);
  if (!practice) return err({ kind: 'no-such-practice', practiceId });
  const others = (await sites(tx, now)).filter((site) => site.practiceId === practiceId).map(({ name }) => name);
  const known = others.find((name) => name.toLowerCase() === read.value.name.toLowerCase());
  if (known !== undefined) return err({ kind: 'site-known', name: known });
  return ok({ details: read.value, from, practiceName: practice.name, others });
}

/** What adding a branch site would stand beside, worked out without changing anything. */
export async function previewSite(context: Context, wanted: WantedSite): Promise<Result<CheckedSite, ArrangeRefused>> {
  return transaction(context, (tx) => checkSite(tx, wanted));
}

/** Adds a branch site to one of the group's practices; answers its id. */
export async function addSite(context: Context, wanted: WantedSite): Promise<Result<string, ArrangeRefused>> {
  return transaction(context, async (tx) => {
    const checked = await checkSite(tx, wanted);
    if (!checked.ok) return checked;
    const { details, from } = checked.value;
    const id = randomUUIDv7();
    await insertSite(tx, { ...details, id, practiceId: wanted.practiceId, main: false, from });
    return ok(id);
  });
}
