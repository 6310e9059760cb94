import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import type { DeclaredRoute } from '#platform/http/routes.ts';
import { clockBeforeNight, testApp } from './support/app.ts';
import { begin, callAbout, field, page } from './support/calls.ts';
import { testDatabase } from './support/database.ts';
import { signIn, signInPatient } from './support/signed-in.ts';
import { openSessionFor, smallWorld } from './support/world.ts';

const danger = 'she says she wants to end her life tonight';

/** A form is asked for what somebody writes: how much it takes tells words from a code. */
const aSentence = 100;

/** Where somebody writes of a patient: the field, and what else its form needs. */
interface Form {
  readonly route: string;
  readonly field: string;
  readonly besides?: Readonly<Record<string, string>>;
  /** Whose words they are: a clinician is asked whether words of their own mean danger, before anything is sent. */
  readonly by?: 'navigator' | 'nameless' | 'patient' | 'clinician';
}

const words = (name: string, besides = {}): Form => ({ route: 'POST /calls/:id/words', field: name, besides });
const overflow = { at: '23:59', mode: 'telephone', clinicianId: '', key: 'overflow-key-1', reason: 'Cannot wait' };
const to111 = { reason: 'Nobody is left', decidedBy: 'Dr Who', icbTold: 'ICB', icbAt: '10:00' };
const asOther = { callerIs: 'other', callerName: 'Ann' };

/** Every form in which a danger is heard at once: tried below, field by field. */
const heard: readonly Form[] = [
  words('words'),
  words('notes'),
  words('more'),
  words('callerName', { callerIs: 'other' }),
  words('callerRelation', asOther),
  words('reference'),
  {
    route: 'POST /calls/:id/override',
    field: 'why',
    besides: { urgency: 'same-day', role: 'gp', destination: 'visit' },
  },
  { route: 'POST /calls/:id/unknown', field: 'name', by: 'nameless' },
  { route: 'POST /calls/:id/find', field: 'typed', by: 'nameless' },
  { route: 'POST /calls/:id/ask-duty', field: 'question' },
  { route: 'POST /calls/:id/end', field: 'because', besides: { outcome: 'self-care' } },
  { route: 'POST /calls/:id/safe-contact', field: 'how' },
  { route: 'POST /calls/:id/overflow', field: 'reason', besides: overflow },
  { route: 'POST /calls/:id/overflow', field: 'decidedBy', besides: overflow },
  { route: 'POST /calls/:id/waiting-list', field: 'because' },
  ...['reason', 'decidedBy', 'icbTold', 'othersTold'].map((name) => ({
    ...{ route: 'POST /calls/:id/to-111', field: name, besides: to111 },
  })),
  { route: 'POST /my/ask/:request/words', field: 'words', by: 'patient' },
  { route: 'POST /my/ask/:request/safe', field: 'how', by: 'patient' },
  { route: 'POST /my/ask/:request/ring', field: 'note', by: 'patient', besides: { when: 'any' } },
  { route: 'POST /my/ask/:request/none', field: 'note', by: 'patient', besides: { why: 'wrong-time' } },
];

/** Fields of the same length that hear danger in an act of their own, and the tests that say so. */
const heardElsewhere: readonly (readonly [RegExp, string])[] = [
  [/^POST \/my\/ask words$/, 'src/domains/access/my.web.test.ts'],
  [/^POST \/my\/visits\/:visit\/cancel reason$/, 'src/domains/access/my.web.test.ts'],
  [/^POST \/visits\/:booking\/cancel reason$/, 'src/domains/access/web.test.ts'],
  [/^POST \/calls\/:id\/(?:book|series|joint) despite$/, 'src/domains/access/gravity.web.test.ts'],
  [
    /^POST \/(?:red-flags\/:id\/close note|duty-questions\/:id\/answer answer)$/,
    'src/domains/access/clinician-words.web.test.ts',
  ],
  [/^POST \/series\/:series\/cancel reason$/, 'src/domains/access/kept-elsewhere.web.test.ts'],
  [/^POST \/waiting\/offers\/:offer\/pass reason$/, 'src/domains/access/waiting-list.db.test.ts'],
  [/^POST \/lost-places\/:orphan\/step note$/, 'src/domains/access/kept-elsewhere.web.test.ts'],
  [/^POST \/visits\/:booking\/hand-back/, 'src/domains/access/hand-back.db.test.ts'],
  [/^POST \/today\/remedies\/:ask\/\S+ note$/, 'src/domains/access/kept-elsewhere.web.test.ts'],
  [/^POST \/patients/, 'src/domains/access/kept-elsewhere.web.test.ts'],
  [/^POST \/api\/v1\/requests (?:words|reference)$/, 'test/api.db.test.ts'],
];

