export { choosePeriod, passedOverWords, type CoveredPeriod } from './choice.ts';
export { openGovernmentLicence, periodWords, sayPeriod, type SaidPeriod } from './edition.ts';
