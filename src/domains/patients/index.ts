export { findPatients, patientById, searchLimit, type Need, type Patient } from './queries.ts';
export { parsePatientSearch, type PatientSearch } from './search.ts';
