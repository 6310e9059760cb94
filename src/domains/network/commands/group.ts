import { randomUUIDv7 } from 'node:crypto';
import { err, ok, type Result } from '#kernel/result.ts';
import { systemActor } from '#platform/auth/actor.ts';
import type { Database } from '#platform/db/database.ts';
import { transaction, type Tx } from '#platform/db/transaction.ts';
import { planGroup, type GroupPlan } from '../group-plan.ts';
import { legalShape } from '../legal-shape.ts';
import { groupByName, today } from '../queries/group.ts';
import { fictionalArrangers, isDemonstration } from '../queries/people.ts';
import type { GroupRefused } from '../refused.ts';
import { areaSeen, codesInArea, publishedPractices } from '../queries/published.ts';
import {
  insertGroup,
  insertHub,
  insertHubMembers,
  insertMembers,
  insertSite,
  upsertPractices,
} from '../store/group.ts';
import { insertRole } from '../store/people.ts';

/** Which practices a new group is made of: those of a sub-ICB in the newest list file, or these. */
export type Which = { readonly subIcb: string } | { readonly codes: readonly string[] };

/** A group to create from published data; `by` is who asks, as the audit will name them. */
export interface NewGroup {
  readonly name: string;
  readonly legalShape: string;
  readonly which: Which;
  readonly hubs: 'pcn' | 'none';
  readonly by: string;
}

/** A group that was created. */
export interface GroupCreated {
  readonly id: string;
  readonly name: string;
  readonly practices: number;
  readonly hubs: number;
  readonly withoutHub: readonly string[];
  /** Fictional people who were given roles in it, so that a demonstration can show its pages. */
  readonly demonstrators: number;
}

/** Creates a group from published data, with its practices, their main sites and their hubs, in one transaction. */
export async function createGroup(db: Database, asked: NewGroup): Promise<Result<GroupCreated, GroupRefused>> {
  const name = asked.name.trim();
  if (name === '') return err({ kind: 'name-missing' });
  if (!legalShape(asked.legalShape)) return err({ kind: 'no-such-shape', shape: asked.legalShape });
  const taken = await groupByName(db, name);
  if (taken) return err({ kind: 'name-taken', name: taken.name });
  const codes = await codesOf(db, asked.which);
  if (!codes.ok) return codes;
  const published = await publishedPractices(db, codes.value);
  const known = new Set(published.map(({ code }) => code));
  const unknown = codes.value.filter((code) => !known.has(code));
  if (unknown.length > 0) return err({ kind: 'unknown-codes', codes: unknown });
  const plan = planGroup(published, asked.hubs);
  const id = randomUUIDv7();
  const context = { db, actor: systemActor(asked.by, id), act: { action: 'create-group' } };
  const demonstrators = await transaction(context, (tx) => write(tx, { id, name, legalShape: asked.legalShape, plan }));
  const { practices, hubs, withoutHub } = plan;
  return ok({ id, name, practices: practices.length, hubs: hubs.length, withoutHub, demonstrators });
}

async function codesOf(db: Database, which: Which): Promise<Result<readonly string[], GroupRefused>> {
  if ('codes' in which) {
    const codes = [...new Set(which.codes)];
    return codes.length === 0 ? err({ kind: 'no-codes' }) : ok(codes);
  }
  const codes = await codesInArea(db, which.subIcb);
  if (codes.length > 0) return ok(codes);
  const seen = await areaSeen(db, which.subIcb);
  return err({
    kind: 'empty-area',
    area: which.subIcb,
    seen: seen?.name ?? null,
    seenTo: seen?.seenTo.subtract({ days: 1 }).toString() ?? null,
  });
}

async function write(
  tx: Tx,
  { id, name, legalShape, plan }: { id: string; name: string; legalShape: string; plan: GroupPlan },
): Promise<number> {
  const from = await today(tx);
  const practiceIds = plan.practices.map((practice) => practice.id);
  await insertGroup(tx, { id, name, legalShape, fictional: false });
  await upsertPractices(tx, plan.practices);
  for (const { id: practiceId, name: siteName, postcode, latitude, longitude } of plan.practices) {
    const place = { address: null, postcode, latitude, longitude, stepFree: null, main: true, from };
    await insertSite(tx, { id: randomUUIDv7(), practiceId, name: siteName, ...place });
  }
  await insertMembers(tx, { groupId: id, practiceIds, from });
  for (const { code, name: hubName, practices } of plan.hubs) {
    const hubId = randomUUIDv7();
    await insertHub(tx, { id: hubId, groupId: id, code, name: hubName });
    await insertHubMembers(tx, { hubId, groupId: id, practiceIds: practices, from });
  }
  if (!(await isDemonstration(tx))) return 0;
  const people = await fictionalArrangers(tx);
  for (const { personId, role } of people) {
    await insertRole(tx, {
      id: randomUUIDv7(),
      personId,
      groupId: id,
      role,
      practiceId: null,
      hubId: null,
      from,
      to: null,
    });
  }
  return people.length;
}
