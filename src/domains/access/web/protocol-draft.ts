import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { err, ok, type Result } from '#kernel/result.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import type { EdgeParts } from '#platform/http/edge.ts';
import { route } from '#platform/http/routes.ts';
import { changeDraft, withdrawDraft } from '../commands/protocol.ts';
import {
  withCase,
  withCaseMeant,
  withoutCase,
  withoutRule,
  withQuestion,
  withRule,
  type CaseFields,
  type RuleFields,
} from '../protocol/edit.ts';
import { sayProtocolRefused, type ProtocolRefused } from '../protocol/refused.ts';
import { clinicianOnly, destinations, type Protocol, type Rule } from '../protocol/protocol.ts';
import { modeWords } from '../request/words.ts';
import { writeProtocols } from './permissions.ts';
import { hrefOf, readingOf, type Reading } from './protocol-view.ts';
import { showVersion, versionParams } from './protocol-page.ts';

const text = (most = 2000) => Type.Optional(Type.String({ maxLength: most }));
const texts = Type.Optional(
  Type.Union([Type.Array(Type.String({ maxLength: 60 }), { maxItems: 60 }), Type.String({ maxLength: 60 })]),
);
const many = (given: string | readonly string[] | undefined): readonly string[] =>
  given === undefined ? [] : typeof given === 'string' ? [given] : given;
const digest = Type.String({ maxLength: 80 });
const params = Type.Object(versionParams);
const ruleParams = Type.Object({ ...versionParams, rule: Type.String({ maxLength: 60 }) });

const caseBody = { caseWords: text(), caseAge: text(4), caseSex: text(10), caseYes: texts };
const ruleBody = Type.Object({
  ...{ digest, id: text(60), reason: text(60), after: text(60), minAge: text(4), maxAge: text(4), sex: text(10) },
  ...{
    question: text(60),
    answer: text(4),
    destination: text(40),
    service: text(200),
    urgency: text(60),
    minutes: text(4),
  },
  ...{ role1: text(60), role2: text(60), role3: text(60), modes: texts, continuity: text(4) },
  ...{ say: text(), sayOther: text(), safetyNet: text(), safetyNetOther: text(), source: text(), ...caseBody },
});

type Key = { id: string; version: number };
type Answer = Promise<FastifyReply>;
type Edit = (protocol: Protocol) => Result<Protocol, ProtocolRefused>;

/** Changing a draft through forms: a rule, a question's words, the worked cases. */
export function draftRoutes(app: FastifyInstance, { now }: EdgeParts): void {
  ruleRoutes(app);
  questionRoutes(app);
  caseRoutes(app, now);
  route(app, {
    method: 'POST',
    url: '/protocols/:id/:version/withdraw',
    permission: writeProtocols,
    audit: 'withdraw-protocol',
    schema: { params },
    handler: async ({ context, params: key }, reply) => {
      const done = await withdrawDraft(context, key);
      if (done.ok) return reply.redirect('/protocols', 303);
      return showVersion(context, reply, { key, now: now(), refused: done.error });
    },
  });
}

/** Draws the form of a rule or question, or goes back to the version where there is nothing to change. */
async function showForm(
  context: Context,
  reply: FastifyReply,
  {
    key,
    view,
    draw,
    refused,
  }: { key: Key; view: string; draw: (reading: Reading) => object | undefined; refused?: ProtocolRefused },
): Answer {
  const reading = await transaction(context, (tx) => readingOf(tx, key));
  const shown = reading?.found.status === 'draft' ? draw(reading) : undefined;
  if (reading === undefined || shown === undefined)
    return reply.problem(
      404,
      'There is nothing to change here',
      'The version may have been decided, or the rule taken out.',
    );
  if (refused) void reply.code(422);
  const base = hrefOf(key);
  return reply.page(view, {
    ...shown,
    ...{ base, found: reading.found, protocol: reading.protocol },
    ...(refused ? { errors: sayProtocolRefused(refused) } : {}),
    breadcrumbs: [
      { text: 'Protocols', href: '/protocols' },
      { text: `Version ${key.version}`, href: base },
      { text: 'Change' },
    ],
  });
}

