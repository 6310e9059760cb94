export {
  auditedPatients,
  findAudited,
  findPatients,
  patientById,
  patientRoleOf,
  searchLimit,
  type Patient,
} from './queries.ts';
export { nameKey } from './name-key.ts';
export { parsePatientSearch, type PatientSearch } from './search.ts';
