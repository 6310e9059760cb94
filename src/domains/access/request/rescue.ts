import { aidOf } from '../red-flag/aid/all.ts';
import type { InPlaceOf999 } from '../red-flag/aid/aid.ts';
import type { RedFlagCategoryId } from '../red-flag/category.ts';

/** What 999 sends, as it is said. */
const sent = {
  ambulance: 'the ambulance',
  police: 'the police',
  'ambulance-and-police': 'an ambulance and the police',
} as const;

/** Who must hear of it at once: what 999 sends, the service that replaces it, or the duty doctor. */
export type Rescue = keyof typeof sent | InPlaceOf999 | 'doctor';

/** Whether 999 sends it. */
export function by999(rescue: Rescue): rescue is keyof typeof sent {
  return rescue in sent;
}

/** An ambulance where dangers need different services, and wherever one of them has no other; beside it the police where somebody threatens. */
export function rescueOf(
  raised: readonly { readonly level: string; readonly category: { readonly id: RedFlagCategoryId } }[],
): Rescue {
  const grave = raised.filter(({ level }) => level === '999');
  if (grave.length === 0) return 'doctor';
  const aids = grave.map(({ category }) => aidOf(category.id));
  const hurt = aids.filter(({ police }) => !police);
  if (hurt.length === 0) return 'police';
  if (hurt.length < aids.length) return 'ambulance-and-police';
  const services = new Set(hurt.map(({ inPlaceOf999 }) => inPlaceOf999 ?? 'ambulance'));
  const [only] = services;
  return only !== undefined && services.size === 1 ? only : 'ambulance';
}

/** Whom to ask 999 for where nobody is reached: an ambulance unless it is the police. */
export function sentFor(rescue: Rescue): string {
  return by999(rescue) ? sent[rescue] : sent.ambulance;
}

/** Whom 999 is asked to send where the person of these flags is not reached. */
export function sendsFor(flags: Parameters<typeof rescueOf>[0]): string {
  return sentFor(rescueOf(flags));
}
