import type { Context, Tx } from '#platform/db/transaction.ts';
import { runCases, type CaseResult } from '../protocol/cases.ts';
import { differenceOf, isNothing, type Difference } from '../protocol/difference.ts';
import { byWords, placeWords, urgencyWords, whenWords } from '../protocol/words.ts';
import type { Protocol, Rule } from '../protocol/protocol.ts';
import { protocolAt, versionAt } from '../queries/guidance.ts';
import {
  namesFor,
  previewsOf,
  starts,
  versionById,
  versions,
  type FullVersion,
  type Start,
  type Version,
} from '../queries/protocol.ts';
import { approveProtocols } from './permissions.ts';

/** Where a version's own page is. */
export function hrefOf({ id, version }: { id: string; version: number }): string {
  return `/protocols/${id}/${version}`;
}

/** What a version is called: those of the group and those shipped are counted apart. */
function nameOf({ title, version, status }: Pick<Version, 'title' | 'version' | 'status'>): string {
  return `${title}, ${status === 'shipped' ? 'shipped' : 'our'} version ${version}`;
}

interface State {
  readonly kind: 'settled' | 'act' | 'soon' | 'plain';
  readonly says: string;
}

interface InForce {
  readonly key: { id: string; version: number };
  readonly planned: readonly Start[];
  readonly now: Temporal.Instant;
}

function isOf(key: { id: string; version: number }, { protocolId, version }: Start): boolean {
  return protocolId === key.id && version === key.version;
}

function stateOf(version: Version, { key, planned }: InForce): State {
  if (version.id === key.id && version.version === key.version) return { kind: 'settled', says: 'In force' };
  if (planned.some((start) => isOf(version, start))) return { kind: 'soon', says: 'Planned' };
  const plain: Readonly<Record<Version['status'], State>> = {
    shipped: { kind: 'plain', says: 'Shipped' },
    draft: { kind: 'act', says: 'Draft' },
    approved: { kind: 'plain', says: 'Approved' },
    withdrawn: { kind: 'plain', says: 'Withdrawn' },
  };
  return plain[version.status];
}

async function inForceAt(tx: Tx, now: Temporal.Instant, all: readonly Start[]): Promise<InForce> {
  const planned = all.filter(
    ({ startsAt, calledOffAt }) => calledOffAt === null && Temporal.Instant.compare(startsAt, now) > 0,
  );
  return { key: await versionAt(tx, now), planned, now };
}

/** Whether what the actor decides is decided for the whole group. */
function actsForGroup({ actor }: Context): boolean {
  return actor.practiceId === null;
}

/** Everything the list of versions shows. */
export async function viewOfList(tx: Tx, context: Context, now: Temporal.Instant): Promise<object> {
  const all = await starts(tx);
  const inForce = await inForceAt(tx, now, all);
  const rows = (await versions(tx)).map((version) => ({
    ...version,
    name: nameOf(version),
    href: hrefOf(version),
    state: stateOf(version, inForce),
    plannedFrom: inForce.planned.find((start) => isOf(version, start))?.startsAt,
  }));
  const current = rows.find(({ id, version }) => id === inForce.key.id && version === inForce.key.version);
  const since = all.find(
    ({ calledOffAt, startsAt }) => calledOffAt === null && Temporal.Instant.compare(startsAt, now) <= 0,
  );
  return {
    rows,
    current,
    since: since?.startsAt ?? current?.shippedFrom,
    starts: all.map((start) => ({
      ...start,
      name: nameOf(start),
      href: hrefOf({ id: start.protocolId, version: start.version }),
      isPlanned: inForce.planned.includes(start),
    })),
    mayDecide: actsForGroup(context),
  };
}

/** One rule as a person reads it. */
interface RuleShown extends Rule {
  readonly whenSays: string;
  readonly placeSays: string;
  readonly urgencySays: string;
  readonly differs: boolean;
  readonly cases: readonly (CaseResult & {
    readonly expects: string;
    readonly gave: string;
    readonly yesSays: readonly string[];
  })[];
}

/** What a version's page and its forms are made of. */
export interface Reading {
  readonly found: FullVersion;
  readonly protocol: Protocol;
  readonly roles: Map<string, string>;
}

