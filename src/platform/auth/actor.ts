/** Who acts, in which role and for which organisation; a transaction cannot begin without one. */
export interface Actor {
  readonly personId: string | null;
  readonly name: string;
  readonly roleHeldId: string | null;
  readonly role: string;
  readonly groupId: string | null;
  /** The one practice the role is held at, or null where it is held for the hub or the whole group. */
  readonly practiceId: string | null;
  /** The connected program that acts, where it is one. */
  readonly clientId?: string;
  /** The patient who acts for themself or for those they act for, where it is one: they hold no role. */
  readonly patientId?: string;
}

/** The program itself, in one group or (null) where only unscoped data is touched; `name` says which part of it. */
export function systemActor(name: string, groupId: string | null = null): Actor {
  return { personId: null, name, roleHeldId: null, role: 'system', groupId, practiceId: null };
}
