import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, describe, test } from 'node:test';
import { sql } from '#platform/db/sql.ts';
import { govNotify } from '#platform/notify/notify.ts';
import { testApp } from '../../../test/support/app.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { arrange, as, openSessionFor, smallWorld, standing } from '../../../test/support/world.ts';
import { book, cancelBooking } from './commands/book.ts';
import { bookSeries } from './commands/series.ts';
import { readLink, writeLink } from './commands/link.ts';
import { askStates, remind, sendMessage, type Sending } from './commands/send.ts';

const base = await testDatabase();
const world = await smallWorld(base, { patients: 11 });
const { app } = await testApp(base);
const { navigator } = world.actors;
const publicUrl = 'https://practice.example';
const start = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 3 }).withPlainTime('09:00').toInstant();
const session = await openSessionFor(base, {
  n: 1,
  clinician: world.clinicians[0] ?? '',
  startsAt: start,
  minutes: 180,
  slotMinutes: 15,
});
await arrange(base.owner, async (run) => {
  await run(sql`update patients.patient set contact_by = 'text', phone = '+447700900118'`);
});

const service = '26785a09-ab16-4eb0-8407-a37497a57506';
const asked: { url: string; body: Record<string, unknown>; authorization: string }[] = [];
/** What GOV.UK Notify answers, as recorded from its documentation; by the path that is asked for. */
let answer: { status: number; body: object } = { status: 201, body: {} };
const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const text = Buffer.concat(parts).toString();
    const body = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
    asked.push({ url: request.url ?? '', body, authorization: request.headers.authorization ?? '' });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
  });
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
after(() => server.close());
const notifier = govNotify({
  baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  apiKey: `test-${service}-${service}`,
  textTemplate: '0eb1d9d8-0a8f-4a8e-8f5f-a37497a57506',
  emailTemplate: '1eb1d9d8-0a8f-4a8e-8f5f-a37497a57506',
});
const sending: Sending = { notifier, publicUrl };
const taken = (n: number) => ({
  status: 201,
  body: {
    id: `740e5834-3a29-46b4-9a6f-16142fde53${n}a`,
    reference: null,
    content: { body: '', from_number: 'GOVUK' },
    uri: '',
    template: {},
  },
});

const visit = async (n: number): Promise<string> => {
  const booked = await book(
    as(base.db, navigator),
    {
      key: `key-${n}`,
      requestId: null,
      patientId: world.patients[n] ?? '',
      sessionId: session,
      startsAt: start.add({ minutes: 15 * n }),
      minutes: 15,
    },
    Temporal.Now.instant(),
  );
  assert.ok(booked.ok, JSON.stringify(booked));
  return booked.value.bookingId;
};
const messages = (n: number) =>
  standing<{ id: string; kind: string; state: string; body: string; way: string; address: string | null }>(
    base.owner,
    sql`select id, kind, state, body, way, address from access.message where patient_id = ${world.patients[n]} order by made_at, id`,
  );
const send = (id: string, how = sending) => sendMessage(base.db, { messageId: id, groupId: world.groupId }, how);
const linkIn = (text: unknown): string => /\/cancel\/([\w-]+)/.exec(String(text))?.[1] ?? assert.fail('no link');

