import type { MessageDefinition, Reference, Resource } from '@medplum/fhirtypes';
import type { Result } from '#kernel/result.ts';
import type { Context } from '#platform/db/transaction.ts';
import type { FhirFault } from './fault.ts';

/** One request of a program. */
export interface Asked {
  readonly context: Context;
  readonly clientId: string;
  readonly now: Temporal.Instant;
  /** The address of this server's FHIR, without a slash at its end. */
  readonly base: string;
  /** What the program calls this request (X-Request-Id). */
  readonly requestId: string | undefined;
  readonly header: (name: string) => string | undefined;
}

/** What a search found; `includes` are added to it by their references. */
export interface Found {
  readonly matches: readonly Resource[];
  readonly total: number;
  /** The parameters that were followed: those that were not are ignored, and left out of the answer's own address. */
  readonly followed: URLSearchParams;
  /** The parameters of the next part, where there is more. */
  readonly next?: URLSearchParams;
}

/** A resource as it stands after it was written. */
export interface Written {
  readonly resource: Resource;
  /** Whether this very call made it; the same call sent again finds it made. */
  readonly created: boolean;
}

/** A parameter of a search, as the capability statement names it. */
export interface SearchParam {
  readonly name: string;
  readonly type: 'token' | 'reference' | 'date' | 'string' | 'special';
  readonly documentation: string;
}

/** A kind of resource, as a domain answers for it. */
export interface FhirKind {
  readonly type: Resource['resourceType'];
  /** Any of these scopes opens reading, and writing. */
  readonly readScopes: readonly string[];
  readonly writeScopes?: readonly string[];
  readonly documentation: string;
  readonly params: readonly SearchParam[];
  /** Other kinds that a search can bring along: the name of each `_include` with the references it follows. */
  readonly includes?: Readonly<Record<string, (from: Resource) => readonly (Reference | undefined)[]>>;
  /** Those of the ids that the program may see, in any order. */
  readonly read: (asked: Asked, ids: readonly string[]) => Promise<readonly Resource[]>;
  readonly search: (asked: Asked, params: URLSearchParams) => Promise<Result<Found, FhirFault>>;
  readonly create?: (asked: Asked, sent: unknown) => Promise<Result<Written, FhirFault>>;
  /** Changes one; `version` is what If-Match says the program has seen. */
  readonly update?: (
    asked: Asked,
    id: string,
    change: { sent: unknown; version: string },
  ) => Promise<Result<Written, FhirFault>>;
}

/** Messages a domain takes at `$process-message`. */
export interface FhirMessages {
  readonly scopes: readonly string[];
  readonly definitions: (base: string) => readonly MessageDefinition[];
  readonly process: (asked: Asked, sent: unknown) => Promise<Result<Resource, FhirFault>>;
}
