export { clinicianById, gpsOf, type Clinician } from './queries.ts';
