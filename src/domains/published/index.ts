export { openGovernmentLicence, periodWords, sayPeriod, type SaidPeriod } from './edition.ts';
