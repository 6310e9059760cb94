import type { FastifyInstance } from 'fastify';
import Type, { type Static } from 'typebox';
import { csvText } from '#kernel/csv.ts';
import { parseDay } from '#kernel/date.ts';
import { sealOf, verifications, verifyAudit } from '#platform/audit/seal.ts';
import { transaction, type Tx } from '#platform/db/transaction.ts';
import { download } from '#platform/http/download.ts';
import { route } from '#platform/http/routes.ts';
import { doings } from '../audit-done.ts';
import { auditEvents, countEvents, lastSeal, type AuditEvent, type AuditFilter } from '../queries/audit.ts';
import { practicesOfGroup, today } from '../queries/group.ts';
import { readWords } from '../sight.ts';
import { seeAudit } from './permissions.ts';

const size = 100;
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

/** What happened, in words: what was read, or which record was changed in which fields. */
function whatOf({ kind, class: of, subject, detail }: AuditEvent): string {
  if (kind === 'read') return `read ${readWords(of ?? subject)}`;
  if (kind === 'act') return subject;
  const [table = '', verb = ''] = subject.split(' ');
  const [, name = table] = table.split('.');
  const did = { insert: 'added', update: 'changed', delete: 'removed' }[verb] ?? verb;
  const fields = verb === 'update' ? fieldsOf(detail).map((field) => field.replaceAll('_', ' ')) : [];
  return `${name.replaceAll('_', ' ')} ${did}${fields.length > 0 ? `: ${fields.join(', ')}` : ''}`;
}

/** The fields a change was about: the audit keeps what each was, and what it became. */
function fieldsOf(detail: AuditEvent['detail']): string[] {
  const { from, to } = { from: {}, to: {}, ...detail };
  return [...new Set([from, to].flatMap((side) => Object.keys(side)))];
}

function whoOf({ personName, roleName }: AuditEvent): string {
  if (personName !== '')
    return roleName === 'system' || roleName === '' ? personName : `${personName}, ${roleName.toLowerCase()}`;
  return roleName === 'patient' ? 'a patient' : 'the system';
}

/** Adds the pages of who did and read what, and of whether anybody has tampered with it. */
export function auditRoutes(app: FastifyInstance): void {
  route(app, {
    method: 'GET',
    url: '/audit',
    permission: seeAudit,
    audit: 'show-audit',
    schema: { querystring },
    handler: async ({ context, query }, reply) => {
      const filter = filterOf(query);
      const view = await transaction(context, async (tx) => auditView(tx, filter, query.before ?? null));
      const last = view.events[size - 1];
      const events = view.events.slice(0, size).map((event) => ({
        ...event,
        who: whoOf(event),
        what: whatOf(event),
        why: whyOf(event),
        aboutHref: aboutHref(event, filter),
      }));
      return reply.page('network/views/audit.njk', {
        ...view,
        events,
        filter,
        doings: doings.map(({ value, text }) => ({ value, text })),
        counted:
          view.count >= countLimit
            ? `more than ${(countLimit - 1).toLocaleString('en-GB')}`
            : view.count.toLocaleString('en-GB'),
        older: view.events.length > size && last ? addressOf('/audit', filter, last.id) : null,
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
        return auditEvents(tx, filter, { before: query.before ?? null, count: csvLimit });
      });
      return download(reply, 'audit.csv', eventsCsv(events));
    },
  });
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

async function auditView(tx: Tx, filter: AuditFilter, before: number | null) {
  return {
    events: await auditEvents(tx, filter, { before, count: size }),
    count: await countEvents(tx, filter, countLimit),
    seal: await lastSeal(tx),
    practices: (await practicesOfGroup(tx, await today(tx))).map(({ code, name }) => ({ value: code, text: name })),
  };
}

function whyOf({ purpose, action }: AuditEvent): string {
  return purpose || action.replaceAll(/[-_]/g, ' ');
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