describe('Messages', () => {
  test('are written in the transaction that causes them, from the template in force, and go by the provider', async () => {
    await visit(0);
    const [one] = await messages(0);
    assert.ok(one);
    assert.deepEqual([one.kind, one.state, one.way, one.address], ['booked', 'waiting', 'text', '+447700900118']);
    answer = taken(1);
    await send(one.id);
    const last = asked.at(-1);
    assert.equal(last?.url, '/v2/notifications/sms');
    assert.match(last.authorization, /^Bearer /);
    assert.equal(last.body['phone_number'], '+447700900118');
    const { message } = last.body['personalisation'] as { message: string };
    assert.match(message, /^Appointment: .+ Cancel: https:\/\/practice\.example\/cancel\/[\w-]{83} Practice 1$/);
    assert.deepEqual(
      (await messages(0)).map(({ state }) => state),
      ['sent'],
    );
    assert.doesNotMatch((await messages(0))[0]?.body ?? '', /cancel\//, 'the link is kept nowhere');
    const count = asked.length;
    await send(one.id);
    assert.equal(asked.length, count, 'sent once');
    answer = { status: 200, body: { status: 'delivered' } };
    await askStates(base.db, sending);
    assert.deepEqual(
      (await messages(0)).map(({ state }) => state),
      ['delivered'],
    );
  });

  test('of a series are one, which goes for as long as one of its visits stands and never with a link to cancel one', async () => {
    const day = start.toZonedDateTimeISO('Europe/London').toPlainDate();
    const series = async (n: number, key: string): Promise<readonly string[]> => {
      const slots = [0, 1].map((place) => ({
        ...{ place, day },
        slot: { sessionId: session, startsAt: start.add({ minutes: 150 - 15 * (n - 9) + place * 15 }), minutes: 15 },
      }));
      const want = {
        key,
        requestId: null,
        patientId: world.patients[n] ?? '',
        everyDays: 7,
        whole: true,
        places: slots,
      };
      const booked = await bookSeries(as(base.db, navigator), want, Temporal.Now.instant());
      return booked.ok ? booked.value.bookings : assert.fail(booked.error);
    };
    const cancel = async (id: string | undefined) =>
      assert.ok((await cancelBooking(as(base.db, navigator), id ?? '', 'test')).ok);
    const [first] = await series(9, 'one of two stands');
    await cancel(first);
    const [stands] = await messages(9);
    assert.equal(stands?.kind, 'series-booked');
    answer = taken(9);
    await send(stands.id);
    const { message } = asked.at(-1)?.body['personalisation'] as { message: string };
    assert.match(message, /^Your 2 appointments: [^;]+ 11:30am; [^;]+ 11:45am\. Each time: /, 'the next in front');
    assert.doesNotMatch(message, /\/cancel\/|\(\(/);
    for (const booking of await series(10, 'none stands')) await cancel(booking);
    const [over] = await messages(10);
    await send(over?.id ?? '');
    assert.equal((await messages(10)).find(({ id }) => id === over?.id)?.state, 'dropped');
  });

  test('that the provider refuses are failed; that it cannot take now are tried again', async () => {
    await visit(1);
    const [one] = await messages(1);
    assert.ok(one);
    answer = {
      status: 429,
      body: { status_code: 429, errors: [{ error: 'RateLimitError', message: 'Exceeded rate limit' }] },
    };
    await assert.rejects(send(one.id), /answered 429/);
    assert.equal((await messages(1))[0]?.state, 'waiting');
    answer = {
      status: 400,
      body: { status_code: 400, errors: [{ error: 'BadRequestError', message: 'Can’t send to this recipient' }] },
    };
    await send(one.id);
    assert.equal((await messages(1))[0]?.state, 'failed');
  });

  test('are shown in the app where no provider is configured, and dropped where the visit is over', async () => {
    const booking = await visit(2);
    const [one] = await messages(2);
    assert.ok(one);
    await send(one.id, { notifier: undefined, publicUrl });
    assert.equal((await messages(2))[0]?.state, 'shown');
    await visit(3);
    const [other] = await messages(3);
    assert.ok(other);
    const [{ id } = { id: '' }] = await standing<{ id: string }>(
      base.owner,
      sql`select id from access.booking where patient_id = ${world.patients[3]}`,
    );
    assert.ok((await cancelBooking(as(base.db, navigator), id, 'test')).ok);
    await send(other.id);
    assert.equal((await messages(3))[0]?.state, 'dropped');
    assert.ok(booking);
  });

  test('go nowhere where somebody has disclosed abuse, also where they did so after the message was written', async () => {
    await visit(4);
    const [before] = await messages(4);
    await arrange(base.owner, async (run) => {
      for (const n of [4, 5]) {
        await run(
          sql`insert into access.request (id, group_id, practice_id, patient_id, channel, words) values (gen_random_uuid(), ${world.groupId}, 'XA001', ${world.patients[n]}, 'online', 'x')`,
        );
        await run(sql`insert into access.red_flag (id, group_id, practice_id, request_id, patient_id, category, level, matched, softened, asked_level)
          select gen_random_uuid(), r.group_id, r.practice_id, r.id, r.patient_id, 'abuse', 'same-day-duty', 'x', false, 'practice' from access.request r where r.patient_id = ${world.patients[n]}`);
      }
    });
    const count = asked.length;
    await send(before?.id ?? '');
    await visit(5);
    assert.deepEqual(
      [(await messages(4))[0]?.state, (await messages(5))[0]?.state, (await messages(5))[0]?.address],
      ['withheld', 'withheld', null],
    );
    assert.equal(asked.length, count);
  });

  test('remind once, a day before, and never of a visit that is cancelled', async () => {
    await visit(6);
    const dayBefore = start.subtract({ hours: 20 });
    await remind(base.db, dayBefore.subtract({ hours: 30 }));
    assert.deepEqual(
      (await messages(6)).map(({ kind }) => kind),
      ['booked'],
    );
    const between = start.toZonedDateTimeISO('Europe/London').subtract({ days: 1 }).withPlainTime('13:00').toInstant();
    await arrange(base.owner, async (run) => {
      await run(
        sql`update access.booking set booked_at = booked_at - interval '2 days' where patient_id = ${world.patients[6]}`,
      );
    });
    await remind(base.db, between);
    await remind(base.db, between);
    assert.deepEqual(
      (await messages(6)).map(({ kind }) => kind),
      ['booked', 'reminder'],
    );
  });
});

describe('The link that cancels', () => {
  test('is signed: a changed letter or another key is not ours', () => {
    const key = 'ab'.repeat(32);
    const link = {
      bookingId: world.patientOfB,
      patientId: world.patientOfC,
      expiresAt: start,
      nonce: '0011223344556677',
    };
    const text = writeLink(link, key);
    assert.deepEqual({ ...readLink(text, key), expiresAt: '' }, { ...link, expiresAt: '' });
    for (let place = 0; place < text.length; place += 1)
      assert.equal(
        readLink(`${text.slice(0, place)}${text[place] === 'A' ? 'B' : 'A'}${text.slice(place + 1)}`, key),
        undefined,
      );
    assert.equal(readLink(text, 'cd'.repeat(32)), undefined);
  });

  test('shows a button when it is opened, cancels once when that is pressed, and then nothing', async () => {
    await visit(7);
    const [one] = await messages(7);
    answer = taken(2);
    await send(one?.id ?? '');
    const link = linkIn((asked.at(-1)?.body['personalisation'] as { message: string }).message);
    const open = (method: 'GET' | 'POST') =>
      app.inject({
        method,
        url: `/cancel/${link}`,
        headers: { accept: 'text/html' },
        ...(method === 'POST' ? { payload: { still: 'no' } } : {}),
      });
    for (let times = 0; times < 3; times += 1) assert.equal((await open('GET')).statusCode, 200);
    const status = () =>
      standing<{ status: string }>(
        base.owner,
        sql`select status from access.booking where patient_id = ${world.patients[7]}`,
      );
    assert.deepEqual(await status(), [{ status: 'booked' }], 'opening it cancels nothing');
    assert.doesNotMatch((await open('GET')).body, /Given|Family/, 'it names nobody');
    assert.match((await open('POST')).body, /It is cancelled/);
    assert.deepEqual(await status(), [{ status: 'cancelled' }]);
    assert.equal((await open('POST')).statusCode, 410);
    assert.match((await open('GET')).body, /You cancelled it with this link before/);
    const altered = await app.inject({
      method: 'POST',
      url: `/cancel/${link.slice(0, -1)}${link.endsWith('A') ? 'Q' : 'A'}`,
      payload: {},
    });
    assert.equal(altered.statusCode, 410);
  });

  test('pressed many times at once cancels once, and tells nobody twice', async () => {
    await visit(8);
    const [one] = await messages(8);
    answer = taken(2);
    await send(one?.id ?? '');
    const link = linkIn((asked.at(-1)?.body['personalisation'] as { message: string }).message);
    const pressed = await Promise.all(
      [1, 2, 3, 4].map(() =>
        app.inject({
          method: 'POST',
          url: `/cancel/${link}`,
          headers: { accept: 'text/html' },
          payload: { still: 'no' },
        }),
      ),
    );
    assert.deepEqual(pressed.map(({ statusCode }) => statusCode).sort(), [200, 410, 410, 410]);
    assert.deepEqual(
      (await messages(8)).map(({ kind }) => kind),
      ['booked', 'cancelled'],
    );
  });
});