function fieldsOf(rule: Rule, protocol: Protocol): RuleFields {
  const own = protocol.rules.filter(({ reason }) => reason === rule.reason);
  const [question = '', answer = ''] = Object.entries(rule.when.answers ?? {})[0] ?? [];
  const { outcome, when } = rule;
  return {
    ...{ id: rule.id, reason: rule.reason, sex: when.sex ?? '', question, answer, source: rule.source },
    ...{ minAge: String(when.minAge ?? ''), maxAge: String(when.maxAge ?? ''), minutes: String(outcome.minutes) },
    ...{
      destination: outcome.destination,
      service: outcome.service ?? '',
      roles: outcome.roles,
      urgency: outcome.urgency,
    },
    ...{ modes: outcome.modes, continuity: outcome.continuity, say: outcome.say, sayOther: outcome.sayOther ?? '' },
    ...{ safetyNet: outcome.safetyNet, safetyNetOther: outcome.safetyNetOther ?? '' },
    after: own[own.findIndex(({ id }) => id === rule.id) - 1]?.id ?? '',
  };
}

type RuleBody = { readonly [key: string]: string | readonly string[] | undefined };

function readRule(body: RuleBody, id: string, known?: RuleFields): RuleFields {
  const field = (name: string): string => (typeof body[name] === 'string' ? body[name] : '');
  return {
    ...{ id, reason: field('reason'), after: field('after'), minAge: field('minAge'), maxAge: field('maxAge') },
    ...{ sex: field('sex'), question: field('question'), answer: field('answer'), destination: field('destination') },
    ...{ service: field('service'), urgency: field('urgency'), minutes: field('minutes'), modes: many(body['modes']) },
    // The form shows three roles; what stands behind them stays.
    roles: [field('role1'), field('role2'), field('role3'), ...(known?.roles.slice(3) ?? [])],
    ...{ continuity: field('continuity') === 'yes', say: field('say'), sayOther: field('sayOther') },
    ...{ safetyNet: field('safetyNet'), safetyNetOther: field('safetyNetOther'), source: field('source') },
  };
}

function readCase(body: RuleBody): CaseFields {
  const field = (name: string): string => (typeof body[name] === 'string' ? body[name] : '');
  return {
    ...{ words: field('caseWords'), age: field('caseAge'), sex: field('caseSex') },
    ...{ yes: many(body['caseYes']), rule: field('rule') },
  };
}

/** What the form of a rule chooses from. */
function ruleForm(
  { protocol, roles }: Reading,
  { fields, isNew, worked }: { fields: RuleFields; isNew: boolean; worked?: CaseFields },
): object {
  const own = protocol.rules.filter(({ reason, id }) => reason === fields.reason && id !== fields.id);
  const asked = protocol.questions.filter(
    ({ reasons, redFlag }) => reasons.includes(fields.reason) && redFlag === undefined,
  );
  return {
    ...{ fields, isNew, worked: worked ?? { words: '', age: '', sex: '', yes: [] } },
    reasonName: protocol.reasons.find(({ id }) => id === fields.reason)?.name,
    severalAnswers: Object.keys(protocol.rules.find(({ id }) => id === fields.id)?.when.answers ?? {}).length > 1,
    afters: [{ value: '', text: 'First of this reason' }, ...own.map(({ id }) => ({ value: id, text: `After ${id}` }))],
    sexes: [
      { value: '', text: 'Everybody' },
      { value: 'female', text: 'Women and girls' },
      { value: 'male', text: 'Men and boys' },
    ],
    questions: [
      { value: '', text: 'No answer matters' },
      ...asked.map(({ id, say }) => ({ value: id, text: say.self })),
    ],
    destinations: Object.entries(destinations).flatMap(([value, says]) =>
      value === clinicianOnly ? [] : [{ value, text: says }],
    ),
    roles: [{ value: '', text: 'Nobody' }, ...[...roles].map(([value, says]) => ({ value, text: says }))],
    urgencies: protocol.bands.map(({ id, name }) => ({ value: id, text: name })),
    modes: ['face_to_face', 'telephone', 'video', 'home_visit'].map((value) => ({
      ...{ value, text: modeWords(value), checked: fields.modes.includes(value) },
    })),
    yeses: asked.map(({ id, say }) => ({ value: id, text: say.self, checked: worked?.yes.includes(id) ?? false })),
  };
}

const ruleView = 'access/views/protocol-rule.njk';

