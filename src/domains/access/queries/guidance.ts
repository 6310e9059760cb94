import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/transaction.ts';
import { parseProtocol } from '../protocol-parse.ts';
import type { Protocol } from '../protocol.ts';
import { guide, type Guidance } from '../request-guidance.ts';
import { personFor } from './patient-story.ts';
import type { Called } from '../request-person.ts';
import type { Flag } from './red-flag.ts';
import type { Request } from './request.ts';

/** Versions never change once they stand, so each is read and parsed once a process. */
const parsed = new Map<string, Protocol>();

/** The protocol in force at an instant: the newest version of the newest to start. */
export async function protocolAt(db: Queryable, at: Temporal.Instant): Promise<Protocol> {
  const { id, version } = await db.one<{ id: string; version: number }>(sql`
    select p.id, p.version from access.protocol p where p.in_force_from <= ${at} order by p.in_force_from desc, p.version desc limit 1`);
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
  const { receivedAt, forOther, reason, urgency, dueAt, answerBy, warnAt } = request;
  return guide({
    protocol: await protocolAt(tx, now),
    typed: request,
    reason,
    flags,
    forOther,
    ageYears: facts?.ageYears,
    sex: facts?.sex,
    called,
    receivedAt,
    promised: request.status === 'draft' ? undefined : { urgency, dueAt, answerBy, warnAt },
    now,
  });
}
