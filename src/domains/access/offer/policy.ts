/** What offers are ranked by, in days of waiting each is worth; a version of data with a source (access.offer_policy). */
export interface OfferPolicy {
  readonly version: number;
  /** Seeing the usual GP, for a need in which it matters and for every other. */
  readonly continuity: number;
  readonly continuityOtherwise: number;
  /** What the GP's micro-team, and somebody seen before, count of that. */
  readonly teamShare: number;
  readonly seenShare: number;
  /** Each place further down the protocol's roles, and a role of scarcity 100. */
  readonly rolePlace: number;
  readonly scarcity: number;
  readonly mile: number;
  readonly elsewhere: number;
  /** Each place further down the patient's ways of being seen. */
  readonly unmet: number;
  /** A clinician whose day is full. */
  readonly load: number;
  /** Each place further down the kinds of appointment for the need. */
  readonly keptFor: number;
  /** The travel bound, and how far is looked. */
  readonly mostMiles: number;
  readonly mostPractices: number;
  readonly daysAhead: number;
}

/** What of a place, besides its time, counts for or against it. */
export interface Weighed {
  readonly continuity: boolean;
  readonly ownGp: boolean;
  readonly known: 'team' | 'seen' | null;
  readonly rolePlace: number;
  readonly scarcity: number;
  readonly travels: boolean;
  readonly ownPractice: boolean;
  readonly miles: number | null;
  readonly needsUnmet: number;
  readonly load: number;
  readonly keptOrder: number;
}

/** What stands against a place, in days of waiting: continuity foregone, the scarcity of the role, distance, needs and load. */
export function costOf(policy: OfferPolicy, place: Weighed): number {
  const worth = place.continuity ? policy.continuity : policy.continuityOtherwise;
  const knows = place.ownGp
    ? 1
    : place.known === 'team'
      ? policy.teamShare
      : place.known === 'seen'
        ? policy.seenShare
        : 0;
  const far = place.travels
    ? policy.mile * (place.miles ?? (place.ownPractice ? 0 : policy.mostMiles)) +
      (place.ownPractice ? 0 : policy.elsewhere)
    : 0;
  return (
    worth * (1 - knows) +
    policy.rolePlace * place.rolePlace +
    (policy.scarcity * place.scarcity) / 100 +
    far +
    policy.unmet * place.needsUnmet +
    policy.load * place.load +
    policy.keptFor * place.keptOrder
  );
}