function ruleRoutes(app: FastifyInstance): void {
  const formOf = (reading: Reading, id: string): object | undefined => {
    const rule = reading.protocol.rules.find((one) => one.id === id);
    return rule && ruleForm(reading, { fields: fieldsOf(rule, reading.protocol), isNew: false });
  };
  route(app, {
    method: 'GET',
    url: '/protocols/:id/:version/rules/:rule',
    permission: writeProtocols,
    audit: 'show-protocol-rule',
    schema: { params: ruleParams },
    handler: async ({ context, params: { rule, ...key } }, reply) =>
      showForm(context, reply, { key, view: ruleView, draw: (reading) => formOf(reading, rule) }),
  });
  route(app, {
    method: 'POST',
    url: '/protocols/:id/:version/rules/:rule',
    permission: writeProtocols,
    audit: 'change-protocol-rule',
    schema: { params: ruleParams, body: ruleBody },
    handler: async ({ context, params: { rule, ...key }, body }, reply) => {
      const edit: Edit = (protocol) => {
        const before = protocol.rules.find(({ id }) => id === rule);
        if (before === undefined) return err({ kind: 'not-there' });
        return ok(withRule(protocol, { ...readRule(body, rule, fieldsOf(before, protocol)), reason: before.reason }));
      };
      const done = await changeDraft(context, { ...key, digest: body.digest }, edit);
      if (done.ok) return reply.redirect(`${hrefOf(key)}#rule-${rule}`, 303);
      const draw = (reading: Reading): object | undefined => {
        const before = reading.protocol.rules.find(({ id }) => id === rule);
        return (
          before && ruleForm(reading, { fields: { ...readRule(body, rule), reason: before.reason }, isNew: false })
        );
      };
      return showForm(context, reply, { key, view: ruleView, draw, refused: done.error });
    },
  });
  route(app, {
    method: 'POST',
    url: '/protocols/:id/:version/rules/:rule/remove',
    permission: writeProtocols,
    audit: 'remove-protocol-rule',
    schema: { params: ruleParams, body: Type.Object({ digest }) },
    handler: async ({ context, params: { rule, ...key }, body }, reply) => {
      const done = await changeDraft(context, { ...key, digest: body.digest }, (protocol) =>
        ok(withoutRule(protocol, rule)),
      );
      if (done.ok) return reply.redirect(hrefOf(key), 303);
      return showForm(context, reply, {
        key,
        view: ruleView,
        draw: (reading) => formOf(reading, rule),
        refused: done.error,
      });
    },
  });
  newRuleRoutes(app);
}

const empty = (reason: string): RuleFields => ({
  ...{
    id: '',
    reason,
    minAge: '',
    maxAge: '',
    sex: '',
    question: '',
    answer: 'yes',
    destination: 'visit',
    service: '',
  },
  ...{ roles: [], urgency: 'within-7-days', minutes: '15', modes: ['face_to_face'], continuity: false, say: '' },
  ...{ sayOther: '', safetyNet: 'If it gets worse, or you are worried, ring us or 111. In an emergency ring 999.' },
  ...{ safetyNetOther: '', source: '', after: '' },
});

function newRuleRoutes(app: FastifyInstance): void {
  route(app, {
    method: 'GET',
    url: '/protocols/:id/:version/new-rule',
    permission: writeProtocols,
    audit: 'show-new-protocol-rule',
    schema: { params, querystring: Type.Object({ reason: text(60) }) },
    handler: async ({ context, params: key, query }, reply) =>
      showForm(context, reply, {
        key,
        view: ruleView,
        draw: (reading) =>
          reading.protocol.reasons.some(({ id }) => id === query.reason)
            ? ruleForm(reading, { fields: empty(query.reason ?? ''), isNew: true })
            : undefined,
      }),
  });
  route(app, {
    method: 'POST',
    url: '/protocols/:id/:version/new-rule',
    permission: writeProtocols,
    audit: 'add-protocol-rule',
    schema: { params, body: ruleBody },
    handler: async ({ context, params: key, body }, reply) => {
      const fields = readRule(body, (body.id ?? '').trim());
      const worked = { ...readCase(body), rule: fields.id };
      const edit: Edit = (protocol) =>
        protocol.rules.some(({ id }) => id === fields.id)
          ? err({ kind: 'faults', faults: [`there is a rule ${fields.id} already: give another short name`] })
          : ok(withRule(protocol, fields, worked));
      const done = await changeDraft(context, { ...key, digest: body.digest }, edit);
      if (done.ok) return reply.redirect(`${hrefOf(key)}#rule-${fields.id}`, 303);
      const draw = (reading: Reading): object => ruleForm(reading, { fields, isNew: true, worked });
      return showForm(context, reply, { key, view: ruleView, draw, refused: done.error });
    },
  });
}

