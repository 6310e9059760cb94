import { err, ok, type Result } from '#kernel/result.ts';

/** Where a role is held: at one practice, for one hub, or for the whole group. */
export interface RolePlace {
  readonly practiceId: string | null;
  readonly hubId: string | null;
}

/** Why a role cannot be given, or ended, so. */
export type RoleRefused =
  | { readonly kind: 'role-needs-practice'; readonly role: string }
  | { readonly kind: 'role-is-the-groups'; readonly role: string }
  | { readonly kind: 'role-not-for-hub'; readonly role: string }
  | { readonly kind: 'one-place-only' };

const practiceOnly = ['practice_manager', 'partner'];
const groupOnly = ['operations', 'administrator'];
const hubRoles = ['navigator', 'clinician'];

/** Accepts a role for the place it is meant to be held at; practice managers and partners answer for one practice. */
export function checkRolePlace(role: string, place: RolePlace): Result<RolePlace, RoleRefused> {
  if (place.practiceId !== null && place.hubId !== null) return err({ kind: 'one-place-only' });
  if (practiceOnly.includes(role) && place.practiceId === null) return err({ kind: 'role-needs-practice', role });
  if (groupOnly.includes(role) && (place.practiceId !== null || place.hubId !== null))
    return err({ kind: 'role-is-the-groups', role });
  if (place.hubId !== null && !hubRoles.includes(role)) return err({ kind: 'role-not-for-hub', role });
  return ok(place);
}
