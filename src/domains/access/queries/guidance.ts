import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/transaction.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { parseProtocol } from '../protocol/parse.ts';
import { guide, type Guidance } from '../request/guidance.ts';
import { personFor } from './patient-story.ts';
import type { Called } from '../request/person.ts';
import type { Flag } from './red-flag.ts';
import type { Request } from './request.ts';

/** Versions never change once they stand, so each is read and parsed once a process. */
const parsed = new Map<string, Protocol>();

/** The protocol in force for the acting group at an instant: the latest it began or rolled back to, else the newest shipped. */
export async function protocolAt(db: Queryable, at: Temporal.Instant): Promise<Protocol> {
  const { id, version } = await versionAt(db, at);
  const key = `${id} ${version}`;
  const known = parsed.get(key);
  if (known) return known;
  const { content } = await db.one<{ content: unknown }>(
    sql`select p.content from access.protocol p where p.id = ${id} and p.version = ${version}`,
  );
  const protocol = parseProtocol(content);
  if (!protocol.ok) throw new Error(`protocol ${key} is not sound: ${protocol.error.join('; ')}`);
  parsed.set(key, protocol.value);
  return protocol.value;
}

/** Which version that is. */
export async function versionAt(db: Queryable, at: Temporal.Instant): Promise<{ id: string; version: number }> {
  const own = await db.maybe<{ id: string; version: number }>(sql`
    select f.protocol_id as id, f.version from access.protocol_in_force f
    where f.group_id = (select platform.current_group()) and f.starts_at <= ${at} and f.called_off_at is null
    order by f.starts_at desc, f.decided_at desc limit 1`);
  if (own) return own;
  return db.one<{ id: string; version: number }>(sql`
    select p.id, p.version from access.protocol p where p.group_id is null and p.in_force_from <= ${at}
    order by p.in_force_from desc, p.version desc limit 1`);
}

/** Age in whole years and sex of a request's patient at `now`, where the patient is known. */
export async function factsFor(
  tx: Tx,
  patientId: string | null,
  now: Temporal.Instant,
): Promise<{ ageYears: number; sex: string } | undefined> {
  const person = patientId === null ? undefined : await personFor(tx, patientId);
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
  return person && { ageYears: person.birthDate.until(today, { largestUnit: 'years' }).years, sex: person.sex };
}

/** Where a request leads, by the protocol in force. A draft is judged afresh; one that has waited keeps what it was promised. */
export async function guidanceFor(
  tx: Tx,
  request: Request,
  { flags, now, called }: { flags: readonly Flag[]; now: Temporal.Instant; called?: Called | undefined },
): Promise<Guidance> {
  const facts = await factsFor(tx, request.patientId, now);
  const { receivedAt, answerFrom, forOther, reason, urgency, dueAt, answerBy, warnAt, override } = request;
  return guide({
    protocol: await protocolAt(tx, now),
    typed: request,
    reason,
    flags,
    forOther,
    override,
    ageYears: facts?.ageYears,
    sex: facts?.sex,
    called,
    receivedAt,
    answerFrom,
    promised: request.status === 'draft' ? undefined : { urgency, dueAt, answerBy, warnAt },
    now,
  });
}
