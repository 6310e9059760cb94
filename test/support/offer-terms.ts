import type { AppointmentKind } from '#domains/access/plan.ts';
import type { OfferPolicy } from '#domains/access/offer/policy.ts';

const kind = (
  code: string,
  [urgent, routine]: readonly [number | null, number | null],
  more: Partial<AppointmentKind> = {},
) => ({
  ...{ code, name: code, says: code, takesPatients: urgent !== null || routine !== null, urgent, routine },
  ...{ forNeed: null, programs: false, ...more },
});

/** Weights and kinds of appointment as they ship, for tests of the pure core. */
export const offerTerms: { policy: OfferPolicy; kinds: ReadonlyMap<string, AppointmentKind> } = {
  policy: {
    ...{ version: 1, continuity: 10, continuityOtherwise: 2, teamShare: 0.6, seenShare: 0.5, rolePlace: 1.5 },
    ...{ scarcity: 4, mile: 0.3, elsewhere: 0.5, unmet: 5, load: 0.5, keptFor: 0.05 },
    ...{ mostMiles: 12, mostPractices: 35, daysAhead: 42 },
  },
  kinds: new Map(
    [
      kind('pre_bookable', [3, 1], { programs: true }),
      kind('on_the_day', [1, null]),
      kind('duty', [2, null]),
      kind('telephone_list', [3, 1]),
      kind('direct_111', [null, null], { takesPatients: true, programs: true }),
      kind('enhanced_access', [3, 1]),
      kind('care_cohort', [null, 0], { forNeed: 'care_cohort' }),
      kind('supervision', [null, null]),
      kind('blocked', [null, null]),
    ].map((one) => [one.code, one]),
  ),
};
