import type { Extension } from '@medplum/fhirtypes';

const channels: Readonly<Record<string, string>> = {
  face_to_face: 'In-person',
  home_visit: 'In-person',
  telephone: 'Telephone',
  video: 'Video',
};

/** How somebody is seen, as UK Core says it (CodeSystem UKCore-DeliveryChannel). */
export function channelOf(mode: string): Extension {
  const url = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-DeliveryChannel';
  return { url, valueCode: channels[mode] ?? 'In-person' };
}
