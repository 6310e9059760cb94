export { hearElsewhere } from './commands/heard.ts';
export { practiceFacts } from './queries/exchange.ts';
