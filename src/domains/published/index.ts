export { openGovernmentLicence, periodWords, type Period } from './edition.ts';
