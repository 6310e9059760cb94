import { randomUUIDv7 } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { err, ok, type Result } from '#kernel/result.ts';
import { systemActor } from '#platform/auth/actor.ts';
import type { Database } from '#platform/db/database.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import { addImpact, noImpact, type PastRequest } from '../protocol/impact.ts';
import { parseProtocol } from '../protocol/parse.ts';
import type { ProtocolRefused } from '../protocol/refused.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { versionAt } from '../queries/guidance.ts';
import {
  countPast,
  pastRequests,
  practicesSeen,
  previewById,
  versionById,
  type PastRow,
  type PastSearch,
  type Preview,
} from '../queries/protocol.ts';
import { insertPreview, savePreview } from '../store/protocol.ts';
import { announce } from '../store/request.ts';
import type { VersionKey } from './protocol.ts';

/** The job that runs a draft over past requests. */
export const previewJob = 'access.preview-protocol';

/** Requests that are read and judged at a time; between them others are let through. */
const atATime = 500;

/** Asks for a draft to be run over the requests of the last weeks, of the practices whoever asks sees. */
export async function askPreview(
  context: Context,
  { id, version, weeks, now }: VersionKey & { weeks: number; now: Temporal.Instant },
): Promise<Result<string, ProtocolRefused>> {
  if (!Number.isInteger(weeks) || weeks < 1 || weeks > 26) return err({ kind: 'weeks' });
  return transaction(context, async (tx) => {
    const of = await versionById(tx, { id, version });
    if (of === undefined) return err({ kind: 'not-there' });
    const practices = await practicesSeen(tx);
    if (practices.length === 0) return err({ kind: 'nothing-seen' });
    const preview = { id: randomUUIDv7(), of, against: await versionAt(tx, now), weeks, practices };
    await insertPreview(tx, preview);
    await tx.addJob(previewJob, { previewId: preview.id, groupId: context.actor.groupId });
    tx.note({ subject: 'protocol preview', subjectId: preview.id, detail: { weeks, practices: practices.length } });
    return ok(preview.id);
  });
}

/** Runs a preview to its end, saying how far it has come; a draft changed meanwhile is run as it now stands, and says so. */
export async function runPreview(
  db: Database,
  { previewId, groupId }: { previewId: string; groupId: string },
): Promise<'done' | 'gone'> {
  const context = { db, actor: systemActor('protocol previews', groupId), act: { action: 'preview-protocol' } };
  const begun = await transaction(context, async (tx) => {
    const preview = await previewById(tx, previewId);
    if (preview === undefined || preview.finishedAt !== null) return undefined;
    const { protocolId, version, againstId, againstVersion } = preview;
    const draft = soundOf((await versionById(tx, { id: protocolId, version }))?.content);
    const inForce = soundOf((await versionById(tx, { id: againstId, version: againstVersion }))?.content);
    const search = searchOf(preview);
    return draft && inForce ? { preview, draft, inForce, search, of: await countPast(tx, search) } : undefined;
  });
  if (begun === undefined) return 'gone';
  const { search, of } = begun;
  let sum = noImpact;
  let after: { at: Temporal.Instant; id: string } | undefined;
  for (;;) {
    const rows = await transaction(context, (tx) => pastRequests(tx, search, { after, most: atATime }));
    sum = addImpact(sum, begun, rows.map(askingOf));
    const last = rows.at(-1);
    const finished = rows.length < atATime || last === undefined;
    const result = sum;
    await transaction(context, (tx) => savePreview(tx, previewId, { of, done: result.requests, result, finished }));
    if (finished) break;
    after = { at: last.receivedAt, id: last.id };
    await breathe();
  }
  await announce(db, 'requests', { groupId, practiceId: search.practices[0] ?? '' });
  return 'done';
}

function searchOf({ practices, askedAt, weeks }: Preview): PastSearch {
  return { practices, since: askedAt.subtract({ hours: weeks * 7 * 24 }), until: askedAt };
}

/** A version as it stands; undefined where it cannot be read, which no version that was kept is. */
function soundOf(content: unknown): Protocol | undefined {
  const parsed = parseProtocol(content);
  return parsed.ok ? parsed.value : undefined;
}

function askingOf({ id, practiceId, words, notes, reason, answers, ageYears, sex }: PastRow): PastRequest {
  const said = Object.entries(answers).map(([question, answer]) => [question, answer.said] as const);
  return {
    ...{ id, practiceId, words: `${words} ${notes}`, answers: Object.fromEntries(said) },
    ...{ reason: reason ?? undefined, ageYears: ageYears ?? undefined, sex: sex ?? undefined },
  };
}