/** Reads one version; undefined where it is not there. */
export async function readingOf(tx: Tx, key: { id: string; version: number }): Promise<Reading | undefined> {
  const found = await versionById(tx, key);
  if (found === undefined) return undefined;
  const { roles } = await namesFor(tx);
  // Kept as it was read, so it can be read again.
  return { found, protocol: found.content as Protocol, roles };
}

/** Everything the page of one version shows. */
export async function viewOfVersion(
  tx: Tx,
  context: Context,
  { found, protocol, roles, now }: Reading & { now: Temporal.Instant },
): Promise<object> {
  const all = await starts(tx);
  const inForce = await inForceAt(tx, now, all);
  const current = await protocolAt(tx, now);
  const difference = differenceOf(current, protocol);
  const results = runCases(protocol);
  const failing = results.filter(({ passes }) => !passes);
  const me = context.actor.personId ?? '';
  const wrote = found.draftedBy === me || found.changedBy.includes(me);
  return {
    found,
    name: nameOf(found),
    protocol,
    base: hrefOf(found),
    state: stateOf(found, inForce),
    isCurrent: inForce.key.id === found.id && inForce.key.version === found.version,
    plannedFrom: inForce.planned.find((start) => isOf(found, start))?.startsAt,
    wasInForce:
      found.status === 'shipped' ||
      all.some(
        (start) =>
          isOf(found, start) && start.calledOffAt === null && Temporal.Instant.compare(start.startsAt, now) <= 0,
      ),
    difference: isNothing(difference) ? undefined : differenceShown(difference, protocol, roles),
    reasons: protocol.reasons.map((reason) => ({
      ...reason,
      questions: protocol.questions.filter(({ reasons }) => reasons.includes(reason.id)),
      rules: protocol.rules
        .filter((rule) => rule.reason === reason.id)
        .map((rule) => ruleShown(rule, { protocol, roles, results, difference })),
    })),
    failing: failing.map((result) => caseShown(result, { protocol, roles })),
    cases: results.length,
    previews: (await previewsOf(tx, found)).map((preview) => ({ ...preview, isOld: preview.digest !== found.digest })),
    mayEdit: found.status === 'draft',
    mayApprove:
      found.status === 'draft' &&
      approveProtocols.roles.includes(context.actor.role) &&
      actsForGroup(context) &&
      !wrote,
    wrote,
    isClinician: approveProtocols.roles.includes(context.actor.role),
    mayDecide: actsForGroup(context),
    danger: 'A yes stops everything: ',
  };
}

function ruleShown(
  rule: Rule,
  {
    protocol,
    roles,
    results,
    difference,
  }: { protocol: Protocol; roles: Map<string, string>; results: readonly CaseResult[]; difference: Difference },
): RuleShown {
  return {
    ...rule,
    whenSays: whenWords(protocol, rule),
    placeSays: placeWords(rule.outcome, roles),
    urgencySays: urgencyWords(protocol, rule.outcome.urgency),
    differs: [...difference.added, ...difference.changed.map(({ after }) => after)].some(({ id }) => id === rule.id),
    cases: results
      .filter(({ worked }) => worked.rule === rule.id)
      .map((result) => caseShown(result, { protocol, roles })),
  };
}

/** A worked case with what it expects and gives, in words. */
function caseShown(result: CaseResult, { protocol, roles }: Pick<Reading, 'protocol' | 'roles'>) {
  const says = ({ rule, by, urgency }: { rule: string; by: string; urgency: string }): string =>
    `${byWords(by, roles)}, ${urgencyWords(protocol, urgency).toLowerCase()} (rule ${rule})`;
  const gave = result.gives ? says(result.gives) : `a red flag (${result.danger ?? ''})`;
  const yesSays = result.worked.yes.map(
    (id) => protocol.questions.find((question) => question.id === id)?.say.self ?? id,
  );
  return { ...result, expects: says(result.worked), gave, yesSays };
}

function differenceShown(difference: Difference, protocol: Protocol, roles: Map<string, string>): object {
  const says = (rule: Rule): object => ({
    id: rule.id,
    place: placeWords(rule.outcome, roles),
    urgency: urgencyWords(protocol, rule.outcome.urgency),
    words: rule.outcome.say,
  });
  return {
    ...difference,
    added: difference.added.map(says),
    removed: difference.removed.map(says),
    changed: difference.changed.map(({ before, after }) => ({
      id: after.id,
      before: says(before),
      after: says(after),
    })),
  };
}
