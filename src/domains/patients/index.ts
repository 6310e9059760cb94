export { findPatients, patientById, searchLimit, type Patient } from './queries.ts';
export { parsePatientSearch } from './search.ts';
