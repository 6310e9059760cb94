import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lastVisitsWords, myDay, whyYou, type DayFacts, type DayVisit } from './my-day.ts';

const at = (clock: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(`2026-11-23T${clock}`).toZonedDateTime('Europe/London').toInstant();
const visit = (id: string, [start, end]: readonly [string, string], more: Partial<DayVisit> = {}): DayVisit => ({
  id,
  kind: 'ordinary',
  status: 'booked',
  startsAt: at(start),
  endsAt: at(end),
  windowFrom: null,
  windowUntil: null,
  startedAt: null,
  finishedAt: null,
  ...more,
});
const morning = {
  startsAt: at('09:00').epochMilliseconds,
  endsAt: at('11:00').epochMilliseconds,
  slotMinutes: 15,
  booked: [] as [number, number][],
  mode: 'telephone',
};
const facts: DayFacts = {
  visits: [
    visit('a', ['09:00', '09:15'], { status: 'attended', startedAt: at('09:00'), finishedAt: at('09:14') }),
    visit('b', ['09:15', '09:30'], { status: 'did_not_attend' }),
    visit('c', ['09:30', '09:45']),
    visit('d', ['10:00', '10:15']),
  ],
  sessions: [morning],
  takesPatients: new Set(['pre_bookable']),
  contacts: 4,
  limit: 6,
  stopped: false,
  now: at('09:28'),
};

describe('My day', () => {
  test('says who has been seen, who is next and who is still to come', () => {
    const day = myDay(facts);
    assert.deepEqual([...day.stands.values()], ['seen', 'did-not-attend', 'next', 'to-come']);
    assert.deepEqual([day.seen, day.missed, day.toCome, day.behind], [1, 1, 2, 0]);
    assert.equal(String(day.finishAbout), String(at('10:15')));
  });

  test('leaves out of what is free the time that its plan keeps from patients, or does not open yet', () => {
    const part = (kind: string, from: number, more: object = {}) => ({
      ...{ kind, from, to: from + 30, minutes: 15, places: 1 },
      ...more,
    });
    const plan = [
      part('pre_bookable', 30),
      part('supervision', 60),
      part('pre_bookable', 90, { opensAt: String(at('10:00')) }),
    ];
    const booked = [[at('09:30').epochMilliseconds, at('09:45').epochMilliseconds]] as const;
    const day = myDay({ ...facts, sessions: [{ ...morning, plan, booked }], limit: 20 });
    assert.equal(day.free, 1);
  });

  test('is behind by what the visit under way runs over, and ends so much later', () => {
    const visits = facts.visits.map((one) => (one.id === 'c' ? { ...one, startedAt: at('09:32') } : one));
    const day = myDay({ ...facts, visits, now: at('09:57') });
    assert.equal(day.stands.get('c'), 'now');
    assert.equal(day.stands.get('d'), 'to-come');
    assert.equal(day.behind, 12);
    assert.equal(String(day.finishAbout), String(at('10:27')));
  });

  test('is behind by what the next should have begun before', () => {
    assert.equal(myDay({ ...facts, now: at('09:40') }).behind, 10);
  });

  test('offers no more places than the limit leaves, none once routine is stopped, none without a limit', () => {
    assert.equal(myDay(facts).free, 2);
    assert.equal(myDay({ ...facts, limit: 4 }).free, 0);
    assert.equal(myDay({ ...facts, contacts: 5, limit: 4 }).free, 0);
    assert.equal(myDay({ ...facts, stopped: true }).free, 0);
    assert.equal(myDay({ ...facts, limit: null }).free, 0);
    assert.equal(myDay({ ...facts, limit: 30 }).free, 6);
  });

  test('ends at no time where nobody is left', () => {
    assert.equal(myDay({ ...facts, visits: facts.visits.slice(0, 2) }).finishAbout, null);
  });

  test('says why it is this clinician', () => {
    const known = { ownPatient: false, visits: 8, visitsWithMe: 6, kind: 'ordinary', their: 'her' } as const;
    assert.equal(whyYou(known), '6 of her last 8 visits');
    assert.equal(whyYou({ ...known, visits: 1, visitsWithMe: 1 }), 'You saw her last visit');
    assert.equal(whyYou({ ...known, visitsWithMe: 0, ownPatient: true }), 'Your own patient');
    assert.equal(whyYou({ ...known, visitsWithMe: 0 }), 'First time with you');
    assert.equal(whyYou({ ...known, visits: 0, visitsWithMe: 0 }), 'No visit known here yet');
    assert.equal(whyYou({ ...known, kind: 'overflow' }), 'Urgent, beyond the limit');
  });
});

void test('visits with the usual GP are told in words, one visit as one', () => {
  const words = (withUsual: number, visits: number) => lastVisitsWords({ visits, withUsual }, 'his');
  assert.equal(words(0, 0), 'No visits known here');
  assert.equal(words(0, 1), 'Not seen at his last visit');
  assert.equal(words(1, 1), 'Seen at his last visit');
  assert.equal(words(0, 7), 'None of his last 7 visits');
  assert.equal(words(5, 7), '5 of his last 7 visits');
});
