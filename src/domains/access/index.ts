export { hearElsewhere } from './commands/heard.ts';
export { keptHearing } from './commands/kept.ts';
export { safeContactOf } from './queries/contact.ts';
export { practiceFacts } from './queries/exchange.ts';
export { recordParts } from './queries/record-parts.ts';
export { besideLimits } from './queries/beside-limit.ts';
export { unverifiedLimits } from './queries/book.ts';
