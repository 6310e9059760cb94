import type { FhirKind } from '#platform/fhir/kind.ts';
import { scheduleKind } from './schedule.ts';
import { slotKind } from './slot.ts';

/** Sessions and their slots, as FHIR has them. */
export const accessKinds: readonly FhirKind[] = [scheduleKind, slotKind];
