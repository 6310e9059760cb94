/** Where a GP Connect provider is, and who asks: addresses and ASIDs of the Spine directory. */
export interface GpConnectSource {
  /** The provider's FHIR base through the Spine Secure Proxy. */
  readonly address: string;
  readonly from: string;
  readonly to: string;
  readonly organisation: { readonly ods: string; readonly name: string };
}

/** A request as it goes out: the address with its query, and its headers. */
export interface GpConnectRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

const slots = 'urn:nhs:names:services:gpconnect:fhir:rest:search:slot-1';
const odsCodes = 'https://fhir.nhs.uk/Id/ods-organization-code';
/** The longest time a provider answers for, in days: GP Connect, Search for free slots. */
export const mostDays = 14;

/** Minutes an authorisation is good for: GP Connect, cross-organisation audit and provenance. */
const tokenMinutes = 5;

/**
 * Asks for free slots from a day to another, both included, at most two weeks: GP Connect Appointment Management (STU3), Search
 * for free slots. `trace` is this call's own; the token is unsigned, as the specification has it, and says who asks and why.
 */
export function searchSlots(
  source: GpConnectSource,
  days: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
  call: { readonly trace: string; readonly now: Temporal.Instant; readonly program: string },
): GpConnectRequest {
  const query = [
    ['start', `ge${days.from.toString()}`],
    ['end', `le${days.to.toString()}`],
    ['status', 'free'],
    ['_include', 'Slot:schedule'],
    ['_include:recurse', 'Schedule:actor:Practitioner'],
    ['_include:recurse', 'Schedule:actor:Location'],
    ['searchFilter', `${odsCodes}|${source.organisation.ods}`],
  ].map(([name, value]) => `${name ?? ''}=${encodeURIComponent(value ?? '')}`);
  return {
    url: `${source.address.replace(/\/$/, '')}/Slot?${query.join('&')}`,
    headers: {
      accept: 'application/fhir+json',
      authorization: `Bearer ${tokenFor(source, call)}`,
      'Ssp-TraceID': call.trace,
      'Ssp-From': source.from,
      'Ssp-To': source.to,
      'Ssp-InteractionID': slots,
    },
  };
}

function tokenFor(
  { address, from, organisation }: GpConnectSource,
  { now, program }: { now: Temporal.Instant; program: string },
): string {
  const issued = Math.floor(now.epochMilliseconds / 1000);
  const part = (value: object): string => base64url(JSON.stringify(value));
  const claims = {
    ...{ iss: program, sub: from, aud: address, iat: issued, exp: issued + tokenMinutes * 60 },
    ...{ reason_for_request: 'directcare', requested_scope: 'organization/*.read' },
    requesting_device: {
      resourceType: 'Device',
      identifier: [{ system: program, value: from }],
      ...{ model: 'Superpractice', version: '0.1.0' },
    },
    requesting_organization: {
      resourceType: 'Organization',
      identifier: [{ system: odsCodes, value: organisation.ods }],
      name: organisation.name,
    },
    requesting_practitioner: {
      resourceType: 'Practitioner',
      id: from,
      name: [{ family: 'Superpractice', given: ['Automatic'] }],
      identifier: [{ system: 'https://fhir.nhs.uk/Id/sds-user-id', value: 'UNK' }],
    },
  };
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`;
}

function base64url(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return bytes.toBase64({ alphabet: 'base64url', omitPadding: true });
}
