import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answeredAt, arrivalsOf } from './arriving.ts';
import { arriving } from './parameters.ts';

const tuesday = Temporal.Instant.from('2026-11-24T10:15:00Z');
const hourOf = (at: Temporal.Instant): number => at.toZonedDateTimeISO('Europe/London').hour;

describe('What comes in on a day of the demonstration', () => {
  const planned = arrivalsOf(tuesday, 1);

  test('is the same for the same day and seed, whatever the hour, and another for another', () => {
    assert.deepEqual(arrivalsOf(Temporal.Instant.from('2026-11-24T22:00:00Z'), 1), planned);
    assert.notDeepEqual(arrivalsOf(tuesday, 2), planned);
    assert.notDeepEqual(arrivalsOf(tuesday.add({ hours: 24 }), 1), planned);
  });

  test('follows the published hours: one every minute or two in core hours, hardly any at night', () => {
    const core = planned.filter(({ at }) => hourOf(at) >= 8 && hourOf(at) < 18);
    const night = planned.filter(({ at }) => hourOf(at) < 5);
    assert.equal(planned.length, arriving.onWorkingDay);
    assert.ok(core.length / 600 > 0.4 && core.length / 600 < 1.2, `${core.length} in ten hours`);
    assert.ok(night.length <= 20, `${night.length} at night`);
  });

  test('has some from 111 and a red flag now and then', () => {
    const share = (count: number): number => count / planned.length;
    const from111 = share(planned.filter(({ channel }) => channel === '111').length);
    const dangers = share(planned.filter(({ danger }) => danger).length);
    assert.ok(from111 > 0.02 && from111 < 0.12);
    assert.ok(dangers > 0.005 && dangers < 0.05);
  });

  test('is less on a Sunday', () => {
    assert.equal(arrivalsOf(Temporal.Instant.from('2026-11-22T10:15:00Z'), 1).length, arriving.onOtherDay);
  });

  test('is answered some time later and between morning and evening, that of the night in the morning', () => {
    for (const { at, key } of planned) {
      const answered = answeredAt(at, key);
      assert.ok(answered.epochMilliseconds - at.epochMilliseconds >= 20 * 60_000);
      assert.ok(hourOf(answered) >= 8 && hourOf(answered) < 20, `${String(at)} answered at ${String(answered)}`);
    }
    assert.equal(
      answeredAt(Temporal.Instant.from('2026-11-24T23:30:00Z'), 'x').toString().slice(0, 13),
      '2026-11-25T08',
    );
  });
});
