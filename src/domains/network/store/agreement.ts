import type { Queryable } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { Ending } from '../agreement.ts';

/** Writes that a practice joins a service from a day. */
export async function insertAgreement(
  tx: Queryable,
  agreement: { id: string; groupId: string; practiceId: string; service: string; from: Temporal.PlainDate },
): Promise<void> {
  await tx.rows(sql`insert into network.agreement (id, group_id, practice_id, service, joined_from)
    values (${agreement.id}, ${agreement.groupId}, ${agreement.practiceId}, ${agreement.service}, ${agreement.from})`);
}

/** Writes the end of an agreement. */
export async function endAgreement(tx: Queryable, ending: Ending): Promise<void> {
  await tx.rows(sql`update network.agreement set left_from = ${ending.leftFrom}, notice_given_on = ${ending.noticeGivenOn},
    joint_agreement = ${ending.jointAgreement} where id = ${ending.agreementId}`);
}

/** Calls off a leaving still to come. */
export async function continueAgreement(tx: Queryable, agreementId: string): Promise<void> {
  await tx.rows(sql`update network.agreement set left_from = null, notice_given_on = null, joint_agreement = null
    where id = ${agreementId}`);
}

/** Withdraws an agreement that has not begun; the audit keeps that it was there. */
export async function deleteAgreement(tx: Queryable, agreementId: string): Promise<void> {
  await tx.rows(sql`delete from network.agreement where id = ${agreementId}`);
}
