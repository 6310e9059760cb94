import { createHash, randomUUIDv7 } from 'node:crypto';
import { findPatients } from '#domains/patients/index.ts';
import { parseNhsNumber } from '#kernel/nhs-number.ts';
import { parsePhone } from '#kernel/phone.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import { holdKey, sentState, sentUnder, type SentState } from '../queries/request-sent.ts';
import { practicesTakenFor } from '../queries/request.ts';
import { insertSent } from '../store/request-sent.ts';
import {
  announce,
  insertRequest,
  saveIdentity,
  savePatient,
  saveStatus,
  saveTyped,
  saveWritten,
} from '../store/request.ts';
import { settle } from './settle.ts';

/** A patient's request as another program sends it; `key` makes a repeated call the same request. */
export interface RequestWanted {
  readonly key: string;
  readonly practice: string;
  readonly channel: 'online' | '111';
  readonly words: string;
  readonly patient?: { readonly nhsNumber: string; readonly birthDate: string } | undefined;
  readonly phone?: string | undefined;
  readonly reference?: string | undefined;
}

/** Why a request was not taken. */
export type NotSent = 'not-there' | 'nhs-number' | 'phone' | 'words' | 'key-reused';

/** A request that stands; `repeated` when the same call had made it before. */
export interface Sent {
  readonly state: SentState;
  readonly repeated: boolean;
}

/**
 * Takes a patient's request from another program into the queue. Its words are screened in the transaction that keeps them.
 * The patient is known where number and birth date agree with the record; else somebody has to find out who it is.
 */
export async function sendRequest(
  context: Context,
  want: RequestWanted,
  now: Temporal.Instant,
): Promise<Result<Sent, NotSent>> {
  const { groupId, clientId } = context.actor;
  if (groupId === null || clientId === undefined) return err('not-there');
  const phone = want.phone === undefined ? null : parsePhone(want.phone);
  if (want.phone !== undefined && phone === null) return err('phone');
  if (want.patient && !parseNhsNumber(want.patient.nhsNumber).ok) return err('nhs-number');
  if (want.words.trim() === '') return err('words');
  return transaction(context, async (tx) => {
    await holdKey(tx, clientId, want.key);
    const digest = createHash('sha256').update(JSON.stringify(want)).digest();
    const before = await sentUnder(tx, clientId, want.key);
    if (before && !before.digest.equals(digest)) return err('key-reused');
    if (before) return stateOf(tx, { clientId, id: before.requestId, repeated: true });
    const practice = (await practicesTakenFor(tx)).find(({ id }) => id === want.practice);
    if (practice === undefined) return err('not-there');
    const id = randomUUIDv7();
    const { channel, reference = '' } = want;
    await insertRequest(tx, {
      ...{
        id,
        groupId,
        practiceId: practice.id,
        channel,
        callerPhone: phone,
        takenBy: null,
        reference,
        receivedAt: now,
      },
    });
    const practiceId = (await identify(tx, id, want)) ?? practice.id;
    await saveTyped(tx, id, { callerIs: '' });
    await saveWritten(tx, id, { words: want.words.trim(), by: null, at: now, page: '' });
    const { stopped } = await settle(tx, id, { by: null, now });
    if (!stopped) await saveStatus(tx, id, 'waiting');
    await insertSent(tx, { id: randomUUIDv7(), groupId, practiceId, clientId, key: want.key, requestId: id, digest });
    await announce(tx, 'requests', { groupId, practiceId });
    return stateOf(tx, { clientId, id, repeated: false });
  });
}

/** Puts the patient to the request whose number and birth date both agree; answers their practice. */
async function identify(tx: Tx, id: string, { patient }: RequestWanted): Promise<string | undefined> {
  const number = patient && parseNhsNumber(patient.nhsNumber);
  if (!number?.ok) return undefined;
  const [found, ...others] = await findPatients(tx, { kind: 'nhs-number', number: number.value });
  if (!found || others.length > 0 || found.birthDate.toString() !== patient?.birthDate) return undefined;
  await savePatient(tx, id, {
    ...{ patientId: found.id, practiceId: found.practiceId, matched: ['nhs_number', 'birth_date'] },
  });
  await saveIdentity(tx, id, true);
  return found.practiceId;
}

async function stateOf(
  tx: Tx,
  { clientId, id, repeated }: { clientId: string; id: string; repeated: boolean },
): Promise<Result<Sent, NotSent>> {
  const state = await sentState(tx, clientId, id);
  return state ? ok({ state, repeated }) : err('not-there');
}
