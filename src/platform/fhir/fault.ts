import type { OperationOutcome, OperationOutcomeIssue } from '@medplum/fhirtypes';

/** Why a request is refused, as an OperationOutcome will say it. */
export interface FhirFault {
  readonly status: number;
  /** The code a program acts on. */
  readonly code: string;
  /** What happened and what to do, for whoever builds or runs the program; never a patient's details. */
  readonly text: string;
  /** The element of the resource it is about, as a FHIRPath. */
  readonly expression?: string;
}

/** Codes of NHS Spine that GP Connect names for these refusals; other codes are our own. */
const spine = new Set([
  ...['DUPLICATE_REJECTED', 'INVALID_RESOURCE', 'INVALID_PARAMETER', 'REFERENCE_NOT_FOUND', 'BAD_REQUEST'],
  ...['NO_RECORD_FOUND', 'INVALID_NHS_NUMBER', 'INVALID_IDENTIFIER_SYSTEM', 'ACCESS_DENIED', 'INTERNAL_SERVER_ERROR'],
]);
const spineSystem = 'https://fhir.nhs.uk/CodeSystem/Spine-ErrorOrWarningCode';
const barsSystem = 'https://fhir.nhs.uk/CodeSystem/http-error-codes';

/** What BaRS calls a status, and the kind of issue FHIR makes of it. */
const byStatus: Readonly<Record<number, readonly [bars: string, issue: OperationOutcomeIssue['code']]>> = {
  400: ['REC_BAD_REQUEST', 'invalid'],
  401: ['REC_UNAUTHORIZED', 'login'],
  403: ['REC_FORBIDDEN', 'forbidden'],
  404: ['REC_NOT_FOUND', 'not-found'],
  405: ['REC_METHOD_NOT_ALLOWED', 'not-supported'],
  406: ['REC_NOT_ACCEPTABLE', 'not-supported'],
  409: ['REC_CONFLICT', 'conflict'],
  412: ['REC_CONFLICT', 'conflict'],
  413: ['REC_BAD_REQUEST', 'too-long'],
  415: ['REC_BAD_REQUEST', 'not-supported'],
  422: ['REC_UNPROCESSABLE_ENTITY', 'processing'],
  429: ['REC_TOO_MANY_REQUESTS', 'throttled'],
  500: ['REC_SERVER_ERROR', 'exception'],
  501: ['REC_NOT_IMPLEMENTED', 'not-supported'],
};

/** A refusal of what was sent as a resource. */
export function invalid(text: string, expression?: string): FhirFault {
  return { status: 422, code: 'INVALID_RESOURCE', text, ...(expression === undefined ? {} : { expression }) };
}

/** A refusal of what was asked for in a search. */
export function invalidParameter(text: string): FhirFault {
  return { status: 422, code: 'INVALID_PARAMETER', text };
}

/** Nothing there that the program may see. */
export function notFound(what: string): FhirFault {
  return { status: 404, code: 'NO_RECORD_FOUND', text: `There is no such ${what}, or it is not open to you.` };
}

/** The OperationOutcome of a refusal; `base` is the address of this server's FHIR. */
export function outcomeOf({ status, code, text, expression }: FhirFault, base: string): OperationOutcome {
  const [bars, issue] = byStatus[status] ?? ['REC_BAD_REQUEST', 'processing' as const];
  const kind = code === 'DUPLICATE_REJECTED' ? 'duplicate' : code === 'INVALID_RESOURCE' ? 'invalid' : issue;
  const own = spine.has(code) ? spineSystem : `${base}/CodeSystem/refusal`;
  return {
    resourceType: 'OperationOutcome',
    issue: [
      {
        severity: 'error',
        code: kind,
        details: {
          coding: [
            { system: own, code },
            { system: barsSystem, code: bars },
          ],
          text,
        },
        diagnostics: text,
        ...(expression === undefined ? {} : { expression: [expression] }),
      },
    ],
  };
}
