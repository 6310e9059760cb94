import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import type { Result } from '#kernel/result.ts';
import { transaction, type Context, type Tx } from '#platform/db/transaction.ts';
import { route } from '#platform/http/routes.ts';
import { findInAudit } from './permissions.ts';

/** Somebody an audit is about, on a practice's list or gone from it. */
export interface AuditedPatient {
  readonly id: string;
  readonly name: string;
  readonly birthDate: Temporal.PlainDate;
  readonly nhsNumber: string | null;
  readonly practiceName: string;
  readonly gone: boolean;
}

/** Why nobody can be looked for by what was typed. */
export type NotLookedFor = 'empty' | 'check-digit' | 'no-such-date' | 'no-name' | 'unreadable';

/** What the domains below tell of records, since this one may not import them. Each patient answered is an audited read. */
export interface RecordsOf {
  /** Patients whose audit the actor sees, by what somebody typed; at most one more than `limit`. */
  find(
    tx: Tx,
    typed: string,
  ): Promise<Result<{ by: 'nhs-number' | 'birth-date'; patients: readonly AuditedPatient[] }, NotLookedFor>>;
  readonly limit: number;
  /** The patient with that id, where it is one's and the actor sees their audit. */
  patient(tx: Tx, id: string): Promise<AuditedPatient | undefined>;
  /** The ids of what else is part of their record: their requests and visits. */
  partsOf(tx: Tx, patientId: string): Promise<readonly string[]>;
}

const words: Readonly<Record<NotLookedFor, string>> = {
  empty: 'Enter an NHS number, or a date of birth and a last name',
  'check-digit': 'That is not an NHS number: check each digit',
  'no-such-date': 'There is no such date',
  'no-name': 'Enter the last name beside the date of birth',
  unreadable: 'Enter an NHS number, or a date of birth and a last name',
};

const nobody = {
  'nhs-number': 'No patient with this number is known here',
  'birth-date': 'No patient with this name and date of birth is known here',
} as const;

/** Finding whose record it is about. Posted, because an address is kept in histories and logs; every look is itself audited. */
export function findAuditedRoutes(app: FastifyInstance, records: RecordsOf): void {
  const show = (reply: FastifyReply, found: object = {}) =>
    reply.page('network/views/audit-find.njk', {
      ...found,
      breadcrumbs: [{ text: 'Audit', href: '/audit' }, { text: 'Who read a record' }],
    });
  route(app, {
    method: 'GET',
    url: '/audit/patient',
    permission: findInAudit,
    audit: 'show-audit-search',
    schema: {},
    handler: (_request, reply) => show(reply),
  });
  route(app, {
    method: 'POST',
    url: '/audit/patient',
    permission: findInAudit,
    audit: 'find-in-audit',
    schema: { body: Type.Object({ q: Type.Optional(Type.String({ maxLength: 200 })) }) },
    handler: async ({ context, body: { q = '' } }, reply) => {
      const found = await look(context, q, records);
      if (!found.ok) return show(reply.code(422), { q, errors: [{ text: words[found.error], href: '#q' }] });
      const { by, patients } = found.value;
      const more = patients.length > records.limit;
      return show(reply, { q, found: patients.slice(0, records.limit), more, nobody: nobody[by] });
    },
  });
}

/** Looks somebody up, and keeps that it was done: how, and how many were found, never what was typed. */
async function look(context: Context, typed: string, records: RecordsOf): ReturnType<RecordsOf['find']> {
  return transaction(context, async (tx) => {
    const found = await records.find(tx, typed);
    if (found.ok) {
      const { by, patients } = found.value;
      const detail = { by, found: patients.length };
      tx.note({ practiceId: context.actor.practiceId, subject: 'looked for whose record was read', detail });
    }
    return found;
  });
}
