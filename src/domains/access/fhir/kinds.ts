import type { FhirKind } from '#platform/fhir/kind.ts';
import { appointmentKind } from './appointment.ts';
import { scheduleKind } from './schedule.ts';
import { slotKind } from './slot.ts';

/** Sessions, their slots and appointments, as FHIR has them. */
export const accessKinds: readonly FhirKind[] = [scheduleKind, slotKind, appointmentKind];
