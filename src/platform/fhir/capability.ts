import type { CapabilityStatement } from '@medplum/fhirtypes';
import type { FhirKind } from './kind.ts';

/** What the capability statement tells besides the kinds. */
export interface Told {
  readonly base: string;
  readonly tokenUrl: string;
  readonly now: Temporal.Instant;
  readonly version: string;
  /** Messages that are taken, by the address of their definition. */
  readonly messages: readonly string[];
}

/** What this server does, made from the kinds there are. */
export function capabilityOf(
  kinds: readonly FhirKind[],
  { base, tokenUrl, now, version, messages }: Told,
): CapabilityStatement {
  return {
    resourceType: 'CapabilityStatement',
    id: 'superpractice',
    url: `${base}/metadata`,
    version,
    name: 'Superpractice',
    title: 'Superpractice: booking appointments across a group of practices',
    status: 'active',
    date: now.toString({ smallestUnit: 'second' }),
    kind: 'instance',
    software: { name: 'Superpractice', version },
    implementation: { description: 'Appointments of a group of GP practices', url: base },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json'],
    rest: [
      {
        mode: 'server',
        security: {
          cors: false,
          service: [
            {
              coding: [
                { system: 'http://terminology.hl7.org/CodeSystem/restful-security-service', code: 'SMART-on-FHIR' },
              ],
            },
          ],
          description: 'OAuth 2.0 client credentials; the client signs with its own key (private_key_jwt).',
          extension: [
            {
              url: 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris',
              extension: [{ url: 'token', valueUri: tokenUrl }],
            },
          ],
        },
        resource: kinds.map((kind) => resourceOf(kind)),
        ...(messages.length === 0
          ? {}
          : {
              operation: [
                {
                  name: 'process-message',
                  definition: 'http://hl7.org/fhir/OperationDefinition/MessageHeader-process-message',
                },
              ],
            }),
      },
    ],
    ...(messages.length === 0
      ? {}
      : {
          messaging: [{ supportedMessage: messages.map((definition) => ({ mode: 'receiver' as const, definition })) }],
        }),
  };
}

type Described = NonNullable<NonNullable<CapabilityStatement['rest']>[number]['resource']>[number];

function resourceOf({ type, documentation, params, includes, create, update }: FhirKind): Described {
  return {
    type: type,
    documentation,
    interaction: [
      { code: 'read' },
      { code: 'search-type' },
      ...(create ? [{ code: 'create' as const }] : []),
      ...(update ? [{ code: 'update' as const }] : []),
    ],
    versioning: update ? 'versioned-update' : 'no-version',
    readHistory: false,
    updateCreate: false,
    searchParam: params.map(({ name, type: of, documentation: says }) => ({ name, type: of, documentation: says })),
    ...(includes === undefined ? {} : { searchInclude: Object.keys(includes) }),
  };
}
