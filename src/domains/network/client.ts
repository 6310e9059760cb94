/** What a connected program may do through FHIR, in words for whoever allows it. */
const fhirScopes: Readonly<Record<string, string>> = {
  'system/Organization.read': 'Practices and the group',
  'system/Location.read': 'Places where patients are seen',
  'system/HealthcareService.read': 'What practices offer to be booked',
  'system/PractitionerRole.read': 'Who works where and as what, never when',
  'system/Schedule.read': 'Sessions: who works when',
  'system/Slot.read': 'Free times, with their sessions',
  'system/Patient.read': 'One patient by NHS number: name, sex and birth date',
  'system/Appointment.read': 'Appointments of one patient',
  'system/Appointment.write': 'Booking, changing and cancelling appointments, also by message (BaRS)',
};

/** What it may do through the JSON interface. */
export const apiScopes: Readonly<Record<string, string>> = {
  'requests.write': 'Putting patients’ requests into the queue, and how those stand',
  'requests.read': 'How the requests stand that this program sent',
  'day.read': 'How hard-pressed practices are: counts, no patients',
};

/** What a connected program may be allowed. */
export const scopes: Readonly<Record<string, string>> = { ...fhirScopes, ...apiScopes };
