import type { FastifyInstance } from 'fastify';
import Type, { type Static } from 'typebox';
import { csvText } from '#kernel/csv.ts';
import { parseDay } from '#kernel/date.ts';
import { sealOf, verifications, verifyAudit } from '#platform/audit/seal.ts';
import { transaction, type Tx } from '#platform/db/transaction.ts';
import { download } from '#platform/http/download.ts';
import { route } from '#platform/http/routes.ts';
import { plural } from '#platform/ui/words.ts';
import { pageOfActs } from '../audit-acts.ts';
import { doings } from '../audit-done.ts';
import { readInWords, whatOf, whoOf, whyOf } from '../audit-words.ts';
import {
  auditEvents,
  countEvents,
  lastSeal,
  type AuditEvent,
  type AuditFilter,
  type FoundBy,
} from '../queries/audit.ts';
import { practicesOfGroup, today } from '../queries/group.ts';
import { readWords } from '../sight.ts';
import { findAuditedRoutes, type AuditedPatient, type RecordsOf } from './audit-find.ts';
import { findInAudit, seeAudit } from './permissions.ts';

const size = 100;
/** The most rows that are read to fill a page of acts: one look at a list is a row for each who stood on it. */
const rowLimit = 1500;
const countLimit = 10_000;
const csvLimit = 100_000;
const day = Type.Optional(Type.String({ pattern: '^(\\d{4}-\\d{2}-\\d{2})?$', description: 'a day, like 2026-12-19' }));
const querystring = Type.Object({
  person: Type.Optional(Type.String({ maxLength: 100 })),
  practice: Type.Optional(Type.String({ maxLength: 6 })),
  done: Type.Optional(Type.Enum(['', ...doings.map(({ value }) => value)])),
  about: Type.Optional(Type.String({ maxLength: 60 })),
  from: day,
  to: day,
  before: Type.Optional(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
});

/** A date typed by hand may not exist: it then filters nothing, and says so by standing there still. */
function real(text: string | undefined): string {
  return parseDay(text ?? '')?.toString() ?? '';
}

function filterOf(query: Static<typeof querystring>): AuditFilter {
  const { person = '', practice = '', done = '', about = '' } = query;
  return { person: person.trim(), practice, done, about: about.trim(), from: real(query.from), to: real(query.to) };
}

function addressOf(path: string, filter: AuditFilter, before?: number): string {
  const given = { ...filter, before: before === undefined ? '' : String(before) };
  return `${path}?${new URLSearchParams(Object.entries(given).filter(([, value]) => value !== '')).toString()}`;
}

/** Everything about the record of an event; none where it is about none, or where that is what is shown. */
function aboutHref({ subjectId }: AuditEvent, { about }: AuditFilter): string | null {
  return subjectId === null || about !== '' ? null : `/audit?${new URLSearchParams({ about: subjectId }).toString()}`;
}

/** One act as a line of the page, with the single reads it was made of where they are several. */
function lineOf([first, ...others]: readonly [AuditEvent, ...AuditEvent[]], filter: AuditFilter): object {
  const about = ({ class: of, subject, subjectId }: AuditEvent): string => `${of ?? subject} ${subjectId ?? ''}`;
  // A page may read the same record more than once.
  const all = [...new Map([first, ...others].map((event) => [about(event), event])).values()];
  const several = all.length > 1;
  const places = new Set(all.map(({ practiceName, practiceId }) => practiceName ?? practiceId ?? ''));
  return {
    at: first.at,
    who: whoOf(first),
    what: several ? readInWords(all) : whatOf(first),
    why: whyOf(first),
    place: places.size === 1 ? [...places][0] : plural(places.size, 'practice'),
    aboutHref: several ? null : aboutHref(first, filter),
    parts: several ? all.map((event) => partOf(event, filter)) : [],
  };
}

const partOf = (event: AuditEvent, filter: AuditFilter): object => ({
  what: readWords(event.class ?? event.subject),
  place: event.practiceName ?? event.practiceId ?? '',
  aboutHref: aboutHref(event, filter),
});

/** Adds the pages of who did and read what, and of whether anybody has tampered with it. */
export function auditRoutes(app: FastifyInstance, records: RecordsOf): void {
  route(app, {
    method: 'GET',
    url: '/audit',
    permission: seeAudit,
    audit: 'show-audit',
    schema: { querystring },
    handler: async ({ context, query }, reply) => {
      const filter = filterOf(query);
      const view = await transaction(context, async (tx) =>
        auditView(tx, filter, { records, before: query.before ?? null }),
      );
      const { acts, before } = pageOfActs(view.events, { size, limit: rowLimit });
      return reply.page('network/views/audit.njk', {
        ...view,
        lines: acts.map((act) => lineOf(act, filter)),
        filter,
        mayFind: findInAudit.roles.includes(context.actor.role),
        doings: doings.map(({ value, text }) => ({ value, text })),
        counted:
          view.count >= countLimit
            ? `more than ${(countLimit - 1).toLocaleString('en-GB')}`
            : view.count.toLocaleString('en-GB'),
        older: before === null ? null : addressOf('/audit', filter, before),
        newest: query.before === undefined ? null : addressOf('/audit', filter),
        csvHref: addressOf('/audit/events.csv', filter),
      });
    },
  });
  route(app, {
    method: 'GET',
    url: '/audit/events.csv',
    permission: seeAudit,
    audit: 'take-audit',
    schema: { querystring },
    handler: async ({ context, query }, reply) => {
      const filter = filterOf(query);
      const events = await transaction(context, async (tx) => {
        tx.note({ practiceId: context.actor.practiceId, subject: 'audit taken', detail: { ...filter } });
        const { found } = await recordsOf(tx, filter, records);
        return auditEvents(tx, found, { before: query.before ?? null, count: csvLimit });
      });
      return download(reply, 'audit.csv', eventsCsv(events));
    },
  });
  findAuditedRoutes(app, records);
  chainRoutes(app);
}

/** What verifying the chain of seals proves, when it was last done, and the act of doing it now. */
function chainRoutes(app: FastifyInstance): void {
  route(app, {
    method: 'GET',
    url: '/audit/chain',
    permission: seeAudit,
    audit: 'show-audit-chain',
    schema: {},
    handler: async ({ context }, reply) => {
      const view = await transaction(context, async (tx) => ({
        runs: await verifications(tx, 10),
        newest: await sealOf(tx),
        sealedAt: (await lastSeal(tx))?.sealedAt,
      }));
      return reply.page('network/views/audit-chain.njk', {
        ...view,
        last: view.runs[0],
        breadcrumbs: [{ text: 'Audit', href: '/audit' }, { text: 'Chain of seals' }],
      });
    },
  });
  route(app, {
    method: 'POST',
    url: '/audit/chain',
    permission: seeAudit,
    audit: 'verify-audit',
    schema: {},
    handler: async ({ context }, reply) => {
      await transaction(context, async (tx) => {
        const { firstUnsound, batches } = await verifyAudit(tx, context.actor.name);
        const found = firstUnsound === null ? 'every seal matches' : `batch ${firstUnsound} does not match its seal`;
        tx.note({ practiceId: context.actor.practiceId, subject: `audit verified: ${found}`, detail: { batches } });
      });
      return reply.redirect('/audit/chain', 303);
    },
  });
}

/** What a filter looks for: of a patient, their requests and visits too, which a look at them is named by. */
async function recordsOf(
  tx: Tx,
  filter: AuditFilter,
  records: RecordsOf,
): Promise<{ found: FoundBy; patient: AuditedPatient | undefined }> {
  const patient = filter.about === '' ? undefined : await records.patient(tx, filter.about);
  const parts = patient ? await records.partsOf(tx, patient.id) : [];
  return { found: { ...filter, records: [filter.about, ...parts] }, patient };
}

async function auditView(
  tx: Tx,
  filter: AuditFilter,
  { records, before }: { records: RecordsOf; before: number | null },
) {
  const { found, patient } = await recordsOf(tx, filter, records);
  return {
    patient,
    events: await auditEvents(tx, found, { before, count: rowLimit }),
    count: await countEvents(tx, found, countLimit),
    seal: await lastSeal(tx),
    practices: (await practicesOfGroup(tx, await today(tx))).map(({ code, name }) => ({ value: code, text: name })),
  };
}

function eventsCsv(events: readonly AuditEvent[]): string {
  return csvText(
    ['id', 'at', 'kind', 'who', 'role', 'practice', 'practice_name', 'what', 'about', 'action', 'purpose', 'detail'],
    events.map((event) => [
      event.id,
      event.at.toString(),
      event.kind,
      event.personName,
      event.roleName,
      event.practiceId,
      event.practiceName,
      whatOf(event),
      event.subjectId,
      event.action,
      event.purpose,
      event.detail ? JSON.stringify(event.detail) : null,
    ]),
  );
}
