export { clinicianById, clinicianOfPerson, limitPath, type Clinician, type LimitStep } from './queries.ts';
