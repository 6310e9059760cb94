/** The domains in the order of dependency: each may import only from those before it. */
export const domains = [
  'published',
  'network',
  'patients',
  'governance',
  'estates',
  'workforce',
  'access',
  'care',
  'finance',
  'planning',
  'evaluation',
] as const;

/** File or folder names that make a domain's shell; every other file in a domain is pure core. */
export const shellNames = [
  'index',
  'commands',
  'queries',
  'store',
  'web',
  'views',
  'fhir',
  'jobs',
  'cli',
  'fixtures',
] as const;
