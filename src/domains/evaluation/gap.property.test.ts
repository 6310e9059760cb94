import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { england } from '#kernel/working-day.ts';
import { gap, type GapFigures, type GapInput } from './gap.ts';

const pattern = { daysPerWeek: 4.5, weeksPerYear: 44 };
const hubs = [null, { code: 'U1', name: 'One' }, { code: 'U2', name: 'Two' }] as const;

const hundredths = (most: number) => fc.integer({ min: 0, max: most * 100 }).map((n) => n / 100);
const practice: fc.Arbitrary<GapInput> = fc.record({
  code: fc.stringMatching(/^[A-Z]\d{5}$/),
  name: fc.constant('A practice'),
  hub: fc.constantFrom(...hubs),
  list: fc.option(fc.integer({ min: 100, max: 40_000 })),
  appointments: fc.option(
    fc.record({
      month: fc.integer({ min: 1, max: 12 }).map((month) => Temporal.PlainDate.from({ year: 2025, month, day: 1 })),
      total: fc.integer({ min: 1, max: 30_000 }),
    }),
  ),
  gpShare: fc.option(
    fc.record({ value: fc.double({ min: 0.01, max: 1, noNaN: true }), source: fc.constant('generated') }),
  ),
  fte: fc.option(
    fc.record({
      permanent: hundredths(30),
      locumAndTrainee: hundredths(15),
    }),
  ),
});
const practices = fc.array(practice, { maxLength: 12 });
const limit = fc.integer({ min: 10, max: 40 });
const share = (value: number) => ({ value, source: 'given' });
const close = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));

const everywhere = (result: ReturnType<typeof gap>): GapFigures[] => [
  ...result.byPractice,
  ...result.byHub,
  result.total,
];

test('counting every GP never shows more than counting permanent ones', () => {
  fc.assert(
    fc.property(practices, limit, (given, atLimit) => {
      for (const { contactsPerGpDay, beyondSafePerWeek } of everywhere(
        gap(given, { limit: atLimit, calendar: england, pattern }),
      )) {
        for (const { low, high } of [contactsPerGpDay, beyondSafePerWeek])
          if (low !== null && high !== null) assert.ok(low <= high + 1e-9);
      }
    }),
  );
});

test('a greater share is never further within, and a greater limit never further beyond', () => {
  fc.assert(
    fc.property(practices, fc.double({ min: 0.01, max: 0.5, noNaN: true }), limit, (given, at, atLimit) => {
      const run = (value: number, top: number) =>
        gap(given, { limit: top, calendar: england, pattern, share: share(value) }).total;
      const [base, more, looser] = [run(at, atLimit), run(at * 2, atLimit), run(at, atLimit + 1)];
      if (base.beyondSafePerWeek.low === null) return;
      assert.ok(more.beyondSafePerWeek.low! >= base.beyondSafePerWeek.low);
      assert.ok(more.contactsPerGpDay.low! >= base.contactsPerGpDay.low!);
      assert.ok(looser.beyondSafePerWeek.low! <= base.beyondSafePerWeek.low);
      assert.ok(looser.beyondSafePerWeek.high! <= base.beyondSafePerWeek.high!);
    }),
  );
});

test('the hubs add up to the group', () => {
  fc.assert(
    fc.property(practices, limit, (given, atLimit) => {
      const { byHub, total } = gap(given, { limit: atLimit, calendar: england, pattern });
      const counted = byHub.filter((hub) => hub.practicesCounted > 0);
      const add = (of: (figures: GapFigures) => number | null) => counted.reduce((so, hub) => so + (of(hub) ?? 0), 0);
      assert.equal(
        byHub.reduce((so, hub) => so + hub.practices, 0),
        given.length,
      );
      assert.equal(
        counted.reduce((so, hub) => so + hub.practicesCounted, 0),
        total.practicesCounted,
      );
      for (const of of [
        (f: GapFigures) => f.list,
        (f: GapFigures) => f.deliveredPerWeek,
        (f: GapFigures) => f.gpFteAll,
        (f: GapFigures) => f.safePerWeek.permanent,
        (f: GapFigures) => f.beyondSafePerWeek.low,
      ])
        assert.ok(close(add(of), of(total) ?? 0));
    }),
  );
});

test('at the share where it turns, contacts equal the limit', () => {
  fc.assert(
    fc.property(practice, limit, (given, atLimit) => {
      const assumptions = { limit: atLimit, calendar: england, pattern };
      const { turnsAtShare } = gap([given], assumptions).byPractice[0]!;
      if (turnsAtShare.low !== null)
        assert.ok(
          close(
            gap([given], { ...assumptions, share: share(turnsAtShare.low) }).byPractice[0]!.contactsPerGpDay.low!,
            atLimit,
          ),
        );
      if (turnsAtShare.high !== null)
        assert.ok(
          close(
            gap([given], { ...assumptions, share: share(turnsAtShare.high) }).byPractice[0]!.contactsPerGpDay.high!,
            atLimit,
          ),
        );
    }),
  );
});

test('nothing that is not known is shown as a number, and nothing known is lost', () => {
  fc.assert(
    fc.property(practices, (given) => {
      const { byPractice, total } = gap(given, { limit: 23, calendar: england, pattern });
      byPractice.forEach((one, index) => {
        const from = given[index]!;
        assert.equal(one.deliveredPerWeek === null, from.appointments === null);
        assert.equal(one.gpFteAll === null, from.fte === null);
        assert.equal(one.list, from.list);
      });
      assert.equal(total.practicesCounted, byPractice.filter((one) => one.missing.length === 0).length);
      if (total.practicesCounted === 0) assert.equal(total.beyondSafePerWeek.low, null);
    }),
  );
});
