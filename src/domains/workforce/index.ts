export { clinicianById, type Clinician } from './queries.ts';
