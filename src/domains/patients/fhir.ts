import type { Patient as Resource } from '@medplum/fhirtypes';
import { parseNhsNumber } from '#kernel/nhs-number.ts';
import { err, ok } from '#kernel/result.ts';
import { transaction } from '#platform/db/transaction.ts';
import { invalidParameter } from '#platform/fhir/fault.ts';
import type { FhirKind } from '#platform/fhir/kind.ts';
import { followed, tokenOf } from '#platform/fhir/search.ts';
import { findPatients, patientsOnLists, type Patient } from './queries.ts';

const nhsNumberSystem = 'https://fhir.nhs.uk/Id/nhs-number';

/** What booking needs of a patient: who they are and whose list they are on. How to reach them is not handed out. */
function resourceOf(patient: Patient): Resource {
  const { id, nhsNumber, familyName, givenName, birthDate, practiceId, usualGpId } = patient;
  return {
    ...{ resourceType: 'Patient', id, active: true },
    ...(nhsNumber === null ? {} : { identifier: [{ system: nhsNumberSystem, value: nhsNumber }] }),
    name: [{ use: 'official', family: familyName, given: [givenName] }],
    gender: patient.sex as NonNullable<Resource['gender']>,
    birthDate: birthDate.toString(),
    managingOrganization: { reference: `Organization/${practiceId}` },
    ...(usualGpId === null ? {} : { generalPractitioner: [{ reference: `PractitionerRole/${usualGpId}` }] }),
  };
}

/** A patient by NHS number alone: nobody is searched for by name. */
export const patientKind: FhirKind = {
  type: 'Patient',
  readScopes: ['system/Patient.read'],
  documentation:
    'One patient by NHS number: name, sex, birth date and practice. Search by POST to Patient/_search keeps the number out of addresses.',
  params: [{ name: 'identifier', type: 'token', documentation: `Required: ${nhsNumberSystem}|NUMBER, exactly` }],
  includes: { 'Patient:organization': (from) => [(from as Resource).managingOrganization] },
  read: async ({ context }, ids) => (await transaction(context, (tx) => patientsOnLists(tx, ids))).map(resourceOf),
  search: async ({ context }, params) => {
    const given = params.getAll('identifier');
    if (given.length !== 1) return err(invalidParameter('Search for a patient by one identifier, the NHS number.'));
    const { system, value } = tokenOf(given[0] ?? '');
    if (system !== nhsNumberSystem)
      return err({ status: 422, code: 'INVALID_IDENTIFIER_SYSTEM', text: `identifier is ${nhsNumberSystem}|NUMBER.` });
    const number = parseNhsNumber(value);
    if (!number.ok) return err({ status: 422, code: 'INVALID_NHS_NUMBER', text: 'That is not an NHS number.' });
    const found = await transaction(context, (tx) => findPatients(tx, { kind: 'nhs-number', number: number.value }));
    return ok({ matches: found.map(resourceOf), total: found.length, followed: followed(params, ['identifier']) });
  },
};
