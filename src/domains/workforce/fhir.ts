import type { PractitionerRole } from '@medplum/fhirtypes';
import { ok } from '#kernel/result.ts';
import { transaction } from '#platform/db/transaction.ts';
import type { FhirKind } from '#platform/fhir/kind.ts';
import { followed, idOf } from '#platform/fhir/search.ts';
import { cliniciansOpen, type Clinician } from './queries.ts';

function roleOf({ id, name, roleName, practiceId }: Clinician): PractitionerRole {
  return {
    ...{ resourceType: 'PractitionerRole', id, active: true },
    practitioner: { display: name },
    organization: { reference: `Organization/${practiceId}` },
    code: [{ text: roleName }],
    healthcareService: [{ reference: `HealthcareService/${practiceId}` }],
  };
}

/** Who works where and as what: a clinician of the group in the role they have. */
export const practitionerRoles: FhirKind = {
  type: 'PractitionerRole',
  readScopes: ['system/PractitionerRole.read'],
  documentation: 'Clinicians of practices that have joined hub booking: name, role and home practice.',
  params: [{ name: 'organization', type: 'reference', documentation: 'The practice they belong to' }],
  includes: { 'PractitionerRole:organization': (from) => [(from as PractitionerRole).organization] },
  read: async ({ context }, ids) => (await transaction(context, (tx) => cliniciansOpen(tx, { ids }))).map(roleOf),
  search: async ({ context }, params) => {
    const practice = params.get('organization');
    const wanted = practice === null ? {} : { practiceId: idOf(practice, 'Organization') };
    const all = await transaction(context, (tx) => cliniciansOpen(tx, wanted));
    return ok({ matches: all.map(roleOf), total: all.length, followed: followed(params, ['organization']) });
  },
};
