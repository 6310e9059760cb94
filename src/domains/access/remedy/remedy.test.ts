import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gapsOf, middleOf, takerFor, type WorksThen } from './duty-gap.ts';
import { peopleAt, ranked, type Ask, type Risk } from './remedy.ts';
import { risksHeading, wordsFor } from './words.ts';

const now = Temporal.Instant.from('2026-07-20T06:34:00Z');
const at = (clock: string): Temporal.Instant => Temporal.Instant.from(`2026-07-20T${clock}:00+01:00`);

const places = (subject: string, affected: number): Risk => ({
  what: {
    ...{ kind: 'places', hostId: 'A', hostName: 'Elm Street', hubName: null, places: 26, sessions: 4 },
    parts: [{ sessionId: 's', from: 0, opensAt: '2026-07-21T08:00:00+01:00' }],
    of: [
      { name: 'Elm Street', requests: affected - 1 },
      { name: 'Mill Lane', requests: 1 },
    ],
  },
  ...{ subject, affected, promised: affected, consent: { practiceId: 'A', name: 'Elm Street' } },
});
const ask = (risk: Risk, change: Partial<Ask>): Ask => ({
  ...risk,
  ...{ id: 'a', state: 'asked', achieved: null, askedAt: at('07:34'), askedBy: 'Tom Bell' },
  ...{ answeredAt: null, answeredBy: null, note: '', doneAt: null, ...change },
});
const lost: Risk = {
  what: { kind: 'lost', of: [{ name: 'Elm Street', visits: 12 }], placed: 10 },
  ...{ subject: 'group', affected: 12, promised: 9, consent: null },
};

describe('What could go wrong', () => {
  test('stands by the people it affects: three, and the rest behind more', () => {
    const { shown, more } = ranked([places('a', 3), lost, places('b', 30), places('c', 7)], []);
    assert.deepEqual(
      [...shown, ...more].map(({ risk }) => risk.affected),
      [30, 12, 7, 3],
    );
    assert.deepEqual([shown.length, more.length], [3, 1]);
    assert.equal(peopleAt([...shown, ...more]), 52);
    const said = (unknown: boolean, people = 52): string => risksHeading({ rows: 4, people, unknown });
    assert.equal(said(false), '4 things could go wrong, for 52 people');
    assert.equal(said(true), '4 things could go wrong, for at least 52 people');
    assert.equal(said(true, 0), '4 things could go wrong; for how many people is not known');
  });

  test('is not offered again while it is asked for or was declined, and is where its ask came to nothing else', () => {
    const risk = places('a', 5);
    for (const [state, rows] of [
      ['asked', 1],
      ['agreed', 1],
      ['declined', 1],
      ['withdrawn', 2],
      ['done', 2],
      ['gone', 2],
    ] as const)
      assert.equal(ranked([risk], [ask(risk, { state })]).shown.length, rows, state);
  });

  test('settled stays to be seen after what still needs somebody, and counts nobody any more', () => {
    const { shown } = ranked([lost], [ask(places('a', 30), { state: 'done', achieved: 26 })]);
    assert.deepEqual(
      shown.map((row) => row.ask?.state),
      [undefined, 'done'],
    );
    assert.equal(peopleAt(shown), 12);
  });

  test('says what is done, what it comes to and whose consent it needs', () => {
    const words = wordsFor({ risk: places('a', 9) }, now);
    assert.equal(words.title, 'Elm Street keeps 26 places back while 9 people wait');
    assert.equal(words.tag.words, 'Opens tomorrow 08:00');
    assert.equal(words.meta, 'Patients of Elm Street (8) and Mill Lane (1)');
    assert.equal(words.press, 'Ask Elm Street to open 26');
    const own = wordsFor({ risk: { ...places('a', 9), consent: null } }, now);
    assert.equal(own.press, 'Open 26 places now');
    assert.equal(wordsFor({ risk: lost }, now).press, 'Give 10 another place');
    assert.match(wordsFor({ risk: lost }, now).effect, /9 visits in time\. Each patient must still be told/);
  });

  test('says who asked, who agreed and what came of it', () => {
    const risk = places('a', 9);
    const said = (change: Partial<Ask>): string | undefined =>
      wordsFor({ risk, ask: ask(risk, change) }, now).became?.says;
    const answered = { answeredAt: at('07:41'), answeredBy: 'Ruth Penhallow' };
    assert.equal(said({}), 'Asked 07:34 by Tom Bell. Elm Street has not answered.');
    assert.equal(
      said({ ...answered, state: 'done', achieved: 26 }),
      'Asked 07:34 by Tom Bell, agreed 07:41 by Ruth Penhallow: 26 places open.',
    );
    assert.equal(
      said({ ...answered, state: 'declined', note: 'Kept for the clinic' }),
      'Asked 07:34 by Tom Bell, declined 07:41 by Ruth Penhallow: “Kept for the clinic”.',
    );
    assert.match(said({ ...answered, state: 'gone', achieved: 0 }) ?? '', /too late.*nothing was changed/);
  });
});

describe('Hours in which nobody is on duty', () => {
  const practice = { id: 'A', name: 'Elm Street', hubId: 'H' };
  const hours = { startsAt: at('08:00'), endsAt: at('18:30') };
  const works = (clinicianId: string, change: Partial<WorksThen>): WorksThen => ({
    ...{ clinicianId, name: clinicianId, practiceId: 'C', hubId: null, homeId: 'C', homeName: 'Corn Hill' },
    ...{ startsAt: at('12:00'), endsAt: at('18:00'), ...change },
  });

  test('are those no level covers', () => {
    const duty = (level: 'practice' | 'hub' | 'group', from: string, to: string) => ({
      ...{ level, practiceId: level === 'practice' ? 'A' : null, hubId: level === 'hub' ? 'H' : null },
      ...{ startsAt: at(from), endsAt: at(to) },
    });
    const gaps = gapsOf(practice, hours, [
      duty('practice', '08:00', '12:00'),
      duty('hub', '11:00', '13:00'),
      duty('group', '17:00', '20:00'),
    ]);
    assert.deepEqual(
      gaps.map((gap) => [gap.startsAt.toString(), gap.endsAt.toString()]),
      [[at('13:00').toString(), at('17:00').toString()]],
    );
  });

  test('are taken by somebody of the practice, else of its hub, else of the group, for the time they work', () => {
    const gap = { practice, startsAt: at('13:00'), endsAt: at('18:30') };
    const own = works('own', { practiceId: 'A', hubId: 'H', endsAt: at('14:00') });
    const hub = works('hub', { practiceId: 'B', hubId: 'H' });
    const far = works('far', { endsAt: at('18:30') });
    const gone = works('gone', { practiceId: 'A', endsAt: at('12:30') });
    assert.equal(takerFor(gap, [far, hub, own, gone])?.clinicianId, 'own');
    const taker = takerFor(gap, [far, hub, gone]);
    assert.deepEqual(
      [taker?.clinicianId, taker?.near, taker?.startsAt.toString(), taker?.endsAt.toString()],
      ['hub', 'hub', at('13:00').toString(), at('18:00').toString()],
    );
    assert.equal(takerFor(gap, [gone]), undefined);
  });

  test('affect as many as usually ask then; where nothing is known it is not a number', () => {
    assert.equal(middleOf([]), null);
    assert.equal(middleOf([4, 90, 6]), 6);
    assert.equal(middleOf([4, 8, 5, 90]), 7);
  });
});