function questionRoutes(app: FastifyInstance): void {
  const questionParams = Type.Object({ ...versionParams, question: Type.String({ maxLength: 60 }) });
  const view = 'access/views/protocol-question.njk';
  const draw =
    (id: string, given?: object) =>
    ({ protocol }: Reading): object | undefined => {
      const question = protocol.questions.find((one) => one.id === id);
      if (question === undefined) return undefined;
      const { say, words = [] } = question;
      const fields = { self: say.self, other: say.other, infant: say.infant ?? '', words: words.join(', '), ...given };
      return { question, fields };
    };
  route(app, {
    method: 'GET',
    url: '/protocols/:id/:version/questions/:question',
    permission: writeProtocols,
    audit: 'show-protocol-question',
    schema: { params: questionParams },
    handler: async ({ context, params: { question, ...key } }, reply) =>
      showForm(context, reply, { key, view, draw: draw(question) }),
  });
  route(app, {
    method: 'POST',
    url: '/protocols/:id/:version/questions/:question',
    permission: writeProtocols,
    audit: 'change-protocol-question',
    schema: {
      params: questionParams,
      body: Type.Object({ digest, self: text(), other: text(), infant: text(), words: text() }),
    },
    handler: async ({ context, params: { question, ...key }, body }, reply) => {
      const { self = '', other = '', infant = '', words = '' } = body;
      const fields = { self, other, infant, words };
      const done = await changeDraft(context, { ...key, digest: body.digest }, (protocol) =>
        ok(withQuestion(protocol, question, fields)),
      );
      if (done.ok) return reply.redirect(`${hrefOf(key)}#question-${question}`, 303);
      return showForm(context, reply, { key, view, draw: draw(question, fields), refused: done.error });
    },
  });
}

function caseRoutes(app: FastifyInstance, now: () => Temporal.Instant): void {
  const atParams = Type.Object({ ...versionParams, at: Type.Integer({ minimum: 0, maximum: 5000 }) });
  const back = async (
    context: Context,
    reply: FastifyReply,
    { key, done }: { key: Key; done: Awaited<ReturnType<typeof changeDraft>> },
  ): Answer =>
    done.ok
      ? reply.redirect(`${hrefOf(key)}#cases`, 303)
      : showVersion(context, reply, { key, now: now(), refused: done.error });
  route(app, {
    method: 'POST',
    url: '/protocols/:id/:version/cases',
    permission: writeProtocols,
    audit: 'add-worked-case',
    schema: { params, body: Type.Object({ digest, rule: text(60), ...caseBody }) },
    handler: async ({ context, params: key, body }, reply) => {
      const done = await changeDraft(context, { ...key, digest: body.digest }, (protocol) =>
        ok(withCase(protocol, readCase(body))),
      );
      return back(context, reply, { key, done });
    },
  });
  route(app, {
    method: 'POST',
    url: '/protocols/:id/:version/cases/:at/remove',
    permission: writeProtocols,
    audit: 'remove-worked-case',
    schema: { params: atParams, body: Type.Object({ digest }) },
    handler: async ({ context, params: { at, ...key }, body }, reply) => {
      const done = await changeDraft(context, { ...key, digest: body.digest }, (protocol) =>
        ok(withoutCase(protocol, at)),
      );
      return back(context, reply, { key, done });
    },
  });
  route(app, {
    method: 'POST',
    url: '/protocols/:id/:version/cases/:at/meant',
    permission: writeProtocols,
    audit: 'accept-worked-case',
    schema: { params: atParams, body: Type.Object({ digest }) },
    handler: async ({ context, params: { at, ...key }, body }, reply) => {
      const edit: Edit = (protocol) => {
        const meant = withCaseMeant(protocol, at);
        return meant.ok
          ? meant
          : err({ kind: 'faults', faults: ['that case ends in a red flag: take it out or change what it says'] });
      };
      return back(context, reply, { key, done: await changeDraft(context, { ...key, digest: body.digest }, edit) });
    },
  });
}
