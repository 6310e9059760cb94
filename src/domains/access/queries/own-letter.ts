import { patientById, type Patient } from '#domains/patients/index.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/transaction.ts';
import { ownVisit, type OwnVisit } from './online.ts';

/** What a letter about a visit needs. */
export interface LetterFacts {
  readonly visit: OwnVisit;
  readonly patient: Patient;
  readonly practice: {
    readonly name: string;
    readonly address: string | null;
    readonly postcode: string | null;
    /** The number patients ring; null where nobody has said. */
    readonly phone: string | null;
  };
  readonly fictional: boolean;
}

/** The facts of a letter about a visit of one's own; an audited read. */
export async function letterFacts(tx: Tx, bookingId: string): Promise<LetterFacts | undefined> {
  const visit = await ownVisit(tx, bookingId);
  const patient = visit && (await patientById(tx, visit.patientId));
  if (visit === undefined || patient === undefined) return undefined;
  const practice = await tx.one<
    LetterFacts['practice'] & { fictional: boolean }
  >(sql`select p.name, p.address, p.postcode, p.phone,
      (select g.fictional from network.group g where g.id = platform.current_group()) as fictional
    from network.practice p where p.id = ${patient.practiceId}`);
  return { visit, patient, practice, fictional: practice.fictional };
}

/** How the patient was last written to about a visit. */
export async function messageOf(
  tx: Tx,
  bookingId: string,
): Promise<{ way: string; state: string; ending: string | null } | undefined> {
  return tx.maybe(sql`select m.way, m.state, right(m.address, 3) as ending from access.message m
    where m.booking_id = ${bookingId} and m.state not in ('dropped', 'withheld') order by m.made_at desc, m.id desc limit 1`);
}
