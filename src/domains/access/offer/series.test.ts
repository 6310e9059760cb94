import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { offerTerms } from '../../../../test/support/offer-terms.ts';
import { openings, type CandidateSession, type OfferContext, type Opening } from './opening.ts';
import { seriesDays, seriesPlaces } from './series.ts';

const at = (when: string): number =>
  Temporal.PlainDateTime.from(when).toZonedDateTime('Europe/London').epochMilliseconds;
const session = (day: string, more: Partial<CandidateSession> = {}): CandidateSession => ({
  ...{
    id: `${day} ${more.clinicianId ?? 'c'}`,
    clinicianId: 'c',
    clinicianName: 'Nurse Ade',
    role: 'nurse',
    roleName: 'Nurse',
  },
  ...{ practiceId: 'P', placeName: 'Here', point: null, stepFree: null, mode: 'face_to_face', day },
  ...{ contacts: 0, limit: 25, startsAt: at(`${day}T09:00`), endsAt: at(`${day}T12:00`), slotMinutes: 15, booked: [] },
  ...more,
});
const contextFrom = (now: string): OfferContext => ({
  ...offerTerms,
  now: at(now),
  need: {
    ...{
      roles: ['nurse'],
      modes: ['face_to_face'],
      minutes: 15,
      dueBy: at(now),
      mustBeInTime: false,
      continuity: false,
    },
  },
  patient: { practiceId: 'P', usualGpId: null, point: null, needs: [], forOther: false },
});
function firstAt(when: string): { first: Opening; context: OfferContext } {
  const context = contextFrom(`${when.slice(0, 10)}T07:00`);
  const first = openings([session(when.slice(0, 10))], context).find(({ startsAt }) => startsAt === at(when));
  return { first: first ?? assert.fail('no such place'), context };
}
const clock = (one: Opening | undefined): string =>
  one === undefined
    ? 'none'
    : Temporal.Instant.fromEpochMilliseconds(one.startsAt)
        .toZonedDateTimeISO('Europe/London')
        .toPlainDateTime()
        .toString({ smallestUnit: 'minute' });

describe('A series', () => {
  test('falls on the same weekday, a bank holiday put off to the next working day', () => {
    const { first } = firstAt('2026-12-11T10:00');
    const days = seriesDays({ first, times: 4, everyDays: 7 });
    assert.deepEqual(
      days.map(({ day }) => day.toString()),
      ['2026-12-11', '2026-12-18', '2026-12-29', '2027-01-04'],
      'Christmas Day, then the weekend and the Monday that stands for Boxing Day; New Year’s Day, then a weekend',
    );
    assert.match(days[2]?.movedFrom?.why ?? '', /Christmas/);
  });

  test('of every day leaves weekends out, and no day comes twice', () => {
    const { first } = firstAt('2026-11-26T10:00');
    const days = seriesDays({ first, times: 5, everyDays: 1 }).map(({ day }) => day.toString());
    assert.deepEqual(days, ['2026-11-26', '2026-11-27', '2026-11-30', '2026-12-01', '2026-12-02']);
  });

  test('that begins on a Saturday stays on Saturdays', () => {
    const { first } = firstAt('2026-11-28T10:00');
    const days = seriesDays({ first, times: 2, everyDays: 7 }).map(({ day }) => day.toString());
    assert.deepEqual(days, ['2026-11-28', '2026-12-05']);
  });

  test('keeps the time of day when the clocks go back and forward', () => {
    for (const [begins, next] of [
      ['2026-10-20', '2026-10-27'],
      ['2027-03-23', '2027-03-30'],
    ] as const) {
      const { first, context } = firstAt(`${begins}T10:30`);
      const [, second] = seriesPlaces(
        { first, times: 2, everyDays: 7, leeway: 0 },
        { sessions: [session(next)], context },
      );
      assert.equal(clock(second?.opening), `${next}T10:30`);
    }
  });

  test('has the same clinician before the same time, and a neighbouring day only where it will do', () => {
    const { first, context } = firstAt('2026-11-24T10:30');
    const sessions = [
      session('2026-12-01', { booked: [[at('2026-12-01T10:30'), at('2026-12-01T10:45')]] }),
      session('2026-12-01', { clinicianId: 'd' }),
      session('2026-12-09'),
    ];
    const terms = { first, times: 3, everyDays: 7, leeway: 0 };
    const strict = seriesPlaces(terms, { sessions, context }).map(({ opening }) => clock(opening));
    assert.deepEqual(strict, ['2026-11-24T10:30', '2026-12-01T10:15', 'none']);
    const wide = seriesPlaces({ ...terms, leeway: 2 }, { sessions, context }).map(({ opening }) => clock(opening));
    assert.deepEqual(wide, ['2026-11-24T10:30', '2026-12-01T10:15', '2026-12-09T10:30']);
  });

  test('takes no place of a clinician at the limit, and any time of a day with one place left', () => {
    const { first, context } = firstAt('2026-11-24T11:45');
    const full = session('2026-12-01', { contacts: 25 });
    const nearly = session('2026-12-08', { contacts: 24 });
    const found = seriesPlaces({ first, times: 3, everyDays: 7, leeway: 0 }, { sessions: [full, nearly], context });
    assert.deepEqual(
      found.map(({ opening }) => clock(opening)),
      ['2026-11-24T11:45', 'none', '2026-12-08T11:45'],
    );
  });
});
