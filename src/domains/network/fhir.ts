import type { HealthcareService, Location, Organization, Reference } from '@medplum/fhirtypes';
import { ok } from '#kernel/result.ts';
import { transaction } from '#platform/db/transaction.ts';
import type { Asked, FhirKind, Found } from '#platform/fhir/kind.ts';
import { followed, idOf, tokenOf } from '#platform/fhir/search.ts';
import { actingGroup, openPlaces, type OpenPlace } from './queries/places.ts';

/** ODS codes, as NHS England names their system. */
const odsSystem = 'https://fhir.nhs.uk/Id/ods-organization-code';

const isPractice = (place: OpenPlace): boolean => place.id === place.practiceId;

const organizationOf = ({ id, name, address, postcode }: OpenPlace): Organization => ({
  resourceType: 'Organization',
  id,
  identifier: [{ system: odsSystem, value: id }],
  active: true,
  name,
  ...(address === null && postcode === null ? {} : { address: [addressOf({ address, postcode })] }),
});

const groupOf = ({ id, name }: { id: string; name: string }): Organization => ({
  resourceType: 'Organization',
  ...{ id, active: true, name },
});

function addressOf({ address, postcode }: Pick<OpenPlace, 'address' | 'postcode'>) {
  return { ...(address === null ? {} : { text: address }), ...(postcode === null ? {} : { postalCode: postcode }) };
}

function locationOf(place: OpenPlace): Location {
  const { id, practiceId, name, address, postcode, latitude, longitude, stepFree } = place;
  return {
    ...{ resourceType: 'Location', id, status: 'active', name, mode: 'instance' },
    ...(stepFree ? { description: 'Step-free access' } : {}),
    ...(address === null && postcode === null ? {} : { address: addressOf({ address, postcode }) }),
    ...(latitude === null || longitude === null ? {} : { position: { latitude, longitude } }),
    managingOrganization: { reference: `Organization/${practiceId}` },
    ...(isPractice(place) ? {} : { partOf: { reference: `Location/${practiceId}` } }),
  };
}

function serviceOf(practice: OpenPlace, places: readonly OpenPlace[]): HealthcareService {
  return {
    ...{ resourceType: 'HealthcareService', id: practice.id, active: true },
    identifier: [{ system: odsSystem, value: practice.id }],
    providedBy: { reference: `Organization/${practice.id}` },
    name: `Appointments at ${practice.name}`,
    type: [{ text: 'General practice' }],
    location: places
      .filter(({ practiceId }) => practiceId === practice.id)
      .map(({ id, name }) => ({ reference: `Location/${id}`, display: name })),
  };
}

const placesFor = (asked: Asked, ids?: readonly string[]): Promise<OpenPlace[]> =>
  transaction(asked.context, (tx) => openPlaces(tx, ids));

const groupFor = (asked: Asked) => transaction(asked.context, (tx) => actingGroup(tx));

function found<T extends Organization | Location | HealthcareService>(
  matches: readonly T[],
  params: URLSearchParams,
  names: readonly string[],
): { ok: true; value: Found } {
  return ok({ matches, total: matches.length, followed: followed(params, names) });
}

/** Whether a place of a practice answers to what a search asks of its practice; what is not asked holds. */
function ofPractice(params: URLSearchParams, name: string): (place: OpenPlace) => boolean {
  const asked = params.get(name);
  if (asked === null) return () => true;
  return ({ practiceId }) => practiceId === idOf(asked, 'Organization');
}

function byIdentifier(params: URLSearchParams): (place: OpenPlace) => boolean {
  const asked = params.get('identifier');
  if (asked === null) return () => true;
  const { system, value } = tokenOf(asked);
  return ({ practiceId }) => (system === undefined || system === odsSystem) && practiceId === value;
}

const identifier = {
  name: 'identifier',
  type: 'token',
  documentation: `The ODS code, as ${odsSystem}|CODE`,
} as const;

const organizations: FhirKind = {
  type: 'Organization',
  readScopes: ['system/Organization.read'],
  documentation: 'The practices that have joined hub booking, by ODS code, and the group by its own id.',
  params: [identifier],
  read: async (asked, ids) => {
    const group = await groupFor(asked);
    const practices = (await placesFor(asked, ids)).filter(isPractice).map(organizationOf);
    return [...(group && ids.includes(group.id) ? [groupOf(group)] : []), ...practices];
  },
  search: async (asked, params) => {
    const practices = (await placesFor(asked)).filter(isPractice).filter(byIdentifier(params));
    const group = params.has('identifier') ? undefined : await groupFor(asked);
    return found([...(group ? [groupOf(group)] : []), ...practices.map(organizationOf)], params, ['identifier']);
  },
};

const locations: FhirKind = {
  type: 'Location',
  readScopes: ['system/Location.read'],
  documentation: 'Where patients are seen: a practice by its ODS code, a branch site by its own id.',
  params: [{ name: 'organization', type: 'reference', documentation: 'The practice it belongs to' }],
  includes: { 'Location:organization': (from) => [(from as Location).managingOrganization] },
  read: async (asked, ids) => (await placesFor(asked, ids)).map(locationOf),
  search: async (asked, params) => {
    const places = (await placesFor(asked)).filter(ofPractice(params, 'organization'));
    return found(places.map(locationOf), params, ['organization']);
  },
};

const providers = (from: object): readonly (Reference | undefined)[] => [(from as HealthcareService).providedBy];

const services: FhirKind = {
  type: 'HealthcareService',
  readScopes: ['system/HealthcareService.read'],
  documentation:
    'What each practice offers to be booked; its id is the practice’s ODS code, and the service id of BaRS.',
  params: [identifier, { name: 'organization', type: 'reference', documentation: 'The practice that provides it' }],
  includes: {
    'HealthcareService:organization': providers,
    // As BaRS writes it.
    'HealthcareService:providedBy': providers,
    'HealthcareService:location': (from) => (from as HealthcareService).location ?? [],
  },
  read: async (asked, ids) => {
    const places = await placesFor(asked);
    return places.filter((place) => isPractice(place) && ids.includes(place.id)).map((each) => serviceOf(each, places));
  },
  search: async (asked, params) => {
    const places = await placesFor(asked);
    const practices = places.filter(isPractice).filter(ofPractice(params, 'organization')).filter(byIdentifier(params));
    return found(
      practices.map((each) => serviceOf(each, places)),
      params,
      ['organization', 'identifier'],
    );
  },
};

/** Organizations, places and services, as FHIR has them. */
export const networkKinds: readonly FhirKind[] = [organizations, locations, services];