/** Fields of the same length in which nobody writes of a patient. */
const ofNobody: readonly RegExp[] = [
  // Codes, marks of a page, and what was chosen on it.
  /^POST \/(?:lock|kept-form|oauth2\/token) /,
  /^POST \/calls\/:id\/words reason$/,
  /^POST \/calls\/:id\/answer(?:\/take-back|\/keep)? question$/,
  /^POST \/calls\/:id\/(?:book|series|joint) (?:flags|place|pair)$/,
  /^POST \/calls\/:id\/unmet unmet$/,
  /^POST \/calls\/:id\/overflow (?:beside|sure)$/,
  /^POST \/(?:red-flags|duty-questions)\/:id\/\S+ of$/,
  /^POST \/today\/remedies subject$/,
  // Staff, places, agreements and rules, which name dangers by trade.
  /^POST \/(?:our-practice|rooms|books|protocols|clinicians|limits|fullness|ranking|windows|services|hub-places|group|people|audit)(?:\/| )/,
];

interface Field {
  readonly type?: string;
  readonly maxLength?: number;
}

/** Each field of a route's form that takes a sentence. */
function sentencesOf({ method, url, schema }: DeclaredRoute): string[] {
  const { properties = {} } = (schema.body ?? {}) as { properties?: Readonly<Record<string, Field>> };
  const chosen = (one: Field): boolean => ['format', 'pattern', 'const', 'enum'].some((limit) => limit in one);
  return Object.entries(properties)
    .filter(([, one]) => one.type === 'string' && !chosen(one) && (one.maxLength ?? Infinity) >= aSentence)
    .map(([name]) => `${method} ${url} ${name}`);
}

describe('A danger is heard in whatever form it is written', async () => {
  const base = await testDatabase();
  const world = await smallWorld(base, { patients: heard.length + 2 });
  const { app } = await testApp(base, { now: clockBeforeNight });
  const navigator = await signIn(app, base.db, world.actors.navigator);
  const tomorrow = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 1 }).withPlainTime('09:00');
  const clinician = world.clinicians[0] ?? '';
  await openSessionFor(base, { n: 1, clinician, startsAt: tomorrow.toInstant(), minutes: 240, slotMinutes: 10 });
  const flagsOf = async (request: string) =>
    base.owner.rows(sql`select f.matched from access.red_flag f where f.request_id = ${request}`);

  for (const [at, form] of heard.entries())
    test(`${form.route}: ${form.field}`, async () => {
      const patient = world.patients[at];
      const answers = { ...form.besides, [form.field]: danger };
      if (form.by === 'patient') {
        const me = await signInPatient(app, base.db, patient ?? '');
        const begun = await me.post('/my/ask', { for: patient ?? '', words: 'a sick note please' });
        const request = String(begun.headers.location).split('/').at(-1) ?? '';
        await me.post(form.route.replace('POST ', '').replace(':request', request), answers);
        assert.notDeepEqual(await flagsOf(request), []);
        return;
      }
      const call =
        form.by === 'nameless'
          ? await begin(navigator)
          : await callAbout(navigator, patient, { words: 'a sick note please' });
      const html = await page(navigator, call);
      const shown = { state: 'x', page: field(html, 'page') };
      const sent = await navigator.post(form.route.replace('POST ', '').replace('/calls/:id', call), {
        ...shown,
        ...answers,
      });
      assert.ok(sent.statusCode < 500, sent.body);
      assert.notDeepEqual(
        await flagsOf(call.split('/').at(-1) ?? ''),
        [],
        `${sent.statusCode} ${String(sent.headers.location)}`,
      );
    });

  test('POST /patients/:patient/acting: note, which opens a request', async () => {
    const patient = world.patients.at(-1) ?? '';
    const form = { nhs_number: '', relation: 'carer', consent: 'own', note: danger };
    const sent = await navigator.post(`/patients/${patient}/acting`, form);
    const request = /\/calls\/([0-9a-f-]{36})/.exec(`${String(sent.headers.location)} ${sent.body}`)?.[1];
    assert.notDeepEqual(await flagsOf(request ?? assert.fail(sent.body.slice(0, 2000))), []);
  });

  test('and there is no form besides those, but where nobody writes of a patient', () => {
    const fields = app.declaredRoutes.flatMap(sentencesOf);
    const tried = new Set(heard.map((form) => `${form.route} ${form.field}`));
    const others = [...heardElsewhere.map(([which]) => which), ...ofNobody];
    assert.deepEqual(
      fields.filter((one) => !tried.has(one) && !others.some((which) => which.test(one))),
      [],
      'a field that takes a sentence, of which nothing here says who hears it',
    );
    assert.deepEqual(
      [...tried].filter((one) => !fields.includes(one)),
      [],
    );
    assert.deepEqual(
      others.filter((which) => !fields.some((one) => which.test(one))),
      [],
    );
    for (const [, file] of heardElsewhere) assert.ok(existsSync(file), file);
  });
});
